"""What every composition starts from and what it gives back.

A composition draws; words are set by whoever uses it, as live text in the guide and as shaped lines
in a picture. So it also says where it kept room for them and in which colours they can be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from creativekit.artwork.chance import Chance
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Paint, Scene, Shape, Solid
from creativekit.identity.mark import Mark
from creativekit.identity.model import Identity

WIDE = 1.2

Align = Literal["left", "center"]
Side = Literal["top", "middle", "bottom"]
Form = Literal["tall", "portrait", "square", "wide", "banner"]

# Width over height below which a sheet is called so.
_FORMS: tuple[tuple[float, Form], ...] = (
    (0.64, "tall"),
    (0.92, "portrait"),
    (WIDE, "square"),
    (2.3, "wide"),
)


@dataclass(frozen=True, slots=True)
class Room:
    """A place for words: its box (px), how they stand in it, and colours that read on its ground.

    ink and muted read at 4.5 : 1 on whatever lies in the box; accent is for a rule or a large
    figure, not for small text. ground: the colour that most of the box has under it, for what is
    drawn on it in its own box (a label, a button); "" where nobody needs it.
    """

    box: Box
    ink: str
    muted: str
    accent: str
    align: Align = "left"
    side: Side = "top"
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Composition:
    """A picture without words, the room for its title and the room for small lines (contact)."""

    scene: Scene
    title: Room
    foot: Room


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet to be filled: a brand, a size in px, and which of a family of pictures it is.

    variant: 0 is the cover; 1, 2, … are its relatives, for the openers of sections and for posts.
    crowd: how much room the words need, 0 (calm) to 1 (more than usual): pictures make way.
    safe: where nothing covers the picture (the bars of a story, the round photo of a banner); None
    is all of it. Pictures fill the sheet, words stay inside. cut: how far from its edges nothing
    may tell that it is cut a little off: a band along them is at least so wide. under: whether a
    page's own bar stands over it, of the same ground.
    """

    identity: Identity
    width: float
    height: float
    variant: int = 0
    safe: Box | None = None
    crowd: float = 0.0
    cut: float = 0.0
    under: bool = False

    @property
    def short(self) -> float:
        return min(self.width, self.height)

    @property
    def margin(self) -> float:
        """A twelfth of the short side, as everywhere in a brand."""
        return self.short / 12

    @property
    def wide(self) -> bool:
        return self.width > WIDE * self.height

    @property
    def area(self) -> Box:
        """The safe area."""
        return self.safe or Box(0.0, 0.0, self.width, self.height)

    @property
    def inner(self) -> Box:
        """Where words may stand: inside the safe area, and a margin away from the sheet's edges."""
        area, by = self.area, min(self.area.width, self.area.height) / 12
        return Box(
            max(area.left, by),
            max(area.top, by),
            min(area.right, self.width - by),
            min(area.bottom, self.height - by),
        )

    @property
    def unit(self) -> float:
        """The size unit that type and gaps are fractions of, px.

        w · (1 + max(0, h/w - 9/16) · 0.34) of the safe area; a banner counts as 16 : 9.
        """
        height = self.area.height
        width = min(self.area.width, height / 0.5625)
        return width * (1 + max(0.0, height / width - 0.5625) * 0.34)

    @property
    def is_strip(self) -> bool:
        """So low that all of it is small wherever it is shown whole, as a banner on a phone."""
        return self.area.width / self.area.height >= _FORMS[-1][0]

    @property
    def form(self) -> Form:
        """What its proportions are called in templates; a narrow strip that is safe is a banner."""
        ratio = self.width / self.height
        if self.is_strip:
            return "banner"
        return next((name for most, name in _FORMS if ratio < most), "banner")

    def primary(self, step: int) -> str:
        """A step of the brand's ramp; its own step is the colour exactly as it was typed."""
        palette = self.identity.palette
        return palette.seed if step == palette.own_step else palette.ramps["primary"][step]

    def accent(self, step: int) -> str:
        return self.identity.palette.ramps["accent"][step]

    def tertiary(self, step: int) -> str:
        return self.identity.palette.ramps["tertiary"][step]

    def neutral(self, step: int) -> str:
        return self.identity.palette.ramps["neutral"][step]

    @property
    def hot(self) -> str:
        """The accent as the style shows it first: the exact role, not a step of its ramp."""
        return self.identity.palette.first["accent"]

    def light(self, role: str) -> str:
        return self.identity.palette.light[role]

    def dark(self, role: str) -> str:
        return self.identity.palette.dark[role]

    def chance(self, purpose: str) -> Chance:
        """Variety for one purpose: the same for the same name, variant and purpose."""
        return Chance(self.identity.name.get(self.identity.main_language), self.variant, purpose)

    def scene(self, items: tuple[Item, ...]) -> Scene:
        return Scene(self.width, self.height, items)


class SheetKey:
    """A sheet by its identity's digest, for what is remembered: hashing a whole identity would cost
    more than drawing."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._key = (
            sheet.identity.digest,
            sheet.width,
            sheet.height,
            sheet.variant,
            sheet.safe,
            sheet.crowd,
            sheet.cut,
            sheet.under,
        )

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SheetKey) and self._key == other._key


def symbol(
    mark: Mark,
    cx: float,
    cy: float,
    height: float,
    color: str | Paint,
    ground: str | Paint | None = None,
    *,
    turn: float = 0.0,
    opacity: float = 1.0,
    accent: str | Paint | None = None,
) -> Group:
    """The mark in one colour, the optical centre of its ink at (cx, cy), `height` px high.

    ground: what its "surface" layers are painted with (left out where there is none); accent: what
    its "accent" layers are painted with, by default `color`. turn: degrees clockwise.
    """
    paints = {
        "surface": None if ground is None else _paint(ground),
        "accent": _paint(color if accent is None else accent),
    }
    main = _paint(color)
    scale = height / mark.box.height
    x, y = mark.center
    place = Affine.translation(cx, cy) @ Affine.rotation(turn) @ Affine.scaling(scale)
    items = tuple(
        Shape(layer.path, paint)
        for layer in mark.layers
        if (paint := paints.get(layer.role, main)) is not None
    )
    return Group(items, place @ Affine.translation(-x, -y), opacity=opacity)


def cropped(items: tuple[Item, ...], path: Path) -> Group:
    """Items cut to an outline."""
    return Group(items, clip=path)


def circle(cx: float, cy: float, radius: float, fill: str | Paint) -> Shape:
    return Shape(Path.ellipse(cx, cy, radius), _paint(fill))


def block(x: float, y: float, width: float, height: float, fill: str | Paint) -> Shape:
    return Shape(Path.rect(x, y, width, height), _paint(fill))


def _paint(fill: str | Paint) -> Paint:
    return Solid(fill) if isinstance(fill, str) else fill
