import pytest

from creativekit.color import accent
from creativekit.color.contrast import ratio
from creativekit.color.difference import difference
from creativekit.color.oklab import oklch
from creativekit.color.scheme import Accent

SUN = Accent(tone=57, chroma=0.19, hue=38)
LAKE = Accent(tone=48, chroma=0.12, hue=205)
OPPOSITE = Accent(tone=57, chroma=0.19, turn=180)
PAPERS = ("#f6ebd9", "#ffffff")


def _ground(primary: str, dark: bool = False, contrast: float = 1.0) -> accent.Ground:
    return accent.Ground(primary, ("#111111", "#1c1c1c") if dark else PAPERS, dark, contrast)


def test_the_first_that_is_clear_is_taken_as_it_is() -> None:
    chosen = accent.choose((SUN, LAKE), 207, (_ground("#0a7e8c"),))
    assert chosen.index == 0
    assert oklch(chosen.colors[0])[2] == pytest.approx(38, abs=1.5)


def test_a_brand_of_the_accents_own_color_gets_the_next() -> None:
    chosen = accent.choose((SUN, LAKE), 38, (_ground("#e4572e"),))
    assert chosen.index == 1
    assert difference(chosen.colors[0], "#e4572e") >= accent.CLEAR


def test_a_turn_counts_from_the_brand_and_is_passed_over_for_a_grey() -> None:
    turned = accent.choose((OPPOSITE,), 207, (_ground("#0a7e8c"),))
    assert oklch(turned.colors[0])[2] == pytest.approx(27, abs=2)
    assert accent.choose((OPPOSITE, SUN), None, (_ground("#808080"),)).index == 1
    assert accent.choose((OPPOSITE,), None, (_ground("#808080"),)).colors[0] != "#808080"


def test_one_hue_for_both_modes_and_lighter_in_the_dark() -> None:
    light, dark = accent.choose((SUN,), 207, (_ground("#0a7e8c"), _ground("#0a7e8c", True))).colors
    assert abs(oklch(light)[2] - oklch(dark)[2]) < 2
    assert oklch(dark)[0] > oklch(light)[0]


def test_a_wanted_contrast_with_the_primary_is_found() -> None:
    chosen = accent.choose((SUN, LAKE), 95, (_ground("#ffd800", contrast=3.0),))
    assert ratio(chosen.colors[0], "#ffd800") >= 3.0


def test_when_nothing_is_clear_the_best_is_still_given() -> None:
    only = accent.choose((SUN,), 38, (_ground("#e4572e"),))
    assert difference(only.colors[0], "#e4572e") > 10
