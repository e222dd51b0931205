"""`creativekit doctor`: what this computer can do, and what to do where it cannot."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from creativekit import __version__
from creativekit.cli import talk
from creativekit.cli.command import Settings, as_command
from creativekit.cli.doctor_places import folders, long_paths, room
from creativekit.cli.doctor_terminal import languages, terminal
from creativekit.cli.finding import REINSTALL, Finding
from creativekit.errors import CreativekitError, ExitCode, msg, nmsg

# What the kit cannot be made without: the name to import, the name to install.
LIBRARIES = {
    "aggdraw": "aggdraw",
    "babel": "babel",
    "certifi": "certifi",
    "click": "click",
    "h11": "h11",
    "holidays": "holidays",
    "icalendar": "icalendar",
    "idna": "idna",
    "jinja2": "jinja2",
    "lxml.etree": "lxml",
    "numpy": "numpy",
    "PIL.Image": "pillow",
    "pathops": "skia-pathops",
    "pikepdf": "pikepdf",
    "platformdirs": "platformdirs",
    "pydantic": "pydantic",
    "pyphen": "pyphen",
    "python_calamine": "python-calamine",
    "resvg_py": "resvg-py",
    "rich": "rich",
    "segno": "segno",
    "slugify": "python-slugify",
    "tomlkit": "tomlkit",
    "typst": "typst",
    "uharfbuzz": "uharfbuzz",
    "yaml": "pyyaml",
    "zlib_ng": "zlib-ng",
}

# What only some commands need: the name to import, the name to install, what it is for.
OPTIONAL = (
    ("textual", "textual", msg("the studio")),
    ("textual_serve", "textual-serve", msg("the studio in a browser")),
    ("distributed", "creativekit[cluster]", msg("a cohort on many computers")),
)

# Below this one nothing here is tried.
_OLDEST = (3, 11)


@as_command(
    "doctor",
    msg(
        "Looks at Python, the terminal, the typefaces and their Kazakh letters, the folders that"
        " are written to and the room in them, the libraries and the optional parts, and says what"
        " to do about what is missing. Ends with 1 when something keeps creativekit from working,"
        " with 0 otherwise."
    ),
    examples=("doctor", "doctor --json"),
    shared=("project", "out", "json", "lang"),
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
    if sys.version_info < _OLDEST:
        need = msg("creativekit needs Python {version} or newer", version="3.11")
        yield Finding("Python", system, "bad", need)
    else:
        yield Finding("Python", system)


def _faces(settings: Settings) -> Iterator[Finding]:
    try:
        from creativekit.fonts.coverage import TENGE, missing
        from creativekit.fonts.faces import face, families
    except ImportError as error:
        yield Finding(msg("Typefaces"), str(error), "bad", REINSTALL)
        return
    whole: list[str] = []
    without: list[tuple[str, tuple[str, ...]]] = []
    for family in families():
        try:
            absent = missing(face(family), ("kk", "ru", "en"))
        except CreativekitError as error:
            yield Finding(msg("Typefaces"), error.message, "bad", REINSTALL)
            continue
        if absent:
            without.append((family, absent))
        else:
            whole.append(family)
    if not whole:
        yield Finding(msg("Typefaces"), msg("none with Kazakh letters"), "bad", REINSTALL)
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
                REINSTALL,
            )
    yield Finding(msg("Libraries"), ", ".join(there))


def _optional(settings: Settings) -> Iterator[Finding]:
    # Looked for and not loaded: together they would take longer than all the rest.
    for module, package, purpose in OPTIONAL:
        if find_spec(module) is not None:
            yield Finding(msg("Parts"), msg("{part}: installed", part=purpose))
        else:
            found = msg("{part}: not installed; if you need it: pip install '{package}'",
                        part=purpose, package=package)  # fmt: skip
            yield Finding(msg("Parts"), found)


def _desktop(settings: Settings) -> Iterator[Finding]:
    # Windows and macOS always have one; without one --open is the only thing that is missed.
    if sys.platform in ("win32", "darwin") or shutil.which("xdg-open"):
        yield Finding(msg("Desktop"), msg("--open shows what was made"))
    else:
        yield Finding(msg("Desktop"), msg("none; --open only says where the files are"))


_LOOKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    _program,
    terminal,
    languages,
    folders,
    room,
    long_paths,
    _faces,
    _desktop,
    _libraries,
    _optional,
)
