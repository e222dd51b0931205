"""Glyph outlines as drawing commands: the shapes that every picture of text is made of.

HarfBuzz draws them at the face's place on its axes (glyf with gvar, CFF, CFF2) and raises
quadratic curves to cubics itself, exactly: "hb-draw" of the HarfBuzz manual.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from creativekit.fonts.faces import Face
from creativekit.fonts.harfbuzz import font

Command = (
    tuple[str] | tuple[str, float, float] | tuple[str, float, float, float, float, float, float]
)
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",), as in canvas/path.py."""

_DIGITS = 6


@lru_cache(maxsize=8192)
def outline(face: Face, glyph_index: int) -> tuple[Command, ...]:
    """Contours of a glyph, fractions of the em, y down, the pen's origin at (0, 0).

    Contours may overlap: fill them by the non-zero rule. Empty for a space or for no such glyph.
    """
    probe = font(face)
    drawn: list[Command] = []
    probe.draw_glyph(glyph_index, _funcs(), (drawn, 1.0 / probe.face.upem))
    return tuple(drawn)


def _at(value: float, em: float) -> float:
    return round(value * em, _DIGITS) + 0.0  # adding zero turns a minus zero into zero


def _move(x: float, y: float, state: Any) -> None:
    drawn, em = state
    drawn.append(("M", _at(x, em), _at(-y, em)))


def _line(x: float, y: float, state: Any) -> None:
    drawn, em = state
    drawn.append(("L", _at(x, em), _at(-y, em)))


def _cubic(x1: float, y1: float, x2: float, y2: float, x: float, y: float, state: Any) -> None:
    drawn, em = state
    drawn.append(
        (
            "C",
            _at(x1, em),
            _at(-y1, em),
            _at(x2, em),
            _at(-y2, em),
            _at(x, em),
            _at(-y, em),
        )
    )


def _close(state: Any) -> None:
    state[0].append(("Z",))


@lru_cache(maxsize=1)
def _funcs() -> hb.DrawFuncs:
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(_move)
    funcs.set_line_to_func(_line)
    funcs.set_cubic_to_func(_cubic)
    funcs.set_close_path_func(_close)
    return funcs
