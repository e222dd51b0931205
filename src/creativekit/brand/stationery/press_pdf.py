"""Sides of a card as a PDF for a printing house: vectors and words in process inks, and boxes.

typst sets the words, so that they stay words in an embedded font, over drawings in CMYK; it also
writes MediaBox and TrimBox for `page(bleed:)`. It draws each PDF that is placed in a group of its
own, mixed in sRGB, as it has no choice to give: that is set right here, together with the boxes of
a sheet with marks. There is no PDF/X, which needs a press's profile: this is print-ready CMYK.

Sources: ISO 32000-1, 11.4.7 (group colour space), 14.11.2 (page boundaries); typst 0.15 reference
("page", "cmyk").
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from creativekit.artwork.placed_words import of_one_cut, run_values
from creativekit.brand.stationery.card_sheet import BLEED, BLEED_MM, HEIGHT, MM, WIDTH, Side
from creativekit.brand.stationery.cmyk import PT_MM, group, inks, vector
from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Scene, Solid, Text
from creativekit.documents.typst import compile_pdf
from creativekit.fonts.faces import Face

if TYPE_CHECKING:
    import pikepdf

_MARK_MM = 5.0
_SLUG_MM = 10.0
"""From the cut to the sheet's edge, where there are marks."""


def press_pdf(
    sides: Sequence[Side],
    faces: Sequence[Face],
    template: bytes,
    *,
    title: str,
    language: str,
    marks: bool,
    name: str,
) -> bytes:
    """The sides as pages. faces: all that their words are set in. template: typst; `name` is what
    errors call it. Raises InputError as `compile_pdf` does."""
    known = {face: f"face-{index}" for index, face in enumerate(faces)}
    named = {key: of_one_cut(face) for face, key in known.items()}
    drawings = {f"side-{number}.pdf": _drawing(side) for number, side in enumerate(sides, 1)}
    slug = _SLUG_MM if marks else 0.0
    data = {
        "width": WIDTH / MM,
        "height": HEIGHT / MM,
        "bleed": BLEED_MM,
        "mark": _MARK_MM if marks else 0,
        "sheet": {
            "width": WIDTH / MM + 2 * slug,
            "height": HEIGHT / MM + 2 * slug,
            "bleed": 0 if marks else BLEED_MM,
            "cut": slug,
        },
        "sides": [
            {"drawing": drawing, "runs": [_run(run, known) for run in _runs(side)]}
            for drawing, side in zip(drawings, sides, strict=True)
        ],
    }
    made = compile_pdf(
        template,
        data,
        drawings,
        named,
        title=title,
        language=language,
        tagged=False,
        name=name,
    )
    return _boxed(made, slug)


def _drawing(side: Side) -> bytes:
    """What is drawn on a side, with its bleed."""
    art = Group(side.art, Affine.translation(BLEED, BLEED))
    return vector(Scene(WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED, (art,)), 1 / MM)


def _runs(side: Side) -> list[Text]:
    return [run for words in side.words for run in words.runs if run.line.text.strip()]


def _run(run: Text, known: Mapping[Face, str]) -> dict[str, Any]:
    assert isinstance(run.fill, Solid)
    return {
        **run_values(run, known),
        "ink": [share * 100 for share in inks(run.fill.color)],
    }


def _boxed(data: bytes, slug: float) -> bytes:
    """The PDF with every group mixed in CMYK, and, where the sheet is larger, its boxes."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream) and "/Group" in each:
                _mixed_in_ink(each.Group)
        for page in pdf.pages:
            page.obj.Group = group("DeviceCMYK")
            if slug:
                page.trimbox = _box(slug)
                page.obj.BleedBox = _box(slug - BLEED_MM)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return out.getvalue()


def _mixed_in_ink(group_: pikepdf.Object) -> None:
    # Soft masks are mixed in grey, which is right.
    import pikepdf

    if group_.get("/CS") != pikepdf.Name.DeviceGray:
        group_.CS = pikepdf.Name.DeviceCMYK


def _box(left: float) -> pikepdf.Array:
    """A box that begins `left` mm from the sheet's corner, and ends as far from the other one."""
    import pikepdf

    low = left * PT_MM
    around = _SLUG_MM - left
    width, height = (WIDTH / MM + 2 * around) * PT_MM, (HEIGHT / MM + 2 * around) * PT_MM
    return pikepdf.Array([round(value, 4) for value in (low, low, low + width, low + height)])
