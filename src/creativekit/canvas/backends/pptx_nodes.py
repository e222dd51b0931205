"""What lies on a slide: shapes that are laid out, in EMU, and still without their numbers.

Numbers come last, in z-order, because an editor wants each to stand once on a slide. What is only
drawn is marked as decorative, so that a screen reader goes from words to pictures that are told.
Source: ECMA-376 part 1, § 19.3.1 and 20.1.7; the mark is Office's of 2017.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from creativekit.canvas.backends import pptx_paints
from creativekit.canvas.backends.custom_geometry import custom_geometry, extent, preset_geometry
from creativekit.canvas.backends.pptx_theme import Theme
from creativekit.canvas.backends.svg import escape
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Paint, Solid

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)


class Node(Protocol):
    """A shape that is laid out and still without its number."""

    @property
    def bounds(self) -> Box: ...

    @property
    def is_decorative(self) -> bool:
        """Whether a screen reader misses nothing by passing it over."""

    def xml(self, numbers: Iterator[int]) -> str: ...


@dataclass(frozen=True)
class Placed:
    """Where a box of an item's own space comes to lie: DrawingML turns and flips about its middle.

    scale: (across, down) EMU to a px.
    """

    by: Affine
    scale: tuple[float, float]
    rotation: int
    flipped: bool

    def frame(self, box: Box) -> tuple[str, Box]:
        """`a:xfrm` of a box, and where it lies before it is turned (EMU)."""
        x, y = self.by.apply(*box.center)
        width, height = box.width * self.scale[0], box.height * self.scale[1]
        placed = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        turn = f' rot="{self.rotation}"' if self.rotation else ""
        turn += ' flipV="1"' if self.flipped else ""
        return xfrm(placed, turn), placed

    @property
    def is_upright(self) -> bool:
        return not self.rotation and not self.flipped

    @property
    def even(self) -> float | None:
        """EMU to a px when they are the same across and down."""
        across, down = self.scale
        return across if abs(across - down) <= 1e-6 * across else None


def placed(by: Affine) -> Placed | None:
    """`by` as scale, flip and turn; None where it shears or flattens."""
    across, down = math.hypot(by.a, by.b), math.hypot(by.c, by.d)
    if across == 0 or down == 0 or abs(by.a * by.c + by.b * by.d) > 1e-6 * across * down:
        return None
    degrees = math.degrees(math.atan2(by.b, by.a))
    turn = round(degrees * 60000) % 21600000
    return Placed(by, (across, down), turn, by.a * by.d - by.b * by.c < 0)


@dataclass(frozen=True)
class Filled:
    """Outlines in EMU under one paint, each without overlaps, or a preset on the same box."""

    paths: tuple[Path, ...]
    paint: Paint
    by: Affine
    opacity: float
    theme: Theme
    name: str
    preset: str = ""

    @property
    def bounds(self) -> Box:
        box = self.paths[0].bounds
        for path in self.paths[1:]:
            box = box.union(path.bounds)
        return box

    @property
    def is_decorative(self) -> bool:
        return True

    @property
    def is_flat(self) -> bool:
        """Whether painting any of it twice changes nothing."""
        return (
            isinstance(self.paint, Solid)
            and self.opacity >= 1
            and pptx_paints.is_opaque(self.paint)
        )

    def xml(self, numbers: Iterator[int]) -> str:
        box = self.bounds
        geometry = self.preset or custom_geometry(self.paths, box)
        fill = pptx_paints.fill(self.paint, self.theme, self.by, box, self.opacity)
        return _shape(numbers, self.name, f"{xfrm(box)}{geometry}{fill}<a:ln><a:noFill/></a:ln>")


@dataclass(frozen=True)
class Native:
    """A shape whose properties are already written."""

    properties: str
    bounds: Box
    name: str
    is_decorative: bool = True

    def xml(self, numbers: Iterator[int]) -> str:
        return _shape(numbers, self.name, self.properties)


@dataclass(frozen=True)
class Framed:
    """A picture."""

    relationship: str
    crop: Box
    properties: str
    bounds: Box
    opacity: float
    alt: str
    name: str

    @property
    def is_decorative(self) -> bool:
        return not self.alt

    def xml(self, numbers: Iterator[int]) -> str:
        alpha = ""
        if self.opacity < 1:
            alpha = f'<a:alphaModFix amt="{round(max(0.0, self.opacity) * 100000)}"/>'
        sides = (self.crop.left, self.crop.top, 1 - self.crop.right, 1 - self.crop.bottom)
        parts = zip("ltrb", (round(side * 100000) for side in sides), strict=True)
        crop = "".join(f' {side}="{value}"' for side, value in parts if value)
        alt = f' descr="{escape(self.alt)}"' if self.alt else ""
        about = f'<p:cNvPr id="{next(numbers)}" name="{escape(self.name)}"{alt}'
        about += "/>" if self.alt else f">{_DECORATIVE}</p:cNvPr>"
        return (
            f'<p:pic><p:nvPicPr>{about}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
            f'<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{self.relationship}">{alpha}'
            f"</a:blip><a:srcRect{crop}/><a:stretch><a:fillRect/></a:stretch></p:blipFill>"
            f"<p:spPr>{self.properties}</p:spPr></p:pic>"
        )


@dataclass(frozen=True)
class Written:
    """A text box, or the slide's title."""

    frame: str
    body: str
    bounds: Box
    name: str
    is_title: bool
    is_decorative: bool = False

    def xml(self, numbers: Iterator[int]) -> str:
        kind = '<p:cNvSpPr txBox="1"/><p:nvPr/>'
        if self.is_title:
            kind = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            kind += '<p:nvPr><p:ph type="title"/></p:nvPr>'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{next(numbers)}" name="{escape(self.name)}"/>{kind}'
            f"</p:nvSpPr><p:spPr>{self.frame}{preset_geometry('rect')}<a:noFill/></p:spPr>"
            f"<p:txBody>{self.body}</p:txBody></p:sp>"
        )


