"""Scene to pixels.

Every item becomes a mask of the pixels it touches and a paint laid through it. Strokes are turned
into outlines by the same code that logos use, and words are drawn from their outlines, so that a
picture and the SVG or PDF of the same Scene agree.

A drawing whose ground is opaque is painted on a Sheet (RGB), any other on a Layer (RGBA). Posts of
a batch share their ground, so its pixels are kept (the last four, and at most 40 MB of them), and
the next Scene that begins with the same or equal items starts from a copy. The ground is the first
item, when that is a Group that covers the Scene, whatever is in it; else the items before the first
words or picture. What is kept holds the items themselves, so that their identity cannot pass to
others; they are frozen, so that what was drawn stays true.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Literal

import numpy as np
from PIL import Image

from creativekit.canvas.backends import png as png_file
from creativekit.canvas.backends.compositing import RGBA, Layer, faded, times
from creativekit.canvas.backends.coverage import (
    Mask,
    Pixels,
    path_mask,
    pixels_of,
    rect_mask,
    rect_pieces,
    rounded_masks,
)
from creativekit.canvas.backends.paints import is_opaque, one_color, rgb, sample, sample_alpha
from creativekit.canvas.backends.sheet import Sheet
from creativekit.canvas.backends.text_coverage import line_mask
from creativekit.canvas.outline_ops import MITER_LIMIT, simplify, stroke
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.pictures import is_opaque_file, shown_pixels
from creativekit.canvas.recent import Recent
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

Covered = list[tuple[Pixels, Mask | None]]

_MOST_GROUNDS = 4
_MOST_GROUND_BYTES = 40_000_000
_TURNED: Recent[RGBA] = Recent(12_000_000)

_EVERYWHERE: Pixels = (-(1 << 20), -(1 << 20), 1 << 20, 1 << 20)


def render(scene: Scene, scale: float = 1.0, background: str | None = None) -> Image.Image:
    """The Scene as an image of `scale` pixels to the Scene's px (sides rounded to whole pixels).

    RGBA, transparent where nothing is painted; RGB when `background` (`#rrggbb`) is given.
    """
    drawn = _painted(scene, scale, background)
    if isinstance(drawn, Sheet) and background is not None:
        return Image.fromarray(drawn.colors)
    return Image.fromarray(_with_alpha(drawn))


def png(
    scene: Scene,
    scale: float = 1.0,
    background: str | None = None,
    dpi: float | None = None,
    *,
    effort: Literal["fast", "small", "smallest"] = "fast",
    most: int = 0,
) -> bytes:
    """The same as a PNG file; `dpi` goes into its pHYs chunk.

    effort: "small" counts the colours and takes several times as long; "smallest" also searches
    photographs and gradients thoroughly, which takes ten times as long (see png.encode), where the
    small file is larger than `most` bytes. A drawing with transparency is always made small.
    """
    drawn = _painted(scene, scale, background)
    if isinstance(drawn, Sheet) and effort == "fast":
        return png_file.encode_rows(drawn.rows, dpi)
    found = drawn.colors if isinstance(drawn, Sheet) else drawn.pixels
    return png_file.encode(found, dpi, thorough=effort == "smallest", most=most)


def pixels(scene: Scene, scale: float = 1.0, background: str | None = None) -> RGBA:
    """The same as an array of bytes (height, width, 4)."""
    return _with_alpha(_painted(scene, scale, background))


def opaque_pixels(scene: Scene, scale: float = 1.0, background: str = "#ffffff") -> RGBA:
    """The same on `background`, as an array of bytes (height, width, 3)."""
    drawn = _painted(scene, scale, background)
    assert isinstance(drawn, Sheet)
    return drawn.colors


def _with_alpha(drawn: Sheet | Layer) -> RGBA:
    if isinstance(drawn, Layer):
        return drawn.pixels
    out = np.empty((*drawn.colors.shape[:2], 4), np.uint8)
    for channel in range(3):
        out[..., channel] = drawn.colors[..., channel]
    out[..., 3] = 255
    return out


def _painted(scene: Scene, scale: float, background: str | None) -> Sheet | Layer:
    width = max(1, round(scene.width * scale))
    height = max(1, round(scene.height * scale))
    box = (0, 0, width, height)
    by = Affine.scaling(scale)
    items = scene.items
    grounded = bool(items) and _covers(items[0], by, box)
    target: Sheet | Layer
    ground = _ground_of(items) if grounded else 0
    if ground:
        target = _on_ground(items[:ground], by, box)
        items = items[ground:]
    elif grounded or background is not None:
        target = Sheet(box, rgb(background) if background else None)
    else:
        target = Layer(box, rgb(_first_color(items)))
    _draw(target, items, by, box)
    return target


# ---- the ground


@dataclass(frozen=True, slots=True, eq=False)
class _Ground:
    items: tuple[Item, ...]
    by: Affine
    box: Pixels
    rows: RGBA


_grounds: list[_Ground] = []
_grounds_lock = Lock()


def forget_grounds() -> None:
    """Give back the memory of the grounds that are kept."""
    with _grounds_lock:
        _grounds.clear()


def _ground_of(items: tuple[Item, ...]) -> int:
    """How many of the first items are a ground that is worth keeping; the first covers."""
    if isinstance(items[0], Group):
        return 1
    count = next((n for n, item in enumerate(items) if _has_content(item)), len(items))
    # One rectangle is painted as fast as it is copied.
    return count if count > 1 else 0


def _has_content(item: Item) -> bool:
    """Whether an item is what a post says, rather than what it stands on."""
    if isinstance(item, Group):
        return any(_has_content(part) for part in item.items)
    return isinstance(item, Text | Words | Picture)


def _on_ground(items: tuple[Item, ...], by: Affine, box: Pixels) -> Sheet:
    """A Sheet with the items on it, the first of which covers it."""
    sheet = Sheet(box, None)
    with _grounds_lock:
        kept = next((item for item in _grounds if _is_of(item, items, by, box)), None)
        if kept is not None:
            _grounds.remove(kept)
            _grounds.append(kept)
    if kept is not None:
        sheet.rows[...] = kept.rows
        return sheet
    _draw(sheet, items, by, box)
    made = _Ground(items, by, box, sheet.rows.copy())
    if made.rows.nbytes <= _MOST_GROUND_BYTES // 2:
        with _grounds_lock:
            _grounds.append(made)
            while (
                len(_grounds) > _MOST_GROUNDS
                or sum(item.rows.nbytes for item in _grounds) > _MOST_GROUND_BYTES
            ):
                del _grounds[0]
    return sheet


def _is_of(kept: _Ground, items: tuple[Item, ...], by: Affine, box: Pixels) -> bool:
    # Tuples compare their members by identity first.
    return kept.box == box and kept.by == by and kept.items == items


def _covers(item: Item, by: Affine, box: Pixels) -> bool:
    """Whether an item surely leaves no pixel of `box` open: only simple cases are seen."""
    if isinstance(item, Group):
        inside = item.clip is None and item.opacity >= 1 and bool(item.items)
        return inside and _covers(item.items[0], by @ item.transform, box)
    if by.b or by.c:
        return False
    if isinstance(item, Rect):
        if item.radius > 0 or not _is_opaque_paint(item.fill):
            return False
        corners = item.x, item.y, item.x + item.width, item.y + item.height
    elif isinstance(item, Picture):
        if item.radius > 0 or not is_opaque_file(item.data):
            return False
        corners = item.x, item.y, item.x + item.width, item.y + item.height
    elif isinstance(item, Shape):
        upright = _upright(item.path, Affine())
        if upright is None or not _is_opaque_paint(item.fill):
            return False
        corners = upright
    else:
        return False
    (x0, y0), (x1, y1) = by.apply(*corners[:2]), by.apply(*corners[2:])
    covered = rect_mask(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), box)
    return covered is not None and covered[0] == box and covered[1] is None


def _is_opaque_paint(paint: Paint) -> bool:
    return paint.opacity >= 1 if isinstance(paint, Solid) else is_opaque(paint.stops)


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


# ---- items


@dataclass(frozen=True, slots=True)
class _Veil:
    """What an item is seen through: a mask of the pixels of `box`, and an opacity."""

    box: Pixels
    mask: Mask | None = None
    opacity: float = 1.0

    def of(self, box: Pixels, mask: Mask | None) -> Mask | None:
        """The coverage `mask` of `box` as it is seen."""
        if self.mask is not None:
            x, y = self.box[0], self.box[1]
            own = self.mask[box[1] - y : box[3] - y, box[0] - x : box[2] - x]
            mask = own if mask is None else times(mask, own)
        return faded(mask, self.opacity, box)


def _draw(
    target: Sheet | Layer,
    items: tuple[Item, ...],
    by: Affine,
    within: Pixels,
    veil: _Veil | None = None,
) -> None:
    for item in items:
        if isinstance(item, Group):
            _draw_group(target, item, by @ item.transform, within, veil)
        elif isinstance(item, Picture):
            _draw_picture(target, item, by, within, veil)
        elif isinstance(item, Words):
            _draw(target, item.runs, by, within, veil)
        else:
            paint = item.stroke if isinstance(item, Line) else item.fill
            for box, mask in _covered(item, by, within):
                _lay(target, box, mask, paint, by, veil)


def _covered(item: Rect | Shape | Line | Text, by: Affine, within: Pixels) -> Covered:
    if isinstance(item, Rect):
        return _rect(item.x, item.y, item.width, item.height, item.radius, by, within)
    if isinstance(item, Text):
        mask = line_mask(item.line, item.size, item.x, item.y, by, within)
        return [] if mask is None else [mask]
    if isinstance(item, Shape):
        path = item.path if item.rule == "nonzero" else simplify(item.path, "evenodd")
    else:
        path = stroke(item.path, item.width, item.cap, item.join, item.dash, merged=False)
    mask = path_mask(path, by, within)
    return [] if mask is None else [mask]


def _rect(
    x: float, y: float, width: float, height: float, radius: float, by: Affine, within: Pixels
) -> Covered:
    if width <= 0 or height <= 0:
        return []
    if by.b or by.c:
        covered = path_mask(Path.rect(x, y, width, height, radius), by, within)
        return [] if covered is None else [covered]
    (x0, y0), (x1, y1) = by.apply(x, y), by.apply(x + width, y + height)
    sides = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    if radius > 0:
        if abs(by.a) == abs(by.d):
            pieces = rounded_masks(*sides, radius * abs(by.a), within)
            if pieces is not None:
                return pieces
        covered = path_mask(Path.rect(x, y, width, height, radius), by, within)
        return [] if covered is None else [covered]
    return rect_pieces(*sides, within)


def _lay(
    target: Sheet | Layer,
    box: Pixels,
    mask: Mask | None,
    paint: Paint,
    by: Affine,
    veil: _Veil | None,
) -> None:
    if veil is not None:
        mask = veil.of(box, mask)
    if isinstance(paint, Solid):
        target.paint(box, rgb(paint.color), faded(mask, paint.opacity, box))
        return
    opaque = is_opaque(paint.stops)
    color = None if opaque else one_color(paint.stops)
    if color is not None:
        alpha = sample_alpha(paint, by, box)
        target.paint(box, rgb(color), alpha if mask is None else times(mask, alpha))
        return
    colors = sample(paint, by, box, 3 if opaque and isinstance(target, Sheet) else 4)
    if not opaque:
        mask = np.array(colors[..., 3]) if mask is None else times(mask, colors[..., 3])
    target.paint(box, colors, mask)


def _draw_group(
    target: Sheet | Layer, group: Group, by: Affine, within: Pixels, veil: _Veil | None
) -> None:
    mask: Mask | None = None
    if group.clip is not None:
        upright = _upright(group.clip, by)
        covered = rect_mask(*upright, within) if upright else path_mask(group.clip, by, within)
        if covered is None:
            return
        within, mask = covered
    if group.opacity <= 0:
        return
    if mask is None and group.opacity >= 1 and veil is None:
        _draw(target, group.items, by, within)
        return
    if _is_single(group.items):
        # One item seen through the group's mask is what the group would show.
        if veil is not None:
            mask = veil.of(within, mask)
        _draw(target, group.items, by, within, _Veil(within, mask, group.opacity))
        return
    if veil is not None:
        mask = veil.of(within, mask)
    if isinstance(target, Sheet):
        _draw_over(target, group, by, within, mask)
    else:
        _draw_apart(target, group, by, within, mask)


def _is_single(items: tuple[Item, ...]) -> bool:
    return len(items) == 1 and not isinstance(items[0], Words)


def _draw_over(sheet: Sheet, group: Group, by: Affine, within: Pixels, mask: Mask | None) -> None:
    """The group on a Sheet, mixed with what was there before."""
    used = _extent(group.items, by, within)
    if used is None:
        return
    before = sheet.remember(used)
    _draw(sheet, group.items, by, used)
    if mask is not None:
        x, y = within[0], within[1]
        mask = mask[used[1] - y : used[3] - y, used[0] - x : used[2] - x]
    sheet.mix(used, before, mask, group.opacity)


def _draw_apart(layer: Layer, group: Group, by: Affine, within: Pixels, mask: Mask | None) -> None:
    """The group on a Layer of its own, laid over the one below."""
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


def _extent(items: tuple[Item, ...], by: Affine, within: Pixels) -> Pixels | None:
    """The pixels of `within` that the items can touch."""
    boxes = [box for item in items if (box := _reach(item, by)) is not None]
    if not boxes:
        return None
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    touched = pixels_of(left - 1, top - 1, right + 1, bottom + 1, within)
    return None if touched[0] == touched[2] else touched


def _reach(item: Item, by: Affine) -> Box | None:
    if isinstance(item, Group):
        by = by @ item.transform
        inside = [box for part in item.items if (box := _reach(part, by)) is not None]
    elif isinstance(item, Words):
        inside = [box for part in item.runs if (box := _reach(part, by)) is not None]
    else:
        box = _bounds(item)
        return None if box is None else _moved(box, by)
    if not inside:
        return None
    whole = inside[0]
    for box in inside[1:]:
        whole = whole.union(box)
    return whole


def _bounds(item: Rect | Shape | Line | Text | Picture) -> Box | None:
    if isinstance(item, Rect | Picture):
        return Box(item.x, item.y, item.x + item.width, item.y + item.height)
    if isinstance(item, Text):
        if not item.line.glyphs:
            return None
        # Ink may leave its line's box: by an em and a half on each side it does not.
        room = 1.5 * item.size
        right = item.x + item.line.width * item.size
        return Box(item.x - room, item.y - room, right + room, item.y + room)
    if not item.path:
        return None
    box = item.path.bounds
    return box.inset(-item.width * MITER_LIMIT / 2) if isinstance(item, Line) else box


def _moved(box: Box, by: Affine) -> Box:
    corners = [by.apply(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))


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


# ---- pictures


def _draw_picture(
    target: Sheet | Layer, item: Picture, by: Affine, within: Pixels, veil: _Veil | None
) -> None:
    covered = _rect(item.x, item.y, item.width, item.height, item.radius, by, within)
    if not covered:
        return
    lefts, tops, rights, bottoms = zip(*(box for box, _ in covered), strict=True)
    whole = min(lefts), min(tops), max(rights), max(bottoms)
    colors = _picture_pixels(item, by, whole)
    for box, mask in covered:
        x, y = whole[0], whole[1]
        own = colors[box[1] - y : box[3] - y, box[0] - x : box[2] - x]
        if own.shape[2] == 4:
            alpha = np.ascontiguousarray(own[..., 3])
            mask = alpha if mask is None else times(mask, alpha)
        elif isinstance(target, Layer):
            own = np.concatenate((own, np.full((*own.shape[:2], 1), 255, np.uint8)), axis=2)
        target.paint(box, own, mask if veil is None else veil.of(box, mask))


def _picture_pixels(item: Picture, by: Affine, box: Pixels) -> RGBA:
    """The picture's pixels in `box`, with a fourth channel where it has transparency."""
    corners = Path.rect(item.x, item.y, item.width, item.height).transform(by).bounds
    target = pixels_of(corners.left, corners.top, corners.right, corners.bottom, _EVERYWHERE)
    size = (target[2] - target[0], target[3] - target[1])
    if not by.b and not by.c and by.a > 0 and by.d > 0:
        whole = shown_pixels(item, size)
        x, y = target[0], target[1]
        return whole[box[1] - y : box[3] - y, box[0] - x : box[2] - x]
    wide = np.hypot(by.a * item.width, by.b * item.width)
    high = np.hypot(by.c * item.height, by.d * item.height)
    upright = (max(1, round(float(wide))), max(1, round(float(high))))
    onto = by @ Affine(item.width / upright[0], 0.0, 0.0, item.height / upright[1], item.x, item.y)

    def turned() -> RGBA:
        return np.asarray(_turned(shown_pixels(item, upright), onto, box))

    return _TURNED.get((item, by, box), turned, lambda made: made.nbytes + len(item.data))


def _turned(pixels: RGBA, onto: Affine, box: Pixels) -> Image.Image:
    """A picture moved by `onto`, as seen through `box`; its edges are repeated by a pixel."""
    determinant = onto.a * onto.d - onto.b * onto.c
    a, c = onto.d / determinant, -onto.c / determinant
    b, d = -onto.b / determinant, onto.a / determinant
    x, y = box[0] - onto.e, box[1] - onto.f
    pad = 2
    padded = Image.fromarray(np.pad(pixels, ((pad, pad), (pad, pad), (0, 0)), mode="edge"))
    return padded.transform(
        (box[2] - box[0], box[3] - box[1]),
        Image.Transform.AFFINE,
        (a, c, a * x + c * y + pad, b, d, b * x + d * y + pad),
        Image.Resampling.BICUBIC,
    )
