import pytest
from color_seeds import seeds
from hypothesis import given

from creativekit.color import contrast
from creativekit.color.tone import luminance_of


def test_known_ratios() -> None:
    assert contrast.ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast.ratio("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)
    assert contrast.ratio("#ffffff", "#777777") == pytest.approx(4.48, abs=0.005)


@given(seeds, seeds)
def test_symmetric_and_within_its_range(first: str, second: str) -> None:
    assert contrast.ratio(first, second) == contrast.ratio(second, first)
    assert 1 <= contrast.ratio(first, second) <= 21.0001


@given(seeds)
def test_black_or_white_reads_on_everything(fill: str) -> None:
    assert contrast.ratio(contrast.black_or_white(fill), fill) >= 4.58


@given(seeds)
def test_readable_takes_the_first_that_reads(fill: str) -> None:
    ink = contrast.readable(fill, ("#ffffff", "#1d1d20"))
    assert contrast.ratio(ink, fill) >= 4.5
    if contrast.ratio("#ffffff", fill) >= 4.5:
        assert ink == "#ffffff"


@pytest.mark.parametrize(
    ("minimum", "most_on_white", "least_on_six"),
    [(3.0, 61.7, 41.2), (4.5, 49.9, 52.4), (7.0, 37.8, 65.5)],
)
def test_tones_that_a_ratio_allows(
    minimum: float, most_on_white: float, least_on_six: float
) -> None:
    assert contrast.lightest_tone_below("#ffffff", minimum) == pytest.approx(
        most_on_white, abs=0.05
    )
    y = (luminance_of(6) + 0.05) * minimum - 0.05
    assert contrast.tone_of(y) == pytest.approx(least_on_six, abs=0.05)


def test_bounds_meet_the_ratio() -> None:
    assert contrast.darkest_tone_above("#000000", 4.5) == pytest.approx(
        contrast.tone_of(0.05 * 4.5 - 0.05)
    )
