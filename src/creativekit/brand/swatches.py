"""The swatch sheet: the brand's colours as one picture, the way a printer pins it to the wall.

Three blocks in the proportions of use (60 : 30 : 10, surface, brand colour, accent), then the
ramps, then the roles on light and on dark ground. Colours are named in the main language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from creativekit.canvas.scene import Item, Rect, Scene, Solid
from creativekit.canvas.typeset import fitting_size, line
from creativekit.color.contrast import black_or_white
from creativekit.color.names import names, table
from creativekit.color.ramp import STEPS
from creativekit.identity.model import Identity

WIDTH, HEIGHT = 1600, 1320
_MARGIN = 100
_INNER = WIDTH - 2 * _MARGIN
_RAMPS = ("primary", "secondary", "tertiary", "accent", "neutral")
_STATUS = ("success", "warning", "danger", "info")


def scene(identity: Identity) -> Scene:
    """The sheet, 1600 × 1320 px."""
    palette = identity.palette
    ground = Rect(0, 0, WIDTH, HEIGHT, Solid("#ffffff"))
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
    palette = identity.palette
    chosen = (palette.first["surface"], palette.seed, palette.first["accent"])
    called = [
        name.get(identity.main_language)
        for name in names(chosen, table(Path(identity.project_folder)))
    ]
    for color, share, name in zip(chosen, (0.6, 0.3, 0.1), called, strict=True):
        part = width * share
        yield Rect(x, y, part, height, Solid(color))
        ink = black_or_white(color)
        small = share < 0.2
        pad = 18 if small else 32
        room = part - 2 * pad
        heading, body = identity.type.heading, identity.type.body
        size = fitting_size(name, heading, 22 if small else 40, room, identity.main_language)
        yield line(
            name, heading, size, x + pad, y + pad + size * 0.8, ink, language=identity.main_language
        )
        yield line(color.upper(), body, 15 if small else 20, x + pad, y + height - pad, ink)
        x += part


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
