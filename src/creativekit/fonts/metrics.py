"""Vertical metrics, stem weight and digits of a face: what layout needs before any text is set.

Heights come from the font's tables (hhea or OS/2, moved along the axes by MVAR), and from the
outlines of flat letters where a font leaves them out or has them plainly wrong. No table records
the thickness of a stem in OpenType, so that is always measured: a horizontal line through a letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from creativekit.fonts.faces import Face
from creativekit.fonts.harfbuzz import font
from creativekit.fonts.outlines import Command, outline
from creativekit.fonts.shaping import shape

_DIGITS = "0123456789"
_FLAT_CAPITALS = "HНIЕ"
_FLAT_SMALLS = "xzхнv"
_FARTHEST_OFF = 0.25
_STEPS = 24
# A tenth of a px in a price of 24 px: Geologica's tabular 6 grows by so much towards its Black.
_SAME_WIDTH = 0.004


@dataclass(frozen=True, slots=True)
class Metrics:
    """Fractions of the em, y up positive (so `descender` is negative).

    ascender, descender, line_gap: what layout programs stack lines by.
    stem: width of a vertical stem of small letters.
    tabular_digits: whether digits can be set in equal widths. digit_features: what to ask the
    shaper for in prices and telephone numbers: equal widths where the face has them, and lining
    figures where its own are old-style (nothing when its digits are so by default).
    """

    ascender: float
    descender: float
    line_gap: float
    cap_height: float
    x_height: float
    stem: float
    tabular_digits: bool
    digit_features: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def metrics(face: Face) -> Metrics:
    """The metrics of a face at its place on its axes. Raises InputError when it cannot be read."""
    probe = font(face)
    tag = hb.OTMetricsTag

    def table(which: hb.OTMetricsTag) -> float:
        return float(probe.get_metric_position_with_fallback(which) / probe.face.upem)

    x_height = _height(face, tag.X_HEIGHT, _FLAT_SMALLS)
    tabular, features = _digit_setting(face)
    return Metrics(
        ascender=round(table(tag.HORIZONTAL_ASCENDER), 6),
        descender=round(table(tag.HORIZONTAL_DESCENDER), 6),
        line_gap=round(table(tag.HORIZONTAL_LINE_GAP), 6),
        cap_height=round(_height(face, tag.CAP_HEIGHT, _FLAT_CAPITALS), 6),
        x_height=round(x_height, 6),
        stem=round(_stem(face, x_height), 6),
        tabular_digits=tabular,
        digit_features=features,
    )


def ink(face: Face, char: str) -> tuple[float, float, float, float] | None:
    """Left, bottom, right, top of the outline of one character's glyph; None when it has none."""
    probe = font(face)
    glyph = probe.get_nominal_glyph(ord(char))
    extents = probe.get_glyph_extents(glyph) if glyph else None
    if extents is None or not extents.width or not extents.height:
        return None
    em = 1.0 / probe.face.upem
    left, top = extents.x_bearing, extents.y_bearing
    return left * em, (top + extents.height) * em, (left + extents.width) * em, top * em


def _height(face: Face, which: hb.OTMetricsTag, letters: str) -> float:
    """The table's height, unless it is absent or a quarter off what the letters show."""
    probe = font(face)
    said = probe.get_metric_position(which)
    told = 0.0 if said is None else said / probe.face.upem
    boxes = (ink(face, char) for char in letters)
    measured = next((box[3] for box in boxes if box is not None), 0.0)
    if measured and abs(told - measured) > _FARTHEST_OFF * measured:
        return measured
    return told if told > 0 else measured or 0.5


def _stem(face: Face, x_height: float) -> float:
    """Median width of the stems that a line through l and н crosses; 0.08 when there is neither.

    The line runs at a quarter of the x-height: above feet and tails, below the bar of the н.
    """
    probe = font(face)
    found: list[float] = []
    for char in "lнni":
        glyph = probe.get_nominal_glyph(ord(char))
        spans = crossings(outline(face, glyph), -x_height * 0.25) if glyph else ()
        if spans:
            found.append(min(right - left for left, right in spans))
    found.sort()
    return found[len(found) // 2] if found else 0.08


def crossings(commands: Iterable[Command], y: float) -> tuple[tuple[float, float], ...]:
    """Spans (left, right) that the inside of an outline covers on a horizontal line (non-zero).

    Same units and direction as the outline. Curves are followed in 24 straight steps.
    """
    hits: list[tuple[float, int]] = []
    for (x0, y0), (x1, y1) in _segments(commands, y):
        if (y0 <= y) != (y1 <= y):
            hits.append((x0 + (y - y0) / (y1 - y0) * (x1 - x0), 1 if y1 > y0 else -1))
    hits.sort()
    spans: list[tuple[float, float]] = []
    winding = 0
    left = 0.0
    for x, turn in hits:
        if winding == 0:
            left = x
        winding += turn
        if winding == 0 and x > left:
            spans.append((left, x))
    return tuple(spans)


def _segments(
    commands: Iterable[Command], y: float
) -> Iterable[tuple[tuple[float, float], tuple[float, float]]]:
    """Straight pieces of an outline, without those of curves that stay on one side of `y`: a curve
    lies within its control points."""
    at = start = (0.0, 0.0)
    for command in commands:
        if len(command) == 1:
            yield at, start
            at = start
        elif len(command) == 3:
            to = (command[1], command[2])
            if command[0] == "M":
                start = to
            else:
                yield at, to
            at = to
        else:
            _, x1, y1, x2, y2, x3, y3 = command
            x0, y0 = at
            if (y0 <= y) == (y1 <= y) == (y2 <= y) == (y3 <= y):
                at = x3, y3
                continue
            for step in range(1, _STEPS + 1):
                t = step / _STEPS
                s = 1 - t
                a, b, c, d = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
                to = (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
                yield at, to
                at = to


def _digit_setting(face: Face) -> tuple[bool, tuple[str, ...]]:
    """Whether digits of equal widths exist, and the features for lining (and equal) digits."""
    lining = () if _is_lining(face, ()) or not _is_lining(face, ("lnum",)) else ("lnum",)
    for features in (lining, (*lining, "tnum")):
        advances = [shape(face, digit, features=features).width for digit in _DIGITS]
        if max(advances) - min(advances) <= _SAME_WIDTH:
            return True, features
    return False, lining


def _is_lining(face: Face, features: tuple[str, ...]) -> bool:
    """Whether all digits stand on the baseline and are about as tall as one another."""
    probe = font(face)
    boxes = [
        probe.get_glyph_extents(glyph.index)
        for digit in _DIGITS
        for glyph in shape(face, digit, features=features).glyphs
    ]
    tops = [box.y_bearing for box in boxes if box is not None]
    feet = [box.y_bearing + box.height for box in boxes if box is not None]
    if not tops:
        return True
    tallest = max(tops)
    return bool(min(tops) > 0.85 * tallest and min(feet) > -0.1 * tallest)
