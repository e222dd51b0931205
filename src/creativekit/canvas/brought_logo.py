"""A logo that the user brings: an SVG, or a PNG, JPEG or WebP, made ready to be drawn anywhere.

An SVG of plain shapes becomes a Scene of shapes; one with effects becomes a picture of itself, and
the user is told what that costs. A raster logo loses its plain background and its empty margins.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from creativekit.canvas import pictures, svg_in, svg_sanitizer
from creativekit.canvas.backends.png import encode
from creativekit.canvas.backends.raster import pixels
from creativekit.canvas.flat_shapes import NotShapes, ink_of
from creativekit.canvas.one_color import one_color
from creativekit.canvas.path import Box, Path
from creativekit.canvas.plain_background import remove_plain_background
from creativekit.canvas.scene import Picture, Scene
from creativekit.canvas.svg_style import Complex
from creativekit.errors import Message, fail, msg

LEAST_SIDE = 64
"""px of the longer side below which a raster logo cannot be used at all."""

GOOD_SIDE = 1000
LONGEST_SIDE = 2048


@dataclass(frozen=True)
class BroughtLogo:
    """A brought logo, as large as its file says.

    scene: what to draw. ink: the box of what can be seen in it. outline: the whole logo in one
    ink, for versions in a single colour; None where it is (partly) a picture or see-through. svg:
    the sanitized file, where it was an SVG. notes: what the user should know was done to it.
    """

    scene: Scene
    ink: Box
    outline: Path | None = None
    svg: str | None = None
    notes: tuple[Message, ...] = ()


def load_logo(data: bytes, file_name: str) -> BroughtLogo:
    """The logo in a file of any accepted kind; told apart by content and not by name.

    Raises InputError.
    """
    if pictures.kind_of(data) in ("SVG", "XML", "HTML") or file_name.lower().endswith(".svg"):
        return load_svg(data, file_name)
    return load_picture(data, file_name)


def load_svg(data: bytes, file_name: str) -> BroughtLogo:
    """An SVG logo, sanitized. Raises InputError with every problem and its line."""
    root = svg_sanitizer.sanitize(data, file_name)
    text = svg_sanitizer.serialize(root)
    notes: list[Message] = []
    try:
        scene = svg_in.scene_of(root)
    except svg_in.TooMuch:
        fail(msg("the SVG draws more than {most} parts", most=svg_in.MOST_ITEMS), file=file_name)
    except Complex:
        scene = _picture_of(root, text, file_name)
        notes.append(
            msg(
                "the SVG has effects (masks, filters, patterns or pictures) that cannot be kept as"
                " vectors: it is used as a picture, and there is no version in one colour"
            )
        )
    except svg_in.Broken as error:
        element = error.element
        if element is root:
            fail(
                msg("the SVG does not say how large it is: viewBox, or width and height"),
                file=file_name,
                line=root.line,
            )
        fail(
            msg("the outline of <{name}> cannot be read", name=element.name),
            file=file_name,
            line=element.line,
        )
    ink = _ink(scene)
    if ink is None:
        fail(msg("the logo has nothing in it that can be seen"), file=file_name)
    return BroughtLogo(scene, ink, one_color(scene), text, tuple(notes))


def load_picture(data: bytes, file_name: str) -> BroughtLogo:
    """A raster logo without its plain background and empty margins. Raises InputError."""
    loaded = pictures.load(data, file_name, longest=LONGEST_SIDE)
    notes = list(loaded.notes)
    _require_size(loaded.image, file_name)
    image = loaded.image
    freed = remove_plain_background(image)
    if freed is not None:
        image = freed
        notes.append(msg("the plain background of the logo was removed"))
    elif image.mode == "RGB":
        notes.append(
            msg("the logo fills its picture to the edges: it has no transparent background")
        )
    image = pictures.trimmed(image)
    _require_size(image, file_name)
    if max(image.size) < GOOD_SIDE:
        notes.append(
            msg(
                "the logo is {width}×{height} pixels; below {good} it looks soft in print:"
                " an SVG is best",
                width=image.width,
                height=image.height,
                good=GOOD_SIDE,
            )
        )
    picture = Picture(encode(np.asarray(image)), 0.0, 0.0, float(image.width), float(image.height))
    scene = Scene(picture.width, picture.height, (picture,))
    ink = _ink(scene)
    if ink is None:
        fail(msg("the logo has nothing in it that can be seen"), file=file_name)
    return BroughtLogo(scene, ink, notes=tuple(notes))


def _require_size(image: Image.Image, file_name: str) -> None:
    if max(image.size) < LEAST_SIDE:
        fail(
            msg(
                "the logo is {width}×{height} pixels; its longer side needs at least {least}",
                width=image.width,
                height=image.height,
                least=LEAST_SIDE,
            ),
            file=file_name,
        )


def _picture_of(root: svg_sanitizer.Element, text: str, file_name: str) -> Scene:
    import resvg_py

    _, _, width, height = svg_in.view_box(root)
    scale = LONGEST_SIDE / max(width, height)
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=text,
            width=max(1, round(width * scale)),
            height=max(1, round(height * scale)),
            skip_system_fonts=True,
        )
    except ValueError:
        fail(msg("the SVG cannot be drawn"), file=file_name)
    picture = Picture(bytes(drawn), 0.0, 0.0, width, height)
    return Scene(width, height, (picture,))


def _ink(scene: Scene) -> Box | None:
    """The box of what can be seen: exact for shapes, to a pixel of 1024 for a picture."""
    try:
        return ink_of(scene)
    except NotShapes:
        pass
    scale = 1024 / max(scene.width, scene.height)
    seen = Image.fromarray(pixels(scene, scale)[..., 3]).point([0] * 5 + [255] * 251).getbbox()
    if seen is None:
        return None
    left, top, right, bottom = (value / scale for value in seen)
    return Box(left, top, min(right, scene.width), min(bottom, scene.height))
