"""What a live audit leaves in the project's folder, so that nobody waits for it twice.

`presence/draft.audit.json`: of a run that is not finished, kept as soon as the site was looked at.
`presence/history/<date>[-n].audit.json`: beside the record of the run that it was made for.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from creativekit.errors import InputError, Problem, msg
from creativekit.presence import audit_record, history
from creativekit.presence.audit_record import AuditRecord
from creativekit.press.output import Folder, output_error, write_file

DRAFT = "presence/draft.audit.json"
_ENDING = ".audit.json"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([1-9]\d{0,3}))?\.audit\.json")


class AuditShelf:
    """The audits of a project. warnings: of those that cannot be read; they are left out and left
    where they are: an old audit must not keep a person from a new run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, AuditRecord | None] = {}
        self.warnings: list[Problem] = []

    def latest(self, day: datetime.date | None = None) -> AuditRecord | None:
        """The audit of the latest run that has one; day: of the runs of that day only."""
        found: list[tuple[str, int, str]] = []
        kept = self._folder / history.FOLDER
        for entry in kept.iterdir() if kept.is_dir() else ():
            named = _NAME.fullmatch(entry.name)
            if named and (day is None or named[1] == day.isoformat()):
                found.append((named[1], int(named[2] or 1), entry.name))
        for _, _, name in sorted(found, reverse=True):
            audit = self._audit(f"{history.FOLDER}/{name}")
            if audit is not None:
                return audit
        return None

    def draft(self) -> AuditRecord | None:
        """The audit that a run which was not finished has made."""
        return self._audit(DRAFT) if (self._folder / DRAFT).is_file() else None

    def save_draft(self, audit: AuditRecord | None) -> None:
        """Keep the audit of a run that goes on, if it has one."""
        if audit is not None:
            self._write(DRAFT, audit)

    def remove_draft(self) -> None:
        """The run is finished, or begun anew."""
        path = Folder(self._folder).path(DRAFT)
        try:
            path.unlink(missing_ok=True)
        except NotADirectoryError:
            pass
        except OSError as error:
            raise output_error(error, path) from error

    def keep(self, run: Path, audit: AuditRecord) -> None:
        """Keep the audit beside the record of its run, in place of an earlier look for it."""
        self._write(f"{history.FOLDER}/{run.stem}{_ENDING}", audit)

    def _write(self, relative: str, audit: AuditRecord) -> None:
        path = Folder(self._folder).path(relative)
        write_file(path, audit_record.write(audit), durable=True)
        self._read[relative] = audit

    def _audit(self, relative: str) -> AuditRecord | None:
        if relative not in self._read:
            self._read[relative] = None
            try:
                data = (self._folder / relative).read_bytes()
                self._read[relative] = audit_record.read(data, relative)
            except OSError as error:
                reason = error.strerror or str(error)
                message = msg("the file cannot be read: {reason}", reason=reason)
                self.warnings.append(Problem(message, relative, severity="warning"))
            except InputError as error:
                self.warnings += (
                    Problem(each.message, each.file, each.line, severity="warning")
                    for each in error.problems
                )
        return self._read[relative]
