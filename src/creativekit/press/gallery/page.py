"""kit/index.html: the whole kit on one page, in the dress of the brand's own guide.

Pictures and files are linked where they lie in the kit, so the page opens from a memory stick;
drawings of the brand, faces and the script are inside. What can be chosen on it (the pictures'
language, the safe zones) works without the script, and every file has a link.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup

from creativekit.artwork.web_dress import icon
from creativekit.brand.guide.desk import Desk, is_dark, room_mm
from creativekit.brand.guide.typefaces import typefaces
from creativekit.brand.guide.web_dress import fonts, other_variables, variables
from creativekit.brand.guide.words import FOLDER as GUIDE
from creativekit.brand.guide.words import words as guide_words
from creativekit.canvas.backends.svg import svg
from creativekit.documents.web_page import (
    Pictures,
    css,
    data_uri,
    inside,
    letters,
    policy,
    rendered,
)
from creativekit.identity.colorway import lockup_scene, paints
from creativekit.identity.model import Identity
from creativekit.press.gallery import brand, documents, shots
from creativekit.press.gallery.contents import Contents
from creativekit.press.gallery.speech import NAMES, Guide, Said, Speech
from creativekit.press.gallery.words import PAGE, SCRIPT, STYLE, words
from creativekit.project.localized import LANGUAGES
from creativekit.social.placements import catalogue

_MARK_PX = 600.0
_TITLE_POINTS = 62


def page(identity: Identity, contents: Contents) -> bytes:
    """The page, UTF-8. Raises InputError for templates of the project that are wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    speech = Speech(identity.languages, words(folder))
    guide: Guide = {code: guide_words(code, folder) for code in LANGUAGES}
    desk = Desk.of(identity, identity.main_language, "gallery")
    drawn = _Drawn(identity, desk)
    opening, posts_opening = drawn.opening(speech), drawn.posts(speech)
    pictures = Pictures({**{f"{k}.svg": v for k, v in desk.pictures.items()}, **drawn.marks()})
    style = inside(f"{GUIDE}/guide.css", "style", folder) + inside(STYLE, "style", folder)
    script = inside(f"{GUIDE}/guide.js", "script", folder) + inside(SCRIPT, "script", folder)
    dark = is_dark(desk.look.grounds["base"].ground)
    values: dict[str, Any] = {
        "language": identity.main_language,
        "languages": [{"code": each, "name": NAMES[each]} for each in speech.languages],
        "name": speech.of(identity.name),
        "tagline": speech.of(identity.tagline) if identity.tagline else None,
        "say": speech.html,
        "label": speech.label,
        "w": speech.word,
        "look": desk.look,
        "align": identity.style.align if desk.look.label == "centered" else "left",
        "base": "dark" if dark else "light",
        "other": "light" if dark else "dark",
        "picture": pictures.picture,
        "opening": opening,
        "posts_opening": posts_opening,
        "colors": brand.colors(identity, speech, guide) if contents.below("brand") else None,
        "palettes": [
            documents.link(each, speech, speech.plain(each.name))
            for each in contents.below("brand/color")
            if each.ending in (".ase", ".aco", ".gpl", ".soc", ".css", ".scss", ".html")
        ],
        "logo": brand.logo(identity, contents, speech, guide),
        "icons": [
            documents.link(each, speech, speech.plain(each.name))
            for each in contents.below("brand/icons")
        ],
        "type": brand.faces(identity, contents, speech),
        "pattern": brand.pattern(contents, speech),
        "documents": documents.documents(contents, speech, guide),
        "cards": documents.card_pictures(contents, speech),
        "posts": shots.shots(contents, catalogue(folder), speech),
        "calendar": shots.calendar(contents, speech),
        "calendars": _calendars(contents, speech),
        "worksheets": documents.worksheets(contents, speech, "positioning"),
        "blank": documents.worksheets(contents, speech, "positioning/blank"),
        "insights": documents.insights(contents, speech),
        "presence": _presence(contents, speech),
        "reports": [
            documents.link(each, speech)
            for each in documents.in_order(contents.below("presence"), speech)
            if each.name.startswith("report-")
        ],
        "folders": documents.all_files(contents.files, speech),
        "policy": policy(script, "'self' file: data:"),
        "icon": data_uri(icon(identity)),
        "css": Markup(style),
        "script": Markup(script),
        "variables": Markup(f"{variables(identity, desk.look)} {_mark(dark)}"),
        "other_variables": Markup(f"{other_variables(identity, desk.look)} {_mark(not dark)}"),
        # Which letters, outlines and texts the page has is known when it is written.
        "fonts": "\0",
        "outlines": "\1",
        "texts": "\2",
    }
    written = rendered(PAGE, folder, values)
    written = written.replace("\1", pictures.outlines()).replace("\2", str(speech.table()))
    shown = "".join(sorted({*letters(written), *speech.characters, *"0123456789"}))
    faces = fonts(typefaces(identity), desk.look, shown)
    return written.replace("\0", faces).encode("utf-8", "replace")


def _mark(dark: bool) -> str:
    """Which of the two lockups in the bar is seen."""
    return css(
        {"--mark-light": "none", "--mark-dark": "block"}
        if dark
        else {"--mark-light": "block", "--mark-dark": "none"}
    )


class _Drawn:
    """Pictures of the brand that stand in the page itself."""

    def __init__(self, identity: Identity, desk: Desk) -> None:
        self.identity, self.desk = identity, desk

    def opening(self, speech: Speech) -> dict[str, Any]:
        """The cover, with a title as large as the name fits in each language."""
        return self._art("cover", 0, speech.of(self.identity.name), 0.6)

    def posts(self, speech: Speech) -> dict[str, Any]:
        return self._art("opener", 1, speech.word("posts"), 0.5)

    def _art(self, name: str, variant: int, title: Said, share: float) -> dict[str, Any]:
        art, picture = self.desk.art(name, variant)
        sizes = (self.desk.title_size(each, picture.title, _TITLE_POINTS, share) for each in title)
        return {"art": art, "room": room_mm(picture.title), "size": min(sizes)}

    def marks(self) -> dict[str, bytes]:
        """The first lockup for light grounds and for dark ones."""
        logo, palette = self.identity.logo, self.identity.palette
        lockup = logo.lockup(logo.primary)
        return {
            f"mark{scheme}.svg": svg(
                lockup_scene(lockup, paints(palette, way), _MARK_PX), "shared", f"mark{scheme}"
            ).encode()
            for scheme, way in (("light", "color"), ("dark", "on-dark"))
        }


def _calendars(contents: Contents, speech: Speech) -> list[dict[str, Any]]:
    found = []
    for each in contents.files:
        if each.ending == ".ics":
            key = "plan_file" if each.path.startswith("presence/") else "calendar_file"
            found.append(documents.link(each, speech, speech.word(key)))
    return found


def _presence(contents: Contents, speech: Speech) -> dict[str, Any] | None:
    standing = contents.standing
    if standing is None:
        return None
    return {
        "date": speech.day(standing.date),
        # Rounded down, as in the report, so that none looks a band higher than it is.
        "overall": None if standing.overall is None else int(standing.overall),
        "band": speech.of(standing.band) if standing.band else None,
        "dimensions": [
            {"title": speech.of(title), "score": None if score is None else int(score)}
            for title, score in standing.dimensions
        ],
        "steps": [
            {
                "action": speech.of(action),
                "due": speech.word("due", date=speech.day(due)) if due else None,
            }
            for action, due in standing.steps
        ],
    }
