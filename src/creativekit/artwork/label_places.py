"""Where labels stand beside their points, so that nothing lies on anything else.

Placing labels of points is a choice for each label among a few places that lie free of everything
fixed, and no two of the chosen places may overlap (Christensen, Marks and Shieber, "An Empirical
Study of Algorithms for Point-Feature Label Placement", 1995). A map here has at most eight labels,
so the best choice is searched for exactly: the label with the fewest places first, the cheapest
place first, and no branch is followed that cannot become cheaper than the best that is known. The
order of preference is that of cartographers, right and above before left and below (Eduard Imhof,
"Positioning Names on Maps", 1975). A search that takes too many steps ends with the best it found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from creativekit.canvas.path import Box

# Beside, above and below, then at the corners: (x, y) of the label's middle against the point's.
SIDES = ((1, 0), (0, -1), (-1, 0), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))

_SLIDES = (0.0, -0.25, 0.25, -0.42, 0.42)
# What each further line of a name costs, against the order of SIDES.
_FORMS = (0.0, 1.5, 5.0, 9.0)

_MOST_STEPS = 40_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place a label may have: its box (px), what it costs, and which form of the label it is."""

    box: Box
    cost: float
    form: int = 0


def around(
    x: float, y: float, reach: float, sizes: Sequence[tuple[float, float]]
) -> tuple[Place, ...]:
    """Places of a label round a point at (x, y), `reach` px from it; sizes: width and height of
    each form, the best one first. Beside a point a label may also be a little higher or lower."""
    found = []
    for form, (wide, tall) in enumerate(sizes):
        for rank, (across, down) in enumerate(SIDES):
            slides = _SLIDES if not across or not down else (0.0,)
            near = reach * 0.8 if across and down else reach
            for slide in slides:
                cx = x + across * (near + wide / 2) + (slide * wide if not across else 0.0)
                cy = y + down * (near + tall / 2) + (slide * tall if not down else 0.0)
                box = Box(cx - wide / 2, cy - tall / 2, cx + wide / 2, cy + tall / 2)
                found.append(
                    Place(box, rank + abs(slide) * 3 + _FORMS[min(form, len(_FORMS) - 1)], form)
                )
    return tuple(found)


def chosen(
    labels: Sequence[Sequence[Place]], bounds: Box, fixed: Sequence[Box]
) -> tuple[Place, ...] | None:
    """One place for each label inside `bounds`, off everything `fixed` and off each other, of the
    least cost together; None where there is no such choice."""
    free = [
        sorted(
            (
                place
                for place in places
                if _inside(place.box, bounds) and not any(meet(place.box, box) for box in fixed)
            ),
            key=lambda place: place.cost,
        )
        for places in labels
    ]
    if not all(free):
        return None
    order = sorted(range(len(free)), key=lambda index: (len(free[index]), index))
    search = _Search([free[index] for index in order])
    search.follow([], 0.0)
    if search.best is None:
        return None
    at = dict(zip(order, search.best, strict=True))
    return tuple(at[index] for index in range(len(labels)))


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


class _Search:
    def __init__(self, labels: Sequence[Sequence[Place]]) -> None:
        self.labels = labels
        self.best: tuple[Place, ...] | None = None
        self.cost = float("inf")
        self.steps = 0
        # What the labels from here on cost at least.
        self.least = [0.0]
        for places in reversed(labels):
            self.least.append(self.least[-1] + places[0].cost)
        self.least.reverse()

    def follow(self, taken: list[Place], cost: float) -> None:
        at = len(taken)
        if at == len(self.labels):
            self.best, self.cost = tuple(taken), cost
            return
        for place in self.labels[at]:
            self.steps += 1
            if self.steps > _MOST_STEPS or cost + place.cost + self.least[at + 1] >= self.cost:
                return
            if not any(meet(place.box, other.box) for other in taken):
                self.follow([*taken, place], cost + place.cost)


def _inside(box: Box, bounds: Box) -> bool:
    return (
        bounds.left <= box.left
        and bounds.top <= box.top
        and box.right <= bounds.right
        and box.bottom <= bounds.bottom
    )
