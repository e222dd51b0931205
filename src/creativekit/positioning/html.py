"""The sheets as one HTML page to type in: it needs no network, and what is typed stays in it.

What is typed is kept by the browser and leaves it as a small file of answers (`answers_file`), by
the names that every form of the sheets has (`blanks`). Without the script the page still reads and
prints; printed empty it has lines to write on, as the PDF has.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from markupsafe import Markup

from creativekit.artwork.band import title_size
from creativekit.artwork.web_dress import icon, room_share, scheme, shape
from creativekit.canvas.backends.svg import svg
from creativekit.canvas.scene import Item, Scene
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
from creativekit.jobs import digest
from creativekit.positioning.answers_file import FORMAT, VERSION
from creativekit.positioning.bands import BAND_PX, COVER_PX, PICTURES, cover, sheet_band
from creativekit.positioning.limits import limits
from creativekit.positioning.page_words import SCRIPT, STYLE, TEMPLATE, page_words, spoken
from creativekit.positioning.sheets import Grid, Worksheet, worksheets
from creativekit.positioning.web_sheets import web_sheet
from creativekit.positioning.words import words
from creativekit.project.positioning_section import Positioning

_COVER_TITLE_PX = 210.0

# What people type is set in the body face: the letters of the three languages and of Latin Kazakh,
# digits, and the marks that a keyboard has.
_TYPED = (
    "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x400, 0x460))))
    + "ҒғҚқҢңӘәӨөҰұҮүҺһĞğİıŞşŃńǴǵÝýŪū–—‘’‚“”„•…‹›₸€₽№−×→≈"
)
_FIGURES = "0123456789 \u00a0,.−₸%"


def page(
    identity: Identity,
    answers: Positioning | None,
    language: str,
    only: int | None = None,
    stem: str = "worksheets",
) -> bytes:
    """The page in one language, UTF-8.

    answers: None leaves it empty. only: the number of one sheet; without it, all. stem: what the
    files of the other languages and the file of answers are called, before `-<language>`. Raises
    InputError for templates of the project that are wrong.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    said, own = words(language, folder), page_words(language, folder)
    all_sheets = worksheets(folder)
    sheets = [each for each in all_sheets if only in (None, each.number)]
    made = [web_sheet(each, identity, answers, said, own, folder) for each in sheets]
    drawn = _Drawn(identity, language)
    for each in made:
        drawn.over(each)
    opening = drawn.cover(said("pack")) if only is None else None
    pictures = Pictures(drawn.files)
    script, style = inside(SCRIPT, "script", folder), inside(STYLE, "style", folder)
    name = identity.name.get(language)
    values: dict[str, Any] = {
        "language": language,
        "title": f"{made[0]['title'] if only else said('pack')} · {name}",
        "name": name,
        "pack": said("pack"),
        "example_word": said("example"),
        "seconds": said("seconds", n="{n}"),
        "attribute": _attribute(all_sheets, language),
        "w": own,
        "cover": opening,
        "sheets": made,
        "count": len(all_sheets),
        "size": round(min(each["band"]["size"] for each in made), 4),
        "picture": pictures.picture,
        "style": identity.style.cover,
        "policy": policy(script),
        "icon": data_uri(icon(identity)),
        "css": Markup(style),
        "script": Markup(script),
        "light": Markup(css(scheme(identity, "light"))),
        "dark": Markup(css(scheme(identity, "dark"))),
        "paper": Markup(css(scheme(identity, "paper"))),
        "shape": Markup(css(shape(identity))),
        "setup": _setup(identity, answers, language, stem, folder, own, [s.number for s in sheets]),
        "limits": limits(folder),
        "edition": "blank" if answers is None else "filled",
        "versions": [
            {
                "language": code,
                "name": page_words(code, folder)("language"),
                "href": f"{stem}-{code}.html",
            }
            for code in identity.languages
        ],
        # Which letters and outlines the page needs is known when it is written.
        "fonts": "\0",
        "outlines": "\1",
    }
    text = rendered(TEMPLATE, folder, values).replace("\1", pictures.outlines())
    return text.replace("\0", _fonts(identity, text)).encode("utf-8", "replace")


def _attribute(sheets: tuple[Worksheet, ...], language: str) -> str:
    """What an attribute is called before it has a name of its own."""
    for sheet in sheets:
        for part in sheet.parts:
            if isinstance(part, Grid) and (sheet.id, part.key) == ("alternatives", "attributes"):
                return part.columns[0].label.get(language)
    return ""


def _setup(
    identity: Identity,
    answers: Positioning | None,
    language: str,
    stem: str,
    folder: Path | None,
    own: Any,
    numbers: list[int],
) -> str:
    """What the script needs to know, as JSON for an attribute."""
    return json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "language": language,
            "sheets": numbers,
            # Two brands, and an empty edition beside a filled one, keep their words apart.
            "key": f"creativekit.worksheets.{VERSION}/{digest(identity.name)}/"
            f"{'blank' if answers is None else 'filled'}/{language}/",
            "file": f"{stem}-{language}.answers.json",
            "pace": limits(folder).paces[language].words,
            "said": spoken(own),
        },
        ensure_ascii=False,
    )


class _Drawn:
    """The drawings of a page by file name, each made once."""

    def __init__(self, identity: Identity, language: str) -> None:
        self.identity, self.language = identity, language
        self.files: dict[str, bytes] = {}

    def over(self, sheet: dict[str, Any]) -> None:
        """The band over a sheet, and its room for the title."""
        made = sheet_band(self.identity, sheet["number"], sheet["title"], self.language)
        number = (sheet["number"] - 1) % PICTURES + 1
        sheet["band"] = {
            **room_share(made.words, *BAND_PX),
            "size": made.size_px / BAND_PX[0],
            "picture": self._draw(f"band{number}", made.picture, BAND_PX),
            "signature": self._draw(f"sign{number}", made.signature, BAND_PX),
        }

    def cover(self, title: str) -> dict[str, Any]:
        """The picture that the page opens with."""
        made = cover(self.identity)
        room = made.title
        size = title_size(self.identity, title, room, self.language, _COVER_TITLE_PX, 0.6)
        return {
            **room_share(room, *COVER_PX),
            "size": round(size / COVER_PX[0], 4),
            "picture": self._draw("cover", made.scene.items, COVER_PX),
        }

    def _draw(self, name: str, items: tuple[Item, ...], size: tuple[float, float]) -> str:
        file = f"{name}.svg"
        if file not in self.files:
            self.files[file] = svg(Scene(*size, items, ""), "shared", name).encode()
        return file


def _fonts(identity: Identity, text: str) -> str:
    """@font-face rules: headings with the letters they have, the body with all that are typed."""
    type_, shown = identity.type, letters(text)
    capitals = shown.upper() if identity.style.cover == "bold" else ""
    return "\n".join(
        (
            font_face("brand-heading", type_.heading, shown + capitals + _FIGURES),
            font_face("brand-body", type_.body, shown + _TYPED),
            font_face("brand-bold", type_.body_bold, shown + _FIGURES),
        )
    )
