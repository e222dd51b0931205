"""Setting single lines and short paragraphs into a Scene, where the size is given.

(Fitting a headline to a box is another matter, and another module.) Widths come from shaping, so
what is measured here is what every backend draws.
"""

from __future__ import annotations

from typing import Literal

from creativekit.canvas.scene import Paint, Solid, Text
from creativekit.fonts.faces import Face
from creativekit.fonts.shaping import shape

Anchor = Literal["start", "middle", "end"]


def line(
    text: str,
    face: Face,
    size: float,
    x: float,
    y: float,
    fill: Paint | str,
    *,
    anchor: Anchor = "start",
    tracking: float = 0.0,
    language: str = "kk",
    features: tuple[str, ...] = (),
) -> Text:
    """One line with its baseline at `y` px; `x` is its start, middle or end. Tracking in em."""
    shaped = shape(face, text, language, tracking, features)
    width = shaped.width * size
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    return Text(shaped, left, y, size, Solid(fill) if isinstance(fill, str) else fill)


def wrap(
    text: str,
    face: Face,
    size: float,
    width: float,
    language: str = "kk",
    tracking: float = 0.0,
    features: tuple[str, ...] = (),
) -> tuple[str, ...]:
    """Lines no wider than `width` px, broken at spaces; a longer word stands alone and sticks out.

    Existing line breaks are kept.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        current = ""
        for word in paragraph.split(" "):
            candidate = f"{current} {word}" if current else word
            long = shape(face, candidate, language, tracking, features).width * size
            if current and long > width:
                lines.append(current)
                current = word
            else:
                current = candidate
        lines.append(current)
    return tuple(lines)


def paragraph(
    text: str,
    face: Face,
    size: float,
    x: float,
    y: float,
    width: float,
    fill: Paint | str,
    *,
    leading: float = 1.4,
    anchor: Anchor = "start",
    tracking: float = 0.0,
    language: str = "kk",
    most_lines: int | None = None,
) -> tuple[Text, ...]:
    """Wrapped lines, the first baseline at `y`; `leading` is line height over size."""
    broken = wrap(text, face, size, width, language, tracking)
    return tuple(
        line(
            part,
            face,
            size,
            x,
            y + index * size * leading,
            fill,
            anchor=anchor,
            tracking=tracking,
            language=language,
        )
        for index, part in enumerate(broken[:most_lines])
    )


def fitting_size(
    text: str, face: Face, size: float, width: float, language: str = "kk", tracking: float = 0.0
) -> float:
    """`size`, or the smaller size at which `text` on one line is no wider than `width` px."""
    natural = shape(face, text, language, tracking).width * size
    return size if natural <= width else size * width / natural
