"""Distances to alternatives, by hand and as a law; what is ours alone; claims."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.positioning.alternatives import distances, findings, ours_alone
from creativekit.project.positioning_section import Alternatives


def sheet(attributes: list[tuple[int, int]], *others: list[int]) -> Alternatives:
    """attributes: weight and our score of each; others: their scores."""
    return Alternatives(
        attributes=[
            {"name": f"қасиет {index}", "weight": weight, "ours": ours}
            for index, (weight, ours) in enumerate(attributes)
        ],
        others=[{"name": f"балама {index}", "scores": each} for index, each in enumerate(others)],
    )


def test_distances_by_hand() -> None:
    # Weights 5, 3, 1: the widest is 25 · (5 + 3 + 1) = 225.
    # The first: 5·(5−1)² + 3·(4−0)² + 1·(2−2)² = 80 + 48 + 0 = 128; √(128/225) = 0.75425.
    # The third: 5·(5−5)² + 3·(4−2)² + 1·(2−4)² = 0 + 12 + 4 = 16; √(16/225) = 4/15.
    found = distances(sheet([(5, 5), (3, 4), (1, 2)], [1, 0, 2], [], [5, 2, 4]))
    assert [str(each.name) for each in found.measured] == ["балама 2", "балама 0"]
    assert [each.distance for each in found.measured] == pytest.approx([4 / 15, 0.754247], abs=1e-6)
    assert [str(name) for name in found.unscored] == ["балама 1"]


def test_equal_distances_keep_their_order() -> None:
    found = distances(sheet([(3, 2)], [3], [1], [3]))
    assert [str(each.name) for each in found.measured] == ["балама 0", "балама 1", "балама 2"]


@pytest.mark.parametrize("alternatives", [Alternatives(), sheet([]), sheet([(3, 3)])])
def test_nothing_to_measure(alternatives: Alternatives) -> None:
    assert distances(alternatives).measured == ()
    assert ours_alone(alternatives) == ()


SCORED = st.lists(
    st.tuples(st.integers(1, 5), st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=6
)


@given(SCORED)
def test_a_distance_is_symmetric_and_within_0_and_1(rows: list[tuple[int, int, int]]) -> None:
    there = sheet([(weight, ours) for weight, ours, _ in rows], [theirs for _, _, theirs in rows])
    back = sheet([(weight, theirs) for weight, _, theirs in rows], [ours for _, ours, _ in rows])
    one, two = (distances(each).measured[0].distance for each in (there, back))
    assert one == two
    assert 0 <= one <= 1
    assert (one == 0) == all(ours == theirs for _, ours, theirs in rows)


def test_the_opposite_profile_is_at_1() -> None:
    assert distances(sheet([(1, 0), (5, 5)], [5, 0])).measured[0].distance == 1


def test_ours_alone_is_three_or_more_where_each_of_theirs_is_one_or_less() -> None:
    alternatives = sheet(
        [(3, 3), (3, 5), (3, 2), (3, 5)],
        [1, 2, 0, 0],
        [],
        [0, 0, 0, 1],
    )
    assert [str(each.name) for each in ours_alone(alternatives)] == ["қасиет 0", "қасиет 3"]


def test_findings_are_the_unscored_and_the_unproven() -> None:
    alternatives = Alternatives(
        attributes=[
            {"name": "қолмен", "ours": 5, "proof": "бейне"},
            {"name": "тез", "ours": 4},
            {"name": "арзан", "ours": 3},
        ],
        others=[{"name": "ештеңе жасамау"}, {"name": "дүкен", "scores": [0, 5, 5]}],
    )
    assert [each.key for each in findings(alternatives)] == [
        "positioning.alternatives.others[1].scores",
        "positioning.alternatives.attributes[2].proof",
    ]
    assert findings(Alternatives()) == ()
