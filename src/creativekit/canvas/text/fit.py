"""Fit: the largest good size of a text in a box, and its lines at a given size.

A set of k lines with a widest line of w em fits a box of W × H at min(W / w, H / h), where h is the
height of k lines; for each k the sets with the least w are found exactly (balance), and of all of
them the one is taken whose size times its worth is largest, at that size. So neither a bigger but
ragged set nor a smaller but even one wins by itself, and a larger box never gives a smaller size.

Bonds hold: a bound group of words, or a word, is broken only when it is wider than the line at the
least size, and then the text is set at that size, where the fewest things must be broken. A text
that does not fit even so is TooLong, unless it may end in an ellipsis. Sizes between the least and
the most are whole 64ths of a px.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import floor, inf

from creativekit.canvas.text.balance import LEAST_WORTH, UNIT, cheapest, evenest, fullest, narrowest
from creativekit.canvas.text.bonds import Bond
from creativekit.canvas.text.breaking import atoms, paragraphs
from creativekit.canvas.text.flow import WIDER, Choice, Flow, flow
from creativekit.canvas.text.line import Line
from creativekit.canvas.text.setting import Setting, unwritable
from creativekit.fonts.metrics import metrics
from creativekit.project.graphemes import graphemes

_ELLIPSIS = "…"
_BEFORE_ELLIPSIS = " ,;:.…—–-«„“‘([{/"
_STEP = 64
_NEARLY = 1e-9
_ATTEMPTS = 8
_A_LITTLE_LESS = 0.998


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as lines. All lengths are px; positions are measured down from the block's top.

    The block begins at the top of its first line's ascent and ends at the bottom of its last
    line's descent: height = ascent + (lines − 1) · leading · size + descent. Ascent and descent are
    those of the first face's ascender and descender, or of the tallest and deepest ink of the text
    where that goes farther, so no ink leaves the block.

    size: px per em. leading: distance of baselines over size. width: advance of the widest line.
    cut: whether the text was shortened to end in an ellipsis. text: what is set, its case changed,
    "\\n" where the author broke the line. ascent: the first baseline. cap_top: the top of flat
    capitals on the first line. ink_top, ink_bottom: the highest ink of the first line, the lowest
    of the last.
    """

    lines: tuple[Line, ...]
    size: float
    leading: float
    width: float
    height: float
    cut: bool
    text: str
    ascent: float
    descent: float
    cap_top: float
    ink_top: float
    ink_bottom: float


@dataclass(frozen=True, slots=True)
class TooLong:
    """A text that does not fit: `fits` is how many of its characters, as a reader counts them,
    would at the least size."""

    fits: int


def fit(
    text: str,
    setting: Setting,
    width: float,
    height: float,
    sizes: tuple[float, float],
    *,
    most_lines: int | None = None,
    balance: bool = True,
    ellipsis: bool = False,
) -> Fitted | TooLong:
    """The text in a box of `width` × `height` px, as large as is good from sizes[0] to sizes[1].

    The author's line ends are kept. balance: even lines, for display; otherwise full ones.
    ellipsis: what does not fit at the least size is shortened after a whole word instead of being
    TooLong. An empty text has no lines and no height.

    Raises InputError naming all characters that no face of the setting has; ValueError when the
    sizes are not 0 < least ≤ most.
    """
    least, most = sizes
    if not 0 < least <= most:
        raise ValueError("sizes are (least, most), above 0")
    return _fit(
        text,
        setting,
        float(width),
        float(height),
        float(least),
        float(most),
        most_lines,
        balance,
        ellipsis,
    )


def wrapped(
    text: str,
    setting: Setting,
    size: float,
    width: float,
    *,
    most_lines: int | None = None,
    balance: bool = False,
    ellipsis: bool = False,
) -> Fitted | TooLong:
    """The text at `size` px in lines no wider than `width` px, as few as can be.

    balance: even lines; otherwise those of running text, whose last one may be short, but not one
    short word where that can be helped. Raises like `fit`.
    """
    if not size > 0:
        raise ValueError("a size is above 0")
    return _wrapped(text, setting, float(size), float(width), most_lines, balance, ellipsis)


@lru_cache(maxsize=1024)
def _fit(
    text: str,
    setting: Setting,
    width: float,
    height: float,
    least: float,
    most: float,
    most_lines: int | None,
    balance: bool,
    ellipsis: bool,
) -> Fitted | TooLong:
    measured = flow(text, setting)
    if not measured.tape.atoms:
        return _fitted(measured, setting, (), most)
    capacity = _capacity(width, least)
    count = _count(measured, setting.leading, height / least)
    if most_lines is not None:
        count = min(count, most_lines)
    if measured.widest_unit <= capacity:
        box = _Box(width, height, least, most, count, setting.leading)
        found = box.best(measured) if balance else box.fullest(measured)
        if found is not None:
            choice, size = found
            return _fitted(measured, setting, choice.lines, size)
    return _at(text, setting, least, capacity, count, balance, ellipsis)


