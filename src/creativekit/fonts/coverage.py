"""Whether a face can write a language: not that it claims to, but that something is drawn.

Some fonts map a code point to a blank glyph, so a letter counts as present only when its outline
covers something. Alphabets: the 42 letters of Kazakh Cyrillic and the 33 of Russian; beside them
every project needs Latin letters, digits and signs, for addresses, prices and dates.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from creativekit.errors import Problem, msg
from creativekit.fonts.faces import Face
from creativekit.fonts.harfbuzz import font, has_ink

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
ENGLISH = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TENGE = "₸"

_ALPHABETS = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}
_SIGNS = "0123456789!\"#%&'()*+,-./:;=?@[]_№«»–—…" + TENGE

_NEVER_DRAWN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")


def required(languages: Iterable[str]) -> str:
    """Every character that a face must draw for a project in these languages, each once.

    Capital and small letters of each language (kk, ru, en) and of Latin, then digits and signs.
    Raises KeyError for another language.
    """
    letters = "".join(_ALPHABETS[language] for language in languages) + ENGLISH
    return "".join(dict.fromkeys(letters + letters.lower() + _SIGNS))


def missing(face: Face, languages: Iterable[str]) -> tuple[str, ...]:
    """The characters of `required(languages)` that the face does not draw."""
    return _absent(face, required(languages))


def missing_letters(face: Face, languages: Iterable[str]) -> tuple[str, ...]:
    """The letters among `missing`: without them the face cannot write these languages."""
    return tuple(char for char in missing(face, languages) if char.isalpha())


def missing_signs(face: Face, languages: Iterable[str]) -> tuple[str, ...]:
    """Digits and signs among `missing`. When it is only ₸, set prices in another face."""
    return tuple(char for char in missing(face, languages) if not char.isalpha())


def missing_in_text(face: Face, text: str) -> tuple[str, ...]:
    """The characters of `text` that the face does not draw, each once, in order.

    Spaces, line ends and characters that are never drawn (joiners, direction marks, variation
    selectors) are not missed. A letter and its accent typed apart count as the one letter they
    make, as the shaper sets them.
    """
    composed = unicodedata.normalize("NFC", text)
    return _absent(face, "".join(dict.fromkeys(char for char in composed if is_drawn(char))))


def is_drawn(char: str) -> bool:
    """Whether a reader sees `char`: not a space, a control or an invisible format character.

    Unicode Character Database, Default_Ignorable_Code_Point, as far as categories do not say it.
    """
    return not (
        unicodedata.category(char) in _NEVER_DRAWN
        or char in _FILLERS
        or "\ufe00" <= char <= "\ufe0f"
        or "\U000e0000" <= char <= "\U000e0fff"
    )


def problem(face: Face, languages: Iterable[str], key: str | None = None) -> Problem | None:
    """What is wrong with using the face for a project in these languages, if anything.

    An error when letters or signs are missing; a warning when it is the tenge sign alone.
    """
    absent = missing(face, tuple(languages))
    if not absent:
        return None
    if absent == (TENGE,):
        message = msg("{family} has no ₸: prices are set in the other typeface", family=face.family)
        return Problem(message, key=key, severity="warning")
    message = msg(
        "{family} cannot be used for this project: it does not have {letters}",
        family=face.family,
        letters=" ".join(absent),
    )
    return Problem(message, key=key)


@lru_cache(maxsize=1024)
def _absent(face: Face, characters: str) -> tuple[str, ...]:
    probe = font(face)
    return tuple(char for char in characters if not has_ink(probe, ord(char)))
