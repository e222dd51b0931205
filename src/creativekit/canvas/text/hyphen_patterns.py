"""Where the patterns of Liang's algorithm part a word (F. M. Liang, Word Hy-phen-a-tion by
Com-put-er, 1983).

The patterns are pyphen's. pyphen takes every one of some fifteen thousand apart when it opens a
language, a tenth of a second and more in every process that sets a long word; here the file is only
cut into lines, and a pattern is taken apart when a word has its letters.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_DIGITS = {ord(digit): None for digit in "0123456789"}


class Patterns:
    """The patterns of one language: those of a file of LibreOffice's, in UTF-8, plain ones only."""

    def __init__(self, file: Path) -> None:
        lines = file.read_text("utf-8").split("\n")[1:]
        letters = "\n".join(lines).translate(_DIGITS).split("\n")
        # A pattern without a digit says nothing; neither do comments, nor settings (they have
        # digits, and capitals, which no word looked up here has).
        self._lines = {
            key: line for key, line in zip(letters, lines, strict=True) if key != line and key
        }
        self._longest = max(map(len, self._lines), default=0)

    def positions(self, word: str) -> tuple[int, ...]:
        """Places between letters of `word` (small letters) where it may be parted, unbounded."""
        text = f".{word}."
        found = [0] * (len(text) + 1)
        for start in range(len(text) - 1):
            for end in range(start + 1, min(start + self._longest, len(text)) + 1):
                line = self._lines.get(text[start:end])
                if line is not None:
                    for at, value in enumerate(_values(line), start):
                        found[at] = max(found[at], value)
        return tuple(at - 1 for at, value in enumerate(found) if value % 2)


@lru_cache(maxsize=4096)
def _values(line: str) -> tuple[int, ...]:
    """The number before each letter of a pattern and behind the last one: `a2b1` is 0 2 1."""
    values = [0]
    for char in line:
        if char.isdigit():
            values[-1] = int(char)
        else:
            values.append(0)
    return tuple(values)


@lru_cache(maxsize=4)
def patterns(name: str) -> Patterns:
    """name: as pyphen calls the language, such as en_GB."""
    from pyphen import LANGUAGES  # type: ignore[import-untyped]

    return Patterns(Path(LANGUAGES[name]))
