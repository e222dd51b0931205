"""Everything that a report is made from can be an input of a Job: told apart, and sent to a
process."""

from __future__ import annotations

import datetime
import pickle
from typing import Any

import pytest
from instruments import small

from creativekit.errors import msg
from creativekit.jobs import digest
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.bands import standing
from creativekit.presence.change import change, series
from creativekit.presence.evidence import Reading, gaps
from creativekit.presence.history import run_of
from creativekit.presence.plan import plan
from creativekit.presence.scoring import scores

DAY = datetime.date(2026, 11, 26)


def parts(level: int) -> dict[str, Any]:
    answers = Answers.of("2026.1", "site", (), {"1.1": Answer(level), "3.2": Answer(1)}, 4, DAY)  # type: ignore[arg-type]
    found = scores(answers, small())
    stands = standing(found, answers, small())
    planned = plan(answers, small(), DAY)
    readings = {"1.1": Reading("1.1", 4, (msg("seen {n}", n=1),))}
    run = run_of(answers, found, stands, planned, readings)
    return {
        "answers": answers,
        "scores": found,
        "standing": stands,
        "plan": planned,
        "gaps": gaps(answers, readings, small()),
        "run": run,
        "change": change(run, run),
        "series": series([run]),
        "instrument": small(),
    }


@pytest.mark.parametrize("name", parts(0))
def test_inputs_of_jobs(name: str) -> None:
    value = parts(0)[name]
    assert digest(value) == digest(parts(0)[name])
    assert pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize("name", ["answers", "scores", "plan", "gaps", "run", "series"])
def test_other_answers_are_other_inputs(name: str) -> None:
    assert digest(parts(0)[name]) != digest(parts(2)[name])
