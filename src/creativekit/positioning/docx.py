"""The worksheets as a Word document, to fill in where one writes anyway.

All sheets are in one document, each a section of its own: it begins on a new page under the band of
the brand's own picture, the pages after that name it in their head. Titles and questions are
headings, so Word's navigation goes from one to the other. Every answer is a content control under
the name of its blank; `docx_reading` reads them back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from creativekit.artwork.office_band import (
    PT_PER_MM,
    TITLE_LEADING,
    Titled,
    title_lines,
    title_top,
)
from creativekit.canvas.backends.pptx_text import typeface
from creativekit.color.contrast import TEXT, readable
from creativekit.documents.docx import Document, Page, Section, docx
from creativekit.documents.docx_blocks import Align, Block, Cell, Paragraph, Row, Table
from creativekit.documents.docx_runs import Bookmark, PageNumber, Picture, Run
from creativekit.documents.docx_styles import Look
from creativekit.documents.form_tint import field_tint
from creativekit.identity.model import Identity
from creativekit.identity.office_fonts import embedded_fonts
from creativekit.identity.office_theme import theme_of
from creativekit.positioning import docx_pictures as pictures
from creativekit.positioning.bands import BAND_PX
from creativekit.positioning.blanks import Blank, blanks, written
from creativekit.positioning.docx_controls import Controls
from creativekit.positioning.docx_names import bookmark, mark
from creativekit.positioning.docx_parts import WIDTH, Colors, Parts
from creativekit.positioning.pages import page_data
from creativekit.positioning.sheets import Worksheet, worksheets
from creativekit.positioning.words import Words, words
from creativekit.project.positioning_section import Positioning

_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 210.0, 297.0, (210.0 - WIDTH) / 2
_BAND = BAND_PX[1] / 10.0
# A title may stand this high; what a later page has in its head pushes its text down.
_TOP, _BOTTOM, _FOOT = 7.0, 12.5, 7.0
_PAGE = Page(_PAGE_WIDTH, _PAGE_HEIGHT, _TOP, _MARGIN, _BOTTOM, _MARGIN, _TOP, _FOOT)
_NUMBER_LINE = 6.4
_AIR = 3.0
_UNDER_BAND = 3.5
_SIZE = 10.5
_ROW = re.compile(r"(.+?)\.([0-9]+)(?:\.|$)")


def document(
    identity: Identity, answers: Positioning | None, language: str, only: int | None = None
) -> bytes:
    """The .docx of the sheets in one language, with the answers that there are in it.

    answers: None leaves it empty; only texts in `language` itself are filled in, since a fallback,
    read back, would become an answer. only: the number of one sheet; without it, all. Raises
    InputError for sheets or words of the project that are wrong, and for a character of the map
    that no face has.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words(language, folder)
    sheets = [each for each in worksheets(folder) if only in (None, each.number)]
    made = _Sheets(identity, answers, said, sheets, folder)
    first, *more = made.sections()
    type_ = identity.type
    return docx(
        Document(
            first.blocks,
            theme_of(identity),
            language,
            f"{said('pack')} · {identity.name.get(language)}",
            Look(
                size=_SIZE,
                heading_scale=type_.heading_scale,
                heading_bold=typeface(type_.heading)[1],
                caps=identity.style.cover == "bold",
                tracking=type_.tracking,
                heading=made.colors.strong,
                muted=made.colors.muted,
            ),
            _PAGE,
            head=first.head,
            foot=first.foot,
            first_head=first.first_head,
            first_foot=first.first_foot,
            fonts=embedded_fonts(identity),
            more=more,
        )
    )


