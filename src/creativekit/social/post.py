"""Post: one thing to be published, whether it was written in creativekit.toml or in a table's row.

Values are as a person gave them, cleaned; what they mean is the template's business. A value may be
a table by language anywhere in it; `Post.field` chooses, falling back as every localized text does:
the language asked for, the main language, then the first of kk, ru, en that is there.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from creativekit.errors import Message, Problem
from creativekit.jobs import digest
from creativekit.project.localized import LANGUAGES, Localized

Value = Any
"""A text, number, date or time; a tuple or a Mapping of these; or a Mapping by language."""


@dataclass(frozen=True)
class Source:
    """Where a post was written, for messages.

    line: of the post; for a table the row as its reader sees it, the header being 1.
    places: of its keys: the line, and what the key is called there ("post[2].price", "Баға").
    """

    file: str
    line: int | None = None
    key: str = ""
    places: Mapping[str, tuple[int | None, str]] = field(default_factory=dict)
    sheet: str | None = None

    def problem(
        self,
        message: Message,
        key: str | None = None,
        *,
        accepted: tuple[str, ...] = (),
        nearest: str | None = None,
        severity: Literal["error", "warning"] = "error",
    ) -> Problem:
        """A Problem at a key of the post: a field, one of its own keys, or "headline:ru"."""
        line, shown = self.line, self.key
        if key is not None:
            place = self.places.get(key) or self._place_of(key.partition(":")[0])
            line, shown = place if place else (self.line, f"{self.key}.{key}".lstrip("."))
        return Problem(message, self.file, line, shown or None, accepted, nearest, severity)

    def _place_of(self, name: str) -> tuple[int | None, str] | None:
        """Of a key; where only its languages have columns, of the first of them."""
        found = (place for key, place in self.places.items() if key.partition(":")[0] == name)
        return self.places.get(name) or next(found, None)


@dataclass(frozen=True)
class Post:
    """One post. Made by `config_posts` and `table_posts`.

    id: a slug, its folder's name. languages: those it is drawn in, the project's main one first
    where it is among them. placements: ids, each once, in the order they were named.
    fields: by name, as given; see `field`. date and time: of publication, Kazakhstan's clock.
    hashtags: by language, without #, the post's own before the project's.
    variant: None leaves the choice to the style. main: the language to fall back to.
    """

    id: str
    template: str
    languages: tuple[str, ...]
    placements: tuple[str, ...]
    source: Source = field(compare=False)
    fields: Mapping[str, Value] = field(default_factory=dict, hash=False)
    date: datetime.date | None = None
    time: datetime.time | None = None
    caption: Localized | None = None
    hashtags: tuple[tuple[str, tuple[str, ...]], ...] = ()
    alt: Localized | None = None
    variant: int | None = None
    main: str = "kk"

    def field(self, name: str, language: str) -> Value:
        """What a field holds in a language: plain values, tuples and dicts; None when empty.

        `alt` is the post's own. Lists keep only what is not empty in that language.
        """
        if name == "alt" and self.alt is not None:
            return self.alt.get(language)
        return spoken(self.fields.get(name), language, self.main)

    def tags(self, language: str) -> tuple[str, ...]:
        """Hashtags without #."""
        return dict(self.hashtags).get(language, ())

    @property
    def moment(self) -> datetime.datetime | None:
        """Date and time of publication together, Kazakhstan's clock; None without a time."""
        if self.date is None or self.time is None:
            return None
        return datetime.datetime.combine(self.date, self.time)

    @cached_property
    def digest(self) -> str:
        """Of everything in the post that can change a picture or what goes with it."""
        return digest(
            self.id, self.template, self.languages, self.placements, _plain(self.fields),
            str(self.date), str(self.time), self.caption, self.hashtags, self.alt, self.variant,
            self.main,
        )  # fmt: skip

    @cached_property
    def pictured(self) -> str:
        """Digest of what a picture of the post shows."""
        return digest(self.id, _plain(self.fields), self.alt, self.variant, self.main)

    def problem(self, message: Message, key: str | None = None, **more: Any) -> Problem:
        """A Problem where `key` of this post was written; see `Source.problem`."""
        return self.source.problem(message, key, **more)


def spoken(value: Value, language: str, main: str = "kk") -> Value:
    """`value` in one language; None where nothing is left of it."""
    if isinstance(value, Mapping):
        if by_language(value):
            texts = {code: spoken(inner, language, main) for code, inner in value.items()}
            order = (language, main, *LANGUAGES)
            return next((texts[code] for code in order if texts.get(code) is not None), None)
        table = {key: spoken(inner, language, main) for key, inner in value.items()}
        return {key: inner for key, inner in table.items() if inner is not None} or None
    if isinstance(value, (tuple, list)):
        parts = (spoken(inner, language, main) for inner in value)
        return tuple(part for part in parts if part is not None) or None
    return None if value == "" and isinstance(value, str) else value


def by_language(value: Value) -> bool:
    """Whether a value is a table by language."""
    return isinstance(value, Mapping) and bool(value) and set(value) <= set(LANGUAGES)


def localized_parts(value: Value) -> Iterator[frozenset[str]]:
    """For each table by language in a value: the languages in which it says something."""
    if by_language(value):
        yield frozenset(code for code, inner in value.items() if spoken(inner, code) is not None)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from localized_parts(inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from localized_parts(inner)


def _plain(value: Value) -> Value:
    """`value` of the types that `jobs.digest` knows, different types kept apart."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(_plain(inner) for inner in value)
    if isinstance(value, (Decimal, datetime.date, datetime.time)):
        return (type(value).__name__, str(value))
    return value
