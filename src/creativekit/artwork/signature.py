"""The logo on a picture, drawn so that its outlines stay what they are wherever it stands."""

from __future__ import annotations

from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Scene
from creativekit.identity.colorway import Paints, one, painted
from creativekit.identity.lockup import symbol as lockup_of
from creativekit.identity.model import Identity, Lockup


def logo(lockup: Lockup, x: float, y: float, width: float, paints: Paints | str) -> Group:
    """A lockup, its box's corner at (x, y), `width` px wide; a hex paints it in one colour.

    The outlines keep their own units and the group moves them: a document that shows the logo
    twenty times writes it once.
    """
    colors = one(paints) if isinstance(paints, str) else paints
    scale = width / lockup.box.width
    place = Affine(scale, 0, 0, scale, x - lockup.box.left * scale, y - lockup.box.top * scale)
    return Group(painted(lockup.layers, lockup.pictures, colors, Affine()), place)


def symbol_of(identity: Identity) -> Lockup:
    """The symbol alone: what icons show; for a logo that has none, what stands in for it there."""
    known = identity.logo.lockups.get(("symbol", identity.main_language))
    return known or lockup_of(identity.logo.mark, identity.main_language)


def alone(lockup: Lockup, paints: Paints) -> Scene:
    """A lockup with nothing round it, 600 px wide."""
    return Scene(600, height_of(lockup, 600), (logo(lockup, 0, 0, 600, paints),))


def height_of(lockup: Lockup, width: float) -> float:
    """How high a lockup is when it is `width` wide."""
    return width * lockup.box.height / lockup.box.width
