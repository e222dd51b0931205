"""Photographs drawn by code: what people post, in the few strokes that matter to a crop."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Bytes = NDArray[np.uint8]


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def blank(width: int, height: int, color: str = "#777777") -> Image.Image:
    return Image.new("RGB", (width, height), color)


def graded(width: int, height: int, top: str, bottom: str) -> Image.Image:
    """A sky, a backdrop: one colour turning into another."""
    column = Image.new("RGB", (1, 2))
    column.putpixel((0, 0), _rgb(top))
    column.putpixel((0, 1), _rgb(bottom))
    return column.resize((width, height), Image.Resampling.BILINEAR)


def landscape(width: int = 400, height: int = 300) -> Image.Image:
    """Sky above, steppe below, nothing on it."""
    image = graded(width, height, "#7fb2e5", "#e6eef5")
    ground = graded(width, height - height * 6 // 10, "#b9a26a", "#8c7a45")
    image.paste(ground, (0, height * 6 // 10))
    return image


def pot(width: int = 400, height: int = 300, at: tuple[float, float] = (0.24, 0.72)) -> Image.Image:
    """A bright glazed pot on a plain pale ground."""
    image = graded(width, height, "#e9e4da", "#d6cfc2")
    x, y, r = at[0] * width, at[1] * height, 0.13 * height
    draw = ImageDraw.Draw(image)
    draw.ellipse((x - r, y - 0.8 * r, x + r, y + r), fill="#1d5fa8")
    draw.rectangle((x - 0.45 * r, y - 1.2 * r, x + 0.45 * r, y - 0.6 * r), fill="#1d5fa8")
    draw.ellipse((x - 0.5 * r, y - 0.4 * r, x - 0.2 * r, y - 0.1 * r), fill="#8fc0f0")
    return image


def face(width: int = 400, height: int = 300, at: tuple[float, float] = (0.75, 0.3)) -> Image.Image:
    """A head and shoulders before an evening sky over the steppe."""
    image = landscape(width, height)
    x, y, r = at[0] * width, at[1] * height, 0.14 * height
    draw = ImageDraw.Draw(image)
    draw.rectangle((x - 1.6 * r, y + 1.4 * r, x + 1.6 * r, height), fill="#3c4a5e")
    draw.ellipse((x - 1.6 * r, y + r, x + 1.6 * r, y + 3 * r), fill="#3c4a5e")
    draw.ellipse((x - 1.05 * r, y - 1.3 * r, x + 1.05 * r, y + 0.8 * r), fill="#2a1d18")
    draw.ellipse((x - 0.85 * r, y - r, x + 0.85 * r, y + 1.15 * r), fill="#c98f6b")
    for side in (-1, 1):
        dx = x + side * 0.35 * r
        draw.ellipse((dx - 0.12 * r, y - 0.2 * r, dx + 0.12 * r, y), fill="#20140f")
    draw.arc((x - 0.4 * r, y + 0.1 * r, x + 0.4 * r, y + 0.7 * r), 20, 160, fill="#8c3a33", width=2)
    return image.filter(ImageFilter.GaussianBlur(width / 400))


def noise(width: int = 400, height: int = 300, seed: int = 7) -> Image.Image:
    values = np.random.default_rng(seed).integers(0, 256, (height, width, 3))
    return Image.fromarray(values.astype(np.uint8))


def checkerboard(width: int = 400, height: int = 300, cell: int = 12) -> Image.Image:
    rows, columns = np.indices((height, width)) // cell
    return Image.fromarray((255 * ((rows + columns) % 2)).astype(np.uint8)).convert("RGB")


def busy(width: int = 400, height: int = 300, seed: int = 3) -> Image.Image:
    """A market stall: patches of every colour and tone."""
    random = np.random.default_rng(seed)
    patches = Image.fromarray(random.integers(0, 256, (9, 12, 3)).astype(np.uint8))
    return patches.resize((width, height), Image.Resampling.BICUBIC)


def sunlit(width: int = 400, height: int = 300) -> Image.Image:
    """A dark left half and a glaring right one."""
    image = blank(width, height, "#14181f")
    image.paste(_rgb("#f7f3e8"), (width // 2, 0, width, height))
    return image.filter(ImageFilter.GaussianBlur(width / 80))


def _rgb(color: str) -> tuple[int, int, int]:
    value = int(color[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255
