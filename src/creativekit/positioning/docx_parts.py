"""What stands on a sheet of the worksheets' Word document: questions, tables, scales, the map.

Answers stand in tinted cells, which grow with what is written and cannot be typed out of by
mistake; questions stand outside of them, since Word's navigation shows no heading of a table.
Measures are mm, as in templates/positioning/sheets.typ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from creativekit.documents.docx_blocks import Align, Block, Border, Cell, Paragraph, Row, Table
from creativekit.documents.docx_runs import Picture, Run
from creativekit.positioning.docx_controls import Controls

WIDTH = 175.0
_LINE, _LEAST = 4.2, 8.0
# Of rows with answers, which grow with more: a sheet and what comes of it stand on one page.
_DENSE = 5.2
_PADDING = (1.5, 2.6, 1.3, 2.6)
_SMALL, _CELL, _DENSE_CELL = 8.5, 9.0, 8.0
_GUTTER = 4.0
"""Points of white between cells."""
_PLOT, _BESIDE, _THIRD = 54.0, 52.0, 55.0
_FIGURES = 4
_RANGES = {"score": "0–5", "weight": "1–5", "scores": "0–5", "place": "−10…10"}


@dataclass(frozen=True, slots=True)
class Colors:
    """What a sheet is set in, `#rrggbb`. strong: questions; field: behind answers; deep, on_deep:
    the panel of what comes of it; quiet: its small line."""

    strong: str
    muted: str
    line: str
    field: str
    panel: str
    deep: str
    on_deep: str


class Parts:
    """Blocks of the sheets. heading_scale: of the heading face's sizes. filled: whether there are
    answers; without, there is room to write by hand."""

    def __init__(
        self, colors: Colors, controls: Controls, heading_scale: float, filled: bool
    ) -> None:
        self.colors = colors
        self.filled = filled
        self._least = _DENSE if filled else _LEAST
        self.controls = controls
        self.heading_scale = heading_scale
        self._cell = _DENSE_CELL if filled else _CELL
        self._room = (0.6, 1.4, 0.5, 1.4) if filled else (1.4, 1.4, 1.2, 1.4)
        self._hair = Border(colors.line, 0.5)
        self._gap = Border("#ffffff", _GUTTER)

    # ---- questions

    def question(self, part: Mapping[str, Any]) -> Iterator[Block]:
        """A question over the room for its answer, or for its answers, numbered."""
        yield from self._head(part)
        name = part["name"]
        if not part["numbered"]:
            tall = self._least if self.filled else max(_LEAST, part["lines"] * _LINE + 2.0)
            yield self._table((WIDTH,), [Row((self._answer(name),), tall)], part["label"])
            return
        rows = []
        for index in range(self.controls.rows(name)):
            number = Paragraph((self._small(str(index + 1)),), after=0.0)
            cells = (Cell((number,), align="center"), self._answer(f"{name}.{index}"))
            rows.append(Row(cells, self._least))
        yield self._table((7.0, WIDTH - 7.0), rows, part["label"])

    def figures(self, parts: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
        """Numbers, four beside each other."""
        between = 5.0
        wide = (WIDTH - between * (_FIGURES - 1)) / _FIGURES
        gap = Cell((Paragraph("", after=0.0),), padding=(0, 0, 0, 0))
        rows = []
        for at in range(0, len(parts), _FIGURES):
            heads, answers = [gap] * (2 * _FIGURES - 1), [gap] * (2 * _FIGURES - 1)
            for place, part in enumerate(parts[at : at + _FIGURES]):
                label = Paragraph(part["label"], style="Heading3", before=3.0, after=0.5)
                hint = Paragraph(
                    (self._small(part["hint"], 8.0),), after=1.2, leading=1.0, keep_next=True
                )
                heads[place * 2] = Cell((label, hint), padding=(0, 0, 0, 0))
                unit = Run(f"\u00a0{part['unit']}", color=self.colors.muted)
                answers[place * 2] = self._answer(part["name"], (unit,) if part["unit"] else ())
            rows += [Row(tuple(heads)), Row(tuple(answers), self._least)]
        if rows:
            widths = (*(wide, between) * (_FIGURES - 1), wide)
            yield Table(widths, tuple(rows), padding=_PADDING)

    def boxes(self, parts: Sequence[Mapping[str, Any]]) -> Table:
        """The questions of a model of nine blocks, three in a row."""
        rows = []
        for at in range(0, len(parts), 3):
            cells = []
            for part in parts[at : at + 3]:
                label = Paragraph(part["label"], style="Heading3", before=0.0, after=0.8)
                hint = Paragraph((self._small(part["hint"]),), after=2.4, leading=1.0)
                answer = self.controls.paragraph(part["name"], size=10.0)
                cells.append(
                    Cell((label, hint, answer), self._box, self.colors.field, padding=(3, 3, 3, 3))
                )
            cells += [Cell(())] * (3 - len(cells))
            rows.append(Row(tuple(cells), 50.0))
        return Table((WIDTH / 3,) * 3, tuple(rows))

    # ---- tables

    def table(self, part: Mapping[str, Any], new_page: bool = False) -> Iterator[Block]:
        yield from self._head(part, new_page)
        columns = part["columns"]
        widths = [each["width"] * WIDTH for each in columns]
        heads, parts = [], []
        for column, wide in zip(columns, widths, strict=True):
            is_scores = column["kind"] == "scores"
            told = _RANGES.get(column["kind"], "")
            between = "\u2002" if column["width"] > 0.2 else "\n"
            text = f"{column['label']}{between}{told}" if told else column["label"]
            span = 6 if is_scores else 1
            head = Paragraph((self._small(text),), after=0.0, leading=1.0, keep_next=True)
            heads.append(Cell((head,), span=span, align="bottom", padding=(0.4, 0.8, 1.2, 0.6)))
            parts += [wide / span] * span
        rows = [Row(tuple(heads), head=True)]
        for row in range(self.controls.rows(part["name"])):
            cells = [
                cell
                for column in columns
                for cell in self._cells(f"{part['name']}.{row}.{column['key']}", column)
            ]
            rows.append(Row(tuple(cells), min(7.8, self._least)))
        yield self._table(tuple(parts), rows, part["label"])

    def _cells(self, name: str, column: Mapping[str, Any]) -> Iterator[Cell]:
        if column["kind"] == "scores":
            for index in range(6):
                number = (self._small(f"{index + 1}\u2002", 7.0),)
                one = self.controls.paragraph(f"{name}.{index}", before=number, is_cell=True)
                yield self._tinted((one,), padding=(self._room[0], 0.6, self._room[2], 1.2))
        elif column["listed"]:
            listed = [
                self.controls.paragraph(
                    f"{name}.{index}",
                    before=(self._small(f"{index + 1}\u2002", 7.0),),
                    after=0.2 if index + 1 < column["listed"] else 0.0,
                    is_cell=True,
                    size=self._cell,
                )
                for index in range(column["listed"])
            ]
            yield self._tinted(tuple(listed), padding=self._room)
        else:
            narrow = column["width"] < 0.3
            one = self.controls.paragraph(
                name, is_cell=True, size=self._cell if narrow else None, parted=narrow
            )
            yield self._tinted((one,), padding=self._room)

    # ---- scales and the map

    def sliders(self, found: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
        rows = []
        for each in found:
            scale = self.controls.paragraph(
                each["name"], align="center", size=24.0, color=self.colors.strong
            )
            low, high = self._pole(each["low"], "right"), self._pole(each["high"], "left")
            rows.append(Row((low, Cell((scale,), align="center"), high), 9.4))
        if rows:
            yield Table((58.0, 59.0, 58.0), tuple(rows), padding=(0.6, 2.0, 0.6, 2.0))
            yield Paragraph("", after=0.0, line=2.0)

    def _pole(self, text: str, align: Align) -> Cell:
        said = Paragraph((Run(text, bold=True),), align=align, after=0.0)
        return Cell((said,), align="center")

    def plot(
        self, plot: Mapping[str, Any], empty: bytes, drawn: tuple[bytes, float, str] | None
    ) -> Iterator[Block]:
        """The map. empty: a square to draw on; drawn: the map as it is filled in (its picture, mm
        of its height, what it says), under which its ends stand."""
        low, high, under, over = plot["prompts"]
        side, middle = (_THIRD, _THIRD) if drawn is not None else (_BESIDE, _PLOT)
        ends = {
            key: self._end(f"{plot['name']}.{key}", prompt, wide)
            for key, prompt, wide in (
                ("x.low", low, side),
                ("x.high", high, side if drawn is None else middle),
                ("y.low", under, middle if drawn is None else side),
                ("y.high", over, middle),
            )
        }
        ours = [
            self._end(f"{plot['name']}.ours.{axis}", f"{plot['ours']} {sign}", side)
            for axis, sign in (("x", "↔"), ("y", "↕"))
        ]
        blank = Cell((Paragraph("", after=0.0),))
        if drawn is not None:
            picture, height, alt = drawn
            yield Paragraph((Picture(picture, WIDTH, height, alt),), after=3.0)
            rows = [
                (ends["x.low"], ends["x.high"], ours[0]),
                (ends["y.low"], ends["y.high"], ours[1]),
            ]
        else:
            square = Paragraph((Picture(empty, _PLOT, _PLOT, ""),), after=0.0, leading=1.0)
            rows = [
                (blank, ends["y.high"], blank),
                (ends["x.low"], Cell((square,)), ends["x.high"]),
                (ours[0], ends["y.low"], ours[1]),
            ]
        gap = (WIDTH - 2 * side - middle) / 2
        yield Table(
            (side, gap, middle, gap, side),
            tuple(Row((one, blank, two, blank, three)) for one, two, three in rows),
            padding=(0.8, 0.0, 1.2, 0.0),
        )

    def _end(self, name: str, prompt: str, wide: float) -> Cell:
        label = Paragraph((self._small(prompt),), after=0.6, leading=1.0, keep_next=True)
        inner = Table(
            (wide,), (Row((self._answer(name, size=10.0),), self._least),), padding=_PADDING
        )
        return Cell((label, inner), align="center")

    # ---- what comes of it

    def findings(self, result: Mapping[str, Any]) -> Table:
        """The first finding said loud, the others under a thin line."""
        color = self.colors.on_deep
        first, *rest = result["lines"]
        size = 12.0 if len(first) > 220 else 14.0 if len(first) > 90 else 17.0
        loud = Run(first, face="major", size=size * self.heading_scale, color=color)
        said = [
            (Run(result["title"], bold=True, size=10, color=color), 1.8),
            (loud, 3.0 if rest else 0.0),
            *((Run(each, size=10.5, color=color), 1.2) for each in rest),
        ]
        blocks = [Paragraph((run,), after=after, leading=1.0) for run, after in said]
        cell = Cell(tuple(blocks), fill=self.colors.deep)
        return Table((WIDTH,), (Row((cell,)),), title=result["title"], padding=(3.8, 7, 3.6, 7))

    def together(self, blocks: tuple[Block, ...]) -> Table:
        """Blocks on one page: LibreOffice keeps no table with what follows it, but a row whole."""
        return Table((WIDTH,), (Row((Cell(blocks),)),), padding=(0, 0, 0, 0))

    # ---- what they are made of

    def _head(self, part: Mapping[str, Any], new_page: bool = False) -> Iterator[Block]:
        over = 1.8 if self.filled else 3.6
        yield Paragraph(
            part["label"], style="Heading2", before=over, after=0.5, new_page=new_page or None
        )
        if part["hint"]:
            yield Paragraph(
                (self._small(part["hint"], 9.0),), after=1.2, leading=1.0, keep_next=True
            )

    def _small(self, text: str, size: float = _SMALL) -> Run:
        return Run(text, size=size, color=self.colors.muted)

    def _answer(self, name: str, behind: tuple[Run, ...] = (), size: float | None = None) -> Cell:
        found = self.controls.paragraph(name, behind=behind, size=size)
        return Cell((found,), (("bottom", self._hair),), self.colors.field)

    @property
    def _box(self) -> tuple[tuple[str, Border], ...]:
        return tuple((side, self._gap) for side in ("top", "left", "bottom", "right"))

    def _tinted(
        self, blocks: tuple[Block, ...], padding: tuple[float, float, float, float]
    ) -> Cell:
        return Cell(blocks, self._box, self.colors.field, align="center", padding=padding)

    def _table(self, widths: tuple[float, ...], rows: Sequence[Row], title: str) -> Table:
        return Table(widths, tuple(rows), title=title, padding=_PADDING)
