"""A Problem in the spoken language, in the parts that the command line and the studio paint."""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.errors import Problem, msg
from creativekit.language.catalogs import Translator
from creativekit.language.plain_text import clean

_MOST_ACCEPTED = 16  # words in parentheses behind a problem


@dataclass(frozen=True, slots=True)
class Told:
    """Parts safe to print, "" where there is none: `place`: `text`; `hint` (`accepted`).

    hint: the question whether the nearest accepted word was meant. accepted: words, with commas.
    """

    place: str
    text: str
    hint: str
    accepted: str
    is_warning: bool


def told(problem: Problem, translator: Translator) -> Told:
    """What a person reads of a problem."""
    hint = ""
    if problem.nearest is not None:
        hint = translator.text(msg("did you mean '{word}'?", word=problem.nearest))
    shown = [clean(word) for word in problem.accepted[:_MOST_ACCEPTED]]
    more = ["…"] if len(problem.accepted) > _MOST_ACCEPTED else []
    return Told(
        clean(problem.place),
        clean(translator.text(problem.message)),
        clean(hint),
        ", ".join(shown + more),
        problem.severity == "warning",
    )
