"""What was measured stands beside what was said."""

from __future__ import annotations

from typing import Any

import pytest
from instruments import small

from creativekit.errors import msg
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.evidence import Reading, beside, best, gaps, with_readings

SEEN = (msg("seen"),)


def read(item: str, level: int, **more: Any) -> Reading:
    return Reading(item, level, SEEN, **more)


def run(**said: Any) -> Answers:
    given = {name.replace("_", ".").lstrip("q"): each for name, each in said.items()}
    return Answers.of("2026.1", "site", (), given)


@pytest.mark.parametrize(
    ("said", "level", "which"),
    [
        (3, 1, "more-said"), (4, 1, "more-said"), (0, 2, "more-seen"), (2, 4, "more-seen"),
        (2, 1, None), (1, 2, None), (2, 2, None), ("dk", 4, None), ("na", 4, None),
    ],
)  # fmt: skip
def test_two_levels_apart_are_told(said: Any, level: int, which: str | None) -> None:
    answers = run(q1_1=Answer(said))
    found = gaps(answers, {"1.1": read("1.1", level)}, small())
    assert [each.which for each in found] == ([which] if which else [])
    assert answers == run(q1_1=Answer(said))


def test_what_rests_on_a_measurement_is_not_held_against_itself() -> None:
    readings = {"1.1": read("1.1", 0)}
    assert gaps(run(q1_1=Answer(3, "measured")), readings, small()) == ()
    assert len(gaps(run(q1_1=Answer(3, "trainer")), readings, small())) == 1


def test_only_what_nobody_said_is_filled_in() -> None:
    readings = {name: read(name, 2, basis="measured") for name in ("1.1", "1.2", "3.1")}
    found = with_readings(run(q1_1=Answer(0), q1_2=Answer("dk")), readings, small())
    assert found == run(q1_1=Answer(0), q1_2=Answer("dk"), q3_1=Answer(2, "measured"))


def test_nothing_is_filled_in_that_is_not_asked() -> None:
    answers = Answers.of("2026.1", "no-site")
    assert with_readings(answers, {"3.2": read("3.2", 3)}, small()) == answers


def test_the_reading_that_says_most() -> None:
    low, high = read("1.1", 1), read("1.1", 3)
    exact = read("1.1", 2, basis="measured", exact=True)
    assert best([low, high]) == {"1.1": high}
    assert best([high], [low]) == {"1.1": high}
    assert best([exact], [high, low]) == {"1.1": exact}


@pytest.mark.parametrize(
    ("said", "reading", "agreed", "text"),
    [
        (2, read("1.1", 2), True, "you say level 2, and that much can be seen"),
        (3, read("1.1", 2), True, "you say level 3; level 2 at least can be seen"),
        (3, read("1.1", 2, exact=True), False, "you say level 3, and level 2 was measured: close"),
        (1, read("1.1", 2), False, "you say level 1, and level 2 can be seen already: you may"),
        (4, read("1.1", 2), False, "you say level 4; what can be seen from here proves level 2"),
    ],
)
def test_only_what_nothing_speaks_against_agrees(
    said: Any, reading: Reading, agreed: bool, text: str
) -> None:
    (found,) = beside(run(q1_1=Answer(said)), {"1.1": reading}, small())
    assert found.is_agreed is agreed
    assert str(found.message).startswith(text)


@pytest.mark.parametrize(
    ("said", "reading", "text"),
    [
        (0, read("1.1", 2), "you say level 0, and level 2 can be seen already"),
        (3, read("1.1", 0, exact=True), "you say level 3, and level 0 was measured"),
        (4, read("1.1", 2), "you say level 4; what can be seen from here proves level 2"),
    ],
)
def test_a_gap_is_told_kindly(said: Any, reading: Reading, text: str) -> None:
    (gap,) = gaps(run(q1_1=Answer(said)), {"1.1": reading}, small())
    assert str(gap.message).startswith(text)
