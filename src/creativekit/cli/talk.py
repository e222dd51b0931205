"""How the program speaks: the one place that owns stdout, stderr, the language and exit codes.

stdout is data, stderr is talk. With --json, stdout carries exactly one JSON object, an error too,
and nobody talks. Whatever a user or a file wrote is never parsed as markup, and control characters
are taken out of it, so that a name cannot repaint the terminal. A stream that is closed, full or
of a poor encoding never ends in a traceback.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from creativekit.cli.ink import Ink, depth, is_terminal
from creativekit.errors import (
    CreativekitError,
    ExitCode,
    InputError,
    Message,
    OutputError,
    Problem,
    msg,
    nmsg,
)
from creativekit.language.catalogs import Translator, interface_language, translator
from creativekit.language.plain_text import SEQUENCE
from creativekit.language.plain_text import clean as clean
from creativekit.language.told_problem import told

DEBUG = "CREATIVEKIT_DEBUG"

ERROR = msg("error:")
WARNING = msg("warning:")

_WIDEST = 100  # columns; longer lines are hard to read


@dataclass(slots=True)
class _Conversation:
    """What this invocation was asked for."""

    translator: Translator = field(default_factory=lambda: translator("en"))
    json: bool = False
    accent: str | None = None
    told_a_language: bool = False


_now = _Conversation()


def begin(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> None:
    """Choose the language and the form of output from what was typed, before it is parsed.

    Before, because help and errors of the parsing itself are said in that language, too.
    """
    global _now
    known = list(arguments)
    if "--" in known:
        known = known[: known.index("--")]
    asked = _option(known, "--lang")
    try:
        language = interface_language(asked, environ)
    except InputError:  # it is refused, with its name, when it is parsed
        language = interface_language(None, environ)
    told = asked is not None or bool(environ.get("CREATIVEKIT_LANG"))
    _now = _Conversation(translator(language), "--json" in known, told_a_language=told)
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)


def _option(arguments: Sequence[str], name: str) -> str | None:
    found = None
    for place, argument in enumerate(arguments):
        if argument == name and place + 1 < len(arguments):
            found = arguments[place + 1]
        elif argument.startswith(f"{name}="):
            found = argument.partition("=")[2]
    return found


def _prepare(stream: TextIO | None) -> None:
    # A Windows code page has no Kazakh letters, so a pipe there is UTF-8; elsewhere the locale's
    # encoding is the user's choice. What an encoding cannot say becomes "?".
    if isinstance(stream, io.TextIOWrapper):
        with suppress(ValueError, OSError):
            if sys.platform == "win32":
                stream.reconfigure(encoding="utf-8", errors="replace")
            else:
                stream.reconfigure(errors="replace")


def translator_now() -> Translator:
    return _now.translator


def language() -> str:
    """kk, ru or en: the language that is spoken."""
    return _now.translator.language


def was_told_a_language() -> bool:
    """Whether --lang or CREATIVEKIT_LANG chose it, rather than the system's own settings."""
    return _now.told_a_language


def wants_json() -> bool:
    return _now.json


def wear(color: str) -> None:
    """From now on the accent is the brand's own colour (`#rrggbb`)."""
    _now.accent = color


def say(message: Message | str) -> str:
    """The message in the spoken language, safe to print; a plain text is only made safe."""
    return clean(message if isinstance(message, str) else _now.translator.text(message))


def wrapped(text: str, indent: int) -> list[str]:
    """`text` in lines that fit the terminal beside `indent` columns; never none."""
    import textwrap

    width = min(shutil.get_terminal_size().columns, _WIDEST) - indent
    return textwrap.wrap(text, max(width, 24), break_on_hyphens=False) or [""]


def shown_path(path: Path) -> str:
    """A path as a person would type it here: short when it is below the current folder."""
    with suppress(ValueError, OSError):
        path = path.absolute().relative_to(Path.cwd())
    return clean(str(path))


def out_ink() -> Ink:
    return _ink(sys.stdout)


def err_ink() -> Ink:
    return _ink(sys.stderr)


def _ink(stream: TextIO | None) -> Ink:
    found = depth(stream, os.environ)
    return Ink(found, _now.accent) if _now.accent is not None else Ink(found)


def out(text: str = "") -> None:
    """A line of data on stdout."""
    if sys.stdout is not None:
        _write(sys.stdout, folded(text, sys.stdout) + "\n")


def out_now() -> None:
    """Let what is on stdout be read while the command goes on."""
    if sys.stdout is not None:
        _write(sys.stdout, "")


def _write(stream: TextIO, text: str) -> None:
    """Write and, with an empty text, flush; a reader that has left is a BrokenPipeError."""
    try:
        if text:
            stream.write(text)
        else:
            stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # Windows says EINVAL of a pipe without a reader.
        if sys.platform == "win32" and error.errno == errno.EINVAL:
            raise BrokenPipeError from error
        reason = error.strerror or str(error)
        raise OutputError(
            msg("standard output cannot be written: {reason}", reason=reason)
        ) from error


