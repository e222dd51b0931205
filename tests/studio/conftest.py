"""For tests of the studio: styles that were read for one app serve the next.

Hundreds of apps are started one after another in one process, and each reads the same rules with
the same colours, which is a seventh of all their time.
"""

from __future__ import annotations

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_read: dict[Any, list[RuleSet]] = {}
_parse_rules = Stylesheet._parse_rules


def _read_once(
    self: Stylesheet, css: str, read_from: Any, *more: Any, **named: Any
) -> list[RuleSet]:
    key = (css, read_from, more, *sorted(named.items()), frozenset(self._variables.items()))
    if key not in _read:
        _read[key] = _parse_rules(self, css, read_from, *more, **named)
    return _read[key]


Stylesheet._parse_rules = _read_once  # type: ignore[method-assign]
