"""Bands begin where they say; a gate caps them and says why."""

from __future__ import annotations

from typing import Any

import pytest
from instruments import small, thirty

from creativekit.presence.answers import Answer, Answers
from creativekit.presence.bands import at_gate, band_of, standing
from creativekit.presence.scoring import scores


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0, "starting"), (24.999, "starting"), (25, "visible"), (49.999, "visible"),
        (50, "working"), (74.999, "working"), (75, "growing"), (100, "growing"),
    ],
)  # fmt: skip
def test_where_bands_begin(score: float, band: str) -> None:
    assert band_of(score, small()).id == band


def run(levels: dict[str, Any], all_others: int = 3, profile: str = "site") -> Answers:
    given = {each.id: Answer(all_others) for each in thirty().asked(profile)}  # type: ignore[arg-type]
    return Answers.of(
        "2026.1", profile, (), given | {name: Answer(each) for name, each in levels.items()}
    )


@pytest.mark.parametrize(
    ("levels", "others", "band", "by_score", "held"),
    [
        ({}, 3, "growing", "growing", ()),  # all at 3 of 4: 75
        ({"6.1": 0}, 3, "visible", "working", ("6.1",)),
        ({"6.1": 1}, 4, "growing", "growing", ()),
        ({"2.1": 0, "5.1": 0, "6.1": 0}, 4, "visible", "growing", ("2.1", "5.1", "6.1")),
        ({"6.1": "dk"}, 4, "growing", "growing", ()),  # what is not known is not held against one
        ({"6.1": "na"}, 4, "growing", "growing", ()),
        (
            {"6.1": 0},
            1,
            "starting",
            "starting",
            (),
        ),  # a cap never lifts, nor is it told for nothing
        ({"4.4": 0}, 4, "growing", "growing", ()),  # no gate
    ],
)
def test_gates(
    levels: dict[str, Any], others: int, band: str, by_score: str, held: tuple[str, ...]
) -> None:
    answers = run(levels, others)
    found = standing(scores(answers, thirty()), answers, thirty())
    assert found.band is not None
    assert found.by_score is not None
    assert (found.band.id, found.by_score.id, found.capped_by) == (band, by_score, held)
    for name in held:
        assert thirty().gates.reason(name).get("en") == f"why {name}"


def test_without_a_score_there_is_no_band() -> None:
    answers = Answers.of("2026.1", "site", (), {"6.1": Answer(0)})
    found = standing(scores(answers, thirty()), answers, thirty())
    assert found.band is None
    assert found.by_score is None
    assert at_gate(answers, thirty()) == ("6.1",)
