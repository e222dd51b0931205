"""What the pages of kit/presence/ have in common: the brand's band, its colours, its faces.

Each is one HTML file: offline, without a script, light or dark, and printed on white paper.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from markupsafe import Markup

from creativekit.artwork.band import Band, band
from creativekit.artwork.sheet import Sheet
from creativekit.artwork.web_dress import icon, room_share, scheme, shape
from creativekit.canvas.backends.svg import svg
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Scene
from creativekit.documents.web_page import (
    Pictures,
    css,
    data_uri,
    font_face,
    inside,
    letters,
    policy,
    rendered,
)
from creativekit.identity.model import Identity
from creativekit.presence.report_words import BASE

BAND_PX = 2100.0, 400.0
"""The picture over a page, ten px a millimetre of A4."""
SAFE = Box(175.0, 60.0, BAND_PX[0] - 175.0, BAND_PX[1] - 12.0)
NARROW_PX = 900.0, 500.0
"""The picture over a page on a telephone: a strip of A4 is too low there for a title."""
_NARROW_SAFE = Box(50.0, 50.0, NARROW_PX[0] - 50.0, NARROW_PX[1] - 14.0)


def page_band(identity: Identity, title: str, language: str) -> Band:
    """The picture over a page, on a screen and on paper."""
    return band(Sheet(identity, *BAND_PX, 1, SAFE, under=True), title, language)


def narrow_band(identity: Identity, title: str, language: str) -> Band:
    """The picture over a page on a telephone."""
    return band(Sheet(identity, *NARROW_PX, 1, _NARROW_SAFE, under=True), title, language)


def framed(
    template: str,
    identity: Identity,
    language: str,
    stem: str,
    named: Callable[[str], str],
    style: str,
    values: dict[str, Any],
) -> bytes:
    """The page, UTF-8. stem: of the files it lies in, one a language, and `named` names each of
    them. style: CSS, after `BASE`. values: of the page itself, its "title" among them.

    Raises InputError for a template of the project that is wrong.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    over = page_band(identity, values["title"], language)
    small = narrow_band(identity, values["title"], language)
    pictures = Pictures(
        {
            "band.svg": svg(Scene(*BAND_PX, over.picture, ""), "shared", "band").encode(),
            "sign.svg": svg(Scene(*BAND_PX, over.signature, ""), "shared", "sign").encode(),
            "narrow.svg": svg(small.scene, "shared", "narrow").encode(),
        }
    )
    whole: dict[str, Any] = {
        **values,
        "language": language,
        "name": identity.name.get(language),
        "band": {
            **room_share(over.words, *BAND_PX),
            "size": round(over.size_px / BAND_PX[0], 4),
            "picture": "band.svg",
            "signature": "sign.svg",
        },
        "narrow": {
            **room_share(small.words, *NARROW_PX),
            "size": round(small.size_px / NARROW_PX[0], 4),
            "picture": "narrow.svg",
        },
        "picture": pictures.picture,
        "style": identity.style.cover,
        "policy": policy(""),
        "icon": data_uri(icon(identity)),
        "css": Markup(f"{inside(BASE, 'style', folder)}\n{style}"),
        "light": Markup(css(scheme(identity, "light"))),
        "dark": Markup(css(scheme(identity, "dark"))),
        "paper": Markup(css(scheme(identity, "paper"))),
        "shape": Markup(css(shape(identity))),
        "versions": [
            {"language": code, "name": named(code), "href": f"{stem}-{code}.html"}
            for code in identity.languages
        ],
        # Which letters and outlines the page needs is known when it is written.
        "fonts": "\0",
        "outlines": "\1",
    }
    text = rendered(template, folder, whole).replace("\1", pictures.outlines())
    return text.replace("\0", _fonts(identity, text)).encode("utf-8", "replace")


def _fonts(identity: Identity, text: str) -> str:
    """@font-face rules with the letters that are there."""
    type_, shown = identity.type, letters(text) + "0123456789 +−—/"
    capitals = shown.upper() if identity.style.cover == "bold" else ""
    return "\n".join(
        (
            font_face("brand-heading", type_.heading, shown + capitals),
            font_face("brand-body", type_.body, shown),
            font_face("brand-bold", type_.body_bold, shown),
        )
    )
