"""Job and Artifact: the two types every capability speaks.

A Job is a pure, picklable piece of work: where its result goes, a digest of everything the result
depends on, and a module-level function that makes the bytes. Capabilities return Jobs; only
`press/` runs them and writes what they make. Standard library only.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import PurePath
from typing import Any

from creativekit.errors import Message


@dataclass(frozen=True, slots=True)
class Artifact:
    """Bytes that a Job made and where they go: `path` is relative to the kit, with `/`."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Beside:
    """A file that goes with a Job's own and is made from its bytes: what a picture weighs, say.

    make: a module-level function called with the Job's bytes, then with `inputs`.
    """

    path: str
    make: Callable[..., bytes]
    inputs: tuple[Any, ...] = ()

    @property
    def digest(self) -> str:
        return digest(f"{self.make.__module__}.{self.make.__qualname__}", self.path, *self.inputs)


@dataclass(frozen=True)
class Job:
    """One file of the kit, not yet made, and perhaps others beside it.

    path: relative to the kit's folder, posix separators.
    make: a module-level function (picklable) called with `inputs`; returns the file's bytes.
    inputs: everything the bytes depend on; only values that `digest` knows.
    label: what the progress line says while it is being made.
    cost: rough relative weight, so that long jobs start first.
    beside: files made from this one's bytes; they are made and replaced together with it.
    kin: a name that Jobs have in common which share work, so that one process makes them; "" for
    none. It changes no byte.
    shared: how much of `cost` a process pays only once for all of its kin.
    """

    path: str
    make: Callable[..., bytes]
    inputs: tuple[Any, ...]
    label: Message
    cost: float = 1.0
    beside: tuple[Beside, ...] = ()
    kin: str = ""
    shared: float = 0.0

    @cached_property
    def key(self) -> str:
        """Digest of the maker's name and of every input."""
        parts = (f"{self.make.__module__}.{self.make.__qualname__}", self.path, *self.inputs)
        return digest(*parts, self.beside) if self.beside else digest(*parts)

    @property
    def paths(self) -> tuple[str, ...]:
        """Its own path, then those beside it."""
        return (self.path, *(each.path for each in self.beside))

    def render(self) -> Artifact:
        """Its own file."""
        return Artifact(self.path, self.make(*self.inputs))

    def artifacts(self) -> tuple[Artifact, ...]:
        """Its own file, then those beside it."""
        own = self.render()
        beside = (Artifact(each.path, each.make(own.data, *each.inputs)) for each in self.beside)
        return (own, *beside)


def digest(*values: object) -> str:
    """SHA-256 (hex, 32 digits) of plain values, the same on every machine and in every run.

    Takes None, bool, int, float, str, bytes, enums, paths (by their text), and tuples, lists,
    sets, mappings and dataclasses of these. A dataclass that has a `digest` attribute of its own
    (a str) is taken by that, so that large frozen values are walked only once.

    Raises TypeError for anything else: an input that cannot be told apart must not be cached.
    """
    sha = hashlib.sha256()
    for value in values:
        _feed(sha.update, value)
    return sha.hexdigest()[:32]


def _feed(update: Callable[[bytes], object], value: Any) -> None:
    if value is None or isinstance(value, (bool, int, float)):
        update(f"{type(value).__name__}:{value!r};".encode())
    elif isinstance(value, Enum):
        _feed(update, (type(value).__name__, value.value))
    elif isinstance(value, (str, PurePath)):
        data = str(value).encode("utf-8", "surrogatepass")
        update(b"s%d:" % len(data) + data)
    elif isinstance(value, (bytes, bytearray)):
        update(b"b%d:" % len(value) + bytes(value))
    elif isinstance(value, (tuple, list)):
        update(b"(")
        for item in value:
            _feed(update, item)
        update(b")")
    elif isinstance(value, (set, frozenset)):
        _feed(update, sorted(digest(item) for item in value))
    elif isinstance(value, Mapping):
        _feed(update, sorted((digest(key), digest(item)) for key, item in value.items()))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        known = getattr(value, "digest", None)
        if isinstance(known, str):
            _feed(update, (type(value).__qualname__, known))
            return
        update(type(value).__qualname__.encode() + b"{")
        for item in dataclasses.fields(value):
            _feed(update, getattr(value, item.name))
        update(b"}")
    else:
        raise TypeError(f"a Job cannot depend on a {type(value).__name__}")
