"""Which of Kazakh, Russian and English a text is in, and how much of each.

Kazakh is told from Russian by its nine own letters (STRK 920-91: ә ғ қ ң ө ұ ү һ і), which stand in
most of its words, and both, like English, by their most frequent short words. Words that tell
nothing are shared out in the proportion of those that do. Statistics of letter sequences would need
a model of megabytes for what nine letters say.

How many words tell is measured in tests: more than half of Kazakh words have a letter of their own
or are in the list; more than a third of Russian words are in its list or have one of its endings;
about a third of English words are in its list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from creativekit.presence.audit.tables import table

KAZAKH_LETTERS = frozenset("әғқңөұүһі")

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]")
_LATIN = re.compile(r"[a-z]")
MOST_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class _Told:
    """What tells a language: its words, its endings, the share of its words that do."""

    words: frozenset[str]
    ending: re.Pattern[str] | None
    telling: float


@cache
def _told() -> Mapping[str, _Told]:
    return {
        language: _Told(
            frozenset(each["words"].split()),
            re.compile(each["ending"]) if "ending" in each else None,
            each["telling"],
        )
        for language, each in table("languages").items()
        if isinstance(each, dict)
    }


@dataclass(frozen=True, slots=True)
class Guess:
    """words: how many were looked at. shares: of them in kk, ru and en, 0-1, together at most 1."""

    words: int
    shares: Mapping[str, float]

    def main(self, least_words: int = 20) -> str | None:
        """The language of most of the text; None for fewer words, or when none has 40 %."""
        if self.words < least_words:
            return None
        language = max(self.shares, key=lambda known: self.shares[known])
        return language if self.shares[language] >= 0.4 else None

    def holds(self, language: str, least_words: int = 12, least_share: float = 0.08) -> bool:
        """Whether a part of the text, not a word or two, is in the language."""
        share = self.shares.get(language, 0.0)
        return share >= least_share and share * self.words >= least_words


def guess(text: str) -> Guess:
    """Looks at the first 50,000 words."""
    told = _told()
    kazakh, russian, english = told["kk"], told["ru"], told["en"]
    cyrillic = latin = other = 0
    telling = {"kk": 0, "ru": 0, "en": 0}
    for count, found in enumerate(_WORD.finditer(text)):
        if count >= MOST_WORDS:
            break
        # A longer one is no word, and would cost much.
        word = found[0][:40].lower().replace("ё", "е")
        if _CYRILLIC.search(word):
            cyrillic += 1
            if not KAZAKH_LETTERS.isdisjoint(word) or word in kazakh.words:
                telling["kk"] += 1
            elif word in russian.words or (
                len(word) > 4 and russian.ending is not None and russian.ending.search(word)
            ):
                telling["ru"] += 1
        elif _LATIN.search(word):
            latin += 1
            telling["en"] += word in english.words
        else:
            other += 1
    words = cyrillic + latin + other
    if not words:
        return Guess(0, {"kk": 0.0, "ru": 0.0, "en": 0.0})
    weights = {language: telling[language] / told[language].telling for language in ("kk", "ru")}
    together = sum(weights.values())
    shares = {
        language: cyrillic * weight / max(together, cyrillic, 1) / words
        for language, weight in weights.items()
    }
    shares["en"] = min(latin, telling["en"] / english.telling) / words
    return Guess(words, shares)
