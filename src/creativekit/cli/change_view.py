"""Changes of answers as a person reads them: sheet by sheet, what was and what would be.

A long text is shown where it differs. What people wrote is never markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from creativekit.cli import talk
from creativekit.cli.ink import Ink
from creativekit.positioning.change_words import between
from creativekit.positioning.changes import Change
from creativekit.positioning.sheets import Worksheet


def lines(
    changes: Sequence[Change], sheets: Sequence[Worksheet], language: str, ink: Ink
) -> Iterator[str]:
    """Lines for the terminal; `+` is new, `−` is taken out, `~` is another answer."""
    titles = {sheet.number: sheet.title.get(language) for sheet in sheets}
    for number, group in groupby(changes, key=lambda each: each.blank.sheet):
        yield ""
        yield "  " + ink.bold(f"{number}. {talk.clean(titles.get(number, ''))}")
        for each in group:
            question = talk.clean(each.question)
            old, new = between(each.old, each.new)
            if not old:
                yield f"    {ink.good('+')} {question}: {new}"
            elif not new:
                yield f"    {ink.bad('−')} {question}: {ink.dim(old)}"
            else:
                yield f"    {ink.doubtful('~')} {question}: {ink.dim(old)} → {new}"


def as_json(changes: Sequence[Change]) -> list[dict[str, Any]]:
    return [
        {
            "sheet": each.blank.sheet,
            "name": each.blank.name,
            "question": talk.clean(each.question),
            "old": each.old,
            "new": each.new,
        }
        for each in changes
    ]
