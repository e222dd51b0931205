"""Orders: how each capability of a project is planned, with which fingerprint.

Written once, for the command of each capability and for the build of all of them: what a single
command made is what a build finds up to date, and the other way round. Cheap: an order reads what
its fingerprint stands for, and nothing is planned before `plan` is called.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from creativekit.errors import Problem, msg
from creativekit.jobs import Job, digest
from creativekit.positioning.formats import FORMATS, Format
from creativekit.press import fingerprint
from creativekit.press import plan as plans
from creativekit.press.plan import BRAND, PAPERS, POSITIONING, PRESENCE, SOCIAL, Plan
from creativekit.press.report import RunReport
from creativekit.press.run import Progress, run

if TYPE_CHECKING:
    from creativekit.positioning.pages import Paper
    from creativekit.press.social_plan import SocialPlan
    from creativekit.tables.table import Table


class Planned(Protocol):
    """What a plan is to those who run it: `plan.Plan`, `social_plan.SocialPlan`.

    errors: what keeps it from being made. complete: `jobs` are all of the capability's.
    """

    @property
    def jobs(self) -> tuple[Job, ...]: ...
    @property
    def warnings(self) -> tuple[Problem, ...]: ...
    @property
    def errors(self) -> tuple[Problem, ...]: ...
    @property
    def complete(self) -> bool: ...


class Order(Protocol):
    """What is asked of one capability.

    capability: its name in the manifest. mark: fingerprint of everything the plan comes from; None
    when that cannot be told. partial: only some of its files are asked for.
    """

    @property
    def capability(self) -> str: ...
    @property
    def mark(self) -> str | None: ...
    @property
    def partial(self) -> bool: ...

    def plan(self, workers: int | None = None, progress: Progress | None = None) -> Planned:
        """Raises InputError with everything in the project that cannot be made."""


@dataclass(frozen=True, slots=True)
class BrandOrder:
    """The brand kit of the project whose creativekit.toml is `config`."""

    config: Path
    mark: str | None
    capability: str = BRAND
    partial: bool = False

    def plan(self, workers: int | None = None, progress: Progress | None = None) -> Plan:
        from creativekit.project.loading import load

        return plans.brand_plan(load(self.config))


def brand(config: Path) -> BrandOrder:
    return BrandOrder(config, fingerprint.of(config, BRAND))


@dataclass(frozen=True, slots=True)
class PositionOrder:
    """The worksheets. sheet: only this one, by its number."""

    config: Path
    mark: str | None
    capability: str
    blank: bool
    papers: tuple[Paper, ...]
    formats: tuple[Format, ...]
    sheet: int | None

    @property
    def partial(self) -> bool:
        return self.sheet is not None or self.papers != PAPERS or self.formats != FORMATS

    def plan(self, workers: int | None = None, progress: Progress | None = None) -> Plan:
        from creativekit.project.loading import load

        return plans.position_plan(
            load(self.config),
            blank=self.blank,
            papers=self.papers,
            only=self.sheet,
            formats=self.formats,
        )


def position(
    config: Path,
    *,
    blank: bool = False,
    papers: tuple[Paper, ...] = PAPERS,
    formats: tuple[Format, ...] = FORMATS,
    sheet: int | None = None,
) -> PositionOrder:
    capability = f"{POSITIONING}:blank" if blank else POSITIONING
    mark = fingerprint.of(config, capability, (sheet, papers, formats))
    return PositionOrder(config, mark, capability, blank, papers, formats, sheet)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which posts are asked for, and how; the words are those of `creativekit social`."""

    placements: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    previews: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Posts:
    """What posts are asked for, before a project is read: all of creativekit.toml by default.

    table, file: the posts instead, and where they were read from.
    """

    selection: Selection = Selection()
    table: Table | None = None
    file: Path | None = None

    def order(self, config: Path) -> SocialOrder:
        """As `social`, of the project as it is now."""
        return social(config, self.selection, self.table, self.file)


@dataclass(frozen=True)
class SocialOrder:
    """Posts of creativekit.toml, or of a table."""

    config: Path
    mark: str | None
    capability: str
    table: Table | None
    selection: Selection

    @property
    def partial(self) -> bool:
        return bool(self.selection.placements or self.selection.only)

    def plan(self, workers: int | None = None, progress: Progress | None = None) -> SocialPlan:
        from creativekit.press.social_plan import social_plan
        from creativekit.project.loading import load
        from creativekit.social.kit import Wanted

        project, asked = load(self.config), self.selection
        kinds = asked.formats or project.social.formats or ("auto",)
        return social_plan(
            project,
            Wanted(kinds, asked.previews, bool(asked.only)),
            self.table,
            placements=asked.placements,
            only=asked.only,
            small=asked.small,
            workers=workers,
            progress=progress,
        )


