"""HarfBuzz objects for faces, made once: the one module that knows how a Face becomes a font.

A font works in the file's own units (upem), so that advances and kerning are rounded to whole
units as in a static instance of the same weight: text has one width in every output.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from creativekit.errors import fail, msg
from creativekit.fonts.faces import Face, file_state

_LONGEST_NAME = 100


@lru_cache(maxsize=64)
def font(face: Face) -> hb.Font:
    """The face with its axes set. Shared by everyone: never change it.

    Raises InputError when the file cannot be read any more.
    """
    made = hb.Font(file(face))
    if face.axes:
        made.set_variations(dict(face.axes))
    return made


def file(face: Face) -> hb.Face:
    """The face's file with all its axes free. Raises InputError when it cannot be read."""
    try:
        return _open(*file_state(face.file))
    except OSError as error:
        fail(
            msg("the font cannot be read: {reason}", reason=error.strerror or str(error)),
            file=face.file,
        )


def names(face: Face) -> dict[int, str]:
    """English texts of the name table by name id."""
    return _names(file(face))


def weights(face: Face) -> tuple[float, float]:
    """The span of the file's weight axis; the face's own weight twice when it has none."""
    axis = next((item for item in file(face).axis_infos if item.tag == "wght"), None)
    if axis is None:
        return float(face.weight), float(face.weight)
    return float(axis.min_value), float(axis.max_value)


def has_ink(probe: hb.Font, code: int) -> bool:
    """Whether a code point has a glyph, and an outline in it that covers anything."""
    glyph = probe.get_nominal_glyph(code)
    if not glyph:
        return False
    extents = probe.get_glyph_extents(glyph)
    return extents is not None and extents.width != 0 and extents.height != 0


@dataclass(frozen=True, slots=True)
class Description:
    """What a font file says of itself; `weights` is the span of its weight axis, if it has one."""

    family: str
    weight: int
    italic: bool
    weights: tuple[float, float] | None


def describe(data: bytes) -> Description | None:
    """The first font of the file; None when no glyph of it has an outline."""
    opened = hb.Face(data)
    probe = hb.Font(opened)
    # A font of 100,000 blank glyphs is told from a real one by its first few.
    if not any(has_ink(probe, code) for code in sorted(opened.unicodes)[:1000]):
        return None
    axis = next((item for item in opened.axis_infos if item.tag == "wght"), None)
    found = _names(opened)
    return Description(
        family=_clean(found.get(16) or found.get(1) or ""),
        weight=min(1000, max(1, round(probe.get_style_value(hb.StyleTag.WEIGHT)))),
        italic=probe.get_style_value(hb.StyleTag.ITALIC) > 0.5,
        weights=(float(axis.min_value), float(axis.max_value)) if axis else None,
    )


@lru_cache(maxsize=32)
def _open(path: str, size: int, changed: int) -> hb.Face:
    # The bytes are read, not mapped: a mapped file that its owner rewrites kills the process.
    return hb.Face(Path(path).read_bytes())


def _names(opened: hb.Face) -> dict[int, str]:
    found: dict[int, str] = {}
    for entry in opened.list_names():
        name_id = int(entry.name_id)
        if name_id not in found:
            text = opened.get_name(name_id, "en") or opened.get_name(name_id, entry.language)
            if text:
                found[name_id] = text
    return found


def _clean(name: str) -> str:
    """A name from a file may be anything: no control characters, one line, of bearable length."""
    kept = (char if unicodedata.category(char)[0] != "C" else " " for char in name)
    return " ".join("".join(kept).split())[:_LONGEST_NAME]
