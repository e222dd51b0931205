"""Wordmarks: the name, set in the heading face, as one outline.

A name is set as it is typed unless the style (or the project) says otherwise; capitals are opened
by at least 4 %, because letters made to follow small ones stand too close among themselves. A long
name is broken into two, three or at most four lines of even width, so that a lockup stays compact;
a line never ends in a little word. Lines are set as tight as their hooks and marks allow: Ң and Қ
never touch the Й below.

The letters are set at 1000 units per em and united: in an outline that is cut, engraved or plotted
an overlap is a fault.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Literal

from creativekit.canvas.lettering import text_path
from creativekit.canvas.outline_ops import stroke, subtract, union
from creativekit.canvas.path import Box, Path
from creativekit.fonts import fallback
from creativekit.fonts.faces import Face
from creativekit.fonts.metrics import metrics
from creativekit.fonts.shaping import ShapedLine, shape
from creativekit.identity.ink import thinnest_stroke
from creativekit.identity.spacing import gap
from creativekit.project.graphemes import graphemes

EM = 1000.0

# Longest name (characters) on one line, on two, on three; a longer one takes four.
_LONGEST = (14, 30, 66)
MOST_LINES = len(_LONGEST) + 1
_LITTLE_WORD = 3
_LITTLE_WORD_COST = 0.2
_LEAST_CAPS_TRACKING = 0.04
# Distance of baselines in cap heights, if nothing collides; and what must stay free between lines.
_LEADING = 1.45
_CAPS_LEADING = 1.36
_FREE_BETWEEN_LINES = 0.1
# The bar: its distance under the baseline in em, and thickness in stems.
_BAR_DROP = 0.2
_BAR_STEMS = 0.8
# Hairlines thinner than this part of the cap height are grown to it, or no printer holds them.
_HAIRLINE = 0.045
_MEASURED_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Wordmark:
    """A name as outlines, 1000 units per em, y down; the first baseline is at y = 0.

    bar: the ligature bar, where there is one. lines: what is set on each. cap_height, x_height:
    of the heading face. caps: no small letters in it. last_baseline: y. stem: thinnest stroke.
    """

    path: Path
    bar: Path | None
    lines: tuple[str, ...]
    caps: bool
    cap_height: float
    x_height: float
    last_baseline: float
    stem: float

    @property
    def box(self) -> Box:
        """Its ink, the bar included."""
        return self.path.bounds if self.bar is None else self.path.bounds.union(self.bar.bounds)


@lru_cache(maxsize=64)
def wordmark(
    name: str,
    written_in: tuple[Face, ...],
    language: str,
    case: str = "as-typed",
    tracking: float = 0.0,
    bar: bool = False,
    align: Literal["left", "center"] = "left",
    least_lines: int = 1,
    open_capitals: bool = True,
    key: str | None = None,
) -> Wordmark:
    """`name` as a wordmark.

    written_in: the heading face, and those that stand in for letters it lacks. case: "as-typed",
    "upper" or "lower"; tracking: em. bar: underline it with a bar that lets descenders through.
    align: how the lines of a long name stand to each other. least_lines: break it at least so
    often, as far as it has words and up to four. open_capitals: track capitals by at least 4 %.

    Raises InputError naming a letter that no face draws, and `key`.
    """
    text = " ".join(_cased(name, case).split())
    caps = text.upper() == text and text.lower() != text
    if caps and open_capitals:
        tracking = max(tracking, _LEAST_CAPS_TRACKING)

    def width(line: str) -> float:
        return _width(line, written_in, language, tracking, key)

    lines = broken(text, width, least_lines)
    about = metrics(written_in[0])
    drawn = [_line(line, written_in, language, tracking, key) for line in lines]
    leading = _leading(drawn, about.cap_height * (_CAPS_LEADING if caps else _LEADING) * EM)
    widest = max(line.bounds.width for line in drawn)
    placed = [
        line.translate(
            -line.bounds.left + (widest - line.bounds.width) * (0.5 if align == "center" else 0.0),
            leading * index,
        )
        for index, line in enumerate(drawn)
    ]
    path = Path.join(placed)
    stem = min(_letter_stem(char, written_in, key) for char in _some_letters(lines))
    lacking = _HAIRLINE * about.cap_height * EM - stem
    if lacking > 0:
        path = union(path, stroke(path, lacking, "butt", "miter"))
        stem += lacking
    last = leading * (len(lines) - 1)
    opening = _line(lines[-1].split(" ")[0], written_in, language, tracking, key)
    first_word = opening.bounds.width
    return Wordmark(
        path=path,
        bar=_bar(placed[-1], first_word, last, about.stem * EM) if bar else None,
        lines=lines,
        caps=caps,
        cap_height=about.cap_height * EM,
        x_height=about.x_height * EM,
        last_baseline=last,
        stem=stem,
    )


def broken(text: str, width: Callable[[str], float], least_lines: int = 1) -> tuple[str, ...]:
    """`text` on as many lines as its length asks for, broken at spaces where they come out even.

    width: of a line, in any unit. The widest line is made as narrow as it can be; a little word
    (и, мен, of) costs a fifth of the width at the end of a line.
    """
    words = text.split(" ")
    asked = 1 + sum(len(text) > longest for longest in _LONGEST)
    count = min(max(asked, least_lines), MOST_LINES, len(words))
    space = width("н н") - width("нн")
    widths = [width(word) for word in words]
    sums = [0.0]
    for each in widths:
        sums.append(sums[-1] + each + space)

    def cost(breaks: tuple[int, ...]) -> float:
        edges = (0, *breaks, len(words))
        widest = max(sums[end] - sums[start] for start, end in pairwise(edges))
        little = sum(len(words[index - 1]) <= _LITTLE_WORD for index in breaks)
        return widest * (1 + _LITTLE_WORD_COST * little)

    best = min(combinations(range(1, len(words)), count - 1), key=cost)
    edges = (0, *best, len(words))
    return tuple(" ".join(words[start:end]) for start, end in pairwise(edges))


def _cased(name: str, case: str) -> str:
    return {"upper": name.upper(), "lower": name.lower()}.get(case, name)


def _shaped(
    line: str, written_in: tuple[Face, ...], language: str, tracking: float, key: str | None
) -> list[tuple[ShapedLine, float]]:
    """The line's runs, each with its size: a stand-in face is matched by the height of its x."""
    first = written_in[0]
    return [
        (
            shape(face, run, language, tracking),
            1.0 if face == first else metrics(first).x_height / metrics(face).x_height,
        )
        for run, face in fallback.runs(line, written_in, key)
    ]


