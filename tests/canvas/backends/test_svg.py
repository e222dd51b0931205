from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas.sample_scenes import photo, scenes, spoken
from creativekit.canvas.backends.svg import escape, svg
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import (
    Group,
    Line,
    LinearGradient,
    Picture,
    Rect,
    Scene,
    Shape,
    Solid,
    Stop,
    Text,
)
from creativekit.canvas.svg_sanitizer import sanitize
from creativekit.fonts.faces import face
from creativekit.fonts.shaping import shape

NS = "{http://www.w3.org/2000/svg}"


def tree(scene: Scene, **options: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg(scene, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", sorted(scenes()))
def test_it_is_clean_svg_and_the_same_each_time(name: str) -> None:
    scene = scenes()[name]
    text = svg(scene)
    assert text == svg(scene)
    assert text.endswith("</svg>\n")
    assert sanitize(text.encode(), "scene.svg").attributes["viewBox"] == "0 0 240 160"


def test_a_drawing_reads_like_written_by_hand() -> None:
    ground = Rect(0, 0, 100, 50, Solid("#0a7e8c"))
    square = Shape(Path.rect(5, 5, 9, 9), Solid("#ffffff", 0.5))
    scene = Scene(100, 50, (ground, square), "Саз")
    assert svg(scene) == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50"'
        ' role="img" aria-labelledby="title">\n'
        '  <title id="title">Саз</title>\n'
        '  <rect x="0" y="0" width="100" height="50" fill="#0a7e8c"/>\n'
        '  <path d="M5 5L14 5L14 14L5 14Z" fill="#ffffff" fill-opacity="0.5"/>\n'
        "</svg>\n"
    )


@given(st.text(max_size=40))
def test_any_title_is_only_a_title(title: str) -> None:
    root = tree(Scene(10, 10, (), title))
    (found, *_) = [*root.findall(f"{NS}title"), None]
    assert len(root) <= 1
    if title:
        shown = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", title)
        assert found is not None
        assert (found.text or "") == shown.replace("\r\n", "\n").replace("\r", "\n")


def test_hostile_words_are_words() -> None:
    line = shape(face("Onest"), '</text><script>alert("1")</script>&amp;')
    scene = Scene(10, 10, (Text(line, 0, 5, 4, Solid("#000000")),))
    (words,) = tree(scene, text="live").findall(f"{NS}text")
    assert words.text == '</text><script>alert("1")</script>&amp;'
    assert "<script" not in svg(scene)


def test_live_text_says_all_that_it_needs() -> None:
    line = shape(face("Lora", 700, italic=True), "Ән", "kk", 0.1, ("tnum",))
    (words,) = tree(Scene(9, 9, (Text(line, 1, 5, 4, Solid("#000000")),)), text="live")
    assert words.attrib["font-family"] == "'Lora'"
    assert words.attrib["font-weight"] == "700"
    assert words.attrib["font-style"] == "italic"
    assert words.attrib["letter-spacing"] == "0.4"
    assert words.attrib["style"] == "font-feature-settings:'tnum' 1"
    assert words.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == "kk"


def test_letters_without_a_text_are_drawn_in_live_text_too() -> None:
    letter = replace(shape(face("Onest"), "С"), text="")
    root = tree(Scene(9, 9, (Text(letter, 0, 9, 9, Solid("#000000")),)), text="live")
    assert root.findall(f"{NS}text") == []
    assert len(root.findall(f"{NS}path")) == 1


def test_live_words_are_one_text_of_lines() -> None:
    words = spoken(("Қыш", "шебер-", "ханасы Ω"), 10, 20, 10, Solid("#000000"), tracking=0.1)
    (text,) = tree(Scene(99, 99, (words,)), text="live").findall(f"{NS}text")
    spans = text.findall(f"{NS}tspan")
    assert [span.text for span in spans] == ["Қыш ", "шебер-", "ханасы ", "Ω"]
    assert [span.attrib["y"] for span in spans] == ["20", "31", "42", "42"]
    assert "font-family" not in spans[0].attrib
    assert spans[3].attrib["font-family"] == "'Comfortaa'"
    assert text.attrib["letter-spacing"] == "1"
    # Spaces between elements would be shown.
    assert all(not span.tail for span in spans)
    assert not text.text


def test_centred_live_words_stay_centred_when_they_are_edited() -> None:
    words = spoken(("Қыш", "шеберханасы"), 50, 20, 10, Solid("#000000"), align="middle")
    (text,) = tree(Scene(99, 99, (words,)), text="live").findall(f"{NS}text")
    assert text.attrib["text-anchor"] == "middle"
    assert {span.attrib["x"] for span in text} == {"50"}


def test_ids_can_be_kept_apart() -> None:
    scene = scenes()["gradients"]
    first, second = svg(scene, id_prefix="a"), svg(scene, id_prefix="b")
    ids = [set(re.findall(r' id="([^"]+)"', text)) for text in (first, second)]
    assert not ids[0] & ids[1]
    assert first.replace('"a', '"b').replace("#a", "#b") == second


def test_equal_paints_are_defined_once() -> None:
    paint = LinearGradient(0, 0, 9, 0, (Stop(0, "#000000"), Stop(1, "#ffffff", 0.5)))
    text = svg(Scene(9, 9, (Rect(0, 0, 4, 4, paint), Rect(4, 4, 4, 4, paint))))
    assert text.count("<linearGradient") == 1
    assert text.count("url(#paint1)") == 2


def test_large_drawings_have_short_numbers_and_small_ones_long_ones() -> None:
    third = Shape(Path.rect(1 / 3, 0, 1, 1), Solid("#000000"))
    assert 'd="M0.3333 0' in svg(Scene(24, 24, (third,)))
    assert 'd="M0.33 0' in svg(Scene(1000, 1000, (third,)))
    enlarged = Group((third,), Affine.scaling(100))
    assert 'd="M0.3333 0' in svg(Scene(1000, 1000, (enlarged,)))


def test_pictures_are_inside_and_named() -> None:
    text = svg(Scene(9, 9, (Picture(photo(kind="JPEG"), 0, 0, 9, 9, 2, "Сурет «1»"),)))
    assert "data:image/jpeg;base64," in text
    assert "<title>Сурет «1»</title></image>" in text
    assert 'clip-path="url(#clip1)"' in text


def test_what_draws_nothing_is_left_out() -> None:
    black = Solid("#000000")
    items = (Group(()), Shape(Path(), black), Rect(0, 0, 0, 5, black), Line(Path(), black, 2))
    assert len(tree(Scene(9, 9, items))) == 0


def test_a_radius_larger_than_the_side_makes_a_pill() -> None:
    text = svg(Scene(90, 90, (Rect(0, 0, 80, 20, Solid("#000000"), radius=99),)))
    assert 'rx="10"' in text


def test_escaping() -> None:
    assert escape("a\x00<b>\ud800&\"'") == "a &lt;b&gt; &amp;&quot;'"


def test_the_scene_is_not_changed_by_rewriting() -> None:
    scene = scenes()["groups"]
    assert svg(replace(scene)) == svg(scene)
