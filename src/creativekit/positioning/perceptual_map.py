"""Sheet 6: what the map of the market says: who is nearest, where nobody is, whether it is one
axis drawn twice.

Two axes that rise together ("cheap – dear" and "simple – refined") put everybody on a diagonal and
leave two quadrants empty that nobody could fill. Pearson's r shows it. With fewer than four points
r is large by chance, so it is not asked; 0.8 is the usual line of a very strong correlation (for
instance James Evans, "Straightforward Statistics for the Behavioral Sciences", 1996).
"""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass

from creativekit.errors import Message, Problem, msg
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Map
from creativekit.project.wording import dotted

FEWEST = 4
TOGETHER = 0.8


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A rival and how far it is from us, in units of the axes (−10 to 10)."""

    name: Localized
    distance: float


@dataclass(frozen=True, slots=True)
class Quadrant:
    """A quarter of the map, by the names of the ends of the axes it lies between."""

    x: Localized
    y: Localized


def nearest_rival(market: Map) -> Neighbour | None:
    """The rival nearest to us, the first of equals; None without one, or without us."""
    if market.ours is None or not market.points:
        return None
    x, y = market.ours.x, market.ours.y
    return min(
        (Neighbour(each.name, math.hypot(each.x - x, each.y - y)) for each in market.points),
        key=lambda each: each.distance,
    )


def empty_quadrants(market: Map) -> tuple[Quadrant, ...]:
    """Quadrants inside which nobody is, we included; those on a line are in none.

    From the one with both high ends on, against the clock. None while an axis has no names or the
    map no points.
    """
    places = _places(market)
    if market.x is None or market.y is None or not places:
        return ()
    quadrants = (
        (Quadrant(market.x.high, market.y.high), 1, 1),
        (Quadrant(market.x.low, market.y.high), -1, 1),
        (Quadrant(market.x.low, market.y.low), -1, -1),
        (Quadrant(market.x.high, market.y.low), 1, -1),
    )
    return tuple(
        quadrant
        for quadrant, right, up in quadrants
        if not any(x * right > 0 and y * up > 0 for x, y in places)
    )


def correlation(market: Map) -> float | None:
    """Pearson's r of all points and ours, −1 to 1; None under four, or when all are in a line
    along an axis."""
    places = _places(market)
    if len(places) < FEWEST:
        return None
    try:
        r = statistics.correlation([x for x, _ in places], [y for _, y in places])
    except statistics.StatisticsError:
        return None
    return max(-1.0, min(1.0, r))


def findings(market: Map) -> tuple[Problem, ...]:
    """Warnings: axes that say the same thing, and points that nothing speaks for."""
    found = []
    r = correlation(market)
    if r is not None and abs(r) >= TOGETHER:
        message = msg(
            "the two axes say nearly the same thing (correlation {r}): take another one for y",
            r=f"{r:.2f}".replace("-", "−"),
        )
        found.append(_warning(message, "y"))
    without = msg("nothing says why this point is here")
    if market.ours is not None and market.ours.evidence is None:
        found.append(_warning(without, "ours", "evidence"))
    for index, point in enumerate(market.points):
        if point.evidence is None:
            found.append(_warning(without, "points", index, "evidence"))
    return tuple(found)


def _places(market: Map) -> list[tuple[float, float]]:
    everybody = (*market.points, *(() if market.ours is None else (market.ours,)))
    return [(each.x, each.y) for each in everybody]


def _warning(message: Message, *key: str | int) -> Problem:
    return Problem(message, key=dotted(("positioning", "map", *key)), severity="warning")
