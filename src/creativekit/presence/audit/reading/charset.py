"""Which encoding a page is in, as browsers decide it.

HTML Living Standard, 13.2.3.2: a byte order mark, then the Content-Type header, then a <meta>
in the first 1024 bytes; labels are read by the Encoding Standard, where `latin1` means windows-1252
and a <meta> cannot mean UTF-16. What is left is a guess: text that is valid UTF-8 is UTF-8, and of
the rest, Cyrillic in Kazakhstan and Russia is windows-1251.
"""

from __future__ import annotations

import codecs
import re
from typing import Literal, NamedTuple

SNIFFED = 1024

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"))
_HEADER = re.compile(r"charset\s*=\s*[\"']?([^\s;\"',]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta[\s/][^>]{0,400}?charset\s*=\s*[\"']?\s*([^\s\"'/>;]{1,40})", re.I)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.S)

# The Encoding Standard's encodings by the names of Python's codecs; what it calls by one name and
# Python by another stands first.
_SAME = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-16": "utf-16-le",
    "utf-8-sig": "utf-8",
}
_NAMES = """
utf-8 utf-16-le utf-16-be cp866 koi8-r koi8-u mac-cyrillic mac-roman cp874 cp1250 cp1251 cp1252
cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 gb18030 big5 euc_jp iso2022_jp shift_jis euc_kr
iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13
iso8859-14 iso8859-15 iso8859-16
"""
_KNOWN = frozenset(_NAMES.split())
_SHOWN = {"cp1251": "windows-1251", "cp1252": "windows-1252", "mac-cyrillic": "x-mac-cyrillic"}

Told = Literal["mark", "header", "meta", "guess"]


class Decoded(NamedTuple):
    """A page's text; the encoding's usual name; what told it; the label of a header or a meta."""

    text: str
    encoding: str
    told: Told
    label: str = ""


def decoded(body: bytes, content_type: str = "") -> Decoded:
    """The text of a page's bytes. What cannot be read becomes U+FFFD: never an error."""
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return Decoded(_text(body[len(mark) :], codec), _named(codec), "mark")
    header = _HEADER.search(content_type)
    if header is not None and (found := _codec(header[1])) is not None:
        return Decoded(_text(body, found), _named(found), "header", header[1])
    meta = _META.search(_COMMENT.sub(b"", body[:SNIFFED]))
    if meta is not None:
        label = meta[1].decode("ascii", "replace")
        if (found := _codec(label)) is not None:
            found = "utf-8" if found.startswith("utf-16") else found
            return Decoded(_text(body, found), _named(found), "meta", label)
    guess = "utf-8" if _is_utf8(body) else "cp1251"
    return Decoded(_text(body, guess), _named(guess), "guess")


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label.strip().lower()).name
    except (LookupError, ValueError):
        return None
    name = _SAME.get(name, name)
    return name if name in _KNOWN else None


def _is_utf8(body: bytes) -> bool:
    """Whether it is UTF-8, though it may have been cut inside a character."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        return False
    return True


def _text(body: bytes, codec: str) -> str:
    return body.decode(codec, "replace")


def _named(codec: str) -> str:
    return _SHOWN.get(codec, codec)
