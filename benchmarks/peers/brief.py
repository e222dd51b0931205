"""What every peer outside this package is told: the designs as JSON, and the files they need.

Engines that set text by line boxes get the top of one whose baseline is where the design has it:
half the leading above the ascent, as CSS 2.1 (10.8.1) has it.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.peers.designs import (
    ACCENT,
    DESIGNS,
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
    label_baseline,
    photograph,
)
from creativekit.fonts.faces import face
from creativekit.fonts.instances import static_instance
from creativekit.fonts.metrics import metrics


def write(folder: Path) -> dict[str, Path]:
    """Write the designs into `folder`; the file of each by its name."""
    folder.mkdir(parents=True, exist_ok=True)
    photo = folder / "photo.jpg"
    photo.write_bytes(photograph())
    files = {}
    for design in DESIGNS:
        files[design.name] = folder / f"{design.name}.json"
        files[design.name].write_text(json.dumps(_told(design, photo), indent=1), "utf-8")
    return files


def _told(design: Design, photo: Path) -> dict[str, object]:
    faces = {role: face(FAMILY, weight) for role, weight in WEIGHTS.items()}
    texts = [
        _text(words, "headline", HEADLINE_SIZE, INK, design.headline + number * HEADLINE_LEADING)
        for number, words in enumerate(HEADLINE)
    ]
    texts.append(_text(LEAD, "lead", LEAD_SIZE, SOFT, design.lead))
    label = _text(LABEL, "label", LABEL_SIZE, ON_ACCENT, label_baseline(design))
    label |= {"center": True, "width": PILL_WIDTH}
    told: dict[str, object] = {
        "width": WIDTH,
        "height": HEIGHT,
        "family": FAMILY,
        "fonts": [
            {"role": role, "weight": chosen.weight, "file": static_instance(chosen)}
            for role, chosen in faces.items()
        ],
        "gradient": [FROM, TO],
        "texts": [*texts, label],
        "pill": {
            "x": MARGIN,
            "y": design.pill,
            "width": PILL_WIDTH,
            "height": PILL_HEIGHT,
            "color": ACCENT,
        },
    }
    if design.photo is not None:
        x, y, width, height, radius = design.photo
        told["photo"] = {
            "x": x, "y": y, "width": width, "height": height, "radius": radius, "file": str(photo),
        }  # fmt: skip
    return told


def _text(words: str, role: str, size: float, color: str, baseline: float) -> dict[str, object]:
    weight = WEIGHTS[role]
    found = metrics(face(FAMILY, weight))
    leading = round(size * 1.3)
    ascent, descent = found.ascender * size, -found.descender * size
    top = baseline - (leading - ascent - descent) / 2 - ascent
    return {
        "text": words,
        "role": role,
        "weight": weight,
        "size": size,
        "color": color,
        "x": MARGIN,
        "baseline": baseline,
        "leading": leading,
        "top": top,
        "width": 900,
        "center": False,
    }
