"""The contact sheet of a run: all posts at a glance, as pictures (PNG) and as a page (HTML).

The page shows the files themselves with their captions and alternative texts, ready to be copied.
The pictures draw each post small again; of a run of thousands only the first sheets are drawn, for
they are a look at the whole and the page has every post.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from jinja2 import Environment, StrictUndefined, Template

from creativekit.artwork.dress import stack
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import Group, Item, Scene
from creativekit.canvas.text.fit import TooLong, wrapped
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import words
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job
from creativekit.language import formats
from creativekit.language.catalogs import translator
from creativekit.project import templates
from creativekit.social.captions import caption
from creativekit.social.rendering import Finding, scene
from creativekit.social.targets import FOLDER, Setup, Target

TEMPLATE = "social/index.html.j2"
PAGE = "index.html"

PER_SHEET = 24
MOST_SHEETS = 4
_COLUMNS = 6
_CELL, _TALL, _GAP, _LINE = 300.0, 375.0, 28.0, 34.0
_DOCUMENTS = (".pptx", ".pdf")
_GROUND, _INK = "#ececea", "#33383d"

Files = Sequence[tuple[Target, Finding, str]]


@dataclass(frozen=True)
class Card:
    """One picture on the page. src: relative to the page; shown: whether a browser shows it."""

    src: str
    post: str
    placement: str
    language: str
    width: int
    height: int
    alt: str
    caption: str
    date: str
    shown: bool


def contact_jobs(setup: Setup, files: Files, path: Callable[[str], str]) -> tuple[Job, ...]:
    """The page, and up to MOST_SHEETS sheets of PER_SHEET posts.

    path: where in the kit a file of that name goes.
    """
    label = msg("the contact sheet")
    cards = tuple(_card(target, finding, path) for target, finding, path in files)
    made = [
        Job(path(PAGE), page, (_Words(setup.identity), cards), label),
    ]
    seen = [(target, finding) for target, finding, _ in files][: PER_SHEET * MOST_SHEETS]
    for start in range(0, len(seen), PER_SHEET):
        part = seen[start : start + PER_SHEET]
        number = start // PER_SHEET + 1
        name = "contact.png" if number == 1 else f"contact-{number}.png"
        made.append(
            Job(
                path(name),
                sheet,
                (
                    setup,
                    tuple(target for target, _ in part),
                    tuple(finding.pictures for _, finding in part),
                ),
                label,
                3.0 + len(part),
            )
        )
    return tuple(made)


def _card(target: Target, finding: Finding, path: str) -> Card:
    about = caption(target.post, target.language, finding.alt)
    date = target.post.date
    return Card(
        PurePosixPath(path).relative_to(FOLDER).as_posix(),
        target.post.id,
        target.placement.title.get(target.language),
        target.language,
        target.placement.width,
        target.placement.height,
        about.alt,
        about.posted,
        formats.date(date, target.language) if date else "",
        not path.endswith(_DOCUMENTS),
    )


@dataclass(frozen=True)
class _Words:
    """The identity as the page needs it: its name and language."""

    identity: Identity

    @property
    def digest(self) -> str:
        return self.identity.digest


def page(words_: _Words, cards: tuple[Card, ...]) -> bytes:
    """The page: each picture with its caption and alternative text."""
    identity = words_.identity
    language = identity.main_language
    speak = translator(language).text
    texts = {
        "title": speak(msg("Posts")),
        "copy_caption": speak(msg("Copy the caption")),
        "copied": speak(msg("Copied")),
        "alt": speak(msg("Alternative text")),
        "none": speak(msg("no caption")),
    }
    html = _template(templates.read(TEMPLATE).decode("utf-8")).render(
        language=language, name=identity.name.get(language), t=texts, cards=cards
    )
    return html.encode("utf-8")


@cache
def _template(source: str) -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined).from_string(source)


def sheet(
    setup: Setup, targets: tuple[Target, ...], pictures: tuple[tuple[str, ...], ...]
) -> bytes:
    """Up to PER_SHEET posts on one picture, each in a cell with its name under it."""
    from creativekit.canvas.backends import raster

    identity = setup.identity
    setting = Setting(stack(identity.type.body), identity.main_language)
    columns = min(_COLUMNS, len(targets))
    rows = -(-len(targets) // columns)
    items: list[Item] = []
    for index, target in enumerate(targets):
        x = _GAP + index % columns * (_CELL + _GAP)
        y = _GAP + index // columns * (_TALL + _LINE + _GAP)
        items.extend(_cell(scene(setup, target), target, x, y, setting))
    y = _GAP + rows * (_TALL + _LINE + _GAP)
    whole = Scene(columns * (_CELL + _GAP) + _GAP, y, tuple(items))
    return raster.png(whole, background=_GROUND)


def _cell(drawn: Scene, target: Target, x: float, y: float, setting: Setting) -> list[Item]:
    scale = min(_CELL / drawn.width, _TALL / drawn.height)
    clip = Path.rect(0, 0, drawn.width, drawn.height)
    items: list[Item] = [Group(drawn.items, Affine(scale, 0, 0, scale, x, y), clip)]
    name = target.stem.removeprefix(f"{FOLDER}/").replace("/", " · ")
    found = wrapped(name, setting, 15.0, _CELL, most_lines=1, ellipsis=True)
    if not isinstance(found, TooLong):
        items.append(words(found, x, y + _TALL + 8, _CELL, "start", _INK, "caption"))
    return items
