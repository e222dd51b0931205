"""The report of a cohort as a Word document: to be edited, quoted from, and put into another one.

Chapters and tables are headings, figures are tables with their head on each page, and the lengths
beside them are small pictures that say what they show. Styles and colours are the brand's theme.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from creativekit.artwork.office_band import (
    PT_PER_MM,
    TITLE_LEADING,
    title_lines,
    title_top,
    titled,
)
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.backends.pptx_text import typeface
from creativekit.canvas.text.hyphenation import SOFT_HYPHEN
from creativekit.cohort.report_lengths import length
from creativekit.cohort.report_paper import parts
from creativekit.cohort.report_view import view
from creativekit.cohort.report_words import words
from creativekit.color.contrast import TEXT, readable
from creativekit.documents.docx import Document, Page, docx
from creativekit.documents.docx_blocks import Align, Block, Border, Cell, Paragraph, Row, Table
from creativekit.documents.docx_runs import Inline, PageNumber, Picture, Run
from creativekit.documents.docx_styles import Look
from creativekit.fonts.settable import broken
from creativekit.fonts.shaping import width
from creativekit.identity.model import Identity
from creativekit.identity.office_fonts import embedded_fonts
from creativekit.identity.office_theme import theme_of
from creativekit.presence.page_frame import BAND_PX, SAFE

_WIDTH, _HEIGHT, _MARGIN, _BOTTOM, _FOOT = 210.0, 297.0, 17.5, 18.0, 9.0
# A title may stand this high; what a later page has in its head pushes its text down.
_TOP = 7.0
WIDE = _WIDTH - 2 * _MARGIN
_PAGE = Page(_WIDTH, _HEIGHT, _TOP, _MARGIN, _BOTTOM, _MARGIN, _TOP, _FOOT)
_BAND = BAND_PX[1] / 10
_AIR, _UNDER_BAND = 3.0, 8.0
_KEPT = 5
"""Tables of so many lines stand on one page."""
_AROUND = 3
"""Of a longer one, so many lines at the least stand before the page's end and after it."""
_TOGETHER = 6
"""Of a list, so many of its first and of its last lines stand on one page."""
_LETTER = 0.57
"""Ems that a letter takes at the most, on an average of a long word."""
_NAME, _HEAD, _FIGURE, _SCORE, _NUMBER = 54.0, 19.0, 32.0, 17.0, 19.0
_CELL, _STAR = 22.0, 19.0
_BAR, _THIN = 2.4, 1.1
_MARK = 10.0
_SINK = 0.7
"""A length stands so far under the top of the words beside it."""


