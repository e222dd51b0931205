"""Scene: the one result of laying a drawing out, which every backend reads and none changes.

Positions are px of one placement, y down, origin top left. Items are painted in order. Text is
already shaped: a backend that wants outlines asks the face for them, one that wants live text has
the string; both have the same glyph positions, so PNG, SVG and PDF cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from creativekit.canvas.path import IDENTITY, Affine, Path

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
class Picture:
    """Encoded PNG or JPEG bytes stretched onto a box (cropping happens before the Scene)."""

    data: bytes
    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Items moved by `transform`, cut to `clip` (in the group's own space), faded together."""

    items: tuple[Item, ...]
    transform: Affine = IDENTITY
    clip: Path | None = None
    opacity: float = 1.0


Item = Rect | Shape | Line | Text | Picture | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing of `width` × `height` px; transparent where nothing is painted.

    `title` becomes the accessible name in SVG (and alt text where a format has one).
    """

    width: float
    height: float
    items: tuple[Item, ...] = ()
    title: str = ""
