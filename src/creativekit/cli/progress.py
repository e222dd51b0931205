"""The progress line of a run: what is being made, how far it is.

One line on stderr that goes away when the run ends; nothing at all where nobody watches. It is
drawn when the press reports and never by a thread of its own, because the press may fork.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from creativekit.cli import talk
from creativekit.cli.ink import is_terminal, readable
from creativekit.errors import Message
from creativekit.press.run import Progress

_PAUSE = 0.05  # seconds between two drawings
_LABEL = 42  # columns for what is being made


@contextmanager
def shown() -> Iterator[Progress | None]:
    """Gives the callback for `press.run.run`, or None where there is nobody to watch."""
    if talk.wants_json() or not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield None
        return
    line = _Line()
    try:
        yield line
    finally:
        line.end()


class _Line:
    def __init__(self) -> None:
        self._bar: Any = None
        self._task: Any = None
        self._drawn = 0.0

    def __call__(self, done: int, total: int, label: Message) -> None:
        now = time.monotonic()
        if self._bar is None:
            self._begin(total)
        elif now - self._drawn < _PAUSE and done < total:
            return
        self._drawn = now
        # Another total: the posts are looked through before anything is made.
        self._bar.update(self._task, total=total, completed=done, description=talk.say(label))
        self._bar.refresh()

    def _begin(self, total: int) -> None:
        # Here, because it takes as long to load as a small kit takes to make.
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn
        from rich.progress import Progress as Bar
        from rich.table import Column

        ink = talk.err_ink()
        color = readable(ink.accent)
        console = Console(
            file=sys.stderr,
            markup=False,
            highlight=False,
            emoji=False,
            no_color=ink.depth == "none",
        )
        self._bar = Bar(
            TextColumn(
                "  {task.description}",
                markup=False,
                table_column=Column(width=_LABEL, no_wrap=True, overflow="ellipsis"),
            ),
            BarColumn(24, style="bright_black", complete_style=color, finished_style=color),
            TextColumn("{task.completed:>4.0f} / {task.total:.0f}", style="dim", markup=False),
            console=console,
            transient=True,
            auto_refresh=False,
        )
        self._bar.start()
        self._task = self._bar.add_task("", total=total)

    def end(self) -> None:
        if self._bar is not None:
            self._bar.stop()
