"""What is printed under a filled sheet: the findings that are a sentence, in one language.

Only what helps to think further: no grade is given to anybody's idea.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from creativekit.language.formats import tenge
from creativekit.positioning import alternatives, audience, ladder, perceptual_map, pitch, price
from creativekit.positioning.statement import sentences
from creativekit.positioning.words import Words
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Positioning


def results(
    sheet_id: str,
    answers: Positioning,
    name: Localized,
    words: Words,
    project_folder: Path | None = None,
) -> tuple[str, ...]:
    """Lines for the sheet of that id; none when nothing can be said yet."""
    found = _OF.get(sheet_id)
    return () if found is None else tuple(found(answers, name, words, project_folder))


def _audience(
    answers: Positioning, name: Localized, words: Words, folder: Path | None
) -> Iterator[str]:
    story = audience.job_story(answers.audience, words.language, folder)
    if story is not None:
        yield story


def _alternatives(
    answers: Positioning, name: Localized, words: Words, folder: Path | None
) -> Iterator[str]:
    language = words.language
    measured = alternatives.distances(answers.alternatives).measured
    if measured:
        names = ", ".join(each.name.get(language) for each in measured)
        yield words("distance", names=names)
    alone = alternatives.ours_alone(answers.alternatives)
    if alone:
        yield words("alone", names=", ".join(each.name.get(language) for each in alone))


def _ladder(
    answers: Positioning, name: Localized, words: Words, folder: Path | None
) -> Iterator[str]:
    found = ladder.coverage(answers.ladder)
    total = len(found.answered) + len(found.unanswered)
    if total:
        yield words("covered", n=len(found.answered), all=total)
    if found.unanswered:
        names = "; ".join(need.get(words.language) for need in found.unanswered)
        yield words("missing", names=names)


def _statement(
    answers: Positioning, name: Localized, words: Words, folder: Path | None
) -> Iterator[str]:
    said = sentences(answers.statement, name, words.language, folder)
    if said is not None:
        yield said


def _map(answers: Positioning, name: Localized, words: Words, folder: Path | None) -> Iterator[str]:
    near = perceptual_map.nearest_rival(answers.map)
    if near is not None:
        yield words("nearest", name=near.name.get(words.language))
    for corner in perceptual_map.empty_quadrants(answers.map):
        ends = f"{corner.x.get(words.language)} + {corner.y.get(words.language)}"
        yield words("empty", corner=ends)


def _price(
    answers: Positioning, name: Localized, words: Words, folder: Path | None
) -> Iterator[str]:
    least = price.floor(answers.price)
    if least is not None:
        yield words("floor", money=tenge(least, words.language))
    compared = price.index(answers.price)
    if compared is not None and (ours := answers.price.price) is not None:
        # The lowest price stands beside it: it is said which of the two is compared.
        yield words("index", money=tenge(ours, words.language), n=round(compared))


def _pitch(
    answers: Positioning, name: Localized, words: Words, folder: Path | None
) -> Iterator[str]:
    text = answers.pitch.pitch
    if text is not None:
        language = words.language
        yield words("seconds", n=pitch.seconds(text.get(language), language, folder))


_OF = {
    "audience": _audience,
    "alternatives": _alternatives,
    "ladder": _ladder,
    "statement": _statement,
    "map": _map,
    "price": _price,
    "pitch": _pitch,
}
