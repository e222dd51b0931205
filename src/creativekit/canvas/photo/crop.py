"""The part of a photograph that fills a box: as much of it as the box's proportions allow.

Such a crop is free along one side only: what is too much is cut from left and right, or from top
and bottom. Along that side the subject is brought to a third of the box (the rule of thirds:
J. T. Smith, Remarks on Rural Scenery, 1797) or to its middle, whichever the crop reaches while it
cuts most evenly from both ends.
"""

from __future__ import annotations

from creativekit.canvas.path import Box
from creativekit.canvas.photo.photograph import Photograph
from creativekit.errors import Problem, msg

MOST_ENLARGED = 1.25
"""Enlarged further than this a photo looks soft beside type, which is always sharp."""

_LINES = (1 / 2, 1 / 3, 2 / 3)


def cover(
    photo: Photograph, width: float, height: float, aim: tuple[float, float] | None = None
) -> Box:
    """The part to show in a box of `width` × `height` px, in fractions of the upright picture.

    It has the box's proportions, so nothing is stretched, and it is the largest that has. aim:
    where in the box (fractions from its left and top) the focal point should come to lie; without
    it, on the nearest third or in the middle. It comes as near as the photo's edges allow.
    """
    across, down = _largest(photo, width, height)
    left = _start(photo.focal[0], across, None if aim is None else aim[0])
    top = _start(photo.focal[1], down, None if aim is None else aim[1])
    return Box(left, top, min(1.0, left + across), min(1.0, top + down))


def upscale(photo: Photograph, crop: Box, width: float, height: float) -> float:
    """How many px of the box (`width` × `height`) a pixel of the photo covers; below 1: reduced."""
    return max(width / (crop.width * photo.width), height / (crop.height * photo.height))


def upscale_problem(
    photo: Photograph,
    crop: Box,
    width: float,
    height: float,
    *,
    min_px: int | None = None,
    key: str | None = None,
    line: int | None = None,
) -> Problem | None:
    """What is to be said about the photo's size in a box of `width` × `height` px; None if nothing.

    min_px: what the template's field demands of the photo's shorter side; less is an error. An
    enlargement beyond `MOST_ENLARGED` is a warning. The problem names the photo's file, and the
    `key` and `line` where the file is named.
    """
    if min_px is not None and min(photo.width, photo.height) < min_px:
        return Problem(
            msg(
                "the photo has {width}×{height} pixels; at least {least} on its shorter side "
                "are needed",
                width=photo.width,
                height=photo.height,
                least=min_px,
            ),
            file=photo.file_name,
            line=line,
            key=key,
        )
    times = upscale(photo, crop, width, height)
    if times <= MOST_ENLARGED:
        return None
    return Problem(
        msg(
            "the photo has {width}×{height} pixels, {wanted_width}×{wanted_height} are needed: "
            "it is enlarged {times} times and will look soft",
            width=photo.width,
            height=photo.height,
            wanted_width=round(width),
            wanted_height=round(height),
            times=_said(times),
        ),
        file=photo.file_name,
        line=line,
        key=key,
        severity="warning",
    )


def shifts(photo: Photograph, crop: Box, steps: int = 4) -> tuple[Box, ...]:
    """The same crop moved along each side on which the photo has more, the nearest first.

    Up to `steps` to either end of the photo. The focal point stays off the crop's rim: within its
    middle four fifths, or as near to them as it was.
    """
    found: list[Box] = []
    for start in _other_starts(crop.left, crop.width, photo.focal[0], steps):
        found.append(Box(start, crop.top, min(1.0, start + crop.width), crop.bottom))
    for start in _other_starts(crop.top, crop.height, photo.focal[1], steps):
        found.append(Box(crop.left, start, crop.right, min(1.0, start + crop.height)))
    return tuple(sorted(found, key=lambda box: _moved(box, crop)))


def _largest(photo: Photograph, width: float, height: float) -> tuple[float, float]:
    """The crop's share of the photo's width and of its height; one of them is all of it."""
    wider = (photo.width * height) / (photo.height * width)
    return (1 / wider, 1.0) if wider > 1 else (1.0, wider)


def _start(focal: float, share: float, aim: float | None) -> float:
    """Where a crop of `share` begins so that the focal point lies at `aim` of it."""
    free = 1 - share
    if free <= 0:
        return 0.0
    if aim is not None:
        return min(free, max(0.0, focal - aim * share))
    reached = [min(free, max(0.0, focal - line * share)) for line in _LINES]

    def cost(index: int) -> tuple[float, float]:
        missed = abs((focal - reached[index]) / share - _LINES[index])
        return round(missed, 6), round(abs(reached[index] - free / 2), 6)

    return reached[min(range(len(_LINES)), key=cost)]


def _other_starts(start: float, share: float, focal: float, steps: int) -> list[float]:
    free = 1 - share
    if free < 0.01:
        return []
    margin = min(0.1, max(0.0, (focal - start) / share), max(0.0, 1 - (focal - start) / share))
    low = max(0.0, focal - (1 - margin) * share)
    high = min(free, focal - margin * share)
    found = [start + (low - start) * step / steps for step in range(1, steps + 1)]
    found += [start + (high - start) * step / steps for step in range(1, steps + 1)]
    return [other for other in found if abs(other - start) > 0.005 and 0 <= other <= free]


def _moved(box: Box, crop: Box) -> float:
    return round(abs(box.left - crop.left) + abs(box.top - crop.top), 6)


def _said(times: float) -> str:
    """One decimal, and two where one would say that nothing is wrong."""
    return f"{times:.1f}" if times >= 1.35 else f"{times:.2f}"
