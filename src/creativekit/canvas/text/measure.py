"""Widths of words and of what joins them, each shaped once for a manner of setting.

Widths scale with the size, so everything is measured at 1 em, in whole millionths of it. A word is
measured alone and what the space between two words comes to (with the kerning of the letters
around it) separately: there are many words but few pairs of letters, so a new headline in a known
face shapes little more than its new words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from creativekit.canvas.text.balance import UNIT
from creativekit.canvas.text.line import advance, set_line
from creativekit.canvas.text.setting import Setting
from creativekit.fonts.faces import Face
from creativekit.project.graphemes import graphemes


@dataclass(frozen=True, slots=True, eq=False)
class Gauge:
    """What widths depend on. One for equal settings (`gauge`), so it is compared by identity."""

    setting: Setting


@dataclass(frozen=True, slots=True)
class Extent:
    """A word: its advance in millionths of the em, how far its ink goes above and below the
    baseline (both positive, in em), and the first and last characters a reader sees."""

    width: int
    above: float
    below: float
    first: str
    last: str


def gauge(setting: Setting) -> Gauge:
    """The Gauge of a setting; leading and case make no difference to it."""
    return _gauge(setting.faces, setting.language, setting.tracking, setting.features)


@lru_cache(maxsize=16384)
def word(gauge: Gauge, text: str) -> Extent:
    """Measures of one word. Raises InputError naming characters that no face has."""
    if not text:
        return Extent(0, 0.0, 0.0, "", "")
    line = set_line(text, gauge.setting)
    marks = (text[0], text[-1]) if text.isascii() or text.isalpha() else graphemes(text)
    return Extent(
        round(line.width_em * UNIT),
        max(0.0, -line.ink_top_em),
        max(0.0, line.ink_bottom_em),
        marks[0],
        marks[-1],
    )


@lru_cache(maxsize=16384)
def joint(gauge: Gauge, left: str, glue: str, right: str) -> int:
    """What stands between two words on a line: the glue, the kerning around it, the tracking.

    left, right: the characters on its two sides; right is empty for a hyphen at a line's end.
    """
    whole = advance(left + glue + right, gauge.setting)
    apart = advance(left, gauge.setting) + advance(right, gauge.setting)
    return round(whole * UNIT) - round(apart * UNIT)


@lru_cache(maxsize=256)
def _gauge(
    faces: tuple[Face, ...], language: str, tracking: float, features: tuple[str, ...]
) -> Gauge:
    return Gauge(Setting(faces, language, tracking, features=features))
