"""A post drawn: whole, in its safe zone, readable, or refused with what would fit."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from contact_posts import FORMS, sample, shown
from creativekit.artwork.hands import HANDS
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.backends.raster import render
from creativekit.canvas.lettering import ink_box
from creativekit.canvas.path import IDENTITY, Affine, Box
from creativekit.canvas.photo.photograph import photograph
from creativekit.canvas.scene import Group, Item, Picture, Solid, Words
from creativekit.color.tone import luminance
from creativekit.social.drawing import draw
from creativekit.social.sample_pictures import sample_picture
from creativekit.social.template_store import template, templates
from styled_brands import STYLES, styled

_S = np.arange(256) / 255
_LIGHT = np.where(_S <= 0.04045, _S / 12.92, ((_S + 0.055) / 1.055) ** 2.4)
"""Linear light of a byte (IEC 61966-2-1)."""

LISTED = tuple(each.id for each in templates(None) if each.listed and each.pages is None)


def words_in(items: tuple[Item, ...], by: Affine = IDENTITY) -> Iterator[tuple[Words, Box]]:
    """Every text of a Scene with the box of its ink, px."""
    for item in items:
        if isinstance(item, Group):
            yield from words_in(item.items, by @ item.transform)
        elif isinstance(item, Words) and item.runs:
            boxes = [ink_box(run.line, run.size, run.x, run.y) for run in item.runs]
            whole = boxes[0]
            for box in boxes[1:]:
                whole = whole.union(box)
            x0, y0 = by.apply(whole.left, whole.top)
            x1, y1 = by.apply(whole.right, whole.bottom)
            yield item, Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def pictures_in(items: tuple[Item, ...]) -> Iterator[Picture]:
    for item in items:
        if isinstance(item, Group):
            yield from pictures_in(item.items)
        elif isinstance(item, Picture):
            yield item


def test_every_style_has_a_hand() -> None:
    assert set(HANDS) == set(STYLES)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", FORMS)
def test_words_stay_where_nothing_covers_them(style: str, form: str) -> None:
    width, height, safe = FORMS[form]
    for turn, name in enumerate(LISTED):
        own = template(name, None)
        if not shown(own, form):
            continue
        sheet = Sheet(styled(style), width, height, turn % 6, safe)
        language = ("kk", "ru", "en")[turn % 3]
        drawn = draw(own, sample(own, language), sheet, language)
        errors = [each for each in drawn.problems if each.severity == "error"]
        assert errors == [], (name, language)
        area = sheet.area
        for text, box in words_in(drawn.scene.items):
            assert box.left >= area.left - 1, (name, text.text)
            assert box.right <= area.right + 1, (name, text.text)
            assert box.top >= area.top - 1, (name, text.text)
            assert box.bottom <= area.bottom + 1, (name, text.text)


@pytest.mark.parametrize("style", STYLES)
def test_no_two_texts_lie_over_each_other(style: str) -> None:
    for turn, name in enumerate(LISTED):
        own = template(name, None)
        sheet = Sheet(styled(style), 1080, 1350, turn % 6)
        drawn = draw(own, sample(own, "kk"), sheet, "kk")
        found = list(words_in(drawn.scene.items))
        for index, (one, box) in enumerate(found):
            for other, second in found[index + 1 :]:
                across = min(box.right, second.right) - max(box.left, second.left)
                down = min(box.bottom, second.bottom) - max(box.top, second.top)
                assert min(across, down) <= 2, (name, one.text, other.text)


def test_what_does_not_fit_says_how_much_would() -> None:
    own = template("announcement", None)
    long = "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы " * 12
    drawn = draw(own, {"headline": long}, Sheet(styled("steppe"), 1080, 1350), "kk")
    (problem,) = drawn.problems
    assert problem.key == "headline"
    fits = problem.message.params["count"]
    assert isinstance(fits, int)
    assert 40 < fits < len(long)
    again = draw(own, {"headline": long[: fits // 2]}, Sheet(styled("steppe"), 1080, 1350), "kk")
    assert again.problems == ()


def test_a_character_that_no_face_has_is_named() -> None:
    own = template("announcement", None)
    drawn = draw(own, {"headline": "Ұшамыз 🚀"}, Sheet(styled("steppe"), 1080, 1350), "kk")
    assert any("U+1F680" in str(problem) for problem in drawn.problems)


def test_a_small_photograph_is_a_warning_with_its_numbers() -> None:
    data = io.BytesIO()
    Image.open(io.BytesIO(sample_picture("sample:light"))).resize((640, 800)).save(data, "JPEG")
    own = template("product", None)
    values = {"headline": "Киіз", "price": "1 ₸", "photo": photograph(data.getvalue(), "small.jpg")}
    drawn = draw(own, values, Sheet(styled("steppe"), 1080, 1350), "kk")
    (problem,) = drawn.problems
    assert problem.severity == "warning"
    assert "640×800" in str(problem)


@pytest.mark.parametrize("style", STYLES)
def test_pictures_are_never_stretched(style: str) -> None:
    own = template("portfolio", None)
    for form, (width, height, safe) in FORMS.items():
        drawn = draw(own, sample(own, "kk"), Sheet(styled(style), width, height, 0, safe), "kk")
        shown = list(pictures_in(drawn.scene.items))
        assert len(shown) == 4, form
        for picture in shown:
            assert picture.crop is not None
            part = picture.crop.width * 1600 / (picture.crop.height * 2000)
            assert part == pytest.approx(picture.width / picture.height, rel=0.01)


def without_words(items: tuple[Item, ...]) -> tuple[Item, ...]:
    kept: list[Item] = []
    for item in items:
        if isinstance(item, Group):
            kept.append(replace(item, items=without_words(item.items)))
        elif not isinstance(item, Words):
            kept.append(item)
    return tuple(kept)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["dark", "light", "hands", "place"])
def test_words_on_a_photograph_read_on_its_pixels(style: str, name: str) -> None:
    own = template("cover", None)
    photo = photograph(sample_picture(f"sample:{name}"), name)
    for width, height in ((1600, 900), (1080, 1350)):
        values = {"headline": "Жүннен туған жылулық", "photo": photo}
        drawn = draw(own, values, Sheet(styled(style), width, height), "kk")
        ((headline, box),) = [
            found for found in words_in(drawn.scene.items) if found[0].role == "display"
        ]
        ground = replace(drawn.scene, items=without_words(drawn.scene.items))
        pixels = np.asarray(render(ground, background="#ffffff"))
        part = pixels[round(box.top) : round(box.bottom), round(box.left) : round(box.right)]
        fill = headline.runs[0].fill
        assert isinstance(fill, Solid)
        light = _LIGHT[part].dot((0.2126, 0.7152, 0.0722)).ravel()
        ink = luminance(fill.color)
        ratio = (np.maximum(light, ink) + 0.05) / (np.minimum(light, ink) + 0.05)
        assert (ratio >= 4.5).mean() >= 0.95, (width, height)


def test_the_same_values_give_the_same_scene() -> None:
    own = template("event", None)
    sheet = Sheet(styled("craft"), 1080, 1350, 2)
    first, second = (draw(own, sample(own, "ru"), sheet, "ru").scene for _ in range(2))
    assert first == second
