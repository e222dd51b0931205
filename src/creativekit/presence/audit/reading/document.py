"""What an HTML page holds, as the facts that checks ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Link(NamedTuple):
    """An <a href>. name: what it says to a person or a screen reader. rel: lower-case words."""

    href: str
    name: str
    rel: tuple[str, ...] = ()


class Image(NamedTuple):
    """An <img> that is shown. alt: None when there is no such attribute; "" is decoration."""

    src: str
    alt: str | None


class Entry(NamedTuple):
    """A form control that a person fills in. kind: its type, `select` or `textarea`."""

    kind: str
    name: str
    labelled: bool


class Tag(NamedTuple):
    """A <link>: rel in lower-case words, and its attributes."""

    rel: tuple[str, ...]
    attributes: Mapping[str, str]

    @property
    def href(self) -> str:
        return self.attributes.get("href", "").strip()


class Resource(NamedTuple):
    """Something a browser loads with the page. kind: image, script, style, frame, media, form."""

    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class Document:
    """One page's facts, in the order they stand in it. Addresses are as written.

    text: the visible text, blocks on lines of their own. times: <time datetime>. inside_forms: for
    each <form> the entries in it. inline_scripts: how many <script> without src, and their
    characters together.
    """

    lang: str | None = None
    base: str | None = None
    title: str | None = None
    titles: int = 0
    metas: tuple[tuple[str, str], ...] = ()
    charset: str | None = None
    tags: tuple[Tag, ...] = ()
    headings: tuple[tuple[int, str], ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    entries: tuple[Entry, ...] = ()
    inside_forms: tuple[tuple[Entry, ...], ...] = ()
    resources: tuple[Resource, ...] = ()
    scripts: int = 0
    inline_scripts: int = 0
    json_ld: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    text: str = ""

    def meta(self, name: str) -> str | None:
        """The content of the first <meta> whose name, property or http-equiv is `name`, or None."""
        return next((content for known, content in self.metas if known == name), None)

    def rels(self, *words: str) -> Iterator[Tag]:
        """The <link>s that have all of `words` in rel."""
        return (tag for tag in self.tags if set(words) <= set(tag.rel))
