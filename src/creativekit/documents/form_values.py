"""The value of a form's field as text, whatever program wrote it.

Viewers differ in all but the value: one writes UTF-16, another UTF-8; most leave the pictures of
fields as they like. So only `/V` is read (and, where a button has none, the state it stands in),
decoded by its marks, with line ends as one `\\n`, composed (NFC), trimmed. Rich text and what is
drawn are not looked at. Source: ISO 32000-1, 7.9.2.2 (text strings) and 12.7.4 (types of fields).
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

MOST_VALUE_BYTES = 256 * 1024
"""Of one value: an answer of 8000 characters, each with its accents, in UTF-16."""
_MOST_PARTS, _MOST_OPTIONS = 100, 1000
_LANGUAGE_ESCAPE = re.compile("\x1b[^\x1b]{0,16}\x1b")
_LINE_ENDS = re.compile("\r\n|\r|\u2028|\u2029|\x0b|\x0c|\x85")


def value(field: Any, inherited: Mapping[str, Any]) -> str | None:
    """The value of a field that holds one; None when it cannot be read or is far too long.

    inherited: its /FT, /V and /Opt, its own or those of the fields above it.
    """
    found = inherited.get("/V")
    kind = str(inherited.get("/FT", ""))
    if kind == "/Btn":
        return _state(found) or next(filter(None, map(_state, _standing(field))), "")
    text = _text(found)
    if text is not None and kind == "/Ch":
        text = _stored(text, inherited.get("/Opt"))
    return None if text is None else normalised(text)


def _standing(field: Any) -> Iterator[Any]:
    """The states that the widgets of a button are in."""
    import pikepdf

    yield field.get("/AS")
    kids = field.get("/Kids")
    for kid in list(kids)[:_MOST_PARTS] if isinstance(kids, pikepdf.Array) else ():
        if isinstance(kid, pikepdf.Dictionary):
            yield kid.get("/AS")


def _state(value: Any) -> str:
    import pikepdf

    if isinstance(value, pikepdf.Name):
        found = str(value).removeprefix("/")
        return "" if found == "Off" else found
    # A string is no state, but pypdf leaves the name as one, with its slash.
    return (text_string(value) or "").strip().removeprefix("/")


def _text(value: Any) -> str | None:
    """A value as text; None when it is too long or of no kind that holds text."""
    import pikepdf

    if value is None:
        return ""
    if isinstance(value, pikepdf.Array):
        parts = [_text(each) for each in list(value)[:_MOST_PARTS]]
        return None if None in parts else "\n".join(part for part in parts if part)
    if isinstance(value, pikepdf.Stream):
        return _streamed(value)
    if isinstance(value, pikepdf.Name):
        return str(value).removeprefix("/")
    return text_string(value)


def _streamed(value: Any) -> str | None:
    """A text that is kept as a stream: plain or deflated, unpacked no further than a value goes."""
    packed = value.get("/Filter")
    raw = value.read_raw_bytes()
    if packed is not None:
        if str(packed) != "/FlateDecode":
            return None
        try:
            raw = zlib.decompressobj().decompress(raw, MOST_VALUE_BYTES + 1)
        except zlib.error:
            return None
    return None if len(raw) > MOST_VALUE_BYTES else _characters(raw)


def text_string(value: Any) -> str | None:
    """A string of a PDF as text; None when it is none, or longer than any answer."""
    import pikepdf

    if isinstance(value, str):
        return value
    if not isinstance(value, pikepdf.String):
        return None
    data = bytes(value)
    return None if len(data) > MOST_VALUE_BYTES else _characters(data)


def _characters(data: bytes) -> str:
    """Bytes of a text string: UTF-16 or UTF-8 by its mark, else PDFDocEncoding."""
    if data.startswith(b"\xfe\xff"):
        text = data[2:].decode("utf-16-be", "replace")
    elif data.startswith(b"\xff\xfe"):
        text = data[2:].decode("utf-16-le", "replace")
    elif data.startswith(b"\xef\xbb\xbf"):
        text = data[3:].decode("utf-8", "replace")
    else:
        import pikepdf  # noqa: F401  (registers the codec)

        text = data.decode("pdfdoc", "replace")
    return _LANGUAGE_ESCAPE.sub("", text)


def _stored(text: str, options: Any) -> str:
    """What a choice stores, where a program wrote what it shows instead."""
    import pikepdf

    if not isinstance(options, pikepdf.Array):
        return text
    shown: dict[str, str] = {}
    for option in list(options)[:_MOST_OPTIONS]:
        if isinstance(option, pikepdf.Array) and len(option) == 2:
            stored, label = text_string(option[0]), text_string(option[1])
            if stored is not None and label is not None:
                shown.setdefault(label, stored)
                if stored == text:
                    return text
    return shown.get(text, text)


def normalised(text: str) -> str:
    """Composed (NFC), with `\\n` for every line end, without control characters, trimmed."""
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    kept = "".join(
        char for char in lines if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs")
    )
    return unicodedata.normalize("NFC", kept).strip()
