"""What a brand does to its photographs: one treatment for all of them."""

from __future__ import annotations

from creativekit.canvas.scene import Duotone, Grain, Treatment
from creativekit.identity.model import Identity

PLAIN, DUOTONE, GRAIN = "plain", "duotone", "grain"

_GRAIN = 0.12
_OWN = {"noir": DUOTONE}


def treatment(name: str | None, identity: Identity) -> Treatment | None:
    """The treatment of that name in the brand's colours; None for plain photographs.

    Without a name it is the style's own: a concert at night is seen in two tones, the darker of
    them the night around it, so that the photograph does not stand in a fog.
    """
    ramp = identity.palette.ramps["primary"]
    if not name and identity.style.cover in _OWN:
        return Duotone(identity.palette.dark["surface"], ramp[200])
    name = name or PLAIN
    if name == DUOTONE:
        return Duotone(ramp[950], ramp[50])
    return Grain(_GRAIN) if name == GRAIN else None
