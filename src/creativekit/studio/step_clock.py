"""How long each step has taken, against what it may take.

A step that is come back to goes on from where it was left. The time comes from outside, so that
tests have a clock of their own; nothing here waits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


class StepClock:
    """minutes: of each step. now: seconds that only grow, such as `time.monotonic`.

    It stands until it is started, and moving on from a standing clock that has run leaves it so.
    """

    def __init__(self, minutes: Sequence[int], now: Callable[[], float]) -> None:
        self._planned = [60.0 * each for each in minutes]
        self._now = now
        self.clear()

    def clear(self) -> None:
        """Back to the first step, nothing spent, standing."""
        self.at = 0
        self._spent = [0.0] * len(self._planned)
        self._since: float | None = None
        self.has_begun = False

    @property
    def runs(self) -> bool:
        return self._since is not None

    def start(self) -> None:
        if self._since is None:
            self._since = self._now()
            self.has_begun = True

    def pause(self) -> None:
        self._settle()
        self._since = None

    def go(self, step: int) -> None:
        """To another step; raises IndexError where there is none. A first move starts the clock."""
        if not 0 <= step < len(self._planned):
            raise IndexError(step)
        if not self.has_begun:
            self.start()
        self._settle()
        self.at = step

    def _settle(self) -> None:
        if self._since is not None:
            now = self._now()
            self._spent[self.at] += now - self._since
            self._since = now

    @property
    def spent(self) -> float:
        """Seconds of this step so far."""
        running = self._now() - self._since if self._since is not None else 0.0
        return self._spent[self.at] + running

    @property
    def planned(self) -> float:
        """Seconds that this step may take."""
        return self._planned[self.at]

    @property
    def left(self) -> float:
        """Seconds of this step that are left; below zero, how far it is over."""
        return self.planned - self.spent

    @property
    def behind(self) -> float:
        """Seconds that the whole is behind its plan; below zero, how far ahead."""
        total = sum(self._spent) - self._spent[self.at] + self.spent
        return total - sum(self._planned[: self.at]) - min(self.spent, self.planned)
