"""One project among many: what is asked of it, its build, and what came of that.

Whoever builds it (this process, a worker of the pool, a worker on another machine) calls the same
function, which writes the kit by itself, through the press's own atomic output. What comes back is
a few numbers and the reasons of what failed, so that no kit travels and thousands of results fit
anywhere.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from creativekit.errors import fail, msg
from creativekit.press import build as builds
from creativekit.press.manifest import KitBusy
from creativekit.press.pool import failure
from creativekit.press.report import Failure
from creativekit.press.run import Cancelled
from creativekit.project.config_file import FILE_NAME

_PAUSE = 0.5  # seconds between two looks whether a kit is free


@dataclass(frozen=True, slots=True)
class Work:
    """A project to build. name: its folder below the one that was searched, with `/`; "." is that
    folder itself. config, kit: absolute, and text, so that they pickle small."""

    name: str
    config: str
    kit: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of every project alike.

    wanted: of `build.capabilities()`; None for all. force: replace files that the user edited.
    patience: seconds to wait for a kit that another run has, such as one that has just been told to
    end. build: what brings one kit up to date, called as `press.build.build` is; a module-level
    function, so that it can be sent.
    """

    wanted: tuple[str, ...] | None = None
    force: bool = False
    patience: float = 20.0
    build: Callable[..., builds.Built] = builds.build


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a project.

    made, unchanged, removed: counts of files. kept: files left as the user edited them, relative
    to the kit. failed: of the whole project (path ""), a capability (its name), or a file.
    cancelled: it was told to end before it was through; its kit is whole.
    """

    name: str
    made: int = 0
    unchanged: int = 0
    removed: int = 0
    kept: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    seconds: float = 0.0
    cancelled: bool = False

    def without_details(self) -> Outcome:
        """Without the tracebacks."""
        return replace(self, failed=tuple(replace(each, detail="") for each in self.failed))


def projects_below(folder: Path, out: Path | None = None) -> tuple[Work, ...]:
    """Every project in `folder` and below it, by name. Links to folders are not followed.

    out: where the kits go, each under the project's own name there; None for the `kit` folder
    beside each creativekit.toml. What lies inside a project is its own and not searched.

    Raises InputError when there is no such folder, or no project in it.
    """
    root = Path(os.path.abspath(folder))
    if not root.is_dir():
        fail(msg("there is no such folder"), file=str(folder))
    found = []
    for place in _searched(root):
        kit = place / "kit" if out is None else Path(os.path.abspath(out)) / place.relative_to(root)
        name = place.relative_to(root).as_posix()
        found.append(Work(name, str(place / FILE_NAME), str(kit)))
    if not found:
        fail(
            msg("there is no project in this folder: no {file} in it or below", file=FILE_NAME),
            file=str(folder),
        )
    return tuple(found)


def _searched(root: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(root):
        if FILE_NAME in names:
            folders.clear()
            yield Path(here)
        else:
            folders[:] = sorted(name for name in folders if not name.startswith("."))


def built(work: Work, asked: Asked, cancelled: Cancelled | None = None) -> Outcome:
    """Bring the project's kit up to date, in this process alone. Whatever is wrong with it is in
    the Outcome; only KeyboardInterrupt and its like are raised."""
    started = time.monotonic()
    try:
        found = _when_free(work, asked, cancelled)
    except Exception as error:
        return Outcome(work.name, failed=(failure("", error),), seconds=time.monotonic() - started)
    reports = [*found.reports.values(), *([found.gallery] if found.gallery is not None else [])]
    return Outcome(
        work.name,
        sum(len(each.made) for each in reports),
        sum(len(each.unchanged) for each in reports),
        sum(len(each.removed) for each in reports),
        tuple(path for each in reports for path in each.kept_edited),
        found.failed,
        time.monotonic() - started,
        found.cancelled,
    )


def _when_free(work: Work, asked: Asked, cancelled: Cancelled | None) -> builds.Built:
    until = time.monotonic() + asked.patience
    while True:
        try:
            return asked.build(
                Path(work.config),
                Path(work.kit),
                capabilities=asked.wanted,
                force=asked.force,
                workers=1,
                cancelled=cancelled,
            )
        except KitBusy:
            if time.monotonic() >= until or (cancelled is not None and cancelled()):
                raise
        time.sleep(_PAUSE)
