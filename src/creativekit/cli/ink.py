"""Colour and emphasis for a terminal, as far as this one has them.

Control sequences are ECMA-48's SGR; 24-bit colour and the 256-colour cube (xterm's ctlseqs) as the
environment announces them. A brand's own colour is shown in its hue, but never so dark or so light
that it would vanish on the terminal's ground, which nobody can know: its luminance is moved into
the band that stands out from both black and white.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TextIO

PRODUCT = "#0a9aa8"  # before a brand is known

Depth = Literal["none", "16", "256", "full"]

# Relative luminance (WCAG 2.2): 3:1 against black needs 0.10, against white 0.30.
_DARKEST, _LIGHTEST = 0.12, 0.30


@dataclass(frozen=True, slots=True)
class Ink:
    """Paints text for one stream; `accent` is `#rrggbb`."""

    depth: Depth
    accent: str = PRODUCT

    def bold(self, text: str) -> str:
        return self._paint("1", text)

    def dim(self, text: str) -> str:
        return self._paint("2", text)

    def bad(self, text: str) -> str:
        return self._paint("1;31", text)

    def doubtful(self, text: str) -> str:
        return self._paint("33", text)

    def good(self, text: str) -> str:
        return self._paint("32", text)

    def brand(self, text: str) -> str:
        """In the brand's colour, made readable."""
        return self.colored(text, readable(self.accent))

    def colored(self, text: str, color: str) -> str:
        """In exactly this colour; plain where a terminal has only a few."""
        red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
        if self.depth == "full":
            return self._paint(f"38;2;{red};{green};{blue}", text)
        if self.depth == "256":
            # The cube's six levels are 0, 95, 135 … 255.
            levels = [max(0, (value - 35) // 40) for value in (red, green, blue)]
            return self._paint(f"38;5;{16 + 36 * levels[0] + 6 * levels[1] + levels[2]}", text)
        return text

    def _paint(self, code: str, text: str) -> str:
        return text if self.depth == "none" or not text else f"\x1b[{code}m{text}\x1b[0m"


def depth(stream: TextIO | None, environ: Mapping[str, str] = os.environ) -> Depth:
    """How many colours a stream shows (no-color.org; FORCE_COLOR asks for them in a pipe)."""
    if stream is None or environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        return "none"
    if not is_terminal(stream) and not environ.get("FORCE_COLOR"):
        return "none"
    if environ.get("COLORTERM") in ("truecolor", "24bit") or environ.get("WT_SESSION"):
        return "full"
    if "256" in environ.get("TERM", ""):
        return "256"
    # The old Windows console shows control sequences as they are.
    return "none" if sys.platform == "win32" and not environ.get("TERM") else "16"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person sees this stream as it is written."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def readable(color: str) -> str:
    """`color`, lightened or darkened until it stands out from black and from white."""
    parts = [int(color[place : place + 2], 16) for place in (1, 3, 5)]
    for _ in range(40):
        light = _luminance(parts)
        if _DARKEST <= light <= _LIGHTEST:
            break
        target = 255 if light < _DARKEST else 0
        parts = [round(value + (target - value) * 0.06) for value in parts]
    return "#" + "".join(f"{value:02x}" for value in parts)


def _luminance(parts: list[int]) -> float:
    linear = [
        value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4
        for value in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
