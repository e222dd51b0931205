"""The content controls of the worksheets' Word document: one for every blank.

Scores and weights are picked from a list, so are places between two words; everything else is
written. A control with nothing in it says where to write; in the cells of a table, where that would
be said forty times, it is three dots.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from creativekit.canvas.text.hyphenation import parted as with_hyphens
from creativekit.documents.docx_blocks import Align, Paragraph
from creativekit.documents.docx_runs import Bookmark, ChoiceControl, Inline, Run, TextControl
from creativekit.language.formats import whole_sums
from creativekit.positioning.blanks import Blank
from creativekit.positioning.docx_names import bookmark
from creativekit.positioning.words import Words

DOTS = "…"
_SIZE, _CELL_SIZE = 11.0, 10.0
_STEPS = ("-2", "-1", "0", "1", "2")
# Marks that every face has: circles are looked up elsewhere, and some programs fill them all.
_ON, _OFF = "•", "·"
_NO_STEP = "\u2002".join(_OFF * 5)
SCALE: Mapping[str, str] = {
    "\u2002".join(_ON if at == index else _OFF for at in range(5)): step
    for index, step in enumerate(_STEPS)
}
"""What a place between two words looks like, to its number."""


def placeholders(said: Words) -> frozenset[str]:
    """What stands in controls that nobody has filled in."""
    return frozenset((said("write"), DOTS, _NO_STEP))


class Controls:
    """Controls by the names of blanks; values: what is filled in, by the same names.
    faint: colour of what stands in empty ones."""

    def __init__(
        self, blanks: Iterable[Blank], values: Mapping[str, str], said: Words, faint: str
    ) -> None:
        self._blanks = {blank.name: blank for blank in blanks}
        self._values = values
        self._said = said
        self._faint = faint

    def names(self, start: str) -> list[str]:
        """Those that begin with `start` and a dot."""
        return [name for name in self._blanks if name.startswith(f"{start}.")]

    def rows(self, start: str) -> int:
        """How many rows, or texts, the list `start` has."""
        places = (name.removeprefix(f"{start}.").partition(".")[0] for name in self.names(start))
        return 1 + max(map(int, places), default=-1)

    def paragraph(
        self,
        name: str,
        *,
        before: tuple[Inline, ...] = (),
        behind: tuple[Inline, ...] = (),
        align: Align | None = None,
        after: float = 0.0,
        size: float | None = None,
        is_cell: bool = False,
        color: str | None = None,
        parted: bool = False,
    ) -> Paragraph:
        """A control on a line of its own: LibreOffice 7.4 puts one that follows another into it.

        parted: long words may end a line at a syllable; office programs know none of Kazakh.
        """
        size = size or (_CELL_SIZE if is_cell else _SIZE)
        control = self._control(
            self._blanks[name], Run("", size=size, color=color), is_cell, parted
        )
        found = Bookmark(bookmark(name), (control,))
        return Paragraph((*before, found, *behind), align=align, after=after, leading=1.05)

    def _control(self, blank: Blank, run: Run, is_cell: bool, parted: bool) -> Inline:
        label, value = self._label(blank), whole_sums(self._values.get(blank.name, ""))
        if "sliders" in blank.path:
            shown = next((text for text, step in SCALE.items() if step == value), "")
            return ChoiceControl(
                blank.name,
                label,
                tuple(SCALE),
                shown,
                _NO_STEP,
                run,
                tuple(SCALE.values()),
                run.color,
            )
        if blank.kind == "whole":
            steps = tuple(str(step) for step in range(int(blank.low), int(blank.high) + 1))
            return ChoiceControl(blank.name, label, steps, value, DOTS, run, faint=self._faint)
        prompt = DOTS if is_cell or blank.kind == "number" else self._said("write")
        several = blank.lines > 1
        if parted:
            value = with_hyphens(value, self._said.language)
        return TextControl(blank.name, label, value, prompt, several, several, run, self._faint)

    def _label(self, blank: Blank) -> str:
        """What Word shows over the control, and a screen reader says at it."""
        language = self._said.language
        label = blank.label.get(language)
        path: tuple[Any, ...] = blank.path
        if path[:2] == ("map", "ours"):
            label = f"{self._said('ours')} {label}"
        if len(path) > 4 and isinstance(path[4], int):
            label = f"{label}, {path[4] + 1}"
        return label
