"""The places on the sheets where an answer is written, each with the name it keeps everywhere.

A fillable PDF, a Word file, the questions in the terminal: all ask for the same answers, and what
is written in any of them finds its way back by this name. It is the answer's path in
`[positioning]`, list places counted from 0: `alternatives.others.0.scores.2`. Names do not depend
on the language, so a form in Kazakh and one in Russian are read by the same code; a blank whose
answer is a text holds the text of the form's language alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from creativekit.positioning.sheets import Column, Field, Grid, Plot, Worksheet
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.positioning_section import (
    ANSWER_LENGTH,
    FARTHEST,
    MOST_WORDS,
    Positioning,
)
from creativekit.project.text_rules import LINE_LENGTH

Kind = Literal["text", "whole", "number"]

_MONEY = 1e12
# By kind of a field or column: kind of the blank, least and most.
_NUMBERS: dict[str, tuple[Kind, float, float]] = {
    "score": ("whole", 0, 5),
    "weight": ("whole", 1, 5),
    "scores": ("whole", 0, 5),
    "place": ("number", -FARTHEST, FARTHEST),
    "money": ("number", 0, _MONEY),
    "number": ("number", 0, 10_000),
    "percent": ("number", 0, 99.99),
}
# Lists whose texts are the same in every language.
_UNTRANSLATED = frozenset({("pitch", "links")})


@dataclass(frozen=True, slots=True)
class Blank:
    """A place for one answer.

    name: its path in `[positioning]`. label: the question, the column's head with the row's number
    behind it in a table. part: what the question belongs to, None where it stands alone. low, high:
    for numbers, both included. lines: of handwriting. length: most characters of a text.
    translated: the answer is a text of its own in each language.
    """

    name: str
    sheet: int
    label: Localized
    hint: Localized | None
    part: Localized | None
    kind: Kind = "text"
    low: float = 0.0
    high: float = 0.0
    lines: int = 1
    length: int = LINE_LENGTH
    translated: bool = True

    @property
    def path(self) -> tuple[str | int, ...]:
        """The name in parts, list places as numbers."""
        return tuple(int(part) if part.isdecimal() else part for part in self.name.split("."))


def blanks(
    sheets: Iterable[Worksheet], answers: Positioning | None = None, named: Iterable[str] = ()
) -> tuple[Blank, ...]:
    """Every blank of the sheets, in the order they are asked.

    Lists have as many as the sheet prints, and more where `answers` have more or `named` (names of
    blanks, of a form that was printed when there were more) asks for more.
    """
    asked: dict[tuple[str, str], int] = {}
    for name in named:
        section, key, place, *_ = *name.split("."), "", "", ""
        if place.isdecimal() and len(place) < 4 and int(place) < MOST_WORDS:
            asked[section, key] = max(asked.get((section, key), 0), int(place) + 1)
    return tuple(blank for sheet in sheets for blank in _of_sheet(sheet, answers, asked))


def held(answers: Positioning | None, blank: Blank, language: str) -> str | int | float | None:
    """The answer in the blank: a number, or the answer's own text in `language`; None without one.

    A fallback from another language is no answer here: read back, it would become one.
    """
    value: Any = answers
    for part in blank.path:
        if value is None:
            return None
        if isinstance(part, str):
            value = getattr(value, part)
        elif _by_language(value):
            value = dict(value)[language]
            value = value[part] if part < len(value) else None
        else:
            value = value[part] if part < len(value) else None
    if isinstance(value, Localized):
        return dict(value.texts).get(language)
    assert value is None or isinstance(value, (str, int, float))
    return value


def written(answers: Positioning | None, blank: Blank, language: str) -> str:
    """What stands in the blank, as `held`; "" while there is no answer."""
    value = held(answers, blank, language)
    if value is None or (value == 0 and blank.path[-1] in ("fee", "tax")):
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _by_language(value: Any) -> bool:
    """Whether it is the `Words` of sheet 7: pairs of a language and its words."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], tuple)


