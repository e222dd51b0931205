"""Hyphenation: the last resort for a word that is wider than its line at the least size.

Russian and English words are parted by patterns (hyphen_patterns.py). For Kazakh there are none,
and none are needed: a syllable has one vowel, and of the consonants between two vowels the last
begins the next syllable (а-ла, ал-ма, қант-ты). «У» after a vowel is a consonant (қа-уын); «й», «ь»
and «ъ» stay with what they follow. At least two letters stay and three go to the next line.

A word with no such place is parted between any two of the characters that a reader sees; addresses
get no hyphen, which would be read as part of them. A soft hyphen of the author's is not asked for
here: breaking has already made an end of line of it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from creativekit.canvas.text.bonds import Bond
from creativekit.canvas.text.breaking import Atom
from creativekit.canvas.text.hyphen_patterns import patterns
from creativekit.project.graphemes import graphemes

SOFT_HYPHEN = "\u00ad"
FEWEST_LEFT = 2
FEWEST_RIGHT = 3

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_VOWELS = frozenset("аәеёиоөуұүыіэюя")
_STAYS = frozenset("йьъ")
_PATTERNS = {"ru": "ru_RU", "en": "en_GB"}
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"@|://|www\.|\.\w+/|\w/\w|\w\.[a-z]{2,}")
_ADDRESS_PLACES = "/@.-_?&=#:"


@lru_cache(maxsize=4096)
def syllable_points(word: str, language: str) -> tuple[int, ...]:
    """Places inside a word of letters only where it may be parted by a hyphen.

    Counted in the characters of `word`, between 2 and len(word) − 3. language is that of the text;
    a word in other letters is parted as English (Latin), Kazakh (its own letters) or Russian.
    """
    small = word.lower()
    if len(small) != len(word):
        return ()
    kind = _language(small, language)
    if kind == "kk":
        points = _kazakh(small)
    elif kind in _PATTERNS:
        points = patterns(_PATTERNS[kind]).positions(small)
    else:
        return ()
    return tuple(
        point
        for point in points
        if FEWEST_LEFT <= point <= len(word) - FEWEST_RIGHT and small[point] not in _STAYS
    )


def parted(text: str, language: str, least: int = 12) -> str:
    """The text with soft hyphens between the syllables of words of `least` letters and more, for
    programs that part no Kazakh words themselves."""

    def one(found: re.Match[str]) -> str:
        word = found[0]
        if len(word) < least:
            return word
        ends = (0, *syllable_points(word, language), len(word))
        return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise(ends))

    return _WORD.sub(one, text)


def hyphenated(atom: Atom, language: str) -> tuple[Atom, ...]:
    """The atom cut at every place of `syllable_points`, or of an address; maybe in one piece."""
    text = atom.text
    if _ADDRESS.search(text):
        marks = graphemes(text)
        cuts = [
            index
            for index in range(1, len(marks))
            if marks[index - 1] in _ADDRESS_PLACES and marks[index] not in _ADDRESS_PLACES
        ]
        return _cut(atom, marks, cuts, Bond.HYPHEN)
    marks = graphemes(text)
    letters = [_letter(mark) for mark in marks]
    cuts = []
    start = 0
    while start < len(marks):
        end = start
        while end < len(marks) and letters[end]:
            end += 1
        if end - start >= FEWEST_LEFT + FEWEST_RIGHT:
            word = "".join(letters[start:end])
            cuts.extend(start + point for point in syllable_points(word, language))
        start = end + 1
    return _cut(atom, marks, cuts, Bond.HYPHEN)


def scattered(atom: Atom, everywhere: bool = False) -> tuple[Atom, ...]:
    """The atom cut between the characters that a reader sees.

    One letter is neither left nor carried over, unless `everywhere`.
    """
    marks = graphemes(atom.text)
    letters = [bool(_letter(mark)) for mark in marks]
    cuts = [
        index
        for index in range(1, len(marks))
        if everywhere or not _leaves_one(letters, index) or not any(letters)
    ]
    return _cut(atom, marks, cuts, Bond.SPLIT)


def _leaves_one(letters: list[bool], index: int) -> bool:
    """Whether a cut inside letters has one of them alone on either side."""
    if not (letters[index - 1] and letters[index]):
        return False
    return index < 2 or index > len(letters) - 2 or not (letters[index - 2] and letters[index + 1])


def _cut(atom: Atom, marks: tuple[str, ...], cuts: list[int], bond: Bond) -> tuple[Atom, ...]:
    """Pieces of the atom; the last one has the atom's own bond, glue and tail."""
    is_address = _ADDRESS.search(atom.text) is not None
    found: list[Atom] = []
    start = 0
    for end in cuts:
        written = not is_address and _letter(marks[end - 1]) and _letter(marks[end])
        found.append(Atom("".join(marks[start:end]), bond, "", "-" if written else ""))
        start = end
    found.append(Atom("".join(marks[start:]), atom.bond, atom.glue, atom.tail))
    return tuple(found)


def _letter(mark: str) -> str:
    """The one letter that a character is, its accents put together with it; "" for another."""
    composed = unicodedata.normalize("NFC", mark)
    return composed[0] if composed[0].isalpha() else ""


def _language(small: str, language: str) -> str:
    own = language.split("-")[0]
    if small[0] < "\u0250":
        return "en"
    if not "\u0400" <= small[0] <= "\u052f":
        return ""
    if own == "kk" or not _KAZAKH_LETTERS.isdisjoint(small):
        return "kk"
    return "ru"


def _kazakh(small: str) -> tuple[int, ...]:
    """Before the last consonant that stands before each vowel but the first."""
    vowels = [index for index, char in enumerate(small) if _is_vowel(small, index, char)]
    points: list[int] = []
    for left, right in pairwise(vowels):
        start = right if right == left + 1 else right - 1
        while start > left + 1 and small[start] in "ьъ":
            start -= 1
        points.append(start)
    return tuple(points)


def _is_vowel(small: str, index: int, char: str) -> bool:
    if char not in _VOWELS:
        return False
    # «У» next to a vowel before it closes or begins a syllable: тау, қа-уын.
    return not (char == "у" and index > 0 and small[index - 1] in _VOWELS - {"у"})
