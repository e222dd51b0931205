"""Pattern: one seamless tile of a brand, as geometry, from templates/brand/patterns/*.toml.

A pattern is figures on a lattice: which figure, in which role, turned how and how large is told by
small tables that repeat, each in its own rhythm, and the tile is as large as it must be for all of
them to close (the least common multiple of their periods, two rows more for a brick lattice). So a
pattern cannot have a seam: whatever crosses an edge of the tile is there again on the opposite one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path as Folder
from typing import TypeVar

from creativekit.canvas import outline_ops
from creativekit.canvas.path import Affine, Command, Path
from creativekit.canvas.scene import Item, Rect, Scene, Shape, Solid
from creativekit.errors import msg
from creativekit.identity.drawing import drawing, scope
from creativekit.identity.mark import Layer, Mark
from creativekit.identity.motif import motif
from creativekit.identity.ribbon import backwards
from creativekit.identity.shapes import WORK, Frame
from creativekit.identity.template_table import Sheet, Table
from creativekit.project import templates, vocabulary
from creativekit.project.localized import Localized

FOLDER = "brand/patterns"
BORDERS = "brand/borders"
ROLES = ("primary", "accent", "quiet", "ground")
LATTICES = ("square", "brick", "half-drop")
OWN = "own"
DEFAULT_BORDER = "motif"
HEIGHT = 1000.0
MOST_LAYERS = 8
MOST_FIGURES = 8
LONGEST_PERIOD = 16
MOST_CELLS = 600
MOST_COMMANDS = 30_000
DIGITS = 3
TOUCHING = 0.01

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A tile that repeats without a seam in both directions (a border: along its length only).

    width, height: the tile in logo units. layers: what is painted, already wrapped: whatever
    crosses an edge is there again on the opposite side. Roles: "ground", "primary", "accent",
    "quiet"; a colourway says what each is painted with.
    """

    id: str
    width: float
    height: float
    layers: tuple[Layer, ...]


def pattern_ids(project_folder: Folder | None = None) -> tuple[str, ...]:
    """Names of the patterns, ours and the project's own, sorted."""
    return vocabulary.patterns(project_folder)


def pattern(pattern_id: str, mark: Mark, project_folder: Folder | None = None) -> Pattern:
    """The pattern, its figures drawn in the brand's stroke; `mark` is the brand's symbol.

    Raises InputError with every problem of its file.
    """
    return _pattern(f"{FOLDER}/{pattern_id}.toml", pattern_id, mark, project_folder)


def border(pattern_id: str, mark: Mark, project_folder: Folder | None = None) -> Pattern:
    """The border that belongs to a pattern: a tile that repeats along its length.

    Raises InputError with every problem of either file.
    """
    relative = f"{FOLDER}/{pattern_id}.toml"
    sheet = Sheet(relative, templates.read(relative, project_folder))
    border_id = sheet.top.choice("border", _borders(project_folder), DEFAULT_BORDER)
    sheet.problems.raise_if_any()
    return _pattern(f"{BORDERS}/{border_id}.toml", border_id, mark, project_folder)


def tile_scene(pattern: Pattern, colors: Mapping[str, str], px: float) -> Scene:
    """One tile `px` wide, as high as it comes out in whole px; `ground` paints all of it.

    colors: hexes by role; a role that has none is not painted. Outlines reach past the edges.
    """
    height = max(1, round(px * pattern.height / pattern.width))
    fit = Affine.scaling(px / pattern.width, height / pattern.height)
    items: list[Item] = []
    if "ground" in colors:
        items.append(Rect(0, 0, px, height, Solid(colors["ground"])))
    items.extend(
        Shape(layer.path.transform(fit), Solid(colors[layer.role]))
        for layer in pattern.layers
        if layer.role in colors
    )
    return Scene(px, height, tuple(items))


def _borders(project_folder: Folder | None) -> tuple[str, ...]:
    names = templates.listing(BORDERS, "*.toml", project_folder)
    return tuple(name.rpartition("/")[2].removesuffix(".toml") for name in names)


def _pattern(relative: str, name: str, mark: Mark, project_folder: Folder | None) -> Pattern:
    sheet = Sheet(relative, templates.read(relative, project_folder))
    reader = _Reader(sheet, mark, project_folder)
    found = reader.pattern(name)
    sheet.problems.raise_if_any()
    return found


def pattern_title(name: str, project_folder: Folder | None = None) -> Localized:
    """What the pattern is called."""
    relative = f"{FOLDER}/{name}.toml"
    sheet = Sheet(relative, templates.read(relative, project_folder))
    title = sheet.top.localized("title")
    sheet.problems.raise_if_any()
    return title


Figure = tuple[Layer, ...]
"""Layers about the figure's centre, in logo units."""


