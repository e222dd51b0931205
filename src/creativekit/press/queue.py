"""Which Job a free worker takes next: the longest that is left, but kin before strangers.

Jobs of one `kin` share work that a process remembers: the guide as PDF and as a page, a sheet for
every paper, a picture as SVG and as PNG. Two workers that each made one of them would both do what
is shared. So a worker stays with its kin while there are any, and keeps off what another has begun
while there is something else to do: nobody ever waits.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from creativekit.jobs import Job


class Queue:
    """Jobs that no worker has taken yet. order: their indexes in `jobs`, first wanted first."""

    def __init__(self, jobs: Sequence[Job], order: Sequence[int]) -> None:
        self._jobs = jobs
        self._left = list(reversed(order))

    def __bool__(self) -> bool:
        return bool(self._left)

    def take(self, last: int | None = None, others: Collection[int] = ()) -> int | None:
        """The index of the next Job, or None when none is left.

        last: the Job that this worker made before. others: those that other workers are making.
        """
        if not self._left:
            return None
        own = self._kin(last)
        taken = {kin for each in others if (kin := self._kin(each))}
        places = range(len(self._left) - 1, -1, -1)
        place = None
        if own:
            place = next((at for at in places if self._kin(self._left[at]) == own), None)
        if place is None:
            place = next((at for at in places if self._kin(self._left[at]) not in taken), -1)
        return self._left.pop(place)

    def _kin(self, index: int | None) -> str:
        return "" if index is None else self._jobs[index].kin
