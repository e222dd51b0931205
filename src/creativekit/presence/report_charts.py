"""The report's two charts as plain numbers: where lines, points and labels stand.

The page and the PDF draw the same geometry, each by its own means, so that the chart wears the
page's colours, light or dark, and its letters stay letters. Labels are measured in the face that
they are set in: a long Kazakh word is wrapped, then set smaller, never laid over another.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from creativekit.canvas.path import Box
from creativekit.canvas.typeset import wrap
from creativekit.fonts.faces import Face
from creativekit.fonts.shaping import shape

RADAR = 360.0, 316.0
"""Width and height of the radar, in its own units (px where it is as large as it was thought)."""
TIMELINE = 360.0, 142.0

_RADIUS = 94.0
_OFF = 13.0
_SIZES = (13.0, 12.0, 11.0, 10.0, 9.0)
_LEADING = 1.2
_MIDDLE = 132.0
_RINGS = (25, 50, 75, 100)
_LEFT, _RIGHT, _TOP, _BOTTOM = 22.0, 338.0, 24.0, 110.0
_DATE_APART, _SCORE_APART = 66.0, 26.0
_FEWEST, _MOST = 3, 12


def radar(
    dimensions: Sequence[Mapping[str, Any]], face: Face, language: str
) -> dict[str, Any] | None:
    """The radar of `report.data`'s dimensions, labelled in `face`; None where none can be drawn:
    of fewer than three dimensions, of none with a score, or where labels would cover each other.
    """
    count = len(dimensions)
    if not _FEWEST <= count <= _MOST or all(each["score"] is None for each in dimensions):
        return None
    center = RADAR[0] / 2, RADAR[1] / 2
    angles = [2 * math.pi * place / count for place in range(count)]

    def at(angle: float, radius: float) -> tuple[float, float]:
        x, y = center[0] + radius * math.sin(angle), center[1] - radius * math.cos(angle)
        return round(x, 2), round(y, 2)

    def outline(key: str) -> list[tuple[float, float]]:
        known = [
            at(angle, _RADIUS * each[key] / 100)
            for angle, each in zip(angles, dimensions, strict=True)
            if each[key] is not None
        ]
        return known if len(known) >= _FEWEST else []

    labels = [
        _label(each, angle, at(angle, _RADIUS + _OFF), face, language)
        for angle, each in zip(angles, dimensions, strict=True)
    ]
    boxes = [each.pop("box") for each in labels]
    if any(_meet(one, other) for place, one in enumerate(boxes) for other in boxes[:place]):
        return None
    return {
        "width": RADAR[0],
        "height": RADAR[1],
        "rings": [[at(angle, _RADIUS * ring / 100) for angle in angles] for ring in _RINGS],
        "axes": [(center, at(angle, _RADIUS)) for angle in angles],
        "now": outline("score"),
        "before": outline("before"),
        "points": [
            {"at": at(angle, _RADIUS * each["score"] / 100), "weakest": each["weakest"]}
            for angle, each in zip(angles, dimensions, strict=True)
            if each["score"] is not None
        ],
        "labels": labels,
    }


def _label(
    dimension: Mapping[str, Any],
    angle: float,
    place: tuple[float, float],
    face: Face,
    language: str,
) -> dict[str, Any]:
    x, y = place
    side = math.sin(angle)
    anchor = "middle" if abs(side) < 0.2 else "start" if side > 0 else "end"
    room = {"start": RADAR[0] - x, "end": x, "middle": _MIDDLE}[anchor] - 2
    lines, size = _fitted(dimension["title"], face, room, language)
    number = "—" if dimension["score"] is None else str(dimension["score"])
    texts = [*lines, number]
    tall = len(texts) * size * _LEADING
    top = y - tall * (1 + math.cos(angle)) / 2
    wide = max(shape(face, text, language).width for text in texts) * size
    left = {"start": x, "end": x - wide, "middle": x - wide / 2}[anchor]
    return {
        "x": x,
        "anchor": anchor,
        "size": size,
        "box": Box(left, top, left + wide, top + tall),
        "lines": [
            {"text": text, "y": round(top + size * (_LEADING * place + 0.95), 2)}
            for place, text in enumerate(texts)
        ],
    }


def _fitted(text: str, face: Face, room: float, language: str) -> tuple[list[str], float]:
    for size in _SIZES:
        lines = wrap(text, face, size, room, language)
        if len(lines) <= 2 and all(_wide(line, face, size, language) <= room for line in lines):
            return list(lines), size
    size = _SIZES[-1]
    first = wrap(text, face, size, room, language)[0]
    while first and _wide(first + "…", face, size, language) > room:
        first = first[:-1]
    return [first.rstrip() + "…"], size


def _wide(text: str, face: Face, size: float, language: str) -> float:
    return shape(face, text, language).width * size


def _meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def timeline(runs: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The chart of `report.data`'s runs over their days; None for fewer than two. A run without a
    score stands on the base line, and no line leads to it."""
    if len(runs) < 2:
        return None
    first, last = runs[0]["day"], runs[-1]["day"]
    places = []
    for index, run in enumerate(runs):
        share = (run["day"] - first) / (last - first) if last > first else index / (len(runs) - 1)
        places.append(round(_LEFT + 14 + share * (_RIGHT - _LEFT - 28), 2))

    def height(score: int | None) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * (score or 0) / 100, 2)

    points = [
        {"x": x, "y": height(run["score"]), "score": run["score"]}
        for x, run in zip(places, runs, strict=True)
    ]
    lines = [
        ((points[place - 1]["x"], points[place - 1]["y"]), (each["x"], each["y"]))
        for place, each in enumerate(points)
        if place
        and runs[place]["joined"]
        and None not in (each["score"], points[place - 1]["score"])
    ]
    return {
        "width": TIMELINE[0],
        "height": TIMELINE[1],
        "left": _LEFT,
        "right": _RIGHT,
        "levels": [{"y": height(ring), "text": str(ring)} for ring in (0, 50, 100)],
        "lines": lines,
        "points": points,
        "scores": [
            {
                "x": points[place]["x"],
                "y": points[place]["y"] - 9,
                "text": "—" if points[place]["score"] is None else str(points[place]["score"]),
            }
            for place in _apart(places, _SCORE_APART)
        ],
        "dates": [
            {"x": min(max(places[place], 33.0), TIMELINE[0] - 33), "y": _BOTTOM + 22,
             "text": runs[place]["short"]}
            for place in _apart(places, _DATE_APART)
        ],
    }  # fmt: skip


def _apart(places: Sequence[float], least: float) -> list[int]:
    """Which of the places have room for a label: the last, the first, and what fits between."""
    kept = [len(places) - 1]
    if places[-1] - places[0] >= least:
        kept.append(0)
    for place in range(len(places) - 2, 0, -1):
        if all(abs(places[place] - places[other]) >= least for other in kept):
            kept.append(place)
    return sorted(kept)
