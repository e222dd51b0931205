"""What a text of the config may hold: something to see, nothing that hides or turns what is seen.

A name is drawn, printed and read aloud by screen readers, so control characters and the marks that
reorder text (the "Trojan source" characters: Unicode Technical Report 36, section 3.2, and the bidi
embeddings, overrides and isolates of Unicode Standard Annex 9) are refused, not stripped: what is
printed is what was typed. Right-to-left letters themselves are welcome. Markup means nothing here
and is kept as it is.
"""

from __future__ import annotations

import unicodedata

from pydantic_core import PydanticCustomError

from creativekit.errors import msg
from creativekit.project.graphemes import graphemes
from creativekit.project.rejection import reject, visible

NAME_LENGTH = 120
LINE_LENGTH = 240
PARAGRAPH_LENGTH = 2000
# The longest that any platform takes beside a picture is Facebook's, some 63 000.
CAPTION_LENGTH = 65_000

# Combining marks pile up without adding characters; shaping slows down long before this is art.
_CODE_POINTS_PER_CHARACTER = 8

_REORDERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def cleaned(text: str) -> str:
    """`text` in Unicode's composed form (NFC), without blank space around it."""
    return unicodedata.normalize("NFC", text).strip()


def fault(text: str, limit: int = LINE_LENGTH, several_lines: bool = False) -> None:
    """Raise the refusal of a `cleaned` text that may not be used; `limit` in characters seen."""
    error = find_fault(text, limit, several_lines)
    if error is not None:
        raise error


def find_fault(
    text: str, limit: int = LINE_LENGTH, several_lines: bool = False
) -> PydanticCustomError | None:
    """Why a `cleaned` text may not be used, or None."""
    if not text:
        return reject(msg("the text is empty"))
    for char in text:
        if several_lines and char == "\n":
            continue
        if char in "\n\r\u2028\u2029":
            return reject(msg("this text must be on one line"))
        if char in _REORDERING:
            return reject(
                msg(
                    "the invisible character {char} turns the order of the text around;"
                    " please delete it",
                    char=visible(char),
                )
            )
        if unicodedata.category(char) in ("Cc", "Cs"):
            return reject(
                msg(
                    "the text has a control character ({char}); please delete it",
                    char=visible(char),
                )
            )
    count = len(graphemes(text)) if len(text) > limit else len(text)
    if count > limit:
        return reject(
            msg(
                "the text is {count} characters long; at most {limit} fit", count=count, limit=limit
            )
        )
    if len(text) > limit * _CODE_POINTS_PER_CHARACTER:
        return reject(msg("the text has too many accents piled on its letters"))
    if not any(unicodedata.category(char)[0] in "LNPS" for char in text):
        return reject(msg("there is nothing to see in this text"))
    return None
