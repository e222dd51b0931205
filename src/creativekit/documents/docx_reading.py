"""The content controls of a Word document that somebody filled in, whatever program saved it.

The text is followed element by element and never held as a tree: what comes from a stranger may be
of any size and any depth, and both have bounds here. Only two parts are unpacked. A document type,
which could define entities that grow without end, is refused: the format has none (ECMA-376 part 2,
§ 9.1.2). Names are compared without their namespace, since the strict form has others.

Sources: ECMA-376 part 1, § 17.5.2 (controls), § 17.13.5 (tracked changes), § 17.13.6 (bookmarks);
part 3, § 10 (alternatives).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from creativekit.documents.filled_file import contents
from creativekit.errors import fail, msg

MOST_BYTES = 40 * 1024 * 1024
"""Of a file; all sheets are some 1.5 MB, and a writer may have added pictures."""
MOST_CONTROLS = 5_000
MOST_TEXT = 256 * 1024
"""Characters of one control."""
_MOST_PARTS, _MOST_UNPACKED, _MOST_RELATIONS = 2_000, 64 * 1024 * 1024, 1024 * 1024
_DEEPEST, _MOST_CHOICES = 400, 1_000

_MAIN = "officeDocument"
_USUAL = "word/document.xml"
_LOCKED = b"\xd0\xcf\x11\xe0"
# What is struck out, moved away, or there for older programs.
_DROPPED = frozenset({"del", "moveFrom", "Fallback"})
_MARKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}


@dataclass(frozen=True, slots=True)
class Filled:
    r"""A control by its tag, or by what stands for it where a program left that out.

    text: what is written, lines by `\n`; of a list, the value that is picked; None when it is far
    too long. shows_prompt: it is nothing that anybody wrote.
    """

    name: str
    text: str | None
    shows_prompt: bool


@dataclass(frozen=True, slots=True)
class Controls:
    """Controls in the document's order, and the names of its bookmarks that stand for something."""

    filled: tuple[Filled, ...]
    marks: tuple[str, ...]


