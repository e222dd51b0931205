"""Names in the order a Kazakh reader looks for them.

Code point order puts Ә, Ғ, Қ, Ң, Ө, Ұ, Ү, Һ and І after Я. The key here is a small Unicode
collation (Unicode Technical Standard 10) for what a brand's files hold: numbers by value, then
Kazakh and Russian letters in the one 42-letter order, then Latin, then every other script by code
point. Accents and case decide only between names that are otherwise equal; punctuation separates
words and weighs nothing else.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby

from creativekit.language.alphabet import KAZAKH

_ORDER = {letter: number for number, letter in enumerate(KAZAKH.lower())}

_GAP, _NUMBER, _CYRILLIC, _LATIN, _OTHER = range(5)

Weight = tuple[int, int, str]
SortKey = tuple[tuple[Weight, ...], str, str]


def kazakh_key(text: str) -> SortKey:
    """For `sorted(names, key=kazakh_key)`: Russian and English names sort beside Kazakh ones."""
    text = unicodedata.normalize("NFC", text)
    folded = text.casefold()
    weights: list[Weight] = []
    for is_number, group in groupby(folded, str.isdecimal):
        run = "".join(group)
        if is_number:
            # Length before digits orders numbers by value, however long they are.
            digits = "".join(str(unicodedata.decimal(char)) for char in run).lstrip("0")
            weights.append((_NUMBER, len(digits), digits))
        else:
            weights.extend(_weights(run))
    while weights and weights[-1][0] == _GAP:
        weights.pop()
    # Swapped case puts a small letter before its capital.
    return tuple(weights), folded, text.swapcase()


def _weights(run: str) -> list[Weight]:
    found: list[Weight] = []
    for char in run:
        if char in _ORDER:
            found.append((_CYRILLIC, _ORDER[char], ""))
            continue
        for base in unicodedata.normalize("NFD", char):
            if unicodedata.combining(base):
                continue
            if base in _ORDER:
                found.append((_CYRILLIC, _ORDER[base], ""))
            elif "a" <= base <= "z":
                found.append((_LATIN, ord(base), ""))
            elif unicodedata.category(base)[0] in "LNS":
                found.append((_OTHER, ord(base), ""))
            elif found and found[-1][0] != _GAP:
                found.append((_GAP, 0, ""))
    return found
