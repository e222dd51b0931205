"""A brand as the theme of an Office file: colours and typefaces by the names Office gives them."""

from __future__ import annotations

from creativekit.canvas.backends.pptx_text import typeface
from creativekit.canvas.backends.pptx_theme import Theme
from creativekit.color.contrast import TEXT, ratio
from creativekit.color.ramp import Ramp
from creativekit.identity.model import Identity


def theme_of(identity: Identity) -> Theme:
    """The theme: text and ground from the first scheme, accents by how much the brand uses them."""
    palette = identity.palette
    first, ramps = palette.first, palette.ramps
    return Theme(
        identity.name.get(identity.main_language),
        {
            "dk1": palette.light["ink"],
            "lt1": palette.light["surface"],
            "dk2": ramps["primary"][800],
            "lt2": palette.light["surface-raised"],
            "accent1": first["primary"],
            "accent2": first["accent"],
            "accent3": first["secondary"],
            "accent4": first["tertiary"],
            "accent5": ramps["primary"][400],
            "accent6": ramps["neutral"][600],
            "hlink": _read(ramps["primary"], palette.light["surface"]),
            "folHlink": _read(ramps["secondary"], palette.light["surface"]),
        },
        typeface(identity.type.heading)[0],
        typeface(identity.type.body)[0],
    )


def _read(ramp: Ramp, ground: str) -> str:
    """The lightest step of a ramp in which a small word reads on the ground."""
    steps = (ramp[step] for step in (600, 700, 800))
    return next((each for each in steps if ratio(each, ground) >= TEXT), ramp[900])
