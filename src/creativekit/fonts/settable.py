"""Words of other people, as faces that are known can set them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar, cast

from creativekit.fonts.coverage import missing_in_text
from creativekit.fonts.faces import Face

_LONG_WORD, _PIECE, _BREAK = re.compile(r"[^\s\u00ad]{25,}"), re.compile(r".{1,12}"), "\u200b"
_Value = TypeVar("_Value")


def settable(text: str, faces: Iterable[Face]) -> str:
    """The text in letters that one of the faces has, with places to break in endless words."""
    left = text
    for each in faces:
        left = "".join(missing_in_text(each, left))
    return broken("".join(char for char in text if char not in left))


def broken(value: _Value) -> _Value:
    """The same text, or plain values with texts in them, with places to break in words of 25
    letters and more that have none: soft hyphens are such places, and are no letters to whoever
    searches or copies."""
    if isinstance(value, str):
        return cast(
            _Value, _LONG_WORD.sub(lambda found: _BREAK.join(_PIECE.findall(found[0])), value)
        )
    if isinstance(value, dict):
        return cast(_Value, {key: broken(each) for key, each in value.items()})
    if isinstance(value, list):
        return cast(_Value, [broken(each) for each in value])
    return value
