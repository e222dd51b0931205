"""Hashtags: letters of any script, digits and underscores, the # left out.

Every platform ends a hashtag at the first other character (so "#сән-салтанат" would be "#сән"), and
none takes one of digits alone; both are refused here, where the author can still mend them.
"""

from __future__ import annotations

import re
import unicodedata

from creativekit.errors import msg
from creativekit.project.rejection import reject, shown

MOST_CHARACTERS = 100
_BETWEEN = re.compile(r"[\s,;]+")


def hashtag(text: str) -> str:
    """`text` without its #; raises the refusal of what no platform would take whole."""
    tag = unicodedata.normalize("NFC", text).strip().lstrip("#＃")
    if not tag:
        raise reject(msg("the hashtag is empty"))
    wrong = next((char for char in tag if not _is_part(char)), None)
    if wrong is not None:
        raise reject(
            msg(
                "the hashtag '{found}' would end before '{char}': only letters, digits and _",
                found=shown(tag),
                char=shown(wrong),
            )
        )
    if tag.isdecimal():
        raise reject(msg("the hashtag '{found}' needs a letter", found=shown(tag)))
    if len(tag) > MOST_CHARACTERS:
        raise reject(
            msg(
                "the text is {count} characters long; at most {limit} fit",
                count=len(tag),
                limit=MOST_CHARACTERS,
            )
        )
    return tag


def parted(text: str) -> tuple[str, ...]:
    """The hashtags of one text, `#a #b, c`: between them spaces, commas or semicolons."""
    spaced = re.sub(r"(?<=[^\s,;#])#", " #", text)
    return tuple(part for part in _BETWEEN.split(spaced) if part)


def _is_part(char: str) -> bool:
    return char == "_" or unicodedata.category(char)[0] in "LMN"
