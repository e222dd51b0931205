"""The guide's own words, in one language: templates/brand/guide/text.<language>.toml.

A guide is prose, and prose is written, not assembled from a catalog of short strings; so each
language has a file of its own, and a person may copy one into the project and write it better. A
file of the project's must have exactly the keys of ours: a missing sentence would leave a hole.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from creativekit.errors import Problem, Problems, fail, msg, nearest
from creativekit.project import templates

FOLDER = "brand/guide"

_NAMED = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Words:
    """Texts by dotted key, such as `space.title`; a call fills the {names} of one in."""

    language: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key`. A value is put in as it is: braces in it mean nothing."""
        return _NAMED.sub(lambda found: str(values.get(found[1], found[0])), self.texts[key])

    def table(self) -> dict[str, Any]:
        """The texts as they are nested in the file, for a template."""
        nested: dict[str, Any] = {}
        for key, text in self.texts.items():
            *path, last = key.split(".")
            level = nested
            for part in path:
                level = level.setdefault(part, {})
            level[last] = text
        return nested


def words(language: str, project_folder: Path | None = None) -> Words:
    """The words in `language` (kk, ru, en), the project's own where it has them.

    Raises InputError for a file that is not TOML, or lacks a key of ours, or has one too many.
    """
    relative = f"{FOLDER}/text.{language}.toml"
    name = f"{templates.FOLDER}/{relative}"
    texts = _texts(templates.read(relative, project_folder), name)
    if templates.find(relative, project_folder) != templates.find(relative):
        _compare(texts, _texts(templates.read(relative), name), name)
    return Words(language, texts)


@lru_cache(maxsize=8)
def _texts(raw: bytes, name: str) -> Mapping[str, str]:
    return MappingProxyType(dict(_pairs(_parse(raw, name), "")))


def _parse(raw: bytes, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        fail(msg("the guide's words are not valid TOML: {reason}", reason=str(error)), file=name)


def _pairs(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _pairs(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value if isinstance(value, str) else ""


def _compare(own: Mapping[str, str], ours: Mapping[str, str], name: str) -> None:
    problems = Problems()
    for key in sorted(set(own) - set(ours)):
        problems.add(Problem(msg("unknown key"), file=name, key=key, nearest=nearest(key, ours)))
    for key in sorted(key for key in ours if not own.get(key)):
        problems.add(Problem(msg("this text is missing"), file=name, key=key))
    problems.raise_if_any()