@lru_cache(maxsize=1024)
def _wrapped(
    text: str,
    setting: Setting,
    size: float,
    width: float,
    most_lines: int | None,
    balance: bool,
    ellipsis: bool,
) -> Fitted | TooLong:
    if not flow(text, setting).tape.atoms:
        return _fitted(flow(text, setting), setting, (), size)
    return _at(text, setting, size, _capacity(width, size), most_lines, balance, ellipsis)


@dataclass(frozen=True, slots=True)
class _Box:
    """The room of a text: px, and at most `count` lines."""

    width: float
    height: float
    least: float
    most: float
    count: int
    leading: float

    def best(self, measured: Flow) -> tuple[Choice, float] | None:
        """The set with the largest size, worth counted in; shaped, and proven to fit."""
        while True:
            found: tuple[float, float, int, int] | None = None
            best: Choice | None = None
            for bound, high, lines in self._bounds(measured):
                if found is not None and bound < found[0]:
                    break
                for choice in measured.choices(lines):
                    size = self._size(choice, high)
                    key = (size, choice.worth, -lines, -choice.width)
                    if size and (found is None or key > found):
                        found, best = key, choice
            if found is None or best is None:
                return None
            if not best.settle():
                return best, found[0]

    def _bounds(self, measured: Flow) -> list[tuple[float, float, int]]:
        """For each number of lines that may be the best: the largest size it could have, that
        which its height allows, and the number; best first."""
        found: list[tuple[float, float, int]] = []
        highest = 0.0
        for lines in range(1, min(self.count, measured.most_lines) + 1):
            high = self._high(measured, lines)
            if min(high, self.most) < highest * LEAST_WORTH:
                break
            width = measured.narrowest(lines)
            if width is not None:
                bound = min(high, self._wide(width), self.most)
                highest = max(highest, bound)
                found.append((bound, high, lines))
        return sorted(found, key=lambda item: (-item[0], item[2]))

    def fullest(self, measured: Flow) -> tuple[Choice, float] | None:
        """The largest size at which lines, each as full as it can be, fit."""
        size = 0.0
        for lines in range(1, min(self.count, measured.most_lines) + 1):
            width = measured.narrowest(lines)
            if width is not None:
                size = max(size, min(self._high(measured, lines), self._wide(width), self.most))
        if size < self.least * (1.0 - _NEARLY):
            return None
        while True:
            size = max(self.least, min(self.most, floor(size * _STEP) / _STEP))
            count = min(self.count, _count(measured, self.leading, self.height / size))
            choice = _lines_at(measured, _capacity(self.width, size), count, False)
            if choice is not None:
                return choice, size
            if size <= self.least:
                return None
            size *= _A_LITTLE_LESS

    def _size(self, choice: Choice, high: float) -> float:
        """The size of a set, or 0 when it does not fit."""
        size = min(self._wide(choice.width), high)
        if size < self.least * (1.0 - _NEARLY):
            return 0.0
        size *= choice.worth
        return self.most if size >= self.most else max(self.least, floor(size * _STEP) / _STEP)

    def _wide(self, width: int) -> float:
        return self.width * UNIT / width if width else inf

    def _high(self, measured: Flow, lines: int) -> float:
        return self.height / (measured.above + measured.below + (lines - 1) * self.leading)


def _at(
    text: str,
    setting: Setting,
    size: float,
    capacity: int,
    count: int | None,
    balance: bool,
    ellipsis: bool,
) -> Fitted | TooLong:
    """The text at one size, broken by force where there is no other way."""
    measured = flow(text, setting)
    choice = _lines_at(measured, capacity, count, balance)
    if choice is not None:
        return _fitted(measured, setting, choice.lines, size)
    if ellipsis:
        shortened = _shortened(text, setting, capacity, count, balance)
        if shortened is not None:
            measured, choice = shortened
            return _fitted(measured, setting, choice.lines, size, cut=True)
    return TooLong(_fits(measured, capacity, count))


