"""Scene: the one result of laying a drawing out, which every backend reads and none changes.

Positions are px of one placement, y down, origin top left. Items are painted in order. Text is
already shaped: a backend that wants outlines asks the face for them, one that wants live text has
the string; both have the same glyph positions, so PNG, SVG and PDF cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from creativekit.canvas.path import IDENTITY, Affine, Box, Path

if TYPE_CHECKING:  # a drawing without words need not load HarfBuzz
    from creativekit.fonts.shaping import ShapedLine


@dataclass(frozen=True, slots=True)
class Solid:
    """One colour: `#rrggbb`, and an opacity 0–1."""

    color: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A gradient stop: offset 0–1 and its colour."""

    offset: float
    color: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class LinearGradient:
    """From (x0, y0) to (x1, y1), px of the Scene; clamped outside. At least two stops, in order."""

    x0: float
    y0: float
    x1: float
    y1: float
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class RadialGradient:
    """Circles about (cx, cy) from radius 0 (offset 0) to `radius` px (offset 1)."""

    cx: float
    cy: float
    radius: float
    stops: tuple[Stop, ...]


Paint = Solid | LinearGradient | RadialGradient


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle, corners rounded by `radius` px."""

    x: float
    y: float
    width: float
    height: float
    fill: Paint
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled outline."""

    path: Path
    fill: Paint
    rule: Literal["nonzero", "evenodd"] = "nonzero"


@dataclass(frozen=True, slots=True)
class Line:
    """A stroked outline; `dash` is on, off, … in px."""

    path: Path
    stroke: Paint
    width: float
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """One shaped line: its origin (x) and baseline (y) in px, `size` px per em."""

    line: ShapedLine
    x: float
    y: float
    size: float
    fill: Paint


@dataclass(frozen=True, slots=True)
class Words:
    """A text that a person reads as one thing: a headline, a paragraph, a label.

    lines: what is painted, top to bottom; each line is its runs from left to right (more than one
    where a second face writes some of its characters). text: the words as they were written, for
    backends that keep text as text, with "\n" only where the author broke the line. box: the room
    the lines were set in. leading: line height over size. role: "display", "lead", "label", …
    """

    lines: tuple[tuple[Text, ...], ...]
    text: str
    box: Box
    align: Literal["start", "middle", "end"] = "start"
    leading: float = 1.2
    role: str = ""

    @property
    def runs(self) -> tuple[Text, ...]:
        """Everything that is painted, in order."""
        return tuple(run for line in self.lines for run in line)


@dataclass(frozen=True, slots=True)
class Duotone:
    """A picture's tones laid between two colours, `#rrggbb`: its blacks and its whites."""

    dark: str
    light: str


@dataclass(frozen=True, slots=True)
class Grain:
    """A film's grain over a picture, `amount` 0–1 (0.12 is seen, 0.3 is rough); always the same."""

    amount: float


Treatment = Duotone | Grain


@dataclass(frozen=True, slots=True)
class Picture:
    """Encoded picture bytes (PNG, JPEG, WebP) stretched onto a box of px.

    crop: the part that is shown, in fractions 0–1 of the upright picture; None is all of it. Part
    and box have the same proportions, so nothing is distorted. treatment: what is done to its
    pixels, alike in every backend.
    """

    data: bytes
    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    alt: str = ""
    crop: Box | None = None
    treatment: Treatment | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Items moved by `transform`, cut to `clip` (in the group's own space), faded together."""

    items: tuple[Item, ...]
    transform: Affine = IDENTITY
    clip: Path | None = None
    opacity: float = 1.0


Item = Rect | Shape | Line | Text | Words | Picture | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing of `width` × `height` px; transparent where nothing is painted.

    `title` becomes the accessible name in SVG (and alt text where a format has one).
    """

    width: float
    height: float
    items: tuple[Item, ...] = ()
    title: str = ""
