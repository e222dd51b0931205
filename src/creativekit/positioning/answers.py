"""Whether two answers say the same, when a person wrote them on two sheets.

Answers are compared language by language, only where both have a text of their own: a Kazakh
text never contradicts a Russian one. Case, ё, punctuation and spacing do not count.
"""

from __future__ import annotations

import re
import unicodedata

from creativekit.project.localized import Localized

_BETWEEN = re.compile(r"[\s\"'’«»“”„.,;:!?…()\u2010-\u2015-]+")


def folded(text: str) -> str:
    """A text for comparison: composed, no case, no ё, single spaces for all between words."""
    text = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    return _BETWEEN.sub(" ", text).strip()


def shared(first: Localized, second: Localized) -> tuple[str, ...]:
    """Languages in which both have a text of their own."""
    return tuple(each for each in first.languages if each in second.languages)


def same(first: Localized, second: Localized) -> bool:
    """Whether they are the same in a language that they share."""
    return any(
        folded(first.get(language)) == folded(second.get(language))
        for language in shared(first, second)
    )


def overlaps(first: Localized, second: Localized) -> bool:
    """Whether, in a language they share, one is the other or has it within, word by word."""
    for language in shared(first, second):
        one, two = (f" {folded(each.get(language))} " for each in (first, second))
        if one in two or two in one:
            return True
    return False
