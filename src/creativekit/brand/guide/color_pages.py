"""Pages about colour: the core palette in proportion, ramps, both sets of roles, contrast, and what
other eyes see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from creativekit.brand.core_colors import SHARES, chip_roles, core_colors
from creativekit.brand.guide.desk import Desk, Page, number_text
from creativekit.color.contrast import (
    ENHANCED_TEXT,
    LARGE_TEXT,
    TEXT,
    black_or_white,
    ratio,
    readable,
)
from creativekit.color.notation import cmyk, oklch_text, rgb
from creativekit.color.vision import VISIONS, seen

RAMPS = ("primary", "secondary", "tertiary", "accent", "neutral")
CHIPS = (
    "primary",
    "primary-container",
    "secondary",
    "tertiary",
    "accent",
    "surface",
    "surface-raised",
    "ink",
)
_NEAR = 1.12
_VANISHING = 1.2
# Two fields side by side that differ less look like one.
_ONE = 1.15


def pages(desk: Desk) -> list[Page]:
    return [_palette(desk), _ramps(desk), _themes(desk), _contrast(desk), _vision(desk)]


def _on(desk: Desk, color: str) -> str:
    palette = desk.identity.palette
    return readable(color, (palette.light["ink"], palette.dark["ink"]), TEXT)


def _palette(desk: Desk) -> Page:
    words, roles = desk.words, desk.identity.palette.first
    paper = desk.paper()
    colors = desk.once("names", lambda: core_colors(desk.identity))
    swatches = {
        key: {
            "color": color.hex,
            "name": color.name.get(desk.language),
            "role": words(f"palette.{key}"),
            "ink": _on(desk, color.hex),
            "edge": ratio(color.hex, roles["surface"]) < _NEAR,
            # Small letters on a vivid colour need more body than contrast alone would say.
            "bold": ratio(_on(desk, color.hex), color.hex) < ENHANCED_TEXT,
            "values": _values(color.hex),
        }
        for key, color in colors.items()
    }
    return {
        "kind": "palette",
        "title": words("palette.title"),
        "ground": asdict(paper),
        "swatches": {key: swatches[key] for key in SHARES},
        "chips": [swatches[key] for key in chip_roles(colors)],
    }


def _values(color: str) -> list[list[str]]:
    percent = cmyk(color)
    return [
        ["HEX", color.upper()],
        ["RGB", rgb(color)],
        ["OKLCH", oklch_text(color)],
        ["CMYK ≈", " ".join(map(str, percent))],
    ]


def _ramps(desk: Desk) -> Page:
    palette = desk.identity.palette
    return {
        "kind": "ramps",
        "title": desk.words("ramps.title"),
        "ramps": [
            {
                "name": desk.words(f"ramps.{name}"),
                "steps": [
                    {"step": str(step), "color": color, "ink": black_or_white(color)}
                    for step, color in palette.ramps[name]
                ],
            }
            for name in RAMPS
        ],
    }


def _themes(desk: Desk) -> Page:
    palette = desk.identity.palette
    paper = asdict(desk.paper())
    light = palette.light
    paper.update(
        ground=light["surface"],
        ink=light["ink"],
        muted=light["ink-muted"],
        strong=light["primary-ink"],
        line=light["outline"],
        panel=light["surface-raised"],
    )
    return {
        "kind": "themes",
        "title": desk.words("themes.title"),
        "ground": paper,
        "light": dict(palette.light),
        "dark": dict(palette.dark),
        "chips": list(CHIPS),
    }


def _contrast(desk: Desk) -> Page:
    roles: Mapping[str, str] = {**desk.identity.palette.first, "white": "#ffffff"}
    columns = ("surface", "surface-raised", "primary-container", "primary", "accent", "ink")
    rows = ("ink", "ink-muted", "primary", "accent", "white")
    base = desk.look.grounds["base"].ground
    return {
        "kind": "contrast",
        "title": desk.words("contrast.title"),
        "columns": [
            {"name": desk.words(f"contrast.{key}"), "color": roles[key]} for key in columns
        ],
        "rows": [
            {
                "name": desk.words(f"contrast.{row}"),
                "color": roles[row],
                "cells": [_cell(desk, roles[row], roles[column], base) for column in columns],
            }
            for row in rows
        ],
    }


def _cell(desk: Desk, ink: str, ground: str, base: str) -> dict[str, Any]:
    value = ratio(ink, ground)
    grade, mark = "none", "—"
    for least, name, sign in (
        (LARGE_TEXT, "large", "Aa+"),
        (TEXT, "aa", "AA"),
        (ENHANCED_TEXT, "aaa", "AAA"),
    ):
        if value >= least:
            grade, mark = name, sign
    return {
        "ink": ink,
        "ground": ground,
        # Figures are small: they are read where the pair that they tell of would not be.
        "plain": _on(desk, ground),
        "ratio": number_text(value, desk.language),
        "grade": grade,
        "mark": mark,
        "edge": ratio(ground, base) < _NEAR,
    }


def _vision(desk: Desk) -> Page:
    roles = desk.identity.palette.first
    brand = ("primary", "secondary", "tertiary", "accent")
    status = ("success", "warning", "danger", "info")
    ground = desk.look.grounds[desk.look.vision].ground
    rows = {vision: [seen(roles[key], vision) for key in (*brand, *status)] for vision in VISIONS}
    return {
        "kind": "vision",
        "title": desk.words("vision.title"),
        "columns": [desk.words(f"ramps.{key}") for key in brand]
        + [desk.words(f"themes.{key}") for key in status],
        "rows": [
            {
                "name": desk.words(f"vision.{vision}"),
                "text": desk.words(f"vision.{vision}_text"),
                "colors": [
                    {
                        "color": shown,
                        "ink": black_or_white(shown),
                        "rule": before is not None and ratio(before, shown) < _ONE,
                    }
                    for before, shown in zip((None, *all_shown), all_shown, strict=False)
                ],
                "edge": any(ratio(shown, ground) < _VANISHING for shown in all_shown),
            }
            for vision, all_shown in rows.items()
        ],
    }
