"""What of a kit is done, stale or missing, and making all of it: what the commands do, as one call.

The marks are those that the commands `brand`, `social`, `position` and `assess` leave in the
manifest when they are run without options, so a kit that they made counts here and the other way
round.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from creativekit.errors import InputError, Message, Problem
from creativekit.press import fingerprint, manifest
from creativekit.press.report import Failure, RunReport
from creativekit.press.run import Progress, run, up_to_date

if TYPE_CHECKING:
    from creativekit.press.plan import Plan

BRAND, SOCIAL, POSITIONING, PRESENCE = "brand", "social", "positioning", "presence"

Status = Literal["done", "stale", "missing"]


class _Stopped(Exception):
    """Somebody stopped the run; what was finished stays, and the kit is whole."""


@dataclass(frozen=True, slots=True)
class State:
    """One capability's files: as they should be, not any more, or not there; and how many.

    edited: how many of them their owner has changed.
    """

    status: Status
    files: int = 0
    edited: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    reports: by capability, those that were run or up to date. refused: those that could not be
    planned, or had posts that are wrong. absent: those that there is nothing to make of yet.
    warnings: of the project, each once. cancelled: somebody stopped it; the kit is whole.
    """

    reports: Mapping[str, RunReport] = field(default_factory=dict)
    refused: Mapping[str, Failure] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()
    cancelled: bool = False

    @property
    def failed(self) -> tuple[Failure, ...]:
        """Whole capabilities, then single files."""
        files = (each for report in self.reports.values() for each in report.failed)
        return (*self.refused.values(), *files)


def capabilities() -> tuple[str, ...]:
    """What a kit can be made of, in the order in which it is made."""
    return (BRAND, SOCIAL, POSITIONING, PRESENCE)


def state(project: Path, out: Path) -> dict[str, State]:
    """By capability, of the project whose creativekit.toml is `project`. Reads only.

    It costs a hash of every file of the kit; run it beside what a person waits for.
    """
    written = manifest.read(out)
    found = {}
    for name in capabilities():
        files = len(written.of(name))
        mark = _mark(project, name)
        done = files and mark is not None and up_to_date(out, name, mark) is not None
        if name == PRESENCE:
            done = files and _is_presence_whole(project, out, written)
        edited = sum(entry.edited is not None for entry in written.of(name).values())
        found[name] = State("done" if done else "stale" if files else "missing", files, edited)
    return found


def _is_presence_whole(project: Path, out: Path, written: manifest.Manifest) -> bool:
    """Whether the files of the last run are there; `assess` makes them when it ends."""
    if not _runs(project):
        return False
    return all(
        (out / path).is_file() and (entry.edited or (out / path).stat().st_size == entry.size)
        for path, entry in written.of(PRESENCE).items()
    )


def _runs(project: Path) -> bool:
    from creativekit.presence import history

    return any((project.parent / history.FOLDER).glob("*.json"))


def _mark(project: Path, capability: str) -> str | None:
    from creativekit.positioning.formats import FORMATS

    asked: object = None
    if capability == SOCIAL:
        asked = (None, None, (), False, False, None)
    elif capability == POSITIONING:
        asked = (None, ("a4", "a3"), FORMATS)
    elif capability == PRESENCE:
        return None
    return fingerprint.of(project, capability, asked)


def build(
    project: Path,
    out: Path,
    *,
    wanted: Sequence[str] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Built:
    """Bring these capabilities of a kit up to date; what has not changed is not made again.

    wanted: of `capabilities()`, all of them by default. cancelled: asked between Jobs. Raises
    InputError for a project that cannot be read, before anything is written, and OutputError.
    """

    def told(done: int, total: int, label: Message) -> None:
        if cancelled():
            raise _Stopped
        if progress is not None:
            progress(done, total, label)

    reports: dict[str, RunReport] = {}
    refused: dict[str, Failure] = {}
    absent: list[str] = []
    warnings: dict[str, Problem] = {}
    try:
        for name in wanted or capabilities():
            if cancelled():
                raise _Stopped
            mark = _mark(project, name)
            report = up_to_date(out, name, mark) if mark is not None else None
            if report is not None:
                reports[name] = report
                continue
            try:
                plan = _plan(project, out, name, told, workers)
            except InputError as error:
                refused[name] = Failure(name, error.message, error.problems)
                continue
            if plan is None:
                absent.append(name)
                continue
            wrong = tuple(each for each in plan.warnings if each.severity == "error")
            if wrong:
                refused[name] = Failure(name, InputError(wrong).message, wrong)
                continue
            warnings.update((str(each), each) for each in plan.warnings)
            reports[name] = run(
                plan.jobs,
                out,
                name,
                tool=fingerprint.tool(),
                fingerprint=mark,
                workers=workers,
                progress=told,
            )
    except _Stopped:
        return Built(reports, refused, tuple(absent), tuple(warnings.values()), cancelled=True)
    return Built(reports, refused, tuple(absent), tuple(warnings.values()))


def _plan(
    project: Path,
    out: Path,
    capability: str,
    told: Callable[[int, int, Message], None],
    workers: int | None,
) -> Plan | None:
    """None where there is nothing to make yet."""
    from creativekit.positioning.formats import FORMATS
    from creativekit.press.plan import Plan, brand_plan, position_plan
    from creativekit.project.loading import load

    loaded = load(project)
    if capability == BRAND:
        return brand_plan(loaded)
    if capability == POSITIONING:
        return position_plan(loaded, blank=False, papers=("a4", "a3"), formats=FORMATS)
    if capability == SOCIAL:
        from creativekit.press.social_plan import social_plan
        from creativekit.social.kit import Wanted

        if not loaded.posts:
            return None
        wanted = Wanted(loaded.social.formats or ("auto",), False, False)
        found = social_plan(loaded, wanted, workers=workers, progress=told)
        return Plan(found.jobs, found.problems)
    return _presence(project.parent, out)


def _presence(folder: Path, out: Path) -> Plan | None:
    from creativekit.presence import evidence, history
    from creativekit.presence.assessment import assessed
    from creativekit.presence.instrument_file import instrument
    from creativekit.press import presence
    from creativekit.project.loading import load

    runs = history.of_project(folder).runs
    if not runs:
        return None
    project, asked, last = load(folder), instrument(folder), runs[-1]
    if last.answers.instrument != asked.version:
        return None
    earlier = tuple(each for each in runs if each.date < last.date)
    day: datetime.date = last.date
    now = evidence.best(presence.project_readings(project, out, day, (earlier or (None,))[-1]))
    readings = presence.kept_readings(last, dict(now))
    found = assessed(last.answers, asked, day, readings, earlier)
    return presence.presence_plan(project, folder, found, asked, earlier)
