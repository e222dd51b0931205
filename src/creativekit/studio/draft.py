"""The project as it is being changed: creativekit.toml and edits on top of it, nothing written yet.

Edits are kept as values and only become text when somebody wants text: writing one into a file of
thirty kilobytes, comments and all, takes longer than a drag of a slider may. A step is a whole
state, so undo and redo are moves between states. What came from the disk is remembered, so that a
file that somebody else changed meanwhile is noticed and never written over unasked.
No textual here: it is tested alone and used by one thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from creativekit.errors import OutputError, msg
from creativekit.press.rewriting import rewrite
from creativekit.project import writing
from creativekit.project.config_file import decoded, file_bytes, values_of
from creativekit.project.toml_positions import Key
from creativekit.project.toml_values import Value

Edit = tuple[Key, Value | None]
"""A place in the config and its new value; None takes out what is there."""

_MARK = b"\xef\xbb\xbf"
_MOST_STEPS = 500


class ChangedOnDisk(OutputError):
    """The file is not as it was read: somebody else has changed or removed it."""


@dataclass(frozen=True)
class _State:
    """One point of the history. base: a text; values: what it says with the edits on top of it."""

    base: str
    values: dict[str, Any]
    edits: tuple[Edit, ...] = ()

    @cached_property
    def text(self) -> str:
        return _written(self.base, self.edits)


class Draft:
    """A creativekit.toml being edited. Make one with `Draft.open`."""

    def __init__(self, path: Path, data: bytes) -> None:
        """data: the file's bytes. Raises InputError when they are no TOML text in UTF-8."""
        self.path = path
        self._take(data)
        self._undo: list[_State] = []
        self._redo: list[_State] = []
        self._merging: str | None = None

    @classmethod
    def open(cls, path: Path) -> Draft:
        """Raises InputError when the file cannot be read, or is no TOML."""
        return cls(path, file_bytes(path))

    def _take(self, data: bytes) -> None:
        text = decoded(data, self.path.name)
        state = _State(text, values_of(text, self.path.name))
        self._disk = data
        self._saved = self._state = state

    @property
    def text(self) -> str:
        """The file as it would be saved. Raises OutputError for an edit that cannot be written."""
        return self._state.text

    @property
    def values(self) -> dict[str, Any]:
        """What the text says, unvalidated; not to be changed."""
        return self._state.values

    @property
    def dirty(self) -> bool:
        """Whether saving would change what the file says."""
        now, saved = self._state, self._saved
        if now is saved:
            return False
        if now.base is saved.base:
            return now.values != saved.values
        return now.text != saved.text

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def get(self, *path: str | int) -> Any:
        """The value at a place, or None."""
        value: Any = self.values
        for part in path:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def change(self, edits: Iterable[Edit] | Mapping[str, Value | None], merge: str = "") -> bool:
        """Make edits, as one step; whether anything is different now.

        edits: by path, or by dotted key. merge: edits in a row that have the same name here become
        one step: the drag of a slider, the typing of a word.
        """
        if isinstance(edits, Mapping):
            edits = [(tuple(key.split(".")), value) for key, value in edits.items()]
        values = self.values
        made = []
        for path, value in edits:
            if not _same(_found(values, path), value):
                values = _with(values, path, deepcopy(value))
                made.append((path, value))
        if not made:
            return False
        if not (merge and merge == self._merging and self._undo):
            self._undo.append(self._state)
            del self._undo[:-_MOST_STEPS]
        self._merging = merge or None
        self._redo.clear()
        self._state = _State(self._state.base, values, _shorter((*self._state.edits, *made)))
        return True

    def settle(self) -> None:
        """What comes next is a step of its own, whatever it is called."""
        self._merging = None

    def undo(self) -> bool:
        """Whether there was anything to take back."""
        return self._move(self._undo, self._redo)

    def redo(self) -> bool:
        """Whether there was anything to do again."""
        return self._move(self._redo, self._undo)

    def _move(self, source: list[_State], target: list[_State]) -> bool:
        self._merging = None
        if not source:
            return False
        target.append(self._state)
        self._state = source.pop()
        return True

    def changed_on_disk(self) -> bool:
        """Whether the file is not as it was read or saved last; also when it is gone."""
        try:
            return self.path.read_bytes() != self._disk
        except OSError:
            return True

    def save(self, *, over: bool = False) -> Path | None:
        """Write the text, comments and all; returns the copy that was kept of another's changes.

        over: put it in place of what somebody else wrote meanwhile, which stays beside it as a
        copy. Raises ChangedOnDisk without `over`; OutputError when it cannot be written, and then
        the file is as it was.
        """
        data = self._encoded(self.text)
        copy = None
        if not self.changed_on_disk():
            rewrite(self.path, self._disk, data, keep=False)
        elif not over:
            raise ChangedOnDisk(
                msg(
                    "'{path}' was changed meanwhile and is left as it is; try again",
                    path=str(self.path),
                )
            )
        else:
            try:
                theirs = self.path.read_bytes()
            except OSError:
                from creativekit.press.output import write_file

                write_file(self.path, data, durable=True)
            else:
                copy = rewrite(self.path, theirs, data)
        self._disk = data
        self._saved = self._state
        self._merging = None
        return copy

    def reload(self) -> bool:
        """Take what is on the disk; whether it says anything else. It is a step, to be undone.

        Raises InputError when the file cannot be read, or is no TOML; nothing has changed then.
        """
        before = self._state
        self._take(file_bytes(self.path))
        self._merging = None
        if self._state.base == before.text:
            return False
        self._undo.append(before)
        self._redo.clear()
        return True

    def _encoded(self, text: str) -> bytes:
        mark = _MARK if self._disk.startswith(_MARK) else b""
        return mark + text.removeprefix("\ufeff").encode("utf-8")


def _same(before: Any, value: Any) -> bool:
    """Equal and of one kind: 1 and true are not the same word in a config."""
    return type(before) is type(value) and before == value


def _shorter(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Without an edit that the next one to the same place makes meaningless."""
    kept: list[Edit] = []
    for path, value in edits:
        if kept and kept[-1][0] == path and value is not None and kept[-1][1] is not None:
            kept.pop()
        kept.append((path, value))
    return tuple(kept)


def _found(values: Any, path: Key) -> Any:
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _with(values: Any, path: Key, value: Any) -> Any:
    """`values` with another one at `path`, as `writing` changes the text; what is beside the path
    is shared, so a change costs as much as the path is long. A table that is missing is made."""
    first, rest = path[0], path[1:]
    if isinstance(first, int):
        items = list(values) if isinstance(values, list) else []
        if rest:
            items[first] = _with(items[first], rest, value)
        elif value is None:
            del items[first]
        elif first == len(items):
            items.append(value)
        else:
            items[first] = value
        return items
    table = dict(values) if isinstance(values, dict) else {}
    if rest:
        inner = table.get(first)
        if not isinstance(inner, (dict, list)):
            if value is None:
                return table
            inner = [] if isinstance(rest[0], int) else {}
        table[first] = _with(inner, rest, value)
    elif value is None:
        table.pop(first, None)
    else:
        table[first] = value
    return table


def _written(text: str, edits: Iterable[Edit]) -> str:
    for path, value in edits:
        names = [part for part in path if isinstance(part, str)]
        # Dotted names are what `set_value` takes; lists, and names with dots, are for `change`.
        if len(names) == len(path) and not any("." in name for name in names):
            key = ".".join(names)
            text = (
                writing.remove_value(text, key)
                if value is None
                else writing.set_value(text, key, value)
            )
        else:
            text = writing.change(text, [(path, value)])
    return text
