"""Posts made into files of a kit: what `creativekit social` and the studio both do.

An order says which posts, of what, and how. Its mark in the manifest is a digest of everything
that its plan comes from, so that an order that was carried out before costs milliseconds.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creativekit.press import fingerprint
from creativekit.press.report import RunReport
from creativekit.press.run import Progress, run

if TYPE_CHECKING:
    from creativekit.press.social_plan import SocialPlan
    from creativekit.tables.table import Table

SOCIAL = "social"


@dataclass(frozen=True, slots=True)
class Order:
    """file, table: where the posts are from instead of creativekit.toml, and what was read there.

    placements, only: words with commas, as typed; None for all of them. kinds: of file; none are
    the project's own. previews: also what platforms cover. small: more time for fewer bytes.
    """

    file: Path | None = None
    table: Table | None = None
    placements: str | None = None
    only: str | None = None
    kinds: tuple[str, ...] = ()
    previews: bool = False
    small: bool = False

    def capability(self, folder: Path) -> str:
        """Its name in the manifest of a project in `folder`."""
        return SOCIAL if self.file is None else f"{SOCIAL}:{_source(self.file, folder)}"

    def mark(self, config: Path) -> str | None:
        """Digest of what comes of it; None when creativekit.toml cannot be read."""
        content = None
        if self.file is not None:
            content = hashlib.sha256(self.file.read_bytes()).hexdigest()
        asked = (self.placements, self.only, self.kinds, self.previews, self.small, content)
        return fingerprint.of(config, self.capability(config.parent), asked, _named(self.table))

    def plan(
        self, config: Path, workers: int | None = None, progress: Progress | None = None
    ) -> SocialPlan:
        """The posts looked through and planned; nothing is written. Raises InputError."""
        from creativekit.press.social_plan import social_plan
        from creativekit.project.loading import load
        from creativekit.social.kit import Wanted

        project = load(config)
        kinds = self.kinds or project.social.formats or ("auto",)
        return social_plan(
            project,
            Wanted(kinds, self.previews, bool(words(self.only))),
            self.table,
            placements=words(self.placements),
            only=words(self.only),
            small=self.small,
            workers=workers,
            progress=progress,
        )

    def make(
        self,
        plan: SocialPlan,
        folder: Path,
        kit: Path,
        mark: str | None,
        *,
        force: bool = False,
        workers: int | None = None,
        progress: Progress | None = None,
    ) -> RunReport:
        """Write the files of the posts that are right."""
        return run(
            plan.jobs,
            kit,
            self.capability(folder),
            tool=fingerprint.tool(),
            fingerprint=mark if not plan.errors else None,
            force=force,
            # What has errors now may have been made before: without all of it nothing is removed.
            partial=bool(self.placements or self.only or plan.errors),
            workers=workers,
            progress=progress,
        )


def words(said: str | None) -> list[str]:
    """Words between commas, semicolons or blanks."""
    return [word for word in (said or "").replace(",", " ").replace(";", " ").split() if word]


def _source(table: Path, folder: Path) -> str:
    """A table's name in the manifest: its path in the project, so that this year's posts.csv is not
    taken for last year's in another folder."""
    with suppress(ValueError, OSError):
        return table.resolve().relative_to(folder.resolve()).as_posix()
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
