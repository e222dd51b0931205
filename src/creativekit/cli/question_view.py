"""A worksheet's questions as the terminal shows them: title, hint, example, what stands there now.

Everything on a sheet may be a project's own words and is never parsed as markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creativekit.cli import talk
from creativekit.errors import msg
from creativekit.language.formats import number
from creativekit.positioning.blanks import Blank
from creativekit.positioning.changes import Fault
from creativekit.positioning.examples import Example, examples
from creativekit.positioning.sheets import Field, Grid, Worksheet
from creativekit.positioning.words import Words

_LONGEST = 300  # characters of an answer or example
_SCALE = 100  # the most that a scale is worth naming for; money goes to a trillion


class QuestionView:
    """Shows one sheet in one language."""

    def __init__(self, sheet: Worksheet, said: Words) -> None:
        self._sheet = sheet
        self._said = said
        self._examples = examples(sheet)

    def head(self) -> None:
        """Number, title and what the sheet is for."""
        ink, language = talk.out_ink(), self._said.language
        title = talk.clean(f"{self._sheet.number}. {self._sheet.title.get(language)}")
        minutes = talk.clean(self._said("minutes", n=self._sheet.minutes))
        talk.out()
        talk.out(f"  {ink.brand('●')} {ink.bold(title)}  {ink.dim(minutes)}")
        _paragraph(self._sheet.lead.get(language), 4)

    def question(self, blank: Blank, now: str, begins: bool, attribute: str = "") -> None:
        """A question with all that helps to answer it.

        now: what stands there. begins: whether it is the first of a table, which is then named.
        attribute: that a score is for.
        """
        ink, language = talk.out_ink(), self._said.language
        part = self._part(blank)
        if isinstance(part, Grid) and begins:
            talk.out()
            talk.out(f"    {ink.bold(talk.clean(part.label.get(language)))}")
            _paragraph(part.hint.get(language), 4, dim=True)
        asked = blank.label.get(language)
        if blank.path[:2] == ("map", "ours"):
            asked = f"{self._said('ours')} {asked}"
        if attribute:
            asked = f"{asked} · {attribute}"
        note = ""
        if blank.kind != "text" and blank.high <= _SCALE:
            note = f"{blank.low:g} … {blank.high:g}"
        elif blank.lines > 1:
            note = talk.say(msg("an empty line ends the answer"))
        talk.out()
        talk.out(f"    {ink.brand('·')} {ink.bold(talk.clean(asked))}  {ink.dim(note)}".rstrip())
        self.hint(blank, in_table=isinstance(part, Grid))
        if now:
            _paragraph(talk.say(msg("Now: {text}", text=_short(now))), 6)

    def hint(self, blank: Blank, in_table: bool = False) -> None:
        """What is meant, and an example; a table has said what it means at its head."""
        part = self._part(blank)
        hint = blank.hint or (part.hint if part is not None else None)
        if hint is not None and not in_table:
            _paragraph(hint.get(self._said.language), 6, dim=True)
        example = self._examples.get(blank.name)
        if example is None and len(blank.path) > 2:
            first = (*blank.path[:2], 0, *blank.path[3:])
            example = self._examples.get(".".join(map(str, first)))
        if example is not None:
            _paragraph(f"{self._said('example')}: {_short(self._text(example))}", 6, dim=True)

    def faults(self, faults: Sequence[Fault]) -> None:
        """What is wrong with the answer that was just given."""
        ink = talk.out_ink()
        for fault in faults:
            plain = replace(fault.problem, key=None)  # the question stands above or below
            talk.out(f"    {ink.bad('✕')} {talk.problem_line(plain, ink)}")

    def _part(self, blank: Blank) -> Field | Grid | None:
        return next((each for each in self._sheet.parts if each.key == blank.path[1]), None)

    def _text(self, example: Example) -> str:
        if isinstance(example, (int, float)):
            return number(example, self._said.language, 0 if example == int(example) else 1)
        return example.get(self._said.language)


def _short(text: str) -> str:
    shown = " ⏎ ".join(text.split("\n"))
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"


def _paragraph(text: str, indent: int, dim: bool = False) -> None:
    ink = talk.out_ink()
    for line in talk.wrapped(talk.clean(text), indent):
        talk.out(" " * indent + (ink.dim(line) if dim else line))
