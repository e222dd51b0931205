import itertools

import pytest
from color_seeds import seeds
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.color import status
from creativekit.color.oklab import hue_difference, oklch
from creativekit.color.tone import tone
from creativekit.color.vision import FAILS_BELOW, apart


@settings(max_examples=400)
@given(st.floats(0, 359.9))
def test_hues_are_pulled_by_at_most_fifteen_degrees(hue: float) -> None:
    plain, pulled = status.ramps(None), status.ramps(hue)
    for name in status.NAMES:
        turn = hue_difference(oklch(plain[name].seed)[2], oklch(pulled[name].seed)[2])
        assert abs(turn) <= 15.8  # 15, and what rounding to a hex adds


@pytest.mark.parametrize("dark", [False, True])
def test_a_grey_brand_gets_the_usual_four_on_four_tones(dark: bool) -> None:
    choice = status.choose(status.ramps(None), dark, ())
    assert choice.steps == choice.usual
    assert len(set(choice.steps.values())) == 4


@pytest.mark.parametrize("dark", [False, True])
@settings(max_examples=150, deadline=None)
@given(others=st.lists(seeds, max_size=2))
def test_the_four_are_told_apart_by_every_eye(dark: bool, others: list[str]) -> None:
    ramps = status.ramps(None)
    choice = status.choose(ramps, dark, others)
    colors = [ramps[name][choice.steps[name]] for name in status.NAMES]
    least = min(
        *(apart(first, second) for first, second in itertools.combinations(colors, 2)),
        *(apart(color, other) for color in colors for other in others),
        100.0,
    )
    assert choice.least <= least + 1e-9
    assert least >= FAILS_BELOW
    assert len({round(tone(color)) for color in colors}) == 4


def test_a_clash_is_repaired_by_moving_the_tone() -> None:
    ramps = status.ramps(None)
    choice = status.choose(ramps, False, (ramps["danger"][700],))
    assert choice.usual["danger"] == 700
    assert choice.steps["danger"] != 700
    assert choice.least >= FAILS_BELOW


def test_when_nothing_fits_the_best_is_given_and_its_difference_told() -> None:
    ramps = status.ramps(None)
    everywhere = tuple(color for ramp in ramps.values() for color in ramp.steps)
    assert status.choose(ramps, False, everywhere).least == 0
