"""Where words may stand, and what a platform covers and cuts off."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.canvas.backends.raster import render
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Rect, Scene, Solid
from creativekit.social.placements import Placement, catalogue
from creativekit.social.preview import has_zones, preview, words_area

PLACES = catalogue().placements


@pytest.mark.parametrize("name", PLACES)
def test_words_stand_in_the_safe_zone_and_under_nothing(name: str) -> None:
    placement = PLACES[name]
    area, safe = words_area(placement), placement.safe
    assert area.width > 0.2 * placement.width
    assert area.height > 0.2 * placement.height
    assert area.left >= safe.left - 0.01
    assert area.top >= safe.top - 0.01
    assert area.right <= safe.right + 0.01
    assert area.bottom <= safe.bottom + 0.01
    for box in placement.covered:
        assert (
            box.right <= area.left + 0.01
            or box.left >= area.right - 0.01
            or box.bottom <= area.top + 0.01
            or box.top >= area.bottom - 0.01
        )


@pytest.mark.parametrize(
    "name", [name for name, each in PLACES.items() if each.crop and each.crop.kind == "circle"]
)
def test_a_square_of_words_fits_into_the_circle(name: str) -> None:
    placement = PLACES[name]
    area, shown = words_area(placement), placement.shown
    x, y = shown.center
    for corner in ((area.left, area.top), (area.right, area.bottom)):
        assert math.dist(corner, (x, y)) <= shown.width / 2 + 0.5


@given(st.sampled_from(sorted(PLACES)), st.integers(0, 999), st.integers(0, 999))
def test_what_is_covered_or_cut_is_veiled_and_the_rest_is_not(name: str, x: int, y: int) -> None:
    placement = PLACES[name]
    veiled = _shown(placement)
    at = (x * placement.width / 1000, y * placement.height / 1000)
    edge = 0.02 * max(placement.width, placement.height)
    inside = all(_within(box, at, -edge) for box in (placement.safe,)) and not any(
        _within(box, at, edge) for box in placement.covered
    )
    outside = any(_within(box, at, -edge) for box in placement.covered) or not _within(
        placement.safe, at, edge
    )
    if placement.crop is not None:
        shown = placement.shown
        if placement.crop.kind == "circle":
            away = math.dist(at, shown.center)
            inside = inside and away < shown.width / 2 - edge
            outside = outside or away > shown.width / 2 + edge
            # Not on the line that shows where the cut is.
            outside = outside and abs(away - shown.width / 2) > edge
        else:
            inside = inside and _within(shown, at, -edge)
            outside = outside or not _within(shown, at, edge)
    light = veiled.getpixel((int(x * veiled.width / 1000), int(y * veiled.height / 1000)))[0]
    if inside:
        assert light > 250
    elif outside:
        assert light < 250


_DRAWN: dict[str, object] = {}


def _shown(placement: Placement):  # type: ignore[no-untyped-def]
    if placement.id not in _DRAWN:
        whole = Rect(0, 0, placement.width, placement.height, Solid("#ffffff"))
        plain = Scene(placement.width, placement.height, (whole,))
        scale = 400 / max(placement.width, placement.height)
        _DRAWN[placement.id] = render(preview(plain, placement), scale).convert("RGB")
    return _DRAWN[placement.id]


def _within(box: Box, at: tuple[float, float], by: float) -> bool:
    """Whether a point is in a box made larger by `by`."""
    return box.left - by < at[0] < box.right + by and box.top - by < at[1] < box.bottom + by


def test_the_drawing_itself_is_left_as_it_is() -> None:
    placement = PLACES["instagram-story"]
    drawn = Scene(placement.width, placement.height, (Rect(0, 0, 9, 9, Solid("#000000")),), "алт")
    shown = preview(drawn, placement)
    assert (shown.width, shown.height, shown.title) == (drawn.width, drawn.height, "алт")
    assert len(shown.items) > 1


@pytest.mark.parametrize("placement", PLACES.values(), ids=PLACES)
def test_zones_are_promised_only_where_a_preview_shows_some(placement: Placement) -> None:
    drawn = preview(Scene(placement.width, placement.height, ()), placement)
    assert has_zones(placement) == (len(drawn.items) > 1)
