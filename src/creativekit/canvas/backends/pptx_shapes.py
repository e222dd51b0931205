"""A Scene's items as DrawingML shapes, from painting order to z-order.

What an editor can hold natively stays native: rectangles, ellipses, strokes, pictures with their
crop, words, groups. What it cannot hold becomes outlines: shapes cut by a clip, sheared or mirrored
ones, strokes under a gradient. DrawingML has no clip and no opacity of groups. A clip is cut out
of outlines, or becomes the frame of a picture; the opacity of a group goes into its items, after
those that cover one another have been cut apart.

Neighbours inside a group that have one opaque colour become one shape, so that a pattern is one
thing to pick up and not four hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from creativekit.canvas.backends import pptx_paints, pptx_text
from creativekit.canvas.backends.custom_geometry import (
    custom_geometry,
    known,
    preset_geometry,
    rectangle,
)
from creativekit.canvas.backends.pptx_nodes import (
    Filled,
    Framed,
    Native,
    Node,
    Together,
    Written,
    placed,
    xfrm,
)
from creativekit.canvas.backends.pptx_theme import Theme
from creativekit.canvas.lettering import text_path
from creativekit.canvas.outline_ops import (
    MITER_LIMIT,
    intersect,
    simplify,
    stroke,
    subtract,
    union,
)
from creativekit.canvas.path import IDENTITY, Affine, Box, Path
from creativekit.canvas.scene import (
    Group,
    Item,
    Line,
    Paint,
    Picture,
    RadialGradient,
    Rect,
    Shape,
    Solid,
    Text,
    Words,
)

_TITLE_ROLE = "display"
_CAPS = {"butt": "flat", "round": "rnd", "square": "sq"}
_WIDEST_LINE = 20_116_800
_MOST_CUT_APART = 60
"""Items of a faded group that are compared with one another."""

Media = Callable[[str, bytes], str]
"""Takes a picture's media type and bytes into the package; returns its relationship's id."""


@dataclass(frozen=True)
class Clip:
    """What may be painted (EMU, no overlaps); `box` is given when it is an upright rectangle."""

    path: Path
    box: Box | None


@dataclass(frozen=True)
class Around:
    """What the groups around an item do to it. as_outlines: nothing is to stay native."""

    by: Affine
    clip: Clip | None = None
    opacity: float = 1.0
    as_outlines: bool = False


@dataclass
class Drawing:
    """Turns items into shapes for one slide.

    sheet: the slide's own box in EMU. media: takes the pictures. has_title: whether one of the
    words has become the slide's title.
    """

    theme: Theme
    sheet: Box
    media: Media
    has_title: bool = False
    _seen: dict[str, int] = field(default_factory=dict)

    def nodes(self, items: Iterable[Item], by: Affine) -> list[Node]:
        """The shapes of `items`; `by` takes their px to EMU."""
        return [node for item in items for node in self._item(item, Around(by), top=True)]

    # ---- items

    def _item(self, item: Item, around: Around, top: bool) -> list[Node]:
        if around.opacity <= 0:
            return []
        if isinstance(item, Group):
            return self._group(item, around, top)
        if isinstance(item, Picture):
            return self._picture(item, around)
        if isinstance(item, Words):
            return self._words(item, around, top)
        if isinstance(item, Text):
            return self._text(item, around)
        if isinstance(item, Line):
            return self._line(item, around)
        return self._area(item, around)

    def _group(self, group: Group, around: Around, top: bool) -> list[Node]:
        inner = replace(
            around, by=around.by @ group.transform, opacity=around.opacity * group.opacity
        )
        if group.clip is not None:
            clip = self._clip(group.clip, inner.by, around.clip)
            if clip is not None and not clip.path:
                return []
            inner = replace(inner, clip=clip)
        # A slide's title cannot stand in a group.
        keep = top and not self.has_title and _has_title(group)
        nodes = self._cut_apart(group, inner) if group.opacity < 1 else None
        if nodes is None:
            nodes = [node for item in group.items for node in self._item(item, inner, keep)]
        nodes = list(_merged(nodes))
        if len(nodes) < 2 or keep or around.as_outlines:
            return nodes
        return [Together(tuple(nodes), self._name("Group"))]

    def _cut_apart(self, group: Group, inner: Around) -> list[Node] | None:
        """A faded group's shapes without what others hide of them; None where none does."""
        if inner.as_outlines or not _is_plain(group):
            return None
        names = dict(self._seen)
        opaque = replace(inner, opacity=1.0, as_outlines=True)
        nodes = [node for item in group.items for node in self._item(item, opaque, False)]
        apart = _apart(nodes, inner.opacity)
        if apart is None:
            self._seen = names
        return apart

    def _area(self, item: Rect | Shape, around: Around) -> list[Node]:
        if isinstance(item, Rect):
            if item.width <= 0 or item.height <= 0:
                return []
            path = Path.rect(item.x, item.y, item.width, item.height, item.radius)
            shape = ("rect", Box(item.x, item.y, item.x + item.width, item.y + item.height))
            radius = min(item.radius, item.width / 2, item.height / 2)
        elif item.path:
            path, radius = item.path, 0.0
            shape = known(path) or ("", path.bounds)
        else:
            return []
        name = self._name({"rect": "Rectangle", "ellipse": "Ellipse"}.get(shape[0], "Shape"))
        if isinstance(item.fill, RadialGradient):
            glow = self._glow(item, item.fill, path, shape, around, name)
            if glow is not None:
                return glow
        if shape[0]:
            made = self._preset(item, path, shape, radius, around, name)
            if made is not None:
                return [made]
        elif isinstance(item, Shape):
            path = simplify(path, item.rule)
        return self._outline(path, item.fill, around, name)

    def _preset(
        self,
        item: Rect | Shape,
        path: Path,
        shape: tuple[str, Box],
        radius: float,
        around: Around,
        name: str,
    ) -> Node | None:
        """A rectangle or an ellipse that keeps its handles; None where it is cut or distorted."""
        outline, place = path.transform(around.by), placed(around.by)
        if place is None or (radius > 0 and not place.even):
            return None
        if not self._shows_whole(outline, around.clip):
            return None
        kind, room = shape
        is_rect = kind == "rect"
        preset = rectangle(room.width, room.height, radius) if is_rect else preset_geometry(kind)
        if place.is_upright:
            paint, by = item.fill, around.by
            return Filled((outline,), paint, by, around.opacity, self.theme, name, preset)
        # A gradient is laid on the box before it is turned: only plain colours turn with it.
        if around.as_outlines or not isinstance(item.fill, Solid):
            return None
        frame, _ = place.frame(room)
        fill = pptx_paints.solid(item.fill, self.theme, around.opacity)
        properties = f"{frame}{preset}{fill}<a:ln><a:noFill/></a:ln>"
        return Native(properties, outline.bounds, name)

    def _outline(self, path: Path, paint: Paint, around: Around, name: str) -> list[Node]:
        """A filled outline without overlaps in the item's space, cut to the clip."""
        outline = path.transform(around.by)
        if not outline:
            return []
        if not self._shows_whole(outline, around.clip):
            assert around.clip is not None
            # A mirroring transform turns contours around; boolean operations mind that.
            outline = intersect(simplify(outline), around.clip.path)
            if not outline:
                return []
        return [Filled((outline,), paint, around.by, around.opacity, self.theme, name)]

    def _glow(
        self,
        item: Rect | Shape,
        paint: RadialGradient,
        path: Path,
        shape: tuple[str, Box],
        around: Around,
        name: str,
    ) -> list[Node] | None:
        """A radial gradient as its last colour and a circle on it; None where the circle is cut.

        Programs agree on a gradient in the middle of a square, and on little else.
        """
        place = placed(around.by)
        if place is None or place.even is None or paint.radius <= 0:
            return None
        circle = Path.ellipse(paint.cx, paint.cy, paint.radius)
        reach, room = circle.bounds, shape[1]
        box = path.transform(around.by).bounds
        is_ground = shape[0] == "rect" and place.is_upright and _covers(box, self.sheet)
        is_inside = (
            shape[0] == "rect"
            and (not isinstance(item, Rect) or item.radius <= paint.radius)
            and room.left <= reach.left
            and room.top <= reach.top
            and reach.right <= room.right
            and reach.bottom <= room.bottom
        )
        lit = circle.transform(around.by)
        if not (is_ground or is_inside) or not self._shows_whole(lit, around.clip):
            return None
        made: list[Node] = []
        last = paint.stops[-1]
        if last.opacity > 0:
            # Under a circle that lets light through, the ground would be seen twice.
            if around.opacity < 1 or not pptx_paints.is_opaque(paint):
                return None
            made += self._area(replace(item, fill=Solid(last.color)), around)
        preset = preset_geometry("ellipse")
        by, opacity = around.by, around.opacity
        made.append(Filled((lit,), paint, by, opacity, self.theme, name, preset))
        return made

    def _line(self, item: Line, around: Around) -> list[Node]:
        if item.width <= 0 or not item.path:
            return []
        place = placed(around.by)
        name = self._name("Line")
        if place and place.even and isinstance(item.stroke, Solid) and not around.as_outlines:
            outline = item.path.transform(around.by)
            width = item.width * place.even
            # The ends and corners of a stroke reach past its path.
            reach = outline.bounds.inset(-width * MITER_LIMIT / 2)
            box = outline.bounds
            whole = around.clip is None or (
                around.clip.box is not None and _covers(around.clip.box, reach)
            )
            is_flat = box.width < 1 or box.height < 1
            if whole and width <= _WIDEST_LINE and not (is_flat and len(outline.commands) > 2):
                return [Native(self._stroke(item, outline, width, around.opacity), reach, name)]
        path = stroke(item.path, item.width, item.cap, item.join, item.dash)
        return self._outline(path, item.stroke, around, name)

    def _stroke(self, item: Line, outline: Path, width: float, opacity: float) -> str:
        assert isinstance(item.stroke, Solid)
        box = outline.bounds
        join = "<a:round/>" if item.join == "round" else "<a:bevel/>"
        if item.join == "miter":
            join = f'<a:miter lim="{round(MITER_LIMIT * 100000)}"/>'
        dash = ""
        if item.dash and sum(item.dash) > 0:
            lengths = item.dash * 2 if len(item.dash) % 2 else item.dash
            parts = [round(length / item.width * 100000) for length in lengths]
            pairs = zip(parts[::2], parts[1::2], strict=True)
            dash = "".join(f'<a:ds d="{on}" sp="{off}"/>' for on, off in pairs)
            dash = f"<a:custDash>{dash}</a:custDash>"
        fill = pptx_paints.solid(item.stroke, self.theme, opacity)
        pen = f'<a:ln w="{round(width)}" cap="{_CAPS[item.cap]}">{fill}{dash}{join}</a:ln>'
        if len(outline.commands) > 2 or len(outline.commands[-1]) != 3:
            geometry = custom_geometry((outline,), box, filled=False)
            return f"{xfrm(box)}{geometry}<a:noFill/>{pen}"
        ((x0, y0), (x1, y1)), *_ = outline.flatten()
        turn = ' flipV="1"' if (x1 - x0) * (y1 - y0) < 0 else ""
        return f"{xfrm(box, turn, least=0)}{preset_geometry('line')}{pen}"

    # ---- words

    def _words(self, item: Words, around: Around, top: bool) -> list[Node]:
        if not item.runs:
            return []
        node = self._written(item, around, top)
        if node is not None:
            return [node]
        name = self._name(item.role or "Text")
        outlines = (
            self._outline(
                simplify(text_path(run.line, run.size, run.x, run.y)), run.fill, around, name
            )
            for run in item.runs
        )
        return list(_merged([node for nodes in outlines for node in nodes]))

    def _text(self, item: Text, around: Around) -> list[Node]:
        # A line that is no Words is a part of a drawing (a stamp's turned letters, which have no
        # text of their own): it stays text where it reads like text.
        place = placed(around.by)
        if item.line.text and place is not None and place.is_upright:
            box = Box(item.x, item.y - item.size, item.x, item.y)
            node = self._written(Words(((item,),), item.line.text, box), around, top=False)
            if node is not None:
                return [node]
        path = simplify(text_path(item.line, item.size, item.x, item.y))
        return self._outline(path, item.fill, around, self._name("Text"))

    def _written(self, item: Words, around: Around, top: bool) -> Written | None:
        place = placed(around.by)
        if place is None or place.flipped or not place.even:
            return None
        if around.clip is not None:
            letters = Path.join(text_path(run.line, run.size, run.x, run.y) for run in item.runs)
            if letters and not self._is_unhurt(letters.transform(around.by), around.clip):
                return None
        made = pptx_text.text_box(item, self.theme, place.even, around.opacity)
        if made is None:
            return None
        frame, box = place.frame(made.box)
        is_title = top and item.role == _TITLE_ROLE and not self.has_title
        self.has_title |= is_title
        return Written(frame, made.body, box, self._name(item.role or "Text"), is_title)

    # ---- pictures

    def _picture(self, item: Picture, around: Around) -> list[Node]:
        if item.width <= 0 or item.height <= 0:
            return []
        # Most drawings have no picture in them, and need neither Pillow nor numpy.
        from creativekit.canvas.pictures import embeddable, embedded, is_plain

        place = placed(around.by)
        if place is None:
            return self._baked(item, around)
        whole = Box(item.x, item.y, item.x + item.width, item.y + item.height)
        outline = Path.rect(item.x, item.y, item.width, item.height, item.radius)
        shown, geometry = whole, rectangle(item.width, item.height, item.radius)
        if item.radius > 0 and not place.even:
            geometry = ""
        if not self._shows_whole(outline.transform(around.by), around.clip):
            assert around.clip is not None
            cut = simplify(around.clip.path.transform(_inverse(around.by)))
            outline = intersect(outline, cut)
            if not outline:
                return []
            shape = known(outline)
            shown = outline.bounds
            geometry = preset_geometry(shape[0]) if shape else ""
        frame, box = place.frame(shown)
        if not geometry:
            local = Affine(place.scale[0], 0, 0, place.scale[1])
            moved = outline.translate(-shown.left, -shown.top).transform(local)
            geometry = custom_geometry((moved,), Box(0, 0, box.width, box.height))
        part = item.crop or Box(0, 0, 1, 1)
        if item.treatment is not None:
            kind, data = embedded(item, round(2 * max(item.width, item.height)))
            part = Box(0, 0, 1, 1)
        elif is_plain(item.data):
            kind, data = embeddable(item.data)
        else:
            # All of it, upright and in sRGB, and no larger than the part that is shown needs it.
            whole_side = max(item.width / part.width, item.height / part.height)
            everything = replace(item, crop=Box(0, 0, 1, 1))
            kind, data = embedded(everything, round(2 * whole_side))
        crop = Box(
            part.left + part.width * (shown.left - whole.left) / item.width,
            part.top + part.height * (shown.top - whole.top) / item.height,
            part.left + part.width * (shown.right - whole.left) / item.width,
            part.top + part.height * (shown.bottom - whole.top) / item.height,
        )
        properties = f"{frame}{geometry}"
        name = self._name("Picture")
        return [
            Framed(self.media(kind, data), crop, properties, box, around.opacity, item.alt, name)
        ]

    def _baked(self, item: Picture, around: Around) -> list[Node]:
        """A sheared picture, drawn as it will look."""
        from creativekit.canvas.backends.raster import png
        from creativekit.canvas.scene import Scene

        box = Path.rect(item.x, item.y, item.width, item.height).transform(around.by).bounds
        size = min(1.0, 2000 / max(box.width, box.height))
        move = Affine(size, 0, 0, size, -box.left * size, -box.top * size)
        scene = Scene(box.width * size, box.height * size, (Group((item,), move @ around.by),))
        plain = Picture(png(scene), box.left, box.top, box.width, box.height, alt=item.alt)
        return self._picture(plain, replace(around, by=IDENTITY))

    # ---- clips

    def _clip(self, path: Path, by: Affine, outer: Clip | None) -> Clip | None:
        """A clip cut to the one around it; None when it lets through all of the slide."""
        own = simplify(path.transform(by)) if path else path
        if not own:
            return Clip(Path(), None)
        if outer is not None:
            own = intersect(own, outer.path)
            if not own:
                return Clip(Path(), None)
        shape = known(own)
        box = shape[1] if shape is not None and shape[0] == "rect" else None
        # What reaches past the slide is cut by its edge.
        if box is not None and _covers(box, self.sheet):
            return None
        return Clip(own, box)

    def _shows_whole(self, outline: Path, clip: Clip | None) -> bool:
        return clip is None or (clip.box is not None and _covers(clip.box, outline.bounds))

    def _is_unhurt(self, letters: Path, clip: Clip) -> bool:
        """Whether a clip takes nothing away from letters."""
        if self._shows_whole(letters, clip):
            return True
        whole = simplify(letters)
        left = intersect(whole, clip.path)
        return bool(left) and left.area >= whole.area * 0.9999

    def _name(self, kind: str) -> str:
        self._seen[kind] = self._seen.get(kind, 0) + 1
        return kind if kind == _TITLE_ROLE else f"{kind} {self._seen[kind]}"


