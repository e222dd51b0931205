"""Words that were set on a drawing, as typst sets the same words again: live, run by run.

A drawing's words have places already, found with the face's own metrics and optical edges. Pages of
a document keep them as text (to search, to copy, to be read aloud) by putting each run where it
stands: mm from the drawing's corner, ten px each, with the face, the size and the features that it
was shaped with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from creativekit.canvas.scene import Text
from creativekit.fonts.faces import Face

PX_PER_MM = 10.0


def run_values(run: Text, known: Mapping[Face, str]) -> dict[str, Any]:
    """A run as plain values for a template, its colour apart. known: what each face is called."""
    glyphs = run.line.glyphs
    return {
        "text": _with_its_spaces(run.line.text),
        "from_right": glyphs[0].cluster > glyphs[-1].cluster,
        "x": run.x / PX_PER_MM,
        "y": run.y / PX_PER_MM,
        "size": run.size / PX_PER_MM,
        "face": known[run.line.face],
        "tracking": run.line.tracking,
        "features": _features(run.line.features),
        "language": run.line.language,
    }


def of_one_cut(face: Face) -> Face:
    """A face whose letters are the same at every size, as they were when they were measured: typst
    would change the cut of one that has an optical axis."""
    from creativekit.fonts import harfbuzz
    from creativekit.fonts.instances import static_instance

    is_optical = any(axis.tag == "opsz" for axis in harfbuzz.file(face).axis_infos)
    return replace(face, file=static_instance(face), axes=()) if is_optical else face


def _with_its_spaces(text: str) -> str:
    """A run whose outer spaces count: typst drops plain ones at the end of a line."""
    inner = text.strip(" ")
    before, after = text.split(inner, 1)
    return "\u00a0" * len(before) + inner + "\u00a0" * len(after)


def _features(tags: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for tag in tags:
        name, _, value = tag.removeprefix("+").partition("=")
        found[name.removeprefix("-")] = 0 if name.startswith("-") else int(value or 1)
    return found
