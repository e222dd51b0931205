"""A column of a template in its room: what each thing measures, and where it goes.

Things of a fixed nature (a label, a lead, a table) are measured first, at the sizes they would like
to have; the one elastic text, the headline, is then fitted into what is left. When it does not fit,
or stays less than 2.2 times as large as the text beside it (docs/looks.md, rule 1), the fixed
things are set smaller step by step, down to the least size of their roles, before anything is an
error.

Rows and columns are stacked here: the flex library that was tried (Taffy through stretchable) takes
7 ms for six boxes, more than a whole post may take.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from creativekit.artwork import parts
from creativekit.artwork.parts import Piece, Wearer
from creativekit.artwork.sheet import Room
from creativekit.artwork.signature import logo
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Group, Item
from creativekit.canvas.text.fit import Fitted, TooLong, fit, wrapped
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import words
from creativekit.social.template import Node, Role
from creativekit.social.values import Rows, Value

# Factors that fixed things are set at, one after another, until everything fits.
_STEPS = (1.0, 0.92, 0.85, 0.78, 0.7)
LEADS = 2.2
"""How much larger than the next size the largest is (docs/looks.md, rule 1)."""

GAP = 0.022
"""Between two things of a column, where the template does not say (fraction of the size unit)."""

_ELASTIC: tuple[Role, ...] = ("display", "figure")

# A figure that may be larger than this (fraction of the size unit) is what the post is about.
_LARGE = 0.075

# Below the last line of a list's entry, em: about what descenders take.
_DESCENT = 0.2

# Labels and buttons are not set smaller than this part of their size: they are small already.
_LEAST_PARTS = 0.8
_IN_A_STRIP = 1.5

# Parts of what a block has above its capitals and below its ink that a larger one may have instead.
_SPARES = (1.0, 0.8, 0.6, 0.4, 0.2)

# A text is set in more lines, or fewer, than the first fit found for at least so much more size.
_GAIN = 1.12

# A height that no text of a post reaches, px.
_ENDLESS = 100_000.0

# After a large text, the gap grows with it (fraction of its size, from the baseline).
_AFTER_LARGE = {"display": 0.62, "figure": 0.45}
_LINES = {"display": 5, "title": 3, "lead": 4, "body": 12, "label": 2, "figure": 2, "small": 2}


@dataclass(frozen=True, slots=True)
class Overflow:
    """What did not fit: the node's source, and how many characters (or rows) would."""

    source: str
    fits: int
    rows: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Things placed in a room. box: around all of them, px of the sheet."""

    items: tuple[Item, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Setter:
    """What setting needs to know: who wears the parts, the room, what the fields hold.

    tight: pieces are as wide as their words, as in a row. text: the words of a node, or "" when
    there are none. value: what a field holds. picture: draws
    an image field into a box of the given size.
    """

    wearer: Wearer
    room: Room
    text: Callable[[Node], str]
    value: Callable[[str], Value | None]
    picture: Callable[[str, float, float, float], Piece | None]
    shown: Callable[[Node], bool]
    tight: bool = False

    @property
    def unit(self) -> float:
        return self.wearer.unit


def column(setter: Setter, node: Node, box: Box, gap: float | None) -> Column | Overflow:
    """The content of `node` (a column or a row) set into `box`."""
    children = _shown(setter, node.children) if node.part in ("column", "row") else (node,)
    if node.part == "row":
        # A row that is a layer of its own has the layer's gap between its things.
        children = (node if node.gap is not None or gap is None else replace(node, gap=gap),)
    step = (gap if gap is not None else node.gap if node.gap is not None else GAP) * setter.unit
    found: list[Piece] | Overflow = []
    for scale in _STEPS:
        found = _stack(setter, children, box.width, box.height, step * scale, scale)
        if not isinstance(found, Overflow):
            return _placed(setter, found, box, step * scale, node)
    assert isinstance(found, Overflow)
    return found


def _shown(setter: Setter, nodes: Sequence[Node]) -> tuple[Node, ...]:
    return tuple(node for node in nodes if setter.shown(node))


def _is_elastic(setter: Setter, node: Node) -> bool:
    """Whether a node takes the height that is left: the headline, a figure that fills the sheet."""
    role = _role(node)
    if node.part not in ("text", "figure") or role not in _ELASTIC:
        return False
    identity = setter.wearer.sheet.identity
    _, most = node.size or setter.wearer.dress.sizes(identity, role)
    return role == "display" or most > _LARGE


def _role(node: Node) -> Role:
    if node.role is not None:
        return node.role
    return {"label": "label", "button": "label", "figure": "figure"}.get(node.part, "body")  # type: ignore[return-value]


def _stack(
    setter: Setter,
    nodes: Sequence[Node],
    width: float,
    height: float,
    gap: float,
    scale: float,
) -> list[Piece] | Overflow:
    """Pieces of a column, top to bottom, not higher than `height` together."""
    pieces: list[Piece | None] = [None] * len(nodes)
    left = height - gap * max(0, len(nodes) - 1)
    last = len(nodes) - 1

    def taken(index: int, piece: Piece) -> float:
        """What a piece takes of the height: itself, and what it wants after itself."""
        return piece.height + (max(0.0, piece.after - gap) if index < last else 0.0)

    stretched: list[int] = []
    for index, node in enumerate(nodes):
        if _is_elastic(setter, node) or node.grow:
            stretched.append(index)
            continue
        piece = measure(setter, node, width, height, scale)
        if isinstance(piece, Overflow):
            return piece
        pieces[index] = piece
        left -= taken(index, piece)
    second = _second_size(setter, nodes, scale)
    for place, index in enumerate(stretched):
        node = nodes[index]

        def made(room: float, node: Node = node) -> Piece | Overflow:
            if _is_elastic(setter, node):
                return _elastic(setter, node, width, room, second, scale)
            return measure(setter, node, width, room, scale)

        share = left / (len(stretched) - place)
        if share <= 0:
            return Overflow(node.source or "", 0)
        piece = made(share)
        if isinstance(piece, Piece) and taken(index, piece) > share:
            # Once more, now that it is known what it wants after itself.
            piece = made(share - (taken(index, piece) - piece.height))
        if isinstance(piece, Overflow):
            return piece
        pieces[index] = piece
        left -= taken(index, piece)
    if left < -0.5:
        return Overflow(next((node.source for node in nodes if node.source), "") or "", 0)
    return [piece for piece in pieces if piece is not None]


def gaps(pieces: Sequence[Piece], gap: float) -> list[float]:
    """The gap after each piece of a column; nothing after the last."""
    return [max(gap, piece.after) for piece in pieces[:-1]] + [0.0] * bool(pieces)


def _second_size(setter: Setter, nodes: Sequence[Node], scale: float) -> float:
    """The largest size among the fixed texts of a column, px."""
    sizes = [
        _sizes(setter, node, scale)[1]
        for node in nodes
        if node.part in ("text", "lines") and not _is_elastic(setter, node)
    ]
    return max(sizes, default=0.0)


def _sizes(setter: Setter, node: Node, scale: float) -> tuple[float, float]:
    identity = setter.wearer.sheet.identity
    least, most = node.size or setter.wearer.dress.sizes(identity, _role(node))
    return least * setter.unit, max(least, most * scale) * setter.unit


def _elastic(
    setter: Setter, node: Node, width: float, height: float, second: float, scale: float
) -> Piece | Overflow:
    text = setter.text(node)
    role = _role(node)
    identity = setter.wearer.sheet.identity
    setting = setter.wearer.dress.setting(identity, role, setter.wearer.language)
    least, most = node.size or setter.wearer.dress.sizes(identity, role)
    floor = least * setter.unit
    if scale > _STEPS[-1]:
        # While the rest may still become smaller, the headline keeps its distance from it.
        floor = max(floor, min(second * LEADS, most * setter.unit * 0.7))
    lines = node.lines or _LINES[role]
    sizes = (floor, max(floor, most * setter.unit))
    found = fit(text, setting, width, height, sizes, most_lines=lines, balance=node.balance)
    if isinstance(found, Fitted) and floor > least * setter.unit and _broken(found):
        # A whole word matters more than the distance.
        sizes = (least * setter.unit, sizes[1])
        found = fit(text, setting, width, height, sizes, most_lines=lines, balance=node.balance)
    if isinstance(found, Fitted):
        # What is above the capitals and below the ink of a block is no part of a piece.
        # Another number of lines may need less of that than the first one found, so several heights
        # are tried, the largest first.
        spare = height * (found.height / max(1.0, found.ink_bottom - _top(found, role)) - 1)
        for part in _SPARES:
            larger = fit(
                text, setting, width, height + spare * part, sizes, most_lines=lines,
                balance=node.balance,
            )  # fmt: skip
            if isinstance(larger, Fitted) and larger.ink_bottom - _top(larger, role) <= height:
                gain = 1.0 if len(larger.lines) == len(found.lines) else _GAIN
                if larger.size > found.size * gain:
                    found = larger
                    break
    if isinstance(found, TooLong):
        return Overflow(node.source or "", found.fits)
    made = _set(setter, found, width, role, _ink(setter, node))
    # Seen from the baseline: a last line without descenders needs all of the gap.
    last = found.ascent + (len(found.lines) - 1) * found.leading * found.size
    after = found.size * _AFTER_LARGE.get(role, 0.0) - max(0.0, found.ink_bottom - last)
    return Piece(made.width, made.height, made.items, max(0.0, after))


def _broken(found: Fitted) -> bool:
    """Whether a word was divided: a line ends in a hyphen that the text has not."""
    return any(line.text.strip() not in found.text for line in found.lines)


def _set(setter: Setter, found: Fitted, width: float, role: str, ink: str) -> Piece:
    """A text as a piece that begins at its capitals' top and ends where its ink does."""
    centered = setter.room.align == "center"
    if setter.tight:
        width = found.width
    top = _top(found, role)
    drawn = words(found, 0.0, -top, width, "middle" if centered else "start", ink, role)
    return Piece(width, found.ink_bottom - top, (drawn,))


