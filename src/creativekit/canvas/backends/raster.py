"""Scene to pixels.

Every item becomes a mask of the pixels it touches and a paint laid through it. Strokes are turned
into outlines by the same code that logos use, and words are drawn from their outlines, so that a
picture and the SVG or PDF of the same Scene agree.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from creativekit.canvas.backends import png as png_file
from creativekit.canvas.backends.compositing import RGBA, Layer, faded, times
from creativekit.canvas.backends.coverage import Mask, Pixels, path_mask, pixels_of, rect_mask
from creativekit.canvas.backends.paints import is_opaque, rgb, sample
from creativekit.canvas.lettering import text_path
from creativekit.canvas.outline_ops import simplify, stroke
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.pictures import resized
from creativekit.canvas.scene import (
    Group,
    Item,
    Line,
    Paint,
    Picture,
    Rect,
    Scene,
    Shape,
    Solid,
    Text,
    Words,
)


def render(scene: Scene, scale: float = 1.0, background: str | None = None) -> Image.Image:
    """The Scene as an image of `scale` pixels to the Scene's px (sides rounded to whole pixels).

    RGBA, transparent where nothing is painted; RGB when `background` (`#rrggbb`) is given.
    """
    drawn = pixels(scene, scale, background)
    return Image.fromarray(drawn if background is None else drawn[..., :3])


def png(
    scene: Scene, scale: float = 1.0, background: str | None = None, dpi: float | None = None
) -> bytes:
    """The same as a PNG file; `dpi` goes into its pHYs chunk."""
    return png_file.encode(pixels(scene, scale, background), dpi)


def pixels(scene: Scene, scale: float = 1.0, background: str | None = None) -> RGBA:
    """The same as an array of bytes (height, width, 4)."""
    width = max(1, round(scene.width * scale))
    height = max(1, round(scene.height * scale))
    box = (0, 0, width, height)
    if background is None:
        layer = Layer(box, rgb(_first_color(scene.items)))
    else:
        layer = Layer(box)
        layer.fill(rgb(background))
    _draw(layer, scene.items, Affine.scaling(scale), layer.box)
    return layer.pixels


def _first_color(items: tuple[Item, ...]) -> str:
    for item in items:
        if isinstance(item, Group):
            return _first_color(item.items)
        if isinstance(item, Words):
            return _first_color(item.runs)
        if isinstance(item, Picture):
            continue
        paint = item.stroke if isinstance(item, Line) else item.fill
        if isinstance(paint, Solid):
            return paint.color
    return "#000000"


def _draw(layer: Layer, items: tuple[Item, ...], by: Affine, within: Pixels) -> None:
    for item in items:
        if isinstance(item, Group):
            _draw_group(layer, item, by @ item.transform, within)
        elif isinstance(item, Picture):
            _draw_picture(layer, item, by, within)
        elif isinstance(item, Words):
            _draw(layer, item.runs, by, within)
        else:
            covered = _mask(item, by, within)
            if covered is not None:
                paint = item.stroke if isinstance(item, Line) else item.fill
                _lay(layer, covered[0], covered[1], paint, by)


def _mask(
    item: Rect | Shape | Line | Text, by: Affine, within: Pixels
) -> tuple[Pixels, Mask | None] | None:
    if isinstance(item, Rect):
        return _rect(item.x, item.y, item.width, item.height, item.radius, by, within)
    if isinstance(item, Shape):
        path = item.path if item.rule == "nonzero" else simplify(item.path, "evenodd")
    elif isinstance(item, Line):
        path = stroke(item.path, item.width, item.cap, item.join, item.dash, merged=False)
    else:
        path = text_path(item.line, item.size, item.x, item.y)
    return path_mask(path, by, within)


def _rect(
    x: float, y: float, width: float, height: float, radius: float, by: Affine, within: Pixels
) -> tuple[Pixels, Mask | None] | None:
    if width <= 0 or height <= 0:
        return None
    if radius > 0 or by.b or by.c:
        return path_mask(Path.rect(x, y, width, height, radius), by, within)
    (x0, y0), (x1, y1) = by.apply(x, y), by.apply(x + width, y + height)
    return rect_mask(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), within)


def _lay(layer: Layer, box: Pixels, mask: Mask | None, paint: Paint, by: Affine) -> None:
    if isinstance(paint, Solid):
        layer.paint(box, rgb(paint.color), faded(mask, paint.opacity, box))
        return
    colors = sample(paint, by, box)
    if not is_opaque(paint.stops):
        mask = np.array(colors[..., 3]) if mask is None else times(mask, colors[..., 3])
    layer.paint(box, colors, mask)


def _draw_group(layer: Layer, group: Group, by: Affine, within: Pixels) -> None:
    mask: Mask | None = None
    if group.clip is not None:
        upright = _upright(group.clip, by)
        covered = rect_mask(*upright, within) if upright else path_mask(group.clip, by, within)
        if covered is None:
            return
        within, mask = covered
    if mask is None and group.opacity >= 1:
        _draw(layer, group.items, by, within)
        return
    if group.opacity <= 0:
        return
    own = Layer(within)
    _draw(own, group.items, by, within)
    used = own.used()
    if used is None:
        return
    drawn = own.part(used)
    cover = drawn[..., 3]
    if mask is not None:
        x, y = within[0], within[1]
        cover = times(cover, mask[used[1] - y : used[3] - y, used[0] - x : used[2] - x])
    layer.paint(used, drawn, faded(np.ascontiguousarray(cover), group.opacity, used))


def _upright(clip: Path, by: Affine) -> tuple[float, float, float, float] | None:
    """The clip's box in pixels when it is an upright rectangle and stays one."""
    commands = [command for command in clip.commands if command[0] != "Z"]
    if by.b or by.c or not 4 <= len(commands) <= 5 or any(len(c) != 3 for c in commands):
        return None
    box = clip.bounds
    corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom)]
    corners.append((box.left, box.bottom))
    points = [(c[1], c[2]) for c in commands if len(c) == 3]
    if len(points) == 5 and points[4] == points[0]:
        points.pop()
    if len(points) != 4 or points[0] not in corners:
        return None
    at = corners.index(points[0])
    around = corners[at:] + corners[:at]
    if points not in (around, around[:1] + around[:0:-1]):
        return None
    (x0, y0), (x1, y1) = by.apply(box.left, box.top), by.apply(box.right, box.bottom)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _draw_picture(layer: Layer, item: Picture, by: Affine, within: Pixels) -> None:
    covered = _rect(item.x, item.y, item.width, item.height, item.radius, by, within)
    if covered is None:
        return
    box, mask = covered
    colors, whole = _picture_pixels(item, by, box)
    if not whole:
        mask = np.ascontiguousarray(colors[..., 3]) if mask is None else times(mask, colors[..., 3])
    layer.paint(box, colors, mask)


