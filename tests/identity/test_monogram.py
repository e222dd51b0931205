"""Monograms: which letters, and that every one of them fits, balances and survives at 32 px."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from creativekit.canvas.backends import raster
from creativekit.canvas.outline_ops import subtract
from creativekit.canvas.path import Path
from creativekit.canvas.scene import Scene, Shape, Solid
from creativekit.errors import InputError
from creativekit.fonts.coverage import KAZAKH
from creativekit.fonts.faces import Face, face
from creativekit.identity.enclosure import clearance, enclosure
from creativekit.identity.ink import mass, thinnest_stroke
from creativekit.identity.mark import Mark
from creativekit.identity.monogram import initials, monogram

SHAPES = ("circle", "squircle", "arch", "diamond", "shield")
FACES = (
    ("Lora", 600),
    ("Noto Serif", 600),
    ("Oswald", 600),
    ("Cormorant", 600),
    ("Comfortaa", 700),
    ("Raleway", 700),
    ("Montserrat", 700),
    ("Onest", 800),
)
OWN_KAZAKH = "ӘҒҚҢӨҰҮҺІ"


def faces(family: str = "Lora", weight: int = 600) -> tuple[Face, ...]:
    return (face(family, weight), face("Noto Sans", 600))


@cache
def made(text: str, family: str, weight: int, shape: str, cut: bool = True) -> Mark:
    return monogram(text, faces(family, weight), shape, cut)


def alpha(mark: Mark, size: int) -> NDArray[np.uint8]:
    """The mark's coverage, `size` px high."""
    scale = size / mark.box.height
    place = mark.layers[0].path.translate(-mark.box.left, -mark.box.top).scale(scale)
    scene = Scene(mark.box.width * scale, size, (Shape(place, Solid("#000000")),))
    return raster.pixels(scene)[..., 3]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Саз студиясы", "С"),
        ("Ұста", "Ұ"),
        ("Қызылорда шығармашылық кәсіпкерлер үйі", "ҚШ"),
        ("Media & Дизайн", "MД"),
        ("ТОО «Алтын Сай»", "АС"),
        ("ЖШС Ән мен Күй", "ӘК"),
        ("АҚ Қазына", "Қ"),
        ("Ақ киіз", "АК"),
        ("The House of Felt LLP", "HF"),
        ("«қолөнер»", "Қ"),
        ("№ 1 цех", "1Ц"),
        ("<script>alert(1)</script>", "S"),
        ("[bold]Тау[/bold]", "B"),
        ("#set page", "SP"),
        ("../../etc", "E"),
        ("ТОО", "Т"),
        ("и", "И"),
        ("!!! — ???", ""),
        ("🎪🎨", ""),
        ("שלום עולם", "שע"),
    ],
)
def test_initials_are_those_of_words_that_mean_something(name: str, expected: str) -> None:
    assert initials(name) == expected


@pytest.mark.parametrize("cut", [True, False], ids=["cut", "framed"])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("family", FACES, ids=lambda item: item[0])
def test_kazakh_letters_keep_the_margin(family: tuple[str, int], shape: str, cut: bool) -> None:
    room = enclosure(shape)
    for letter in OWN_KAZAKH:
        mark = made(letter, *family, shape, cut)
        assert (mark.box.top, mark.box.bottom) == pytest.approx((0, 1000), abs=0.01)
        if cut:
            assert mark.letters is not None
            points = [point for line in mark.letters.flatten(1) for point in line]
            assert clearance(room, points) > room.margin - 12


@pytest.mark.parametrize("shape", SHAPES)
def test_every_letter_of_the_alphabet_keeps_the_margin(shape: str) -> None:
    room = enclosure(shape)
    for letter in KAZAKH:
        letters = made(letter, "Noto Serif", 600, shape).letters
        assert letters is not None
        points = [point for line in letters.flatten(1) for point in line]
        assert clearance(room, points) > room.margin - 12, letter


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("letter", "ГҒҚҰӘLСJЙТ")
def test_letters_are_balanced_in_their_shape(shape: str, letter: str) -> None:
    """By the mass of pixels, and against the shape's own: within 3 % of the height across, and 5 %
    down, where the middle of the box counts for more."""
    mark = made(letter, "Montserrat", 700, shape)
    holes = 255 - alpha(mark, 400).astype(np.float64)
    room = enclosure(shape)
    whole = Mark((*mark.layers[:0], *_layer(room.path)), room.path.bounds, 1, room.center)
    holes -= 255 - alpha(whole, 400).astype(np.float64)
    x = (holes.sum(axis=0) * (np.arange(holes.shape[1]) + 0.5)).sum() / holes.sum()
    y = (holes.sum(axis=1) * (np.arange(holes.shape[0]) + 0.5)).sum() / holes.sum()
    assert x / 0.4 == pytest.approx(room.center[0], abs=30)
    assert y / 0.4 == pytest.approx(room.center[1], abs=50)


