"""What was chosen: ids, from ids or labels in any of the languages.

Servers write several choices into one cell with spaces, commas, semicolons or lines between them,
and labels have spaces and commas of their own. So a cell is read from its beginning, the longest
choice that fits there first.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal

from creativekit.cohort.columns import folded, inner_folded
from creativekit.cohort.vocabulary import Word
from creativekit.errors import msg, nearest
from creativekit.project.localized import Localized
from creativekit.project.rejection import reject, shown

_BETWEEN = " ,;|/\t\n"
_MOST_CELL = 20_000
_YES = {"1", "true", "yes", "иә", "да", "x", "+", "✓", "✔"}
_NO = {"", "0", "false", "no", "жоқ", "нет", "-"}


class Choices:
    """One list."""

    def __init__(self, choices: Iterable[tuple[str, Iterable[str]]]) -> None:
        """Pairs of id and what else it is called."""
        self._ids: dict[str, str] = {}
        self.ids: tuple[str, ...] = ()
        for id_, names in choices:
            self.ids += (id_,)
            self._ids.setdefault(id_, id_)
            self._ids.setdefault(id_.replace("-", "_"), id_)
            for name in names:
                self._ids.setdefault(folded(name), id_)
        # The longest first, so that "money for export" is not taken for "money".
        self._names = sorted(self._ids, key=len, reverse=True)

    @classmethod
    def of(cls, words: Iterable[Word]) -> Choices:
        return cls((each.id, (*_texts(each.title), *each.also)) for each in words)

    def one(self, value: object) -> str:
        """The id that a cell means. Raises the refusal of anything else."""
        text = plain(value)
        found = self._ids.get(text) or self._ids.get(folded(text))
        if found is None:
            raise self._unknown(text)
        return found

    def several(self, value: object) -> tuple[str, ...]:
        """The ids in a cell, each once, in its order. Raises the refusal of anything else."""
        text = plain(value)
        if text in self._ids:
            return (self._ids[text],)
        if len(text) > _MOST_CELL:
            raise self._unknown(text)
        rest = inner_folded(text)
        found: dict[str, None] = {}
        while rest := rest.lstrip(_BETWEEN):
            for name in self._names:
                if rest.startswith(name) and rest[len(name) : len(name) + 1] in (
                    "",
                    *_BETWEEN,
                    "?",
                    ".",
                ):
                    found[self._ids[name]] = None
                    rest = rest[len(name) :].lstrip("?.")
                    break
            else:
                raise self._unknown(rest.split(" ")[0] if " " in rest else rest)
        return tuple(found)

    def _unknown(self, text: str) -> Exception:
        message = msg("'{found}' is not among the answers", found=shown(text))
        # Near by ids alone: labels are in three languages.
        return reject(message, self.ids, nearest(text[:64], self.ids))


def ticked(value: object) -> bool:
    """Whether a choice with a column of its own was chosen. Raises the refusal of anything else."""
    if isinstance(value, (bool, int, float, Decimal)) and value in (0, 1):
        return bool(value)
    text = plain(value).casefold()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise reject(msg("'{found}' is neither yes nor no", found=shown(value)), ("1", "0"))


def plain(value: object) -> str:
    """A cell's text, whole numbers without a decimal part."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, (float, Decimal)) and math.isfinite(value) and value == int(value):
        return str(int(value))
    return str(value).strip()


def _texts(text: Localized) -> tuple[str, ...]:
    return tuple(each for _, each in text.texts)
