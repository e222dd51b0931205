"""Small things that a style dresses words in: a label, a button, a rule, a bullet, a panel.

Each comes back as a Piece drawn at the origin, so that a layout can measure it before it knows
where it goes. Colours come from the room the piece stands in: what is filled with the room's ink
carries a colour that reads on that ink.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from creativekit.artwork.dress import Dress
from creativekit.artwork.sheet import Room, Sheet, symbol
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import Group, Item, Line, LinearGradient, Rect, Shape, Solid, Stop
from creativekit.canvas.text.fit import Fitted, TooLong, fit
from creativekit.canvas.text.words import words
from creativekit.color.contrast import GRAPHICS, TEXT, ratio, readable
from creativekit.color.tone import tone

_LIGHT = 60.0
_PALE = 1.6
"""The tone from which dark words look right on a fill."""

LEAST_SHARE = 0.62
"""A label or button too long for its room is set smaller, down to this part of its size."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something drawn with its top left corner at the origin; px.

    after: the gap that it wants after itself in a column, where that is more than the usual one.
    """

    width: float
    height: float
    items: tuple[Item, ...]
    after: float = 0.0

    def at(self, x: float, y: float) -> Group:
        return Group(self.items, Affine.translation(x, y))


@dataclass(frozen=True, slots=True)
class Wearer:
    """Who wears the parts: the sheet they are on, the style's dress, the words' language.

    scale: what the parts are made smaller by where room is short, 0–1.
    """

    sheet: Sheet
    dress: Dress
    language: str
    scale: float = 1.0

    @property
    def unit(self) -> float:
        """The size unit of the parts, px."""
        return self.sheet.unit * self.scale


def hot(sheet: Sheet, room: Room) -> str:
    """The accent as a colour of small words in this room: a step that reads, else the ink."""
    if not room.ground:
        return room.ink
    accents = [sheet.hot, room.accent, *(sheet.accent(step) for step in (600, 700, 400, 300, 800))]
    return next((each for each in accents if ratio(each, room.ground) >= TEXT), room.ink)


def filled(sheet: Sheet, room: Room) -> tuple[str, str]:
    """A fill that stands out in this room, and the ink of the words on it."""
    ground = room.ground or ("#000000" if ratio(room.ink, "#000000") > TEXT else "#ffffff")
    choices = (
        _calm(sheet.hot, sheet.accent(600)),
        _calm(sheet.light("primary"), sheet.primary(600)),
        _calm(sheet.dark("primary"), sheet.primary(600)),
        room.ink,
    )
    fill = next((each for each in choices if ratio(each, ground) >= 3.0), room.ink)
    return fill, readable(fill, (ground, "#ffffff", sheet.neutral(950), "#000000"))


def _calm(color: str, deeper: str) -> str:
    """A colour that carries small words, or a deeper one: a middling fill (pure red) lets only dark
    ones read, and they flicker on it."""
    return deeper if ratio("#ffffff", color) < TEXT and tone(color) < _LIGHT else color


def set_words(
    wearer: Wearer, text: str, role: str, width: float, height: float, lines: int
) -> Fitted | TooLong:
    """A short text in a role, as large as it may be and at least LEAST_SHARE of that."""
    least, most = (value * wearer.unit for value in wearer.dress.sizes(wearer.sheet.identity, role))
    setting = wearer.dress.setting(wearer.sheet.identity, role, wearer.language)
    return fit(
        text, setting, width, height, (min(least, most * LEAST_SHARE), most), most_lines=lines
    )


# ---- labels


def label(wearer: Wearer, room: Room, text: str, width: float) -> Piece | TooLong:
    """A few words that say what this is: a kicker, a date, a place."""
    kind = wearer.dress.label
    unit = wearer.unit
    across, down = {
        "pill": (0.017, 0.0095),
        "tag": (0.021, 0.011),
        "block": (0.013, 0.009),
        "lamp": (0.024, 0.0),  # the line beside the words
    }.get(kind, (0.0, 0.0))
    if kind == "coordinates":
        text = f"[ {text} ]"
    found = set_words(wearer, text, "label", width - 2 * across * unit, unit, 2)
    if isinstance(found, TooLong):
        return found
    made = _LABELS[kind](wearer, room, found, across * unit, down * unit)
    return replace(made, after=unit * 0.03)


def caption(wearer: Wearer, room: Room, text: str) -> Piece | TooLong:
    """A few words on a picture, on a plate of the room's ground."""
    across, down = wearer.unit * 0.012, wearer.unit * 0.008
    found = set_words(wearer, text, "label", room.box.width - 2 * across, wearer.unit, 1)
    if isinstance(found, TooLong):
        return found
    tall = found.ink_bottom - found.cap_top
    width, height = found.width + 2 * across, max(tall, found.size * 0.9) + 2 * down
    plate = Rect(0, 0, width, height, Solid(room.ground), wearer.dress.corner * wearer.unit * 0.5)
    drawn = words(found, across, down - found.cap_top, found.width, "start", room.ink, "caption")
    return Piece(width, height, (plate, drawn))


