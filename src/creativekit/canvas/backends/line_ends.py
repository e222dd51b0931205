"""Where lines end because the author said so, and where because the room did.

A Scene's Words keep the text as it was written and the lines as they are painted. A program that
keeps text as text wants the author's own breaks as paragraphs and ours as line breaks inside them.
Lines may be in capitals, hyphenated or shortened, so the two are matched by counting letters; where
the counts do not meet, a break is one of ours.
"""

from __future__ import annotations

from creativekit.canvas.scene import Text, Words

Lines = tuple[tuple[Text, ...], ...]

_HYPHENS = ("-", "\u2010", "\u00ad")


def paragraphs(words: Words) -> tuple[Lines, ...]:
    """The lines that are painted, by the paragraphs of the text."""
    ends: set[int] = set()
    letters = 0
    for part in words.text.split("\n"):
        letters += _letters(part)
        ends.add(letters)
    found: list[Lines] = []
    current: list[tuple[Text, ...]] = []
    letters = 0
    for line in words.lines:
        if not line:
            continue
        current.append(line)
        letters += _letters(written(line))
        if letters in ends:
            found.append(tuple(current))
            current = []
    if current:
        found.append(tuple(current))
    return tuple(found)


def written(line: tuple[Text, ...]) -> str:
    """What a line says."""
    return "".join(run.line.text for run in line)


def is_inside_a_word(line: tuple[Text, ...]) -> bool:
    """Whether a line ends with the hyphen of a word that goes on."""
    return written(line).endswith(_HYPHENS)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
