"""Which question on the screen a blank of a worksheet is: its words, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from creativekit.language.plain_text import clean
from creativekit.positioning import typed
from creativekit.positioning.asking import row, row_of
from creativekit.positioning.blanks import Blank
from creativekit.positioning.examples import Example, examples
from creativekit.positioning.sheets import Grid, Worksheet
from creativekit.positioning.words import Words
from creativekit.project.localized import Localized
from creativekit.studio.positioning_answers import Answers
from creativekit.studio.positioning_fields import Question


def questions(
    answers: Answers, sheet: Worksheet, asked: Iterable[Blank], speak: Words
) -> Iterator[Question]:
    """The blanks that are asked of a sheet, as questions. speak: the words of the interface."""
    shown, every = examples(sheet), answers.every(sheet)
    for blank in asked:
        yield _question(answers, sheet, blank, every, shown.get(blank.name), speak)


def _question(
    answers: Answers,
    sheet: Worksheet,
    blank: Blank,
    every: tuple[Blank, ...],
    example: Example | None,
    speak: Words,
) -> Question:
    language, path = speak.language, blank.path
    value = answers.standing(blank)
    told = ""
    if isinstance(example, Localized):
        told = f"{speak('example')}: {clean(example.get(answers.language))}"
    elif example is not None and blank.kind == "number":
        told = f"{speak('example')}: {typed.shown(example)}".replace("-", "−")
    label, hint = clean(blank.label.get(language)), ""
    if blank.hint is not None:
        hint = clean(blank.hint.get(language))
    if "sliders" in path:
        low, high = (
            clean(each.get(language))
            for each in (
                sheet.sliders[int(path[2])].low,
                sheet.sliders[int(path[2])].high,
            )
        )
        return Question(blank, value, label, ends=(low, high))
    if row_of(blank) is not None:
        cells = row(every, blank)
        begins = cells[0] == blank
        heading = ""
        if begins and path[2] == 0:
            heading = clean(blank.part.get(language)) if blank.part else ""
            part = next(each for each in sheet.parts if each.key == path[1])
            hint = clean(part.hint.get(language)) if isinstance(part, Grid) else ""
        return Question(
            blank,
            value,
            _cell_label(answers, blank, language, begins),
            heading=heading,
            hint=hint,
            example=told,
            in_line=True,
            begins=begins and path[2] != 0,
        )
    if len(path) == 3 and isinstance(path[2], int):
        heading = clean(blank.part.get(language)) if path[2] == 0 and blank.part else ""
        return Question(
            blank,
            value,
            str(path[2] + 1),
            heading=heading,
            hint=hint,
            example=told,
            in_line=True,
            is_numbered=True,
        )
    if path[0] == "map":
        label = f"{speak('ours')} {label}" if path[1] == "ours" else label
        return Question(blank, value, label, example=told, in_line=True)
    if blank.kind == "number":
        return Question(blank, value, label, hint=hint, example=told, in_line=True)
    return Question(blank, value, "", heading=label, hint=hint, example=told)


def _cell_label(answers: Answers, blank: Blank, language: str, begins: bool) -> str:
    """The column's head; over a score the attribute that it is for."""
    path = blank.path
    if path[3] == "scores":
        attributes = answers.there.alternatives.attributes
        place = int(path[4])
        if place < len(attributes):
            return clean(attributes[place].name.get(answers.language))
    label = clean(blank.label.get(language))
    if path[3] == "so_what":
        return f"{label.removesuffix(str(int(path[2]) + 1)).strip()} {int(path[4]) + 1}"
    number = str(int(path[2]) + 1)
    label = label.removesuffix(number).strip()
    return f"{number}  {label}" if begins else label
