"""The logo suite: every lockup in every colourway, as SVG, PDF and PNG.

What a person needs of it differs (a printer asks for PDF, a messenger takes a PNG of 512 px), so
nothing has to be made from anything else: letters are outlines, nothing is behind the logo, and
files end at the ink. File names say what is inside, in Latin letters, so that they survive e-mail.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Scene
from creativekit.errors import msg
from creativekit.identity.colorway import Paints, lockup_scene, paints
from creativekit.identity.model import COLORWAYS, Identity, Lockup
from creativekit.jobs import Job, digest
from creativekit.language.slugs import slug

FOLDER = "brand/logo"
PNG_SIZES = (512, 1024, 2048)
# In the brand's other languages one picture will do, beside SVG and PDF, which have any size: two
# hundred files are a folder in which nothing is found.
OTHER_PNG_SIZES = (1024,)
SVG_SIZE = 1000
PDF_MM = 100.0


@dataclass(frozen=True)
class Drawn:
    """A lockup that knows its digest: it goes into many Jobs, and is walked once."""

    lockup: Lockup
    title: str

    @cached_property
    def digest(self) -> str:
        return digest(self.lockup, self.title)


def jobs(identity: Identity) -> tuple[Job, ...]:
    """The suite's Jobs: lockups × colourways × (SVG, PDF, PNG at 512, 1024 and 2048 px long).

    Of the lockups in other languages than the main one, the PNG is there at 1024 px.
    """
    return tuple(_jobs(identity))


def file_stem(identity: Identity, lockup: Lockup, colorway: str) -> str:
    """Where a lockup's files are, without their extension: relative to the kit."""
    name = slug(str(identity.name), "logo")
    main = lockup.language == identity.logo.main_language
    parts = [name, lockup.kind, *([] if main else [lockup.language]), colorway]
    return f"{FOLDER}/{lockup.kind}/{'-'.join(parts)}"


def _jobs(identity: Identity) -> Iterator[Job]:
    for lockup in identity.logo.lockups.values():
        drawn = Drawn(lockup, identity.name.get(lockup.language))
        for colorway in COLORWAYS:
            stem = file_stem(identity, lockup, colorway)
            label = msg("logo {file}", file=stem.rpartition("/")[2])
            painted = paints(identity.palette, colorway)
            yield Job(f"{stem}.svg", svg_file, (drawn, painted), label, 0.2)
            yield Job(f"{stem}.pdf", pdf_file, (drawn, painted), label, 0.6)
            main = lockup.language == identity.logo.main_language
            for size in PNG_SIZES if main else OTHER_PNG_SIZES:
                path = f"{stem}-{size}.png"
                yield Job(path, png_file, (drawn, painted, size), label, (size / 1024) ** 2)


# The backends are imported where they are used: when nothing has changed, only keys are needed.


def svg_file(drawn: Drawn, painted: Paints) -> bytes:
    from creativekit.canvas.backends.svg import svg

    return svg(_scene(drawn, painted, SVG_SIZE)).encode()


def pdf_file(drawn: Drawn, painted: Paints) -> bytes:
    """One page, its longer side 100 mm."""
    from creativekit.canvas.backends.pdf import pdf

    return pdf(_scene(drawn, painted, SVG_SIZE), PDF_MM / SVG_SIZE)


def png_file(drawn: Drawn, painted: Paints, size: int) -> bytes:
    """Transparent, `size` px on the longer side."""
    from creativekit.canvas.backends import raster

    scene = _scene(drawn, painted, size)
    # Sides are whole pixels: rounding one down would shave the ink.
    width, height = math.ceil(scene.width - 1e-6), math.ceil(scene.height - 1e-6)
    middle = Affine.translation((width - scene.width) / 2, (height - scene.height) / 2)
    whole = Scene(width, height, (Group(scene.items, middle),), scene.title)
    return raster.png(whole, effort="small")


def _scene(drawn: Drawn, painted: Paints, longer_side: float) -> Scene:
    box = drawn.lockup.box
    width = longer_side * min(1.0, box.width / box.height)
    return lockup_scene(drawn.lockup, painted, width, title=drawn.title)