class _Sheets:
    def __init__(
        self,
        identity: Identity,
        answers: Positioning | None,
        said: Words,
        sheets: list[Worksheet],
        folder: Path | None,
    ) -> None:
        self.identity, self.answers, self.said = identity, answers, said
        self.sheets, self.folder = sheets, folder
        palette = identity.palette.light
        deep = palette["primary-ink"]
        self.colors = Colors(
            strong=readable("#ffffff", (deep, palette["ink"]), TEXT),
            muted=readable("#ffffff", (palette["ink-muted"], palette["ink"]), TEXT),
            line=palette["outline"],
            field=field_tint(palette["surface"], deep),
            panel=palette["surface"],
            deep=deep,
            on_deep=readable(deep, ("#ffffff", palette["ink"]), TEXT),
        )
        asked = blanks(sheets, answers)
        values = {blank.name: written(answers, blank, said.language) for blank in asked}
        asked = tuple(_near(asked, values))
        controls = Controls(asked, values, said, self.colors.muted)
        filled = answers is not None
        self.parts = Parts(self.colors, controls, identity.type.heading_scale, filled)

    def sections(self) -> Iterator[Section]:
        language = self.said.language
        bands = [
            pictures.titled(self.identity, each.number, each.title.get(language), language)
            for each in self.sheets
        ]
        # One size for all titles: a pack is a series.
        size = min(each.size for each in bands)
        for sheet, titled in zip(self.sheets, bands, strict=True):
            data = page_data(sheet, self.identity, self.answers, self.said, self.folder)
            foot = (self._foot(),)
            yield Section(
                (*self._band(sheet, data, titled, size), *self._sheet(data)),
                _PAGE,
                head=(self._head(data),),
                foot=foot,
                first_head=(Paragraph("", after=0.0, line=0.4),),
                first_foot=foot,
            )

    # ---- what every sheet has

    def _head(self, data: Mapping[str, Any]) -> Paragraph:
        runs = (Run(f"{data['number']}  {data['title']}"),)
        return Paragraph(runs, style="Header", before=6.0, after=8.0)

    def _foot(self) -> Paragraph:
        name = self.identity.name.get(self.said.language)
        runs = (
            Run(f"{name} · {self.said('pack')}\t"), PageNumber(), Run(" / "), PageNumber("pages"),
        )  # fmt: skip
        return Paragraph(runs, style="Footer", tabs=((WIDTH, "right"),))

    def _band(
        self, sheet: Worksheet, data: Mapping[str, Any], titled: Titled, size: float
    ) -> Iterator[Block]:
        """The picture, and the sheet's number and title where the style keeps room for words."""
        room, title = titled.room, data["title"]
        lines = title_lines(self.identity, title, room, size, self.said.language)
        line = size * TITLE_LEADING
        tall = _NUMBER_LINE + len(lines) * line
        top = title_top(room, tall, _TOP, _BAND)
        centered = room["align"] == "center"
        left = room["x"] - _MARGIN
        right = _PAGE_WIDTH - _MARGIN - room["x"] - room["width"]
        # A hair more than the room: another program's letters are not ours to a hundredth.
        indent = (left - _AIR if centered else left, right - _AIR)
        align: Align = "center" if centered else "left"
        number = Run(str(sheet.number), bold=True, size=11, color=room["muted"])
        picture = Picture(titled.picture, _PAGE_WIDTH, _BAND, "", at=(0.0, 0.0))
        yield Paragraph(
            (picture, Bookmark(bookmark(mark(self.said.language, sheet.number)), (number,))),
            align=align,
            before=max(0.0, top - _TOP),
            after=0.0,
            line=_NUMBER_LINE,
            indent=indent,
            keep_next=True,
        )
        yield Paragraph(
            (Run("\n".join(lines), size=size * PT_PER_MM, color=room["ink"]),),
            style="Heading1",
            align=align,
            before=0.0,
            after=max(4.0, _BAND + _UNDER_BAND - top - tall),
            line=line,
            indent=indent,
        )
        lead = Paragraph((Run(data["lead"], size=12),), after=0.0)
        told = Run(data["minutes"], size=9, color=self.colors.muted)
        minutes = Paragraph((told,), align="right", after=0.0, before=0.9)
        yield Table(
            (WIDTH - 32.0, 32.0), (Row((Cell((lead,)), Cell((minutes,)))),), padding=(0, 0, 1, 0)
        )

    def _sheet(self, data: Mapping[str, Any]) -> Iterator[Block]:
        parts = self.parts
        has_map = False
        if data["plot"] is not None:
            drawn = self._map()
            has_map = drawn is not None
            yield Paragraph("", after=0.0, line=3.0)
            yield from parts.plot(data["plot"], self._empty_plot(), drawn)
        if data["sliders"]:
            yield Paragraph("", after=0.0, line=3.0)
            yield from parts.sliders(data["sliders"])
        questions = [each for each in data["parts"] if each["kind"] == "field"]
        if data["boxes"]:
            yield Paragraph("", after=0.0, line=3.0)
            yield parts.boxes(questions)
        else:
            for each in questions:
                if not each["short"]:
                    yield from parts.question(each)
            short = [each for each in questions if each["short"]]
            if short:
                yield Paragraph("", after=0.0, line=3.0)
                yield from parts.figures(short)
        for each in data["parts"]:
            if each["kind"] == "grid":
                # A map, its table and what comes of them are more than a page: the map has its own.
                yield from parts.table(each, new_page=has_map)
        if data["result"] is None:
            yield from self._look(data["look"], 3.6)
        else:
            yield Paragraph("", after=0.0, line=3.0)
            yield parts.together((parts.findings(data["result"]), *self._look(data["look"], 3.2)))
        if data["credit"] is not None:
            credit = Run(data["credit"], size=7.5, color=self.colors.muted)
            yield Paragraph((credit,), before=2.0, after=0.0)

    def _look(self, look: Mapping[str, Any], before: float) -> Iterator[Block]:
        """The closing questions, on one page."""
        yield Paragraph(look["title"], style="Heading2", before=before, after=1.0)
        last = len(look["lines"]) - 1
        for index, line in enumerate(look["lines"]):
            yield Paragraph(
                (Run(line, size=9.5),),
                style="ListBullet",
                after=0.6,
                leading=1.0,
                keep_next=index < last or None,
            )

    # ---- the map

    def _empty_plot(self) -> bytes:
        return pictures.empty_plot(self.colors.field, self.colors.line)

    def _map(self) -> tuple[bytes, float, str] | None:
        if self.answers is None:
            return None
        found = pictures.map_picture(self.identity, self.answers, self.said.language)
        if found is None:
            return None
        picture, alt = found
        wide, tall = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
        return picture, WIDTH * tall / wide, alt


def _near(asked: Iterable[Blank], values: Mapping[str, str]) -> Iterator[Blank]:
    """The blanks without the rows of a list that are more than one past its last answer.

    A list that nobody has begun keeps all of its rows, and a scale each of its marks.
    """
    last: dict[str, int] = {}
    for name, value in values.items():
        found = _ROW.match(name)
        if found and value:
            last[found[1]] = max(last.get(found[1], 0), int(found[2]))
    for blank in asked:
        found = _ROW.match(blank.name)
        if found and found[1] in last and not found[1].endswith(".sliders"):
            if int(found[2]) <= last[found[1]] + 1:
                yield blank
        else:
            yield blank