def _layer(path: Path) -> tuple[object, ...]:
    from creativekit.identity.mark import Layer

    return (Layer(path, "primary"),)


def test_cut_letters_are_holes() -> None:
    mark = made("Ң", "Lora", 600, "circle")
    assert len(mark.layers) == 1
    assert mark.letters is not None
    pixels = alpha(mark, 500)
    room = enclosure("circle")
    assert mass(subtract(room.path, mark.layers[0].path)).area == pytest.approx(
        mass(mark.letters).area, rel=0.01
    )
    # The left stem of the letter shows what is behind.
    stem_x = mark.letters.bounds.left + 90
    assert pixels[250, int(stem_x / 2)] == 0
    assert pixels[20, 250] == 255


@pytest.mark.parametrize("family", FACES, ids=lambda item: item[0])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_counter_of_a_letter_is_open_at_32_px(family: tuple[str, int], shape: str) -> None:
    mark = made("О", *family, shape)
    pixels = alpha(mark, 32)
    assert mark.letters is not None
    row = pixels[round(mark.letters.bounds.center[1] * 0.032)]
    solid = row > 127
    changes = int(np.count_nonzero(solid[1:] != solid[:-1]))
    edges = int(not solid[0]) + int(not solid[-1])
    assert changes - edges == 4, row


@pytest.mark.parametrize("family", FACES, ids=lambda item: item[0])
def test_stems_are_bold_enough_and_hairlines_hold(family: tuple[str, int]) -> None:
    mark = made("Н", *family, "squircle")
    assert mark.letters is not None
    # 0.7 px at 32 px: the thinnest that still leaves a line.
    assert thinnest_stroke(mark.letters) > 21
    assert mark.stem == pytest.approx(thinnest_stroke(mark.letters), rel=0.05)


def test_a_framed_letter_stands_inside_a_line() -> None:
    mark = made("Ж", "Montserrat", 700, "circle", cut=False)
    pixels = alpha(mark, 400)
    row = pixels[200] > 127
    assert row[2]
    assert not row[60]
    assert row[200]


def test_a_letter_without_a_shape_is_as_high_as_a_symbol() -> None:
    mark = made("Қ", "Lora", 600, "none")
    assert mark.box.height == pytest.approx(1000)
    assert mark.letters == mark.layers[0].path


def test_a_pair_stands_side_by_side_without_touching() -> None:
    mark = made("АУ", "Raleway", 700, "none")
    contours = list(mark.layers[0].path.contours())
    assert len(contours) == 3  # А with its counter, У
    left, right = sorted(
        (Path((*commands, ("Z",))).bounds for commands, _ in contours), key=lambda box: -box.width
    )[:2]
    assert left.right > right.left or right.right > left.left  # tucked


def test_a_pair_too_small_for_its_shape_is_shortened_only_when_nobody_typed_it() -> None:
    automatic = monogram("ЖШ", faces("Montserrat", 700), "diamond", may_shorten=True)
    typed = monogram("ЖШ", faces("Montserrat", 700), "diamond", may_shorten=False)
    single = monogram("Ж", faces("Montserrat", 700), "diamond")
    assert automatic == single
    assert typed != single


def test_a_letter_that_no_face_has_is_named() -> None:
    with pytest.raises(InputError, match=r"ש.*Lora") as found:
        monogram("ש", faces(), "circle", key="brand.logo.initials")
    assert found.value.problems[0].key == "brand.logo.initials"


def test_no_letters_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="letter"):
        monogram("", faces(), "circle")
