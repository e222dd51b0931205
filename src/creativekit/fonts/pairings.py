"""Pairings: which face sets the headings of a brand and which its text.

They are the tables of templates/brand/pairings.toml, ours or the project's own. The file is read
strictly: a wrong key in one table is an error wherever that table is used, with the accepted words.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from creativekit.errors import InputError, Message, Problem, Problems, fail, msg, nearest
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized

FILE = "brand/pairings.toml"
GENERIC = ("serif", "sans-serif", "monospace", "cursive", "system-ui")
_SHOWN = f"{templates.FOLDER}/{FILE}"

_KEYS = ("title", "uses", "languages", "heading", "body", "prices")
_BODY_KEYS = ("family", "weight", "fallback")
_HEADING_KEYS = (*_BODY_KEYS, "scale", "tracking", "leading", "features")
_PRICES = ("heading", "body")

_Table = Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Pairing:
    """A heading face and a body face.

    heading_scale: factor that makes up for a small or large x-height. tracking: em, for headings.
    leading: line height of headings over their size. heading_features: OpenType tags for shape().
    fallbacks: CSS generic families. prices: which of the two sets prices ("heading", "body").
    uses: tags of what the pair is good for. languages: those it is chosen for unasked; a face can
    have every letter of a language and draw one of them as another.
    """

    id: str
    title: Localized
    uses: tuple[str, ...]
    heading_family: str
    heading_weight: int
    heading_scale: float
    heading_features: tuple[str, ...]
    heading_fallback: str
    tracking: float
    leading: float
    body_family: str
    body_weight: int
    body_fallback: str
    prices: Literal["heading", "body"]
    languages: tuple[str, ...] = LANGUAGES

    def suits(self, languages: Iterable[str]) -> bool:
        return set(languages) <= set(self.languages)


def pairing(pairing_id: str, project_folder: Path | None = None) -> Pairing:
    """The pairing of that name. Raises InputError when there is none, or with all its faults."""
    text = _text(project_folder)
    table = _tables(text)
    if pairing_id not in table:
        names = tuple(sorted(key for key, value in table.items() if isinstance(value, dict)))
        fail(
            msg("there is no pairing '{name}'", name=pairing_id),
            file=_SHOWN,
            accepted=names,
            nearest=nearest(pairing_id, names),
        )
    return _read(text, pairing_id)


def pairings(project_folder: Path | None = None) -> tuple[Pairing, ...]:
    """Every pairing, in the order of the file. Raises InputError with the faults of all."""
    text = _text(project_folder)
    found: list[Pairing] = []
    problems = Problems()
    for pairing_id in _tables(text):
        try:
            found.append(_read(text, pairing_id))
        except InputError as error:
            problems.extend(error.problems)
    problems.raise_if_any()
    return tuple(found)


def check(pairing: Pairing, languages: Iterable[str]) -> None:
    """Whether the pair can carry a project in these languages (kk, ru, en).

    Raises InputError naming every letter and sign that a face lacks; ₸ is asked only of the face
    that sets prices. KeyError for another language.
    """
    from creativekit.fonts import coverage
    from creativekit.fonts.faces import face

    wanted = tuple(languages)
    problems = Problems()
    if not pairing.suits(wanted):
        problems.add(replace(unsuited(pairing, wanted), file=_SHOWN, severity="error"))
    sides = {
        "heading": (pairing.heading_family, pairing.heading_weight),
        "body": (pairing.body_family, pairing.body_weight),
    }
    for side, (family, weight) in sides.items():
        key = f"{pairing.id}.{side}"
        try:
            found = coverage.problem(face(family, weight), wanted, key)
        except InputError as error:
            problems.extend(replace(each, file=_SHOWN, key=key) for each in error.problems)
            continue
        if found is not None and side == pairing.prices:
            found = replace(found, severity="error")
        if found is not None:
            problems.add(replace(found, file=_SHOWN))
    problems.raise_if_any()


def unsuited(pairing: Pairing, languages: Iterable[str]) -> Problem:
    """The warning that a pair was not made for one of the languages."""
    others = ", ".join(each for each in languages if each not in pairing.languages)
    return Problem(
        msg(
            "{pairing} draws some letters of {languages} wrongly",
            pairing=pairing.id,
            languages=others,
        ),
        key=pairing.id,
        accepted=pairing.languages,
        severity="warning",
    )


def _text(project_folder: Path | None) -> str:
    data = templates.read(FILE, project_folder)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fail(
            msg("the file is not saved as UTF-8"),
            file=_SHOWN,
            line=data.count(b"\n", 0, error.start) + 1,
        )


@lru_cache(maxsize=8)
def _tables(text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as error:
        from creativekit.project import toml_syntax

        raise InputError(toml_syntax.problem(error, text, _SHOWN)) from None
    except RecursionError:
        fail(msg("lists or tables are nested too deeply"), file=_SHOWN)


@lru_cache(maxsize=128)
def _read(text: str, pairing_id: str) -> Pairing:
    return _Reader(text, pairing_id).pairing()


class _Reader:
    """Takes the keys out of one table and notes what is wrong with each."""

    def __init__(self, text: str, pairing_id: str) -> None:
        self.text = text
        self.id = pairing_id
        self.problems: list[tuple[tuple[str, ...], Problem]] = []

    def pairing(self) -> Pairing:
        table = self.table(_tables(self.text), self.id, (), _KEYS)
        heading = self.table(table, "heading", ("heading",), _HEADING_KEYS)
        body = self.table(table, "body", ("body",), _BODY_KEYS)
        found = Pairing(
            id=self.id,
            title=self.title(table),
            uses=self.words(table, "uses"),
            heading_family=self.word(heading, "heading"),
            heading_weight=self.weight(heading, "heading"),
            heading_scale=self.number(heading, "scale", 1.0, 0.5, 2.0),
            heading_features=self.words(heading, "heading", "features"),
            heading_fallback=self.generic(heading, "heading"),
            tracking=self.number(heading, "tracking", 0.0, -0.1, 0.3),
            leading=self.number(heading, "leading", 1.1, 0.8, 2.0),
            body_family=self.word(body, "body"),
            body_weight=self.weight(body, "body"),
            body_fallback=self.generic(body, "body"),
            languages=self.languages(table),
            prices="heading" if self.choice(table, _PRICES, "prices") == "heading" else "body",
        )
        if self.problems:
            raise InputError(self.placed())
        return found

    def table(
        self, parent: _Table, name: str, key: tuple[str, ...], known: tuple[str, ...]
    ) -> _Table:
        """The table inside `parent`; None, once noted, when there is none to look into."""
        if parent is None:
            return None
        value = parent.get(name)
        if not isinstance(value, dict):
            self.wrong(key, value, msg("a table is needed here"))
            return None
        for each in value:
            if each not in known:
                self.problem((*key, each), msg("unknown key"), known, nearest(each, known))
        return value

    def title(self, table: _Table) -> Localized:
        value = table.get("title") if table is not None else self.id
        texts: dict[str, Any] = value if isinstance(value, dict) else {LANGUAGES[0]: value}
        if (
            texts
            and set(texts) <= set(LANGUAGES)
            and all(isinstance(text, str) and text for text in texts.values())
        ):
            return Localized.of(texts)
        self.wrong(("title",), value, msg("a text is needed here, or a table of texts"), LANGUAGES)
        return Localized.of(self.id)

    def word(self, table: _Table, side: str) -> str:
        value = table.get("family") if table is not None else side
        if isinstance(value, str) and value.strip():
            return value
        self.wrong((side, "family"), value, msg("a text is needed here"))
        return side

    def words(self, table: _Table, *key: str) -> tuple[str, ...]:
        value = table.get(key[-1], []) if table is not None else []
        if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
            return tuple(value)
        self.wrong(key, value, msg("a list of words is needed here"))
        return ()

    def languages(self, table: _Table) -> tuple[str, ...]:
        if table is None or "languages" not in table:
            return LANGUAGES
        found = self.words(table, "languages")
        for each in found:
            if each not in LANGUAGES:
                self.wrong(
                    ("languages",),
                    each,
                    msg("{found} is not accepted here", found=repr(each)),
                    LANGUAGES,
                )
        return found

    def choice(self, table: _Table, accepted: tuple[str, ...], *key: str) -> str:
        value = table.get(key[-1]) if table is not None else accepted[0]
        if isinstance(value, str) and value in accepted:
            return value
        self.wrong(key, value, msg("{found} is not accepted here", found=repr(value)), accepted)
        return accepted[0]

    def generic(self, table: _Table, side: str) -> str:
        if table is None or "fallback" not in table:
            return "sans-serif"
        return self.choice(table, GENERIC, side, "fallback")

    def weight(self, table: _Table, side: str) -> int:
        value = table.get("weight") if table is not None else 400
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1000:
            return value
        message = msg("{found} is not accepted here", found=repr(value))
        self.wrong((side, "weight"), value, message, ("1 … 1000",))
        return 400

    def number(self, table: _Table, name: str, default: float, low: float, high: float) -> float:
        value = table.get(name, default) if table is not None else default
        if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        message = msg("{found} is not accepted here", found=repr(value))
        self.wrong(("heading", name), value, message, (f"{low:g} … {high:g}",))
        return default

    def wrong(
        self,
        key: tuple[str, ...],
        found: object,
        message: Message,
        accepted: tuple[str, ...] = (),
    ) -> None:
        """Note that what is at `key` will not do: TOML has no null, so None is a key left out."""
        close = nearest(found, accepted) if isinstance(found, str) else None
        self.problem(key, msg("this is missing") if found is None else message, accepted, close)

    def problem(
        self, key: tuple[str, ...], message: Message, accepted: tuple[str, ...], close: str | None
    ) -> None:
        shown = ".".join((self.id, *key))
        self.problems.append((key, Problem(message, _SHOWN, None, shown, accepted, close)))

    def placed(self) -> list[Problem]:
        from creativekit.project.toml_positions import position_of, positions

        places = positions(self.text)
        found = []
        for key, problem in self.problems:
            place = position_of((self.id, *key), places)
            found.append(replace(problem, line=place.line if place else None))
        return sorted(found, key=lambda problem: problem.line or 0)
