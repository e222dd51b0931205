"""The words that stationery has of its own: templates/brand/stationery/<name>.toml.

Data that a person may copy into the project and word otherwise; nothing in it is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from creativekit.identity.template_table import Sheet
from creativekit.jobs import digest
from creativekit.project import templates
from creativekit.project.localized import Localized

FOLDER = "brand/stationery"
SCHEMA = 1
MOST_STEPS = 12

_NAMED = re.compile(r"\{(\w+)\}")
# The keys of each file, and the lists of tables in it, of which each holds a text.
_LETTER = "title logo date to subject greeting text closing"
_SIGNATURE = "title lead copy copied select light dark address address_hint"
_PRICES = "title item price from valid_from"
_KEYS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "letterhead": (_LETTER, ("step",)),
    "signature": (_SIGNATURE, ("gmail", "outlook", "apple")),
    "price-list": (_PRICES, ()),
}


class Texts:
    """The words of one kind of stationery: `texts("to", "kk")`, `texts.steps("step", "kk")`."""

    def __init__(
        self, texts: Mapping[str, Localized], steps: Mapping[str, tuple[Localized, ...]]
    ) -> None:
        self._texts = texts
        self._steps = steps

    def __call__(self, key: str, language: str, **values: str) -> str:
        """A value is put in as it is: braces in it mean nothing."""
        text = self._texts[key].get(language)
        return _NAMED.sub(lambda found: values.get(found[1], found[0]), text)

    def steps(self, key: str, language: str) -> tuple[str, ...]:
        return tuple(each.get(language) for each in self._steps[key])


def texts(name: str, project_folder: Path | None) -> Texts:
    """Raises InputError with every problem of the file."""
    return _read(name, templates.read(_file(name), project_folder))


def state(name: str, project_folder: Path | None) -> str:
    """Digest of the file, for Jobs."""
    return digest(templates.read(_file(name), project_folder))


def _file(name: str) -> str:
    return f"{FOLDER}/{name}.toml"


@lru_cache(maxsize=8)
def _read(name: str, data: bytes) -> Texts:
    keys, lists = _KEYS[name]
    sheet = Sheet(_file(name), data)
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    found = {key: sheet.top.localized(key) for key in keys.split()}
    steps = {}
    for key in lists:
        tables = sheet.top.tables(key, 1, MOST_STEPS)
        steps[key] = tuple(table.localized("text") for table in tables)
        for table in tables:
            table.close()
    sheet.top.close()
    sheet.problems.raise_if_any()
    return Texts(MappingProxyType(found), MappingProxyType(steps))