def document(identity: Identity, report: Any, titles: Any, language: str) -> bytes:
    """The .docx in one language. Raises InputError for templates that are wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    told = broken(view(report, titles, language, folder))
    made = _Report(identity, told, words(language, folder)("hidden"), language)
    type_, name = identity.type, identity.name.get(language)
    foot = Paragraph(
        (Run(f"{name} · {told['place']}\t"), PageNumber(), Run(" / "), PageNumber("pages")),
        style="Footer",
        tabs=((WIDE, "right"),),
    )
    return docx(
        Document(
            tuple(made.blocks()),
            theme_of(identity),
            language,
            f"{told['title']} · {told['meeting']}",
            Look(
                size=10.0,
                heading_scale=type_.heading_scale,
                heading_bold=typeface(type_.heading)[1],
                caps=identity.style.cover == "bold",
                tracking=type_.tracking,
                muted=made.muted,
                chapter=2.0,
                rule=made.strong,
            ),
            _PAGE,
            head=(Paragraph((Run(told["title"]),), style="Header", before=4.0, after=6.0),),
            foot=(foot,),
            first_head=(Paragraph("", after=0.0, line=0.4),),
            first_foot=(foot,),
            fonts=embedded_fonts(identity),
        )
    )


class _Report:
    def __init__(
        self, identity: Identity, told: Mapping[str, Any], hidden: str, language: str
    ) -> None:
        self.identity, self.told, self.hidden, self.language = identity, told, hidden, language
        palette = identity.palette.light
        self.strong = readable("#ffffff", (palette["primary-ink"], palette["ink"]), TEXT)
        self.muted = readable("#ffffff", (palette["ink-muted"], palette["ink"]), TEXT)
        self.ink, self.line = palette["ink"], palette["outline"]
        self.hair = Border(self.line, 0.5)

    def blocks(self) -> Iterator[Block]:
        told = self.told
        yield self._title()
        if told["invented"]:
            edge = Border(self.strong, 1.25)
            words = Run(told["invented"], bold=True, size=_MARK, color=self.strong)
            sides = tuple((side, edge) for side in ("top", "left", "bottom", "right"))
            said = Cell((Paragraph((words,), after=0.0, leading=1.0),), sides)
            face = self.identity.type.body_bold
            long = width(face, told["invented"], _MARK, self.language) / PT_PER_MM
            # A little more, because a program may set it in another face.
            yield Table((min(WIDE, long * 1.04 + 6),), (Row((said,)),), padding=(1.6, 3, 1.2, 3))
            yield Paragraph("", after=0.0, line=3.0)
        yield Paragraph((Run(told["meeting"], size=13),), after=1.0)
        yield Paragraph((self._small(told["place"], 9.5),), after=5.0)
        yield self._counts()
        yield Paragraph("", after=0.0, line=4.0)
        yield Paragraph(told["who"])
        for each in told["notes"]:
            yield Paragraph((self._small(each),), after=1.4)
        for chapter in told["chapters"]:
            yield Paragraph(chapter["title"], style="Heading1")
            for table in chapter["tables"]:
                yield from self._table(table)
            if chapter["gone"]:
                yield Paragraph((self._small(chapter["gone"]),), after=2.0)
            own = chapter["own"] or {"items": [], "left_out": "", "order": ""}
            if own["items"] or own["left_out"]:
                yield self._sub_head(own["title"])
                if own["order"]:
                    order = (self._small(own["order"]),)
                    yield Paragraph(order, keep_next=True, after=1.4)
                last = len(own["items"]) - 1
                for at, each in enumerate(own["items"]):
                    runs: tuple[Inline, ...] = (Run(each["text"]),)
                    if each["hands"]:
                        runs = (*runs, self._small(f"  {each['hands']}"))
                    keep = at < last and (at < _TOGETHER - 1 or at > last - _TOGETHER)
                    yield Paragraph(runs, style="ListBullet", keep_next=keep or None)
                if own["left_out"]:
                    yield Paragraph((self._small(own["left_out"]),), before=1.5)

    def _title(self) -> Paragraph:
        """The picture, and the title where the style keeps room for it."""
        title, identity = self.told["title"], self.identity
        over = titled(Sheet(identity, *BAND_PX, 1, SAFE), title, self.language)
        room, size = over.room, over.size
        lines = title_lines(identity, title, room, size, self.language)
        line = size * TITLE_LEADING
        tall = len(lines) * line
        top = title_top(room, tall, _TOP, _BAND)
        centered = room["align"] == "center"
        left, right = room["x"] - _MARGIN, _WIDTH - _MARGIN - room["x"] - room["width"]
        align: Align = "center" if centered else "left"
        return Paragraph(
            (
                Picture(over.picture, _WIDTH, _BAND, "", at=(0.0, 0.0)),
                Run("\n".join(lines), size=size * PT_PER_MM, color=room["ink"]),
            ),
            style="Title",
            align=align,
            before=top - _TOP,
            after=max(4.0, _BAND + _UNDER_BAND - top - tall),
            line=line,
            indent=(left - _AIR if centered else left, right - _AIR),
        )

    def _counts(self) -> Table:
        cells = []
        for each in self.told["counts"]:
            if each["few"]:
                number = Run(each["value"], bold=True, size=12, color=self.strong)
            else:
                size = 28 * self.identity.type.heading_scale
                # Old-style figures are set as lining ones by Word alone: other programs would have
                # them in a face like that.
                is_lining = "lnum" not in self.identity.type.heading_features
                number = Run(
                    each["value"], face="major" if is_lining else "minor", bold=not is_lining,
                    size=size if is_lining else size * 0.85, color=self.strong,
                )  # fmt: skip
            cells.append(
                Cell(
                    (
                        Paragraph((number,), after=0.4, leading=1.0),
                        Paragraph((self._small(each["title"]),), after=0.0),
                    ),
                    align="bottom",
                )
            )
        wide = WIDE / 4
        spare = WIDE - wide * len(cells)
        if spare > 1:
            cells.append(Cell((Paragraph("", after=0.0),)))
        widths = (*(wide,) * len(self.told["counts"]), *((spare,) if spare > 1 else ()))
        return Table(widths, (Row(tuple(cells)),), padding=(0.0, 0.0, 0.0, 2.0))

    def _sub_head(self, title: str) -> Paragraph:
        """A second heading in the face of the text, as the page and the PDF have it."""
        run = Run(title, face="minor", bold=True, caps=False, size=12.0, tracking=0.0)
        return Paragraph((run,), style="Heading2")

    # ---- a table

    def _table(self, table: Mapping[str, Any]) -> Iterator[Block]:
        yield self._sub_head(table["title"])
        yield Paragraph((self._small(table["question"]),), keep_next=True, after=1.4)
        if table["rows"]:
            for number, each in enumerate(parts(table)):
                if number:
                    yield Paragraph("", after=0.0, line=3.0)
                yield self._figures(each)
        for each in table["top"]:
            runs = (Run(f"{each['group']}: ", bold=True, size=9), Run(each["text"], size=9))
            yield Paragraph(runs, before=1.0, after=0.4)
        for at, note in enumerate(table["notes"]):
            yield Paragraph((self._small(note),), before=1.6 if not at else 0.0, after=0.4)
        yield Paragraph("", after=0.0, line=2.0)

    def _figures(self, table: Mapping[str, Any]) -> Table:
        heads, columns = table["heads"], table["columns"]
        rest = len(columns) - heads
        drawn = table["kind"] != "grid" and not table["is_bare"]
        if table["is_bare"]:
            widths = (WIDE - rest * _FIGURE - heads * _HEAD, *(_HEAD,) * heads, *(_FIGURE,) * rest)
            bar = 0.0
        elif drawn:
            figures = (_FIGURE,) if table["kind"] == "bars" else (_NUMBER, *(_SCORE,) * (rest - 1))
            bar = WIDE - _NAME - heads * _HEAD - sum(figures)
            widths = (_NAME, bar, *(_HEAD,) * heads, *figures)
        else:
            # Names have what figures leave; where all is hidden, a column needs but its star.
            bar = (WIDE - 66.0) / rest if rest <= 4 else _CELL
            fine = [_STAR if each["is_hidden"] else bar for each in columns[heads:]]
            widths = (WIDE - sum(fine), *fine)
        many = len(table["rows"]) > _KEPT
        rows = [Row(tuple(self._head(table, drawn, widths)), head=True)]
        last = len(table["rows"]) - 1
        for at, row in enumerate(table["rows"]):
            rows.append(
                Row(
                    tuple(
                        self._line(
                            table,
                            row,
                            widths[0],
                            bar,
                            at < last and (not many or at < _AROUND - 1 or at > last - _AROUND),
                        )
                    )
                )
            )
        return Table(
            widths,
            tuple(rows),
            title=table["title"],
            description=table["question"],
            padding=(1.1, 0.0, 1.1, 0.0),
        )

    def _head(
        self, table: Mapping[str, Any], drawn: bool, widths: tuple[float, ...]
    ) -> Iterator[Cell]:
        yield self._cell((), "left", True)
        if drawn:
            yield self._cell((), "right", True)
        figures = widths[2 if drawn else 1 :]
        for column, wide in zip(table["columns"], figures, strict=True):
            text = _whole(column["title"], wide - 1, 7.5)
            text += f"\n{column['n']}" if column["n"] else ""
            yield self._cell((self._small(text, 7.5),), "right", True, stands="bottom")

    def _line(
        self,
        table: Mapping[str, Any],
        row: Mapping[str, Any],
        first: float,
        bar: float,
        keep: bool,
    ) -> Iterator[Cell]:
        heads, kind = table["heads"], table["kind"]
        notes = [
            Paragraph((self._small(each),), after=0.0, keep_next=keep) for each in row["notes"]
        ]
        title = _whole(row["title"], first, 9.5)
        name = Paragraph((Run(title, size=9.5),), after=0.3, keep_next=keep)
        yield Cell((name, *notes), (("bottom", self.hair),))
        if kind == "bars" and not table["is_bare"]:
            yield self._cell(
                self._bar(table, row["cells"][-1], bar - 6, _BAR), "center", keep, _SINK
            )
        elif kind == "spread":
            yield self._cell(self._spread(table, row, bar - 6), "center", keep, _SINK)
        for cell in row["cells"][:heads]:
            yield self._cell((Run(cell["text"], size=9.5),), "right", keep)
        for cell in row["cells"][heads:]:
            if cell["hidden"]:
                yield self._cell((self._small(cell["text"]),), "right", keep)
                continue
            words: tuple[Inline, ...] = (Run(cell["text"], bold=True, size=9.5),)
            if cell["part"]:
                words = (*words, self._small(f"  {cell['part']}"))
            under = (
                self._bar(table, cell, bar - 5, _THIN)
                if kind == "grid" and cell["share"] is not None
                else ()
            )
            blocks = [Paragraph(words, align="right", after=0.0, keep_next=keep)]
            if under:
                blocks.append(
                    Paragraph(under, align="right", after=0.0, keep_next=keep, leading=0.8)
                )
            yield Cell(tuple(blocks), (("bottom", self.hair),), padding=(1.1, 1.0, 1.1, 0.0))

    def _cell(
        self,
        content: tuple[Inline, ...],
        align: Align,
        keep: bool,
        before: float = 0.0,
        stands: Literal["top", "bottom"] = "top",
    ) -> Cell:
        words = Paragraph(content, align=align, before=before, after=0.0, keep_next=keep)
        return Cell((words,), (("bottom", self.hair),), align=stands, padding=(1.1, 1.0, 1.1, 0.0))

    def _small(self, text: str, size: float = 8.0) -> Run:
        return Run(text, size=size, color=self.muted)

    # ---- lengths

    def _bar(
        self, table: Mapping[str, Any], cell: Mapping[str, Any], wide: float, tall: float
    ) -> tuple[Inline, ...]:
        if cell["share"] is None:
            return ()
        picture = self._drawn(wide, tall, 0.0, cell["share"], None)
        return (Picture(picture, wide, tall, f"{table['title']}: {cell['part']}"),)

    def _spread(
        self, table: Mapping[str, Any], row: Mapping[str, Any], wide: float
    ) -> tuple[Inline, ...]:
        found = row["spread"]
        if found is None:
            return ()
        low, mid, high = (
            50 + each / 2 if table["signed"] else float(each)
            for each in (found["low"], found["mid"], found["high"])
        )
        alt = f"{row['title']}: {found['low']} – {found['mid']} – {found['high']}"
        drawn = self._drawn(wide, _BAR, low, high - low, mid, zero=table["signed"])
        return (Picture(drawn, wide, _BAR, alt),)

    def _drawn(
        self, wide: float, tall: float, start: float, share: float, mark: float | None,
        *, zero: bool = False,
    ) -> bytes:  # fmt: skip
        colors = (self.line, self.strong, self.ink)
        return length(round(wide, 2), tall, round(start, 1), round(share, 1), mark, zero, colors)


def _whole(text: str, wide: float, size: float) -> str:
    """A text whose words are parted only where they are wider than their place, mm: a program would
    part them before that as well. size: points."""
    most = wide * PT_PER_MM / (size * _LETTER)
    pairs = [(each, each.replace(SOFT_HYPHEN, "")) for each in text.split(" ")]
    return " ".join(whole if len(whole) <= most else word for word, whole in pairs)
