"""Scales between two words, one under another: the chart of a voice.

Five places on each, as on the printed sheet; a mark where the brand stands, and a thin line from
mark to mark, because it is the shape of the whole that is remembered (a profile of the semantic
differential: Osgood, Suci and Tannenbaum, "The Measurement of Meaning", 1957).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from creativekit.artwork.blocks import block
from creativekit.artwork.parts import Wearer
from creativekit.artwork.sheet import Room, circle
from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Item, Line, Rect, Solid
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import Align, words

PLACES = 5
_WORDS_SHARE = 0.31
_BEFORE: Align = "end"
_AFTER: Align = "start"


@dataclass(frozen=True, slots=True)
class Scale:
    """Two words and a place between them: 0 at `low` to 4 at `high`, None where nothing is said."""

    low: str
    high: str
    place: int | None


def draw(
    scales: Sequence[Scale], box: Box, room: Room, wearer: Wearer, size: float
) -> tuple[Item, ...] | None:
    """The scales spread over `box`, their words `size` px; None where the words need more room.

    Raises InputError for a character that no face has.
    """
    if not scales:
        return ()
    setting = wearer.dress.setting(wearer.sheet.identity, "label", wearer.language)
    setting = Setting(setting.faces, setting.language, leading=1.12)
    gap = size * 0.9
    poles = []
    for scale in scales:
        poles.append(
            [
                block(text, setting, size, box.width * _WORDS_SHARE, balance=True)
                for text in (scale.low, scale.high)
            ]
        )
    tallest = max(made.height for pair in poles for made in pair)
    row = (box.height - tallest) / max(1, len(scales) - 1)
    if len(scales) > 1 and row < tallest * 1.1:
        return None
    wide = max(made.width for pair in poles for made in pair)
    left, right = box.left + wide + gap, box.right - wide - gap
    step = (right - left) / (PLACES - 1)
    thick = max(1.5, size * 0.07)
    tracks: list[Item] = []
    named: list[Item] = []
    marks: list[tuple[float, float]] = []
    for index, scale in enumerate(scales):
        y = box.top + tallest / 2 + index * row
        tracks.append(Rect(left, y - thick / 2, right - left, thick, Solid(room.ink, 0.32)))
        tracks.extend(
            circle(left + place * step, y, size * 0.15, room.muted) for place in range(PLACES)
        )
        if scale.place is not None:
            marks.append((left + scale.place * step, y))
        low, high = poles[index]
        for made, x, align in ((low, box.left, _BEFORE), (high, right + gap, _AFTER)):
            # The middle of small letters stands on the line, whatever hooks a word has.
            baselines = (len(made.lines) - 1) * made.leading * size
            top = y - made.ascent - baselines / 2 + size * 0.25
            named.append(words(made, x, top, wide, align, room.ink, "pole"))
    profile = Path(tuple(("M" if index == 0 else "L", x, y) for index, (x, y) in enumerate(marks)))
    line: tuple[Item, ...] = ()
    if len(marks) > 1:
        line = (Line(profile, Solid(room.accent), max(2.0, size * 0.11), join="round"),)
    discs = (circle(x, y, size * 0.46, room.accent) for x, y in marks)
    return (*tracks, *line, *discs, *named)
