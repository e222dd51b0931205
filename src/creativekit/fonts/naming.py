"""Names inside a font file: how programs find a weight once it has left its variable file.

Office, Windows and older programs know four styles a family, so a SemiBold becomes the Regular of
a family called "Lora SemiBold" (names 1 and 2), with the true family and style beside it (names 16
and 17), which typst, browsers and macOS read. Source: OpenType 1.9.1, "name", "OS/2", "head".
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from creativekit.fonts.faces import Face

_WEIGHTS = {
    100: "Thin",
    200: "ExtraLight",
    300: "Light",
    400: "Regular",
    500: "Medium",
    600: "SemiBold",
    700: "Bold",
    800: "ExtraBold",
    900: "Black",
    1000: "ExtraBlack",
}
_WINDOWS = (3, 1, 0x0409)
_STYLED = (1, 2, 3, 4, 6, 16, 17, 21, 22, 25)
_LONGEST_POSTSCRIPT = 63
_ITALIC, _BOLD, _REGULAR = 1 << 0, 1 << 5, 1 << 6


def weight_name(weight: int) -> str:
    """The usual English name of a weight; a number for one between the usual ones."""
    return _WEIGHTS.get(weight, f"W{weight}")


def name_as(parts: Mapping[str, bytes], face: Face, family: str | None = None) -> dict[str, bytes]:
    """The tables of a static font with its names, weight and style bits set to the face's.

    family: instead of the face's own (a font whose maker reserves its name may only be passed on
    changed under another one: SIL Open Font License 1.1, condition 3).
    """
    changed = dict(parts)
    changed["name"] = _table(parts.get("name", b""), _names(face, family or face.family))
    bold, italic = face.weight == 700, face.italic
    if len(changed.get("OS/2", b"")) >= 64:
        table = bytearray(changed["OS/2"])
        style = struct.unpack_from(">H", table, 62)[0] & ~(_ITALIC | _BOLD | _REGULAR)
        style |= (_ITALIC * italic) | (_BOLD * bold) or _REGULAR
        struct.pack_into(">H", table, 4, face.weight)
        struct.pack_into(">H", table, 62, style)
        changed["OS/2"] = bytes(table)
    head = bytearray(changed["head"])
    struct.pack_into(">H", head, 44, (head[45] & ~3) | bold | italic << 1)
    changed["head"] = bytes(head)
    return changed


def _names(face: Face, family: str) -> dict[int, str]:
    weight = weight_name(face.weight)
    upright = weight if not face.italic else "Italic" if weight == "Regular" else f"{weight} Italic"
    postscript = f"{_postscript(family) or 'Face'}-{upright.replace(' ', '')}"
    found = {
        3: f"{face.digest[:16]};{postscript}",
        4: f"{family} {upright}",
        6: postscript[:_LONGEST_POSTSCRIPT],
    }
    if face.weight in (400, 700):
        return found | {1: family, 2: upright}
    regular = "Italic" if face.italic else "Regular"
    return found | {1: f"{family} {weight}", 2: regular, 16: family, 17: upright}


def _postscript(family: str) -> str:
    return "".join(char for char in family if char.isascii() and char.isalnum())


def _table(old: bytes, names: Mapping[int, str]) -> bytes:
    """The name table with its English Windows records, those of style replaced by `names`."""
    records = {key: text for key, text in _records(old).items() if key not in _STYLED}
    records |= {key: text.encode("utf-16-be") for key, text in names.items()}
    rows: list[bytes] = []
    texts = b""
    for key in sorted(records):
        rows.append(struct.pack(">6H", *_WINDOWS, key, len(records[key]), len(texts)))
        texts += records[key]
    return struct.pack(">3H", 0, len(rows), 6 + 12 * len(rows)) + b"".join(rows) + texts


def _records(table: bytes) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    if len(table) < 6:
        return found
    _, count, storage = struct.unpack_from(">3H", table)
    for index in range(min(count, (len(table) - 6) // 12)):
        *where, key, length, offset = struct.unpack_from(">6H", table, 6 + 12 * index)
        text = table[storage + offset : storage + offset + length]
        if tuple(where) == _WINDOWS and len(text) == length:
            found[key] = text
    return found
