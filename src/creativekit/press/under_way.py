"""One capability of a run under way: which of its Jobs are done, what is put in place, what goes.

The kit (its folder, manifest and journal) is shared by every capability of the run; what became of
the files is counted by each for itself, so that one can fail and the others be whole.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass, field
from hashlib import sha256

from creativekit.jobs import Job, digest
from creativekit.press.manifest import Entry, Journal, Manifest, hash_of
from creativekit.press.output import Folder
from creativekit.press.report import Failure, RunReport


@dataclass(slots=True)
class OpenKit:
    """A kit that a run has the lock of. tool: digest of the program. force: replace files that the
    user edited. present: SHA-256 of what lies at each planned path, None where nothing does."""

    folder: Folder
    manifest: Manifest
    journal: Journal
    tool: str
    force: bool
    present: dict[str, str | None]


@dataclass(slots=True)
class UnderWay:
    """The files of one capability, by what became of them so far."""

    kit: OpenKit
    capability: str
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

    def is_done(self, job: Job) -> bool:
        """Whether every file of the Job is there as it was made, or as the user edited it since."""
        key = self._key(job)
        found: list[tuple[str, Entry, str]] = []
        for path in job.paths:
            entry = self.kit.manifest.files.get(path)
            present = self.kit.present[path]
            if entry is None or present is None or entry.key != key:
                return False
            if present != entry.sha256 and self.kit.force:
                return False
            found.append((path, entry, present))
        for path, entry, present in found:
            if present == entry.sha256:
                ours = Entry(entry.sha256, entry.size, entry.key, self.capability)
                self.kit.manifest.enter(path, ours)
                self.unchanged.append(path)
            else:
                self._keep(path, entry, present)
        return True

    def take(self, job: Job, result: tuple[bytes, ...] | Failure) -> None:
        """Put the Job's files in place, or write down that it failed. Raises OutputError."""
        if isinstance(result, Failure):
            self.failed.append(result)
            return
        key = self._key(job)
        for path, data in zip(job.paths, result, strict=True):
            self._place(path, key, data)

    def remove_all_but(self, planned: Collection[str]) -> None:
        """Remove what is no longer planned, but for what the user changed."""
        manifest, folder = self.kit.manifest, self.kit.folder
        for path, entry in manifest.of(self.capability).items():
            if path in planned:
                continue
            present = hash_of(folder.path(path))
            if present is not None and present == entry.sha256:
                folder.remove(path)
                self.removed.append(path)
            elif present is not None:
                self.kept.append(path)
            del manifest.files[path]

    def _key(self, job: Job) -> str:
        return digest(self.kit.tool, job.key)

    def _keep(self, path: str, entry: Entry | None, present: str) -> None:
        kept = Entry(
            entry.sha256 if entry else None,
            entry.size if entry else 0,
            entry.key if entry else "",
            self.capability,
            edited=present,
        )
        self.kit.manifest.enter(path, kept)
        self.kept.append(path)

    def _place(self, path: str, key: str, data: bytes) -> None:
        kit = self.kit
        entry = kit.manifest.files.get(path)
        present = kit.present[path]
        made = Entry(sha256(data).hexdigest(), len(data), key, self.capability)
        if present == made.sha256:
            kit.manifest.enter(path, made)
            self.unchanged.append(path)
            return
        ours = entry is not None and present == entry.sha256
        if present is not None and not ours and not kit.force:
            self._keep(path, entry, present)
            return
        kit.journal.add(path, made)
        kit.folder.write(path, data)
        kit.manifest.enter(path, made)
        self.made.append(path)
