"""The colours of the worksheets' page: a desk, the paper on it, and what is written on the paper.

On a screen the paper is the brand's own, light or dark as the reader's system is; printed it is
white. Everything is one of the palette's roles, and what is read is checked against its paper.
"""

from __future__ import annotations

from typing import Literal

from creativekit.color.contrast import TEXT, readable
from creativekit.identity.model import Identity

Where = Literal["light", "dark", "paper"]
# How much of an outline's colour is in a line to write on.
_RULE_ALPHA = "6b"
_WHITE = "#ffffff"


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
