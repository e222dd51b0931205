"""Where creativekit writes: whether it may, whether there is room, and how long a path may be."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from creativekit.cli import talk
from creativekit.cli.command import KIT, Settings
from creativekit.cli.finding import Finding, State
from creativekit.errors import InputError, Message, msg

# A whole kit with a hundred posts is some 150 MB; a file is written before the old one goes.
_ENOUGH, _LEAST = 500_000_000, 50_000_000
# Windows without long paths allows 259 characters (MAX_PATH less its end); a kit's own names take
# up to so many below the project.
_SHORT_PATH, _BELOW = 259, 110


def folders(settings: Settings) -> Iterator[Finding]:
    """The project's, the one that kits go to, and the cache's."""
    from platformdirs import user_cache_path

    project = _project(settings)
    own = msg("choose a folder of your own")
    yield _writable(msg("This folder"), project, "bad", own)
    out = _out(settings)
    if out.exists() or settings.out is not None:
        yield _writable(msg("Output"), out, "bad", own)
    yield _writable(
        msg("Cache"),
        user_cache_path("creativekit", appauthor=False),
        "doubtful",
        msg("prepared fonts are not kept between runs; give XDG_CACHE_HOME a folder of your own"),
    )


def room(settings: Settings) -> Iterator[Finding]:
    """How much is free where kits go to."""
    place = _nearest(_out(settings))
    try:
        free = shutil.disk_usage(place).free
    except OSError:  # some network folders do not say
        return
    found = msg("{size} free", size=_size(free))
    advice = msg("make room, or write to another disk with -o")
    state: State = "good" if free >= _ENOUGH else "doubtful" if free >= _LEAST else "bad"
    yield Finding(msg("Disk"), found, state, advice if state != "good" else None)


def long_paths(settings: Settings) -> Iterator[Finding]:
    """On Windows alone: whether the longest names of a kit fit below the project."""
    allowed = allows_long_paths()
    if allowed is None:
        return
    length = len(os.path.abspath(_out(settings)))
    if allowed or length + _BELOW <= _SHORT_PATH:
        yield Finding(msg("Long paths"), msg("the kit's names fit"))
        return
    yield Finding(
        msg("Long paths"),
        msg("the folder's own path has {n} characters; with the kit's it may pass {most}",
            n=length, most=_SHORT_PATH),
        "doubtful",
        msg("move the project nearer to the disk's root, or turn on LongPathsEnabled in Windows"),
    )  # fmt: skip


def allows_long_paths() -> bool | None:
    """Whether Windows takes paths over 259 characters; None on other systems.

    Source: "Maximum Path Length Limitation", learn.microsoft.com/windows/win32/fileio.
    """
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(
                winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem"
            ) as key:
                return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
        except OSError:
            return False
    return None


def _project(settings: Settings) -> Path:
    try:
        return settings.config().parent
    except InputError:
        return Path(settings.project or "")


def _out(settings: Settings) -> Path:
    return Path(settings.out) if settings.out is not None else _project(settings) / KIT


def _nearest(folder: Path) -> Path:
    """The nearest folder that there is: the others are made when they are needed."""
    folder = folder.absolute()
    return next((each for each in (folder, *folder.parents) if each.exists()), folder)


def _writable(topic: Message, folder: Path, otherwise: State, advice: Message) -> Finding:
    shown = talk.shown_path(folder)
    shown = str(folder.resolve()) if shown == "." else shown
    try:
        with tempfile.TemporaryFile(dir=_nearest(folder)):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        found = msg("{path} cannot be written: {reason}", path=shown, reason=reason)
        return Finding(topic, found, otherwise, advice)
    return Finding(topic, msg("{path} can be written", path=shown))


def _size(size: int) -> Message:
    """As a person counts a disk: `231 GB`, `480 MB`."""
    if size >= 1_000_000_000:
        return msg("{number} GB", number=size // 1_000_000_000)
    return msg("{number} MB", number=size // 1_000_000)
