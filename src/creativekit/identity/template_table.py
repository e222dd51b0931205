"""Strict reading of a template: every key is asked for once, what is left over is an error.

A template is data that a person copies and changes, so nothing in it is ignored: a wrong type, a
number out of range, a misspelt key each become a Problem with its line, all of a file in one pass.
A reader that meets a wrong value gets a harmless one instead and goes on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from creativekit.errors import Message, Problem, Problems, msg, nearest
from creativekit.identity.expressions import ExpressionError, Scope, evaluate
from creativekit.project import templates
from creativekit.project.config_file import decoded, values_of
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.rejection import shown
from creativekit.project.toml_positions import Key, position_of, positions
from creativekit.project.wording import dotted

Word = TypeVar("Word", bound=str)
NO_NAMES: Scope = {}


class Sheet:
    """One template file: its name for messages, its top table, and what is wrong with it."""

    def __init__(self, relative: str, data: bytes, file: str | None = None) -> None:
        """`data`: the bytes of `templates/<relative>`; `file`: its name to show, if another.

        Raises InputError when it is not TOML.
        """
        self.file = f"{templates.FOLDER}/{relative}" if file is None else file
        text = decoded(data, self.file)
        self.top = Table(self, (), values_of(text, self.file))
        self.problems = Problems()
        self.drawn = 0  # commands drawn so far: a drawing's budget
        self._text = text
        self._places: dict[Key, Any] | None = None

    def report(
        self, key: Key, message: Message, accepted: Sequence[str] = (), near: str | None = None
    ) -> None:
        if self._places is None:
            self._places = positions(self._text)
        place = position_of(key, self._places)
        self.problems.add(
            Problem(
                message,
                file=self.file,
                line=place.line if place else None,
                key=dotted(key),
                accepted=tuple(accepted),
                nearest=near,
            )
        )


class Table:
    """One table of a sheet; each reader method takes one key and notes that it is known."""

    def __init__(self, sheet: Sheet, key: Key, values: Mapping[str, Any]) -> None:
        self.sheet = sheet
        self.key = key
        self.values = values
        self._asked: list[str] = []

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def report(
        self,
        name: str,
        message: Message,
        accepted: Sequence[str] = (),
        near: str | None = None,
        *index: int,
    ) -> None:
        self.sheet.report((*self.key, name, *index), message, accepted, near)

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for name in self.values:
            if name not in self._asked:
                self.report(
                    name, msg("this key is not known here"), self._asked, nearest(name, self._asked)
                )

    def take(self, name: str) -> Any:
        """The value as TOML gave it, or None."""
        self._asked.append(name)
        return self.values.get(name)

    def localized(self, name: str) -> Localized:
        """A text, or a table of texts by language; required."""
        value = self.take(name)
        if isinstance(value, str) and value.strip():
            return Localized.of(value)
        if (
            isinstance(value, dict)
            and value
            and all(isinstance(text, str) and text.strip() for text in value.values())
            and set(value) <= set(LANGUAGES)
        ):
            return Localized.of(value)
        self.report(name, msg("this must be a text, or a table of texts"), LANGUAGES)
        return Localized.of(name)

    def choice(self, name: str, accepted: Sequence[Word], default: Word | None = None) -> Word:
        """One of the accepted words; required when there is no default."""
        value = self.take(name)
        if value is None and default is not None:
            return default
        return self.word(value, accepted, name)

    def word(self, value: object, accepted: Sequence[Word], name: str, *index: int) -> Word:
        """`value` when it is an accepted word, else a report and the first accepted one."""
        for each in accepted:
            if value == each:
                return each
        if value is None:
            self.report(name, msg("this key is missing and has no default"), accepted)
        else:
            near = nearest(value, accepted) if isinstance(value, str) else None
            self.report(
                name,
                msg("'{found}' cannot be used here", found=shown(value)),
                accepted,
                near,
                *index,
            )
        return accepted[0]

    def flag(self, name: str, default: bool) -> bool:
        value = self.take(name)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.report(name, msg("this must be true or false, not {found}", found=shown(value)))
        return default

    def whole(self, name: str, low: int, high: int, default: int) -> int:
        value = self.take(name)
        if value is None:
            return default
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.report(
            name,
            msg(
                "this must be a whole number from {low} to {high}, not {found}",
                low=low,
                high=high,
                found=shown(value),
            ),
        )
        return default

    def number(
        self,
        name: str,
        low: float,
        high: float,
        default: float | None = None,
        scope: Scope = NO_NAMES,
    ) -> float:
        """A number or an expression over `scope`; required when there is no default."""
        value = self.take(name)
        if value is None and default is not None:
            return default
        return self.measure(value, low, high, scope, name)

    def numbers(
        self,
        name: str,
        low: float,
        high: float,
        scope: Scope = NO_NAMES,
        least: int = 1,
        most: int = 64,
    ) -> tuple[float, ...]:
        """A list of numbers or expressions; empty when the key is absent."""
        value = self.take(name)
        if value is None:
            return ()
        if not self.is_list(value, name, least, most):
            return ()
        return tuple(
            self.measure(each, low, high, scope, name, index) for index, each in enumerate(value)
        )

    def point(
        self,
        name: str,
        limit: float,
        default: tuple[float, float] | None = None,
        scope: Scope = NO_NAMES,
    ) -> tuple[float, float]:
        """`[x, y]`, each at most `limit` from zero; required when there is no default."""
        value = self.take(name)
        if value is None and default is not None:
            return default
        return self.pair(value, limit, scope, name)

    def points(
        self, name: str, limit: float, scope: Scope = NO_NAMES, least: int = 2, most: int = 200
    ) -> tuple[tuple[float, float], ...]:
        """A list of `[x, y]`; required. A wrong one comes back as points on a line."""
        value = self.take(name)
        if not self.is_list(value, name, least, most):
            return tuple((float(index), 0.0) for index in range(least))
        return tuple(self.pair(each, limit, scope, name, index) for index, each in enumerate(value))

    def pair(
        self, value: object, limit: float, scope: Scope, name: str, *index: int
    ) -> tuple[float, float]:
        if isinstance(value, list) and len(value) == 2:
            x, y = (
                self.measure(each, -limit, limit, scope, name, *index, axis)
                for axis, each in enumerate(value)
            )
            return x, y
        self.report(
            name,
            msg("this must be a point, [x, y], not {found}", found=shown(value)),
            (),
            None,
            *index,
        )
        return 0.0, 0.0

    def measure(
        self, value: object, low: float, high: float, scope: Scope, name: str, *index: int
    ) -> float:
        """A number within low … high from a value of the template, else a report and a stand-in."""
        fallback = min(max(1.0, low), high)
        if value is None:
            self.report(name, msg("this key is missing and has no default"), (), None, *index)
            return fallback
        if isinstance(value, str):
            try:
                found = evaluate(value, scope)
            except ExpressionError as error:
                self.report(name, error.message, (), error.nearest, *index)
                return fallback
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            found = float(value) if abs(value) < 1e9 else math.inf
        else:
            self.report(
                name,
                msg("this must be a number, not {found}", found=shown(value)),
                (),
                None,
                *index,
            )
            return fallback
        if low <= found <= high:
            return found
        self.report(
            name,
            msg(
                "{found} is out of range: {low} to {high}",
                found=f"{found:g}",
                low=f"{low:g}",
                high=f"{high:g}",
            ),
            (),
            None,
            *index,
        )
        return fallback

    def is_list(self, value: object, name: str, least: int, most: int, *index: int) -> bool:
        if isinstance(value, list) and least <= len(value) <= most:
            return True
        self.report(
            name,
            msg(
                "this must be a list of {least} to {most} items, not {found}",
                least=least,
                most=most,
                found=shown(value) if not isinstance(value, list) else len(value),
            ),
            (),
            None,
            *index,
        )
        return False

    def table(self, name: str) -> Table:
        """A table of its own; an empty one when the key is absent."""
        value = self.take(name)
        if value is None or isinstance(value, dict):
            return Table(self.sheet, (*self.key, name), value or {})
        self.report(name, msg("this must be a section or a table, not {found}", found=shown(value)))
        return Table(self.sheet, (*self.key, name), {})

    def tables(self, name: str, least: int, most: int) -> tuple[Table, ...]:
        """A list of tables (`[[name]]`)."""
        value = self.take(name)
        if value is None and least == 0:
            return ()
        if not self.is_list(value, name, least, most):
            return ()
        found = []
        for index, each in enumerate(value):
            if isinstance(each, dict):
                found.append(Table(self.sheet, (*self.key, name, index), each))
            else:
                self.report(
                    name,
                    msg("this must be a section or a table, not {found}", found=shown(each)),
                    (),
                    None,
                    index,
                )
        return tuple(found)
