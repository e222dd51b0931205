"""What changes the widgets of a screen is done by one at a time.

A key is handled in the app's task, a screen's own messages in the screen's, and workers in theirs.
Two of them that take widgets away and put new ones there would both put them there.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from textual.rlock import RLock
from textual.widget import Widget

Of = TypeVar("Of", bound=Widget)
Told = ParamSpec("Told")

_turns: WeakKeyDictionary[Widget, RLock] = WeakKeyDictionary()


def in_turn(
    change: Callable[Concatenate[Of, Told], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[Of, Told], Coroutine[Any, Any, None]]:
    """`change` waits for every other task's change of the same widget."""

    @wraps(change)
    async def waits(self: Of, /, *args: Told.args, **told: Told.kwargs) -> None:
        async with _turns.setdefault(self, RLock()):
            await change(self, *args, **told)

    return waits
