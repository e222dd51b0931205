"""The two posts that everybody draws: what is on them, where, in which faces.

Nothing here is a Scene, HTML or anyone's tree: it is the numbers and words from which each peer
builds its own, so that all draw the same picture. px of 1080×1350; lines are broken here, because
what is compared is drawing, and every engine breaks lines at other places.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image

WIDTH, HEIGHT = 1080, 1350
MARGIN = 90
FROM, TO = "#0b3c49", "#1a7f86"
"""The gradient's first and last colour, at 135 degrees as CSS counts them."""
INK, SOFT, ACCENT, ON_ACCENT = "#ffffff", "#cfe8e6", "#f2c14e", "#1b1b1f"

HEADLINE = (
    "Қызылордадағы",
    "шығармашылық",
    "кәсіпкерлерге",
    "арналған брендинг",
    "шеберханасы",
)
HEADLINE_SIZE, HEADLINE_LEADING = 76.0, 84.0
LEAD = "Үш күн, он екі шебер, бір дайын бренд"
LEAD_SIZE = 34.0
LABEL = "Тіркелу ашық"
LABEL_SIZE = 30.0
PILL_HEIGHT, PILL_WIDTH = 76.0, 280.0

FAMILY = "Onest"
WEIGHTS = {"headline": 800, "lead": 400, "label": 600}


@dataclass(frozen=True)
class Design:
    """One post: where each part stands. Text is placed by its baseline, from the left margin.

    photo: left, top, width, height and corner radius of the picture, or None.
    """

    name: str
    headline: float
    lead: float
    pill: float
    photo: tuple[float, float, float, float, float] | None = None


DESIGNS = (
    Design("plain", headline=420.0, lead=850.0, pill=930.0),
    Design(
        "photo", headline=725.0, lead=1120.0, pill=1184.0, photo=(90.0, 90.0, 900.0, 525.0, 40.0)
    ),
)


@lru_cache(maxsize=1)
def photograph() -> bytes:
    """A JPEG of 2400×1800 with the statistics of a photograph, about a megabyte.

    Layers of smooth noise, each twice as fine and not quite half as strong as the one before: that
    is how the amplitudes of natural scenes fall off. A horizon and a sun make a crop recognisable.
    """
    width, height = 2400, 1800
    noise = np.zeros((height, width), np.float32)
    random = np.random.Generator(np.random.PCG64(7))
    for octave in range(9):
        cells = (3 << octave, 4 << octave)
        layer = random.standard_normal(cells, np.float32)
        grown = Image.fromarray(layer).resize((width, height), Image.Resampling.BICUBIC)
        noise += np.asarray(grown) * 0.66**octave
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sky = np.clip((y - 1050 + 40 * noise) / 60, 0, 1)
    sun = np.clip((260 - np.hypot(x - 1650, y - 620)) / 4, 0, 1)
    tone = noise * 18 + random.standard_normal((height, width), np.float32) * 5
    channels = []
    for top, ground, disc in ((226, 96, 255), (150, 74, 214), (92, 58, 120)):
        base = top * (1 - sky) + ground * sky + (x - 1200) * 0.012
        base = base * (1 - sun * (1 - sky)) + disc * sun * (1 - sky)
        channels.append(base + tone)
    pixels = np.clip(np.stack(channels, axis=-1), 0, 255).astype(np.uint8)
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, "JPEG", quality=88, subsampling=2)
    return data.getvalue()


def crop_of(design: Design) -> tuple[float, float, float, float]:
    """The part of the photograph that fills its frame (cover, centred): fractions 0–1."""
    assert design.photo is not None
    _, _, width, height, _ = design.photo
    share = (2400 / 1800) * (height / width)
    return 0.0, (1 - share) / 2, 1.0, (1 + share) / 2


def label_baseline(design: Design) -> float:
    """Where the pill's label stands: its capitals in the middle of the pill."""
    return design.pill + PILL_HEIGHT / 2 + LABEL_SIZE * 0.35