def _top(found: Fitted, role: str) -> float:
    """Where a text begins for the eye: its capitals' top, or the sign on a large letter (Й, Ё)."""
    return min(found.cap_top, found.ink_top) if role in _ELASTIC else found.cap_top


def _ink(setter: Setter, node: Node) -> str:
    role = _role(node)
    if role == "figure" and setter.room.ground:
        return setter.room.ink
    return setter.room.ink if role in ("display", "title", "figure", "label") else setter.room.muted


def measure(
    setter: Setter, node: Node, width: float, height: float, scale: float
) -> Piece | Overflow:
    """Anything but an elastic text, `width` px wide at most."""
    unit = setter.unit
    if node.part == "space":
        return Piece(width, (node.height or GAP) * unit, ())
    if node.part == "rule":
        return parts.rule(setter.wearer, setter.room, width)
    if node.part == "mark":
        return parts.mark(
            setter.wearer,
            setter.room,
            node.mark or "motif",
            min((node.height or 0.06) * unit, height),
        )
    if node.part == "logo":
        return _logo(setter, node, width, height)
    if node.part == "image":
        tall = min((node.height or 0.3) * unit, height)
        drawn = setter.picture(node.source or "", width, tall, setter.wearer.dress.corner * unit)
        return drawn or Piece(0, 0, ())
    if node.part in ("row", "column"):
        return (
            _row(setter, node, width, height, scale)
            if node.part == "row"
            else _inner(setter, node, width, height, scale)
        )
    if node.part in ("label", "button"):
        make = parts.label if node.part == "label" else parts.button
        own = _IN_A_STRIP if setter.wearer.sheet.is_strip else 1.0
        smaller = replace(setter.wearer, scale=max(_LEAST_PARTS, scale) * own)
        piece = make(smaller, setter.room, setter.text(node), width)
        return Overflow(node.source or "", piece.fits) if isinstance(piece, TooLong) else piece
    if node.part == "lines":
        return _lines(setter, node, width, height, scale)
    if node.part == "items":
        return _items(setter, node, width, height, scale)
    return _text(setter, node, width, scale)