def background(item: Item, by: Affine, sheet: Box) -> Solid | None:
    """The paint of an item that is nothing but a plain ground under all of the slide."""
    if isinstance(item, Rect):
        path = Path.rect(item.x, item.y, item.width, item.height)
        if item.radius > 0 or item.width <= 0 or item.height <= 0:
            return None
    elif isinstance(item, Shape) and item.path:
        path = item.path
    else:
        return None
    if not isinstance(item.fill, Solid) or item.fill.opacity < 1:
        return None
    shape = known(path.transform(by))
    if shape is None or shape[0] != "rect" or not _covers(shape[1], sheet):
        return None
    return item.fill


def plain_ground(
    items: tuple[Item, ...], by: Affine, sheet: Box
) -> tuple[Solid | None, tuple[Item, ...]]:
    """The slide's plain background, and what is painted on it."""
    if not items:
        return None, items
    paint = background(items[0], by, sheet)
    return paint, items[1:] if paint is not None else items


def _apart(nodes: list[Node], opacity: float) -> list[Node] | None:
    """Opaque shapes without what those above hide of them; None where nothing is hidden."""
    shapes = [node for node in nodes if isinstance(node, Filled) and node.is_flat]
    if len(shapes) != len(nodes) or not 1 < len(nodes) <= _MOST_CUT_APART:
        return None
    made: list[Node] = []
    above = Path()
    is_cut = False
    for node in reversed(shapes):
        path = left = union(*node.paths)
        if above and _meet(path.bounds, above.bounds):
            left = subtract(path, above)
            is_cut = True
        above = union(above, path)
        if left:
            made.append(replace(node, paths=(left,), opacity=opacity, preset=""))
    return made[::-1] if is_cut else None


