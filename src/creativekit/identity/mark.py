"""Mark: a symbol as geometry, and the layers it is painted in."""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.canvas.path import Box, Path


@dataclass(frozen=True, slots=True)
class Layer:
    """One filled outline and the role that paints it: "primary", "accent", "ink" or "surface".

    "surface" shows the ground: it is left out (cut) in one-colour versions.
    """

    path: Path
    role: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol, 1000 units high: its layers, ink box and thinnest stroke (units).

    center: the optical centre (centroid of ink), which layouts put on the middle.
    picture: PNG bytes instead of layers, for a raster logo that the user brought.
    letters: of a monogram, what is cut out of its shape: an icon's tile takes the shape's place.
    """

    layers: tuple[Layer, ...]
    box: Box
    stem: float
    center: tuple[float, float]
    picture: bytes | None = None
    letters: Path | None = None
