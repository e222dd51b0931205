"""How a page in a browser wears a brand: its faces, its icon, and its colours.

The colours are those of a desk, the paper on it, and what is written on the paper. On a screen the
paper is the brand's own, light or dark as the reader's system is; printed it is white. Everything
is one of the palette's roles, and what is read is checked against its paper.
"""

from __future__ import annotations

from typing import Any, Literal

from creativekit.artwork.sheet import Room, block, symbol
from creativekit.canvas.backends.svg import svg
from creativekit.canvas.scene import Scene
from creativekit.color.contrast import TEXT, readable
from creativekit.identity.model import Identity

Where = Literal["light", "dark", "paper"]
# How much of an outline's colour is in a line to write on.
_RULE_ALPHA = "6b"
_WHITE = "#ffffff"
_CORNER_PX = 280.0


def scheme(identity: Identity, where: Where) -> dict[str, str]:
    """CSS variables by name."""
    palette = identity.palette
    roles = palette.dark if where == "dark" else palette.light
    printed = where == "paper"
    desk = _WHITE if printed else roles["surface"]
    paper = _WHITE if printed else roles["surface-raised"]
    strong = readable(paper, (roles["primary-ink"], roles["ink"]), TEXT)
    danger = palette.ramps["danger"]
    return {
        "color-scheme": "dark" if where == "dark" else "light",
        "--desk": desk,
        "--paper": paper,
        "--panel": roles["surface-raised"] if printed else desk,
        "--ink": roles["ink"],
        "--muted": roles["ink-muted"],
        "--strong": strong,
        "--on-strong": readable(strong, (paper, roles["ink"]), TEXT),
        "--line": roles["outline"],
        "--rule": f"{roles['outline']}{_RULE_ALPHA}",
        # A rule that says nothing, and the point on the map that its outline shows: any colour.
        "--mark": roles["accent"],
        "--wrong": readable(paper, [danger[step] for step in (700, 600, 500, 400, 300)], TEXT),
    }


def room_share(room: Room, width: float, height: float) -> dict[str, Any]:
    """A room in percent of its picture."""
    box = room.box
    return {
        "x": round(box.left / width * 100, 3),
        "y": round(box.top / height * 100, 3),
        "width": round(box.width / width * 100, 3),
        "height": round(box.height / height * 100, 3),
        "ink": room.ink,
        "muted": room.muted,
        "align": room.align,
        "side": room.side,
    }


def icon(identity: Identity) -> bytes:
    """The brand's symbol on its own colour, for the tab of a browser."""
    palette = identity.palette
    items = (
        block(0, 0, 64, 64, palette.light["primary"]),
        symbol(identity.logo.mark, 32, 32, 38, palette.light["on-primary"]),
    )
    return svg(Scene(64, 64, items, "")).encode()


def shape(identity: Identity) -> dict[str, str]:
    """CSS variables of the faces and of corners."""
    type_ = identity.type
    return {
        "--radius": f"{min(22.0, identity.style.corner * _CORNER_PX):g}px",
        "--heading": f"brand-heading, {type_.pairing.heading_fallback}",
        "--body": f"brand-body, {type_.pairing.body_fallback}",
        "--bold": f"brand-bold, {type_.pairing.body_fallback}",
        "--heading-weight": str(type_.heading.weight),
        "--body-weight": str(type_.body.weight),
        "--bold-weight": str(type_.body_bold.weight),
        "--heading-scale": f"{type_.heading_scale:g}",
        "--tracking": f"{type_.tracking:g}em",
        "--leading": f"{max(1.0, type_.leading):g}",
    }
