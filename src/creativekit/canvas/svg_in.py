"""A sanitized SVG as a Scene: plain fills, strokes, gradients, clips and groups stay vectors.

So a brought logo can be recoloured, measured and written to every format. Drawings with effects
that a Scene has no words for (masks, filters, patterns, markers, blend modes, focal or repeated
gradients, pictures inside) raise `Complex`. Source: SVG 2, w3.org/TR/SVG2.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from creativekit.canvas import outline_ops
from creativekit.canvas.path import IDENTITY, Affine, Path, Point
from creativekit.canvas.scene import (
    Group,
    Item,
    Line,
    LinearGradient,
    Paint,
    RadialGradient,
    Scene,
    Shape,
    Solid,
    Stop,
)
from creativekit.canvas.svg_path_data import arc, parse
from creativekit.canvas.svg_sanitizer import Element
from creativekit.canvas.svg_style import Complex, Sheet, color, fraction, length

MOST_ITEMS = 20_000
"""Drawn items: a file may use one part many times over, and parts of parts."""

_MOST_DEPTH = 100
_TRANSFORM = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_ADDRESS = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)['\"]?\s*\)\s*(.*)")
_NEVER_DRAWN = frozenset(
    {"defs", "symbol", "clipPath", "mask", "marker", "pattern", "filter", "title", "desc", "style",
     "linearGradient", "radialGradient", "stop"}
)  # fmt: skip


def scene_of(root: Element) -> Scene:
    """The drawing as a Scene as large as its viewBox.

    Raises Complex for what a Scene cannot carry, TooMuch, and Broken.
    """
    left, top, width, height = view_box(root)
    drawing = _Drawing(root, width, height)
    style = drawing.sheet.of(root, {})
    drawing.plain(root, style)
    if fraction(style["opacity"]) < 1 or style["transform"] or style["clip-path"] != "none":
        raise Complex("svg")
    items = drawing.children(root, style, 0)
    if left or top:
        items = (Group(items, Affine.translation(-left, -top)),) if items else ()
    title = next((child.text for child in root.children if child.name == "title"), "")
    return Scene(width, height, items, title)


def view_box(root: Element) -> tuple[float, float, float, float]:
    """Left, top, width and height of the drawing. Raises Broken when the file gives no size."""
    box = root.attributes.get("viewBox")
    if box is not None:
        numbers = [part for part in re.split(r"[\s,]+", box.strip()) if part]
        try:
            left, top, width, height = map(float, numbers)
        except ValueError:
            raise Broken(root) from None
    else:
        left = top = 0.0
        try:
            width, height = (length(root.attributes[side], 0.0) for side in ("width", "height"))
        except (KeyError, Complex):
            raise Broken(root) from None
    if not (0 < width < 1e6 and 0 < height < 1e6 and abs(left) < 1e7 and abs(top) < 1e7):
        raise Broken(root)
    return left, top, width, height


class Broken(Exception):
    """An element that cannot be read: the drawing without a size, or an outline."""

    def __init__(self, element: Element) -> None:
        super().__init__(element.name)
        self.element = element


class TooMuch(Exception):
    """The drawing uses its parts so often, or so deep inside each other, that it is an attack."""


@dataclass(frozen=True)
class _Shown:
    """A paint server's paint, and the transform of the space that it is given in."""

    paint: Paint
    space: Affine = IDENTITY


