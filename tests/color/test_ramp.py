import pytest
from color_seeds import EDGES, seeds
from hypothesis import example, given, settings

from creativekit.color import ramp as ramps
from creativekit.color.contrast import ratio
from creativekit.color.oklab import oklch
from creativekit.color.tone import WHITE, tone


def _examples(test):  # type: ignore[no-untyped-def]
    for seed in EDGES:
        test = example(seed)(test)
    return test


@_examples
@settings(max_examples=1000)
@given(seeds)
def test_every_promise_of_a_ramp_on_the_rounded_hexes(seed: str) -> None:
    made = ramps.ramp(seed)
    assert len(made.steps) == len(ramps.STEPS) == 11
    assert ratio(WHITE, made[500]) >= 3
    assert ratio(WHITE, made[600]) >= 4.5
    assert ratio(WHITE, made[700]) >= 7
    for apart, least in ((5, 3.0), (6, 4.5), (7, 7.0)):
        for lighter, darker in zip(made.steps, made.steps[apart:], strict=False):
            assert ratio(lighter, darker) >= least
    for own, wanted in zip(made.steps, ramps.TONES, strict=True):
        assert tone(own) == pytest.approx(wanted, abs=0.4)


@settings(max_examples=300)
@given(seeds)
def test_the_nearest_step_has_the_chroma_of_the_seed(seed: str) -> None:
    chroma = oklch(seed)[1]
    step = ramps.nearest_step(seed)
    found = oklch(ramps.ramp(seed)[step])[1]
    assert found <= chroma + 0.005  # the gamut may have less at that tone, and never gives more


def test_a_seed_on_a_step_comes_back_nearly_itself() -> None:
    made = ramps.ramp("#0a7e8c")
    assert ramps.nearest_step("#0a7e8c") == 600
    assert oklch(made[600])[1] == pytest.approx(oklch("#0a7e8c")[1], abs=0.005)


def test_yellow_goes_to_amber_and_not_to_olive() -> None:
    made = ramps.ramp("#ffd800")
    hues = [oklch(made[step])[2] for step in (400, 500, 600, 700, 800)]
    assert hues == sorted(hues, reverse=True)
    assert hues[-1] < 62


def test_the_drift_is_the_stated_one() -> None:
    assert ramps.drifted(90, 80, 46) == pytest.approx(90 - 42 * (80 - 46) / (80 - 12))
    assert ramps.drifted(60, 80, 12) == pytest.approx(48)
    assert ramps.drifted(115, 80, 12) == pytest.approx(70)
    assert ramps.drifted(90, 60, 80) == 90  # lighter than the seed
    assert ramps.drifted(120, 80, 20) == 120  # not a yellow
    assert ramps.drifted(90, 11.5, 11) == 90  # darker than where the drift ends


def test_a_turned_yellow_is_no_olive_either() -> None:
    assert oklch(ramps.ramp("#b5562b", turn=60)[600])[2] < 90


@pytest.mark.parametrize("seed", ["#fde2ea", "#fff3c4", "#ffb9cf"])
def test_a_pale_tint_grows_into_a_color_below_its_own_step(seed: str) -> None:
    made, own = ramps.ramp(seed), ramps.nearest_step(seed)
    assert oklch(made[own])[1] == pytest.approx(oklch(seed)[1], abs=0.006)
    assert oklch(made[400])[1] > 0.09
    # The promise of the ramp is the same: it is by tone.
    assert ratio(WHITE, made[600]) >= 4.5


def test_a_full_color_does_not_grow() -> None:
    for seed in ("#0a7e8c", "#ffd800", "#ff0000", "#cccccc", "#fafaf7"):
        assert ramps._growth(seed) == 1.0


def test_a_grey_stays_grey() -> None:
    assert all(oklch(color)[1] < 0.003 for _, color in ramps.ramp("#808080"))


def test_steps_by_name() -> None:
    made = ramps.ramp("#0A7E8C")
    assert made.seed == "#0a7e8c"
    assert dict(made)[950] == made[950] == made.steps[-1]
    with pytest.raises(KeyError, match="550"):
        made[550]
