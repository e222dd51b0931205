"""Sheet 3: whether every need is answered by something we can prove.

A ladder goes from what a thing is to what it is worth to somebody (means-end chains: Thomas
Reynolds and Jonathan Gutman, "Laddering Theory, Method, Analysis, and Interpretation", Journal of
Advertising Research 28, 1988). A rung that never gets to a value is a feature; one without proof
is a claim.
"""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.errors import Message, Problem, msg
from creativekit.positioning.answers import same
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Ladder
from creativekit.project.rejection import shown_text
from creativekit.project.wording import dotted


@dataclass(frozen=True, slots=True)
class Coverage:
    """Needs that a rung answers, and those that none does."""

    answered: tuple[Localized, ...]
    unanswered: tuple[Localized, ...]

    @property
    def share(self) -> float | None:
        """Of the needs, the answered ones: 0–1; None when no need is named."""
        count = len(self.answered) + len(self.unanswered)
        return len(self.answered) / count if count else None


def coverage(ladder: Ladder) -> Coverage:
    """Which needs a rung names as its own, case and punctuation aside."""
    answered: list[Localized] = []
    unanswered: list[Localized] = []
    for need in ladder.needs:
        found = any(rung.need is not None and same(need, rung.need) for rung in ladder.rungs)
        (answered if found else unanswered).append(need)
    return Coverage(tuple(answered), tuple(unanswered))


def findings(ladder: Ladder) -> tuple[Problem, ...]:
    """Warnings: needs that no rung answers, rungs that stop before a value, rungs without proof."""
    unanswered = coverage(ladder).unanswered
    found = [
        _warning(
            msg("no rung of the ladder answers the need '{need}'", need=shown_text(need)),
            "needs",
            index,
        )
        for index, need in enumerate(ladder.needs)
        if need in unanswered
    ]
    for index, rung in enumerate(ladder.rungs):
        if rung.value is None:
            message = msg(
                "'{attribute}' stops before a value: ask “so what?” until it is worth something"
                " to somebody",
                attribute=shown_text(rung.attribute),
            )
            found.append(_warning(message, "rungs", index, "value"))
        if rung.proof is None:
            message = msg(
                "'{attribute}' has no proof: say how one can see it",
                attribute=shown_text(rung.attribute),
            )
            found.append(_warning(message, "rungs", index, "proof"))
    return tuple(found)


def _warning(message: Message, *key: str | int) -> Problem:
    return Problem(message, key=dotted(("positioning", "ladder", *key)), severity="warning")
