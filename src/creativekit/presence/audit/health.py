"""The health of a site: one number of many verdicts.

It (0-100) is the share of what counts that passes, a warning being half; what could not be seen
leaves the sum, and under 60 % of it no number is given. Weights are in
`templates/presence/audit/weights.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from creativekit.presence.audit.tables import table
from creativekit.presence.audit.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Health:
    """score: 0-100, None when too little was seen. coverage: the share of weight that was, 0-1.
    level: of item 3.2, 0-4, None with the score. stopped: checks whose failure is level 0."""

    score: int | None
    coverage: float
    level: int | None
    stopped: tuple[str, ...] = ()


def weight(check: str) -> float:
    """How much a check counts."""
    return float(table("weights")["weights"].get(check, 1))


def health(verdicts: Iterable[Verdict]) -> Health:
    """The health of a site by its verdicts."""
    rules = table("weights")
    credit = {"pass": 1.0, "warn": float(rules["warned"]), "fail": 0.0}
    seen = unseen = gained = 0.0
    stopped = []
    for verdict in verdicts:
        counts = weight(verdict.check)
        if verdict.outcome == "unknown":
            unseen += counts
        else:
            seen += counts
            gained += counts * credit[verdict.outcome]
        if verdict.outcome == "fail" and verdict.check in rules["stops"]:
            stopped.append(verdict.check)
    coverage = seen / (seen + unseen) if seen + unseen else 0.0
    known = seen > 0 and coverage >= float(rules["least_coverage"])
    # Halves go up, always: round() would take 0.5 to the even number.
    score = int(100 * gained / seen + 0.5) if known else None
    if stopped:
        return Health(score, coverage, 0, tuple(stopped))
    level = None if score is None else 1 + sum(score >= least for least in rules["levels"])
    return Health(score, coverage, level)
