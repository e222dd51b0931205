"""A Scene's picture as a file inside another: cut to what is shown, treated, plain."""

from __future__ import annotations

from creativekit.canvas import pictures
from creativekit.canvas.scene import Picture


def embedded(picture: Picture, longest: int) -> tuple[str, bytes]:
    """Media type and bytes of what a picture shows, its longest side at most `longest` px."""
    return pictures.embedded(picture, longest)
