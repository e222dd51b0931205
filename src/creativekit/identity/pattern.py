"""Pattern: one seamless tile of a brand, as geometry.

(The readers and builders of templates/brand/patterns/*.toml live here.)
"""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.identity.mark import Layer


@dataclass(frozen=True, slots=True)
class Pattern:
    """A tile that repeats without a seam in both directions.

    width, height: the tile in logo units. layers: what is painted, already wrapped: whatever
    crosses an edge is there again on the opposite side. Roles: "ground", "primary", "accent",
    "quiet"; a colourway says what each is painted with.
    """

    id: str
    width: float
    height: float
    layers: tuple[Layer, ...]
