"""A fitted text put onto a drawing: Words of the Scene.

Edges are optical. At the start it is the ink of each line's first letter that stands on the edge,
an opening quote hanging outside of it; at the end, the ink of its last one; in the middle the ink
is centred. Numeric edges leave large type visibly indented by the side bearing of its first letter.
"""

from __future__ import annotations

from typing import Literal

from creativekit.canvas.path import Box
from creativekit.canvas.scene import Paint, Solid, Text, Words
from creativekit.canvas.text.fit import Fitted
from creativekit.canvas.text.line import Line

Align = Literal["start", "middle", "end"]


def words(
    fitted: Fitted,
    x: float,
    y: float,
    width: float,
    align: Align,
    fill: Paint | str,
    role: str,
) -> Words:
    """The block with its top at `y` px, its lines between `x` and `x` + `width` px.

    The first baseline is at y + fitted.ascent. fill: a paint, or `#rrggbb`.
    """
    paint = Solid(fill) if isinstance(fill, str) else fill
    size = fitted.size
    lines: list[tuple[Text, ...]] = []
    for index, line in enumerate(fitted.lines):
        origin = x + _origin(line, width / size, align) * size
        baseline = y + fitted.ascent + index * fitted.leading * size
        lines.append(
            tuple(Text(run, origin + at * size, baseline, size, paint) for run, at in line.runs)
        )
    box = Box(x, y, x + width, y + fitted.height)
    return Words(tuple(lines), fitted.text, box, align, fitted.leading, role)


def _origin(line: Line, room: float, align: Align) -> float:
    """Where the line's origin stands in `room` em."""
    if align == "start":
        return -line.left_em
    if align == "end":
        return room - line.ink_right_em
    return (room - line.ink_left_em - line.ink_right_em) / 2
