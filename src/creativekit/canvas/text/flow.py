"""Flow: a text measured in a setting, whatever its room: what every fit of it starts from.

Its Strips are the text on one endless line, with ends of lines where the bonds allow: `strict`
where nothing speaks against it, `relaxed` also where a soft bond is broken, `forced` also inside
what is wider than a given line. Sets of lines that were looked at are kept, since a text is often
fitted into several boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from creativekit.canvas.text.balance import UNIT, Strip, evenest, narrowest, worth
from creativekit.canvas.text.bonds import Bond
from creativekit.canvas.text.breaking import Atom, atoms, paragraphs
from creativekit.canvas.text.hyphenation import hyphenated, scattered
from creativekit.canvas.text.line import Line, runs_right_to_left, set_line
from creativekit.canvas.text.measure import Gauge, gauge, joint, word
from creativekit.canvas.text.setting import Setting, cased, unwritable
from creativekit.errors import InputError
from creativekit.fonts import fallback
from creativekit.fonts.metrics import metrics

WIDER = 1.06
"""How much wider than need be the lines of a set may be for its evenness."""

# In whole empty lines: a soft bond gives way before there is a line more, a fixed one does not.
_PRICES = {
    Bond.FREE: 0,
    Bond.SOFT: 2,
    Bond.BOUND: 10**4,
    Bond.TIGHT: 10**6,
    Bond.HYPHEN: 10**8,
    Bond.SPLIT: 10**10,
}


@dataclass(frozen=True, slots=True, eq=False)
class Tape:
    """All atoms of a text, measured. first: per atom, the first of its paragraph. starts, ends:
    where it stands on its paragraph's one line and where it ends as a line's last, in UNITs.
    words: n + 1 counts of the words before each atom. leftward: per atom, see set_line."""

    gauge: Gauge
    atoms: tuple[Atom, ...]
    first: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[int, ...]
    leftward: tuple[bool | None, ...]

    def text(self, start: int, end: int) -> str:
        """The line of atoms `start` to `end` (exclusive) as it is read."""
        parts = [item for atom in self.atoms[start : end - 1] for item in (atom.text, atom.glue)]
        last = self.atoms[end - 1]
        return "".join((*parts, last.text, last.tail))


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A tape with the places where its lines may end: per unit of `strip`, the atom after it."""

    tape: Tape
    strip: Strip
    stops: tuple[int, ...]

    def lines(self, ends: tuple[int, ...]) -> tuple[Line, ...]:
        """The lines of a set, shaped whole."""
        stops = (0, *(self.stops[end - 1] for end in ends))
        tape = self.tape
        return tuple(
            set_line(tape.text(start, end), tape.gauge.setting, tape.leftward[start])
            for start, end in pairwise(stops)
        )


class Choice:
    """A set of lines that may be taken, with its widest line in UNITs and its worth.

    `settle` shapes the lines and learns how wide they really are: never less than was thought.
    """

    __slots__ = ("count", "cut", "ends", "lines", "width", "worth")

    def __init__(self, cut: Cut, ends: tuple[int, ...]) -> None:
        self.cut = cut
        self.ends = ends
        self.count = len(ends)
        self.width = max(width for _, _, width in cut.strip.lines(ends))
        self.worth = worth(cut.strip, ends)
        self.lines: tuple[Line, ...] = ()

    def settle(self) -> bool:
        """Shape the lines; whether that made a line wider than what was known."""
        if self.lines:
            return False
        self.lines = self.cut.lines(self.ends)
        known = self.width
        self.width = max(known, *(extent(line) for line in self.lines))
        return self.width > known


