"""Words on a picture: a headline as large as its room allows, and the lines under it.

A line that the heading face cannot write (a sign, a letter of another script) goes to the body
face whole: a line in one face is better than a word in two.
"""

from __future__ import annotations

from creativekit.artwork.sheet import Room
from creativekit.canvas.lettering import ink_box
from creativekit.canvas.scene import Item, Text
from creativekit.canvas.typeset import line, wrap
from creativekit.fonts import faces
from creativekit.fonts.coverage import missing_in_text
from creativekit.fonts.faces import Face
from creativekit.fonts.shaping import shape
from creativekit.identity.model import Typography

# It has arrows, mathematical signs and every letter of Latin, Cyrillic and Greek.
SPARE = "Inter"

_STEP = 0.94
# No language here has a longer one: what is longer may be broken anywhere, and stay large.
_LONGEST_WORD = 28


def carrier(text: str, *own: Face) -> Face:
    """The first of `own`, or else the spare face, that has every character of `text`.

    When none has, the first: that is told where the texts are looked through.
    """
    for face in own:
        if not missing_in_text(face, text):
            return face
    spare = faces.face(SPARE)
    return own[0] if missing_in_text(spare, text) else spare


def fitted_lines(
    text: str,
    face: Face,
    width: float,
    height: float,
    most: float,
    least: float,
    leading: float,
    tracking: float,
    language: str,
    features: tuple[str, ...] = (),
) -> tuple[tuple[str, ...], float]:
    """Lines of `text` and the largest size (px) at which they stand in the box; a word that is too
    wide even at the least size is broken between letters."""
    size = most
    endless = any(len(word) > _LONGEST_WORD for word in text.split())
    while True:
        lines = wrap(text, face, size, width, language, tracking, features)
        if endless:
            pieces = (_pieces(part, face, size, width, language, tracking) for part in lines)
            lines = tuple(piece for part in pieces for piece in part)
        widest = max(shape(face, part, language, tracking, features).width for part in lines) * size
        if widest <= width and len(lines) * size * leading <= height:
            return lines, size
        if size <= least:
            break
        size = max(least, size * _STEP)
    broken = [
        piece for part in lines for piece in _pieces(part, face, size, width, language, tracking)
    ]
    return tuple(broken[: max(1, int(height / (size * leading)))]), size


def _pieces(
    text: str, face: Face, size: float, width: float, language: str, tracking: float
) -> list[str]:
    pieces = [""]
    for char in text:
        if pieces[-1] and shape(face, pieces[-1] + char, language, tracking).width * size > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def headline(
    text: str,
    type_: Typography,
    room: Room,
    language: str,
    *,
    most: float,
    upper: bool = False,
    face: Face | None = None,
    under: tuple[str, ...] = (),
    under_size: float = 0.0,
) -> tuple[Item, ...]:
    """`text` in a room, and smaller lines under it, as one block at the side the room asks for.

    most: px of the largest size. The left edge of the letters, not of their boxes, is on the edge.
    """
    chosen = carrier(text, face or type_.heading, type_.heading, type_.body_bold, type_.body)
    text = text.upper() if upper else text
    tracking = type_.tracking if chosen is not type_.body else 0.0
    features = type_.heading_features if chosen is type_.heading else ()
    leading = max(type_.leading, 1.0)
    box = room.box
    below = len(under) * under_size * 1.45 + (under_size * 0.9 if under else 0.0)
    lines, size = fitted_lines(
        text,
        chosen,
        box.width,
        box.height - below,
        most,
        most * 0.16,
        leading,
        tracking,
        language,
        features,
    )
    tall = len(lines) * size * leading + below
    top = {
        "top": box.top,
        "middle": (box.top + box.bottom - tall) / 2,
        "bottom": box.bottom - tall,
    }[room.side]
    items: list[Item] = []
    centered = room.align == "center"
    x = box.center[0] if centered else box.left
    for index, part in enumerate(lines):
        y = top + size * (0.80 + (leading - 1) / 2) + index * size * leading
        items.append(
            _hung(part, chosen, size, x, y, room.ink, centered, tracking, language, features)
        )
    y = top + len(lines) * size * leading + under_size * 1.7
    for part in under:
        small = carrier(part, type_.body, type_.heading)
        items.append(
            line(
                part,
                small,
                _narrowed(part, small, under_size, box.width, language),
                x,
                y,
                room.muted,
                anchor="middle" if centered else "start",
                language=language,
            )
        )
        y += under_size * 1.45
    return tuple(items)


def _narrowed(text: str, face: Face, size: float, width: float, language: str) -> float:
    natural = shape(face, text, language).width * size
    return size if natural <= width else size * width / natural


def _hung(
    text: str,
    face: Face,
    size: float,
    x: float,
    y: float,
    fill: str,
    centered: bool,
    tracking: float,
    language: str,
    features: tuple[str, ...],
) -> Text:
    """A line whose ink, rather than whose first letter's box, starts at `x`."""
    set_line = line(
        text,
        face,
        size,
        x,
        y,
        fill,
        anchor="middle" if centered else "start",
        tracking=tracking,
        language=language,
        features=features,
    )
    if centered or not text.strip():
        return set_line
    overhang = ink_box(set_line.line, size, x, y).left - x
    return Text(set_line.line, x - overhang, y, size, set_line.fill)
