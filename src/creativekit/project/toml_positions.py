"""Where each key of a TOML document stands, which `tomllib` does not tell.

A message that names the line is worth a scan of the text. The scanner follows the grammar of TOML
1.0.0 (toml.io/en/v1.0.0) only as far as places need it: headers, dotted keys, arrays of tables,
inline tables, the four kinds of strings. It is for documents that `tomllib` has accepted.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

Key = tuple[str | int, ...]
"""The way to a value: keys of tables, and places in lists, counted from 0."""


class Position(NamedTuple):
    """Line and column in the text, both from 1; columns count code points."""

    line: int
    column: int


class Entry(NamedTuple):
    """A value as it is written, by offsets in the text.

    start: of its key, or of the item in a list. value, end: of the value itself. holder: what it is
    written in: the table of the header above it, an inline table or a list.
    """

    start: int
    value: int
    end: int
    holder: Key


class Header(NamedTuple):
    """`[table]`, or `[[list]]`, whose table is the item that begins here; offsets in the text."""

    table: Key
    start: int
    end: int


class Outline(NamedTuple):
    """Where everything in a document begins and ends.

    entries: in the text's order, each before what is in it. ends: see `section_ends`. comments:
    offsets of each, the line end not included.
    """

    entries: dict[Key, Entry]
    headers: tuple[Header, ...]
    ends: dict[Key, int]
    comments: tuple[tuple[int, int], ...]


def outline(text: str) -> Outline:
    """The outline of a document with `\n` line ends."""
    scanner = _Scanner(text)
    scanner.document()
    return Outline(scanner.entries, tuple(scanner.headers), scanner.ends, tuple(scanner.comments))


def positions(text: str) -> dict[Key, Position]:
    """The place of every table, key and list item: `("brand", "logo", "kind")`, `("list", 0)`.

    A table that is only implied by others stands where it is first implied.
    """
    return _Scanner(text.replace("\r\n", "\n")).document()


def section_ends(text: str) -> dict[Key, int]:
    """For each `[section]`, the offset behind its last key (or its header): a place for a new one.

    `text` has `\n` line ends; the offset is where that statement's own text ends, before a comment.
    """
    scanner = _Scanner(text)
    scanner.document()
    return scanner.ends


def position_of(key: Key, places: Mapping[Key, Position]) -> Position | None:
    """The place of `key`, or of the nearest table that would hold it."""
    for length in range(len(key), 0, -1):
        if (found := places.get(key[:length])) is not None:
            return found
    return None


_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"[ \t]*")
_BLANK_LINES = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_COMMENT = re.compile(r"#[^\n]*")
_PLAIN_VALUE = re.compile(r"[^,\]}#\n]*")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.places: dict[Key, Position] = {}
        self.list_lengths: dict[Key, int] = {}
        self.ends: dict[Key, int] = {}
        self.entries: dict[Key, Entry] = {}
        self.headers: list[Header] = []
        self.comments: list[tuple[int, int]] = []

    def document(self) -> dict[Key, Position]:
        table: Key = ()
        while self.blank() < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)
            if table:
                self.ends[table] = self.at
        return self.places

    def skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        if found is not None:
            self.at = found.end()
        return self.at

    def blank(self) -> int:
        """Go on to what is neither blank nor a comment."""
        start = self.at
        self.skip(_BLANK_LINES)
        found = _COMMENT.finditer(self.text, start, self.at)
        self.comments.extend(each.span() for each in found)
        return self.at

    def note(self, key: Key, at: int) -> None:
        if key not in self.places:
            line = bisect_right(self.line_starts, at)
            self.places[key] = Position(line, at - self.line_starts[line - 1] + 1)

    def header(self) -> Key:
        opening = self.at
        is_list = self.text.startswith("[[", self.at)
        self.at += 2 if is_list else 1
        self.skip(_BLANK)
        start = self.at
        table: Key = ()
        names = self.key()
        for number, name in enumerate(names, 1):
            table = (*table, name)
            self.note(table, start)
            length = self.list_lengths.get(table, 0)
            if number == len(names) and is_list:
                self.list_lengths[table] = length + 1
                table = (*table, length)
                self.note(table, start)
            elif length:
                table = (*table, length - 1)
        self.at += 2 if is_list else 1
        self.headers.append(Header(table, opening, self.at))
        return table

    def pair(self, table: Key) -> None:
        start, holder = self.at, table
        for name in self.key():
            table = (*table, name)
            self.note(table, start)
        self.at += 1  # the "="
        self.skip(_BLANK)
        self.value(table, start, holder)

    def key(self) -> list[str]:
        names: list[str] = []
        while True:
            start = self.at
            if self.text[self.at] in "\"'":
                self.skip(_STRING)
                names.append(tomllib.loads("k=" + self.text[start : self.at])["k"])
            else:
                names.append(self.text[start : self.skip(_BARE_KEY)])
            self.skip(_BLANK)
            if not self.text.startswith(".", self.at):
                return names
            self.at += 1
            self.skip(_BLANK)

    def value(self, key: Key, start: int, holder: Key) -> None:
        at = self.at
        opening = self.text[at]
        self.entries[key] = Entry(start, at, at, holder)  # before what is in it
        if opening == "[":
            self.at += 1
            index = 0
            while self.text[self.blank()] != "]":
                self.note((*key, index), self.at)
                self.value((*key, index), self.at, key)
                index += 1
                if self.text[self.blank()] == ",":
                    self.at += 1
            self.at += 1
        elif opening == "{":
            self.at += 1
            while self.text[self.blank()] != "}":
                self.pair(key)
                if self.text[self.blank()] == ",":
                    self.at += 1
            self.at += 1
        elif opening in "\"'":
            self.skip(_STRING)
        else:
            self.skip(_PLAIN_VALUE)
        end = at + len(self.text[at : self.at].rstrip(" \t"))
        self.entries[key] = Entry(start, at, end, holder)
