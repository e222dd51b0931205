from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from creativekit.fonts.faces import face, face_from_file, families
from creativekit.fonts.metrics import crossings, ink, metrics
from creativekit.fonts.shaping import shape, width

MakeFont = Callable[..., Path]

# Measured at weight 400: x-height, cap height, stem.
HEIGHTS = {
    "Comfortaa": (0.547, 0.781, 0.077),
    "Cormorant": (0.386, 0.625, 0.056),
    "Geologica": (0.495, 0.700, 0.110),
    "IBM Plex Sans": (0.516, 0.698, 0.080),
    "Inter": (0.546, 0.727, 0.088),
    "Literata": (0.507, 0.700, 0.093),
    "Lora": (0.500, 0.700, 0.086),
    "Montserrat": (0.525, 0.700, 0.071),
    "Noto Sans": (0.536, 0.714, 0.088),
    "Noto Serif": (0.536, 0.714, 0.094),
    "Nunito": (0.484, 0.705, 0.081),
    "Onest": (0.527, 0.707, 0.085),
    "Oswald": (0.578, 0.810, 0.107),
    "Raleway": (0.519, 0.710, 0.068),
    "Rubik": (0.520, 0.700, 0.093),
}
NO_TABULAR_DIGITS = {"Comfortaa", "Oswald", "Raleway"}
OLD_STYLE_DIGITS = {"Cormorant", "Raleway"}


@pytest.mark.parametrize("family", HEIGHTS)
def test_heights_and_stem(family: str) -> None:
    found = metrics(face(family, 400))
    x_height, cap_height, stem = HEIGHTS[family]
    assert found.x_height == pytest.approx(x_height, abs=0.001)
    assert found.cap_height == pytest.approx(cap_height, abs=0.001)
    assert found.stem == pytest.approx(stem, abs=0.001)


@pytest.mark.parametrize("family", families())
@pytest.mark.parametrize("weight", [400, 700])
def test_tables_agree_with_the_letters(family: str, weight: int) -> None:
    found, chosen = metrics(face(family, weight)), face(family, weight)
    capital, small = ink(chosen, "H"), ink(chosen, "x")
    assert capital is not None
    assert small is not None
    assert found.cap_height == pytest.approx(capital[3], abs=0.015)
    assert found.x_height == pytest.approx(small[3], abs=0.015)
    assert found.ascender > found.cap_height > found.x_height > 0 > found.descender


def test_heights_follow_the_weight_axis() -> None:
    """Montserrat's MVAR table moves its x-height; its OS/2 table has that of the thinnest."""
    assert metrics(face("Montserrat", 400)).x_height == pytest.approx(0.525, abs=1e-3)
    assert metrics(face("Montserrat", 700)).x_height == pytest.approx(0.538, abs=1e-3)


@pytest.mark.parametrize("family", families())
def test_stems_grow_with_the_weight(family: str) -> None:
    stems = [metrics(face(family, weight)).stem for weight in (400, 500, 600, 700)]
    assert stems == sorted(set(stems))


@pytest.mark.parametrize("family", families())
def test_digits(family: str) -> None:
    chosen = face(family)
    found = metrics(chosen)
    assert found.tabular_digits == (family not in NO_TABULAR_DIGITS)
    assert ("lnum" in found.digit_features) == (family in OLD_STYLE_DIGITS)
    if found.tabular_digits:
        widths = [width(chosen, digit, features=found.digit_features) for digit in "0123456789"]
        assert max(widths) - min(widths) <= 0.004


@pytest.mark.parametrize("family", ["Cormorant", "Raleway"])
def test_digit_features_make_old_style_digits_stand_on_the_line(family: str) -> None:
    chosen = face(family)
    plain = shape(chosen, "4").glyphs[0].index
    lining = shape(chosen, "4", features=metrics(chosen).digit_features).glyphs[0].index
    assert plain != lining


def test_heights_are_measured_where_a_font_does_not_tell(make_font: MakeFont) -> None:
    found = metrics(face_from_file(make_font("AHlxн", os2={"version": 1})))
    assert (found.cap_height, found.x_height, found.stem) == (0.7, 0.5, 0.4)


def test_heights_that_are_plainly_wrong_are_measured(make_font: MakeFont) -> None:
    os2 = {"version": 4, "sxHeight": 0, "sCapHeight": 1900}
    found = metrics(face_from_file(make_font("AHlxн", os2=os2)))
    assert (found.cap_height, found.x_height) == (0.7, 0.5)


def test_a_font_of_no_letters_has_bearable_metrics(make_font: MakeFont) -> None:
    found = metrics(face_from_file(make_font("★", os2={"version": 1})))
    assert found.cap_height > 0
    assert found.x_height > 0
    assert found.stem > 0


def test_ink_of_what_is_not_there() -> None:
    assert ink(face("Lora"), " ") is None
    assert ink(face("Lora"), "🚀") is None


def test_crossings_count_overlaps_once_and_leave_holes_out() -> None:
    def box(left: float, top: float, right: float, bottom: float, turn: int = 1) -> list[object]:
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)][::turn]
        return [("M", *corners[0]), *(("L", *corner) for corner in corners[1:]), ("Z",)]

    overlapping = [*box(0, 0, 4, 10), *box(3, 0, 8, 10)]
    assert crossings(overlapping, 5) == ((0, 8),)  # type: ignore[arg-type]
    ring = [*box(0, 0, 10, 10), *box(4, 4, 6, 6, -1)]
    assert crossings(ring, 5) == ((0, 4), (6, 10))  # type: ignore[arg-type]
    assert crossings(ring, 11) == ()  # type: ignore[arg-type]