class _Reader:
    """Reads one pattern's file; everything wrong goes to its sheet."""

    def __init__(self, sheet: Sheet, mark: Mark, project_folder: Folder | None) -> None:
        self.sheet = sheet
        self.top = sheet.top
        self.mark = mark
        self.folder = project_folder

    def pattern(self, name: str) -> Pattern:
        top = self.top
        top.localized("title")
        top.choice("border", _borders(self.folder), DEFAULT_BORDER)
        strip = top.flag("strip", False)
        grid = top.number("grid", 8, 1000, 96.0)
        self.unit = HEIGHT / grid
        bounds = top.table("stroke")
        low = bounds.number("min", 10, 240, 40.0)
        high = bounds.number("max", low, 240, max(low, 100.0))
        bounds.close()
        stroke = min(max(self.mark.stem, low), high) / self.unit
        names = scope(top, {"s": stroke, "aspect": self.mark.box.width / self.mark.box.height})
        self.frame = Frame(grid, (0.0, 0.0), names)
        lattice = top.table("lattice")
        kind = lattice.choice("kind", LATTICES, "square")
        limit = 40 * grid
        cell = lattice.point("cell", limit, None, names)
        lattice.close()
        if min(cell) <= 0:
            lattice.report("cell", msg("a cell has a width and a height"))
            cell = (grid, grid)
        figures = self.figures()
        layers = [
            _Rhythm.read(table, tuple(figures), grid, names)
            for table in top.tables("layer", 1, MOST_LAYERS)
        ]
        top.close()
        self.sheet.problems.raise_if_any()
        columns = math.lcm(*(layer.columns for layer in layers), 2 if kind == "half-drop" else 1)
        rows = (
            1 if strip else math.lcm(*(layer.rows for layer in layers), 2 if kind == "brick" else 1)
        )
        if columns * rows > MOST_CELLS:
            top.report(
                "layer",
                msg(
                    "the rhythms close only after {found} cells; at most {limit} are drawn",
                    found=columns * rows,
                    limit=MOST_CELLS,
                ),
            )
            self.sheet.problems.raise_if_any()
        heaviest = max(
            (sum(len(each.path.commands) for each in figure) for figure in figures.values()),
            default=0,
        )
        if heaviest * columns * rows * len(layers) > MOST_COMMANDS:
            top.report("layer", msg("the tile is too intricate to be drawn"))
            self.sheet.problems.raise_if_any()
        tile = _Tile(columns, rows, (cell[0] * self.unit, cell[1] * self.unit), kind, strip)
        painted = tuple(each for layer in layers for each in tile.paint(layer, figures, self.unit))
        return Pattern(name, tile.width, tile.height, painted)

    def figures(self) -> dict[str, Figure]:
        found: dict[str, Figure] = {}
        for table in self.top.tables("figure", 1, MOST_FIGURES):
            name = table.take("name")
            if not isinstance(name, str) or not name or name in found:
                table.report("name", msg("each figure has a name of its own, in quotes"))
                name = f"#{len(found)}"
            found[name] = self.figure(table)
            table.close()
        return found

    def figure(self, table: Table) -> Figure:
        if "motif" not in table:
            drawn = drawing(table, self.frame, ROLES)
            k = HEIGHT / WORK
            return tuple(Layer(path.scale(k), role) for role, path in drawn.paths.items())
        wanted = table.choice("motif", ("brand", *vocabulary.motifs(self.folder)))
        height = table.number("height", 1, 10 * self.frame.grid, None, self.frame.scope)
        mark = self.mark
        if wanted != "brand":
            # Drawn for its height here, so that its strokes are as thick as all the others.
            mark = motif(wanted, self.frame.stroke * HEIGHT / height, self.folder)
        k = height * self.unit / HEIGHT
        # Between the middle of its box and of its weight, so that rows that look up and rows that
        # look down stand evenly apart.
        (x, y), (weight_x, weight_y) = mark.box.center, mark.center
        center = Affine(k, 0, 0, k, -(x + weight_x) / 2 * k, -(y + weight_y) / 2 * k)
        return tuple(
            Layer(layer.path.transform(center), layer.role if layer.role in ROLES else "primary")
            for layer in mark.layers
        )


@dataclass(frozen=True, slots=True)
class _Rhythm:
    """One layer of a pattern: tables that repeat over the cells, each with its own period."""

    figure: tuple[tuple[str, ...], ...]
    role: tuple[tuple[str, ...], ...]
    turn: tuple[tuple[float, ...], ...]
    size: tuple[tuple[float, ...], ...]
    mirror: tuple[tuple[float, ...], ...]
    offset: tuple[float, float]

    @classmethod
    def read(
        cls, table: Table, figures: Sequence[str], grid: float, names: Mapping[str, float]
    ) -> _Rhythm:
        def words(name: str, accepted: Sequence[str], default: str) -> tuple[tuple[str, ...], ...]:
            return tuple(
                tuple(table.word(each, accepted, name, y, x) for x, each in enumerate(row))
                for y, row in enumerate(_rows(table, name, default))
            )

        def numbers(
            name: str, low: float, high: float, default: float
        ) -> tuple[tuple[float, ...], ...]:
            return tuple(
                tuple(
                    table.measure(each, low, high, names, name, y, x) for x, each in enumerate(row)
                )
                for y, row in enumerate(_rows(table, name, default))
            )

        made = cls(
            words("figure", (*figures, ""), figures[0] if figures else ""),
            words("role", (OWN, *ROLES), OWN),
            numbers("turn", -360, 360, 0.0),
            numbers("size", 0, 10, 1.0),
            numbers("mirror", 0, 1, 0.0),
            table.point("offset", 10 * grid, (0.0, 0.0), names),
        )
        table.close()
        return made

    @property
    def columns(self) -> int:
        return math.lcm(*(len(row) for each in self._tables for row in each))

    @property
    def rows(self) -> int:
        return math.lcm(*(len(each) for each in self._tables))

    @property
    def _tables(self) -> tuple[tuple[tuple[object, ...], ...], ...]:
        return (self.figure, self.role, self.turn, self.size, self.mirror)


