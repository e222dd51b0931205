"""The regions of Kazakhstan by any of their names: templates/cohort/regions.toml.

A meeting's region stands on certificates and forms in three languages. Whoever starts a cohort
types one name; the two others are known and not guessed, because a name is data and not grammar.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from creativekit.identity.template_table import Sheet
from creativekit.presence.instrument_texts import line
from creativekit.project import templates
from creativekit.project.localized import Localized

FILE = "cohort/regions.toml"
_SCHEMA, _MOST, _LENGTH = 1, 200, 120


def region(name: str, folder: Path | None = None) -> Localized | None:
    """The region that is called so, in whatever letters' case; None for one that is not known.

    Raises InputError for a list of the folder's own that is wrong.
    """
    return _names(templates.read(FILE, folder)).get(_plain(name))


@lru_cache(maxsize=4)
def _names(data: bytes) -> Mapping[str, Localized]:
    sheet = Sheet(FILE, data)
    sheet.top.whole("schema", _SCHEMA, _SCHEMA, _SCHEMA)
    found: dict[str, Localized] = {}
    for keys in sheet.top.tables("region", 1, _MOST):
        title = line(keys, "title", _LENGTH)
        also = keys.take("also")
        if also is not None and not keys.is_list(also, "also", 0, _MOST):
            also = None
        for each in (*(text for _, text in title.texts), *(also or ())):
            found.setdefault(_plain(str(each)), title)
        keys.close()
    sheet.top.close()
    sheet.problems.raise_if_any()
    return found


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
