"""A text as a word for addresses and folders: Latin letters, digits and hyphens.

python-slugify takes Russian letters well and loses the Kazakh ones ("Әлемнің" becomes "lemnin"), so
their readings go before it, one Latin letter each, as addresses have them: ә a, ғ g, қ q, ң n, ө o,
ұ u, ү u, һ h, і i.
"""

from __future__ import annotations

import unicodedata

from slugify import slugify

from creativekit.language.file_names import is_reserved

MOST_CHARACTERS = 80

_READINGS = dict(zip("әғқңөұүһі", "agqnouuhi", strict=True))
_REPLACEMENTS = [
    (letter, reading) for small, reading in _READINGS.items() for letter in (small, small.upper())
]


def slug(text: str, fallback: str = "untitled") -> str:
    """`alemnin-gazhaiyptary` of "Әлемнің ғажайыптары"; `fallback` when no letter can be kept.

    At most 80 characters, cut between words where that is possible; never a name that Windows
    takes for a device.
    """
    made: str = slugify(
        unicodedata.normalize("NFC", text),
        entities=False,
        decimal=False,
        hexadecimal=False,
        max_length=MOST_CHARACTERS,
        word_boundary=True,
        replacements=_REPLACEMENTS,
    )
    if not made:
        return fallback
    return f"{made}-{fallback}" if is_reserved(made) else made
