"""Pages about positioning and voice: the statement, its parts, the map, the scales, the words.

A statement has a page of its own and is never cut: one of more than 600 characters goes on on
another page, parted where a sentence or a clause of it ends. So do long lists of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from creativekit.artwork.dress import dress
from creativekit.artwork.parts import Wearer
from creativekit.artwork.plot import Plot, Plotted, draw
from creativekit.artwork.sheet import Room, Sheet
from creativekit.brand.guide.desk import ART_PX, PAGE_MM, Desk, Page
from creativekit.brand.guide.position import Stand
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Scene
from creativekit.color.contrast import GRAPHICS, readable

STATEMENT_MOST = 600
"""Characters of a statement on one page: some twelve lines of 22 pt."""

_LIST_MOST, _LIST_CHARACTERS = 12, 700
_PX_PER_MM = ART_PX[0] / PAGE_MM[0]
_WIDE_MM, _BESIDE_MM, _TALL_MM = 261.0, 172.5, 106.0
# Sizes of names (px; 27 are 14 pt) and on how many lines they may stand, the best first.
_NAMES = ((27.0, 2), (24.0, 2), (21.0, 2), (22.0, 3), (20.0, 3))
_NUMBERED = 24.0
# The map of a narrow screen: numbers in a square, names in a list under it.
_SMALL_PX, _SMALL_NAMES = 640.0, 34.0


def pages(desk: Desk, stand: Stand) -> list[Page]:
    return [*_statement(desk, stand), *_parts(desk, stand), *_market(desk, stand),
            *_scales(desk, stand), *_words(desk, stand)]  # fmt: skip


def _statement(desk: Desk, stand: Stand) -> Iterator[Page]:
    for part in parted(stand.statement, STATEMENT_MOST):
        yield {"kind": "position", "title": desk.words("position.statement"), "text": dashed(part)}


def dashed(text: str) -> str:
    """With dashes kept on the line of the word before them, as Kazakh and Russian set them."""
    return text.replace(" —", "\u00a0—")


def parted(text: str, most: int) -> tuple[str, ...]:
    """A text in parts of at most `most` characters that are about equal: parted after a sentence,
    else after a clause, else between words, else anywhere; joined they are the text."""
    if len(text) <= most:
        return (text,) if text else ()
    count = -(-len(text) // most)
    aim = len(text) / count
    for pattern in (r"(?<=[.!?…]) ", r"(?<=[;:,]) ", r" "):
        ends = [found.start() for found in re.finditer(pattern, text) if found.start() <= most]
        if ends:
            end = min(ends, key=lambda at: abs(at - aim))
            if end >= aim / 2:
                return (text[:end], *parted(text[end + 1 :], most))
    return (text[:most], *parted(text[most:], most))


def _parts(desk: Desk, stand: Stand) -> Iterator[Page]:
    if stand.parts:
        yield {
            "kind": "position-parts",
            "title": desk.words("position.parts"),
            "rows": [{"label": label, "value": value} for label, value in stand.parts],
        }


# ---- the map


def _market(desk: Desk, stand: Stand) -> Iterator[Page]:
    plot = stand.plot
    if plot is None:
        return
    room = _room(desk)
    wide = _scene(desk, plot, room, _WIDE_MM) or _scene(desk, plot, room, _BESIDE_MM, numbers=True)
    is_bare = wide is None
    if wide is None:
        # Ends of axes that are sentences leave no room for points: they are told in the list.
        bare = replace(plot, x_low="", x_high="", y_low="", y_high="")
        wide = _scene(desk, bare, room, _BESIDE_MM, numbers=True)
    assert wide is not None
    scene, plotted = wide
    small = _small(desk, plot, room)
    colors = {"ours": room.accent}
    names = [
        {
            "number": number,
            "name": spot.name,
            "fill": (fill := colors.get(spot.kind, room.ink)),
            "ink": readable(fill, (room.ground, "#ffffff", "#000000")),
            "nearest": spot.kind == "nearest",
        }
        for number, spot in small[1].legend
    ]
    ends = [("←", plot.x_low), ("→", plot.x_high), ("↑", plot.y_high), ("↓", plot.y_low)]
    said = [text for _, text in ends if text]
    yield {
        "kind": "market",
        "title": desk.words("position.map"),
        "picture": desk.draw(f"market{desk.language}", lambda: scene, shared=False),
        "width": round(scene.width / _PX_PER_MM, 3),
        "small": desk.draw(f"marketsmall{desk.language}", lambda: small[0], shared=False),
        "alt": desk.words(
            "position.map_picture",
            ends=", ".join(said),
            names=", ".join(spot.name for spot in plot.spots),
        ),
        "numbered": bool(plotted.legend),
        "names": names,
        "bare": is_bare,
        "ends": [{"arrow": arrow, "text": text} for arrow, text in ends if text],
        "nearest": stand.nearest,
    }


def _room(desk: Desk) -> Room:
    ground = desk.look.grounds["base"]
    palette = desk.identity.palette
    ramp = palette.ramps["accent"]
    # We are not of the ink that the others are of, as far as the ground allows.
    colors = (
        palette.first["accent"],
        palette.first["primary"],
        ramp[600],
        ramp[300],
        ground.strong,
    )
    return Room(
        Box(0, 0, 0, 0),
        ground.ink,
        ground.muted,
        readable(ground.ground, (*colors, ground.ink), GRAPHICS),
        "center" if desk.look.label == "centered" else "left",
        "top",
        ground.ground,
    )


def _scene(
    desk: Desk, plot: Plot, room: Room, width: float, numbers: bool = False
) -> tuple[Scene, Plotted] | None:
    """The map `width` mm wide with all its names, or with numbers; None where that is not to be."""
    wide, tall = width * _PX_PER_MM, _TALL_MM * _PX_PER_MM
    box = Box(0, 0, wide, tall)
    wearer = Wearer(Sheet(desk.identity, wide, tall), dress(desk.identity), desk.language)
    for size, lines in ((_NUMBERED, 0),) if numbers else _NAMES:
        plotted = draw(plot, box, room, wearer, size, lines)
        if plotted is not None and bool(plotted.legend) == numbers:
            return Scene(wide, tall, plotted.items), plotted
    return None


def _small(desk: Desk, plot: Plot, room: Room) -> tuple[Scene, Plotted]:
    bare = replace(plot, x_low="", x_high="", y_low="", y_high="")
    side = _SMALL_PX
    wearer = Wearer(Sheet(desk.identity, side, side), dress(desk.identity), desk.language)
    plotted = draw(bare, Box(0, 0, side, side), room, wearer, _SMALL_NAMES, 0)
    assert plotted is not None  # without names of ends all of the square is field
    return Scene(side, side, plotted.items), plotted


# ---- the voice


def _scales(desk: Desk, stand: Stand) -> Iterator[Page]:
    if stand.scales:
        yield {
            "kind": "scales",
            "title": desk.words("position.scales"),
            "accent": _room(desk).accent,
            "rows": [
                {"low": scale.low, "high": scale.high, "place": scale.place}
                for scale in stand.scales
            ],
        }


def _words(desk: Desk, stand: Stand) -> Iterator[Page]:
    say, never = _lists(stand.say), _lists(stand.never)
    for index in range(max(len(say), len(never))):
        yield {
            "kind": "vocabulary",
            "accent": _room(desk).accent,
            "title": desk.words("position.words"),
            "say": list(say[index]) if index < len(say) else [],
            "never": list(never[index]) if index < len(never) else [],
        }


def _lists(texts: Sequence[str]) -> list[list[str]]:
    """Texts in lists that fit half a page."""
    found: list[list[str]] = []
    for text in texts:
        full = not found or (
            len(found[-1]) >= _LIST_MOST or sum(map(len, found[-1])) + len(text) > _LIST_CHARACTERS
        )
        if full:
            found.append([])
        found[-1].append(text)
    return found
