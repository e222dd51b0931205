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

from creativekit.errors import CreativekitError, InputError, Message, Problem, msg
from creativekit.press import fingerprint, manifest
from creativekit.press.report import RunReport
from creativekit.press.run import run, up_to_date

if TYPE_CHECKING:
    from creativekit.press.plan import Plan

BRAND, SOCIAL, POSITIONING, PRESENCE = "brand", "social", "positioning", "presence"

Kind = Literal["done", "stale", "missing"]
Progress = Callable[[str, int, int, Message], None]
"""Called with the capability, how many Jobs are done, how many there are, and what is made now."""


class Cancelled(CreativekitError):
    """Somebody stopped the run; what was finished stays, and the kit is whole."""

    def __init__(self) -> None:
        super().__init__(msg("stopped; what was finished stays"))


@dataclass(frozen=True, slots=True)
class State:
    """One capability's files: as they should be, not any more, or not there; and how many."""

    kind: Kind
    files: int = 0


@dataclass(frozen=True, slots=True)
class BuildReport:
    """runs: by capability, in order. problems: of the input, warnings among them. stopped: whether
    somebody stopped it; runs has what was finished by then."""

    runs: Mapping[str, RunReport] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    stopped: bool = False

    @property
    def made(self) -> int:
        return sum(len(each.made) for each in self.runs.values())

    @property
    def unchanged(self) -> int:
        return sum(len(each.unchanged) for each in self.runs.values())

    @property
    def kept(self) -> tuple[str, ...]:
        """Files that were left alone because their owner edited them."""
        return tuple(path for each in self.runs.values() for path in each.kept_edited)

    @property
    def failed(self) -> int:
        return sum(len(each.failed) for each in self.runs.values())


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
        found[name] = State("done" if done else "stale" if files else "missing", files)
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
    capabilities: Sequence[str],
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    workers: int | None = None,
) -> BuildReport:
    """Bring these capabilities of a kit up to date; what has not changed is not made again.

    cancelled: asked between Jobs. Whoever has nothing to make yet (no posts, no finished
    self-assessment) makes nothing. Raises InputError for a project that cannot be used, before
    anything is written, and OutputError.
    """
    runs: dict[str, RunReport] = {}
    problems: list[Problem] = []
    try:
        for name in capabilities:
            if cancelled():
                raise Cancelled
            mark = _mark(project, name)
            report = up_to_date(out, name, mark) if mark is not None else None
            if report is not None:
                runs[name] = report
                continue

            def told(done: int, total: int, label: Message, name: str = name) -> None:
                if cancelled():
                    raise Cancelled
                if progress is not None:
                    progress(name, done, total, label)

            plan = _plan(project, out, name, told, workers)
            if plan is None:
                continue
            problems.extend(each for each in plan.warnings if each not in problems)
            wrong = any(each.severity == "error" for each in plan.warnings)
            runs[name] = run(
                plan.jobs,
                out,
                name,
                tool=fingerprint.tool(),
                fingerprint=None if wrong else mark,
                partial=wrong,
                workers=workers,
                progress=told,
            )
    except Cancelled:
        return BuildReport(runs, tuple(problems), stopped=True)
    return BuildReport(runs, tuple(problems))


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


def problems_of(error: BaseException) -> tuple[Problem, ...]:
    """What a person reads of a failure, whatever it was."""
    if isinstance(error, InputError):
        return error.problems
    if isinstance(error, CreativekitError):
        return (Problem(error.message),)
    return (
        Problem(
            msg(
                "unexpected fault: {kind}: {text}", kind=type(error).__name__, text=str(error)[:200]
            )
        ),
    )
