"""`creativekit doctor`: what this computer can do, and what to do where it cannot."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from creativekit import __version__
from creativekit.cli import ink, talk
from creativekit.cli.command import Settings, as_command
from creativekit.errors import CreativekitError, ExitCode, InputError, Message, msg, nmsg

# What the kit cannot be made without: the name to import, the name to install.
LIBRARIES = {
    "aggdraw": "aggdraw",
    "babel": "babel",
    "jinja2": "jinja2",
    "numpy": "numpy",
    "PIL": "pillow",
    "pathops": "skia-pathops",
    "pydantic": "pydantic",
    "resvg_py": "resvg-py",
    "rich": "rich",
    "slugify": "python-slugify",
    "tomlkit": "tomlkit",
    "typst": "typst",
    "uharfbuzz": "uharfbuzz",
    "yaml": "pyyaml",
}

_REINSTALL = msg("install creativekit again: pip install --force-reinstall creativekit")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    state: "bad" stops creativekit from working; "doubtful" does not. advice: what to do.
    """

    topic: Message | str
    found: Message | str
    state: Literal["good", "doubtful", "bad"] = "good"
    advice: Message | None = None


@as_command(
    "doctor",
    msg(
        "Looks at Python, the terminal, the typefaces and their Kazakh letters, the folders that"
        " are written to, and the libraries, and says what to do about what is missing."
    ),
    examples=("doctor", "doctor --json"),
)
def command(settings: Settings) -> ExitCode:
    findings = [finding for look in _LOOKS for finding in look(settings)]
    code = ExitCode.FAILED if any(each.state == "bad" for each in findings) else ExitCode.DONE
    if talk.wants_json():
        talk.out_json(
            {
                "ok": code == ExitCode.DONE,
                "exit_code": int(code),
                "findings": [
                    {
                        "topic": talk.say(each.topic),
                        "found": talk.say(each.found),
                        "state": each.state,
                        "advice": talk.say(each.advice) if each.advice is not None else None,
                    }
                    for each in findings
                ],
            }
        )
        return code
    _print(findings)
    return code


def _print(findings: list[Finding]) -> None:
    paint = talk.out_ink()
    marks = {
        "good": paint.good("●"),
        "doubtful": paint.doubtful("▲"),
        "bad": paint.bad("✕"),
    }
    topics = [talk.say(each.topic) for each in findings]
    width = max(map(len, topics))
    for each, topic in zip(findings, topics, strict=True):
        first, *rest = talk.wrapped(talk.say(each.found), width + 6)
        talk.out(f"  {marks[each.state]} {topic:<{width}}  {first}")
        for line in rest:
            talk.out(f"    {'':<{width}}  {line}")
        if each.advice is not None:
            for line in talk.wrapped("→ " + talk.say(each.advice), width + 6):
                talk.out(f"    {'':<{width}}  {paint.dim(line)}")
    talk.err()
    wrong = sum(each.state != "good" for each in findings)
    if wrong:
        message = nmsg("{n} thing needs a look", "{n} things need a look", wrong)
    else:
        message = msg("everything is in order")
    talk.err(f"  {talk.say(message)}")


def _program(settings: Settings) -> Iterator[Finding]:
    yield Finding("creativekit", __version__)
    system = f"{platform.python_version()} · {platform.system()} {platform.machine()}"
    yield Finding("Python", system)


def _terminal(settings: Settings) -> Iterator[Finding]:
    names = {
        "none": msg("no colours"),
        "16": msg("16 colours"),
        "256": msg("256 colours"),
        "full": msg("all colours"),
    }
    stream = sys.stdout
    encoding = (getattr(stream, "encoding", None) or "?").upper()
    colors = names[ink.depth(stream)]
    found = msg("{colors}, {encoding}", colors=colors, encoding=encoding)
    if not encoding.replace("-", "").startswith("UTF"):
        yield Finding(
            msg("Terminal"),
            found,
            "doubtful",
            msg("this encoding has no Kazakh letters; set PYTHONUTF8=1 for UTF-8"),
        )
    else:
        yield Finding(msg("Terminal"), found)


def _faces(settings: Settings) -> Iterator[Finding]:
    try:
        from creativekit.fonts.coverage import TENGE, missing
        from creativekit.fonts.faces import face, families
    except ImportError as error:
        yield Finding(msg("Typefaces"), str(error), "bad", _REINSTALL)
        return
    whole: list[str] = []
    without: list[tuple[str, tuple[str, ...]]] = []
    for family in families():
        try:
            absent = missing(face(family), ("kk", "ru", "en"))
        except CreativekitError as error:
            yield Finding(msg("Typefaces"), error.message, "bad", _REINSTALL)
            continue
        if absent:
            without.append((family, absent))
        else:
            whole.append(family)
    if not whole:
        yield Finding(msg("Typefaces"), msg("none with Kazakh letters"), "bad", _REINSTALL)
        return
    yield Finding(
        msg("Typefaces"),
        msg(
            "every Kazakh letter and {tenge}: {names}",
            tenge=TENGE,
            names=", ".join(whole),
        ),
    )
    for family, absent in without:
        yield Finding(
            msg("Typefaces"),
            msg("{family} lacks {letters}", family=family, letters=" ".join(absent[:20])),
            "doubtful",
            msg("choose another face for Kazakh texts"),
        )


def _folders(settings: Settings) -> Iterator[Finding]:
    from platformdirs import user_cache_path

    try:
        project = settings.config().parent
    except InputError:
        project = Path(settings.project or "")
    yield _writable(msg("This folder"), project, "bad", msg("choose a folder of your own"))
    yield _writable(
        msg("Cache"),
        user_cache_path("creativekit", appauthor=False),
        "doubtful",
        msg("prepared fonts are not kept between runs; give XDG_CACHE_HOME a folder of your own"),
    )


def _writable(
    topic: Message, folder: Path, otherwise: Literal["doubtful", "bad"], advice: Message
) -> Finding:
    # The nearest one there is: the others are made when they are needed.
    place = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    shown = talk.shown_path(folder)
    shown = str(folder.resolve()) if shown == "." else shown
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        found = msg("{path} cannot be written: {reason}", path=shown, reason=reason)
        return Finding(topic, found, otherwise, advice)
    return Finding(topic, msg("{path} can be written", path=shown))


def _libraries(settings: Settings) -> Iterator[Finding]:
    there: list[str] = []
    for module, package in LIBRARIES.items():
        try:
            __import__(module)
            there.append(f"{package}\u00a0{version(package)}")
        except PackageNotFoundError:
            there.append(package)
        except Exception as error:  # a broken wheel can fail in any way
            yield Finding(
                msg("Libraries"),
                msg("{package} does not load: {reason}", package=package, reason=str(error)),
                "bad",
                _REINSTALL,
            )
    yield Finding(msg("Libraries"), ", ".join(there))


def _desktop(settings: Settings) -> Iterator[Finding]:
    # Windows and macOS always have one; without one --open is the only thing that is missed.
    if sys.platform in ("win32", "darwin") or shutil.which("xdg-open"):
        yield Finding(msg("Desktop"), msg("--open shows what was made"))
    else:
        yield Finding(msg("Desktop"), msg("none; --open only says where the files are"))


_LOOKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    _program,
    _terminal,
    _folders,
    _faces,
    _desktop,
    _libraries,
)