@dataclass(frozen=True)
class Together:
    """Shapes that are picked up as one. alt: what they are a picture of, when it is told."""

    nodes: tuple[Node, ...]
    name: str = "Group"
    alt: str = ""

    @property
    def bounds(self) -> Box:
        box = self.nodes[0].bounds
        for node in self.nodes[1:]:
            box = box.union(node.bounds)
        return box

    @property
    def is_decorative(self) -> bool:
        return not self.alt and all(node.is_decorative for node in self.nodes)

    def xml(self, numbers: Iterator[int]) -> str:
        box = self.bounds
        x, y = round(box.left), round(box.top)
        size = f'cx="{extent(box.width)}" cy="{extent(box.height)}"'
        # The group's own coordinates are the slide's.
        frame = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext {size}/>'
        frame += f'<a:chOff x="{x}" y="{y}"/><a:chExt {size}/></a:xfrm>'
        more = _DECORATIVE if self.is_decorative else ""
        alt = f' descr="{escape(self.alt)}"' if self.alt else ""
        about = f'<p:cNvPr id="{next(numbers)}" name="{escape(self.name)}"{alt}>{more}</p:cNvPr>'
        inside = "".join(node.xml(numbers) for node in self.nodes)
        return (
            f"<p:grpSp><p:nvGrpSpPr>{about}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
            f"<p:grpSpPr>{frame}</p:grpSpPr>{inside}</p:grpSp>"
        )


def _shape(numbers: Iterator[int], name: str, properties: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{next(numbers)}" name="{escape(name)}">{_DECORATIVE}'
        f"</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{properties}</p:spPr></p:sp>"
    )


def xfrm(box: Box, turn: str = "", least: int = 1) -> str:
    """`a:xfrm` of a box; turn: its attributes. least: the smallest side, in EMU."""
    width, height = max(least, round(box.width)), max(least, round(box.height))
    return (
        f'<a:xfrm{turn}><a:off x="{round(box.left)}" y="{round(box.top)}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    )
