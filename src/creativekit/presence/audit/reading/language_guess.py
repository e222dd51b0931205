"""Which of Kazakh, Russian and English a text is in, and how much of each.

Kazakh is told from Russian by its nine own letters (STRK 920-91: ә ғ қ ң ө ұ ү һ і), which stand in
most of its words, and both, like English, by their most frequent short words. Words that tell
nothing are shared out in the proportion of those that do. Statistics of letter sequences would need
a model of megabytes for what nine letters say.

How many words tell: measured on pages of our own examples and of tests, 56-75 % of Kazakh words have
a letter of their own or are in the list; 35-55 % of Russian words are in its list or have one of its
endings; 30-45 % of English words are in its list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

KAZAKH_LETTERS = frozenset("әғқңөұүһі")

# The share of a language's words that tell of it, taken low: more than that is simply all of them.
_TELLING = {"kk": 0.5, "ru": 0.3, "en": 0.28}

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]")
_LATIN = re.compile(r"[a-z]")
MOST_WORDS = 50_000

_KAZAKH = frozenset(
    "мен бен пен да де та те бар жоқ бір екі осы сол ол бұл біз сіз сіздің біздің үшін және немесе "
    "туралы бойынша болып болады емес арқылы кейін дейін сайын ғана өте жаңа барлық баға бағасы "
    "тенге тапсырыс байланыс мекенжай басты бет бас хабарласыңыз жазыңыз алматы астана".split()
)
# Names of cities say nothing of a language.
_KAZAKH -= {"алматы", "астана", "тенге"}
_RUSSIAN = frozenset(
    "и в во на не что для с со по это как мы вы или от из за к ко у о об при до без под над но а же "
    "ли бы то так все всё вас нас наш наша наше наши ваш ваша ваше ваши он она они его её их мне я "
    "быть есть если чтобы который которые также можно только уже ещё еще более где когда цена цены "
    "заказ доставка контакты главная о услуги товары рублей часов".split()
)
_RUSSIAN_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ая|яя|ое|ее|ые|ие|ый|ться|тся|ить|ять|ать|еть|ость|ости|ение|ения|"
    r"ями|ами|ует|ают|яют|ем|ете|ите|ских|ской|ских)$"
)
_ENGLISH = frozenset(
    "the and of to in for our with is are you your we a an on by from at or this that as it be have "
    "has will can all more not us about how what who when where which their they his her was were "
    "been but if no new get one home contact price order delivery".split()
)


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
    cyrillic = latin = other = 0
    telling = {"kk": 0, "ru": 0, "en": 0}
    for count, found in enumerate(_WORD.finditer(text)):
        if count >= MOST_WORDS:
            break
        word = found[0].lower().replace("ё", "е")
        if _CYRILLIC.search(word):
            cyrillic += 1
            if not KAZAKH_LETTERS.isdisjoint(word) or word in _KAZAKH:
                telling["kk"] += 1
            elif word in _RUSSIAN or (len(word) > 4 and _RUSSIAN_ENDING.search(word)):
                telling["ru"] += 1
        elif _LATIN.search(word):
            latin += 1
            telling["en"] += word in _ENGLISH
        else:
            other += 1
    words = cyrillic + latin + other
    if not words:
        return Guess(0, {"kk": 0.0, "ru": 0.0, "en": 0.0})
    weights = {language: telling[language] / _TELLING[language] for language in ("kk", "ru")}
    together = sum(weights.values())
    shares = {
        language: cyrillic * weight / max(together, cyrillic, 1) / words
        for language, weight in weights.items()
    }
    shares["en"] = min(latin, telling["en"] / _TELLING["en"]) / words
    return Guess(words, shares)
