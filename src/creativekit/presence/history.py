"""Every run is kept: presence/history/<date>[-n].json, one file a run.

A record holds what was answered and what it came to, the scores, the band and the plan, because a
later instrument would score the same answers otherwise and make another plan of them. It is text
that a person can read, of plain sorted JSON; the same run is the same bytes. Nothing here writes.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from creativekit.errors import InputError, Problem, fail, msg
from creativekit.jobs import digest
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.bands import Standing
from creativekit.presence.evidence import Reading
from creativekit.presence.plan import Plan
from creativekit.presence.scoring import Score, Scores

FOLDER = "presence/history"
SCHEMA = 1
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([1-9]\d{0,3}))?\.json")


@dataclass(frozen=True, slots=True)
class Planned:
    """A step as it was planned: to reach a level of an item from one day to another."""

    item: str
    reaches: int
    start: datetime.date
    due: datetime.date


@dataclass(frozen=True, slots=True)
class Run:
    """One run as it is kept; `answers.date` is its day.

    readings: by item, the level that was measured. band: its id, or None.
    """

    answers: Answers
    scores: Scores
    band: str | None = None
    capped_by: tuple[str, ...] = ()
    readings: tuple[tuple[str, int], ...] = ()
    plan: tuple[Planned, ...] = ()

    @property
    def date(self) -> datetime.date:
        """Raises ValueError for a run without a day, which cannot be kept."""
        if self.answers.date is None:
            raise ValueError("a run that is kept has a day")
        return self.answers.date

    @property
    def digest(self) -> str:
        """Stands for the run in Job keys."""
        return digest(write(self))


class History(NamedTuple):
    """runs: the oldest first. warnings: of records that cannot be read and were left out."""

    runs: tuple[Run, ...]
    warnings: tuple[Problem, ...] = ()


def run_of(
    answers: Answers,
    scores: Scores,
    standing: Standing,
    plan: Plan,
    readings: Mapping[str, Reading] | None = None,
) -> Run:
    """What is kept of a finished run."""
    return Run(
        answers,
        scores,
        standing.band.id if standing.band else None,
        standing.capped_by,
        tuple(sorted((item, each.level) for item, each in (readings or {}).items())),
        tuple(Planned(each.item.id, each.reaches, each.start, each.due) for each in plan.actions),
    )


def file_name(day: datetime.date, taken: Collection[str] = ()) -> str:
    """The name for a run of a day; the second of a day is -2. taken: names that there are."""
    name, number = f"{day.isoformat()}.json", 1
    while name in taken:
        number += 1
        name = f"{day.isoformat()}-{number}.json"
    return name


def write(run: Run) -> bytes:
    """The record."""
    answers, scores = run.answers, run.scores
    record = {
        "schema": SCHEMA,
        "date": run.date.isoformat(),
        "instrument": answers.instrument,
        "profile": answers.profile,
        "features": list(answers.features),
        "hours": answers.hours,
        "answers": {
            item: {"said": each.said, "basis": each.basis, "note": each.note}
            for item, each in answers.given
        },
        "done": {item: day.isoformat() for item, day in answers.done},
        "readings": dict(run.readings),
        "overall": scores.overall,
        "coverage": scores.coverage,
        "weakest": scores.weakest,
        "strongest": scores.strongest,
        "without": list(scores.without),
        "dimensions": [
            {
                "id": each.dimension,
                "score": each.score,
                "coverage": each.coverage,
                "state": each.state,
            }
            for each in scores.dimensions
        ],
        "band": run.band,
        "capped_by": list(run.capped_by),
        "plan": [
            {
                "item": each.item,
                "reaches": each.reaches,
                "start": each.start.isoformat(),
                "due": each.due.isoformat(),
            }
            for each in run.plan
        ],
    }  # fmt: skip
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()


def read(data: bytes, file: str) -> Run:
    """The run in a record. Raises InputError for what is none."""
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        fail(msg("this is not JSON, or it is not complete"), file=file, line=error.lineno)
    except (UnicodeDecodeError, RecursionError, ValueError):
        fail(msg("this is not JSON, or it is not complete"), file=file)
    schema = record.get("schema") if isinstance(record, dict) else None
    if isinstance(schema, int) and schema > SCHEMA:
        fail(msg("this run was kept by a newer creativekit"), file=file)
    try:
        return _run(record)
    except (LookupError, TypeError, ValueError, AttributeError):
        fail(msg("this is not a run that creativekit has kept, or it was changed"), file=file)


def _run(record: dict[str, Any]) -> Run:
    if record["schema"] != SCHEMA:
        raise ValueError("another schema")
    given = {str(item): _answer(each) for item, each in record["answers"].items()}
    answers = Answers.of(
        _text(record["instrument"]),
        _text(record["profile"]),
        map(_text, record["features"]),
        given,
        None if record["hours"] is None else _number(record["hours"], 0, 168),
        datetime.date.fromisoformat(record["date"]),
        {item: datetime.date.fromisoformat(day) for item, day in record["done"].items()},
    )
    scores = Scores(
        tuple(
            Score(
                _text(each["id"]),
                _score(each["score"]),
                _number(each["coverage"], 0, 1),
                _state(each["state"]),
            )
            for each in record["dimensions"]
        ),
        _score(record["overall"]),
        _number(record["coverage"], 0, 1),
        _word(record["weakest"]),
        _word(record["strongest"]),
        tuple(map(_text, record["without"])),
    )
    return Run(
        answers,
        scores,
        _word(record["band"]),
        tuple(map(_text, record["capped_by"])),
        tuple((item, int(_number(level, 0, 4))) for item, level in record["readings"].items()),
        tuple(
            Planned(
                _text(each["item"]),
                int(_number(each["reaches"], 1, 4)),
                datetime.date.fromisoformat(each["start"]),
                datetime.date.fromisoformat(each["due"]),
            )
            for each in record["plan"]
        ),
    )


def _answer(record: dict[str, Any]) -> Answer:
    said, basis = record["said"], record["basis"]
    if type(said) not in (int, str) or said not in (0, 1, 2, 3, 4, "na", "dk"):
        raise ValueError("no answer")
    if basis not in ("measured", "file", "trainer", "self"):
        raise ValueError("no basis")
    return Answer(said, basis, _text(record["note"]))


def _state(value: object) -> Any:
    if value not in ("scored", "uncovered", "not-for-us"):
        raise ValueError("no state")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _word(value: object) -> str | None:
    return None if value is None else _text(value)


def _score(value: object) -> float | None:
    return None if value is None else _number(value, 0, 100)


def _number(value: object, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
        raise ValueError("no number")
    return value


def of_files(files: Iterable[tuple[str, bytes]]) -> History:
    """The runs in records by their names, the oldest first. One that cannot be read is told and
    left out: an old record must not keep a person from a new run."""
    found: list[tuple[datetime.date, int, Run]] = []
    warnings: list[Problem] = []
    for name, data in files:
        named = _NAME.fullmatch(name)
        if named is None:
            continue
        try:
            run = read(data, f"{FOLDER}/{name}")
        except InputError as error:
            warnings += (
                Problem(each.message, each.file, each.line, severity="warning")
                for each in error.problems
            )
            continue
        found.append((run.date, int(named[2] or 1), run))
    found.sort(key=lambda each: each[:2])
    return History(tuple(run for _, _, run in found), tuple(warnings))


def of_project(folder: Path) -> History:
    """The runs kept in a project's folder; none where there are no records."""
    kept = folder / FOLDER
    files: list[tuple[str, bytes]] = []
    warnings: list[Problem] = []
    if kept.is_dir():
        for entry in sorted(kept.iterdir()):
            if _NAME.fullmatch(entry.name) and entry.is_file():
                try:
                    files.append((entry.name, entry.read_bytes()))
                except OSError as error:
                    reason = error.strerror or str(error)
                    message = msg("the file cannot be read: {reason}", reason=reason)
                    place = f"{FOLDER}/{entry.name}"
                    warnings.append(Problem(message, place, severity="warning"))
    found = of_files(files)
    return History(found.runs, (*warnings, *found.warnings))