def _text(setter: Setter, node: Node, width: float, scale: float) -> Piece | Overflow:
    role = _role(node)
    setting = _setting(setter, role)
    least, size = _sizes(setter, node, scale)
    lines = node.lines or _LINES[role]
    text = setter.text(node)
    found = wrapped(text, setting, size, width, most_lines=lines, balance=role != "body")
    if isinstance(found, TooLong):
        found = fit(text, setting, width, _ENDLESS, (least, size), most_lines=lines)
    if isinstance(found, TooLong):
        return Overflow(node.source or "", found.fits)
    return _set(setter, found, width, role, _ink(setter, node))


def _setting(setter: Setter, role: Role) -> Setting:
    wearer = setter.wearer
    return wearer.dress.setting(wearer.sheet.identity, role, wearer.language)


def _logo(setter: Setter, node: Node, width: float, height: float) -> Piece:
    identity = setter.wearer.sheet.identity
    kind = node.logo or "primary"
    wanted = identity.logo.primary if kind == "primary" else kind
    if wanted not in identity.logo.kinds:
        wanted = identity.logo.primary
    lockup = identity.logo.lockup(wanted, setter.wearer.language)
    ratio = lockup.box.width / lockup.box.height
    tall = min((node.height or 0.06) * setter.unit, height, width / ratio)
    wide = tall * ratio
    return Piece(wide, tall, (logo(lockup, 0, 0, wide, setter.room.ink),))


