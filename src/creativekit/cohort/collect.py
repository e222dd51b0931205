"""Collecting: files of every kind into the store, each told what became of its rows.

What is good is kept and what is not is listed, with file, row, column and reason; one file that
cannot be read stops no other. A file that was read to its end is known by its bytes: collected
again, its rows are read only to list what was refused of them, so an old export that lies beside a
newer one never turns its answers back. A changed cohort.toml reads every file anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from creativekit.cohort import results_file
from creativekit.cohort.columns import Columns
from creativekit.cohort.config import Cohort
from creativekit.cohort.export_rows import Head, RowReader
from creativekit.cohort.model import Response
from creativekit.cohort.needs_form import form_words
from creativekit.cohort.store import CHUNK, Added, Source, Store
from creativekit.cohort.table_head import head_of
from creativekit.errors import CreativekitError, InputError, Message, Problem, msg
from creativekit.jobs import digest
from creativekit.presence import xlsform
from creativekit.presence.instrument import Instrument
from creativekit.tables import table_file, text_stream

RESULTS, TABLE, PROJECT, TYPED = "results", "table", "project", "typed"
TEXT, BOOKS = (".csv", ".tsv", ".txt"), (".xlsx", ".xls", ".ods")
SUFFIXES = (".json", *TEXT, *BOOKS)


@dataclass(slots=True)
class FileReport:
    """What became of one file, folder or person typed in.

    rows: read. problems: of refused rows, all of them; refused: how many rows that are. warnings:
    rows that were taken and are doubtful. notes: about the file. known: it was read before, as it
    is, and nothing was looked for in it but what it refuses.
    """

    name: str
    kind: str
    rows: int = 0
    refused: int = 0
    added: Added = field(default_factory=Added)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    known: bool = False

    def refuse(self, problems: Sequence[Problem]) -> None:
        self.refused += 1
        self.problems += problems


class Collector:
    """Puts what it is given into a store."""

    def __init__(
        self,
        cohort: Cohort,
        store: Store,
        key: bytes,
        instrument: Instrument,
        given: str | None = None,
        advance: Callable[[int], None] = lambda rows: None,
    ) -> None:
        """key: of `person_id`. given: the day on which it is collected, as the caller says it.
        advance: called with the number of rows read since the last time.

        Raises InputError for words of the form that are wrong.
        """
        words = form_words(cohort.folder)
        presence_words = xlsform.form_words(cohort.folder)
        self.cohort = cohort
        self.store = store
        self.key = key
        self.instrument = instrument
        self.reader = RowReader(cohort, words, instrument, key)
        self._columns = Columns(cohort.words, words, instrument, presence_words)
        self._given = given
        # What an answer means depends on both.
        self._vocabulary = digest(cohort.vocabulary_digest, instrument.version)
        self._advance = advance

    def file(self, path: Path, name: str | None = None, group: str | None = None) -> FileReport:
        """One file. name: to show. group: of people in it who do not say theirs.

        Raises OutputError where the store cannot be written.
        """
        name = name or path.name
        suffix = path.suffix.lower()
        report = FileReport(name, RESULTS if suffix == ".json" else TABLE)
        try:
            if suffix == ".json":
                self._results_file(path, report, group)
            elif suffix in TEXT:
                self._text(path, report, group)
            elif suffix in BOOKS:
                self._book(path, report, group)
            else:
                message = msg("'{found}' is not a kind of file that holds answers", found=suffix)
                report.refuse([Problem(message, name, accepted=SUFFIXES)])
        except InputError as error:
            report.refuse([_named(each, name) for each in error.problems])
        except OSError as error:
            reason = error.strerror or str(error)
            message = msg("the file cannot be read: {reason}", reason=reason)
            report.refuse([Problem(message, name)])
        return report

    def results(self, values: Mapping[str, Any], name: str, group: str | None = None) -> FileReport:
        """The results of one project, in the format of `creativekit share --anonymous`."""
        report = FileReport(name, PROJECT)
        try:
            self._results(dict(values), report, group)
        except InputError as error:
            report.refuse([_named(each, name) for each in error.problems])
        return report

    def response(self, response: Response, name: str) -> FileReport:
        """One person's answers, which were typed in."""
        report = FileReport(name, TYPED, rows=1)
        report.added = self.store.add((response,))
        self._constraints(report, [1])
        return report

    # Kinds of files

    def _results_file(self, path: Path, report: FileReport, group: str | None) -> None:
        with path.open("rb") as stream:
            data = stream.read(results_file.MOST_BYTES + 1)
        mark = hashlib.sha256(data).hexdigest()
        report.rows = 1
        response = results_file.read(data, report.name, self.cohort, group)
        self._one(response, mark, report)

    def _results(self, values: dict[str, Any], report: FileReport, group: str | None) -> None:
        data = json.dumps(values, sort_keys=True).encode()
        report.rows = 1
        response = results_file.of_values(values, report.name, self.cohort, group)
        self._one(response, hashlib.sha256(data).hexdigest(), report)

    def _one(self, response: Response, mark: str, report: FileReport) -> None:
        self._advance(1)
        if self._is_known(mark):
            report.known = True
            report.added = Added(same=1)
            return
        report.added = self.store.add((response,))
        self._constraints(report, [1])
        self._keep(mark, report)

    def _text(self, path: Path, report: FileReport, group: str | None) -> None:
        table = text_stream.text_table(path, self._columns.is_known)
        head = self._head(report, table.head)
        mark = _hash(path)
        rows = ((each.number, each.cells, each.fault) for each in table.records())
        self._rows(head, rows, mark, report, group)

    def _book(self, path: Path, report: FileReport, group: str | None) -> None:
        data = table_file.file_bytes(path)
        table = table_file.table_of(data, report.name, self._columns.is_known)
        head = self._head(report, [column.name for column in table.columns])
        faults = {each.line: each.message for each in table.problems}
        rows = ((each.number, each.cells, faults.get(each.number)) for each in table.rows)
        self._rows(head, rows, hashlib.sha256(data).hexdigest(), report, group)

    def _head(self, report: FileReport, names: Sequence[str]) -> Head:
        head, notes = head_of(report.name, names, self._columns, self.cohort.words, self.instrument)
        report.notes += notes
        return head

    # Rows

    def _rows(
        self,
        head: Head,
        rows: Iterable[tuple[int, Sequence[object], Message | None]],
        mark: str,
        report: FileReport,
        group: str | None,
    ) -> None:
        report.known = self._is_known(mark)
        source = self.store.source(mark) if report.known else None
        if source is not None and not source.refused:
            report.rows, report.added = source.rows, Added(same=source.rows)
            self._advance(source.rows)
            return
        numbers: list[int] = []
        good = self._good(head, rows, report, group, numbers)
        if report.known:
            for _ in good:
                report.added = report.added.plus(Added(same=1))
            return
        report.added = self.store.add(good)
        self._constraints(report, numbers)
        self._keep(mark, report)

    def _good(
        self,
        head: Head,
        rows: Iterable[tuple[int, Sequence[object], Message | None]],
        report: FileReport,
        group: str | None,
        numbers: list[int],
    ) -> Iterator[Response]:
        seen: dict[tuple[str, object], int] = {}
        told = 0
        for number, cells, fault in rows:
            report.rows += 1
            if report.rows - told >= CHUNK:
                self._advance(report.rows - told)
                told = report.rows
            if fault is not None:
                report.refuse([Problem(fault, head.file, number)])
                continue
            found = self.reader.response(head, number, cells, group)
            if isinstance(found, list):
                report.refuse(found)
                continue
            when = found.needs.date if found.needs else found.presence[0].date
            earlier = seen.setdefault((found.person.id, when), number)
            if earlier != number:
                message = msg(
                    "the same person as in row {row}; what stands lower counts", row=earlier
                )
                report.warnings.append(Problem(message, head.file, number, severity="warning"))
            numbers.append(number)
            yield found
        self._advance(report.rows - told)

    def _constraints(self, report: FileReport, numbers: Sequence[int]) -> None:
        """What the store refused by its own constraints: no row is lost unsaid."""
        for place, reason in report.added.refused:
            message = msg("the store refuses this row: {reason}", reason=reason)
            report.refuse([Problem(message, report.name, numbers[place])])

    def _is_known(self, mark: str) -> bool:
        source = self.store.source(mark)
        return source is not None and source.vocabulary == self._vocabulary

    def _keep(self, mark: str, report: FileReport) -> None:
        self.store.keep_source(
            Source(
                mark,
                report.kind,
                self._vocabulary,
                report.rows,
                min(report.refused, report.rows),
                self._given,
            )
        )


def refused(name: str, kind: str, error: CreativekitError | OSError) -> FileReport:
    """The report of something that could not be read at all."""
    report = FileReport(name, kind)
    if isinstance(error, InputError):
        report.refuse([_named(each, name) for each in error.problems])
    elif isinstance(error, CreativekitError):
        report.refuse([Problem(error.message, name)])
    else:
        reason = error.strerror or str(error)
        report.refuse([Problem(msg("the file cannot be read: {reason}", reason=reason), name)])
    return report


def _named(problem: Problem, name: str) -> Problem:
    """A problem under the name of its file among all that are collected."""
    file = problem.file
    if file is not None and file != name and not name.endswith(f"/{file}"):
        file = f"{name}/{file}" if file not in name else name
    elif file is None or name.endswith(f"/{file}"):
        file = name
    return Problem(
        problem.message, file, problem.line, problem.key, problem.accepted, problem.nearest,
        problem.severity, problem.column,
    )  # fmt: skip


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
