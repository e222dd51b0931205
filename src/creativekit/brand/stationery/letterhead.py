"""The letterhead: a Word document to write letters in, in the brand's styles.

A sheet has Kazakh first and then Russian, at one size, where the brand speaks both: a letter in
Kazakhstan often goes out in the two languages. Any other language has a sheet of its own. The first
page has the logo and, in its foot, how to reach the brand; the pages after it have the name and
their number. What a new sheet says is how to use it.

The brand's typefaces are inside, letters of Latin and Cyrillic: whoever gets the file need not
install them. The sign is a PNG with the same drawing as SVG beside it: Word prints the shapes, what
knows none shows the pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from creativekit.brand.stationery import texts
from creativekit.brand.stationery.people import BRAND
from creativekit.brand.stationery.reach import places, ways
from creativekit.brand.stationery.texts import FOLDER, Texts
from creativekit.documents.docx import Document, Page, docx
from creativekit.documents.docx_blocks import Align, Block, Border, Cell, Paragraph, Row, Table
from creativekit.documents.docx_runs import (
    Inline,
    Link,
    PageNumber,
    Picture,
    Run,
    TextControl,
)
from creativekit.documents.docx_styles import Look
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.identity.stationery import Holder
from creativekit.jobs import Job
from creativekit.project.localized import LANGUAGES

if TYPE_CHECKING:
    from creativekit.brand.stationery.paper_edge import Edge
    from creativekit.brand.stationery.sign import Sign
    from creativekit.canvas.path import Box
    from creativekit.canvas.scene import Item

_WIDTH, _HEIGHT = 210.0, 297.0
_LEFT, _RIGHT, _TOP = 25.0, 20.0, 16.0
# Between what is at an edge and the words.
_FROM_EDGE = 10.0
# A card's sign, larger; under it, down to the letter.
_SIGN_SCALE = 1.45
_UNDER_SIGN, _OVER_RULE = 13.0, 5.0
# Px of nothing round a drawing, which some programs cut; mm of an edge past the paper's.
_AIR = 4.0
_OUT = 1.0
_PX_PER_MM = 10.0
_DPI = 300
_SIZE = 10.5


def jobs(identity: Identity) -> tuple[Job, ...]:
    """Raises InputError for words of the project's own that are wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    texts.texts("letterhead", folder)
    holder = next(iter(identity.stationery.people), BRAND)
    found = []
    for languages in sheets(identity.languages):
        name = f"letterhead-{'-'.join(languages)}.docx"
        inputs = (identity, holder, languages, texts.state("letterhead", folder))
        label = msg("letterhead {file}", file=name)
        found.append(Job(f"{FOLDER}/{name}", make_docx, inputs, label, 1.0))
    return tuple(found)