def _plain_label(wearer: Wearer, room: Room, set_: Fitted, across: float, down: float) -> Piece:
    color = hot(wearer.sheet, room)
    return Piece(set_.width, set_.height, (words(set_, 0, 0, set_.width, "start", color, "label"),))


def _ruled_label(wearer: Wearer, room: Room, set_: Fitted, across: float, down: float) -> Piece:
    """Words under a short rule of the page's ink."""
    gap = wearer.unit * 0.011
    top = wearer.unit * 0.0014
    rule = Rect(0, 0, wearer.unit * 0.045, max(1.5, top), Solid(room.ink))
    text = words(set_, 0, top + gap, set_.width, "start", room.ink, "label")
    return Piece(max(set_.width, rule.width), top + gap + set_.height, (rule, text))


def _seen(color: str, room: Room) -> str:
    """A colour of a thin line where it is seen in this room, else the ink."""
    return color if not room.ground or ratio(color, room.ground) >= 2.2 else room.ink


def _lamp_label(wearer: Wearer, room: Room, set_: Fitted, across: float, down: float) -> Piece:
    """Words beside a short line of light."""
    long, gap = wearer.unit * 0.034, wearer.unit * 0.014
    thick = max(1.5, wearer.unit * 0.0024)
    color = _seen(wearer.sheet.hot, room)
    # At the middle of the capitals, where a dash is set.
    y = (set_.cap_top + set_.ascent) / 2
    if room.align == "center":
        line = Rect((set_.width - long) / 2, 0, long, thick, Solid(color))
        text = words(set_, 0, gap, set_.width, "start", room.ink, "label")
        return Piece(set_.width, gap + set_.height, (line, text))
    line = Rect(0, y - thick / 2, long, thick, Solid(color))
    text = words(set_, long + gap, 0, set_.width, "start", room.ink, "label")
    return Piece(long + gap + set_.width, set_.height, (line, text))


def _boxed_label(wearer: Wearer, room: Room, set_: Fitted, across: float, down: float) -> Piece:
    fill, ink = filled(wearer.sheet, room)
    width, height = set_.width + 2 * across, set_.height + 2 * down
    round_ = height / 2 if wearer.dress.label == "pill" else 0.0
    box = Rect(0, 0, width, height, Solid(fill), round_)
    text = words(set_, across, down, set_.width, "start", ink, "label")
    return _tilted(wearer, Piece(width, height, (box, text)))


def _tilted(wearer: Wearer, piece: Piece) -> Piece:
    """A pill or a strip hangs a little aslant, up to the right, about its left end."""
    if wearer.dress.label != "pill":
        return piece
    turned = Group(piece.items, Affine.rotation(-3.0, 0, piece.height / 2))
    rise = piece.width * 0.052
    return Piece(piece.width, piece.height + rise, (Group((turned,), Affine.translation(0, rise)),))


def _tag_label(wearer: Wearer, room: Room, set_: Fitted, across: float, down: float) -> Piece:
    """A cut paper tag with a stitched edge."""
    sheet = wearer.sheet
    paper = sheet.light("surface-raised")
    if room.ground and ratio(paper, room.ground) < 1.12:
        paper = sheet.primary(800)
    ink = readable(paper, (sheet.primary(900), sheet.light("surface-raised"), "#000000"))
    width, height = set_.width + 2 * across, set_.height + 2 * down
    skew = height * 0.05
    outline = Path.polygon(((0, skew), (width, 0), (width - skew, height), (skew * 0.4, height)))
    inset = height * 0.13
    stitch = Line(
        Path.rect(inset, inset + skew * 0.6, width - 2 * inset, height - 2 * inset - skew * 0.6),
        Solid(ink, 0.55),
        max(1.0, wearer.unit * 0.0012),
        cap="round",
        dash=(wearer.unit * 0.0048, wearer.unit * 0.0042),
    )
    text = words(set_, across, down, set_.width, "start", ink, "label")
    return Piece(width, height, (Shape(outline, Solid(paper)), stitch, text))


_LABELS: Mapping[str, Callable[[Wearer, Room, Fitted, float, float], Piece]] = {
    "plain": _plain_label,
    "caps": _plain_label,
    "coordinates": _plain_label,
    "rule": _ruled_label,
    "lamp": _lamp_label,
    "pill": _boxed_label,
    "block": _boxed_label,
    "tag": _tag_label,
}


# ---- buttons