def folded(text: str, stream: TextIO) -> str:
    """`text` as one line, or, where a terminal would cut it in mid-word, as an indented few."""
    if not is_terminal(stream):
        return text
    width = shutil.get_terminal_size().columns
    indent = " " * (len(text) - len(text.lstrip()) + 2)
    words = text.split(" ")
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if len(SEQUENCE.sub("", longer)) > width and lines[-1].strip():
            lines.append(indent + word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def err(text: str = "") -> None:
    """A line of talk on stderr; silent with --json. What cannot be said is not worth a failure."""
    if sys.stderr is not None and not _now.json:
        with suppress(OSError, ValueError):
            sys.stderr.write(folded(text, sys.stderr) + "\n")
            sys.stderr.flush()


def out_json(values: Mapping[str, Any]) -> None:
    """The one JSON object of this invocation."""
    if sys.stdout is not None:
        _write(sys.stdout, json_text(values) + "\n")


def json_text(values: Mapping[str, Any]) -> str:
    """`values` as JSON that stdout's encoding can carry whole."""
    import json

    encoding = getattr(sys.stdout, "encoding", None) or ""
    unicode = encoding.lower().replace("-", "").startswith("utf")
    return json.dumps(values, ensure_ascii=not unicode, indent=2)


def warn(message: Message) -> None:
    ink = err_ink()
    err(f"{ink.doubtful(say(WARNING))} {say(message)}")


def problem_line(problem: Problem, ink: Ink) -> str:
    """`creativekit.toml:14 brand.style: 'stepe' is not a style; did you mean 'steppe'? (…)`."""
    parts = told(problem, _now.translator)
    text = parts.text
    if parts.hint:
        text += f"; {ink.bold(parts.hint)}"
    if parts.accepted:
        text += " " + ink.dim(f"({parts.accepted})")
    if parts.is_warning:
        text = f"{ink.doubtful(say(WARNING))} {text}"
    return f"{ink.bold(parts.place)}: {text}" if parts.place else text


def problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "key": problem.key,
        "message": say(problem.message),
        "accepted": list(problem.accepted),
        "nearest": problem.nearest,
        "severity": problem.severity,
    }


def complain(message: Message | str, problems: Iterable[Problem], code: ExitCode) -> ExitCode:
    """Tell what went wrong, in the form that was asked for; returns `code`."""
    problems = tuple(problems)
    if _now.json:
        out_json(
            {
                "ok": False,
                "exit_code": int(code),
                "message": say(message),
                "problems": [problem_json(problem) for problem in problems],
            }
        )
        return code
    ink = err_ink()
    for problem in problems:
        err(problem_line(problem, ink))
    if problems:
        err()
    err(f"{ink.bad(say(ERROR))} {say(message)}")
    return code


def run(arguments: Sequence[str], work: Callable[[], object]) -> int:
    """Do one invocation's `work` and turn whatever comes of it into an exit code.

    `work` returns an exit code or None, or raises; click's and our own errors, an interrupt, a
    closed pipe and a fault of the program are each told in their way.
    """
    begin(arguments)
    try:
        result = work()
        code = int(result) if isinstance(result, int) else int(ExitCode.DONE)
        if sys.stdout is not None:
            _write(sys.stdout, "")
    except SystemExit:
        raise
    except BaseException as error:
        try:
            code = int(_tell(error))
        except (OSError, ValueError, OutputError):  # the streams themselves are the trouble
            code = int(ExitCode.FAILED)
    return code if _flushed() else max(code, int(ExitCode.FAILED))


def _tell(error: BaseException) -> ExitCode:
    import click

    if os.environ.get(DEBUG):
        _show_traceback(error)
    match error:
        case InputError():
            return complain(_count(error.problems), error.problems, error.exit_code)
        case CreativekitError():
            return complain(error.message, (), error.exit_code)
        case click.UsageError():
            return _usage(error)
        case click.ClickException():
            return complain(error.format_message(), (), ExitCode.FAILED)
        case KeyboardInterrupt() | click.Abort() | EOFError():
            report = getattr(error.__cause__ or error, "report", None)
            made = len(report.made) if report is not None else 0
            if made:
                message = nmsg(
                    "interrupted; {n} file was finished, the kit is whole",
                    "interrupted; {n} files were finished, the kit is whole",
                    made,
                )
            else:
                message = msg("interrupted; nothing was changed")
            return complain(message, (), ExitCode.INTERRUPTED)
        case BrokenPipeError():
            return ExitCode.FAILED
        case MemoryError():
            return complain(msg("there is not enough memory"), (), ExitCode.FAILED)
        case _:
            return complain(
                msg(
                    "something inside creativekit went wrong ({kind}: {text});"
                    " for details run the same with {variable}=1",
                    kind=type(error).__name__,
                    text=str(error)[:200],
                    variable=DEBUG,
                ),
                (),
                ExitCode.FAILED,
            )


def _count(problems: Sequence[Problem]) -> Message:
    count = sum(problem.severity == "error" for problem in problems)
    return nmsg(
        "{n} problem found; nothing was written",
        "{n} problems found; nothing was written",
        count,
    )


def _usage(error: Any) -> ExitCode:
    # A bare `creativekit` is a question, not a mistake worth a red line.
    if type(error).__name__ == "NoArgsIsHelpError" and not _now.json:
        err(error.ctx.get_help())
        return ExitCode.USAGE
    complain(_sentence(error.format_message()), (), ExitCode.USAGE)
    if error.ctx is not None:
        command = error.ctx.command_path
        err(say(msg("Try '{command} --help'.", command=command)))
    return ExitCode.USAGE


def _sentence(text: str) -> str:
    """click's words as the rest of a sentence that begins with `error:`."""
    return text.strip().removesuffix(".")


def _show_traceback(error: BaseException) -> None:
    import traceback

    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            traceback.print_exception(error, file=sys.stderr)


def _flushed() -> bool:
    """Empty the buffers now: what Python cannot flush as it ends, it complains about."""
    whole = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            whole = whole and stream is not sys.stdout
            _silence(stream)
    return whole


def _silence(stream: Any) -> None:
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
