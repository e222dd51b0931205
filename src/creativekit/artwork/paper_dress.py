"""What a sheet of paper wears: faces, inks on white, and the band over its first page.

Every template of a printed page reads the same names (`templates/**/*.typ`); paper is white, so
inks are those that are read on white.
"""

from __future__ import annotations

from typing import Any

from creativekit.artwork.band import Band
from creativekit.artwork.lettering import SPARE
from creativekit.color.contrast import TEXT, readable
from creativekit.fonts.faces import Face, face
from creativekit.identity.model import Identity

BAND = "band.svg"
"""The file by which a template asks for the picture over its first page."""
_WHITE = "#ffffff"


def paper_dress(identity: Identity, over: Band, height_px: float) -> dict[str, Any]:
    """Values for the template; the picture is `over.svg`, under the name `BAND`.

    height_px: of the band, ten px a millimetre.
    """
    palette, type_ = identity.palette.light, identity.type
    return {
        "band": {"file": BAND, "height": height_px / 10, "room": over.room, "size": over.size},
        "heading_scale": type_.heading_scale,
        "tracking": type_.tracking,
        "upper": identity.style.cover == "bold",
        "radius": min(4.0, identity.style.corner * 40),
        "ink": palette["ink"],
        "muted": readable(_WHITE, (palette["ink-muted"], palette["ink"]), TEXT),
        "strong": readable(_WHITE, (palette["primary-ink"], palette["ink"]), TEXT),
        "line": palette["outline"],
    }


def paper_faces(identity: Identity) -> dict[str, Face]:
    """The faces that the template has, by their roles."""
    type_ = identity.type
    return {
        "heading": type_.heading,
        "body": type_.body,
        "bold": type_.body_bold,
        "spare": face(SPARE),
    }
