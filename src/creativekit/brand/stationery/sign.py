"""The sign at the head of a card: the logo, with the brand's name in each of the card's languages.

A lockup says the name in one language. Where a brand has a name in Kazakh and another in Russian, a
card says both at one size: beside the symbol, the first above the second; on a middle axis, on
either side of it. The names keep the rules of lockups (identity.lockup): two lines are as tall as
the symbol, less an overshoot; no stroke gets thinner than a press holds; and what stays empty round
a logo fits between the sign and the card's edge, whose margin grows for it if it must.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from creativekit.artwork.signature import logo
from creativekit.brand.stationery.card_sheet import MARGIN, MM
from creativekit.canvas.scene import Item
from creativekit.identity.colorway import Paints
from creativekit.identity.model import Identity, Lockup

# Px: how high a symbol is, a capital of a name that stands alone, and a symbol with the name below.
_SYMBOL = 9.6 * MM
_CAPITAL = 3.6 * MM
_STACKED = 14.0 * MM
_MOST = 16.0 * MM
# What margins grow to.
_MOST_CLEAR = 7.5 * MM
# Parts of the symbol: that names stay under its height at each end, and that they keep from it.
_OVERSHOOT = 0.03
_GAP = 0.25
_GAP_ON_AXIS = 0.4
# Parts of a capital: from a baseline to the next, what stays free between two lines' ink, and what
# the ink of a name on one line is not higher than.
_LEADING = 1.45
_FREE = 0.1
_ONE_LINE = 2.1


@dataclass(frozen=True, slots=True)
class Sign:
    """A drawing `width` × `height` px from the origin.

    clear: px that stay empty round it. axis: where its middle is seen, from its left. flanks: how
    far from there the names on both sides have their middles; 0 where there are none. says_names:
    whether the brand's name is in it in every language of the card.
    """

    items: tuple[Item, ...]
    width: float
    height: float
    clear: float
    axis: float
    flanks: float
    says_names: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A lockup with its units' origin at (x, y), a unit `scale` px."""

    lockup: Lockup
    x: float
    y: float
    scale: float

    @property
    def left(self) -> float:
        return self.x + self.lockup.box.left * self.scale

    @property
    def top(self) -> float:
        return self.y + self.lockup.box.top * self.scale

    @property
    def right(self) -> float:
        return self.x + self.lockup.box.right * self.scale

    @property
    def bottom(self) -> float:
        return self.y + self.lockup.box.bottom * self.scale

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def sign(
    identity: Identity, languages: Sequence[str], paints: Paints, width: float, *, centered: bool
) -> Sign:
    """The sign in at most `width` px between the card's usual margins: with every name, or, where
    they are too long for that, the symbol alone. A brought logo that has its name in it is shown as
    it is."""
    brand = identity.logo
    said = {identity.name.get(language): language for language in reversed(languages)}
    several = len(said) > 1
    if several:
        names = [brand.lockups.get(("wordmark", each)) for each in reversed(said.values())]
        made = _with_names(brand.primary, identity, names, width, centered)
        if made is not None:
            return _drawn(made, paints, says_names=True)
    for kind in _kinds(identity, several, centered):
        part = _alone(brand.lockup(kind, languages[0]), width)
        if part is not None:
            return _drawn((part,), paints, says_names=not several and kind != "symbol")
    # Strokes too fine for any card: as large as there is room for.
    kind = "symbol" if "symbol" in brand.kinds else brand.primary
    lockup = brand.lockup(kind, languages[0])
    scale = min(width / lockup.box.width, _MOST / lockup.box.height)
    part = _Part(lockup, 0, 0, scale)
    return _drawn((part,), paints, says_names=not several and kind != "symbol")


def _kinds(identity: Identity, several: bool, centered: bool) -> tuple[str, ...]:
    brand = identity.logo
    if several and brand.kind != "wordmark" and "symbol" in brand.kinds:
        return ("symbol",)
    first = ("stacked", brand.primary) if centered else (brand.primary, "stacked")
    return tuple(kind for kind in (*first, "symbol") if kind in brand.kinds)


def _with_names(
    primary: str,
    identity: Identity,
    names: Sequence[Lockup | None],
    width: float,
    centered: bool,
) -> tuple[_Part, ...] | None:
    """Parts of the sign with all names, or None where they do not fit."""
    words = [name for name in names if name is not None]
    if len(words) < len(names) or any(_height(word) > _ONE_LINE for word in words):
        return None
    if primary == "wordmark":
        lines = _in_lines(words, _CAPITAL / words[0].clear_space, 0.0, width, centered)
        return lines if lines is not None and _has_air(lines, width) else None
    symbol = identity.logo.lockup("symbol")
    if centered and len(words) == 2:
        found = _on_axis(symbol, words, identity, width)
        if found is not None:
            return found
    return _beside(symbol, words, width)


