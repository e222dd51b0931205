"""Answers in TOML: what a person types, and the draft that an interrupted run leaves behind.

    schema = 1
    instrument = "2026.1"
    date = 2026-11-26
    profile = "studio"
    features = ["site"]
    hours = 4

    [answers]
    "1.1" = 2
    "1.2" = { level = 3, basis = "trainer", note = "looked at together" }
    "1.3" = "na"
    "1.4" = "dk"

    [done]
    "1.1" = 2026-12-05

The same answers are the same bytes. A draft without `hours` and without an answer is of somebody
who was still saying who answers; without `features`, too, that was asked next.
"""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple

from pydantic_core import PydanticCustomError

from creativekit.errors import Message, Problem, msg, nearest
from creativekit.identity.template_table import Sheet, Table
from creativekit.presence import answer_words
from creativekit.presence.answers import NOTE_LENGTH, Answer, Answers
from creativekit.presence.instrument import Instrument
from creativekit.presence.instrument_texts import words
from creativekit.project.rejection import refusal, shown
from creativekit.project.text_rules import cleaned, find_fault
from creativekit.project.toml_values import Value, toml, toml_key

SCHEMA = 1


Still = Literal["", "features", "hours"]
"""What of who answers is still to be asked; "" for nothing."""


class Given(NamedTuple):
    """Answers that were read. warnings: what was left out, and why. notes: how it was read.

    still: what is asked next of who answers, where no question was answered yet.
    """

    answers: Answers
    warnings: tuple[Problem, ...] = ()
    notes: tuple[Message, ...] = ()
    still: Still = ""


def read(data: bytes, file: str, instrument: Instrument) -> Given:
    """The answers in a file. Raises InputError with all of its problems."""
    sheet = Sheet(file, data, file)
    top = sheet.top
    top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    version = top.take("instrument")
    if version is None:
        version = instrument.version
    elif not isinstance(version, str):
        top.report("instrument", msg("this must be text in quotes, not {found}", found=version))
    is_other = version != instrument.version
    profile = top.choice("profile", [each.id for each in instrument.profiles])
    features: tuple[str, ...] = ()
    still: Still = "features"
    if "features" in top:
        still = "hours"
        features = words(top, "features", [each.id for each in instrument.features], 0)
    hours = None
    if (typed := top.take("hours")) is not None:
        try:
            hours = answer_words.hours(typed)
        except PydanticCustomError as error:
            message, accepted, near = refusal(error)
            top.report("hours", message, accepted, near)
    date = _day(top, "date")
    warnings: list[Problem] = []
    table = top.table("answers")
    given = {}
    for name in table.values:
        if _is_known(table, name, instrument, is_other, warnings):
            answer = _answer(table, name, instrument)
            if answer is not None:
                given[name] = answer
    marks = top.table("done")
    done = {}
    for name in marks.values:
        if _is_known(marks, name, instrument, is_other, warnings):
            day = _day(marks, name)
            if day is not None:
                done[name] = day
    top.close()
    sheet.problems.raise_if_any()
    found = Answers.of(
        instrument.version, profile, dict.fromkeys(features), given, hours, date, done
    )
    is_begun = hours is not None or bool(given)
    return Given(found, tuple(warnings), still="" if is_begun else still)


def _is_known(
    table: Table, name: str, instrument: Instrument, is_other: bool, warnings: list[Problem]
) -> bool:
    """Whether there is such an item. Of another version's answers, those left over are told."""
    if name in instrument.by_id:
        return True
    if is_other:
        message = msg("question '{id}' is not in this version and was left out", id=shown(name))
        key = f"{table.key[-1]}.{name}"
        warnings.append(Problem(message, file=table.sheet.file, key=key, severity="warning"))
        return False
    message = msg("there is no question '{id}'", id=shown(name))
    table.report(name, message, (), nearest(name, instrument.by_id))
    return False


def _answer(table: Table, name: str, instrument: Instrument) -> Answer | None:
    item = instrument.by_id[name]
    value = table.take(name)
    keys = table.table(name) if isinstance(value, dict) else None
    where, key = (table, name) if keys is None else (keys, "level")
    try:
        said = answer_words.said(value if keys is None else keys.take("level"), item)
        basis = answer_words.basis(keys.take("basis")) if keys and "basis" in keys else "self"
    except PydanticCustomError as error:
        message, accepted, near = refusal(error)
        where.report("basis" if accepted == answer_words.BASES else key, message, accepted, near)
        return None
    if said is None:
        if keys is not None:
            keys.report("level", msg("this key is missing and has no default"))
        return None
    note = _note(keys) if keys is not None else ""
    if keys is not None:
        keys.close()
    return Answer(said, basis, note)


def _note(keys: Table) -> str:
    value = keys.take("note")
    if value is None:
        return ""
    if not isinstance(value, str):
        keys.report("note", msg("this must be text in quotes, not {found}", found=shown(value)))
        return ""
    text = cleaned(value)
    if text and (fault := find_fault(text, NOTE_LENGTH, several_lines=True)) is not None:
        keys.report("note", refusal(fault)[0])
    return text


def _day(keys: Table, name: str) -> datetime.date | None:
    value = keys.take(name)
    if value is None:
        return None
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    keys.report(name, msg("'{found}' is not a date", found=shown(value)), ("2026-12-05",))
    return None


def write(answers: Answers, still: Still = "") -> bytes:
    """The draft: `read` gives back the same answers, and they are written the same again.

    still: what is to be asked next of who answers.
    """
    lines = [f"schema = {SCHEMA}", f"instrument = {toml(answers.instrument)}"]
    if answers.date is not None:
        lines.append(f"date = {answers.date.isoformat()}")
    lines.append(f"profile = {toml(answers.profile)}")
    if answers.features or still == "hours":
        lines.append(f"features = {toml(list(answers.features))}")
    if answers.hours is not None:
        whole = int(answers.hours)
        lines.append(f"hours = {whole if whole == answers.hours else answers.hours!r}")
    lines += ["", "[answers]"]
    lines += [f"{toml_key(item)} = {_written(answer)}" for item, answer in answers.given]
    if answers.done:
        lines += ["", "[done]"]
        lines += [f"{toml_key(item)} = {day.isoformat()}" for item, day in answers.done]
    return ("\n".join(lines) + "\n").encode()


def _written(answer: Answer) -> str:
    if answer.basis == "self" and not answer.note:
        return toml(answer.said)
    table: dict[str, Value] = {"level": answer.said}
    if answer.basis != "self":
        table["basis"] = answer.basis
    if answer.note:
        table["note"] = answer.note
    return toml(table)
