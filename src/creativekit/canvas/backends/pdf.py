"""Scene to a page of PDF: vectors, one page as large as the drawing.

The page is set by typst around the Scene's SVG. Its writer keeps paths as paths, colours in an
embedded sRGB profile and transparency as transparency; a page costs about 4 ms, and what would be
a second vector writer of ours (shadings, soft masks, groups) need not be kept right. Words are
outlined, so no font is needed; the title goes to typst as a value and is never read as markup.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from creativekit.canvas.backends.svg import svg
from creativekit.canvas.scene import Scene

if TYPE_CHECKING:
    import typst

CSS_PX_MM = 25.4 / 96

_PAGE = b"""
#let given = sys.inputs
#let title = if given.title != "" { given.title }
#set document(title: title, date: none)
#set text(lang: "und")
#set page(width: float(given.width) * 1mm, height: float(given.height) * 1mm, margin: 0mm)
#image("scene.svg", width: 100%, height: 100%, fit: "stretch", alt: title)
"""


def pdf(scene: Scene, mm_per_px: float = CSS_PX_MM) -> bytes:
    """The Scene as a one-page PDF without a date; `mm_per_px` says how large a px is on paper."""
    import typst

    made = typst.compile(
        {"main": _PAGE, "scene.svg": svg(scene).encode()},  # type: ignore[call-overload]
        root="/",
        font_paths=_no_fonts(),
        sys_inputs={
            "title": scene.title,
            "width": repr(scene.width * mm_per_px),
            "height": repr(scene.height * mm_per_px),
        },
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _no_fonts() -> typst.Fonts:
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
