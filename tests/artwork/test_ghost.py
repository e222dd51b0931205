from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from creativekit.artwork.ghost import FAINT, ghost, mixed
from creativekit.color.contrast import black_or_white, ratio

HEXES = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@given(HEXES)
def test_a_ghost_is_under_a_figure_and_words_read_on_it(ground: str) -> None:
    ink = black_or_white(ground)
    found = ghost(ground, ink)
    assert ratio(found, ground) <= FAINT + 0.01
    # Never worse than on the bare ground, except where there is no way further from the ink.
    assert ratio(ink, found) >= min(ratio(ink, ground), 17.0) * 0.98


@given(HEXES)
def test_a_ghost_is_seen(ground: str) -> None:
    assert ratio(ghost(ground, black_or_white(ground)), ground) >= 1.05


@given(HEXES, HEXES, st.floats(0, 1))
def test_a_mixture_lies_between_its_paints(one: str, other: str, share: float) -> None:
    for at in (1, 3, 5):
        low, high = sorted((int(one[at : at + 2], 16), int(other[at : at + 2], 16)))
        assert low <= int(mixed(one, other, share)[at : at + 2], 16) <= high
    assert mixed(one, other, 0) == one
