"""Run a plan: make what is stale, put it in place, and write down what is there.

A Job is skipped when the manifest knows its key and its file still has the bytes we wrote. A file
that is not as we left it is the user's: it is kept and named, unless `force`. The manifest is
written last, so whatever stops a run (Ctrl-C, a full disk, a kill), each file is the old one or the
new one, and manifest and journal together still tell ours from the user's.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from creativekit.errors import Message, OutputError, msg
from creativekit.jobs import Job
from creativekit.press import manifest as manifests
from creativekit.press.manifest import Journal, hash_of
from creativekit.press.output import Folder
from creativekit.press.report import Failure, RunReport, together
from creativekit.press.under_way import OpenKit, UnderWay

Progress = Callable[[int, int, Message], None]
"""Called with how many Jobs are done, how many there are, and what is being made now."""

Cancelled = Callable[[], bool]
"""Asked between Jobs, and some ten times a second, whether the run shall end."""


class Interrupted(KeyboardInterrupt):
    """Ctrl-C during a run; `reports` tell what was finished, by capability. The kit is whole."""

    def __init__(self, reports: Mapping[str, RunReport]) -> None:
        super().__init__()
        self.reports = reports

    @property
    def report(self) -> RunReport:
        """Of all capabilities together."""
        return together(self.reports.values())


class Stopped(Exception):
    """`cancelled` said so. As `Interrupted`, the kit is whole."""

    def __init__(self, reports: Mapping[str, RunReport] | None = None) -> None:
        super().__init__()
        self.reports = reports or {}


@dataclass(frozen=True, slots=True)
class Part:
    """What a run makes of one capability.

    fingerprint: of everything the plan came from, what was asked for among it, remembered for
    `up_to_date` when all went well. partial: `jobs` are only some of the capability's: files of
    others are left where they are.
    """

    capability: str
    jobs: Sequence[Job]
    fingerprint: str | None = None
    partial: bool = False


def up_to_date(root: Path, capability: str, fingerprint: str) -> RunReport | None:
    """The report of a run that has nothing to do, or None when the plan has to be made.

    Nothing to do: the last finished run had the same fingerprint, and every file is there as it
    was then, the user's edits included. Reads only; needs no planning and no heavy import.
    """
    started = time.monotonic()
    if (root / manifests.JOURNAL).exists():
        return None
    manifest = manifests.read(root)
    if manifest.plans.get(capability) != fingerprint:
        return None
    unchanged: list[str] = []
    kept: list[str] = []
    for path, entry in manifest.of(capability).items():
        file = root / path
        try:
            # Cheaper than a hash, and most changes change it.
            if entry.edited is None and file.stat().st_size != entry.size:
                return None
        except OSError:
            return None
        if hash_of(file) != entry.present:
            return None
        (unchanged if entry.edited is None else kept).append(path)
    return RunReport(
        unchanged=tuple(sorted(unchanged)),
        kept_edited=tuple(sorted(kept)),
        seconds=time.monotonic() - started,
    )


def run(
    jobs: Sequence[Job],
    root: Path,
    capability: str,
    *,
    tool: str = "",
    fingerprint: str | None = None,
    force: bool = False,
    partial: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
) -> RunReport:
    """Bring one capability of the kit at `root` up to `jobs`; see `Part` and `run_all`."""
    part = Part(capability, jobs, fingerprint, partial)
    done = run_all([part], root, tool=tool, force=force, workers=workers, progress=progress)
    return done[capability]


def run_all(
    parts: Sequence[Part],
    root: Path,
    *,
    tool: str = "",
    force: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> dict[str, RunReport]:
    """Bring several capabilities of the kit at `root` up to date, with one set of workers.

    tool: digest of the program itself; with another one every file is made anew. force: replace
    files that the user edited. workers: processes; None for one a core, 1 for none.

    Raises OutputError (disk full, no permission, a name that leads out) with the kit left whole,
    `Interrupted` at Ctrl-C and `Stopped` when cancelled. A Job that fails does not stop the others:
    it is in the report of its capability.
    """
    jobs = [job for part in parts for job in part.jobs]
    _check(jobs)
    folder = Folder(root)
    journal = Journal(root)
    settled = False
    try:
        manifest = manifests.read(root)
        if journal.interrupted:
            folder.clean()
            journal.settle(manifest, folder)
        else:
            journal.begin()
        present = {path: hash_of(folder.path(path)) for job in jobs for path in job.paths}
        kit = OpenKit(folder, manifest, journal, tool, force, present)
        works = {part.capability: UnderWay(kit, part.capability) for part in parts}
        finished: dict[str, str | None] = dict.fromkeys(works)
        try:
            owners = [works[part.capability] for part in parts for _ in part.jobs]
            stale = [index for index, job in enumerate(jobs) if not owners[index].is_done(job)]
            _make(jobs, owners, stale, workers, progress, cancelled)
            for part in parts:
                work = works[part.capability]
                if not work.failed:
                    if not part.partial:
                        work.remove_all_but({path for job in part.jobs for path in job.paths})
                    finished[part.capability] = part.fingerprint
        except BaseException as error:
            # Whatever stopped the run: what came to lie there is written down while that is
            # possible; where it is not, the journal stays and the next run reads it.
            with suppress(OutputError):
                folder.clean()
                _settle(kit, dict.fromkeys(works))
                settled = True
            reports = {name: work.report() for name, work in works.items()}
            if isinstance(error, KeyboardInterrupt):
                raise Interrupted(reports) from None
            if isinstance(error, Stopped):
                raise Stopped(reports) from None
            raise
        _settle(kit, finished)
        settled = True
        return {name: work.report() for name, work in works.items()}
    finally:
        journal.close(done=settled)


def _check(jobs: Iterable[Job]) -> None:
    seen: dict[str, str] = {}
    for path in (path for job in jobs for path in job.paths):
        # Two names that differ by case or composition are one file on macOS and Windows.
        name = unicodedata.normalize("NFC", path).casefold()
        if name in seen or name in (manifests.NAME, manifests.JOURNAL):
            other = seen.get(name, manifests.NAME)
            raise OutputError(
                msg("two files want one place: '{path}' and '{other}'", path=path, other=other)
            )
        seen[name] = path


def _make(
    jobs: Sequence[Job],
    owners: Sequence[UnderWay],
    stale: list[int],
    workers: int | None,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> None:
    order = sorted(stale, key=lambda index: -jobs[index].cost)
    done = 0
    latest: Message | None = None

    def begun(index: int | None) -> None:
        nonlocal latest
        if cancelled is not None and cancelled():
            raise Stopped
        if index is not None:
            latest = jobs[index].label
        if progress is not None and latest is not None:
            progress(done, len(order), latest)

    with closing(_results(jobs, order, workers, begun)) as results:
        for index, result in results:
            owners[index].take(jobs[index], result)
            done += 1
            begun(None)


def _results(
    jobs: Sequence[Job],
    order: Sequence[int],
    workers: int | None,
    begun: Callable[[int | None], None],
) -> Generator[tuple[int, tuple[bytes, ...] | Failure], None, None]:
    # Here, because a run with nothing to make needs neither.
    from creativekit.press.pool import cores, made_by_workers, make

    count = min(cores() if workers is None else workers, len(order))
    if count > 1:
        yield from made_by_workers(jobs, order, count, begun)
        return
    for index in order:
        begun(index)
        yield index, make(jobs[index])


def _settle(kit: OpenKit, fingerprints: Mapping[str, str | None]) -> None:
    kit.journal.settle(kit.manifest, kit.folder)
    for capability, fingerprint in fingerprints.items():
        if fingerprint is None:
            kit.manifest.plans.pop(capability, None)
        else:
            kit.manifest.plans[capability] = fingerprint
    manifests.write(kit.folder.root, kit.manifest)
