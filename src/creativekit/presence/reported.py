"""What a report is made from: one run, the runs before it, its plan, and what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from creativekit.presence.audit.verdict import Verdict
from creativekit.presence.evidence import Gap
from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument
from creativekit.presence.plan import Plan

if TYPE_CHECKING:
    from creativekit.presence.audit_record import AuditRecord


@dataclass(frozen=True, slots=True)
class Checked:
    """What a live audit found, as far as a report shows it. score: the site's health, 0–100."""

    url: str
    score: int | None
    partial: bool
    verdicts: tuple[Verdict, ...]

    @classmethod
    def of(cls, audit: AuditRecord) -> Checked:
        return cls(audit.url, audit.health.score, audit.partial, audit.verdicts)


@dataclass(frozen=True, slots=True)
class Reported:
    """Everything that a report is made from.

    runs: all that are kept, the oldest first, `run` itself as the last or not at all; the one
    before it is what is compared with.
    """

    instrument: Instrument
    run: Run
    plan: Plan
    runs: tuple[Run, ...] = ()
    gaps: tuple[Gap, ...] = ()
    checked: Checked | None = None

    @property
    def all_runs(self) -> tuple[Run, ...]:
        """With `run` as the last."""
        known = self.runs[:-1] if self.runs and self.runs[-1] == self.run else self.runs
        return (*known, self.run)

    @property
    def before(self) -> Run | None:
        """The run before this one."""
        return self.all_runs[-2] if len(self.all_runs) > 1 else None