def sheets(languages: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The languages of each sheet: Kazakh and Russian stand on one, any other on its own."""
    asked = [language for language in LANGUAGES if language in languages]
    if "kk" in asked and "ru" in asked:
        return (("kk", "ru"), *((each,) for each in asked if each not in ("kk", "ru")))
    return tuple((each,) for each in asked)


def make_docx(identity: Identity, holder: Holder, languages: tuple[str, ...], words: str) -> bytes:
    """`words` stands for the file of words, which is read again."""
    return _Letterhead(identity, holder, languages).file()


class _Letterhead:
    def __init__(self, identity: Identity, holder: Holder, languages: tuple[str, ...]) -> None:
        from creativekit.brand.stationery.card_sheet import MM
        from creativekit.brand.stationery.paper_edge import Paper, edge

        folder = Path(identity.project_folder) if identity.project_folder else None
        self.identity = identity
        self.holder = holder
        self.languages = languages
        self.texts: Texts = texts.texts("letterhead", folder)
        self.name = identity.name.get(languages[0])
        paper = Paper(_WIDTH * MM, _HEIGHT * MM, _OUT * MM, 9 * MM, 9 * MM, 14 * MM)
        self.edge: Edge = edge(identity, paper)
        self.centered = identity.style.align == "center"
        self.align: Align = "center" if self.centered else "left"
        right = max(_RIGHT, self.edge.right / MM + _FROM_EDGE)
        # On a middle axis both margins are one.
        self.right = max(right, _LEFT) if self.centered else right
        self.left = self.right if self.centered else _LEFT
        self.foot = max(11.0, self.edge.foot / MM + 7.0)
        self.width = _WIDTH - self.left - self.right

    def file(self) -> bytes:
        from creativekit.canvas.backends.pptx_text import typeface
        from creativekit.identity.office_fonts import embedded_fonts
        from creativekit.identity.office_theme import theme_of

        type_ = self.identity.type
        look = Look(
            size=_SIZE,
            heading_scale=type_.heading_scale,
            heading_bold=typeface(type_.heading)[1],
            caps=self.identity.style.cover == "bold",
            tracking=type_.tracking,
            heading="dk2",
        )
        title = self.texts("title", self.languages[0])
        return docx(
            Document(
                tuple(self._letter()),
                theme_of(self.identity),
                self.languages[0],
                f"{title} · {self.name}",
                look,
                Page(
                    _WIDTH, _HEIGHT, 24.0, self.right, self.foot + 22.0, self.left, _TOP, self.foot
                ),
                head=self._later_head(),
                foot=(Paragraph("", style="Footer"),),
                first_head=self._first_head(),
                first_foot=tuple(self._first_foot()),
                fonts=embedded_fonts(self.identity),
            )
        )

    # ---- what every sheet has

    def _first_head(self) -> tuple[Block, ...]:
        from creativekit.brand.stationery.card_sheet import MM
        from creativekit.brand.stationery.sign import sign
        from creativekit.identity.colorway import paints

        colors = paints(self.identity.palette, "color")
        drawn = sign(
            self.identity,
            self.languages,
            colors,
            self.width * MM / _SIGN_SCALE,
            centered=self.centered,
        )
        under = max(_UNDER_SIGN, drawn.clear * _SIGN_SCALE / MM)
        items, box = self._with_rule(drawn)
        alt = self.texts("logo", self.languages[0], name=self.name)
        shown: list[Inline] = [_picture(items, box, alt, _SIGN_SCALE)]
        if self.edge.items:
            shown.insert(0, self._edge_picture())
        return (Paragraph(tuple(shown), style="Header", align=self.align, after=under),)

    def _with_rule(self, sign: Sign) -> tuple[tuple[Item, ...], Box]:
        """The sign and, in some styles, a line under it, with a hair of air where programs cut."""
        from creativekit.canvas.path import Box
        from creativekit.canvas.scene import Rect, Solid

        left = -_AIR if self.centered else 0.0
        box = Box(left, 0.0, sign.width + _AIR, sign.height + _AIR)
        rule = self.edge.rule
        if rule is None:
            return sign.items, box
        length = self.width * _PX_PER_MM if rule.length is None else rule.length
        length, thick = length / _SIGN_SCALE, rule.thick / _SIGN_SCALE
        x = sign.axis - length / 2 if self.centered else 0.0
        y = sign.height + max(_OVER_RULE * _PX_PER_MM, sign.clear) / _SIGN_SCALE
        box = Box(min(left, x), 0.0, max(box.right, x + length), y + thick + _AIR)
        return (*sign.items, Rect(x, y, length, thick, Solid(rule.color))), box

    def _edge_picture(self) -> Picture:
        from creativekit.canvas.path import Box

        px = _PX_PER_MM
        width, height, out = _WIDTH * px, _HEIGHT * px, _OUT * px
        right, foot = self.edge.right, self.edge.foot
        # A hair more, for the half of a seam's thread.
        box = (
            Box(width - right - 3, -out, width + out, height + out)
            if right
            else Box(-out, height - foot, width + out, height + out)
        )
        at = (box.left / px, box.top / px)
        return _picture(self.edge.items, box, "", at=at, shapes=False)

    def _later_head(self) -> tuple[Block, ...]:
        number = PageNumber()
        names = dict.fromkeys(self.identity.name.get(each) for each in self.languages)
        runs = (Run(" · ".join(names)), Run("\t"), number)
        return (Paragraph(runs, style="Header", tabs=((self.width, "right"),), after=8.0),)

    def _first_foot(self) -> Iterator[Block]:
        line = Border("accent1", 0.75)
        addresses = [
            Paragraph((Run(text, language=language),), style="Footer", align=self.align)
            for language, text in places(self.identity, self.languages)
        ]
        reach = [_linked(*way) for way in ways(self.identity, self.languages)]
        if not addresses and not reach:
            yield Paragraph("", style="Footer")
            return
        if self.centered:
            rows = list(_rows(reach, 3))
            blocks = (*addresses, *(self._joined(row) for row in rows))
            cells, widths = [Cell(blocks)], [self.width]
        else:
            half = -(-len(reach) // 2) if len(reach) > 3 else len(reach)
            columns = [
                addresses,
                [Paragraph((each,), style="Footer") for each in reach[:half]],
                [Paragraph((each,), style="Footer") for each in reach[half:]],
            ]
            shares = (0.46, 0.27, 0.27) if columns[2] else (0.6, 0.4, 0)
            found = [
                (Cell(tuple(blocks)), share)
                for blocks, share in zip(columns, shares, strict=True)
                if blocks
            ]
            whole = sum(share for _, share in found)
            cells = [cell for cell, _ in found]
            widths = [self.width * share / whole for _, share in found]
        cells = [Cell(cell.blocks, borders=(("top", line),)) for cell in cells]
        yield Table(tuple(widths), (Row(tuple(cells)),), padding=(2.6, 0, 0, 3.0))

    def _joined(self, row: list[Inline]) -> Paragraph:
        content: list[Inline] = []
        for index, each in enumerate(row):
            content += [Run(" · "), each] if index else [each]
        return Paragraph(tuple(content), style="Footer", align="center")

    # ---- the letter

    def _letter(self) -> Iterator[Block]:
        for key in ("date", "to"):
            said = " · ".join(dict.fromkeys(self.texts(key, each) for each in self.languages))
            control = TextControl(key, said, placeholder=said, several_lines=key == "to")
            yield Paragraph((control,), after=1.0 if key == "date" else 7.0)
        for index, language in enumerate(self.languages):
            yield from self._said_in(language, first=index == 0)

    def _said_in(self, language: str, *, first: bool) -> Iterator[Block]:
        def run(key: str) -> tuple[Run, ...]:
            return (Run(self.texts(key, language), language=language),)

        yield Paragraph(run("subject"), style="Heading1", before=0.0 if first else 7.0)
        yield Paragraph(run("greeting"))
        yield Paragraph(run("text"))
        for step in self.texts.steps("step", language):
            yield Paragraph((Run(step, language=language),), style="ListBullet")
        yield Paragraph(run("closing"), before=4.0, after=0.6, keep_next=True)
        name = self.holder.name or self.identity.name
        role = self.holder.role if self.holder.name else None
        signed = [Run(name.get(language), style="Strong", language=language)]
        if role is not None:
            signed.append(Run(f"\n{role.get(language)}", color="accent6", language=language))
        yield Paragraph(tuple(signed))


def _linked(text: str, address: str | None) -> Inline:
    return Link(address, (Run(text, style="QuietLink"),)) if address else Run(text)


def _rows(found: list[Inline], most: int) -> Iterator[list[Inline]]:
    """As few rows as hold them, as even as can be."""
    count = -(-len(found) // most)
    ends = [round(len(found) * index / count) for index in range(count + 1)] if count else [0]
    for start, end in pairwise(ends):
        yield found[start:end]


def _picture(
    items: Iterable[Item],
    box: Box,
    alt: str,
    scale: float = 1.0,
    at: tuple[float, float] | None = None,
    shapes: bool = True,
) -> Picture:
    """What is in `box` (px, ten a millimetre), `scale` times as large; shapes: as SVG too."""
    from creativekit.canvas.backends import raster
    from creativekit.canvas.backends.svg import svg
    from creativekit.canvas.path import Affine
    from creativekit.canvas.scene import Group, Scene

    moved = Group(tuple(items), Affine.translation(-box.left, -box.top))
    scene = Scene(box.width, box.height, (moved,))
    dots = _DPI / 25.4 / _PX_PER_MM * scale
    return Picture(
        raster.png(scene, dots, effort="small"),
        box.width / _PX_PER_MM * scale,
        box.height / _PX_PER_MM * scale,
        alt,
        svg(scene).encode() if shapes else None,
        at,
    )