class _Drawing:
    def __init__(self, root: Element, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.diagonal = math.hypot(width, height) / math.sqrt(2)
        self.sheet = Sheet(root.walk())
        self.by_id: dict[str, Element] = {}
        for element in root.walk():
            name = element.attributes.get("id")
            if name is not None:
                self.by_id.setdefault(name, element)
        self.count = 0

    def children(self, element: Element, style: Mapping[str, str], depth: int) -> tuple[Item, ...]:
        drawn: list[Item] = []
        for child in element.children:
            drawn += self.item(child, style, depth + 1)
        return tuple(drawn)

    def item(self, element: Element, parent: Mapping[str, str], depth: int) -> tuple[Item, ...]:
        if element.name in _NEVER_DRAWN:
            return ()
        self.count += 1
        if depth > _MOST_DEPTH or self.count > MOST_ITEMS:
            raise TooMuch
        style = self.sheet.of(element, parent)
        if style["display"] == "none":
            return ()
        self.plain(element, style)
        if element.name in ("g", "svg", "use", "switch"):
            items = self.container(element, style, depth)
        elif style["visibility"] != "visible":
            return ()
        else:
            items = self.shape(element, style)
        if not items:
            return ()
        by = transform(style["transform"])
        clip = self.clip(style["clip-path"])
        opacity = fraction(style["opacity"])
        if by == IDENTITY and clip is None and opacity == 1:
            return items
        return (Group(items, by, clip, opacity),)

    def plain(self, element: Element, style: Mapping[str, str]) -> None:
        """Raise Complex when the element has an effect that is not carried over."""
        for name in ("mask", "filter", "marker", "marker-start", "marker-mid", "marker-end"):
            if style[name] != "none":
                raise Complex(name)
        if style["mix-blend-mode"] != "normal" or style["vector-effect"] != "none":
            raise Complex(element.name)
        if element.name in ("image", "switch"):
            raise Complex(element.name)

    def container(self, element: Element, style: Mapping[str, str], depth: int) -> tuple[Item, ...]:
        if element.name != "use":
            if element.name == "svg":
                raise Complex("svg")
            return self.children(element, style, depth)
        target = self.target(element.attributes.get("xlink:href", ""))
        if target is None:
            return ()
        if target.name == "symbol":
            if "viewBox" in target.attributes:
                raise Complex("symbol")
            target = replace(target, name="g")
        items = self.item(target, style, depth + 1)
        x, y = self.across(element, "x"), self.down(element, "y")
        return (Group(items, Affine.translation(x, y)),) if items and (x or y) else items

    def target(self, address: str) -> Element | None:
        return self.by_id.get(address.strip().removeprefix("#"))

    # ---- shapes

    def shape(self, element: Element, style: Mapping[str, str]) -> tuple[Item, ...]:
        path = self.outline(element)
        if not path:
            return ()
        parts = [self.filled(path, style), self.stroked(path, style)]
        if style["paint-order"].split()[:1] == ["stroke"]:
            parts.reverse()
        return tuple(part for part in parts if part is not None)

    def filled(self, path: Path, style: Mapping[str, str]) -> Item | None:
        shown = self.paint(style["fill"], style, fraction(style["fill-opacity"]), path)
        if shown is None:
            return None
        rule = style["fill-rule"]
        if rule not in ("nonzero", "evenodd"):
            raise Complex(rule)
        shape = Shape(path, shown.paint, "evenodd" if rule == "evenodd" else "nonzero")
        return _placed(shape, shown)

    def stroked(self, path: Path, style: Mapping[str, str]) -> Item | None:
        shown = self.paint(style["stroke"], style, fraction(style["stroke-opacity"]), path)
        width = length(style["stroke-width"], self.diagonal)
        if shown is None or width <= 0:
            return None
        cap, join = style["stroke-linecap"], style["stroke-linejoin"]
        limit = length(style["stroke-miterlimit"], 0.0)
        if cap not in ("butt", "round", "square") or join not in ("miter", "round", "bevel"):
            raise Complex(cap)
        dash: tuple[float, ...] = ()
        if style["stroke-dasharray"] != "none":
            parts = [part for part in re.split(r"[\s,]+", style["stroke-dasharray"]) if part]
            dash = tuple(length(part, self.diagonal) for part in parts)
            if length(style["stroke-dashoffset"], self.diagonal) or min(dash, default=0.0) < 0:
                raise Complex("stroke-dashoffset")
            if sum(dash) == 0:
                dash = ()
        sharp = join == "miter" and limit != outline_ops.MITER_LIMIT
        if sharp or shown.space != IDENTITY:
            # A Line has neither another limit for its corners nor a space of its own for its paint.
            outline = outline_ops.stroke(path, width, cap, join, dash, miter_limit=limit)
            return _placed(Shape(outline, shown.paint), shown)
        return Line(path, shown.paint, width, cap, join, dash)  # type: ignore[arg-type]

    def outline(self, element: Element) -> Path:
        try:
            return self.outline_of(element)
        except (ValueError, OverflowError):
            raise Broken(element) from None

    def outline_of(self, element: Element) -> Path:
        if element.name == "path":
            text = element.attributes.get("d", "").strip()
            return Path() if text in ("", "none") else parse(text)
        if element.name == "rect":
            return self.rect(element)
        if element.name in ("circle", "ellipse"):
            cx, cy = self.across(element, "cx"), self.down(element, "cy")
            if element.name == "circle":
                rx = ry = self.measure(element, "r", self.diagonal)
            else:
                rx, ry = self.radii(element)
            return Path.ellipse(cx, cy, rx, ry) if rx > 0 and ry > 0 else Path()
        if element.name == "line":
            start = self.across(element, "x1"), self.down(element, "y1")
            end = self.across(element, "x2"), self.down(element, "y2")
            return Path.polygon((start, end), closed=False)
        if element.name in ("polyline", "polygon"):
            numbers = [
                float(part)
                for part in re.split(r"[\s,]+", element.attributes.get("points", "").strip())
                if part
            ]
            points: list[Point] = list(zip(numbers[0::2], numbers[1::2], strict=True))
            return Path.polygon(points, closed=element.name == "polygon")
        raise Complex(element.name)

    def rect(self, element: Element) -> Path:
        x, y = self.across(element, "x"), self.down(element, "y")
        width, height = self.across(element, "width"), self.down(element, "height")
        if width <= 0 or height <= 0:
            return Path()
        rx, ry = self.radii(element)
        rx, ry = min(rx, width / 2), min(ry, height / 2)
        if rx <= 0 or ry <= 0:
            return Path.rect(x, y, width, height)
        if rx == ry:
            return Path.rect(x, y, width, height, rx)
        right, bottom = x + width, y + height
        corners = (
            ((right - rx, y), (right, y + ry)),
            ((right, bottom - ry), (right - rx, bottom)),
            ((x + rx, bottom), (x, bottom - ry)),
            ((x, y + ry), (x + rx, y)),
        )
        path = Path((("M", x + rx, y),))
        for start, end in corners:
            curve = arc(start, rx, ry, 0.0, False, True, end)
            path += Path((("L", *start), *curve))
        return path + Path((("Z",),))

    def radii(self, element: Element) -> tuple[float, float]:
        rx = element.attributes.get("rx", "auto")
        ry = element.attributes.get("ry", "auto")
        if rx == "auto":
            rx = ry
        if ry == "auto":
            ry = rx
        if rx == "auto":
            return 0.0, 0.0
        return length(rx, self.width), length(ry, self.height)

    def across(self, element: Element, name: str) -> float:
        return self.measure(element, name, self.width)

    def down(self, element: Element, name: str) -> float:
        return self.measure(element, name, self.height)

    def measure(self, element: Element, name: str, whole: float) -> float:
        return length(element.attributes.get(name, "0"), whole)

    # ---- paints

    def paint(
        self, text: str, style: Mapping[str, str], opacity: float, path: Path
    ) -> _Shown | None:
        found = _ADDRESS.fullmatch(text.strip())
        if found:
            server = self.by_id.get(found[1])
            if server is not None:
                return self.gradient(server, opacity, path, 0)
            text = found[2] or "none"
        solid = color(text, style["color"])
        if solid is None:
            return None
        return _Shown(Solid(solid[0], solid[1] * opacity))

    def gradient(self, element: Element, opacity: float, path: Path, depth: int) -> _Shown | None:
        if element.name not in ("linearGradient", "radialGradient"):
            raise Complex(element.name)
        attributes, stops = self.inherited(element, depth)
        if attributes.get("spreadMethod", "pad") != "pad":
            raise Complex("spreadMethod")
        if not stops:
            return None
        stops = tuple(replace(stop, opacity=stop.opacity * opacity) for stop in stops)
        if len(stops) == 1:
            return _Shown(Solid(stops[0].color, stops[0].opacity))
        space = transform(attributes.get("gradientTransform", ""))
        user = attributes.get("gradientUnits") == "userSpaceOnUse"
        wide, high = (self.width, self.height) if user else (1.0, 1.0)
        if not user:
            box = path.bounds
            if box.width == 0 or box.height == 0:
                return None
            space = Affine(box.width, 0.0, 0.0, box.height, box.left, box.top) @ space

        def at(name: str, default: str, whole: float) -> float:
            return length(attributes.get(name, default), whole)

        if element.name == "linearGradient":
            x0, y0 = at("x1", "0%", wide), at("y1", "0%", high)
            x1, y1 = at("x2", "100%", wide), at("y2", "0%", high)
            if (x0, y0) == (x1, y1):
                return _Shown(Solid(stops[-1].color, stops[-1].opacity))
            return _straight(x0, y0, x1, y1, stops, space)
        cx, cy = at("cx", "50%", wide), at("cy", "50%", high)
        radius = at("r", "50%", self.diagonal if user else 1.0)
        for focus, center in (("fx", cx), ("fy", cy)):
            whole = wide if focus == "fx" else high
            if focus in attributes and abs(at(focus, "0", whole) - center) > 1e-6 * whole:
                raise Complex(focus)
        if radius <= 0:
            return _Shown(Solid(stops[-1].color, stops[-1].opacity))
        return _Shown(RadialGradient(cx, cy, radius, stops), space)

    def inherited(self, element: Element, depth: int) -> tuple[dict[str, str], tuple[Stop, ...]]:
        """A gradient's attributes and stops, with what it takes from the gradient it refers to."""
        attributes = dict(element.attributes)
        stops = tuple(self.stop(child) for child in element.children if child.name == "stop")
        other = self.target(attributes.pop("xlink:href", ""))
        if other is not None and depth < _MOST_DEPTH:
            further, theirs = self.inherited(other, depth + 1)
            attributes = {**further, **attributes}
            stops = stops or theirs
        least = 0.0
        rising: list[Stop] = []
        for stop in stops:
            least = max(least, stop.offset)
            rising.append(replace(stop, offset=least))
        return attributes, tuple(rising)

    def stop(self, element: Element) -> Stop:
        style = self.sheet.of(element, {})
        shade = color(style["stop-color"], style["color"]) or ("#000000", 0.0)
        offset = fraction(element.attributes.get("offset", "0"))
        return Stop(offset, shade[0], shade[1] * fraction(style["stop-opacity"]))

    # ---- clips

    def clip(self, text: str) -> Path | None:
        if text == "none":
            return None
        found = _ADDRESS.fullmatch(text.strip())
        element = self.by_id.get(found[1]) if found else None
        if element is None:
            raise Complex(text)
        attributes = element.attributes
        if element.name != "clipPath" or attributes.get("clipPathUnits") == "objectBoundingBox":
            raise Complex(element.name)
        style = self.sheet.of(element, {})
        if style["clip-path"] != "none":
            raise Complex("clip-path")
        paths = []
        for child in element.children:
            own = self.sheet.of(child, style)
            if child.name in ("title", "desc") or own["display"] == "none":
                continue
            if own["clip-path"] != "none":
                raise Complex("clip-path")
            by = transform(own["transform"])
            if child.name == "use":
                x, y = self.across(child, "x"), self.down(child, "y")
                by = by @ Affine.translation(x, y)
                target = self.target(child.attributes.get("xlink:href", ""))
                if target is None:
                    continue
                child, own = target, self.sheet.of(target, own)
                by = by @ transform(own["transform"])
            even = own["clip-rule"] == "evenodd"
            path = self.outline(child).transform(by)
            paths.append(outline_ops.simplify(path, "evenodd") if even else path)
        joined = outline_ops.union(*paths) if len(paths) > 1 else Path.join(paths)
        return joined.transform(transform(style["transform"]))


def transform(text: str) -> Affine:
    """A `transform` attribute. Raises Complex for what is none."""
    by = IDENTITY
    at = 0
    text = "" if text.strip() == "none" else text.strip()
    while at < len(text):
        found = _TRANSFORM.match(text, at)
        if found is None:
            raise Complex(text)
        values = [part for part in re.split(r"[\s,]+", found[2].strip()) if part]
        numbers = [length(value.lower().removesuffix("deg"), 0.0) for value in values]
        by = by @ _transform(found[1], numbers)
        at = found.end()
    return by


def _transform(name: str, numbers: list[float]) -> Affine:
    count = len(numbers)
    if name == "matrix" and count == 6:
        return Affine(*numbers)
    if name == "translate" and count in (1, 2):
        return Affine.translation(numbers[0], numbers[1] if count == 2 else 0.0)
    if name == "scale" and count in (1, 2):
        return Affine.scaling(*numbers)
    if name == "rotate" and count in (1, 3):
        return Affine.rotation(*numbers)
    if name in ("skewX", "skewY") and count == 1:
        slope = math.tan(math.radians(numbers[0]))
        return Affine(c=slope) if name == "skewX" else Affine(b=slope)
    raise Complex(name)


def _straight(
    x0: float, y0: float, x1: float, y1: float, stops: tuple[Stop, ...], space: Affine
) -> _Shown:
    """A linear gradient moved out of its own space: its bands stay straight under any transform."""
    determinant = space.a * space.d - space.b * space.c
    if abs(determinant) < 1e-12:
        return _Shown(Solid(stops[-1].color, stops[-1].opacity))
    vx, vy = x1 - x0, y1 - y0
    square = vx * vx + vy * vy
    gx = (space.d * vx - space.b * vy) / (determinant * square)
    gy = (space.a * vy - space.c * vx) / (determinant * square)
    steep = gx * gx + gy * gy
    x, y = space.apply(x0, y0)
    return _Shown(LinearGradient(x, y, x + gx / steep, y + gy / steep, stops))


def _placed(shape: Shape, shown: _Shown) -> Item:
    """The shape, drawn inside the space that its paint is given in."""
    if shown.space == IDENTITY:
        return shape
    space = shown.space
    determinant = space.a * space.d - space.b * space.c
    if abs(determinant) < 1e-12:
        raise Complex("gradientTransform")
    a, b = space.d / determinant, -space.b / determinant
    c, d = -space.c / determinant, space.a / determinant
    back = Affine(a, b, c, d, -(a * space.e + c * space.f), -(b * space.e + d * space.f))
    return Group((replace(shape, path=shape.path.transform(back)),), space)
