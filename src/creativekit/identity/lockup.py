"""Lockups: the fixed arrangements of symbol and name. Symbol 1000 units high, y down.

The rules, in terms of what can be seen:

- The *size* of a symbol is its height if it is about square; a wide ram's horn looks larger than
  its height and a narrow dombra smaller, so size is √(width · height), at most a fifth off height.
- Horizontal, a name of one line: a capital is 0.46 of the symbol's size. The middle of the letters
  (half-way between the middle of the small letters and that of the capitals; of capitals alone,
  their own) lies level with the middle of the symbol, half-way between its box and its mass.
- Horizontal, several lines: from the top of the first line's capitals to the last baseline the
  name is as tall as the symbol's size, less an overshoot of 3 % at each end, so that both lines
  align to a square symbol.
- The gap between them is half of the clear space.
- Stacked: a capital is a quarter of the symbol's size, the lines are centred under the symbol's
  mass, at most 2.6 symbols wide: a longer name is broken further, if its lines come out even, or
  else made smaller.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from creativekit.canvas.outline_ops import stroke, union
from creativekit.canvas.path import Affine, Box, Path
from creativekit.fonts.faces import Face
from creativekit.fonts.metrics import metrics
from creativekit.identity import clearance
from creativekit.identity.enclosure import HEIGHT
from creativekit.identity.mark import Artwork, Layer, Mark
from creativekit.identity.model import Lockup
from creativekit.identity.wordmark import MOST_LINES, Wordmark

NameOn = Callable[[int], Wordmark]
"""Sets a name, broken into at least so many lines."""

_MOST_OFF_HEIGHT = 1.2
_CAPITAL = 0.46
_OVERSHOOT = 0.03
_GAP = clearance.OF_SYMBOL * HEIGHT / 2

_TRAP = 6.0

_STACKED_CAPITAL = 0.25
_STACKED_GAP = 0.28 * HEIGHT
_STACKED_WIDTH = 2.6
# A last line of one short word is worth avoiding at the cost of a quarter of the size.
_EVEN = 0.4
_UNEVEN_WORTH = 0.75
_LINE_WORTH = 0.85


def letter_stem(face: Face) -> float:
    """Stem of the letters beside a square symbol, units: what a symbol's stroke is matched to."""
    about = metrics(face)
    return about.stem / about.cap_height * _CAPITAL * HEIGHT


def symbol(mark: Mark, language: str) -> Lockup:
    """The symbol alone."""
    return _lockup("symbol", language, mark, None, Affine())


def word(name: Wordmark, language: str, role: str = "ink") -> Lockup:
    """The name alone, at the size it has in a horizontal lockup of one line; `role` paints it."""
    place = Affine.scaling(_CAPITAL * HEIGHT / name.cap_height)
    return _lockup("wordmark", language, None, name, place, role)


def whole(mark: Mark, language: str) -> Lockup:
    """A brought logo that has the name in it already: it stands where a horizontal lockup would."""
    return replace(symbol(mark, language), kind="horizontal")


def horizontal(mark: Mark, name: Wordmark, language: str) -> Lockup:
    """The symbol, and the name on its right."""
    size = _size(mark)
    middle = mark.box.center[1]
    if len(name.lines) == 1:
        scale = size * _CAPITAL / name.cap_height
        middle = (middle + mark.center[1]) / 2
        height = name.cap_height if name.caps else (name.cap_height + name.x_height) / 2
        baseline = middle + height / 2 * scale
    else:
        block = name.last_baseline + name.cap_height
        scale = size * (1 - 2 * _OVERSHOOT) / block
        baseline = middle - block * scale / 2 + name.cap_height * scale
    left = mark.box.right + _GAP - name.box.left * scale
    return _lockup("horizontal", language, mark, name, Affine(scale, 0, 0, scale, left, baseline))


def stacked(mark: Mark, name_on: NameOn, language: str) -> Lockup:
    """The symbol, and the name under it; `name_on` sets it centred on at least so many lines."""
    names = [name_on(least) for least in range(1, MOST_LINES + 1)]
    name = max(names, key=_stacked_worth)
    scale = _size(mark) * _stacked_scale(name)
    middle = name.path.bounds.center[0] * scale
    baseline = mark.box.bottom + _STACKED_GAP + name.cap_height * scale
    place = Affine(scale, 0, 0, scale, mark.center[0] - middle, baseline)
    return _lockup("stacked", language, mark, name, place)


def _size(mark: Mark) -> float:
    """How large a symbol looks, units."""
    size = math.sqrt(mark.box.width * mark.box.height)
    height = mark.box.height
    return min(max(size, height / _MOST_OFF_HEIGHT), height * _MOST_OFF_HEIGHT)


def _stacked_scale(name: Wordmark) -> float:
    """Size of the name's em unit under a symbol of size 1."""
    return min(_STACKED_CAPITAL / name.cap_height, _STACKED_WIDTH / name.box.width)


def _stacked_worth(name: Wordmark) -> float:
    """How well a name broken so would stand under a symbol: large letters, few and even lines."""
    worth = _stacked_scale(name) * name.cap_height / _STACKED_CAPITAL
    shortest, longest = min(map(len, name.lines)), max(map(len, name.lines))
    if shortest < _EVEN * longest:
        worth *= _UNEVEN_WORTH
    return worth * _LINE_WORTH ** len(name.lines)


def _trapped(letters: Path) -> Path:
    """Letters that lie under the badge they are cut out of, grown so that no seam shows.

    Printers call it a trap. No letter comes nearer to its badge's edge than four times this.
    """
    return union(letters, stroke(letters, 2 * _TRAP, "round", "round"))


def _lockup(
    kind: str,
    language: str,
    mark: Mark | None,
    name: Wordmark | None,
    place: Affine,
    role: str = "ink",
) -> Lockup:
    """Put the parts together, the name moved by `place`, and measure the whole."""
    layers: list[Layer] = []
    pictures: tuple[tuple[Artwork, Box], ...] = ()
    stems: list[float] = []
    boxes: list[Box] = []
    symbol_box = word_box = None
    if mark is not None:
        if mark.letters is not None and mark.layers[0].role == "badge":
            layers.append(Layer(_trapped(mark.letters), "letters"))
        layers.extend(mark.layers)
        if mark.artwork is not None:
            pictures = ((mark.artwork, mark.box),)
        symbol_box = mark.box
        stems.append(mark.stem)
        boxes.append(mark.box)
    if name is not None:
        letters = name.path.transform(place)
        layers.append(Layer(letters, role))
        word_box = letters.bounds
        if name.bar:
            bar = name.bar.transform(place)
            layers.append(Layer(bar, "accent"))
            word_box = word_box.union(bar.bounds)
        stems.append(name.stem * place.a)
        boxes.append(word_box)
    box = boxes[0] if len(boxes) == 1 else boxes[0].union(boxes[1])
    capital = 0.0 if name is None else name.cap_height * place.a
    space, of, fraction = clearance.clear_space(None if mark is None else mark.box.height, capital)
    return Lockup(
        kind=kind,
        language=language,
        layers=tuple(layers),
        box=box,
        symbol_box=symbol_box,
        word_box=word_box,
        clear_space=space,
        clear_space_of=of,
        clear_fraction=fraction,
        min_width_px=clearance.least_width_px(box.width, min(stems)),
        min_width_mm=clearance.least_width_mm(box.width, min(stems)),
        pictures=pictures,
        capital=capital,
    )