def _is_plain(group: Group) -> bool:
    """Whether there are only outlines in a group, none of them faded on its own."""
    return all(
        _is_plain(item) and item.opacity >= 1
        if isinstance(item, Group)
        else isinstance(item, Rect | Shape | Line)
        for item in group.items
    )


def _merged(nodes: list[Node]) -> Iterator[Node]:
    """Neighbours of one opaque colour as one shape."""
    waiting: Filled | None = None
    for node in nodes:
        if isinstance(node, Filled) and node.is_flat:
            if waiting is not None and waiting.paint == node.paint:
                waiting = replace(waiting, paths=waiting.paths + node.paths, preset="")
                continue
            if waiting is not None:
                yield waiting
            waiting = node
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        yield node
    if waiting is not None:
        yield waiting


def _has_title(group: Group) -> bool:
    return any(
        (isinstance(item, Words) and item.role == _TITLE_ROLE)
        or (isinstance(item, Group) and _has_title(item))
        for item in group.items
    )


def _covers(outer: Box, inner: Box) -> bool:
    """Whether a box holds another, to a tenth of a px."""
    near = 952.5
    return (
        outer.left <= inner.left + near
        and outer.top <= inner.top + near
        and outer.right >= inner.right - near
        and outer.bottom >= inner.bottom - near
    )


def _meet(a: Box, b: Box) -> bool:
    return a.left < b.right and b.left < a.right and a.top < b.bottom and b.top < a.bottom


def _inverse(by: Affine) -> Affine:
    determinant = by.a * by.d - by.b * by.c
    a, b = by.d / determinant, -by.b / determinant
    c, d = -by.c / determinant, by.a / determinant
    return Affine(a, b, c, d, -(a * by.e + c * by.f), -(b * by.e + d * by.f))
