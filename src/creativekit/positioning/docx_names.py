"""The names that answers have in a Word document, and how the document says what it is.

Each control carries its blank's name as tag. LibreOffice up to 7.4 drops tags when it saves but
keeps bookmarks, so one with the same name, written without dots, stands round each control; Word
does not list those that begin with `_`. The document's own account of itself is such a bookmark
round the number of each sheet, because what keeps the answers then keeps that, too.
"""

from __future__ import annotations

import re

_OURS = "_ck_"
_MARK = "creativekit"
VERSION = 1
"""Of these names; a document of a newer one is not read."""


def bookmark(name: str) -> str:
    """`ladder.rungs.0.so_what` → `_ck_ladder_rungs_0_so__what`."""
    return _OURS + name.replace("_", "__").replace(".", "_")


def from_bookmark(bookmark: str) -> str | None:
    """The name that a bookmark stands for; None for others."""
    if not bookmark.startswith(_OURS):
        return None
    parts = re.split("(__?)", bookmark.removeprefix(_OURS))
    return "".join({"__": "_", "_": "."}.get(part, part) for part in parts)


def mark(language: str, sheet: int) -> str:
    """What a sheet says of its document: version, language, and its own number."""
    return f"{_MARK}.{VERSION}.{language}.{sheet}"


def from_mark(name: str) -> tuple[int, str, int] | None:
    """Version, language and sheet of a `mark`; None for the names of answers."""
    found = re.fullmatch(rf"{_MARK}\.([0-9]{{1,6}})\.([a-z]{{1,8}})\.([0-9]{{1,4}})", name)
    return None if found is None else (int(found[1]), found[2], int(found[3]))
