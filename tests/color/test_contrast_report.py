import dataclasses
import math

import pytest
from color_seeds import STYLES, seeds
from hypothesis import given, settings

from creativekit.color.contrast import ratio
from creativekit.color.palette import palette
from creativekit.color.report import PAIRS, report
from creativekit.color.roles import APART, ROLES


@settings(max_examples=60, deadline=None)
@given(seeds)
def test_a_made_palette_breaks_nothing(seed: str) -> None:
    made = report(palette(seed, STYLES["steppe"]))
    assert made.broken == ()
    assert len(made.pairs) == 2 * len(PAIRS)
    assert len(made.separations) == 2 * len(APART)


def test_a_seed_too_light_for_white_text_says_so() -> None:
    says = [str(line) for line in report(palette("#00afca")).seed.says]
    assert says[0] == "#00afca cannot carry white text: 2.62 to 1, text needs 4.5"
    assert says[1].startswith("#00afca carries black text")
    assert "400" in says[2]


@pytest.mark.parametrize(
    ("seed", "white", "black"),
    [
        ("#0a7e8c", "carries white text:", "black text only when it is large"),
        ("#ff0000", "white text only when it is large", "carries black text:"),
        ("#0b0b0d", "carries white text:", "cannot carry black text"),
    ],
)
def test_what_other_seeds_carry(seed: str, white: str, black: str) -> None:
    says = report(palette(seed)).seed.says
    assert white in str(says[0])
    assert black in str(says[1])


def test_ratios_are_cut_and_never_rounded_up() -> None:
    for pair in report(palette("#0A7E8C")).pairs:
        exact = ratio(pair.foreground_hex, pair.background_hex)
        assert pair.ratio == math.floor(exact * 100) / 100
        assert pair.text == (exact >= 4.5)
        assert pair.large_text == pair.graphics == (exact >= 3)
        assert pair.enhanced == (exact >= 7)


def test_a_palette_changed_by_hand_is_found_out() -> None:
    made = palette("#0a7e8c")
    light = {**made.light, "ink": "#999999", "accent": made.light["primary"]}
    broken = report(dataclasses.replace(made, light=light)).broken
    found = {tuple(dataclasses.astuple(item)[:3]) for item in broken}
    assert ("light", "ink", "surface") in found
    assert ("light", "accent", "primary") in found
    assert not any(item.mode == "dark" for item in broken)


def test_every_role_appears() -> None:
    named = {role for front, back, _ in PAIRS for role in (front, back)}
    assert named == set(ROLES)


def test_verdicts_follow_the_thresholds() -> None:
    made = report(palette("#e07a3f", STYLES["playful"]))
    for item in made.separations:
        wanted = "same" if item.least < 5 else "near" if item.least < 8 else "apart"
        assert item.verdict == wanted
        assert set(item.differences) == {"normal", "protan", "deutan", "tritan"}