def _rows(table: Table, name: str, default: object) -> list[list[object]]:
    """A table of rows (`[[a, b], [c]]`); one row or one value stand for themselves."""
    value = table.take(name)
    if value is None:
        return [[default]]
    rows = value if isinstance(value, list) else [value]
    if not any(isinstance(row, list) for row in rows):
        rows = [rows]
    if not table.is_list(rows, name, 1, LONGEST_PERIOD):
        return [[default]]
    return [
        row if table.is_list(row, name, 1, LONGEST_PERIOD, index) else [default]
        for index, row in enumerate(rows)
    ]


@dataclass(frozen=True, slots=True)
class _Tile:
    """The tile's cells, and how its lattice shifts them."""

    columns: int
    rows: int
    cell: tuple[float, float]
    kind: str
    strip: bool

    @property
    def width(self) -> float:
        return self.columns * self.cell[0]

    @property
    def height(self) -> float:
        return self.rows * self.cell[1]

    def paint(self, rhythm: _Rhythm, figures: Mapping[str, Figure], unit: float) -> list[Layer]:
        """The layer's outlines by role, in the order of ROLES but the ground's last."""
        paths: dict[str, list[Path]] = {}
        for row in range(self.rows):
            for column in range(self.columns):
                name = _at(rhythm.figure, row, column)
                size = _at(rhythm.size, row, column)
                if not name or not size:
                    continue
                x, y = self.place(row, column)
                turn = _at(rhythm.turn, row, column)
                flips = _at(rhythm.mirror, row, column) >= 0.5
                by = (
                    Affine.translation(x + rhythm.offset[0] * unit, y + rhythm.offset[1] * unit)
                    @ Affine.rotation(turn)
                    @ Affine.scaling(-size if flips else size, size)
                )
                wanted = _at(rhythm.role, row, column)
                for layer in figures[name]:
                    role = layer.role if wanted == OWN else wanted
                    path = _turned(layer.path, flips).transform(by)
                    paths.setdefault(role, []).extend(self.wrapped(path))
        order = ("quiet", "primary", "accent", "ground")
        return [Layer(_rounded(_joined(paths[role])), role) for role in order if role in paths]

    def place(self, row: int, column: int) -> tuple[float, float]:
        """The middle of a cell."""
        width, height = self.cell
        x, y = (column + 0.5) * width, (row + 0.5) * height
        if self.kind == "brick" and row % 2:
            x += width / 2
        if self.kind == "half-drop" and column % 2:
            y += height / 2
        return x, y

    def wrapped(self, path: Path) -> list[Path]:
        """`path` wherever a copy of it, tiles apart, touches this tile."""
        if not path:
            return []
        box = path.bounds
        across = _copies(box.left, box.right, self.width)
        down = range(1) if self.strip else _copies(box.top, box.bottom, self.height)
        return [
            path.translate(x * self.width, y * self.height) if x or y else path
            for y in down
            for x in across
        ]


def _at(table: Sequence[Sequence[Value]], row: int, column: int) -> Value:
    values = table[row % len(table)]
    return values[column % len(values)]


def _joined(paths: Sequence[Path]) -> Path:
    """One outline of `paths`, united where they overlap: a soft edge drawn twice is too hard.

    Pieces that only touch stay as they are, and join without a seam as parts of one outline.
    """
    boxes = sorted((path.bounds for path in paths), key=lambda box: box.left)
    for index, box in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if other.left > box.right - TOUCHING:
                break
            if min(box.bottom, other.bottom) - max(box.top, other.top) > TOUCHING:
                return outline_ops.union(*paths)
    return Path.join(paths)


def _copies(low: float, high: float, period: float) -> range:
    """How many periods away copies of a span touch 0 … period."""
    return range(math.floor(-high / period) + 1, math.ceil((period - low) / period))


def _turned(path: Path, flips: bool) -> Path:
    """A mirrored outline winds the other way, and would cut holes where it overlaps others."""
    if not flips:
        return path
    out: list[Command] = []
    for commands, closed in path.contours():
        out.extend(backwards(list(commands)))
        if closed:
            out.append(("Z",))
    return Path(tuple(out))


def _rounded(path: Path) -> Path:
    return Path(
        tuple(
            (command[0], *(round(value, DIGITS) + 0.0 for value in command[1:]))  # type: ignore[misc]
            for command in path.commands
        )
    )