def _lines_at(measured: Flow, capacity: int, count: int | None, balance: bool) -> Choice | None:
    """At most `count` lines no wider than `capacity` UNITs, shaped; None when there are none."""
    cap = capacity
    for _ in range(_ATTEMPTS):
        cut = measured.forced(cap)
        ends = cheapest(cut.strip, cap, loose_end=not balance)
        if ends is not None and count is not None and len(ends) > count:
            sets = (evenest(cut.strip, lines, cap) for lines in range(count, 0, -1))
            ends = next((each for each in sets if each is not None), None)
        if ends is None:
            return None
        choice = Choice(cut, ends)
        if balance:
            choice = _evened(choice, cap)
        choice.settle()
        if choice.width <= capacity:
            return choice
        cap -= choice.width - capacity
    return None


def _evened(choice: Choice, cap: int) -> Choice:
    """The evenest of the sets of as many lines that break no more than `choice` does."""
    strip = choice.cut.strip
    width = next(found for lines, found in enumerate(narrowest(strip), 1) if lines == choice.count)
    best, best_key = choice, (-_broken(choice), choice.worth)
    for room in (min(cap, width or cap), min(cap, int((width or cap) * WIDER)), cap):
        ends = evenest(strip, choice.count, room)
        if ends is not None:
            other = Choice(choice.cut, ends)
            key = (-_broken(other), other.worth)
            if key > best_key:
                best, best_key = other, key
    return best


def _broken(choice: Choice) -> int:
    return sum(choice.cut.strip.prices[end - 1] for end in choice.ends)


def _shortened(
    text: str, setting: Setting, capacity: int, count: int | None, balance: bool
) -> tuple[Flow, Choice] | None:
    """The longest beginning of the text that fits with an ellipsis after its last whole word."""
    ellipsis = _ELLIPSIS if not unwritable(_ELLIPSIS, setting) else "..."
    for strongest in (Bond.SOFT, Bond.TIGHT):
        beginnings = _beginnings(text, setting.language, strongest)
        low, high = 0, len(beginnings)
        found: tuple[Flow, Choice] | None = None
        while low < high:
            middle = (low + high) // 2
            measured = flow(beginnings[middle] + ellipsis, setting)
            choice = None
            if measured.widest_unit <= capacity or strongest > Bond.SOFT:
                choice = _lines_at(measured, capacity, count, balance)
            if choice is None:
                high = middle
            else:
                found = measured, choice
                low = middle + 1
        if found is not None:
            return found
    return None


def _beginnings(text: str, language: str, strongest: Bond) -> tuple[str, ...]:
    """What the text may be shortened to: its words up to each bond no stronger than this."""
    found: dict[str, None] = {}
    written = ""
    for paragraph in paragraphs(text):
        pieces = atoms(paragraph, language)
        for index, atom in enumerate(pieces):
            written += atom.text
            ends_word = bool(atom.glue) or index + 1 == len(pieces)
            if ends_word and atom.bond <= strongest and (beginning := _bare(written)):
                found[beginning] = None
            written += atom.glue
        written += "\n"
    return tuple(found)


def _bare(written: str) -> str:
    return written.rstrip(_BEFORE_ELLIPSIS + "\n")


def _fits(measured: Flow, capacity: int, count: int | None) -> int:
    """How many characters stand on the lines there are, when each takes all it can."""
    cut = measured.forced(capacity)
    units = fullest(cut.strip, capacity, len(cut.strip) if count is None else count)
    if not units:
        return 0
    written = ""
    tape = cut.tape
    stop = cut.stops[units - 1]
    for index in range(stop):
        if index and tape.first[index] == index:
            written += "\n"
        written += tape.atoms[index].text
        if index + 1 < stop:
            written += tape.atoms[index].glue
    return len(graphemes(written))


def _capacity(width: float, size: float) -> int:
    return floor(width / size * UNIT + 1e-3)


def _count(measured: Flow, leading: float, height: float) -> int:
    """How many lines a height of so many em takes."""
    over = height - measured.above - measured.below
    return floor(over / leading + _NEARLY) + 1 if over >= -_NEARLY else 0


def _fitted(
    measured: Flow, setting: Setting, lines: tuple[Line, ...], size: float, cut: bool = False
) -> Fitted:
    leading = setting.leading
    above, below = (measured.above, measured.below) if lines else (0.0, 0.0)
    depth = above + max(len(lines) - 1, 0) * leading
    return Fitted(
        lines=lines,
        size=size,
        leading=leading,
        width=max((line.width_em for line in lines), default=0.0) * size,
        height=(depth + below) * size,
        cut=cut,
        text=measured.text,
        ascent=above * size,
        descent=below * size,
        cap_top=(above - metrics(setting.faces[0]).cap_height) * size if lines else 0.0,
        ink_top=(above + lines[0].ink_top_em) * size if lines else 0.0,
        ink_bottom=(depth + lines[-1].ink_bottom_em) * size if lines else 0.0,
    )
