"""Which encoding a table's text is in: decided strictly, and told.

UTF-8 and UTF-16 are known by their byte order mark (The Unicode Standard, section 23.8) or, for
UTF-8, by being valid: text in another encoding is valid UTF-8 only by an accident that letters of
Cyrillic do not have. What is left is Windows-1251, as a Russian Excel writes it, or KZ-1048
(Kazakhstan's STRK1048-2002), which differs from it only in letters that Kazakh has and neither
Russian nor English uses.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from creativekit.errors import fail, msg
from creativekit.project.rejection import shown

SIGNATURES = (
    (b"PK\x03\x04", msg("a spreadsheet (.xlsx or .ods) or an archive")),
    (b"\xd0\xcf\x11\xe0", msg("an old spreadsheet (.xls)")),
    (b"%PDF", msg("a PDF")),
    (b"\x89PNG", msg("a picture")),
    (b"\xff\xd8\xff", msg("a picture")),
    (b"GIF8", msg("a picture")),
)
# What Windows-1251 has where KZ-1048 has the letters of Kazakh.
KAZAKH_PLACES = re.compile(r"[ЌЏќџЎўЈҐЄЇґєјЅѕї]")
_QUESTION_IN_WORD = re.compile(r"(?<=[а-яё])\?(?=[а-яё])|(?:(?<=\s)|^)\?(?=[а-яё])")


class Decoded(NamedTuple):
    """A text and its encoding's name for people."""

    text: str
    encoding: str


def decoded(data: bytes, file: str) -> Decoded:
    """The text of a file's bytes. Raises InputError for what is not text, or is damaged."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            fail(msg("this is not a text file but {what}", what=what), file=file)
    found = _decoded(data, file)
    for line, text in enumerate(found.text.split("\n"), 1):
        for char in text:
            if char < " " and char not in "\t\r\x0b\x0c":
                fail(
                    msg("there is a character that a text file does not hold"),
                    file=file,
                    line=line,
                )
    return found


def lost_letters(text: str) -> str | None:
    """A word of Windows-1251 text in which letters of Kazakh became question marks, or None."""
    found = _QUESTION_IN_WORD.search(text)
    if found is None:
        return None
    before = re.split(r"\s", text[: found.start()])[-1]
    after = re.split(r"\s", text[found.start() :])[0]
    return shown(before + after)


def _decoded(data: bytes, file: str) -> Decoded:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return Decoded(data.decode("utf-16"), "UTF-16")
        except UnicodeDecodeError:
            fail(msg("the file says that it is UTF-16 but is not"), file=file)
    if b"\0" in data:
        fail(
            msg("this is not a text file, or it is UTF-16 without its mark; save it as UTF-8"),
            file=file,
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error, file)
    else:
        marked = data.startswith(b"\xef\xbb\xbf")
        return Decoded(text, "UTF-8 (BOM)" if marked else "UTF-8")
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError as error:
        fail(
            msg("the encoding is not UTF-8, UTF-16 or Windows-1251; save the file as UTF-8"),
            file=file,
            line=data.count(b"\n", 0, error.start) + 1,
        )
    if KAZAKH_PLACES.search(text):
        return Decoded(data.decode("kz1048"), "KZ-1048")
    return Decoded(text, "Windows-1251")


def _refuse_damaged(data: bytes, error: UnicodeDecodeError, file: str) -> None:
    """Say that UTF-8 is damaged, when it is UTF-8 that most of the letters are written in."""
    text = data.decode("utf-8", "replace")
    letters = sum(1 for char in text if ord(char) > 127 and unicodedata.category(char)[0] == "L")
    if letters > text.count("\ufffd"):
        fail(
            msg("the file is UTF-8 but damaged here; save it again from your program"),
            file=file,
            line=data.count(b"\n", 0, error.start) + 1,
        )