def _picture_pixels(item: Picture, by: Affine, box: Pixels) -> tuple[RGBA, bool]:
    """The picture's pixels in `box`, and whether all of it is opaque."""
    corners = Path.rect(item.x, item.y, item.width, item.height).transform(by).bounds
    everywhere = (-(1 << 20), -(1 << 20), 1 << 20, 1 << 20)
    target = pixels_of(corners.left, corners.top, corners.right, corners.bottom, everywhere)
    size = (target[2] - target[0], target[3] - target[1])
    if not by.b and not by.c and by.a > 0 and by.d > 0:
        image = resized(item.data, size)
        window = (
            box[0] - target[0],
            box[1] - target[1],
            box[2] - target[0],
            box[3] - target[1],
        )
        if window != (0, 0, *size):
            image = image.crop(window)
    else:
        wide = np.hypot(by.a * item.width, by.b * item.width)
        high = np.hypot(by.c * item.height, by.d * item.height)
        upright = (max(1, round(float(wide))), max(1, round(float(high))))
        image = resized(item.data, upright)
        onto = by @ Affine(
            item.width / upright[0], 0.0, 0.0, item.height / upright[1], item.x, item.y
        )
        image = _turned(image, onto, box)
    whole = image.mode == "RGB"
    return np.asarray(image.convert("RGBA")), whole


def _turned(image: Image.Image, onto: Affine, box: Pixels) -> Image.Image:
    """`image` moved by `onto`, as seen through `box`; its edges are repeated by a pixel."""
    determinant = onto.a * onto.d - onto.b * onto.c
    a, c = onto.d / determinant, -onto.c / determinant
    b, d = -onto.b / determinant, onto.a / determinant
    x, y = box[0] - onto.e, box[1] - onto.f
    pad = 2
    padded = Image.fromarray(
        np.pad(np.asarray(image), ((pad, pad), (pad, pad), (0, 0)), mode="edge")
    )
    return padded.transform(
        (box[2] - box[0], box[3] - box[1]),
        Image.Transform.AFFINE,
        (a, c, a * x + c * y + pad, b, d, b * x + d * y + pad),
        Image.Resampling.BICUBIC,
    )
