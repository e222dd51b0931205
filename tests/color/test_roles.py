import pytest

from creativekit.color import roles
from creativekit.color.contrast import ratio
from creativekit.color.oklab import oklch
from creativekit.color.ramp import ramp
from creativekit.color.scheme import Scheme, Tint
from creativekit.color.tone import tone

WHITE_PAPERS = ("#fcfcfd", "#ffffff")
NIGHT = ("#121214", "#1d1d20")


@pytest.mark.parametrize("dark", [False, True])
def test_inks_are_settled_on_the_hardest_paper(dark: bool) -> None:
    scheme = Scheme(
        surface=Tint(78, 0.06, 76), ink=Tint(30), dark_surface=Tint(22), dark_ink=Tint(80)
    )
    paper = roles.paper("#0a7e8c", scheme, dark)
    for ground in (paper.surface, paper.raised):
        assert ratio(paper.ink, ground) >= 7
        assert ratio(paper.muted, ground) >= 4.5
        assert ratio(paper.outline, ground) >= 3


def test_ink_moves_no_further_than_it_must() -> None:
    settled = roles.settled(Tint(90), "#808080", "#ffffff", 4.5, False)
    assert 4.5 <= ratio(settled, "#ffffff") < 4.6
    untouched = roles.settled(Tint(20), "#808080", "#ffffff", 4.5, False)
    assert tone(untouched) == pytest.approx(20, abs=0.3)


def test_a_tint_of_a_grey_seed_has_no_hue_to_lend() -> None:
    assert oklch(roles.tinted(Tint(50, 0.05), "#808080"))[1] < 0.002
    assert oklch(roles.tinted(Tint(50, 0.05), "#0a7e8c"))[1] == pytest.approx(0.05, abs=0.004)
    assert oklch(roles.tinted(Tint(50, 0.05, 80), "#808080"))[1] == pytest.approx(0.05, abs=0.004)


@pytest.mark.parametrize("seed", ["#0a7e8c", "#ffd800", "#ff0000", "#808080", "#0b0b0d"])
def test_a_seed_that_shows_on_paper_is_the_fill_itself(seed: str) -> None:
    assert roles.primary_fill(seed, ramp(seed), WHITE_PAPERS, False) == seed


def test_a_seed_that_vanishes_moves_to_where_it_shows() -> None:
    pink = roles.primary_fill("#fde2ea", ramp("#fde2ea", 2), WHITE_PAPERS, False)
    assert tone(pink) > 60  # the nearest step, and not the darkest
    white = roles.primary_fill("#fafaf7", ramp("#fafaf7"), WHITE_PAPERS, False)
    assert tone(white) < 25  # a grey goes to the other end
    black = roles.primary_fill("#0b0b0d", ramp("#0b0b0d"), NIGHT, True)
    assert tone(black) > 90
    navy = roles.primary_fill("#14205c", ramp("#14205c"), NIGHT, True)
    assert ratio(navy, NIGHT[0]) >= 3
