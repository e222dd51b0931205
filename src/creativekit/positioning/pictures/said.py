"""What each picture says, in one language, as plain words: taken from the answers and the sheets.

The pictures draw it, and whoever shows the same things elsewhere (the brand guide) is given it. A
statement and a pitch are prose and belong to the languages they were written in; a map and a voice
are names and words, and fall back to another language as everything does.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from creativekit.artwork.plot import Plot, Spot
from creativekit.artwork.scales import Scale
from creativekit.positioning.frames import frames
from creativekit.positioning.perceptual_map import nearest_rival
from creativekit.positioning.sheets import Field, Worksheet, worksheets
from creativekit.positioning.statement import labelled, sentences
from creativekit.positioning.words import words
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import FARTHEST, Axis, Positioning
from creativekit.project.positioning_section import Map as Market

_PARTS = ("audience", "need", "category", "benefit", "alternative", "difference")


@dataclass(frozen=True, slots=True)
class Statement:
    """title: the sheet's. sentence: one or two sentences. parts: labels with their words, all but
    the name's."""

    title: str
    sentence: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Map:
    """note: who is nearest to us, "" where nobody is."""

    title: str
    plot: Plot
    note: str


@dataclass(frozen=True, slots=True)
class Voice:
    """scales: all of the sheet, or none where no place was given. say, never: with their titles."""

    title: str
    scales: tuple[Scale, ...]
    say_title: str
    say: tuple[str, ...]
    never_title: str
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pitch:
    """action: what to do now, "" where nothing is said; links: addresses as they were written."""

    title: str
    text: str
    action: str
    links: tuple[str, ...]


def statement(
    answers: Positioning, name: Localized, language: str, folder: Path | None
) -> Statement | None:
    """None where no part of it was written in this language."""
    given = (getattr(answers.statement, part) for part in _PARTS)
    if not any(part is not None and language in part.languages for part in given):
        return None
    sentence = sentences(answers.statement, name, language, folder)
    if sentence is None:
        return None
    title = _sheet("statement", folder).title.get(language)
    labels = labelled(answers.statement, name, language, folder)
    # The name stands in the sentence, and as a logo under it.
    parts = tuple(each for each in labels if each != _named(name, language, folder))
    return Statement(title, sentence, parts)


def map_(answers: Positioning, name: Localized, language: str, folder: Path | None) -> Map | None:
    """None while nobody is on the map."""
    market = answers.map
    spots = _spots(market, name, language)
    if not spots:
        return None
    near = nearest_rival(market)
    note = ""
    if near is not None:
        note = words(language, folder)("nearest", name=near.name.get(language))
    x, y = _ends(market.x, language), _ends(market.y, language)
    title = _sheet("map", folder).title.get(language)
    return Map(title, Plot(*x, *y, spots), note)


def voice(answers: Positioning, language: str, folder: Path | None) -> Voice | None:
    """None while there is neither a place on a scale nor a word."""
    character = answers.character
    say, never = (dict(each).get(language, ()) for each in (character.say, character.never))
    if not (character.sliders or say or never):
        return None
    sheet = _sheet("character", folder)
    given = character.sliders
    scales = tuple(
        Scale(
            slider.low.get(language),
            slider.high.get(language),
            given[index] + 2 if index < len(given) else None,
        )
        for index, slider in enumerate(sheet.sliders)
    )
    titles = {part.key: part.label.get(language) for part in sheet.parts if isinstance(part, Field)}
    return Voice(
        sheet.title.get(language),
        scales if given else (),
        titles.get("say", ""),
        tuple(say),
        titles.get("never", ""),
        tuple(never),
    )


def pitch(answers: Positioning, language: str, folder: Path | None) -> Pitch | None:
    """None where no pitch was written in this language."""
    text = answers.pitch.pitch
    if text is None or language not in text.languages:
        return None
    action = answers.pitch.action
    return Pitch(
        _sheet("pitch", folder).title.get(language),
        text.get(language),
        action.get(language) if action is not None else "",
        tuple(link for link in answers.pitch.links if link),
    )


def _named(name: Localized, language: str, folder: Path | None) -> tuple[str, str]:
    return frames(folder)("label.name", language), name.get(language)


def _spots(market: Market, name: Localized, language: str) -> tuple[Spot, ...]:
    near = nearest_rival(market)
    found = []
    if market.ours is not None:
        ours = market.ours
        found.append(Spot(name.get(language), ours.x / FARTHEST, ours.y / FARTHEST, "ours"))
    for point in market.points:
        is_near = near is not None and point.name == near.name
        # Two of one name are one rival twice: the first of them is the nearest.
        kind = (
            "nearest" if is_near and not any(each.kind == "nearest" for each in found) else "other"
        )
        found.append(
            Spot(point.name.get(language), point.x / FARTHEST, point.y / FARTHEST, kind)  # type: ignore[arg-type]
        )
    return tuple(found)


def _ends(axis: Axis | None, language: str) -> tuple[str, str]:
    return (axis.low.get(language), axis.high.get(language)) if axis is not None else ("", "")


def _sheet(id_: str, folder: Path | None) -> Worksheet:
    return next(each for each in worksheets(folder) if each.id == id_)
