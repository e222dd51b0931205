"""What can go wrong, in terms a person can act on.

Rooms never print and never translate: they raise, or collect, *messages* that name their
parameters. The command line (or the studio) translates them at its edge, so one fault reads the
same in Kazakh, Russian and English. Standard library only: everything else may import this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal, NoReturn


class ExitCode(IntEnum):
    """What a process ends with; scripts and tests rely on these numbers."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    INPUT = 3
    NETWORK = 4
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be translated later: an English template and what fills its {names}.

    Parameters may themselves be messages. `plural` with a parameter `n` chooses the plural form.
    """

    text: str
    params: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None

    def __str__(self) -> str:
        """The English sentence, for logs and tests."""
        text = self.plural if self.plural is not None and self.params.get("n") != 1 else self.text
        return text.format(**{key: str(value) for key, value in self.params.items()})


def msg(text: str, /, **params: object) -> Message:
    """Mark `text` for the catalogs (message extraction looks for calls of this name)."""
    return Message(text, params)


def nmsg(text: str, plural: str, n: int, /, **params: object) -> Message:
    """Like `msg`, with a singular and a plural English template that name {n}."""
    return Message(text, {"n": n, **params}, plural)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong (or doubtful) in one place of the user's input."""

    message: Message
    file: str | None = None
    line: int | None = None
    key: str | None = None
    accepted: tuple[str, ...] = ()
    nearest: str | None = None
    severity: Literal["error", "warning"] = "error"
    column: int | None = None

    @property
    def place(self) -> str:
        """`creativekit.toml:14 brand.style`, as far as it is known."""
        where = self.file or ""
        if where and self.line is not None:
            where = f"{where}:{self.line}"
            if self.column is not None:
                where = f"{where}:{self.column}"
        return " ".join(part for part in (where, self.key or "") if part)

    def __str__(self) -> str:
        text = f"{self.place}: {self.message}" if self.place else str(self.message)
        if self.nearest is not None:
            text += f"; did you mean '{self.nearest}'?"
        if self.accepted:
            text += f" ({', '.join(self.accepted)})"
        return text


class CreativekitError(Exception):
    """Base of every error this package raises on purpose; its message is for the user."""

    exit_code: ExitCode = ExitCode.FAILED

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class InputError(CreativekitError):
    """The user's input has problems: all of them, found in one pass. Nothing was written."""

    exit_code = ExitCode.INPUT

    def __init__(self, problems: Iterable[Problem] | Problem) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        count = len(self.problems)
        super().__init__(nmsg("{n} problem found", "{n} problems found", count))

    def __reduce__(self) -> tuple[type[InputError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class OutputError(CreativekitError):
    """Writing failed: full disk, read-only folder, a name the system refuses."""


class NetworkError(CreativekitError):
    """The live audit could not reach what it was asked to look at."""

    exit_code = ExitCode.NETWORK


class Problems:
    """Collects problems so that one run reports all of them; the same checks can raise at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(self, problem: Problem) -> None:
        self._found.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        self._found.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self._found if problem.severity == "error")

    def raise_if_any(self) -> None:
        """Raise `InputError` with everything found, if any of it is an error."""
        if self.errors:
            raise InputError(self._found)


def fail(message: Message, **where: object) -> NoReturn:
    """Raise an `InputError` with one problem; keywords are `Problem`'s fields."""
    raise InputError(Problem(message, **where))  # type: ignore[arg-type]


def nearest(found: str, accepted: Iterable[str]) -> str | None:
    """The accepted word most like `found`, or None when nothing is close enough to suggest."""
    import difflib  # needed for a mistake only, and every start would wait for it

    matches = difflib.get_close_matches(found.lower(), list(accepted), n=1, cutoff=0.6)
    return matches[0] if matches else None