def _of_sheet(
    sheet: Worksheet, answers: Positioning | None, asked: Mapping[tuple[str, str], int]
) -> Iterator[Blank]:
    filled = None if answers is None else getattr(answers, sheet.id)
    if sheet.plot is not None:
        yield from _of_plot(sheet, sheet.plot)
    for index, slider in enumerate(sheet.sliders):
        ends: dict[str, str] = {
            each: f"{slider.low.get(each)} – {slider.high.get(each)}" for each in LANGUAGES
        }
        yield Blank(
            f"{sheet.id}.sliders.{index}",
            sheet.number,
            Localized.of(ends),
            None,
            None,
            "whole",
            -2,
            2,
            translated=False,
        )
    for part in sheet.parts:
        given = () if filled is None else getattr(filled, part.key)
        least = asked.get((sheet.id, part.key), 0)
        if isinstance(part, Field):
            yield from _of_field(sheet, part, given, least)
        else:
            yield from _of_grid(sheet, part, max(len(given), least))


def _of_plot(sheet: Worksheet, plot: Plot) -> Iterator[Blank]:
    prompts = plot.prompts
    for name, label in (
        ("x.low", prompts.x_low),
        ("x.high", prompts.x_high),
        ("y.low", prompts.y_low),
        ("y.high", prompts.y_high),
    ):
        yield Blank(f"{sheet.id}.{name}", sheet.number, label, None, None)
    for axis, sign in (("x", "↔"), ("y", "↕")):
        label = Localized.of(dict.fromkeys(LANGUAGES, sign))
        yield Blank(
            f"{sheet.id}.ours.{axis}",
            sheet.number,
            label,
            None,
            None,
            "number",
            -FARTHEST,
            FARTHEST,
            translated=False,
        )


def _of_field(sheet: Worksheet, field: Field, given: Any, least: int) -> Iterator[Blank]:
    name = f"{sheet.id}.{field.key}"
    if field.kind != "text":
        kind, low, high = _NUMBERS[field.kind]
        yield Blank(
            name, sheet.number, field.label, field.hint, None, kind, low, high, translated=False
        )
        return
    translated = (sheet.id, field.key) not in _UNTRANSLATED
    if not field.listed:
        length = ANSWER_LENGTH if field.lines > 1 else LINE_LENGTH
        yield Blank(
            name,
            sheet.number,
            field.label,
            field.hint,
            None,
            lines=field.lines,
            length=length,
            translated=translated,
        )
        return
    count = max(len(words) for _, words in given) if _by_language(given) else len(given or ())
    for index in range(max(field.listed, count, least)):
        yield Blank(
            f"{name}.{index}",
            sheet.number,
            _numbered(field.label, index),
            field.hint if index == 0 else None,
            field.label,
            translated=translated,
        )


def _of_grid(sheet: Worksheet, grid: Grid, given: int) -> Iterator[Blank]:
    for row in range(max(grid.rows, given)):
        for column in grid.columns:
            yield from _of_cell(sheet, grid, column, row)


def _of_cell(sheet: Worksheet, grid: Grid, column: Column, row: int) -> Iterator[Blank]:
    name = f"{sheet.id}.{grid.key}.{row}.{column.key}"
    label = _numbered(column.label, row)
    if column.kind in _NUMBERS:
        kind, low, high = _NUMBERS[column.kind]
        names = [f"{name}.{at}" for at in range(6)] if column.kind == "scores" else [name]
        for each in names:
            yield Blank(
                each, sheet.number, label, None, grid.label, kind, low, high, translated=False
            )
        return
    names = [f"{name}.{at}" for at in range(column.listed)] if column.listed else [name]
    for each in names:
        yield Blank(each, sheet.number, label, None, grid.label)


def _numbered(label: Localized, index: int) -> Localized:
    return Localized(tuple((each, f"{text} {index + 1}") for each, text in label.texts), label.main)
