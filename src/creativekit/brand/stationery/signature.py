"""E-mail signatures: a page that one opens, copies from, and closes.

What is copied is a table with inline styles and no wider than 600 px, which is what all of Gmail,
Outlook (which lays out with Word) and Apple Mail keep. Its letters are Arial, which every computer
has with all Kazakh letters: an absent first typeface would make Outlook take Times for the rest.
Words and links have no colour of their own, so that a dark theme may turn them; the line has one
that is seen on white and on a dark ground; the logo stands on its own opaque tile.

The logo is a file beside the page and not inside it: Gmail drops pictures that are written into
the page, while Outlook and Apple Mail take one from the disk when it is pasted.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creativekit.brand.stationery import texts
from creativekit.brand.stationery.letterhead import sheets
from creativekit.brand.stationery.people import people, reached_by
from creativekit.brand.stationery.reach import places, ways
from creativekit.brand.stationery.texts import FOLDER
from creativekit.color.contrast import readable
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.identity.stationery import Holder
from creativekit.jobs import Job, digest
from creativekit.project import templates

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATE = f"{FOLDER}/signature.html.j2"
LOGO = "signature-logo.png"
LOGO_PX = 216
"""Three times what it is shown at."""

_PROGRAMS = (("gmail", "Gmail"), ("outlook", "Outlook"), ("apple", "Apple Mail"))
_WORDS = ("title", "lead", "copy", "light", "dark", "address", "address_hint")
# What a row of addresses holds, in characters, on 600 px beside the logo.
_ROW = 58
# What a line has to have on white, to be seen: it says nothing.
_SEEN = 1.6


def jobs(identity: Identity) -> tuple[Job, ...]:
    """A page for each person and sheet of languages, and the logo that they show.

    Raises InputError for words of the project's own that are wrong.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    texts.texts("signature", folder)
    state = digest(texts.state("signature", folder), templates.read(TEMPLATE, folder))
    found = []
    for name, holder in people(identity):
        for languages in sheets(identity.languages):
            file = f"signature{name}-{'-'.join(languages)}.html"
            inputs = (identity, holder, languages, state)
            label = msg("e-mail signature {file}", file=file)
            found.append(Job(f"{FOLDER}/{file}", make_html, inputs, label, 0.2))
    label = msg("e-mail signature {file}", file=LOGO)
    return (*found, Job(f"{FOLDER}/{LOGO}", make_logo, (identity,), label, 0.3))


def make_html(
    identity: Identity, holder: Holder, languages: tuple[str, ...], sources: str
) -> bytes:
    """The page. `sources` stands for its template and words, which are read again."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    words = texts.texts("signature", folder)
    palette = identity.palette.light
    joined = {
        key: " · ".join(words(key, language) for language in languages)
        for key in ("title", "copied", "select")
    }
    who = (holder.name or identity.name).get(languages[0])
    source = templates.read(TEMPLATE, folder).decode("utf-8")
    html = _template(source).render(
        **joined | {"title": f"{joined['title']} · {who}"},
        **_signature(reached_by(identity, holder), holder, languages),
        languages=languages,
        words=[
            {
                "language": language,
                **{key: words(key, language) for key in _WORDS},
                "programs": [(name, words.steps(key, language)) for key, name in _PROGRAMS],
            }
            for language in languages
        ],
        colors={
            "ink": palette["ink"],
            "muted": palette["ink-muted"],
            "line": palette["outline"],
            "panel": palette["surface"],
            "strong": palette["primary"],
            "on_strong": palette["on-primary"],
        },
        radius=round(min(12.0, 4 + identity.style.corner * 40)),
    )
    return html.encode("utf-8")


def make_logo(identity: Identity) -> bytes:
    """The brand's icon, which stands on its own tile: a dark theme cannot swallow it."""
    from creativekit.brand import icons

    return icons.tile_file(icons.design(identity), LOGO_PX)


def _signature(identity: Identity, holder: Holder, languages: tuple[str, ...]) -> dict[str, Any]:
    light = identity.palette.light
    return {
        "logo": LOGO,
        "brand": identity.name.get(languages[0]),
        "accent": readable("#ffffff", (light["accent"], light["primary"]), _SEEN),
        "said": list(_said(identity, holder, languages)),
        "rows": _rows([{"text": text, "href": href} for text, href in ways(identity, languages)]),
        "places": [
            {"language": language, "text": text} for language, text in places(identity, languages)
        ],
    }


def _said(identity: Identity, holder: Holder, languages: tuple[str, ...]) -> list[dict[str, Any]]:
    """Who it is in each language, once where two say the same."""
    found: list[dict[str, Any]] = []
    for language in languages:
        brand = identity.name.get(language)
        if holder.name is None:
            about = identity.tagline or identity.sector
            name, lines = brand, [about.get(language)] if about else []
        else:
            role = [holder.role.get(language)] if holder.role else []
            name, lines = holder.name.get(language), [" · ".join((*role, brand))]
        if all((name, lines) != (each["name"], each["lines"]) for each in found):
            found.append({"language": language, "name": name, "lines": lines})
    return found


def _rows(found: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = []
    taken = _ROW
    for way in found:
        length = len(way["text"]) + 3
        if taken + length > _ROW:
            rows.append([])
            taken = 0
        rows[-1].append(way)
        taken += length
    return rows


@lru_cache(maxsize=1)
def _template(source: str) -> Template:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined).from_string(source)