def _width(
    line: str, written_in: tuple[Face, ...], language: str, tracking: float, key: str | None
) -> float:
    runs = _shaped(line, written_in, language, tracking, key)
    return sum(run.width * size for run, size in runs) + tracking * (len(runs) - 1)


@lru_cache(maxsize=512)
def _line(
    line: str, written_in: tuple[Face, ...], language: str, tracking: float, key: str | None
) -> Path:
    pen = 0.0
    parts = []
    for run, size in _shaped(line, written_in, language, tracking, key):
        parts.append(text_path(run, EM * size, pen))
        pen += (run.width * size + tracking) * EM
    return union(Path.join(parts))


def _leading(lines: Sequence[Path], wanted: float) -> float:
    """Distance of baselines: `wanted`, or more where ink would come too near ink."""
    free = _FREE_BETWEEN_LINES * EM
    return max([wanted, *(free - gap(a, b, free, stacked=True) for a, b in pairwise(lines))])


def _some_letters(lines: Sequence[str]) -> tuple[str, ...]:
    """Different letters of the name, the first so many: enough to know its hairlines by."""
    letters = dict.fromkeys(graphemes("".join(lines).replace(" ", "")))
    telling = [letter for letter in letters if letter[0].isalnum()] or list(letters)
    return tuple(telling[:_MEASURED_LETTERS])


@lru_cache(maxsize=512)
def _letter_stem(letter: str, written_in: tuple[Face, ...], key: str | None) -> float:
    """Thinnest stroke of a letter; infinite for what has no outline (an invisible character)."""
    path = _line(letter, written_in, "kk", 0.0, key)
    return thinnest_stroke(path) if path else math.inf


def _bar(line: Path, first_word: float, baseline: float, stem: float) -> Path:
    """A bar under the line's first word, from its left edge; descenders pass through it."""
    left = line.bounds.left
    thick = stem * _BAR_STEMS
    whole = Path.rect(left, baseline + _BAR_DROP * EM, first_word, thick)
    return subtract(whole, union(line, stroke(line, 1.4 * thick, "round", "round")))
