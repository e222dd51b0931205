"""The few colours that a brand is known by, and what they are called: one list for everything.

The guide, the swatch sheet and the palette files show the same colours under the same names. Names
are given to all of them together, so that no two colours of a brand share one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from creativekit.color.names import names, table
from creativekit.identity.model import Identity
from creativekit.project.localized import Localized

SHARES = {"surface": 0.6, "primary": 0.3, "accent": 0.1}
"""Parts of a page that the three main colours take."""

_ROLES = (*SHARES, "ink", "secondary", "tertiary")
BASE = "base"


@dataclass(frozen=True, slots=True)
class CoreColor:
    """A colour (hex) and what it is called."""

    hex: str
    name: Localized


def core_colors(identity: Identity) -> Mapping[str, CoreColor]:
    """The colours by role, as the style shows them first, and `base`: the brand's own as typed.

    Raises InputError for a table of names of the project's that is wrong.
    """
    palette = identity.palette
    hexes = {role: palette.first[role] for role in _ROLES} | {BASE: palette.seed}
    folder = Path(identity.project_folder) if identity.project_folder else None
    called = names(tuple(hexes.values()), table(folder))
    return {
        role: CoreColor(color, name)
        for (role, color), name in zip(hexes.items(), called, strict=True)
    }


def chip_roles(colors: Mapping[str, CoreColor]) -> tuple[str, ...]:
    """The roles shown as chips beside the three main colours; `base` when it is none of those."""
    main = {colors[role].hex for role in SHARES}
    base = () if colors[BASE].hex in main else (BASE,)
    return (*base, "ink", "secondary", "tertiary")