def _inner(
    setter: Setter, node: Node, width: float, height: float, scale: float
) -> Piece | Overflow:
    """A column inside a row or column, perhaps on a panel."""
    step = (node.gap if node.gap is not None else GAP) * setter.unit
    pad = setter.unit * 0.028 if node.panel and setter.wearer.dress.panel != "none" else 0.0
    if pad:
        _, on = parts.panel(setter.wearer, setter.room, width, height)
        setter = replace(setter, room=on)
    children = _shown(setter, node.children)
    found = _stack(setter, children, width - 2 * pad, height - 2 * pad, step, scale)
    if isinstance(found, Overflow):
        return found
    items: list[Item] = []
    y = pad
    for piece, after in zip(found, gaps(found, step), strict=True):
        items.append(piece.at(pad + _across(setter.room, piece, width - 2 * pad), y))
        y += piece.height + after
    tall = y + pad
    if pad:
        box, _ = parts.panel(setter.wearer, setter.room, width, tall)
        items = [*box.items, *items]
    if setter.tight and not pad:
        width = max((piece.width for piece in found), default=0.0)
    return Piece(width, tall, tuple(items))


def _row(setter: Setter, node: Node, width: float, height: float, scale: float) -> Piece | Overflow:
    """Things beside one another; where they have no shares of the width and it is too narrow for
    them, under one another."""
    found = _beside(setter, node, width, height, scale)
    if isinstance(found, Overflow) and all(child.width is None for child in node.children):
        stacked = replace(node, part="column", gap=max(node.gap or 0.0, GAP), panel=False)
        return _inner(setter, stacked, width, height, scale)
    return found


def _beside(
    setter: Setter, node: Node, width: float, height: float, scale: float
) -> Piece | Overflow:
    """Things beside one another: each as wide as its share, or as it is, or as what is left."""
    # A number and what is said of it are one thing, which is centred as one.
    parts_of_it = {child.part for child in node.children}
    if "column" not in parts_of_it or "figure" in parts_of_it:
        setter = replace(setter, tight=True, room=replace(setter.room, align="left"))
    children = _shown(setter, node.children)
    if not children:
        return Piece(0, 0, ())
    gap = (node.gap if node.gap is not None else GAP) * setter.unit
    room = width - gap * (len(children) - 1)
    pieces: list[Piece | None] = [None] * len(children)
    widths: list[float | None] = [None] * len(children)
    left = room
    stiff = ("label", "button", "mark", "logo")
    for index, child in enumerate(children):
        if child.width is None and child.part not in stiff:
            continue
        wide = room * child.width if child.width is not None else left
        # A number has at most its share: what is said of it stands beside it, however wide a row.
        is_number = child.part == "figure"
        piece = _one(setter, child, wide, height, scale)
        if isinstance(piece, Overflow):
            return piece
        pieces[index] = piece
        widths[index] = piece.width if child.width is None or is_number else wide
        left -= widths[index] or 0.0
    free = [index for index, piece in enumerate(pieces) if piece is None]
    for index in free:
        piece = _one(setter, children[index], max(left / len(free), 1.0), height, scale)
        if isinstance(piece, Overflow):
            return piece
        pieces[index] = piece
    known = [piece for piece in pieces if piece is not None]
    tall = max(piece.height for piece in known)
    items: list[Item] = []
    x = 0.0
    for piece, width_ in zip(known, widths, strict=True):
        wide = piece.width if width_ is None else width_
        drop = {"center": (tall - piece.height) / 2, "end": tall - piece.height}.get(
            node.align or "start", 0.0
        )
        items.append(piece.at(x, drop))
        x += wide + gap
    # A row of labels keeps the distance that a label keeps.
    after = max(
        (piece.after for child, piece in zip(children, known, strict=True) if child.part in stiff),
        default=0.0,
    )
    return Piece(x - gap, tall, tuple(items), after)


def _one(setter: Setter, node: Node, width: float, height: float, scale: float) -> Piece | Overflow:
    if _is_elastic(setter, node):
        return _elastic(setter, node, width, height, 0.0, scale)
    return measure(setter, node, width, height, scale)


