"""Privacy, attacked: nothing that is shown tells a figure that is hidden."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.cohort import privacy, published_answers
from creativekit.cohort.free_text import is_telling

LEAST = 5


def compositions(total: int, most: list[int]) -> Iterator[tuple[int, ...]]:
    if len(most) == 1:
        if 0 <= total <= most[0]:
            yield (total,)
        return
    for first in range(min(total, most[0]) + 1):
        for rest in compositions(total - first, most[1:]):
            yield (first, *rest)


def solved(
    table: list[list[int]], hidden: frozenset[tuple[int, int]]
) -> dict[tuple[int, int], set[int]]:
    """What each hidden cell can be, by trying everything out: an attacker with patience."""
    found: dict[tuple[int, int], set[int]] = {each: set() for each in hidden}
    columns = [sum(row[j] for row in table) for j in range(len(table[0]))]

    def rows(i: int, left: list[int], made: list[tuple[int, ...]]) -> None:
        if i == len(table):
            if not any(left):
                for a, b in hidden:
                    found[a, b].add(made[a][b])
            return
        open_ = [j for j in range(len(table[0])) if (i, j) in hidden]
        fixed = {j: table[i][j] for j in range(len(table[0])) if j not in open_}
        if not open_:
            rows(i + 1, [a - fixed[j] for j, a in enumerate(left)], [*made, tuple(table[i])])
            return
        total = sum(table[i]) - sum(fixed.values())
        for each in compositions(total, [left[j] for j in open_]):
            values = dict(fixed) | dict(zip(open_, each, strict=True))
            row = tuple(values[j] for j in range(len(table[0])))
            rest = [a - b for a, b in zip(left, row, strict=True)]
            if min(rest) >= 0:
                rows(i + 1, rest, [*made, row])

    rows(0, columns, [])
    return found


def tables(rows: int, columns: int, most: int) -> st.SearchStrategy[list[list[int]]]:
    line = st.lists(st.integers(0, most), min_size=columns, max_size=columns)
    return st.lists(line, min_size=rows, max_size=rows).filter(
        lambda t: min(map(sum, t)) >= LEAST and min(map(sum, zip(*t, strict=True))) >= LEAST
    )


@settings(max_examples=60, deadline=None)
@given(tables(2, 3, 9) | tables(3, 2, 9) | tables(2, 2, 12) | tables(3, 3, 6))
def test_a_table_that_is_solved_tells_no_small_cell(table: list[list[int]]) -> None:
    hidden = privacy.hidden_in(table, LEAST)
    few = {(i, j) for i, row in enumerate(table) for j, cell in enumerate(row) if cell < LEAST}
    assert few <= hidden
    for place, values in solved(table, hidden).items():
        assert privacy.bounds(table, hidden, place) == (min(values), max(values))
        if place in few:
            assert max(values) - min(values) >= LEAST - 1


@settings(max_examples=60, deadline=None)
@given(tables(7, 6, 9) | tables(3, 12, 40))
def test_large_tables_keep_small_cells_in_wide_ranges(table: list[list[int]]) -> None:
    hidden = privacy.hidden_in(table, LEAST)
    for i, row in enumerate(table):
        for j, cell in enumerate(row):
            if cell < LEAST:
                low, high = privacy.bounds(table, hidden, (i, j))
                assert high - low >= LEAST - 1


@settings(max_examples=80, deadline=None)
@given(tables(3, 4, 9) | tables(5, 3, 8) | tables(2, 5, 20))
def test_what_is_hidden_of_a_row_or_a_column_is_enough_people_together(
    table: list[list[int]],
) -> None:
    hidden = privacy.hidden_in(table, LEAST)
    lines = [[(i, j) for j in range(len(table[0]))] for i in range(len(table))]
    for line in [*lines, *zip(*lines, strict=True)]:
        gone = [table[i][j] for i, j in line if (i, j) in hidden]
        assert not gone or (len(gone) > 1 and sum(gone) >= LEAST)


def test_a_total_less_what_is_shown_of_its_line_tells_no_small_sum() -> None:
    # Equipment: of 52, 21 + 22 + 5 in three groups, and 4 in those two that were hidden.
    figures, wholes = [21, 22, 5, 3, 1], [70, 75, 40, 36, 30]
    hidden = privacy.hidden_shares(figures, wholes, LEAST)
    assert sum(figures[at] for at in hidden) >= LEAST
    assert {3, 4} < hidden
    assert 0 not in hidden or 1 not in hidden


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(5, 14), st.floats(0, 1)), min_size=2, max_size=4))
def test_shares_of_groups_hide_those_who_did_not_say_so_too(
    parts: list[tuple[int, float]],
) -> None:
    wholes = [whole for whole, _ in parts]
    figures = [round(whole * share) for whole, share in parts]
    if not privacy.shows(sum(figures), sum(wholes), LEAST):
        with pytest.raises(ValueError, match="enough people"):
            privacy.hidden_shares(figures, wholes, LEAST)
        return
    hidden = privacy.hidden_shares(figures, wholes, LEAST)
    left = sum(figures[at] for at in hidden)
    if hidden:
        assert left >= LEAST
        assert sum(wholes[at] for at in hidden) - left >= LEAST
    order = sorted(hidden)
    possible = list(compositions(left, [wholes[at] for at in order])) if order else []
    for index, at in enumerate(order):
        if not privacy.shows(figures[at], wholes[at], LEAST):
            values = {each[index] for each in possible}
            assert max(values) - min(values) >= LEAST - 1
    for at in set(range(len(parts))) - hidden:
        assert privacy.shows(figures[at], wholes[at], LEAST)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=8))
def test_parts_and_steps_and_sums(parts: list[int]) -> None:
    hidden = privacy.hidden_parts(parts, LEAST)
    assert all(part >= LEAST for at, part in enumerate(parts) if at not in hidden)
    if hidden and len(hidden) < len(parts):
        assert len(hidden) >= 2
        assert sum(parts[at] for at in hidden) >= LEAST
    whole = sum(parts)
    steps = [sum(parts[at:]) for at in range(1, len(parts))]
    shown = [
        step for at, step in enumerate(steps) if at not in privacy.hidden_steps(steps, whole, LEAST)
    ]
    for before, after in zip([whole, *shown], [*shown, 0], strict=True):
        assert before - after >= LEAST or not shown
    counts = {str(at): part for at, part in enumerate(parts)}
    found = privacy.merged(counts, LEAST)
    assert all(counts[each] >= LEAST for each in found.shown)
    if found.together and found.shown:
        assert len(found.together) >= 2
        assert found.rest >= LEAST
    assert found.rest == sum(counts[each] for each in found.together)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.one_of(st.none(), st.integers(0, 6))), min_size=2,
             max_size=4)
)  # fmt: skip
def test_head_counts_do_not_tell_how_many_of_a_small_group_answered(
    groups: list[tuple[int, int | None]],
) -> None:
    """Who was there is known; of a group nobody answers twice."""
    counts = {str(at): n for at, (n, _) in enumerate(groups)}
    most = {str(at): n + more for at, (n, more) in enumerate(groups) if more is not None}
    found = privacy.merged(counts, LEAST, (), most)
    if not found.shown or not found.together:
        return
    rooms = [min(found.rest, most.get(each, found.rest)) for each in found.together]
    possible = list(compositions(found.rest, rooms))
    for at, each in enumerate(found.together):
        values = {one[at] for one in possible}
        assert counts[each] in values
        assert max(values) - min(values) >= min(LEAST - 1, rooms[at])


def test_no_need_is_told_by_what_nobody_can_name_more_of() -> None:
    """Twelve people name three needs each, and one need is named by two: what is shown may not add
    up to 34 of the 36 answers that they can have given."""
    values = {"a": [6, 6], "b": [6, 6], "c": [5, 5], "d": [1, 1]}
    out = published_answers._left_out(values, {"d"}, 12, 3, LEAST)
    assert out == {"c", "d"}
    # Nobody has named "d", nor has anybody left an answer out: 12 hidden choices of two needs.
    assert 3 * 12 - sum(sum(values[each]) for each in values if each not in out) == 12


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(1, 8), min_size=3, max_size=3), min_size=3, max_size=3))
def test_needs_by_group_are_a_table_of_which_all_sums_are_known(table: list[list[int]]) -> None:
    """Everybody has named as many needs as one can, so each group's sum is known as well: solved
    with that, no small figure is narrower than five values."""
    table = [row for row in table if sum(row) >= 2 * LEAST] or [[9, 9, 9]]
    order = [str(at) for at in range(len(table))]
    values = dict(zip(order, table, strict=True))
    most = [sum(row[at] for row in table) for at in range(3)]
    hidden = {each: {at for at, n in enumerate(row) if n < LEAST} for each, row in values.items()}
    hidden = published_answers._more(values, hidden, most, LEAST)
    places = frozenset((i, at) for i, each in enumerate(order) for at in hidden[each])
    if len(places) == 3 * len(table):
        return
    for (i, at), found in solved(table, places).items():
        if table[i][at] < LEAST:
            assert max(found) - min(found) >= LEAST - 1


def test_one_small_cell_takes_three_more_with_it() -> None:
    table = [[2, 20, 30], [20, 8, 30], [20, 20, 30]]
    assert privacy.hidden_in(table, LEAST) == {(0, 0), (0, 1), (1, 0), (1, 1)}
    # A rectangle of a small number opposite does not hide enough.
    assert privacy.bounds([[2, 20], [20, 1]], {(0, 0), (0, 1), (1, 0), (1, 1)}, (0, 0)) == (1, 22)


@pytest.mark.parametrize(
    "text",
    [
        "87011234567", "+7 (701) 123-45-67", "8 701 123 45 67", "тел. 7 2 7 2 6 1 2 3 4 5",
        "ЖСН 900101300123", "900101 300123", "a.b@mail.kz", "a (at) mail.kz", "жазыңыз @saz.studio",
        "https://x.kz", "t.me/saz", "wa.me", "+7\u200b701\u200b1234567", "８７０１１２３４５６７",
        "٨٧٠١١٢٣٤٥٦٧",
    ],
)  # fmt: skip
def test_what_tells_who_somebody_is_is_found(text: str) -> None:
    assert is_telling(f"Хабарласыңыз: {text}.")


@pytest.mark.parametrize(
    "text",
    ["Грант 5 000 000 теңге", "2026 жылы 12 шеберхана", "100 %", "25.11.2026", "Студия @ хаб", "",
     "2024, 2025, 2026 жж."],
)  # fmt: skip
def test_what_tells_nobody_stays(text: str) -> None:
    assert not is_telling(text)


def test_brute_force_agrees_with_itself() -> None:
    """The attacker above is no straw man: it finds a cell that is alone in its row."""
    table = [[2, 20], [20, 20]]
    assert solved(table, frozenset({(0, 0)})) == {(0, 0): {2}}