def _on_axis(
    symbol: Lockup, words: Sequence[Lockup], identity: Identity, width: float
) -> tuple[_Part, ...] | None:
    """The symbol in the middle, a name on its left and one on its right."""
    beside = identity.logo.lockup("horizontal", words[0].language)
    assert beside.word_box is not None
    shrunk = beside.word_box.height / words[0].box.height
    baseline = beside.word_box.bottom - words[0].box.bottom * shrunk
    scale = _SYMBOL / symbol.box.height
    gap = _GAP_ON_AXIS * _SYMBOL
    left, right = words
    half = symbol.box.width * scale / 2
    middle = half + gap + max(left.box.width, right.box.width) * shrunk * scale
    if 2 * middle > width or not _prints((symbol, scale), *((w, shrunk * scale) for w in words)):
        return None
    y = baseline * scale
    size = shrunk * scale
    return (
        _Part(left, middle - half - gap - left.box.right * size, y, size),
        _Part(symbol, middle - half - symbol.box.left * scale, 0.0, scale),
        _Part(right, middle + half + gap - right.box.left * size, y, size),
    )


def _beside(symbol: Lockup, words: Sequence[Lockup], width: float) -> tuple[_Part, ...] | None:
    """The names in lines on the right of the symbol, as tall as it."""
    pitches = _pitches(words)
    block = words[0].clear_space + sum(pitches)
    needed = max(_least(word) for word in words) * block / (1 - 2 * _OVERSHOOT)
    tall = max(_SYMBOL, needed)
    scale = tall / symbol.box.height
    size = tall * (1 - 2 * _OVERSHOOT) / block
    left = symbol.box.width * scale + _GAP * tall
    if scale * symbol.clear_space > MARGIN + 0.5 or not _prints((symbol, scale)):
        return None
    lines = _in_lines(words, size, left, width, centered=False)
    if lines is None:
        return None
    drop = tall * _OVERSHOOT + words[0].clear_space * size
    moved = tuple(_Part(p.lockup, p.x, p.y + drop, p.scale) for p in lines)
    return _Part(symbol, -symbol.box.left * scale, -symbol.box.top * scale, scale), *moved


def _in_lines(
    words: Sequence[Lockup], size: float, left: float, width: float, centered: bool
) -> tuple[_Part, ...] | None:
    """Names one above the other, the first baseline at 0."""
    size = max(size, *(_least(word) for word in words))
    widest = max(word.box.width for word in words) * size
    if left + widest > width:
        return None
    parts: list[_Part] = []
    y = 0.0
    for word, pitch in zip(words, (*_pitches(words), 0.0), strict=True):
        aside = (widest - word.box.width * size) / 2 if centered else 0.0
        parts.append(_Part(word, left + aside - word.box.left * size, y, size))
        y += pitch * size
    return tuple(parts)


def _pitches(words: Sequence[Lockup]) -> list[float]:
    """Distances of baselines, units: no hook touches what is above a capital below."""
    return [
        max(
            _LEADING * upper.clear_space,
            upper.box.bottom - lower.box.top + _FREE * upper.clear_space,
        )
        for upper, lower in pairwise(words)
    ]


def _height(word: Lockup) -> float:
    return word.box.height / word.clear_space


def _alone(lockup: Lockup, width: float) -> _Part | None:
    box = lockup.box
    if lockup.kind == "wordmark":
        wanted = _CAPITAL / lockup.clear_space
    else:
        wanted = (_STACKED if lockup.kind == "stacked" else _SYMBOL) / box.height
    scale = min(wanted, MARGIN / lockup.clear_space, width / box.width)
    scale = max(scale, _least(lockup))
    part = _Part(lockup, 0, 0, scale)
    return part if scale * box.height <= _MOST and _has_air((part,), width) else None


def _has_air(parts: Sequence[_Part], width: float) -> bool:
    """Whether what stays empty round the parts can be a margin, and leaves them their width."""
    clear = max(part.lockup.clear_space * part.scale for part in parts)
    wide = max(part.right for part in parts) - min(part.left for part in parts)
    return clear <= _MOST_CLEAR and wide <= width - 2 * max(0.0, clear - MARGIN)


def _least(lockup: Lockup) -> float:
    """Px to the unit under which its thinnest stroke does not print."""
    return lockup.min_width_mm * MM / lockup.box.width


def _prints(*sized: tuple[Lockup, float]) -> bool:
    return all(scale >= _least(lockup) for lockup, scale in sized)


def _drawn(parts: Sequence[_Part], paints: Paints, *, says_names: bool) -> Sign:
    left, top = min(part.left for part in parts), min(part.top for part in parts)
    right, bottom = max(part.right for part in parts), max(part.bottom for part in parts)
    items = tuple(
        logo(part.lockup, part.left - left, part.top - top, part.right - part.left, paints)
        for part in parts
    )
    axis, flanks = (left + right) / 2, 0.0
    if len(parts) == 3 and parts[1].lockup.kind == "symbol":
        axis = parts[1].middle
        flanks = (parts[2].middle - parts[0].middle) / 2
    clear = max(part.lockup.clear_space * part.scale for part in parts)
    return Sign(items, right - left, bottom - top, clear, axis - left, flanks, says_names)
