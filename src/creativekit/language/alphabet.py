"""The letters of each language, in the order of its alphabet.

Kazakh is the Cyrillic alphabet of 42 letters (adopted 1940, in its present form since 1957); it
holds all 33 Russian letters, so one order serves both languages.
"""

from __future__ import annotations

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
ENGLISH = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

_BY_LANGUAGE = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}


def letters(language: str) -> str:
    """Capital letters, then small ones, of kk, ru or en. Raises KeyError for another language."""
    capitals = _BY_LANGUAGE[language]
    return capitals + capitals.lower()
