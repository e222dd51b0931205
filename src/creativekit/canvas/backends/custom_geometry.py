"""Outlines in DrawingML: preset shapes where an outline is one, custom geometry for all others.

A preset keeps its handles in an editor (a rounded corner can be dragged), so rectangles and
ellipses are recognised by their points. Programs fill a custom outline by the even-odd rule, and
none of them offers the other: outlines come here with no contour crossing another, for which both
rules are one. Each `a:path` is filled by itself, so shapes that overlap may share a geometry.
Source: ECMA-376 part 1, § 20.1.9.
"""

from __future__ import annotations

from collections.abc import Sequence

from creativekit.canvas.path import Box, Path

_NEAR = 1e-6

_HEAD = (
    "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
    '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
)


def custom_geometry(paths: Sequence[Path], box: Box, *, filled: bool = True) -> str:
    """`a:custGeom` of outlines in EMU, drawn in a shape that lies on `box` (EMU too)."""
    size = f'w="{extent(box.width)}" h="{extent(box.height)}"'
    fill = "" if filled else ' fill="none"'
    drawn = "".join(f"<a:path {size}{fill}>{_commands(path, box)}</a:path>" for path in paths)
    return f"{_HEAD}{drawn}</a:pathLst></a:custGeom>"


def preset_geometry(name: str, **adjust: int) -> str:
    """`a:prstGeom` with its adjustments, 100000 being the whole."""
    guides = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in adjust.items())
    values = f"<a:avLst>{guides}</a:avLst>" if guides else "<a:avLst/>"
    return f'<a:prstGeom prst="{name}">{values}</a:prstGeom>'


def rectangle(width: float, height: float, radius: float) -> str:
    """The geometry of a rectangle whose corners are rounded by `radius`, all in one unit."""
    short = min(width, height)
    if radius <= 0 or short <= 0:
        return preset_geometry("rect")
    return preset_geometry("roundRect", adj=min(50000, round(radius / short * 100000)))


def known(path: Path) -> tuple[str, Box] | None:
    """The preset ("rect" or "ellipse") that an upright outline is, and its box."""
    if not 4 <= len(path.commands) <= 6:
        return None
    box = path.bounds
    if _is_upright(path, box):
        return "rect", box
    near = _NEAR * max(abs(box.left), abs(box.top), box.width, box.height)
    ellipse = Path.ellipse(*box.center, box.width / 2, box.height / 2)
    if _same(path, ellipse, near):
        return "ellipse", box
    return None


def extent(length: float) -> int:
    """A width or height in EMU; nothing may be less than one."""
    return max(1, round(length))


def _is_upright(path: Path, box: Box) -> bool:
    points = [(c[1], c[2]) for c in path.commands if len(c) == 3]
    if len(points) + 1 < len(path.commands) or len(points) < 4:
        return False
    if len(points) == 5 and points[4] == points[0]:
        points.pop()
    corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom)]
    corners.append((box.left, box.bottom))
    if len(points) != 4 or points[0] not in corners:
        return False
    at = corners.index(points[0])
    around = corners[at:] + corners[:at]
    return points in (around, around[:1] + around[:0:-1])


def _same(a: Path, b: Path, near: float) -> bool:
    return len(a.commands) == len(b.commands) and all(
        one[0] == two[0] and all(abs(p - q) <= near for p, q in zip(one[1:], two[1:], strict=True))
        for one, two in zip(a.commands, b.commands, strict=True)
    )


def _commands(path: Path, box: Box) -> str:
    left, top = box.left, box.top
    parts: list[str] = []
    for command in path.commands:
        if len(command) == 7:
            _, x1, y1, x2, y2, x, y = command
            parts.append(
                f'<a:cubicBezTo><a:pt x="{round(x1 - left)}" y="{round(y1 - top)}"/>'
                f'<a:pt x="{round(x2 - left)}" y="{round(y2 - top)}"/>'
                f'<a:pt x="{round(x - left)}" y="{round(y - top)}"/></a:cubicBezTo>'
            )
        elif len(command) == 3:
            letter, x, y = command
            name = "moveTo" if letter == "M" else "lnTo"
            point = f'<a:pt x="{round(x - left)}" y="{round(y - top)}"/>'
            parts.append(f"<a:{name}>{point}</a:{name}>")
        else:
            parts.append("<a:close/>")
    return "".join(parts)
