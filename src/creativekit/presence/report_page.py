"""The report as one HTML page: offline, without a script, light or dark, two A4 pages printed.

Charts are drawn in place with the page's own colours; what they show is in tables as well, for who
does not see them.
"""

from __future__ import annotations

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
from creativekit.presence.report import STEM, data
from creativekit.presence.report_charts import radar, timeline
from creativekit.presence.report_words import PAGE, STYLE, words
from creativekit.presence.reported import Reported

BAND_PX = 2100.0, 400.0
"""The picture over the report, ten px a millimetre of A4."""
_DENSE = 36
SAFE = Box(175.0, 60.0, BAND_PX[0] - 175.0, BAND_PX[1] - 12.0)


def report_band(identity: Identity, title: str, language: str) -> Band:
    """The picture over the report, on a screen and on paper."""
    return band(Sheet(identity, *BAND_PX, 1, SAFE), title, language)


def page(identity: Identity, assessment: Reported, language: str) -> bytes:
    """The page in one language, UTF-8. Raises InputError for templates of the project that are
    wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words(language, folder)
    told = data(assessment, language, folder)
    name = identity.name.get(language)
    over = report_band(identity, told["title"], language)
    pictures = Pictures(
        {
            "band.svg": svg(Scene(*BAND_PX, over.picture, ""), "shared", "band").encode(),
            "sign.svg": svg(Scene(*BAND_PX, over.signature, ""), "shared", "sign").encode(),
        }
    )
    values: dict[str, Any] = {
        **told,
        "language": language,
        "name": name,
        "w": said,
        "band": {
            **room_share(over.words, *BAND_PX),
            "size": round(over.size_px / BAND_PX[0], 4),
            "picture": "band.svg",
            "signature": "sign.svg",
        },
        "radar": radar(told["dimensions"], identity.type.body_bold, language),
        "timeline": timeline(told["runs"]),
        "picture": pictures.picture,
        "style": identity.style.cover,
        "dense": _is_dense(told),
        "policy": policy(""),
        "icon": data_uri(icon(identity)),
        "css": Markup(inside(STYLE, "style", folder)),
        "light": Markup(css(scheme(identity, "light"))),
        "dark": Markup(css(scheme(identity, "dark"))),
        "paper": Markup(css(scheme(identity, "paper"))),
        "shape": Markup(css(shape(identity))),
        "versions": [
            {
                "language": code,
                "name": words(code, folder)("language"),
                "href": f"{STEM}-{code}.html",
            }
            for code in identity.languages
        ],
        # Which letters and outlines the page needs is known when it is written.
        "fonts": "\0",
        "outlines": "\1",
    }
    text = rendered(PAGE, folder, values).replace("\1", pictures.outlines())
    return text.replace("\0", _fonts(identity, text)).encode("utf-8", "replace")


def _is_dense(told: dict[str, Any]) -> bool:
    """Whether paper needs smaller print for so much; a gap takes the room of two items."""
    items = sum(len(each["items"]) for each in told["dimensions"])
    return items + 2 * len(told["gaps"]) > _DENSE


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
