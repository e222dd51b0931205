"""Scenes to PDF: vectors, each page as large as its drawing.

The pages are set by typst around the Scenes' SVG. Its writer keeps paths as paths, colours in an
embedded sRGB profile and transparency as transparency, and a picture that several pages show is
in the file once; a page costs about 4 ms, and what would be a second vector writer of ours
(shadings, soft masks, groups) need not be kept right. Words are outlined, so no font is needed;
titles go to typst as values and are never read as markup.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from creativekit.canvas.backends.svg import svg
from creativekit.canvas.scene import Scene

if TYPE_CHECKING:
    import typst

CSS_PX_MM = 25.4 / 96

_PAGES = b"""
#let given = sys.inputs
#let title = if given.title != "" { given.title }
#set document(title: title, date: none)
#set text(lang: "und")
#for sheet in json(bytes(given.pages)) {
  page(width: sheet.width * 1mm, height: sheet.height * 1mm, margin: 0mm, image(
    sheet.file,
    width: 100%,
    height: 100%,
    fit: "stretch",
    alt: if sheet.title != "" { sheet.title },
  ))
}
"""


def pdf(scene: Scene, mm_per_px: float = CSS_PX_MM) -> bytes:
    """The Scene as a one-page PDF without a date; `mm_per_px` says how large a px is on paper."""
    return pages((scene,), mm_per_px, scene.title)


def pages(scenes: Sequence[Scene], mm_per_px: float = CSS_PX_MM, title: str = "") -> bytes:
    """The Scenes as the pages of one PDF without a date, as a carousel is posted.

    mm_per_px: how large a px is on paper. title: the document's; the title of each Scene is the
    description of its page. ValueError when there is no Scene.
    """
    if not scenes:
        raise ValueError("a PDF has at least one page")
    import typst

    files = {f"{number}.svg": svg(scene).encode() for number, scene in enumerate(scenes, start=1)}
    sheets = [
        {
            "file": file,
            "width": scene.width * mm_per_px,
            "height": scene.height * mm_per_px,
            "title": _plain(scene.title),
        }
        for file, scene in zip(files, scenes, strict=True)
    ]
    made = typst.compile(
        {"main": _PAGES, **files},  # type: ignore[call-overload]
        root="/",
        font_paths=_no_fonts(),
        sys_inputs={"title": _plain(title), "pages": json.dumps(sheets)},
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def _plain(title: str) -> str:
    """Half a surrogate pair is no text that another program could take."""
    return title.encode("utf-8", "replace").decode()


@lru_cache(maxsize=1)
def _no_fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
