"""What the roles of a pattern are painted with, in three colourways.

A pattern is looked at, not read, so its colours are set by how far each stands off the ground:
figures at a contrast that carries (about 3 to 1), the quiet ones at one that is felt rather than
seen (about 1.25 to 1). Steps of the brand's ramps are chosen by that, so a near-black or a pale
brand keeps the rhythm of loud and quiet.
"""

from __future__ import annotations

from collections.abc import Mapping

from creativekit.color.contrast import ratio
from creativekit.color.palette import Palette
from creativekit.color.ramp import STEPS, Ramp
from creativekit.identity.colorway import paints

COLORWAYS = ("light", "deep", "accent")
QUIET = 1.25
LOUD = 3.0
SPOKEN = 2.2


def pattern_colors(palette: Palette, colorway: str) -> Mapping[str, str]:
    """Hexes of ground, primary, accent and quiet. KeyError for another colourway."""
    primary, accent = palette.ramps["primary"], palette.ramps["accent"]
    if colorway == "light":
        ground = palette.light["surface"]
        return {
            "ground": ground,
            "primary": paints(palette, "color")["primary"] or palette.light["primary"],
            "accent": palette.light["accent"],
            "quiet": _off(primary, ground, QUIET),
        }
    if colorway == "deep":
        ground = primary[800]
        return {
            "ground": ground,
            "primary": _off(primary, ground, LOUD),
            "accent": _off(accent, ground, LOUD),
            "quiet": primary[700],
        }
    ground = {"accent": palette.light["accent"]}[colorway]
    pale, deep = palette.light["surface"], primary[900]
    figure, detail = (pale, deep) if ratio(pale, ground) >= SPOKEN else (deep, pale)
    return {
        "ground": ground,
        "primary": figure,
        "accent": detail,
        "quiet": _off(accent, ground, QUIET),
    }


def _off(ramp: Ramp, ground: str, contrast: float) -> str:
    """The step of the ramp whose contrast with the ground is nearest to the one wanted."""
    return min((ramp[step] for step in STEPS), key=lambda hex_: abs(ratio(hex_, ground) - contrast))
