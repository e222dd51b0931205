"""Results without a name: whatever a person is called and writes, the file is the same."""

from __future__ import annotations

import dataclasses
import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
from assessments import answers, day, kept, ours
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from creativekit.presence.anonymous import Participant, participant_id, results, write
from creativekit.presence.answers import Answer
from creativekit.presence.history import Planned, Run
from creativekit.presence.places import Place

DOCS = Path(__file__).parent.parent.parent / "docs" / "results.md"
WHO = Participant(participant_id(b"s" * 32), ("kk", "ru"), "music", Place("KZ-43", "centre"))
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
INSTRUMENT, RUN = ours(), kept(answers(1))


def data(*runs: Run, who: Participant = WHO) -> bytes:
    return write(results(who, runs, INSTRUMENT))


PLAIN = data(RUN)


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_remarks_change_no_byte(note: str, other: str) -> None:
    given_ = tuple(
        (item, dataclasses.replace(each, note=note if item < "4" else other))
        for item, each in RUN.answers.given
    )
    run = dataclasses.replace(RUN, answers=dataclasses.replace(RUN.answers, given=given_))
    assert data(run) == PLAIN


@given(WORDS)
@settings(max_examples=100, deadline=None)
def test_a_record_that_somebody_wrote_into_lets_nothing_through(word: str) -> None:
    """Each place of a record that holds a word, at once."""
    assume(word not in str(INSTRUMENT))
    assume(not re.fullmatch(r"[\d.]+", word))
    assume(word.strip())
    score = RUN.scores.dimensions[0]
    run = dataclasses.replace(
        RUN,
        answers=dataclasses.replace(
            RUN.answers,
            instrument=word,
            profile=word,
            features=(word, "site"),
            given=((word, Answer(1, "self", word)), *RUN.answers.given),
            done=((word, day(0)),),
        ),
        scores=dataclasses.replace(
            RUN.scores,
            dimensions=(dataclasses.replace(score, dimension=word), *RUN.scores.dimensions),
            weakest=word,
            strongest=word,
            without=(word,),
        ),
        band=word,
        capped_by=(word,),
        readings=((word, 2), *RUN.readings),
        plan=(Planned(word, 1, day(0), day(0)), *RUN.plan),
    )
    made = json.loads(data(run))
    clean = json.loads(PLAIN)
    (told,), (expected,) = made.pop("runs"), clean.pop("runs")
    assert made == clean
    for key in ("instrument", "profile", "band"):
        assert told.pop(key) is None
        expected.pop(key)
    assert told.pop("features") == ["site"]
    expected.pop("features")
    assert told == expected


def test_days_become_months() -> None:
    step = RUN.plan[0].item
    done = dataclasses.replace(RUN.answers, done=((step, datetime.date(2026, 12, 3)),))
    text = data(dataclasses.replace(RUN, answers=done)).decode()
    assert not re.search(r"\d{4}-\d{2}-\d{2}", text)
    (run,) = json.loads(text)["runs"]
    assert run["month"] == "2026-11"
    assert run["done"] == {step: "2026-12"}


def test_every_run_is_in_it_the_oldest_first() -> None:
    runs = (kept(answers(0, day(2))), kept(answers(0, day(1))), RUN)
    found = json.loads(data(*runs))["runs"]
    assert [each["month"] for each in found] == sorted(each["month"] for each in found)
    assert [each["overall"] for each in found] == [run.scores.overall for run in runs]
    levels = {item: each["said"] for item, each in found[-1]["answers"].items()}
    assert levels == {item: each.said for item, each in RUN.answers.given}


def test_an_id_is_its_secrets_and_nothing_elses() -> None:
    secrets = [bytes([number]) * 32 for number in range(50)]
    ids = [participant_id(secret) for secret in secrets]
    assert ids == [participant_id(secret) for secret in secrets]
    assert len(set(ids)) == 50
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in ids)
    assert not any(each in secret.hex() for each, secret in zip(ids, secrets, strict=True))
    with pytest.raises(ValueError, match="16 bytes"):
        participant_id(b"Saz Studio")


def test_the_document_names_every_key_and_no_other() -> None:
    def keys(table: str) -> set[str]:
        return {
            key
            for row in re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE)
            for key in re.findall(r"`(\w+)`", row)
        }

    whole, of_a_run = DOCS.read_text("utf-8").split("\nA run:\n")
    found: dict[str, Any] = json.loads(PLAIN)
    assert keys(whole) == set(found)
    assert keys(of_a_run) == set(found["runs"][0])
