"""Which Job a free worker takes next: the longest that is left, but kin before strangers.

Jobs of one `kin` share work that a process remembers: the guide as PDF and as a page, a sheet for
every paper, a picture as SVG and as PNG. Two workers that each made one of them would both do what
is shared. So a worker stays with its kin while there are any, and keeps off what another has begun
while there is something else to do. When nothing else is left it helps, unless paying what is
shared a second time takes longer than the other one needs for all that is left of them: then it
is the one that would be waited for, and it takes nothing.
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
        """The index of the next Job, or None when none is left that is worth taking.

        A Job that is left is always somebody's: of a worker in `others`, or of whoever asks next.
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
            place = next((at for at in places if self._kin(self._left[at]) not in taken), None)
        if place is None:
            place = next((at for at in places if self._helps(self._left[at], others)), None)
        return None if place is None else self._left.pop(place)

    def _helps(self, index: int, others: Collection[int]) -> bool:
        """Whether a stranger makes this Job sooner than those who have begun its kin make all."""
        kin = self._kin(index)
        begun = sum(self._kin(each) == kin for each in others)
        left = (self._jobs[each] for each in self._left if self._kin(each) == kin)
        return self._jobs[index].cost * begun <= sum(job.cost - job.shared for job in left)

    def _kin(self, index: int | None) -> str:
        return "" if index is None else self._jobs[index].kin
