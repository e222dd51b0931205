"""Everything of a project at once: each capability that is stale, and the page that shows them.

All Jobs go to one set of workers, so that no core waits while another capability begins; the files
and the manifest are those that the single commands would have made. A capability that cannot be
planned, or of which a file fails, does not stop the others. The page is made last, of what lies in
the kit then.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from creativekit.errors import CreativekitError, InputError, Message, Problem, msg
from creativekit.press import fingerprint, manifest, orders
from creativekit.press.orders import Order
from creativekit.press.plan import BRAND, GALLERY, POSITIONING, PRESENCE, SOCIAL
from creativekit.press.report import Failure, RunReport
from creativekit.press.run import Cancelled, Part, Progress, Stopped, run, run_all, up_to_date

_ALL = (BRAND, SOCIAL, POSITIONING, PRESENCE)

Status = Literal["done", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class State:
    """How a capability stands. files: how many the kit has; edited: those that the user changed."""

    status: Status
    files: int = 0
    edited: int = 0


@dataclass(frozen=True)
class Built:
    """What a build did.

    reports: by capability, those that were run or up to date. refused: those that could not be
    planned. absent: those that there is nothing to make of yet. gallery: of kit/index.html, None
    where it could not be made; its failure is among `refused`, as "gallery". warnings: of the
    project, each once. cancelled: the caller ended it; the kit is whole.
    """

    reports: Mapping[str, RunReport] = field(default_factory=dict)
    refused: Mapping[str, Failure] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    gallery: RunReport | None = None
    warnings: tuple[Problem, ...] = ()
    cancelled: bool = False
    seconds: float = 0.0

    @property
    def failed(self) -> tuple[Failure, ...]:
        """Whole capabilities, then single files."""
        ran = (*self.reports.values(), *((self.gallery,) if self.gallery else ()))
        return (*self.refused.values(), *(each for report in ran for each in report.failed))


def capabilities() -> tuple[str, ...]:
    """Names of everything a build makes, in the order in which it is told."""
    return _ALL


def state(config: Path, kit: Path) -> dict[str, State]:
    """How each capability stands. config: the project's creativekit.toml.

    Cheap: fingerprints and the files' hashes, no plan. "missing": never made, or there is nothing
    to make it of.
    """
    known = manifest.read(kit)
    found = {}
    for name in _ALL:
        files = known.of(name)
        edited = sum(entry.edited is not None for entry in files.values())
        order = _order(name, config, known.files)
        status: Status = "stale"
        if not files and name not in known.plans:
            status = "missing"
        elif order is None or _current(order, kit) is not None:
            status = "done"
        found[name] = State(status, len(files), edited)
    return found


def build(
    config: Path,
    kit: Path,
    *,
    capabilities: Sequence[str] | None = None,
    force: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Built:
    """Bring the kit up to the project whose creativekit.toml is `config`.

    capabilities: some of `capabilities()`; all of them by default. force: replace files that the
    user edited.
    cancelled: asked again and again; once it says so, the build ends with what is finished.

    Raises InputError for a project that cannot be read, OutputError, and `run.Interrupted`.
    """
    work = _Building(config, kit, force, workers, progress, cancelled)
    work.order(_ALL if capabilities is None else capabilities)
    work.make()
    work.show()
    return work.built()


def _order(name: str, config: Path, files: Iterable[str]) -> Order | None:
    """None where there is nothing to make it of. files: of the kit, made or planned."""
    match name:
        case "brand":
            return orders.brand(config)
        case "social":
            return orders.social(config)
        case "positioning":
            return orders.position(config)
        case "presence":
            return orders.presence(config, frozenset(files))
    raise ValueError(f"no such capability: {name}")


def _current(order: Order, kit: Path) -> RunReport | None:
    return None if order.mark is None else up_to_date(kit, order.capability, order.mark)


class _Building:
    def __init__(
        self,
        config: Path,
        kit: Path,
        force: bool,
        workers: int | None,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self.config, self.kit = config, kit
        self.force, self.workers = force, workers
        self.progress, self.cancelled = progress, cancelled
        self.started = time.monotonic()
        self.parts: list[Part] = []
        self.reports: dict[str, RunReport] = {}
        self.refused: dict[str, Failure] = {}
        self.absent: list[str] = []
        self.warnings: dict[str, Problem] = {}
        self.gallery: RunReport | None = None
        self.stopped = False
        self.loaded = False

    def order(self, wanted: Sequence[str]) -> None:
        """Plan what is stale."""
        files = set(manifest.read(self.kit).files)
        # What presence shows depends on what the others make.
        for name in sorted(wanted, key=_ALL.index):
            if self._stops():
                return
            order = _order(name, self.config, files)
            if order is None:
                self.absent.append(name)
                continue
            report = _current(order, self.kit)
            if report is not None and not (self.force and report.kept_edited):
                self.reports[name] = report
                continue
            if not self.loaded:
                from creativekit.project.loading import load

                # What is wrong with the whole project is told once, not by each of its parts.
                load(self.config)
                self.loaded = True
            if (part := self._planned(order)) is not None:
                self.parts.append(part)
                files.update(path for job in part.jobs for path in job.paths)

    def _planned(self, order: Order) -> Part | None:
        name = order.capability
        try:
            plan = order.plan(self.workers, self._watched(self.progress))
        except Stopped:
            self.stopped = True
            return None
        except InputError as error:
            detail = traceback.format_exc()
            self.refused[name] = Failure(name, error.message, error.problems, detail)
            return None
        except CreativekitError as error:
            self.refused[name] = Failure(name, error.message, (), traceback.format_exc())
            return None
        except Exception as error:
            message = msg(
                "unexpected fault: {kind}: {text}", kind=type(error).__name__, text=str(error)
            )
            self.refused[name] = Failure(name, message, (), traceback.format_exc())
            return None
        for warning in plan.warnings:
            self.warnings.setdefault(str(warning), warning)
        if plan.errors:
            # As with the single command: with one of its posts wrong, none is made.
            self.refused[name] = Failure(name, InputError(plan.errors).message, plan.errors)
            return None
        mark = order.mark if plan.complete else None
        return Part(name, plan.jobs, mark, order.partial or not plan.complete)

    def make(self) -> None:
        """All Jobs of all plans."""
        if self.stopped or not self.parts:
            return
        try:
            made = run_all(
                self.parts,
                self.kit,
                tool=fingerprint.tool(),
                force=self.force,
                workers=self.workers,
                progress=self.progress,
                cancelled=self.cancelled,
            )
        except Stopped as stop:
            self.stopped = True
            made = dict(stop.reports)
        self.reports |= made

    def show(self) -> None:
        """kit/index.html, of what lies in the kit now."""
        if self.stopped or self._stops():
            return
        mark = _gallery_mark(self.config, self.kit)
        report = up_to_date(self.kit, GALLERY, mark) if mark is not None else None
        if report is not None and not (self.force and report.kept_edited):
            self.gallery = report
            return
        try:
            from creativekit.press.gallery.plan import gallery_plan
            from creativekit.project.loading import load

            plan = gallery_plan(load(self.config), self.kit)
        except InputError as error:
            # Whatever cannot be made without a brand has been told of.
            told = [problem for failure in self.refused.values() for problem in failure.problems]
            if not all(problem in told for problem in error.problems):
                self.refused[GALLERY] = Failure(GALLERY, error.message, error.problems)
            return
        self.gallery = run(
            plan.jobs,
            self.kit,
            GALLERY,
            tool=fingerprint.tool(),
            fingerprint=mark,
            force=self.force,
            workers=1,
        )

    def _stops(self) -> bool:
        self.stopped = self.stopped or (self.cancelled is not None and self.cancelled())
        return self.stopped

    def _watched(self, progress: Progress | None) -> Progress | None:
        """Planning posts is long enough to be cancelled, too."""
        if self.cancelled is None:
            return progress

        def watch(done: int, total: int, label: Message) -> None:
            if self._stops():
                raise Stopped
            if progress is not None:
                progress(done, total, label)

        return watch

    def built(self) -> Built:
        order = [name for name in _ALL if name in self.reports]
        return Built(
            {name: self.reports[name] for name in order},
            self.refused,
            tuple(self.absent),
            self.gallery,
            tuple(self.warnings.values()),
            self.stopped,
            time.monotonic() - self.started,
        )


def _gallery_mark(config: Path, kit: Path) -> str | None:
    """Of the project, and of every file of the kit as it lies there."""
    files = manifest.read(kit).files
    listed = tuple(
        (path, entry.capability, entry.size, entry.present)
        for path, entry in sorted(files.items())
        if entry.capability != GALLERY
    )
    return fingerprint.of(config, GALLERY, listed)
