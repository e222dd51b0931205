"""The faces that a guide is set in: the brand's own, and one for what they lack."""

from __future__ import annotations

from creativekit.artwork.lettering import SPARE
from creativekit.fonts import faces
from creativekit.fonts.faces import Face
from creativekit.identity.model import Identity


def typefaces(identity: Identity) -> dict[str, Face]:
    """Faces by the names that the templates use for them."""
    type_ = identity.type
    return {
        "heading": type_.heading,
        "body": type_.body,
        "bold": type_.body_bold,
        "spare": faces.face(SPARE),
    }
