"""Run a plan: make what is stale, put it in place, and write down what is there.

A Job is skipped when the manifest knows its key and its file still has the bytes we wrote. A file
that is not as we left it is the user's: it is kept and named, unless `force`. The manifest is
written last, so whatever stops a run (Ctrl-C, a full disk, a kill), each file is the old one or the
new one, and manifest and journal together still tell ours from the user's.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from creativekit.errors import Message, OutputError, msg
from creativekit.jobs import Job, digest
from creativekit.press import manifest as manifests
from creativekit.press.manifest import Entry, Journal, Manifest, hash_of
from creativekit.press.output import Folder
from creativekit.press.report import Failure, RunReport

Progress = Callable[[int, int, Message], None]
"""Called with how many Jobs are done, how many there are, and what is being made now."""


class Interrupted(KeyboardInterrupt):
    """Ctrl-C during a run; `report` tells what was finished. The kit is whole."""

    def __init__(self, report: RunReport) -> None:
        super().__init__()
        self.report = report


@dataclass(slots=True)
class _Work:
    """A run under way."""

    folder: Folder
    capability: str
    tool: str
    force: bool
    manifest: Manifest
    journal: Journal
    present: dict[str, str | None]
    made: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def report(self) -> RunReport:
        return RunReport(
            tuple(sorted(self.made)),
            tuple(sorted(self.unchanged)),
            tuple(sorted(self.kept)),
            tuple(sorted(self.removed)),
            tuple(sorted(self.failed, key=lambda failure: failure.path)),
            time.monotonic() - self.started,
        )


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
    """Bring the files of one capability in the kit at `root` up to `jobs`.

    tool: digest of the program itself; with another one every file is made anew.
    fingerprint: of everything the plan came from, what was asked for among it, remembered for
    `up_to_date` when all went well. force: replace files that the user edited. partial: `jobs` are
    only some of the capability's: files of others are left where they are. workers: processes;
    None for one a core, 1 for none.

    Raises OutputError (disk full, no permission, a name that leads out) with the kit left whole,
    and `Interrupted` at Ctrl-C. A Job that fails does not stop the others: it is in the report.
    """
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
        work = _Work(folder, capability, tool, force, manifest, journal, present)
        try:
            stale = [index for index, job in enumerate(jobs) if not _is_done(work, job)]
            _make(work, jobs, stale, workers, progress)
            if not work.failed and not partial:
                _remove_unplanned(work, {path for job in jobs for path in job.paths})
            finished = fingerprint if not work.failed else None
        except BaseException as error:
            # Whatever stopped the run: what came to lie there is written down while that is
            # possible; where it is not, the journal stays and the next run reads it.
            with suppress(OutputError):
                folder.clean()
                _settle(work, None)
                settled = True
            if isinstance(error, KeyboardInterrupt):
                raise Interrupted(work.report()) from None
            raise
        _settle(work, finished)
        settled = True
        return work.report()
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


def _key(work: _Work, job: Job) -> str:
    return digest(work.tool, job.key)


def _is_done(work: _Work, job: Job) -> bool:
    """Whether every file of the Job is there as it was made, or as the user edited it since."""
    key = _key(work, job)
    found: list[tuple[str, Entry, str]] = []
    for path in job.paths:
        entry = work.manifest.files.get(path)
        present = work.present[path]
        if entry is None or present is None or entry.key != key:
            return False
        if present != entry.sha256 and work.force:
            return False
        found.append((path, entry, present))
    for path, entry, present in found:
        if present == entry.sha256:
            ours = Entry(entry.sha256, entry.size, entry.key, work.capability)
            work.manifest.enter(path, ours)
            work.unchanged.append(path)
        else:
            _keep(work, path, entry, present)
    return True


def _keep(work: _Work, path: str, entry: Entry | None, present: str) -> None:
    kept = Entry(
        entry.sha256 if entry else None,
        entry.size if entry else 0,
        entry.key if entry else "",
        work.capability,
        edited=present,
    )
    work.manifest.enter(path, kept)
    work.kept.append(path)


def _make(
    work: _Work,
    jobs: Sequence[Job],
    stale: list[int],
    workers: int | None,
    progress: Progress | None,
) -> None:
    order = sorted(stale, key=lambda index: -jobs[index].cost)
    done = 0
    latest: Message | None = None

    def begun(index: int | None) -> None:
        nonlocal latest
        if index is not None:
            latest = jobs[index].label
        if progress is not None and latest is not None:
            progress(done, len(order), latest)

    with closing(_results(jobs, order, workers, begun)) as results:
        for index, result in results:
            if isinstance(result, Failure):
                work.failed.append(result)
            else:
                key = _key(work, jobs[index])
                for path, data in zip(jobs[index].paths, result, strict=True):
                    _place(work, path, key, data)
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


def _place(work: _Work, path: str, key: str, data: bytes) -> None:
    entry = work.manifest.files.get(path)
    present = work.present[path]
    made = Entry(sha256(data).hexdigest(), len(data), key, work.capability)
    if present == made.sha256:
        work.manifest.enter(path, made)
        work.unchanged.append(path)
        return
    ours = entry is not None and present == entry.sha256
    if present is not None and not ours and not work.force:
        _keep(work, path, entry, present)
        return
    work.journal.add(path, made)
    work.folder.write(path, data)
    work.manifest.enter(path, made)
    work.made.append(path)


def _remove_unplanned(work: _Work, planned: set[str]) -> None:
    for path, entry in work.manifest.of(work.capability).items():
        if path in planned:
            continue
        present = hash_of(work.folder.path(path))
        if present is not None and present == entry.sha256:
            work.folder.remove(path)
            work.removed.append(path)
        elif present is not None:
            work.kept.append(path)
        del work.manifest.files[path]


def _settle(work: _Work, fingerprint: str | None) -> None:
    work.journal.settle(work.manifest, work.folder)
    if fingerprint is None:
        work.manifest.plans.pop(work.capability, None)
    else:
        work.manifest.plans[work.capability] = fingerprint
    manifests.write(work.folder.root, work.manifest)
