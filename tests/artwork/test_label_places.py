"""Places of labels: free of everything, and the best of all choices."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.artwork.label_places import Place, around, chosen, meet
from creativekit.canvas.path import Box

FIELD = Box(0, 0, 600, 400)


def test_a_label_alone_stands_at_the_right_of_its_point() -> None:
    (place,) = chosen([around(300, 200, 10, [(80, 20)])], FIELD, []) or ()
    assert place.box == Box(310, 190, 390, 210)


@pytest.mark.parametrize(
    ("x", "y", "side"), [(590, 200, "left"), (300, 399, "above"), (599, 399, "above")]
)
def test_at_an_edge_it_goes_to_the_side_that_is_free(x: float, y: float, side: str) -> None:
    (place,) = chosen([around(x, y, 10, [(80, 20)])], FIELD, []) or ()
    if "left" in side:
        assert place.box.right < x
    if "above" in side:
        assert place.box.bottom < y


def test_a_label_with_no_free_place_is_told() -> None:
    wall = [Box(0, 0, 600, 400)]
    assert chosen([around(300, 200, 10, [(80, 20)])], FIELD, wall) is None
    assert chosen([around(300, 200, 10, [(900, 20)])], FIELD, []) is None


def test_a_name_on_two_lines_is_taken_where_one_line_finds_no_place() -> None:
    narrow = Box(0, 0, 100, 400)
    (place,) = chosen([around(50, 200, 10, [(120, 20), (60, 40)])], narrow, []) or ()
    assert place.form == 1


points = st.tuples(st.integers(60, 540), st.integers(40, 360), st.integers(30, 160))


@settings(deadline=None, max_examples=40)
@given(st.lists(points, min_size=1, max_size=8))
def test_what_is_chosen_lies_inside_and_on_nothing(spots: list[tuple[int, int, int]]) -> None:
    fixed = [Box(x - 5, y - 5, x + 5, y + 5) for x, y, _ in spots]
    labels = [around(x, y, 9, [(wide, 20), (wide * 0.6, 40)]) for x, y, wide in spots]
    found = chosen(labels, FIELD, fixed)
    if found is None:
        return
    for place, places in zip(found, labels, strict=True):
        assert place in places
        box = place.box
        assert min(box.left, box.top) >= 0
        assert box.right <= 600
        assert box.bottom <= 400
        assert not any(meet(box, other) for other in fixed)
    assert not any(meet(one.box, other.box) for one, other in combinations(found, 2))


@settings(deadline=None, max_examples=30)
@given(st.lists(points, min_size=2, max_size=3))
def test_no_other_choice_costs_less(spots: list[tuple[int, int, int]]) -> None:
    labels = [around(x, y, 9, [(wide, 20)])[:12] for x, y, wide in spots]
    found = chosen(labels, FIELD, [])

    def free(choice: tuple[Place, ...]) -> bool:
        inside = all(
            each.box.left >= 0
            and each.box.top >= 0
            and each.box.right <= 600
            and each.box.bottom <= 400
            for each in choice
        )
        return inside and not any(meet(a.box, b.box) for a, b in combinations(choice, 2))

    costs = [sum(each.cost for each in choice) for choice in product(*labels) if free(choice)]
    if found is None:
        assert not costs
    else:
        assert sum(each.cost for each in found) == pytest.approx(min(costs))