def social(
    config: Path,
    selection: Selection = Selection(),
    table: Table | None = None,
    file: Path | None = None,
) -> SocialOrder:
    """file: where `table` was read from."""
    capability, content = SOCIAL, None
    if file is not None:
        import hashlib

        capability = f"{SOCIAL}:{_source(file, config.parent)}"
        content = hashlib.sha256(file.read_bytes()).hexdigest()
    mark = fingerprint.of(config, capability, (selection, content), _named(table))
    return SocialOrder(config, mark, capability, table, selection)


def _source(table: Path, folder: Path) -> str:
    """A table's name in the manifest: its path in the project, so that this year's posts.csv is not
    taken for last year's in another folder."""
    try:
        return table.resolve().relative_to(folder.resolve()).as_posix()
    except (ValueError, OSError):
        return table.name


def _named(table: Table | None) -> list[Any]:
    """Cells that may name a file."""
    if table is None:
        return []
    return [
        cell
        for cell in table.cells()
        if isinstance(cell, (list, dict)) or (isinstance(cell, str) and "." in cell)
    ]


@dataclass(frozen=True, slots=True)
class PresenceOrder:
    """The report of the latest run that the project keeps. files: of the kit, made or planned."""

    config: Path
    mark: str | None
    files: Collection[str]
    capability: str = PRESENCE
    partial: bool = False

    def plan(self, workers: int | None = None, progress: Progress | None = None) -> Plan:
        from creativekit.presence import history
        from creativekit.presence.instrument_file import instrument
        from creativekit.press import presence as presences
        from creativekit.press.audit_files import AuditShelf
        from creativekit.project.loading import load

        project, folder = load(self.config), self.config.parent
        asked = instrument(folder)
        runs, warnings = history.of_project(folder)
        if not runs:
            return Plan((), warnings, complete=False)
        run = runs[-1]
        if run.answers.instrument != asked.version:
            message = msg(
                "the last self-assessment answered another version of the questions, so its report"
                " is left as it is; `creativekit assess` makes a new one"
            )
            other = Problem(message, history.FOLDER, severity="warning")
            return Plan((), (*warnings, other), complete=False)
        earlier = tuple(each for each in runs if each.date < run.date)
        shelf = AuditShelf(folder)
        audit, shown = shelf.latest(run.date), shelf.latest()
        found = presences.worked_out_again(project, self.files, asked, run, earlier, audit)
        made = presences.presence_plan(project, folder, found, asked, earlier, audit, shown)
        return Plan(made.jobs, (*warnings, *shelf.warnings, *made.warnings))


@dataclass(frozen=True, slots=True)
class QuestionsOrder:
    """The empty questions of the self-assessment. profile: whose; None for everybody's."""

    config: Path
    profile: str | None
    capability: str = f"{PRESENCE}:blank"

    @property
    def mark(self) -> str | None:
        return fingerprint.of(self.config, self.capability, self.profile)

    @property
    def partial(self) -> bool:
        return self.profile is not None

    def plan(self, workers: int | None = None, progress: Progress | None = None) -> Plan:
        from creativekit.press.presence import questions_plan
        from creativekit.project.loading import load

        return questions_plan(load(self.config), self.config.parent, self.profile)


def presence(config: Path, files: Collection[str]) -> PresenceOrder | None:
    """None for a project that keeps no run. files: of the kit, made or planned, which count for
    what the kit shows of presence."""
    from creativekit.press.presence_files import records

    kept = tuple((name, digest(data)) for name, data in records(config.parent))
    if not kept:
        return None
    return PresenceOrder(config, presence_mark(config, kept, files), files)


def presence_mark(
    config: Path, kept: Sequence[tuple[str, str]], files: Collection[str]
) -> str | None:
    """kept: the files of the history by name, audits among them, with their digests."""
    return fingerprint.of(config, PRESENCE, (tuple(kept), _shown(files)))


def _shown(files: Iterable[str]) -> tuple[str, ...]:
    """Which folders of the kit have files, as far as readings of presence look at them
    (`presence.measured`)."""
    folders = ("brand/guide", "brand/logo", "social")
    found = {folder for folder in folders for path in files if path.startswith(f"{folder}/")}
    return tuple(sorted(found))


def carried_out(
    plan: Planned,
    order: Order,
    kit: Path,
    *,
    force: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
) -> RunReport:
    """The run of an order's plan; as `press.run.run`."""
    return run(
        plan.jobs,
        kit,
        order.capability,
        tool=fingerprint.tool(),
        fingerprint=order.mark if plan.complete else None,
        force=force,
        partial=order.partial or not plan.complete,
        workers=workers,
        progress=progress,
    )
