"""The swatch sheet: the brand's colours as one picture, the way a printer pins it to the wall.

Three blocks in the proportions of use (60 : 30 : 10, surface, main colour, accent) with the others
as chips on the first, as the guide shows them; then the ramps, then the roles on light and on dark
ground. Colours are named in the main language. Two fields that hardly differ are parted by a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from creativekit.brand.core_colors import SHARES, CoreColor, chip_roles, core_colors
from creativekit.canvas.path import Path
from creativekit.canvas.scene import Item, Line, Rect, Scene, Solid
from creativekit.canvas.typeset import fitting_size, line
from creativekit.color.contrast import black_or_white, ratio
from creativekit.color.ramp import STEPS
from creativekit.identity.model import Identity

WIDTH, HEIGHT = 1600, 1320
_MARGIN = 100
_INNER = WIDTH - 2 * _MARGIN
_RAMPS = ("primary", "secondary", "tertiary", "accent", "neutral")
_STATUS = ("success", "warning", "danger", "info")
_PAPER = "#ffffff"
# Fields that differ less than this look like one.
_APART = 1.15


def scene(identity: Identity) -> Scene:
    """The sheet, 1600 × 1320 px."""
    palette = identity.palette
    ground = Rect(0, 0, WIDTH, HEIGHT, Solid(_PAPER))
    items: list[Item] = [ground, *_heading(identity)]
    items += _blocks(identity, _MARGIN, 190, _INNER, 400)
    top = 640.0
    for name in _RAMPS:
        items += _ramp(identity, name, _MARGIN, top, _INNER, 66)
        top += 78
    for roles in (palette.light, palette.dark):
        items += _roles(identity, roles, _MARGIN, top + 20, _INNER, 88)
        top += 100
    return Scene(WIDTH, HEIGHT, tuple(items), title=identity.name.get(identity.main_language))


def _heading(identity: Identity) -> Iterator[Item]:
    name = identity.name.get(identity.main_language)
    face, ink = identity.type.heading, "#17191c"
    size = fitting_size(name, face, 54, _INNER, identity.main_language, identity.type.tracking)
    yield line(
        name,
        face,
        size,
        _MARGIN,
        132,
        ink,
        tracking=identity.type.tracking,
        language=identity.main_language,
    )


def _blocks(identity: Identity, x: float, y: float, width: float, height: float) -> Iterator[Item]:
    colors = core_colors(identity)
    edges = [x]
    for share in SHARES.values():
        edges.append(edges[-1] + width * share)
    for role, (left, right) in zip(SHARES, pairwise(edges), strict=True):
        yield Rect(left, y, right - left, height, Solid(colors[role].hex))
    for role, (left, right) in zip(SHARES, pairwise(edges), strict=True):
        small = right - left < width * 0.2
        pad = 18.0 if small else 32.0
        size = 22.0 if small else 40.0
        yield from _labels(
            identity, colors[role], left + pad, y + pad, right - left - 2 * pad, size
        )
    for at, left_role, right_role in zip(edges[1:], SHARES, tuple(SHARES)[1:], strict=False):
        if ratio(colors[left_role].hex, colors[right_role].hex) < _APART:
            yield _rule(Path((("M", at, y), ("L", at, y + height))), colors[left_role].hex)
    if any(ratio(colors[role].hex, _PAPER) < _APART for role in SHARES):
        yield _rule(Path.rect(x, y, width, height), _PAPER)
    chips = chip_roles(colors)
    gap, pad = 16.0, 32.0
    room = width * SHARES["surface"] - 2 * pad
    # Four of them fill the row; fewer are as wide as four would be.
    chip = (room - 3 * gap) / 4
    for index, role in enumerate(chips):
        left = x + pad + index * (chip + gap)
        yield from _chip(identity, colors[role], left, y + height - pad - 130, chip, 130)
        if ratio(colors[role].hex, colors["surface"].hex) < _APART:
            frame = Path.rect(left, y + height - pad - 130, chip, 130)
            yield _rule(frame, colors["surface"].hex)


def _labels(
    identity: Identity, color: CoreColor, x: float, y: float, room: float, size: float
) -> Iterator[Item]:
    """A colour's name, and its hex under it."""
    language, heading = identity.main_language, identity.type.heading
    ink, name = black_or_white(color.hex), color.name.get(identity.main_language)
    code = max(13.0, size * 0.5)
    size = fitting_size(name, heading, size, room, language)
    yield line(name, heading, size, x, y + size * 0.8, ink, language=language)
    yield line(color.hex.upper(), identity.type.body, code, x, y + size * 0.8 + code * 1.9, ink)


def _chip(
    identity: Identity, color: CoreColor, x: float, y: float, width: float, height: float
) -> Iterator[Item]:
    yield Rect(x, y, width, height, Solid(color.hex))
    yield from _labels(identity, color, x + 14, y + 16, width - 28, 22)


def _rule(path: Path, ground: str) -> Line:
    """A hairline that is seen on `ground`, and is not loud there."""
    return Line(path, Solid(black_or_white(ground), 0.28), 1.5)


def _ramp(
    identity: Identity, name: str, x: float, y: float, width: float, height: float
) -> Iterator[Item]:
    # Whole pixels: two edges that share one would let the paper shine through.
    edges = [round(x + index * width / len(STEPS)) for index in range(len(STEPS) + 1)]
    type_ = identity.type
    for (left, right), step in zip(pairwise(edges), STEPS, strict=True):
        color = identity.palette.ramps[name][step]
        yield Rect(left, y, right - left, height, Solid(color))
        ink = black_or_white(color)
        yield line(str(step), type_.body_bold, 13, left + 12, y + 26, ink)
        yield line(color.upper(), type_.body, 12, left + 12, y + height - 14, ink)


def _roles(
    identity: Identity, roles: Mapping[str, str], x: float, y: float, width: float, height: float
) -> Iterator[Item]:
    yield Rect(x, y, width, height, Solid(roles["surface"]))
    if ratio(roles["surface"], _PAPER) < _APART:
        yield _rule(Path.rect(x, y, width, height), _PAPER)
    fills = ("primary", "secondary", "tertiary", "accent", *_STATUS)
    yield line("Аа", identity.type.heading, 44, x + 28, y + height / 2 + 15, roles["ink"])
    yield line("Аа", identity.type.body, 24, x + 108, y + height / 2 + 15, roles["ink-muted"])
    start = x + 190
    gap = 10.0
    chip = (width - 190 - 28 - gap * (len(fills) - 1)) / len(fills)
    radius = identity.style.corner * chip
    for index, role in enumerate(fills):
        left = start + index * (chip + gap)
        yield Rect(left, y + 20, chip, height - 40, Solid(roles[role]), radius)
        yield line(
            "Аа",
            identity.type.body_bold,
            18,
            left + chip / 2,
            y + height / 2 + 7,
            roles[f"on-{role}"],
            anchor="middle",
        )
