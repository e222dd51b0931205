"""How many characters a person sees in a text.

Limits on names are about what is drawn, so a letter with its accents, a flag or a family emoji is
one. These are the rules of Unicode Standard Annex 29, "Grapheme Cluster Boundaries" (GB3, GB9,
GB9a, GB11, GB12 and GB13), as far as Python's own character tables carry them: Hangul syllables
written in separate letters and Indic conjuncts count for more than one, which for a limit is safe.
"""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"


def graphemes(text: str) -> tuple[str, ...]:
    """`text` cut into the characters a reader sees; joined again they are `text`."""
    found: list[str] = []
    for char in text:
        if found and _continues(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return tuple(found)


def _continues(cluster: str, char: str) -> bool:
    if char == "\n" and cluster == "\r":
        return True
    last = cluster[-1]
    if unicodedata.category(last) in ("Cc", "Zl", "Zp"):
        return False
    if char == _JOINER or _extends(char):
        return True
    if _is_regional(char):
        return len(cluster) % 2 == 1 and all(_is_regional(each) for each in cluster)
    # A joiner binds symbols (emoji sequences); between letters it only asks for joined forms.
    return last == _JOINER and unicodedata.category(char) == "So"


def _extends(char: str) -> bool:
    return (
        unicodedata.category(char) in ("Mn", "Me", "Mc")
        or "\ufe00" <= char <= "\ufe0f"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
        or char == "\u200c"
    )


def _is_regional(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"
