"""In which kinds of file a post is made.

"svg" gives two: outlined, which looks the same everywhere, and live, whose words can be edited.
"auto" gives flat art as PNG, which is small and exact there, and posts with photographs as JPEG,
which are a tenth of the bytes; a placement that takes only one of them gets that one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from creativekit.canvas.scene import Scene
from creativekit.errors import Message, msg
from creativekit.social.placements import Placement

AUTO = "auto"
GROUND = "#ffffff"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. paged: the pages of a carousel go into one file of it. cost: of a Job."""

    ending: str
    label: Message
    cost: float
    paged: bool = False


FORMATS: Mapping[str, Format] = {
    "png": Format(".png", msg("pictures of posts"), 3.0),
    "jpeg": Format(".jpg", msg("pictures of posts"), 4.0),
    "webp": Format(".webp", msg("pictures of posts"), 8.0),
    "svg": Format(".svg", msg("posts as drawings"), 2.0),
    "svg-live": Format(".live.svg", msg("posts as drawings"), 2.0),
    "pptx": Format(".pptx", msg("posts as slides"), 10.0, paged=True),
    "pdf": Format(".pdf", msg("posts as PDF"), 10.0, paged=True),
}


def chosen(wanted: Sequence[str], placement: Placement, photographs: bool) -> tuple[str, ...]:
    """The formats of one picture, "auto" replaced by what suits it."""
    found: dict[str, None] = {}
    for name in wanted:
        if name != AUTO:
            found[name] = None
            if name == "svg":
                found["svg-live"] = None
            continue
        suited = "jpeg" if photographs else "png"
        taken = [each for each in placement.formats if each in ("png", "jpeg")]
        found[suited if suited in taken or not taken else taken[0]] = None
    return tuple(found)


def encode(scene: Scene, name: str, small: bool) -> bytes:
    """A Scene as one of the formats that hold a single picture."""
    return _ENCODERS[name](scene, small)


def _png(scene: Scene, small: bool) -> bytes:
    from creativekit.canvas.backends import raster

    return raster.png(scene, background=GROUND, effort="smallest" if small else "fast")


def _jpeg(scene: Scene, small: bool) -> bytes:
    from creativekit.canvas.backends.jpeg import jpeg

    return jpeg(scene, background=GROUND, small=small)


def _webp(scene: Scene, small: bool) -> bytes:
    from creativekit.canvas.backends.webp import webp

    return webp(scene, background=GROUND, small=small)


def _svg(scene: Scene, small: bool) -> bytes:
    from creativekit.canvas.backends.svg import svg

    return svg(scene).encode()


_ENCODERS: Mapping[str, Callable[[Scene, bool], bytes]] = {
    "png": _png,
    "jpeg": _jpeg,
    "webp": _webp,
    "svg": _svg,
}
