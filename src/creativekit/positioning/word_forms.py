"""Finding a phrase in a text although its words are declined there.

Kazakh adds its endings after the word, in a fixed order (comparison, plural, possessive, case,
instrumental), and only a last п, к or қ softens before them; so a word with anything after it that
is made of those endings is that word. Russian changes the end itself: what an ending may become
depends on what it is. Only whole words count: "тест" is not in "тесто", "арзан" not in "арзу".
Words of one to three letters, and all English ones, are taken as they are. Not followed: vowels
that come and go (подарок, подарка), verbs, comparatives of Russian.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SHORTEST = 4
"""Letters of a word that may be declined."""

_KAZAKH = (
    r"(?:[ыі]?р[ае][қк]|[лдт][ае]у)?"
    r"(?:[лдт][ае]р)?"
    r"(?:[ыі]?м[ыі]з|[ыі]?ң[ыі]з|[ыі]м|[ыі]ң|с[ыі]|м|ң|[ыі])?"
    r"(?:[ндт][ыі]ң?|[ғқ]а|[гк]е|н?[ае]|н?[дт][ае](?:ғы|гі)?|[ндт][ае]н|н)?"
    r"(?:[мбп]ен)?"
)
_SOFTENED = {"п": "[пб]", "к": "[кг]", "қ": "[қғ]"}

_ADJECTIVE = "ый ий ой ого его ому ему ым им ом ем ая яя ую юю ей ою ею ое ее ые ие ых их ыми ими"
_IN_IY = "ий ия ию ием ии ие иев ией иям иями иях"
# What a word ends in, and what may stand there instead; the first that fits.
_RUSSIAN: tuple[tuple[tuple[str, ...], str], ...] = (
    (("ий", "ие"), f"{_ADJECTIVE} {_IN_IY} о е"),
    (("ый", "ой", "ая", "яя", "ое", "ее", "ые"), f"{_ADJECTIVE} о е а ы и"),
    (("а",), "а ы и у е ой ою ей ам ами ах"),
    (("я",), "я и ю е ей ею й ь ям ями ях"),
    (("о",), "о а у ом е ам ами ах"),
    (("е",), "е я ю ем и й ей ям ями ях"),
    (("ь",), "ь я ю ем и е ей ью ям ями ях"),
    (("й",), "й я ю ем и е ев ям ями ях"),
)
_AFTER_CONSONANT = "а у ом ем е ы и ов ев ей ам ами ах"
_MAY_BE_NOTHING = frozenset("ао")
_VOWELS = frozenset("аеиоуыэюя")


def written(phrase: str, language: str, text: str) -> tuple[str, ...]:
    """Each place of `text` where the phrase stands, as it is written there; ё is е."""
    beginning, pattern = _sought(phrase, language)
    if not beginning:
        return ()
    text, plain, small = _read(text)
    # A list is held against a thousand posts, and hardly a phrase of it is in any.
    if beginning not in small:
        return ()
    return tuple(text[match.start() : match.end()] for match in pattern.finditer(plain))


@lru_cache(maxsize=512)
def _sought(phrase: str, language: str) -> tuple[str, re.Pattern[str]]:
    """What every form of a phrase begins with, in small letters, and the pattern of all of them."""
    plain = _plain(phrase)
    first = (plain.lower().split() or [""])[0]
    # No ending takes the place of more than two letters.
    beginning = first if len(first) < SHORTEST else first[:-2]
    return beginning, _pattern(plain, language)


@lru_cache(maxsize=16)
def _read(text: str) -> tuple[str, str, str]:
    """A text composed, without ё, and that in small letters."""
    text = unicodedata.normalize("NFC", text)
    plain = _plain(text)
    return text, plain, plain.lower()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("ё", "е").replace("Ё", "Е")


@lru_cache(maxsize=512)
def _pattern(phrase: str, language: str) -> re.Pattern[str]:
    words = phrase.lower().split()
    last = len(words) - 1
    # A Kazakh attribute stays as it is before its noun; a Russian one goes along with it.
    forms = [
        _forms(word, language) if index == last or language == "ru" else re.escape(word)
        for index, word in enumerate(words)
    ]
    return re.compile(r"(?<!\w)" + r"\s+".join(forms) + r"(?!\w)", re.IGNORECASE)


def _forms(word: str, language: str) -> str:
    if len(word) < SHORTEST or not word.isalpha():
        return re.escape(word)
    if language == "kk":
        return re.escape(word[:-1]) + _SOFTENED.get(word[-1], re.escape(word[-1])) + _KAZAKH
    if language == "ru":
        return _russian(word)
    return re.escape(word)


def _russian(word: str) -> str:
    for ends, endings in _RUSSIAN:
        for end in ends:
            if word.endswith(end):
                optional = "?" if end in _MAY_BE_NOTHING else ""
                choice = "|".join(endings.split())
                return f"{re.escape(word.removesuffix(end))}(?:{choice}){optional}"
    if word[-1] in _VOWELS:
        return re.escape(word)
    return f"{re.escape(word)}(?:{'|'.join(_AFTER_CONSONANT.split())})?"
