"""Drawings in templates: parts made of shapes, added, cut and kept one after the other.

A drawing is painted as one thinks of it: a part lays ink in its role, cuts what lies under it, or
keeps only what lies inside; within a part, shapes do the same to each other. In the end each role
has one outline without overlaps, and no two roles share ink.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pathops import PathOpsError

from creativekit.canvas import outline_ops
from creativekit.canvas.path import Path
from creativekit.errors import msg
from creativekit.identity.shapes import OPERATIONS, WORK, Frame, Outline, outline, placed, united
from creativekit.identity.template_table import Table

MOST_PARTS = 24
MOST_SHAPES = 48
MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class Drawing:
    """Outlines by role in work units about the centre; the thinnest stroke in grid units."""

    paths: Mapping[str, Path]
    thinnest: float | None


def scope(table: Table, given: Mapping[str, float]) -> dict[str, float]:
    """The names of the file's `[let]` table, each of which may use those before it."""
    names = dict(given)
    let = table.table("let")
    for count, name in enumerate(list(let.values)):
        names[name] = let.number(name, -1e6, 1e6, None, dict(names))
        if count >= MOST_NAMES:
            break
    let.close()
    return names


def drawing(table: Table, frame: Frame, roles: Sequence[str]) -> Drawing:
    """The drawing that the `[[part]]` tables of `table` describe."""
    try:
        return _drawing(table, frame, roles)
    except PathOpsError:
        table.report("part", msg("these shapes cannot be combined"))
        return Drawing({}, None)


def _drawing(table: Table, frame: Frame, roles: Sequence[str]) -> Drawing:
    paths: dict[str, Path] = {}
    widths: list[float] = []
    for part in table.tables("part", 1, MOST_PARTS):
        operation = part.choice("op", OPERATIONS, "add")
        role = part.choice("role", roles, roles[0])
        only = (role,) if "role" in part else tuple(paths)
        gap = part.number("gap", 0, 20, 0.0, frame.scope)
        shapes = [outline(shape, frame) for shape in part.tables("shape", 1, MOST_SHAPES)]
        ink = combined(shapes)
        copies = placed(part, frame, [ink] if ink else [])
        ink = united(copies)
        part.close()
        if operation == "add":
            widths.extend(
                each.thinnest
                for each in shapes
                if each.operation == "add" and each.thinnest is not None
            )
            ground = _grown(ink, gap * frame.stroke * WORK / frame.grid)
            for other in paths:
                if other != role or gap:
                    paths[other] = _subtract(paths[other], ground)
            paths[role] = outline_ops.union(paths[role], ink) if role in paths else ink
            continue
        for other in only:
            if other in paths:
                change = _subtract if operation == "cut" else outline_ops.intersect
                paths[other] = change(paths[other], ink)
    present = {role: paths[role] for role in roles if paths.get(role)}
    return Drawing(present, min(widths, default=None))


def combined(shapes: Iterable[Outline]) -> Path:
    """Shapes worked into one outline, in order."""
    ink = Path()
    pending: list[Path] = []
    for shape in shapes:
        if shape.operation == "add":
            pending.append(shape.path)
            continue
        ink, pending = united([ink, *pending]), []
        if shape.operation == "cut":
            ink = _subtract(ink, shape.path)
        else:
            ink = outline_ops.intersect(ink, shape.path)
    return united([ink, *pending])


def _subtract(path: Path, cut: Path) -> Path:
    return outline_ops.subtract(path, cut) if path and cut else path


def _grown(path: Path, by: float) -> Path:
    """`path` with a rim `by` wide around it."""
    if not by or not path:
        return path
    return outline_ops.union(path, outline_ops.stroke(path, 2 * by))
