"""Tests of what only the bold hand does: flat colours that are told apart and carry words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from creativekit.artwork.hands.bold import Bold, _loud
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.backends.raster import pixels
from creativekit.canvas.scene import Scene
from creativekit.color.contrast import TEXT, ratio
from styled_brands import SEEDS, styled

SCALE = 0.1


@pytest.mark.parametrize("seed", SEEDS)
def test_the_loud_colour_carries_small_words(seed: str) -> None:
    sheet = Sheet(styled("bold", SEEDS[seed]), 1080, 1350)
    loud = _loud(sheet)
    assert max(ratio(loud, "#ffffff") / TEXT, ratio(loud, sheet.neutral(950)) / 6.0) >= 1
    if seed != "pure red":
        assert loud == sheet.identity.palette.seed


@pytest.mark.parametrize("variant", range(7))
@pytest.mark.parametrize("seed", SEEDS)
def test_the_foot_of_a_block_is_told_from_it(seed: str, variant: int) -> None:
    """A near white brand had a white foot on a near white sheet: one empty page."""
    sheet = Sheet(styled("bold", SEEDS[seed]), 1080, 1350, variant)
    made = Bold(sheet).block()
    shown = pixels(Scene(sheet.width, sheet.height, made.under), SCALE, "#ffffff")
    top, foot = shown[2, 2, :3], shown[-2, 2, :3]
    assert ratio(_hex(top), _hex(foot)) >= 1.7


@pytest.mark.parametrize("form", [(1080, 1350), (1600, 900)])
def test_no_photograph_is_spent_on_what_the_strip_hides(form: tuple[int, int]) -> None:
    sheet = Sheet(styled("bold"), *form)
    made = Bold(sheet).photo()
    box = made.frames[0].box
    shown = pixels(Scene(sheet.width, sheet.height, made.over), SCALE)[..., 3] > 0
    strip = shown.nonzero()
    if form[0] > form[1]:
        assert box.left >= strip[1].min() / SCALE + sheet.unit * 0.02
    else:
        assert box.bottom <= strip[0].max() / SCALE - sheet.unit * 0.02


@pytest.mark.parametrize("crowd", [0.2, 0.5, 1.0])
@pytest.mark.parametrize("variant", range(7))
def test_the_subject_of_a_low_photograph_stands_clear_of_the_strip(
    variant: int, crowd: float
) -> None:
    """Four lines of headline push the strip up: it cut a player's instrument in two."""
    sheet = replace(Sheet(styled("bold"), 1080, 1350, variant), crowd=crowd)
    made = Bold(sheet).photo()
    seen = made.frames[0].seen
    assert seen is not None
    strip = pixels(Scene(sheet.width, sheet.height, made.over), SCALE)[..., 3] > 0
    assert seen.bottom < strip.nonzero()[0].min() / SCALE


def _hex(color: object) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in color)  # type: ignore[attr-defined]