class Flow:
    """A text in a setting. Raises InputError with all characters that no face has.

    text: as it is set, case changed. above, below: the room over the first baseline and under the
    last one, in em: the first face's ascender and descender, or the ink if it goes farther.
    """

    def __init__(self, text: str, setting: Setting) -> None:
        lines = paragraphs(text)
        self.gauge = gauge(setting)
        self.text = cased("\n".join(lines), setting.case)
        self._paragraphs = tuple(
            tuple(_cased(atom, setting) for atom in atoms(line, setting.language)) for line in lines
        )
        self._leftward = tuple(runs_right_to_left(line) for line in lines)
        try:
            self.tape = self._measure(self._paragraphs)
        except InputError:
            absent = unwritable(self.text, setting)
            problems = [fallback.unwritable(char, setting.faces) for char in absent]
            raise InputError(problems) from None
        extents = [word(self.gauge, atom.text) for atom in self.tape.atoms]
        heights = metrics(setting.faces[0])
        self.above = max(heights.ascender, *(item.above for item in extents), 0.0)
        self.below = max(-heights.descender, *(item.below for item in extents), 0.0)
        bonds = [atom.bond for atom in self.tape.atoms]
        self.relaxed = _cut(self.tape, [bond <= Bond.SOFT for bond in bonds])
        self.strict = self.relaxed
        if Bond.SOFT in bonds:
            self.strict = _cut(self.tape, [bond == Bond.FREE for bond in bonds])
        self._widths: dict[Cut, tuple[Iterator[int | None], list[int | None]]] = {
            cut: (narrowest(cut.strip), []) for cut in (self.strict, self.relaxed)
        }
        self._choices: dict[int, tuple[Choice, ...]] = {}

    @property
    def most_lines(self) -> int:
        """How many lines there can be, with every bond kept that can be kept."""
        return len(self.relaxed.strip)

    @property
    def widest_unit(self) -> int:
        """The widest thing that no line may end in, in UNITs."""
        strip = self.relaxed.strip
        return max(end - start for start, end in zip(strip.starts, strip.ends, strict=True))

    def narrowest(self, lines: int) -> int | None:
        """The least width of `lines` lines, soft bonds broken where that helps."""
        return self._narrowest(self.relaxed, lines)

    def choices(self, lines: int) -> tuple[Choice, ...]:
        """The sets of `lines` lines worth looking at: the narrowest, and evener ones a little
        wider; with soft bonds kept, and broken. They do not depend on any box."""
        if lines not in self._choices:
            found: dict[tuple[int, ...], Choice] = {}
            for cut in dict.fromkeys((self.strict, self.relaxed)):
                width = self._narrowest(cut, lines)
                for cap in () if width is None else (width, int(width * WIDER)):
                    if any(each.worth == 1.0 and each.width <= cap for each in found.values()):
                        continue  # nothing here can be better
                    ends = evenest(cut.strip, lines, cap)
                    if ends is not None:
                        stops = tuple(cut.stops[end - 1] for end in ends)
                        found.setdefault(stops, Choice(cut, ends))
            self._choices[lines] = tuple(found.values())
        return self._choices[lines]

    def forced(self, width: int) -> Cut:
        """Ends of lines also inside what is wider than `width`: in a group of bound words between
        them, in a word by hyphens, and where there is no other place between any characters."""
        strip = self.relaxed.strip
        wide = [False] * len(self.tape.atoms)
        start = 0
        for unit, stop in enumerate(self.relaxed.stops):
            if strip.ends[unit] - strip.starts[unit] > width:
                wide[start:stop] = [True] * (stop - start)
            start = stop
        if not any(wide):
            return self.relaxed
        again: list[tuple[Atom, ...]] = []
        may_end: list[bool] = []
        index = 0
        for paragraph in self._paragraphs:
            pieces: list[Atom] = []
            for atom in paragraph:
                parts = self._parted(atom, width) if wide[index] else (atom,)
                may_end.extend(wide[index] or part.bond <= Bond.SOFT for part in parts)
                pieces.extend(parts)
                index += 1
            again.append(tuple(pieces))
        return _cut(self._measure(tuple(again)), may_end)

    def _narrowest(self, cut: Cut, lines: int) -> int | None:
        layers, known = self._widths[cut]
        while len(known) < lines:
            if len(known) == len(cut.strip):
                return None
            known.append(next(layers))
        return known[lines - 1]

    def _parted(self, atom: Atom, width: int) -> tuple[Atom, ...]:
        if self._length(atom) <= width:
            return (atom,)
        found: list[Atom] = []
        for piece in hyphenated(atom, self.gauge.setting.language):
            if self._length(piece) <= width:
                found.append(piece)
                continue
            parts = scattered(piece)
            if any(self._length(part) > width for part in parts):
                parts = scattered(piece, everywhere=True)
            found.extend(parts)
        return tuple(found)

    def _length(self, atom: Atom) -> int:
        extent = word(self.gauge, atom.text)
        return extent.width + self._tail(extent.last, atom)

    def _tail(self, last: str, atom: Atom) -> int:
        return joint(self.gauge, last, atom.tail, "") if atom.tail else 0

    def _measure(self, paragraphs: tuple[tuple[Atom, ...], ...]) -> Tape:
        first: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        leftward: list[bool | None] = []
        counts: list[int] = []
        for paragraph, way in zip(paragraphs, self._leftward, strict=True):
            beginning = len(first)
            pen = 0
            extents = [word(self.gauge, atom.text) for atom in paragraph]
            for index, (atom, extent) in enumerate(zip(paragraph, extents, strict=True)):
                first.append(beginning)
                leftward.append(way)
                starts.append(pen)
                pen += extent.width
                ends.append(pen + self._tail(extent.last, atom))
                is_last = index + 1 == len(paragraph)
                counts.append(int(bool(atom.glue) or is_last))
                if not is_last:
                    pen += joint(self.gauge, extent.last, atom.glue, extents[index + 1].first)
        return Tape(
            self.gauge,
            tuple(atom for paragraph in paragraphs for atom in paragraph),
            tuple(first),
            tuple(starts),
            tuple(ends),
            (0, *accumulate(counts)),
            tuple(leftward),
        )


def extent(line: Line) -> int:
    """The room a line takes, in UNITs."""
    return round(line.extent_em * UNIT)


@lru_cache(maxsize=512)
def flow(text: str, setting: Setting) -> Flow:
    """The Flow of a text, made once."""
    return Flow(text, setting)


def _cut(tape: Tape, may_end: list[bool]) -> Cut:
    """Units of the atoms between places where a line may end; paragraphs always end one."""
    count = len(tape.atoms)
    stops = [
        end
        for end in range(1, count + 1)
        if may_end[end - 1] or end == count or tape.first[end] == end
    ]
    begins = [0, *stops][: len(stops)]
    units = {begin: unit for unit, begin in enumerate(begins)}
    strip = Strip(
        starts=tuple(tape.starts[begin] for begin in begins),
        ends=tuple(tape.ends[stop - 1] for stop in stops),
        first=tuple(units[tape.first[begin]] for begin in begins),
        prices=tuple(_PRICES[tape.atoms[stop - 1].bond] for stop in stops),
        words=tuple(tape.words[stop] for stop in (0, *stops)),
    )
    return Cut(tape, strip, tuple(stops))


def _cased(atom: Atom, setting: Setting) -> Atom:
    if setting.case == "as-typed":
        return atom
    return Atom(cased(atom.text, setting.case), atom.bond, atom.glue, atom.tail)
