"""Sheet 7: the list of what the brand never says, looked for in what it is about to say.

A phrase is looked for in texts of its own language, whole words only, case aside, with the endings
that Kazakh and Russian may give it (`word_forms`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from creativekit.positioning.word_forms import written
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Words


@dataclass(frozen=True, slots=True)
class Text:
    """A text to look through, and the name of its place, which comes back with what is found."""

    place: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A phrase of the list in a text. written: how it stands there the first time."""

    place: str
    language: str
    phrase: str
    written: str


def slips(never: Words, texts: Iterable[Text]) -> tuple[Slip, ...]:
    """Each phrase once a text, in the order of the texts and then of the list."""
    phrases = dict(never)
    found = []
    for text in texts:
        for phrase in phrases.get(text.language, ()):
            places = written(phrase, text.language, text.text)
            if places:
                found.append(Slip(text.place, text.language, phrase, places[0]))
    return tuple(found)


def texts_of(place: str, answer: Localized | None) -> tuple[Text, ...]:
    """An answer as texts to look through: one for each language it was written in."""
    return () if answer is None else tuple(Text(place, *each) for each in answer.texts)
