"""Small drawings that between them use everything a Scene can say."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Literal

import numpy as np
from PIL import Image

from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import (
    Duotone,
    Grain,
    Group,
    Item,
    Line,
    LinearGradient,
    Paint,
    Picture,
    RadialGradient,
    Rect,
    Scene,
    Shape,
    Solid,
    Stop,
    Text,
    Words,
)
from creativekit.fonts.faces import face
from creativekit.fonts.fallback import runs
from creativekit.fonts.shaping import ShapedLine, shape

TEAL, SAND, INK, RED = "#0a7e8c", "#f2c14e", "#1b1b1f", "#c8102e"
WIDTH, HEIGHT = 240, 160

SUNSET = (Stop(0.0, "#f2c14e"), Stop(0.55, "#c8102e"), Stop(1.0, "#2b1055"))
FADING = (Stop(0.0, TEAL), Stop(1.0, TEAL, 0.0))

ZIGZAG = Path.polygon(((20, 130), (60, 30), (100, 130), (140, 30), (180, 130)), closed=False)
WAVE = Path((("M", 20, 80), ("C", 70, -20, 90, 180, 130, 80), ("C", 170, -20, 200, 60, 220, 120)))
STAR = Path.polygon(((120, 15), (158, 138), (52, 60), (188, 60), (82, 138)))


def photo(alpha: bool = False, kind: str = "PNG") -> bytes:
    """Encoded bytes of a soft 120×90 picture."""
    y, x = np.mgrid[0:90, 0:120]
    channels = [x * 2, y * 2.5, 255 - x - y]
    if alpha:
        channels.append(np.clip(np.hypot(x - 60, y - 45) * 6 - 40, 0, 255))
    pixels = np.stack(channels, axis=-1).astype(np.uint8)
    data = io.BytesIO()
    Image.fromarray(pixels).save(data, kind)
    return data.getvalue()


def spoken(
    lines: tuple[str, ...],
    x: float,
    y: float,
    size: float,
    fill: Paint,
    *,
    align: Literal["start", "middle", "end"] = "start",
    tracking: float = 0.0,
    leading: float = 1.1,
    role: str = "",
    language: str = "kk",
    weight: int = 800,
) -> Words:
    """Lines in Onest, what it does not have in Comfortaa; `x` is their start, middle or end."""
    faces = (face("Onest", weight), face("Comfortaa", 700))
    set_lines = []
    for number, text in enumerate(lines):
        placed: list[tuple[ShapedLine, float]] = []
        pen = 0.0
        for part, chosen in runs(text, faces):
            shaped = shape(chosen, part, language, tracking)
            placed.append((shaped, pen))
            pen += (shaped.width + tracking) * size
        left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[align] * (pen - tracking * size)
        baseline = y + number * size * leading
        set_lines.append(tuple(Text(run, left + at, baseline, size, fill) for run, at in placed))
    box = Box(x, y - size, x + 200, y + len(lines) * size * leading)
    return Words(tuple(set_lines), " ".join(lines), box, align, leading, role)


def _scene(*items: Item) -> Scene:
    return Scene(WIDTH, HEIGHT, items, "Үлгі")


def scenes() -> Mapping[str, Scene]:
    onest, lora = face("Onest", 800), face("Lora", 400, italic=True)
    words = shape(onest, "Саз студиясы", "kk", -0.02)
    tilde = shape(lora, "Қызылорда ₸ «Ә»", "kk")
    rings = Path.ellipse(80, 80, 60) + Path.ellipse(80, 80, 30)
    petal = Path((("M", 0, 0), ("C", 18, -12, 18, -44, 0, -60), ("C", -18, -44, -18, -12, 0, 0)))
    flower = tuple(
        Group((Shape(petal, Solid(TEAL if turn % 2 else SAND, 0.85)),), Affine.rotation(45 * turn))
        for turn in range(8)
    )
    return {
        "rects": _scene(
            Rect(10, 10, 60, 40, Solid(TEAL)),
            Rect(70, 10, 60, 40, Solid(SAND)),
            Rect(150.25, 10.5, 60.5, 40.25, Solid(INK)),
            Rect(20, 70, 90, 70, Solid(RED), radius=18),
            Rect(90, 90, 120, 55, Solid(TEAL, 0.6), radius=60),
        ),
        "shapes": _scene(
            Shape(Path.ellipse(70, 80, 60, 45), Solid(TEAL)),
            Shape(STAR.translate(40, 5), Solid(SAND), "evenodd"),
            Shape(STAR.scale(0.5).translate(-20, 60), Solid(RED)),
            Shape(rings.translate(90, 0), Solid(INK, 0.3), "evenodd"),
        ),
        "strokes": _scene(
            Line(ZIGZAG, Solid(INK), 14),
            Line(ZIGZAG.translate(20, 8), Solid(TEAL), 10, "round", "round"),
            Line(WAVE, Solid(RED, 0.8), 9, "square", "bevel"),
            Line(WAVE.translate(0, 25), Solid(SAND), 3, "round", dash=(1, 9)),
            Line(Path.rect(8, 8, 224, 144), Solid(INK), 1, dash=(12, 6, 2)),
        ),
        "gradients": _scene(
            Rect(0, 0, 240, 50, LinearGradient(0, 0, 240, 0, SUNSET)),
            Rect(0, 50, 80, 110, LinearGradient(0, 60, 0, 150, SUNSET)),
            Shape(Path.ellipse(150, 105, 60, 50), LinearGradient(110, 60, 190, 150, SUNSET)),
            Rect(90, 20, 140, 130, RadialGradient(150, 90, 60, FADING)),
            Line(WAVE, LinearGradient(20, 0, 220, 0, FADING), 6),
        ),
        "text": _scene(
            Rect(0, 0, 240, 80, Solid(TEAL)),
            Text(words, 12, 60, 32, Solid("#ffffff")),
            Text(tilde, 12, 110, 26, Solid(INK)),
            Text(words, 12, 148, 30, LinearGradient(12, 0, 220, 0, SUNSET)),
        ),
        "groups": _scene(
            Rect(0, 0, 240, 160, Solid("#f7f3ea")),
            Group(flower, Affine.translation(80, 80), opacity=0.9),
            Group(
                (Rect(0, 0, 100, 100, Solid(RED)), Rect(40, 40, 100, 100, Solid(TEAL))),
                Affine.rotation(20, 160, 80) @ Affine.translation(130, 30) @ Affine.scaling(0.6),
                clip=Path.ellipse(60, 60, 55),
                opacity=0.7,
            ),
            Group((Rect(0, 0, 240, 160, Solid(INK)),), clip=Path.rect(10, 140, 220, 10)),
        ),
        "words": _scene(
            Rect(0, 0, 240, 160, Solid("#f7f3ea")),
            spoken(
                ("Қыш Ω", "шеберханасы"), 12, 34, 26, Solid(INK), tracking=-0.02, role="display"
            ),
            spoken(("САБАҚ",), 228, 84, 12, Solid(TEAL), align="end", tracking=0.08, role="label"),
            spoken(
                ("Сенбі, 14 маусым,", "сағат 12:00-де"),
                120,
                110,
                13,
                Solid(RED, 0.8),
                align="middle",
                leading=1.4,
                role="lead",
                weight=400,
            ),
            Group(
                (spoken(("Тегін",), 0, 0, 18, Solid("#ffffff")),),
                Affine.rotation(-12, 30, 150) @ Affine.translation(14, 152),
            ),
        ),
        "layers": _scene(
            Rect(0, 0, 240, 160, Solid(INK)),
            Rect(0, 0, 240, 160, RadialGradient(170, 60, 90, (Stop(0, TEAL), Stop(1, INK)))),
            Group(
                (
                    Shape(Path.ellipse(60, 60, 40), Solid(SAND)),
                    Shape(Path.ellipse(90, 80, 40), Solid(RED)),
                    Line(
                        ZIGZAG.scale(0.5).translate(20, 40), Solid("#ffffff"), 6, "round", "round"
                    ),
                ),
                opacity=0.6,
            ),
            Group(
                (
                    Rect(0, 0, 80, 60, LinearGradient(0, 0, 80, 60, (Stop(0, RED), Stop(1, SAND)))),
                    Rect(10, 10, 40, 20, Solid(TEAL), radius=6),
                    Line(Path.polygon(((5, 55), (75, 5)), closed=False), Solid("#ffffff"), 3),
                ),
                Affine.translation(140, 90) @ Affine.rotation(-15),
                clip=Path.rect(0, 0, 70, 50, 12),
            ),
        ),
        "frames": _scene(
            Rect(0, 0, 240, 160, Solid("#f7f3ea")),
            Picture(photo(), 10, 10, 100, 100, radius=16, alt="Қыш", crop=Box(0.25, 0, 1, 1)),
            Picture(
                photo(kind="JPEG"),
                120,
                10,
                110,
                60,
                radius=12,
                crop=Box(0, 0.2, 1, 0.2 + (60 / 110) * (120 / 90)),
                treatment=Duotone(INK, SAND),
            ),
            Group(
                (Picture(photo(), 120, 80, 110, 82.5, crop=Box(0, 0, 1, 1)),),
                clip=Path.ellipse(175, 118, 50, 34),
                opacity=0.8,
            ),
        ),
        "treatments": _scene(
            Rect(0, 0, 240, 160, Solid("#f7f3ea")),
            Picture(photo(kind="JPEG"), 10, 10, 100, 75, treatment=Grain(0.12)),
            Picture(
                photo(),
                120,
                10,
                110,
                110,
                radius=55,
                crop=Box(0.125, 0, 0.875, 1),
                treatment=Grain(0.08),
            ),
            Picture(photo(alpha=True), 10, 92, 80, 60, treatment=Duotone(TEAL, "#ffffff")),
            spoken(("Дән",), 110, 148, 22, Solid(INK), role="label"),
        ),
        "pictures": _scene(
            Rect(0, 0, 240, 160, Solid(SAND)),
            Picture(photo(), 10, 10, 120, 90),
            Picture(photo(), 120, 40, 60, 90, radius=30, alt="Сурет"),
            Picture(photo(alpha=True), 10.5, 80.25, 96, 72),
            Group(
                (Picture(photo(kind="JPEG"), 0, 0, 60, 45),),
                Affine.translation(185, 90) @ Affine.rotation(25),
            ),
        ),
    }
