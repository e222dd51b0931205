"""How long a profile's text may be, and how fast a pitch is said.

The numbers are data (templates/positioning/limits.toml), because platforms change them more often
than we are released, and each says where it is from, of which year, and how far it can be trusted.
A project's own file stands in for ours as a whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from creativekit.errors import msg
from creativekit.identity.template_table import Sheet, Table
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES
from creativekit.project.rejection import shown

FILE = "positioning/limits.toml"

Confidence = Literal["high", "medium-high", "medium", "medium-low", "low"]
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium-high", "medium", "medium-low", "low")
_MOST_SECONDS = 600
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Origin:
    """How far a number can be trusted, where it is from and of which year."""

    confidence: Confidence
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a language is said: words a minute."""

    words: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Platform:
    """limit: characters that the text under a name may have."""

    id: str
    title: str
    limit: int
    origin: Origin


@dataclass(frozen=True)
class Limits:
    """seconds: what a pitch may take. paces: by language. platforms: in the file's order."""

    seconds: int
    paces: Mapping[str, Pace]
    platforms: tuple[Platform, ...]


def limits(project_folder: Path | None = None) -> Limits:
    """The project's own limits, else ours. Raises InputError with all their problems."""
    return _limits(templates.read(FILE, project_folder))


@lru_cache(maxsize=4)
def _limits(data: bytes) -> Limits:
    sheet = Sheet(FILE, data)
    top = sheet.top
    top.whole("schema", 1, 1, 1)
    pitch = top.table("pitch")
    seconds = _count(pitch, "seconds", _MOST_SECONDS)
    pitch.close()
    paces, platforms = _paces(top.table("pace")), _platforms(top.table("platforms"))
    top.close()
    sheet.problems.raise_if_any()
    return Limits(seconds, paces, platforms)


def _paces(tables: Table) -> dict[str, Pace]:
    found: dict[str, Pace] = {}
    for language in LANGUAGES:
        table = tables.table(language)
        found[language] = Pace(_count(table, "words", 1000), _origin(table))
        table.close()
    tables.close()
    return found


def _platforms(tables: Table) -> tuple[Platform, ...]:
    found = []
    for name in tables.values:
        table = tables.table(name)
        platform = Platform(
            name, _text(table, "title"), _count(table, "limit", _LONGEST), _origin(table)
        )
        found.append(platform)
        table.close()
    tables.close()
    return tuple(found)


def _origin(table: Table) -> Origin:
    return Origin(
        table.choice("confidence", CONFIDENCES), _text(table, "source"), _text(table, "as_of")
    )


def _count(table: Table, name: str, most: int) -> int:
    if name not in table:
        table.report(name, msg("this key is missing and has no default"))
    return table.whole(name, 1, most, 1)


def _text(table: Table, name: str) -> str:
    value = table.take(name)
    if isinstance(value, str) and value.strip():
        return value
    if value is None:
        table.report(name, msg("this key is missing and has no default"))
    else:
        table.report(name, msg("this must be text in quotes, not {found}", found=shown(value)))
    return name
