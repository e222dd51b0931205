"""Pillow as its manual has it: ImageDraw, FreeType through Raqm where there is one, its own PNG.

The gradient is two arrays added, as one would with numpy at hand; the photo is reduced by `draft`
and cut by `ImageOps.fit`.
"""

from __future__ import annotations

import io
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps


@lru_cache(maxsize=8)
def _font(file: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size)


def draw(design: dict[str, Any]) -> bytes:
    width, height = design["width"], design["height"]
    first, last = (np.frombuffer(bytes.fromhex(c[1:]), np.uint8) for c in design["gradient"])
    at = (np.arange(width)[None, :] + np.arange(height)[:, None]) / (width + height)
    steps = (first + np.arange(256)[:, None] / 255 * (last.astype(float) - first)).astype(np.uint8)
    image = Image.fromarray(steps[(at * 255).astype(np.uint8)])
    if "photo" in design:
        box = design["photo"]
        size = int(box["width"]), int(box["height"])
        photo = Image.open(box["file"])
        photo.draft("RGB", size)
        part = ImageOps.fit(photo, size)
        mask = Image.new("L", (2 * size[0], 2 * size[1]))
        ends = (0, 0, 2 * size[0] - 1, 2 * size[1] - 1)
        ImageDraw.Draw(mask).rounded_rectangle(ends, 2 * box["radius"], 255)
        image.paste(part, (int(box["x"]), int(box["y"])), mask.reduce(2))
    pen = ImageDraw.Draw(image)
    pill = design["pill"]
    x, y = pill["x"], pill["y"]
    ends = (x, y, x + pill["width"] - 1, y + pill["height"] - 1)
    pen.rounded_rectangle(ends, pill["height"] / 2, pill["color"])
    files = {font["role"]: font["file"] for font in design["fonts"]}
    for text in design["texts"]:
        font = _font(files[text["role"]], text["size"])
        left = text["x"] + (text["width"] / 2 if text["center"] else 0)
        anchor = "ms" if text["center"] else "ls"
        pen.text((left, text["baseline"]), text["text"], text["color"], font, anchor)
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def drawing(file: Path) -> Any:
    design = json.loads(file.read_text("utf-8"))
    return lambda: draw(design)