def button(wearer: Wearer, room: Room, text: str, width: float) -> Piece | TooLong:
    """What the reader is asked to do, looking like something to press."""
    kind = wearer.dress.button
    unit = wearer.unit
    across = 0.0 if kind == "arrow" else unit * 0.026
    down = unit * (0.006 if kind == "arrow" else 0.0165)
    room_for = width - 2 * across - (unit * 0.05 if kind == "arrow" else 0)
    found = set_words(wearer, text, "label", room_for, unit, 1)
    if isinstance(found, TooLong):
        return found
    if kind == "arrow":
        return _arrow_button(wearer, room, found, down)
    return _boxed_button(wearer, room, found, across, down)


def _boxed_button(wearer: Wearer, room: Room, set_: Fitted, across: float, down: float) -> Piece:
    kind, unit = wearer.dress.button, wearer.unit
    width, height = set_.width + 2 * across, set_.height + 2 * down
    radius = {"pill": height / 2, "solid": wearer.dress.corner * unit, "stitched": unit * 0.006}
    fill, ink = filled(wearer.sheet, room)
    round_ = radius.get(kind, 0.0)
    items: list[Item] = []
    thick = max(1.5, unit * 0.0018)
    if kind == "outline":
        ink = room.ink
        outer = Path.rect(0, 0, width, height)
        inner = Path.rect(thick * 3, thick * 3, width - thick * 6, height - thick * 6)
        items += [
            Line(outer, Solid(room.accent), thick),
            Line(inner, Solid(room.accent), thick / 2),
        ]
    elif kind == "glow":
        ink = room.ink
        items.append(Line(Path.rect(0, 0, width, height), Solid(wearer.sheet.hot), thick))
    else:
        items.append(Rect(0, 0, width, height, Solid(fill), round_))
    if kind == "stitched":
        inset = unit * 0.0048
        items.append(
            Line(
                Path.rect(inset, inset, width - 2 * inset, height - 2 * inset, round_ * 0.6),
                Solid(ink, 0.8),
                max(1.0, unit * 0.0012),
                cap="round",
                dash=(unit * 0.0048, unit * 0.0042),
            )
        )
    items.append(words(set_, across, down, set_.width, "start", ink, "button"))
    return Piece(width, height, tuple(items))


def _arrow_button(wearer: Wearer, room: Room, set_: Fitted, down: float) -> Piece:
    """Words, a long thin arrow after them, a hairline under both: a link in a magazine."""
    unit = wearer.unit
    gap, long = unit * 0.014, unit * 0.036
    thick = max(1.2, unit * 0.0014)
    width = set_.width + gap + long
    middle = set_.height * 0.5
    head = unit * 0.008
    arrow = Path(
        (
            ("M", set_.width + gap, middle),
            ("L", width, middle),
            ("M", width - head, middle - head),
            ("L", width, middle),
            ("L", width - head, middle + head),
        )
    )
    under = Rect(0, set_.height + down, width, thick, Solid(room.ink))
    return Piece(
        width,
        set_.height + down + thick,
        (
            words(set_, 0, 0, set_.width, "start", room.ink, "button"),
            Line(arrow, Solid(room.ink), thick),
            under,
        ),
    )


# ---- rules, bullets, panels


def rule(wearer: Wearer, room: Room, width: float) -> Piece:
    """What parts things, `width` px wide."""
    unit, kind = wearer.unit, wearer.dress.rule
    thin = max(1.2, unit * 0.0014)
    path = Path((("M", 0.0, thin / 2), ("L", width, thin / 2)))
    if kind == "double":
        gap = unit * 0.0045
        return Piece(
            width,
            thin * 1.6 + gap,
            (
                Rect(0, 0, width, thin, Solid(room.accent)),
                Rect(0, thin + gap, width, thin * 0.6, Solid(room.accent)),
            ),
        )
    if kind == "thick":
        return Piece(width, unit * 0.0042, (Rect(0, 0, width, unit * 0.0042, Solid(room.ink)),))
    if kind in ("stitch", "dots"):
        dash = (unit * 0.010, unit * 0.008) if kind == "stitch" else (0.01, unit * 0.0095)
        thick = max(1.5, unit * (0.0018 if kind == "stitch" else 0.0036))
        line = Line(path, Solid(room.ink, 0.8), thick, cap="round", dash=dash)
        return Piece(width, thick, (line,))
    if kind == "glow":
        light = LinearGradient(
            0, 0, width, 0, (Stop(0, wearer.sheet.hot), Stop(1, wearer.sheet.hot, 0.08))
        )
        return Piece(width, thin * 1.2, (Rect(0, 0, width, thin * 1.2, light),))
    return Piece(width, thin, (Rect(0, 0, width, thin, Solid(room.ink, 0.55)),))


