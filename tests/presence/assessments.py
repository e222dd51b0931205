"""Assessments for the tests of the report: of our own instrument, in every state a run can have."""

from __future__ import annotations

import dataclasses
import datetime
from typing import cast

from creativekit.errors import msg
from creativekit.presence import instrument_file
from creativekit.presence.answers import Answer, Answers, Said
from creativekit.presence.audit.verdict import Verdict, checks
from creativekit.presence.bands import standing
from creativekit.presence.evidence import Reading, gaps
from creativekit.presence.history import Run, run_of
from creativekit.presence.instrument import Instrument
from creativekit.presence.plan import plan
from creativekit.presence.reported import Checked, Reported
from creativekit.presence.scoring import scores

DAY = datetime.date(2026, 11, 26)
LEVELS = (2, 1, 3, 0, 2, 4, 1, 3)


def ours() -> Instrument:
    return instrument_file.instrument()


def answers(
    shift: int = 0, day: datetime.date = DAY, profile: str = "site", **told: Said
) -> Answers:
    """Levels by turns, each raised by `shift`; told: other answers; "" is none."""
    instrument = ours()
    given = {}
    for place, item in enumerate(instrument.asked(profile)):
        level = max(0, min(4, LEVELS[place % len(LEVELS)] + shift))
        said = told.get("q" + item.id.replace(".", "_"), cast(Said, level))
        if said != "":
            given[item.id] = Answer(said)
    return Answers.of(instrument.version, profile, (), given, 4, day)


def kept(found: Answers) -> Run:
    instrument = ours()
    result = scores(found, instrument)
    assert found.date is not None
    planned = plan(found, instrument, found.date)
    return run_of(found, result, standing(result, found, instrument), planned)


def assessed(
    found: Answers, *earlier: Answers, with_gaps: bool = False, with_audit: bool = False
) -> Reported:
    instrument = ours()
    assert found.date is not None
    readings = {
        "1.1": Reading("1.1", 4, (msg("the statement is written: worksheet 5"),)),
        "3.2": Reading(
            "3.2", 0, (msg("the audit gives the site {score} of 100", score=31),), "measured", True
        ),
    } if with_gaps else {}  # fmt: skip
    return Reported(
        instrument,
        kept(found),
        plan(found, instrument, found.date),
        tuple(kept(each) for each in earlier),
        gaps(found, readings, instrument),
        checked() if with_audit else None,
    )


def checked() -> Checked:
    outcomes = ("pass", "pass", "warn", "pass", "fail", "unknown", "pass")
    return Checked(
        "https://usta.example/",
        64,
        True,
        tuple(
            Verdict(each.id, outcomes[place % len(outcomes)], msg("seen {n}", n=place))  # type: ignore[arg-type]
            for place, each in enumerate(checks())
        ),
    )


def day(months: int) -> datetime.date:
    return DAY - datetime.timedelta(days=91 * months)


def full() -> Reported:
    """With all there is: earlier runs, gaps, an audit."""
    return assessed(
        answers(1), answers(0, day(2)), answers(0, day(1), q1_1=0), with_gaps=True, with_audit=True
    )


def capped() -> Reported:
    return assessed(answers(2, q6_1=0, q2_1=0))


def withheld() -> Reported:
    instrument = ours()
    left = {
        "q" + each.id.replace(".", "_"): "dk" for each in instrument.items if int(each.id[0]) > 4
    }
    return assessed(answers(1, **left))  # type: ignore[arg-type]


def one_unanswered() -> Reported:
    """Nothing is said of the audience."""
    return assessed(answers(1, **{f"q4_{n}": "" for n in range(1, 9)}))  # type: ignore[arg-type]


def complete() -> Reported:
    """All at the highest."""
    return assessed(answers(4), answers(2, day(1)))


def nothing() -> Reported:
    """No question is answered."""
    return assessed(Answers.of(ours().version, "site", (), {}, None, DAY))


def crowded() -> Reported:
    """All the questions that one business can be asked, a gap at every third, an audit, and steps
    that were taken."""
    instrument = ours()
    features = ("premises", "site", "market", "studio", "performer", "ngo")
    asked = instrument.asked("studio", features)
    given = {
        item.id: Answer(cast(Said, LEVELS[place % len(LEVELS)])) for place, item in enumerate(asked)
    }
    found = Answers.of(instrument.version, "studio", features, given, 10, DAY)
    for action in plan(found, instrument, DAY).actions[:2]:
        found = found.mark_done(instrument, action.item.id, DAY)
    readings = {
        item.id: Reading(item.id, (LEVELS[3 * place % len(LEVELS)] + 2) % 5, (msg("seen"),))
        for place, item in enumerate(asked[::3])
    }
    begun = dataclasses.replace(found, date=day(1), done=())
    return Reported(
        instrument,
        kept(found),
        plan(found, instrument, DAY),
        (kept(begun),),
        gaps(found, readings, instrument),
        checked(),
    )


STATES = {
    "full": full, "capped": capped, "withheld": withheld, "first": lambda: assessed(answers()),
    "one-unanswered": one_unanswered, "complete": complete,
    "nothing": nothing, "crowded": crowded,
}  # fmt: skip
