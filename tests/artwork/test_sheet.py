"""A sheet: what it gives a composition to draw with."""

from __future__ import annotations

import pytest

from creativekit.artwork.compositions import compose
from creativekit.artwork.sheet import Sheet
from styled_brands import SEEDS, STYLES, styled


@pytest.mark.parametrize("seed", SEEDS.values())
def test_the_brands_own_step_is_its_colour_exactly(seed: str) -> None:
    sheet = Sheet(styled("steppe", seed), 1080, 1350)
    ramp, own = sheet.identity.palette.ramps["primary"], sheet.identity.palette.own_step
    worn = {step: sheet.primary(step) for step, _ in ramp}
    assert {step for step in worn if worn[step] != ramp[step]} <= {own}
    if own is not None:
        assert worn[own] == seed


@pytest.mark.parametrize("style", STYLES)
def test_a_crowded_sheet_is_drawn_in_every_style(style: str) -> None:
    calm = compose(styled(style), 900, 500, 0)
    crowded = compose(styled(style), 900, 500, 0, crowd=1.0)
    assert len(crowded.scene.items) <= len(calm.scene.items)


def test_nothing_lies_under_what_stands_in_a_crowded_ornament() -> None:
    calm = compose(styled("ornament"), 900, 500, 0).scene.items
    crowded = compose(styled("ornament"), 900, 500, 0, crowd=1.0).scene.items
    assert len(calm) == len(crowded) + 1
