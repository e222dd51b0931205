"""The posts as Scenes, drawn by this package."""

from __future__ import annotations

from benchmarks.peers.designs import (
    ACCENT,
    FAMILY,
    FROM,
    HEADLINE,
    HEADLINE_LEADING,
    HEADLINE_SIZE,
    HEIGHT,
    INK,
    LABEL,
    LABEL_SIZE,
    LEAD,
    LEAD_SIZE,
    MARGIN,
    ON_ACCENT,
    PILL_HEIGHT,
    PILL_WIDTH,
    SOFT,
    TO,
    WEIGHTS,
    WIDTH,
    Design,
    crop_of,
    label_baseline,
    photograph,
)
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Item, LinearGradient, Picture, Rect, Scene, Solid, Stop
from creativekit.canvas.typeset import line
from creativekit.fonts.faces import face


def gradient(width: float = WIDTH, height: float = HEIGHT) -> LinearGradient:
    """CSS's 135 degrees: through the middle, as long as the corners' distance along it."""
    reach = (width + height) / 4
    x, y = width / 2, height / 2
    stops = (Stop(0.0, FROM), Stop(1.0, TO))
    return LinearGradient(x - reach, y - reach, x + reach, y + reach, stops)


def scene(design: Design, turn: int = 0) -> Scene:
    """The design; another `turn` sets other words of the same length, the letters moved around."""
    faces = {role: face(FAMILY, weight) for role, weight in WEIGHTS.items()}
    items: list[Item] = [Rect(0, 0, WIDTH, HEIGHT, gradient())]
    if design.photo is not None:
        x, y, width, height, radius = design.photo
        crop = Box(*crop_of(design))
        items.append(Picture(photograph(), x, y, width, height, radius, crop=crop))
    for number, words in enumerate(HEADLINE):
        baseline = design.headline + number * HEADLINE_LEADING
        words = words[turn % len(words) :] + words[: turn % len(words)]
        items.append(line(words, faces["headline"], HEADLINE_SIZE, MARGIN, baseline, INK))
    items.append(line(LEAD, faces["lead"], LEAD_SIZE, MARGIN, design.lead, SOFT))
    pill = Rect(MARGIN, design.pill, PILL_WIDTH, PILL_HEIGHT, Solid(ACCENT), PILL_HEIGHT / 2)
    items.append(pill)
    middle = MARGIN + PILL_WIDTH / 2
    baseline = label_baseline(design)
    label = line(LABEL, faces["label"], LABEL_SIZE, middle, baseline, ON_ACCENT, anchor="middle")
    items.append(label)
    return Scene(WIDTH, HEIGHT, tuple(items))
