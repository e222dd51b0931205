"""Needs and the rungs that answer them."""

from __future__ import annotations

from creativekit.positioning.ladder import coverage, findings
from creativekit.project.positioning_section import Ladder

LADDER = Ladder(
    needs=["Жылы үй", {"kk": "таза ауа", "ru": "чистый воздух"}, "тыныштық"],
    rungs=[
        {
            "attribute": "қой жүні",
            "so_what": ["жылу ұстайды"],
            "value": "қыста да жалаңаяқ",
            "proof": "өлшенді",
            "need": "жылы ҮЙ.",
        },
        {
            "attribute": "табиғи бояу",
            "so_what": ["иіссіз", "зиянсыз"],
            "need": {"ru": "Чистый воздух"},
        },
        {"attribute": "өрнек", "value": "мақтаныш"},
    ],
)


def test_needs_are_matched_without_case_and_in_any_shared_language() -> None:
    found = coverage(LADDER)
    assert [str(need) for need in found.answered] == ["Жылы үй", "таза ауа"]
    assert [str(need) for need in found.unanswered] == ["тыныштық"]
    assert found.share == 2 / 3


def test_a_share_of_no_needs_is_no_number() -> None:
    assert coverage(Ladder()).share is None
    assert coverage(Ladder(rungs=[{"attribute": "жүн", "need": "жылу"}])).share is None
    assert coverage(Ladder(needs=["жылу"])).share == 0


def test_findings_name_the_need_and_each_rung_that_is_not_finished() -> None:
    assert [each.key for each in findings(LADDER)] == [
        "positioning.ladder.needs[3]",
        "positioning.ladder.rungs[2].value",
        "positioning.ladder.rungs[2].proof",
        "positioning.ladder.rungs[3].proof",
    ]
    assert findings(Ladder()) == ()
