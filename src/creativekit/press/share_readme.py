"""README.html: what somebody who was sent a kit needs to know, in the languages of the project.

One page that needs nothing else, in the brand's own look: which file of the logo goes where, what
is in which folder, what may be done with the typefaces, whom to ask. It names only files that are
in the archive, and its links lead to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from creativekit.artwork.web_dress import icon, scheme, shape
from creativekit.brand.guide import words as guide_words
from creativekit.brand.guide.file_index import FOLDERS, file_groups
from creativekit.brand.logo_suite import file_stem
from creativekit.brand.stationery import reach
from creativekit.canvas.backends.svg import svg
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
from creativekit.identity.colorway import lockup_scene, paints
from creativekit.identity.model import Identity
from creativekit.identity.template_table import Sheet
from creativekit.presence.instrument_texts import line
from creativekit.press.share import Selection
from creativekit.project import templates
from creativekit.project.localized import Localized

FILE, PAGE, STYLE = "share/words.toml", "share/readme.html.j2", "share/readme.css"
SCHEMA = 1
PARTS = ("social", "positioning", "presence", "explore")
WORDS = (
    "language", "languages", "title", "lead", "logo", "site", "documents", "printer", "dark", "one",
    "care", "rules", "folders", "folder", "files", "purpose", *PARTS, "own", "type", "open_font",
    "other_font", "licence", "contact",
)  # fmt: skip

_LENGTH = 300
_LOGO_PX = 600.0
# What each use takes: the colourways and the endings of their files.
_LOGOS = (
    ("site", ("color",), (".svg",)),
    ("documents", ("color",), ("-1024.png",)),
    ("printer", ("color",), (".pdf",)),
    ("dark", ("on-dark",), (".svg", "-1024.png", ".pdf")),
    ("one", ("black", "white"), (".svg", ".pdf")),
)


class Link(NamedTuple):
    name: str
    href: str


class Use(NamedTuple):
    """kind: which files of a folder, or nothing for all of them."""

    use: str
    kind: str = ""


class Folder(NamedTuple):
    name: str
    href: str
    uses: tuple[Use, ...]


class Typeface(NamedTuple):
    """open: under the SIL Open Font License. licence: where its text is, or nothing."""

    name: str
    href: str
    open: bool
    licence: str


def page(identity: Identity, found: Selection) -> bytes:
    """The page. Raises InputError for templates of the project that are wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    main = identity.main_language
    name = identity.name.get(main)
    pictures = Pictures(
        {"day.svg": _logo(identity, "color"), "night.svg": _logo(identity, "on-dark")}
    )
    values: dict[str, Any] = {
        "name": name,
        "tagline": identity.tagline.get(main) if identity.tagline else "",
        "sections": [_section(identity, found, each, folder) for each in identity.languages],
        "picture": pictures.picture,
        "policy": policy(""),
        "icon": data_uri(icon(identity)),
        "css": Markup(inside(STYLE, "style", folder)),
        "light": Markup(css(scheme(identity, "light"))),
        "dark": Markup(css(scheme(identity, "dark"))),
        "paper": Markup(css(scheme(identity, "paper"))),
        "shape": Markup(css(shape(identity))),
        # Which letters and outlines the page needs is known when it is written.
        "fonts": "\0",
        "outlines": "\1",
    }
    text = rendered(PAGE, folder, values).replace("\1", pictures.outlines())
    return text.replace("\0", _fonts(identity, text)).encode("utf-8", "replace")


def _logo(identity: Identity, colorway: str) -> bytes:
    lockup = identity.logo.lockup(identity.logo.primary)
    painted = paints(identity.palette, colorway)
    scene = lockup_scene(lockup, painted, _LOGO_PX, title="")
    return svg(scene, "shared", colorway).encode()


def _fonts(identity: Identity, text: str) -> str:
    type_, shown = identity.type, letters(text) + "0123456789"
    return "\n".join(
        (
            font_face("brand-heading", type_.heading, shown),
            font_face("brand-body", type_.body, shown),
            font_face("brand-bold", type_.body_bold, shown),
        )
    )


