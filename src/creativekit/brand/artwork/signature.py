"""The logo on a picture: in one colour, so that it is calm beside everything else that is there."""

from __future__ import annotations

from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group
from creativekit.identity.colorway import Paints, lockup_scene
from creativekit.identity.model import Lockup


def one(color: str) -> Paints:
    """The paints of a logo in one colour."""
    return {"primary": color, "accent": color, "ink": color, "surface": None}


def logo(lockup: Lockup, x: float, y: float, width: float, color: str) -> Group:
    """A lockup in one colour, its box's corner at (x, y), `width` px wide."""
    return Group(lockup_scene(lockup, one(color), width).items, Affine.translation(x, y))
