"""How long a text is by a platform's own count.

characters: code points. utf16: UTF-16 units, of which an emoji has two (Telegram's Bot API counts
so). x: twitter-text's configuration 3 (github.com/twitter/twitter-text, config/v3.json): characters
up to U+10FF and common punctuation weigh one, others and whole emoji two, any link 23. Cyrillic
and with it Kazakh weigh one.
"""

from __future__ import annotations

import re
import unicodedata

from creativekit.project.graphemes import graphemes
from creativekit.social.placements import Counting

_LINK = re.compile(
    r"(?:https?://|(?<![\w.@-])(?=[\w-]+\.(?:kz|ru|com|org|net|io|me|app|shop|store|info)\b))"
    r"[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]]",
    re.IGNORECASE,
)
_LINK_WEIGHT = 23
_SINGLE = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def length(text: str, counting: Counting) -> int:
    """The length of a text as a platform counts it."""
    match counting:
        case "utf16":
            return len(text.encode("utf-16-le")) // 2
        case "x":
            return _weight(text)
        case _:
            return len(text)


def _weight(text: str) -> int:
    text = unicodedata.normalize("NFC", text)
    links = _LINK.findall(text)
    rest = _LINK.sub("", text)
    return len(links) * _LINK_WEIGHT + sum(_weight_of(each) for each in graphemes(rest))


def _weight_of(character: str) -> int:
    """A whole emoji, however many code points it has, weighs two; other code points singly."""
    if len(character) > 1 and any(_is_emoji(char) for char in character):
        return 2
    return sum(
        1 if any(first <= ord(char) <= last for first, last in _SINGLE) else 2 for char in character
    )


def _is_emoji(char: str) -> bool:
    return unicodedata.category(char) == "So" or "\U0001f1e6" <= char <= "\U0001f1ff"
