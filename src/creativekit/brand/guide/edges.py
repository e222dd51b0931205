"""Whether a picture of a thing has an edge where it lies.

A card or a post is shown on a ground as it is seen on a table or in a feed; where its own colours
come near that ground's, its edge is lost and it loses its shape, so the page draws it a hairline.
"""

from __future__ import annotations

import numpy as np

from creativekit.canvas.backends.raster import opaque_pixels
from creativekit.canvas.scene import Scene
from creativekit.color.contrast import ratio

SEEN = 1.25
"""What an edge and the ground beside it differ by, at least."""

# Pixels of the long side, and how much of the edge may be lost: colours that run into each other
# pass every shade between them in a pixel or two.
_LONG = 160
_LOST = 0.02


def edge_is_lost(scene: Scene, ground: str) -> bool:
    """Whether some of the outline of `scene` is nearer to `ground` (a hex) than SEEN."""
    drawn = opaque_pixels(scene, _LONG / max(scene.width, scene.height), ground)
    rim = np.concatenate((drawn[0], drawn[-1], drawn[1:-1, 0], drawn[1:-1, -1]))
    colors, counts = np.unique(rim, axis=0, return_counts=True)
    lost = sum(
        int(count)
        for (red, green, blue), count in zip(colors, counts, strict=True)
        if ratio(f"#{red:02x}{green:02x}{blue:02x}", ground) < SEEN
    )
    return lost > _LOST * len(rim)