def _section(
    identity: Identity, found: Selection, language: str, folder: Path | None
) -> dict[str, Any]:
    names = tuple(each.name for each in found.files)
    return {
        "language": language,
        "w": _Words(_read(templates.read(FILE, folder)), language),
        "logos": _logos(identity, frozenset(names), language),
        "guides": [
            Link(PurePosixPath(name).name, quote(name))
            for name in names
            if name.startswith("brand/guide/") and PurePosixPath(name).stem.endswith(f"-{language}")
        ],
        "folders": _folders(names, language, folder),
        "typefaces": _typefaces(found),
        "ways": reach.ways(identity, (language,)),
        "places": [text for _, text in reach.places(identity, (language,))],
    }


def _logos(identity: Identity, names: frozenset[str], language: str) -> list[dict[str, object]]:
    """For each use the files of the first lockup, in the language where it has one."""
    lockup = identity.logo.lockup(identity.logo.primary, language)
    rows: list[dict[str, object]] = []
    for use, colorways, endings in _LOGOS:
        stems = [file_stem(identity, lockup, colorway) for colorway in colorways]
        paths = [f"{stem}{ending}" for stem in stems for ending in endings]
        files = [Link(PurePosixPath(path).name, quote(path)) for path in paths if path in names]
        if files:
            rows.append({"use": use, "files": files})
    return rows


def _folders(names: Sequence[str], language: str, folder: Path | None) -> tuple[Folder, ...]:
    """The kit's folders: those of the brand one by one, the others as a whole."""
    said = _Words(_read(templates.read(FILE, folder)), language)
    rows: list[Folder] = []
    ours = [name for name in names if name.startswith("brand/")]
    groups = file_groups(ours, guide_words.words(language, folder))
    for group in groups:
        where = group.folder or "brand/"
        uses = tuple(Use(row.use, row.kind) for row in group.rows)
        rows.append(Folder(where, quote(where), uses))
    parts = {PurePosixPath(name).parts[0]: 0 for name in names if "/" in name}
    for name in names:
        part = PurePosixPath(name).parts[0]
        if part in parts:
            parts[part] += 1
    for part, count in parts.items():
        if part != "brand":
            use = Use(said(part if part in PARTS else "own"), f"× {count}")
            rows.append(Folder(f"{part}/", quote(f"{part}/"), (use,)))
    rows += [Folder(name, quote(name), (Use(said("own")),)) for name in names if "/" not in name]
    return tuple(rows)


def _typefaces(found: Selection) -> tuple[Typeface, ...]:
    by_folder: dict[str, str | None] = {}
    texts = {each.name: each.path for each in found.files}
    for name in texts:
        parts = PurePosixPath(name).parts
        if len(parts) == 4 and parts[:2] == ("brand", FOLDERS[2]):
            where = "/".join(parts[:3])
            licence = f"{where}/LICENSE.txt"
            by_folder[where] = licence if licence in texts else None
    return tuple(
        Typeface(
            PurePosixPath(where).name,
            quote(f"{where}/"),
            licence is not None and _is_open(texts[licence]),
            quote(licence or ""),
        )
        for where, licence in sorted(by_folder.items())
    )


def _is_open(path: Path) -> bool:
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return False
    return "sil open font license" in " ".join(text.lower().split())


class _Words:
    """The words in one language: `words("title")`."""

    def __init__(self, table: dict[str, Localized], language: str) -> None:
        self._table = table
        self._language = language

    def __call__(self, key: str) -> str:
        return self._table[key].get(self._language)


@lru_cache(maxsize=4)
def _read(data: bytes) -> dict[str, Localized]:
    sheet = Sheet(FILE, data)
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    table = {key: line(sheet.top, key, _LENGTH) for key in WORDS}
    sheet.top.close()
    sheet.problems.raise_if_any()
    return table