def read_controls(
    source: bytes | Path, name: str, named: Callable[[str], str | None] = lambda _: None
) -> Controls:
    """name: what errors call the file. named: what the name of a bookmark stands for, or None;
    a control that has lost its tag is called by the bookmark around it or in it.

    Raises InputError for a file that is not there, is too large, is no .docx or damaged, needs a
    password, or unpacks to far more than a document holds.
    """
    data = contents(source, name, MOST_BYTES)
    if data.startswith(_LOCKED):
        fail(
            msg("this document is locked with a password or is an old .doc: save it as .docx"),
            file=name,
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = _main_part(archive, name)
        scan = _Scan(named)
        _parse(scan, text)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        _damaged(name)
    except (expat.ExpatError, ValueError):
        _damaged(name)
    if scan.root != "document":
        _no_document(name)
    return Controls(tuple(scan.filled), tuple(dict.fromkeys(scan.marks)))


# ---- the package


def _main_part(archive: zipfile.ZipFile, name: str) -> bytes:
    parts = set(archive.namelist())
    if len(parts) > _MOST_PARTS:
        _too_large(name)
    target = _USUAL
    if "_rels/.rels" in parts:
        links = _Links()
        _parse(links, _unpacked(archive, "_rels/.rels", _MOST_RELATIONS, name))
        target = links.main or target
    if target not in parts:
        _no_document(name)
    return _unpacked(archive, target, _MOST_UNPACKED, name)


def _unpacked(archive: zipfile.ZipFile, part: str, most: int, name: str) -> bytes:
    """At most `most` bytes, whatever the archive says that there are."""
    with archive.open(part) as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        _too_large(name)
    return data


def _damaged(name: str) -> None:
    fail(
        msg("the document is damaged and cannot be read; save it again in your program"), file=name
    )


def _no_document(name: str) -> None:
    fail(msg("this is not a Word document (.docx)"), file=name)


def _too_large(name: str) -> None:
    fail(msg("the document unpacks to far more than worksheets have in them"), file=name)


# ---- the markup


class _Reader:
    """What is told of each element, by its name without a namespace."""

    def start(self, name: str, attributes: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, text: str) -> None: ...


def _parse(reader: _Reader, data: bytes) -> None:
    """Raises ValueError for a document type, or markup that is too deep."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ValueError("too deep")
        reader.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(_local(name))

    def refuse(*_: object) -> None:
        raise ValueError("a document type")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class _Links(_Reader):
    """The relations of a package: which of its parts is the document."""

    main = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").rpartition("/")[2] == _MAIN:
            self.main = attributes.get("Target", "").lstrip("/")


@dataclass(slots=True)
class _Open:
    """A control that is not closed yet. pieces: of its text; paragraphs: how many began in it."""

    tag: str = ""
    mark: str = ""
    shows_prompt: bool = False
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: int = 0
    choices: dict[str, str] = field(default_factory=dict)

    def add(self, text: str) -> None:
        self.length += len(text)
        if self.length <= MOST_TEXT:
            self.pieces.append(text)


class _Scan(_Reader):
    """Follows the controls and bookmarks of document.xml."""

    def __init__(self, named: Callable[[str], str | None]) -> None:
        self.root = ""
        self.filled: list[Filled] = []
        self.marks: list[str] = []
        self._named = named
        self._open: list[_Open] = []
        self._around: dict[str, str] = {}
        self._dropped = self._runs = self._about = 0
        self._is_text = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.root = self.root or name
        if name in _DROPPED:
            self._dropped += 1
        elif name == "bookmarkStart":
            self._mark(attributes)
        elif name == "bookmarkEnd":
            self._around.pop(attributes.get("id", ""), None)
        elif name == "sdt":
            self._begin()
        elif name == "sdtPr":
            self._about += 1
        elif self._open and self._about:
            self._property(self._open[-1], name, attributes)
        elif self._open and not self._dropped:
            self._content(self._open[-1], name)

    def end(self, name: str) -> None:
        if name in _DROPPED:
            self._dropped -= 1
        elif name == "sdt":
            self._close()
        elif name == "sdtPr":
            self._about -= 1
        elif name == "r" and self._runs and not self._dropped:
            self._runs -= 1
        elif name == "t":
            self._is_text = False

    def text(self, text: str) -> None:
        if self._is_text and self._open and not self._dropped:
            self._open[-1].add(text)

    # ---- controls

    def _begin(self) -> None:
        if len(self.filled) + len(self._open) >= MOST_CONTROLS:
            raise ValueError("too many controls")
        found = _Open()
        if self._around:
            # The bookmark that was opened last; it names one control only.
            found.mark = self._around.pop(next(reversed(self._around)))
        self._open.append(found)

    def _property(self, control: _Open, name: str, attributes: dict[str, str]) -> None:
        if name == "tag":
            control.tag = attributes.get("val", "")
        elif name == "showingPlcHdr":
            control.shows_prompt = attributes.get("val", "1") not in ("0", "false", "off")
        elif name == "listItem" and len(control.choices) < _MOST_CHOICES:
            value = attributes.get("value", "")
            control.choices.setdefault(attributes.get("displayText", value), value)

    def _content(self, control: _Open, name: str) -> None:
        if name == "r":
            self._runs += 1
        elif name == "p":
            if control.paragraphs:
                control.add("\n")
            control.paragraphs += 1
        elif name == "t":
            self._is_text = True
        elif name in _MARKS and self._runs:
            # Outside of a run, `tab` is a place where one stops.
            control.add(_MARKS[name])

    def _close(self) -> None:
        control = self._open.pop()
        name = control.tag or control.mark
        if self._dropped:
            return
        if not name:
            # A control inside another, put there by some program: what it holds is the other's.
            if self._open and not control.shows_prompt:
                self._open[-1].add("".join(control.pieces))
            return
        text = "".join(control.pieces)
        shown = None if control.length > MOST_TEXT else control.choices.get(text.strip(), text)
        self.filled.append(Filled(name, shown, control.shows_prompt))

    def _mark(self, attributes: dict[str, str]) -> None:
        found = self._named(attributes.get("name", ""))
        if found is None or self._dropped:
            return
        if len(self.marks) < MOST_CONTROLS:
            self.marks.append(found)
        if self._open and not self._open[-1].mark:
            self._open[-1].mark = found
        else:
            self._around[attributes.get("id", "")] = found
