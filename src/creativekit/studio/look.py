"""What the brand screen shows of a project: its identity, and a post of it as pixels.

Pure, so that a worker can do it and a benchmark can measure it. Of the identity only what is seen
is made: the name in the main language, no stacked lockup. A post is drawn small from the start:
a tenth of its size is still more pixels than a terminal has half cells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from creativekit.errors import InputError
from creativekit.identity.model import Identity
from creativekit.project.localized import Localized
from creativekit.project.model import Project
from creativekit.studio.half_blocks import Pixels

_WIDTH, _HEIGHT = 1080, 1350
_SCALE = 1 / 9  # whole pixels: part of one at an edge would be mixed with the paper behind
_LOGO = 120  # px across
_MOST_LETTERS = 60


@dataclass(frozen=True, eq=False)
class Look:
    """post: 1080 × 1350 px at a small scale. logo: its first lockup with clear space around it."""

    identity: Identity
    post: Pixels
    logo: Pixels


def look(project: Project) -> Look:
    """Raises InputError for a brand that cannot be made."""
    brand = seen_identity(project)
    return Look(brand, post(brand), logo(brand))


def without_its_logo(project: Project) -> Look | None:
    """How the brand looks while the logo that was brought cannot be used: with one of ours.

    None where no logo was brought, or something else is wrong, too.
    """
    if project.brand.logo is None or project.brand.logo.file is None:
        return None
    brand = project.brand.model_copy(update={"logo": None})
    try:
        return look(project.model_copy(update={"brand": brand}))
    except InputError:
        return None


def seen_identity(project: Project) -> Identity:
    """The identity as far as it is looked at here. Raises InputError."""
    from creativekit.identity.resolve import identity

    main = project.languages[0]
    about = project.about.model_copy(
        update={"languages": (main,), "name": Localized.of(project.name.get(main), main)}
    )
    return identity(
        project.model_copy(update={"about": about}), ("symbol", "wordmark", "horizontal")
    )


def logo(brand: Identity) -> Pixels:
    """The logo as it is first shown, on the ground that the style shows first."""
    from creativekit.canvas.backends import raster
    from creativekit.identity.colorway import ground, lockup_scene, paints

    colorway = "on-dark" if brand.palette.dark_first else "color"
    lockup = brand.logo.lockup(brand.logo.primary, brand.main_language)
    paper = ground(brand.palette, colorway)
    scene = lockup_scene(lockup, paints(brand.palette, colorway), _LOGO, "clear")
    return np.ascontiguousarray(raster.opaque_pixels(scene, 1.0, paper))


def post(brand: Identity, scale: float = _SCALE) -> Pixels:
    """A post with the tagline, or the name where there is none, as its headline."""
    from creativekit.artwork.posts import sample_post
    from creativekit.canvas.backends import raster

    language = brand.main_language
    said = brand.tagline or brand.name
    text = said.get(language)[:_MOST_LETTERS]
    scene = sample_post(brand, language, text, width=_WIDTH, height=_HEIGHT)
    return np.ascontiguousarray(raster.opaque_pixels(scene, scale))
