"""What the roles of a pattern are painted with, in three colourways.

A pattern is looked at, not read, so its colours are set by how far each stands off the ground:
figures at a contrast that carries (about 3 to 1), the quiet ones at one that is felt rather than
seen (about 1.25 to 1), so a near-black or a pale brand keeps the rhythm of loud and quiet too.
"""

from __future__ import annotations

from collections.abc import Mapping

from creativekit.color.contrast import GRAPHICS, ratio
from creativekit.color.oklab import oklch
from creativekit.color.palette import Palette
from creativekit.color.ramp import STEPS, Ramp
from creativekit.color.tone import tone
from creativekit.identity.colorway import paints

COLORWAYS = ("light", "deep", "accent")
QUIET = 1.25
LOUD = 3.0
FAINTEST = 1.06
DETAIL = 3.8
SPOKEN = 2.2
BRIGHT = 65.0
BROWN = (40.0, 120.0)
"""OKLCH hues whose deep steps are browns and olives."""


def pattern_colors(palette: Palette, colorway: str) -> Mapping[str, str]:
    """Hexes of ground, primary, accent and quiet. KeyError for another colourway."""
    primary, accent = palette.ramps["primary"], palette.ramps["accent"]
    if colorway == "light":
        ground = palette.light["surface"]
        is_pale = tone(palette.seed) > BRIGHT and ratio(palette.light["primary"], ground) < GRAPHICS
        figure = primary[400] if is_pale else paints(palette, "color")["primary"] or primary[600]
        return {
            "ground": ground,
            "primary": figure,
            "accent": palette.light["accent"],
            "quiet": _between(ground, figure),
        }
    if colorway == "deep":
        # A bright colour shines on its own depth; of a yellow or an orange that would be brown, so
        # those stand on a dark neutral.
        is_bright = tone(palette.seed) > BRIGHT
        is_brown = is_bright and BROWN[0] <= oklch(palette.seed)[2] <= BROWN[1]
        felt = palette.ramps["neutral"] if is_brown else primary
        ground = felt[900 if is_bright else 800]
        figure = palette.seed if is_bright else _off(primary, ground, LOUD)
        return {
            "ground": ground,
            "primary": figure,
            "accent": _off(accent, ground, DETAIL),
            "quiet": _between(ground, figure),
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
    """The step of the ramp whose contrast with the ground is nearest to the one wanted.

    Never the ground's own step: what is quiet is still there.
    """
    steps = [ramp[step] for step in STEPS if ratio(ramp[step], ground) > FAINTEST]
    return min(steps, key=lambda step: abs(ratio(step, ground) - contrast))


def _between(ground: str, figure: str) -> str:
    """The mixture of ground and figure that stands off the ground quietly."""
    low, high = 0.0, 1.0
    for _ in range(12):
        share = (low + high) / 2
        mixed = _mixed(ground, figure, share)
        low, high = (share, high) if ratio(mixed, ground) < QUIET else (low, share)
    return _mixed(ground, figure, high)


def _mixed(one: str, other: str, share: float) -> str:
    channels = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in channels)