def _lines(
    setter: Setter, node: Node, width: float, height: float, scale: float
) -> Piece | Overflow:
    """Points, one under another, each with the style's bullet."""
    value = setter.value(node.source or "")
    points = tuple(value) if isinstance(value, tuple) else ()
    role = _role(node)
    setting = _setting(setter, role)
    _, size = _sizes(setter, node, scale)
    gap = (node.gap if node.gap is not None else 0.021) * setter.unit
    sign = parts.bullet(setter.wearer, setter.room, size, 1)
    indent = sign.width + size * 0.55
    items: list[Item] = []
    y, widest = 0.0, 0.0
    for number, point in enumerate(points, 1):
        found = wrapped(str(point), setting, size, width - indent, most_lines=4)
        if isinstance(found, TooLong):
            return Overflow(node.source or "", found.fits)
        top = y - found.cap_top
        widest = max(widest, indent + found.width)
        drawn = words(found, indent, top, width - indent, "start", setter.room.ink, role)
        mark = parts.bullet(setter.wearer, setter.room, size, number)
        cap = found.ascent - found.cap_top
        items += [
            Group(
                mark.at(0, y + cap / 2 - size * 0.39).items,
                mark.at(0, y + cap / 2 - size * 0.39).transform,
            ),
            drawn,
        ]
        y += _tall(found) + gap
        if y - gap > height + 0.5:
            return Overflow(node.source or "", number - 1, rows=True)
    if setter.room.align == "center":
        # Points begin under one another, and stand together on the axis.
        width = min(width, widest)
    return Piece(width, max(0.0, y - gap), tuple(items), setter.unit * 0.03 * scale)


def _tall(found: Fitted) -> float:
    """Height of an entry of a list: the same for letters with and without descenders."""
    last = found.ascent + (len(found.lines) - 1) * found.leading * found.size
    return last + _DESCENT * found.size - found.cap_top


def _items(
    setter: Setter, node: Node, width: float, height: float, scale: float
) -> Piece | Overflow:
    """A table of two columns: what, and how much or when; a thin line between its rows."""
    value = setter.value(node.source or "")
    rows = value.rows if isinstance(value, Rows) else ()
    if not rows:
        return Piece(0, 0, ())
    wearer, identity = setter.wearer, setter.wearer.sheet.identity
    name_setting = wearer.dress.setting(identity, _role(node), wearer.language)
    value_setting = wearer.dress.setting(identity, "body", wearer.language)
    _, size = _sizes(setter, node, scale)
    gap = setter.unit * 0.013 * scale
    between = setter.unit * 0.03
    set_rows: list[tuple[Fitted, Fitted | None]] = []
    used = 0.0
    for number, (name, amount) in enumerate(rows, 1):
        right = wrapped(amount, value_setting, size, width * 0.5, most_lines=2) if amount else None
        if isinstance(right, TooLong):
            return Overflow(node.source or "", right.fits)
        room = width - (right.width + between if right is not None else 0.0)
        left = wrapped(name, name_setting, size, room, most_lines=3)
        if isinstance(left, TooLong):
            return Overflow(node.source or "", left.fits)
        set_rows.append((left, right))
        used += _tall(left)
        if used + (number - 1) * 2 * gap > height + 0.5:
            return Overflow(node.source or "", number - 1, rows=True)
    if node.grow and len(rows) > 1:
        spare = (height - used) / (len(rows) - 1) / 2
        gap = max(gap, min(spare, setter.unit * 0.024))
    items: list[Item] = []
    y = 0.0
    for index, (left, right) in enumerate(set_rows):
        if index:
            line = parts.rule(wearer, setter.room, width)
            items.append(line.at(0, y - gap - line.height / 2))
        top = y - left.cap_top
        items.append(words(left, 0, top, width, "start", setter.room.ink, "item"))
        if right is not None:
            drop = y + (left.ascent - left.cap_top) - (right.ascent - right.cap_top)
            items.append(
                words(right, 0, drop - right.cap_top, width, "end", setter.room.ink, "value")
            )
        y += _tall(left) + 2 * gap
    return Piece(width, y - 2 * gap, tuple(items), setter.unit * 0.03 * scale)


def _across(room: Room, piece: Piece, width: float) -> float:
    return (width - piece.width) / 2 if room.align == "center" else 0.0


def _placed(setter: Setter, pieces: Sequence[Piece], box: Box, gap: float, node: Node) -> Column:
    between = gaps(pieces, gap)
    tall = sum(piece.height for piece in pieces) + sum(between)
    spare = max(0.0, box.height - tall)
    side = {"start": "top", "center": "middle", "end": "bottom"}.get(
        node.justify or "", setter.room.side
    )
    y = box.top + {"top": 0.0, "middle": spare / 2, "bottom": spare}[side]
    top = y
    items: list[Item] = []
    left, right = box.right, box.left
    for piece, after in zip(pieces, between, strict=True):
        x = box.left + _across(setter.room, piece, box.width)
        items.append(piece.at(x, y))
        left, right = min(left, x), max(right, x + piece.width)
        y += piece.height + after
    return Column(tuple(items), Box(left, top, right, max(top, y)))
