"""Motifs: the symbols of templates/brand/motifs/*.toml, drawn as geometry.

A motif is data, so a person may copy one into the project and change it. It says how the symbol is
constructed on a grid from shapes and the brand's stroke; this module draws that construction for
the stroke that the heading face asks for, makes its declared symmetry exact, and scales its ink to
1000 units.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path as Folder

from creativekit.canvas import outline_ops
from creativekit.canvas.path import Affine, Box, Path
from creativekit.errors import msg
from creativekit.identity.drawing import drawing, scope
from creativekit.identity.ink import mass
from creativekit.identity.mark import Layer, Mark
from creativekit.identity.shapes import WORK, Frame
from creativekit.identity.symmetry import Symmetry, SymmetryError, symmetric
from creativekit.identity.template_table import Sheet, Table
from creativekit.project import templates, vocabulary
from creativekit.project.localized import Localized

FOLDER = "brand/motifs"
DEFAULT_STEM = 70.0
LIGHTEST, BOLDEST = 20.0, 240.0
HEIGHT = 1000.0
ROLES = ("primary", "accent")
DIGITS = 7
ROUNDS = 4


def motif_ids(project_folder: Folder | None = None) -> tuple[str, ...]:
    """Names of the motifs, ours and the project's own, sorted."""
    return vocabulary.motifs(project_folder)


def motif(motif_id: str, stem: float | None = None, project_folder: Folder | None = None) -> Mark:
    """The motif as a Mark, 1000 units high.

    stem: the stroke to match, in units of that height (light about 40, bold about 120); each motif
    holds it within what it can bear, and the mark says what it became. Raises InputError with every
    problem of the motif's file.
    """
    relative = f"{FOLDER}/{motif_id}.toml"
    data = templates.read(relative, project_folder)
    return _motif(relative, data, DEFAULT_STEM if stem is None else float(stem))


def motif_title(motif_id: str, project_folder: Folder | None = None) -> Localized:
    """What the motif is called."""
    relative = f"{FOLDER}/{motif_id}.toml"
    sheet = Sheet(relative, templates.read(relative, project_folder))
    title = sheet.top.localized("title")
    sheet.problems.raise_if_any()
    return title


@lru_cache(maxsize=64)
def _motif(relative: str, data: bytes, stem: float) -> Mark:
    # The stroke is a share of the height that the strokes add to: a few rounds settle it.
    height = 1.0
    for _ in range(ROUNDS):
        layers, thinnest, ink = _construction(relative, data, stem, height)
        if abs(ink.height / WORK - height) < 5e-4:
            break
        height = ink.height / WORK
    k = HEIGHT / ink.height
    fit = Affine(a=k, d=k, e=-ink.left * k, f=-ink.top * k)
    scaled = tuple(Layer(_rounded(path.transform(fit)), role) for role, path in layers.items())
    everything = Path.join(layer.path for layer in scaled)
    box = Box(0.0, 0.0, round(ink.width * k, DIGITS), HEIGHT)
    return Mark(scaled, box, thinnest * k, mass(everything).center)


def _construction(
    relative: str, data: bytes, stem: float, height: float
) -> tuple[Mapping[str, Path], float, Box]:
    """Layers by role, thinnest stroke and ink box in work units, for ink `height` grids high."""
    sheet = Sheet(relative, data)
    top = sheet.top
    top.localized("title")
    grid = top.number("grid", 8, 1000, 96.0)
    center = top.point("center", grid, (grid / 2, grid / 2))
    bounds = top.table("stroke")
    low = bounds.number("min", LIGHTEST, BOLDEST, 40.0)
    high = bounds.number("max", low, BOLDEST, max(low, 120.0))
    stroke = min(max(stem, low), high) / HEIGHT * grid * height
    names = scope(top, {"s": stroke})
    thinnest = bounds.number("thinnest", 0.05, grid, -1.0, names)
    bounds.close()
    symmetry = _symmetry(top)
    drawn = drawing(top, Frame(grid, center, names), ROLES)
    turn = top.number("turn", -360, 360, 0.0)
    top.close()
    if not drawn.paths:
        top.report("part", msg("nothing of this drawing is left to see"))
    sheet.problems.raise_if_any()
    try:
        layers = {
            role: symmetric(path, symmetry, outline_ops.intersect).rotate(turn)
            for role, path in drawn.paths.items()
        }
    except SymmetryError:
        top.report("symmetry", msg("the drawing does not have the symmetry it declares"))
        sheet.problems.raise_if_any()
        raise
    ink = Path.join(layers.values()).bounds
    if thinnest < 0:
        thinnest = drawn.thinnest if drawn.thinnest is not None else min(ink.width, ink.height)
    return layers, thinnest * WORK / grid, ink


def _symmetry(top: Table) -> Symmetry:
    table = top.table("symmetry")
    symmetry = Symmetry(table.whole("fold", 1, 36, 1), table.flag("mirror", False))
    table.close()
    return symmetry


def _rounded(path: Path) -> Path:
    return Path(
        tuple(
            (command[0], *(round(value, DIGITS) + 0.0 for value in command[1:]))  # type: ignore[misc]
            for command in path.commands
        )
    )
