"""Sitemaps: the pages that a site says it has (sitemaps.org protocol 0.9).

XML can name other files and grow when it is read (entities, CWE-611 and CWE-776). A sitemap needs
neither, so a document type ends the reading before its first declaration counts. What was read
until a fault is kept: real sitemaps are cut off and broken, and an audit wants the addresses.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from creativekit.presence.audit.plain import plain

MOST_URLS: Final = 10_000
MOST_SITEMAPS: Final = 5  # of one index
LONGEST_XML: Final = 10_000_000  # bytes unpacked; the protocol's limit is 50 MB
LONGEST_URL: Final = 2_048
_DEPTH: Final = 16  # a sitemap with pictures and languages has five levels
_PIECE: Final = 65_536


@dataclass(frozen=True, slots=True)
class Sitemap:
    """urls: of pages, as written. sitemaps: of further sitemaps, when this is an index.
    problem: "" or why the rest was not read: doctype, broken, size. dated: newest lastmod."""

    urls: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    problem: str = ""
    dated: str = ""


class _Enough(Exception):
    def __init__(self, problem: str) -> None:
        self.problem = problem


def parse(body: bytes, cut: bool = False) -> Sitemap:
    """Read a sitemap or an index of them, gzipped or not. cut: whether `body` is only the
    beginning, so that its end is not missed."""
    reader = _Reader()
    problem = ""
    try:
        for piece in _pieces(body):
            reader.feed(piece)
        reader.feed(b"", last=True)
    except _Enough as end:
        problem = end.problem
    except (expat.ExpatError, ValueError, zlib.error):
        problem = "size" if cut else "broken"
    if not problem and not reader.known:
        problem = "broken"
    return Sitemap(tuple(reader.urls), tuple(reader.sitemaps), problem, reader.dated)


class _Reader:
    def __init__(self) -> None:
        self.urls: list[str] = []
        self.sitemaps: list[str] = []
        self.dated = ""
        self.known = False
        self._open: list[str] = []
        self._text: list[str] = []
        # UTF-8 whatever the file says: the protocol wants it, and no other codec is looked up.
        self._parser = expat.ParserCreate("utf-8", namespace_separator="}")
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._said
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.buffer_text = True

    def feed(self, data: bytes, last: bool = False) -> None:
        self._parser.Parse(data, last)

    def _doctype(self, *_: object) -> None:
        raise _Enough("doctype")

    def _start(self, name: str, _: object) -> None:
        local = name.rpartition("}")[2]
        if not self._open:
            if local not in ("urlset", "sitemapindex"):
                raise _Enough("broken")
            self.known = True
        if len(self._open) >= _DEPTH:
            raise _Enough("broken")
        self._open.append(local)
        self._text.clear()

    def _said(self, text: str) -> None:
        if len(self._open) == 3 and sum(map(len, self._text)) < LONGEST_URL:
            self._text.append(text)

    def _end(self, _: str) -> None:
        match self._open:
            case ["urlset", "url", "loc"]:
                self._keep(self.urls, MOST_URLS)
            case ["sitemapindex", "sitemap", "loc"]:
                self._keep(self.sitemaps, MOST_SITEMAPS)
            case [_, _, "lastmod"]:
                self.dated = max(self.dated, plain("".join(self._text), 30))
        self._open.pop()
        self._text.clear()

    def _keep(self, where: list[str], most: int) -> None:
        if len(where) >= most:
            raise _Enough("size")
        url = plain("".join(self._text), LONGEST_URL)
        if url:
            where.append(url)


def _pieces(body: bytes) -> Iterator[bytes]:
    """`body` unpacked, a little at a time, so that a bomb is left before it has gone off."""
    if body[:2] != b"\x1f\x8b":
        for at in range(0, len(body), _PIECE):
            yield body[at : at + _PIECE]
        return
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
    size = 0
    while body and not unpack.eof:
        piece = unpack.decompress(body, _PIECE)
        body = unpack.unconsumed_tail
        size += len(piece)
        if size > LONGEST_XML:
            raise _Enough("size")
        yield piece
