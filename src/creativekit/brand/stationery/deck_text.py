"""What a presentation says: templates/brand/stationery/presentation.toml, read and checked.

Names of layouts, prompts and sample slides are prose and are rewritten by people, so they are data;
which words a layout has places for is fixed here. A key that is missing, misspelt or one too many
is told with its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from creativekit.identity.template_table import Sheet, Table
from creativekit.project import templates
from creativekit.project.localized import Localized

FILE = "brand/stationery/presentation.toml"
SCHEMA = 1

LAYOUTS: Mapping[str, tuple[str, ...]] = {
    "cover": ("title", "subtitle"),
    "text": ("title", "text"),
    "columns": ("title", "left_title", "left", "right_title", "right"),
    "title": ("title",),
    "blank": (),
    "section": ("title", "text"),
    "picture": ("title", "text", "picture"),
    "figure": ("title", "figure", "text"),
    "quote": ("title", "who"),
    "closing": ("title", "contacts"),
}
"""The layouts in the order that a menu shows them, and what a slide of each says; `picture` is a
text for those who do not see it."""

PROMPTS = (
    "title",
    "subtitle",
    "text",
    "heading",
    "picture",
    "figure",
    "label",
    "quote",
    "who",
    "contacts",
    "date",
)
SIZES = ("title", "text", "lead", "label", "small")

_MOST_SLIDES = 40
_LEAST_POINTS, _MOST_POINTS = 8.0, 96.0
_NAMED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class SampleText:
    """One slide: the layout it is made from, its words by what they are."""

    layout: str
    words: Mapping[str, Localized]


@dataclass(frozen=True, slots=True)
class DeckText:
    """The file: names by layout, prompts by place, sizes (points) by role, the slides in order."""

    kind: Localized
    footer: Localized
    no_contacts: Localized
    sizes: Mapping[str, float]
    names: Mapping[str, Localized]
    prompts: Mapping[str, Localized]
    slides: tuple[SampleText, ...]


def deck_text(project_folder: Path | None = None) -> DeckText:
    """The words, the project's own where it has them. Raises InputError with every problem."""
    return _read(templates.read(FILE, project_folder))


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """`text` with its {names} filled in, once: braces in a value mean nothing."""
    return _NAMED.sub(lambda found: values.get(found[1], found[0]), text)


@lru_cache(maxsize=4)
def _read(data: bytes) -> DeckText:
    sheet = Sheet(FILE, data)
    top = sheet.top
    top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    sizes = top.table("size")
    made = DeckText(
        kind=top.localized("kind"),
        footer=top.localized("footer"),
        no_contacts=top.localized("no_contacts"),
        sizes={name: sizes.number(name, _LEAST_POINTS, _MOST_POINTS) for name in SIZES},
        names=_texts(top.table("layout"), tuple(LAYOUTS)),
        prompts=_texts(top.table("prompt"), PROMPTS),
        slides=tuple(_slide(each) for each in top.tables("slide", 1, _MOST_SLIDES)),
    )
    sizes.close()
    top.close()
    sheet.problems.raise_if_any()
    return made


def _texts(table: Table, names: tuple[str, ...]) -> Mapping[str, Localized]:
    found = {name: table.localized(name) for name in names}
    table.close()
    return found


def _slide(table: Table) -> SampleText:
    layout = table.choice("layout", tuple(LAYOUTS))
    words = _texts(table, LAYOUTS[layout])
    return SampleText(layout, words)
