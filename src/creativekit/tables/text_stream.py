"""Tables in text that are too long to hold: row by row, each one whole or with what is wrong.

A survey's export has a hundred thousand rows, and one that is broken is no reason to lose the rest:
a row that cannot be read comes as the sentence that says why, and reading goes on with the next
line. Encoding and delimiter are decided as for short tables (text_encoding.py, delimited.py), from
the whole file and from its head. Damaged UTF-8 is read on, with U+FFFD where it is damaged.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from creativekit.errors import Message, fail, msg
from creativekit.tables.delimited import DELIMITERS
from creativekit.tables.text_encoding import KAZAKH_PLACES, SIGNATURES

MOST_BYTES = 1_000_000_000
LOST = "\ufffd"
_CHUNK = 1 << 20
_MOST_CELL = 1 << 26
_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Record:
    """number: of the row, as a spreadsheet shows it (an empty one counts). cells: as they stand;
    fault: instead of them, why they cannot be read."""

    number: int
    cells: tuple[str, ...] = ()
    fault: Message | None = None


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table whose rows are read as they are asked for. head: names of columns, "" for none."""

    path: Path
    encoding: str
    delimiter: str
    head: tuple[str, ...]

    def records(self) -> Iterator[Record]:
        """The rows below the head that hold anything."""
        with _opened(self.path, self.encoding) as (stream, skipped):
            reader = _Reader(stream, self.delimiter, skipped)
            next(reader)
            width = len(self.head)
            for record in reader:
                if record.fault is not None:
                    yield record
                elif not any(cell and not cell.isspace() for cell in record.cells):
                    continue
                elif len(record.cells) < width:
                    yield Record(record.number, (), _cut(len(record.cells), width))
                elif any(cell.strip() for cell in record.cells[width:]):
                    message = msg(
                        "the row has {found} cells, the header {wanted}",
                        found=len(record.cells),
                        wanted=width,
                    )
                    yield Record(record.number, (), message)
                elif any(LOST in cell for cell in record.cells):
                    message = msg("letters of this row are damaged; export the table again")
                    yield Record(record.number, (), message)
                else:
                    yield record


def text_table(path: Path, is_known: Callable[[str], bool]) -> TextTable:
    """The table in a text file; its rows are not read yet. is_known: of a column's name.

    Raises InputError for a file that is not there, is no text, or has no header.
    """
    name = path.name
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            limit = MOST_BYTES // 1_000_000
            fail(msg("the file is too large: at most {limit} MB", limit=limit), file=name)
        encoding = _encoding(path)
        with _opened(path, encoding) as (stream, skipped):
            head = stream.read(_HEAD)
        said = _separator(path, encoding) if skipped else None
    except OSError as error:
        reason = error.strerror or str(error)
        fail(msg("the file cannot be read: {reason}", reason=reason), file=name)
    best: tuple[int, int, str, tuple[str, ...]] | None = None
    for delimiter in (said,) if said else DELIMITERS:
        names = _first(head, delimiter)
        score = (sum(is_known(each) for each in names if each), len(names))
        if best is None or score > best[:2]:
            best = (*score, delimiter, names)
    if best is None or not any(best[3]):
        fail(msg("the table is empty"), file=name)
    return TextTable(path, encoding, best[2], best[3])


class _Reader:
    """Records with their numbers; a broken one does not end it."""

    def __init__(self, stream: TextIO, delimiter: str, number: int = 0) -> None:
        self._reader = csv.reader(stream, delimiter=delimiter, strict=True)
        self._number = number

    def __iter__(self) -> Iterator[Record]:
        return self

    def __next__(self) -> Record:
        self._number += 1
        before = self._reader.line_num
        # The limit is the whole process's: others rely on the usual one.
        usual = csv.field_size_limit(_MOST_CELL)
        try:
            return Record(self._number, tuple(next(self._reader)))
        except csv.Error as error:
            lines = self._reader.line_num - before
            return Record(self._number, (), _why(str(error), lines))
        finally:
            csv.field_size_limit(usual)


def _why(said: str, lines: int) -> Message:
    if "end of data" in said:
        return msg(
            "a cell begins with a quote that is not closed; {n} lines were taken into it", n=lines
        )
    if "expected after" in said:
        return msg('in a cell in quotes, a quote inside it is written twice: "Кафе ""Тан"""')
    return msg("the row cannot be read: {reason}", reason=said)


def _cut(found: int, wanted: int) -> Message:
    return msg(
        "the row is cut off: it has {found} cells, the header {wanted}", found=found, wanted=wanted
    )


def _first(head: str, delimiter: str) -> tuple[str, ...]:
    try:
        for record in csv.reader(head.splitlines(keepends=True), delimiter=delimiter):
            if any(cell.strip() for cell in record):
                names = [" ".join(cell.split()) for cell in record]
                while names and not names[-1]:
                    names.pop()
                return tuple(names)
    except csv.Error:
        pass
    return ()


@contextmanager
def _opened(path: Path, encoding: str) -> Iterator[tuple[TextIO, int]]:
    """The text from its header on, and how many rows are above it (`sep=;`, empty ones)."""
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        skipped = 0
        while True:
            place = stream.tell()
            line = stream.readline()
            if not line:
                break
            if line.strip(" \t\r\n,;|") and not line.lower().startswith("sep="):
                break
            skipped += 1
        stream.seek(place)
        yield stream, skipped


def _separator(path: Path, encoding: str) -> str | None:
    with path.open(encoding=encoding, errors="replace", newline="") as stream:
        line = stream.readline().rstrip("\r\n")
    return line[4:] if line.lower().startswith("sep=") and len(line) == 5 else None


def _encoding(path: Path) -> str:
    """Python's name of the encoding. Raises InputError for what is not text."""
    name = path.name
    utf8 = codecs.getincrementaldecoder("utf-8-sig")()
    kazakh = damaged = False
    is_utf8 = True
    with path.open("rb") as stream:
        chunk = stream.read(_CHUNK)
        if not chunk.strip():
            fail(msg("the file is empty"), file=name)
        for signature, what in SIGNATURES:
            if chunk.startswith(signature):
                fail(msg("this is not a text file but {what}", what=what), file=name)
        if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        # A stray one is a fault of its cell; UTF-16 without its mark has one a letter.
        if chunk[:_HEAD].count(0) * 8 > len(chunk[:_HEAD]):
            fail(
                msg("this is not a text file, or it is UTF-16 without its mark; save it as UTF-8"),
                file=name,
            )
        while chunk:
            if is_utf8:
                try:
                    utf8.decode(chunk)
                except UnicodeDecodeError:
                    is_utf8 = False
                    damaged = _is_mostly_utf8(chunk)
                    if damaged:
                        break
            if not is_utf8:
                kazakh = kazakh or bool(KAZAKH_PLACES.search(chunk.decode("cp1251", "replace")))
            chunk = stream.read(_CHUNK)
    if is_utf8 or damaged:
        return "utf-8-sig"
    return "kz1048" if kazakh else "cp1251"


def _is_mostly_utf8(chunk: bytes) -> bool:
    text = chunk.decode("utf-8", "replace")
    letters = sum(1 for char in text if char > "\x7f" and char != LOST)
    # A file that only its end cuts in the middle of a letter has as good as no damage.
    return letters > text.count(LOST)
