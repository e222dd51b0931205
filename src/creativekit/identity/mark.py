"""Mark: a symbol as geometry, and the layers it is painted in."""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.canvas.path import Box, Path
from creativekit.canvas.scene import Scene


@dataclass(frozen=True, slots=True)
class Layer:
    """One filled outline and the role that paints it: "primary", "accent", "ink" or "surface".

    "surface" shows the ground: it is left out (cut) in one-colour versions. "primary-ink" is the
    brand's colour as letters can be read in it. "badge" is a filled shape with letters cut out of
    it, and "letters" what is seen through them: a colour, or else whatever is behind.
    """

    path: Path
    role: str


@dataclass(frozen=True, slots=True)
class Artwork:
    """A logo that the user brought, in its own colours.

    scene: as large as its ink. Of the two for one colour there is one: outline, in px of the scene,
    or stencil, the bytes of a PNG whose opacity is the ink.
    """

    scene: Scene
    outline: Path | None
    stencil: bytes | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol, 1000 units high: its layers, ink box and thinnest stroke (units).

    center: the optical centre (centroid of ink), which layouts put on the middle.
    artwork: instead of layers, the logo that the user brought; it fills the box.
    letters: of a monogram, the letters that are cut out of its shape, or are all of it: on an
    icon's tile they stand alone.
    """

    layers: tuple[Layer, ...]
    box: Box
    stem: float
    center: tuple[float, float]
    artwork: Artwork | None = None
    letters: Path | None = None
