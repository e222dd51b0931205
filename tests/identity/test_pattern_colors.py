"""A pattern's colours keep their distances for any brand colour."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.color.contrast import ratio
from creativekit.color.palette import palette
from creativekit.identity.pattern_colors import COLORWAYS, pattern_colors

SEEDS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#" + bytes(rgb).hex())


@settings(max_examples=80, deadline=None)
@given(seed=SEEDS, colorway=st.sampled_from(COLORWAYS))
def test_loud_is_loud_and_quiet_is_quiet_but_there(seed: str, colorway: str) -> None:
    colors = pattern_colors(palette(seed), colorway)
    ground = colors["ground"]
    assert set(colors) == {"ground", "primary", "accent", "quiet"}
    assert 1.05 < ratio(colors["quiet"], ground) < 1.7
    assert ratio(colors["primary"], ground) > 2
    assert ratio(colors["accent"], ground) > 1.3
    assert ratio(colors["quiet"], ground) < ratio(colors["primary"], ground)


@pytest.mark.parametrize("seed", ["#0a7e8c", "#ffd500", "#0b0b0d", "#fafaf7", "#ff0000", "#ffd3dc"])
def test_the_difficult_seeds(seed: str) -> None:
    grounds = {pattern_colors(palette(seed), way)["ground"] for way in COLORWAYS}
    assert len(grounds) == 3


def test_another_colourway_is_refused() -> None:
    with pytest.raises(KeyError):
        pattern_colors(palette("#0a7e8c"), "dark")