def bullet(wearer: Wearer, room: Room, size: float, number: int) -> Piece:
    """What stands before a point: about `size` px of type high, centred on its x-height."""
    kind, sheet = wearer.dress.bullet, wearer.sheet
    color = sheet.hot if not room.ground or ratio(sheet.hot, room.ground) >= 1.8 else room.ink
    side = size * 0.42
    middle = size * 0.36
    if kind == "number":
        return Piece(side, size, ())
    if kind == "dash":
        thick = max(1.2, size * 0.055)
        return Piece(side * 1.6, size, (Rect(0, middle, side * 1.6, thick, Solid(room.ink)),))
    center = middle + size * 0.03
    if kind == "disc":
        return Piece(
            side, size, (Shape(Path.ellipse(side / 2, center, side * 0.42), Solid(color)),)
        )
    if kind == "ring":
        ring = Line(Path.ellipse(side / 2, center, side * 0.36), Solid(color), side * 0.22)
        return Piece(side, size, (ring,))
    if kind == "diamond":
        r = side * 0.5
        path = Path.polygon(((r, center - r), (2 * r, center), (r, center + r), (0, center)))
        return Piece(side, size, (Shape(path, Solid(color)),))
    if kind == "cross":
        r = side * 0.42
        path = Path(
            (
                ("M", 0.0, center - r),
                ("L", 2 * r, center + r),
                ("M", 2 * r, center - r),
                ("L", 0.0, center + r),
            )
        )
        return Piece(side, size, (Line(path, Solid(color), side * 0.2, cap="round"),))
    box = Rect(0, center - side * 0.4, side * 0.8, side * 0.8, Solid(color))
    return Piece(side, size, (box,))


def panel(wearer: Wearer, room: Room, width: float, height: float) -> tuple[Piece, Room]:
    """A box that a table or a note stands on, and the room on it, in the panel's colours."""
    kind, sheet, unit = wearer.dress.panel, wearer.sheet, wearer.unit
    radius = wearer.dress.corner * unit
    if kind == "none":
        return Piece(width, height, ()), room
    if kind == "outlined":
        edge = Line(
            Path.rect(0, 0, width, height, radius), Solid(room.ink, 0.35), max(1.0, unit * 0.0014)
        )
        return Piece(width, height, (edge,)), room
    fill = sheet.light("surface-raised") if kind in ("raised", "paper") else sheet.primary(100)
    ink = readable(fill, (sheet.primary(950), sheet.light("ink"), "#000000"))
    muted = readable(fill, (sheet.primary(800), sheet.neutral(700), ink))
    on = Room(room.box, ink, muted, room.accent, room.align, room.side, fill)
    return Piece(width, height, (Rect(0, 0, width, height, Solid(fill), radius),)), on


def mark(wearer: Wearer, room: Room, name: str, height: float) -> Piece:
    """A large sign: the quotation mark of the heading face, the brand's motif, an arrow."""
    return replace(_mark(wearer, room, name, height), after=wearer.unit * 0.034)


def _mark(wearer: Wearer, room: Room, name: str, height: float) -> Piece:
    sheet = wearer.sheet
    # A quotation mark may be pale; a sign that says what a picture is about must be seen.
    least = GRAPHICS if name == "motif" else _PALE
    color = sheet.hot if not room.ground or ratio(sheet.hot, room.ground) >= least else room.ink
    if name == "motif":
        motif = sheet.identity.motif
        scale = height / motif.box.height
        width = motif.box.width * scale
        x, y = motif.center[0] - motif.box.left, motif.center[1] - motif.box.top
        drawn = symbol(motif, x * scale, y * scale, height, color, room.ground or None)
        return Piece(width, height, (drawn,))
    if name == "arrow":
        thick = height * 0.13
        width = height * 1.5
        path = Path(
            (
                ("M", 0.0, height / 2),
                ("L", width - thick, height / 2),
                ("M", width - height / 2, thick / 2),
                ("L", width - thick * 0.7, height / 2),
                ("L", width - height / 2, height - thick / 2),
            )
        )
        return Piece(width, height, (Line(path, Solid(color), thick),))
    return _quote(wearer, color, height)


def _quote(wearer: Wearer, color: str, height: float) -> Piece:
    """An opening quotation mark of the language, `height` px of ink."""
    from creativekit.canvas.lettering import ink_box, text_path
    from creativekit.fonts.shaping import shape

    setting = wearer.dress.setting(wearer.sheet.identity, "display", wearer.language)
    sign = "“" if wearer.language == "en" else "«"
    line = shape(setting.faces[0], sign, wearer.language)
    box = ink_box(line, 1.0)
    size = height / box.height
    path = text_path(line, size, -box.left * size, -box.top * size)
    return Piece(box.width * size, height, (Shape(path, Solid(color)),))
