"""Colours as a terminal shows them: ramps, what reads on what, and what other eyes see.

Every swatch has its number or its mark beside or on it, so that a terminal without colours, and an
eye that sees few, is told the same.
"""

from __future__ import annotations

import itertools

from textual.content import Content

from creativekit.color import status
from creativekit.color.contrast import ENHANCED_TEXT, LARGE_TEXT, TEXT, black_or_white
from creativekit.color.palette import Palette
from creativekit.color.ramp import STEPS
from creativekit.color.report import cut
from creativekit.color.vision import (
    FAILS_BELOW,
    VISIONS,
    WARNS_BELOW,
    Vision,
    difference_seen,
    seen,
)
from creativekit.errors import Message, msg
from creativekit.language.catalogs import Translator
from creativekit.studio.cells import fitted

NAMES: dict[str, Message] = {
    "primary": msg("primary"),
    "secondary": msg("secondary"),
    "tertiary": msg("tertiary"),
    "accent": msg("accent"),
    "neutral": msg("neutral"),
    "ink": msg("ink"),
    "ink-muted": msg("quiet ink"),
    "primary-ink": msg("brand ink"),
    "accent-ink": msg("accent ink"),
    "surface": msg("paper"),
    "surface-raised": msg("raised"),
    "success": msg("success"),
    "warning": msg("warning"),
    "danger": msg("danger"),
    "info": msg("info"),
}
VISION_NAMES: dict[Vision, Message] = {
    "normal": msg("all colours"),
    "protan": msg("no red"),
    "deutan": msg("no green"),
    "tritan": msg("no blue"),
}

_RAMPS = ("primary", "secondary", "tertiary", "accent", "neutral")
_INKS = ("ink", "ink-muted", "primary-ink", "accent-ink")
_GROUNDS = ("surface", "surface-raised", "neutral", "primary")
_SEEN = ("primary", "secondary", "tertiary", "accent", *status.NAMES)
_LABEL, _PAIR = 12, 7  # columns


def _label(speak: Translator, name: str) -> str:
    return fitted(speak.text(NAMES[name]), _LABEL - 1) + " "


def swatch(color: str, text: str) -> tuple[str, str]:
    """Text on a colour, in black or white, whichever reads."""
    return text, f"{black_or_white(color)} on {color}"


def ramps(palette: Palette, speak: Translator) -> Content:
    """Five ramps of eleven steps; the step that is nearest to the brand's own colour is marked."""
    head = f"{STEPS[0]:<10}{STEPS[5]:<9}{STEPS[-1]}"
    rows = [Content.assemble(" " * _LABEL, (head, "$muted"))]
    for name in _RAMPS:
        pieces: list[tuple[str, str]] = [(_label(speak, name), "")]
        for step, color in palette.ramps[name]:
            own = name == "primary" and step == palette.own_step
            pieces.append(swatch(color, "◆ " if own else "  "))
        rows.append(Content.assemble(*pieces))
    return Content("\n").join(rows)


def mark(ratio: float) -> str:
    """What WCAG 2.2 lets a pair be used for: small text, well; small text; large text; nothing."""
    if ratio >= ENHANCED_TEXT:
        return "✓✓"
    if ratio >= TEXT:
        return "✓ "
    return "○ " if ratio >= LARGE_TEXT else "✗ "


def _pair(text: str, ink: str, ground: str, ratio: float) -> list[tuple[str, str]]:
    """A sign of the pair itself, and what is said of it: readable, also where the pair is not."""
    said = ink if ratio >= TEXT else black_or_white(ground)
    return [("●", f"{ink} on {ground}"), (text, f"{said} on {ground}")]


def contrast(palette: Palette, speak: Translator) -> Content:
    """Inks in rows, grounds in columns; each cell is the pair, its ratio and a mark."""
    roles = palette.first
    named = (fitted(speak.text(NAMES[ground]), _PAIR) for ground in _GROUNDS)
    rows = [Content.assemble(" " * _LABEL, (" ".join(named), "$muted"))]
    for ink in _INKS:
        pieces: list[tuple[str, str]] = [(_label(speak, ink), "")]
        for ground in _GROUNDS:
            ratio = cut(roles[ink], roles[ground])
            pieces += _pair(f"{ratio:>4.1f}{mark(ratio)}", roles[ink], roles[ground], ratio)
            pieces.append((" ", ""))
        rows.append(Content.assemble(*pieces[:-1]))
    fill = roles["primary"]
    pieces = [(_label(speak, "primary"), "")]
    for color, name in (("#ffffff", msg("white")), ("#000000", msg("black"))):
        ratio = cut(color, fill)
        # As wide as two columns.
        text = fitted(f" {speak.text(name)[:6]} {ratio:.1f}{mark(ratio)}", 2 * _PAIR)
        pieces += _pair(text, color, fill, ratio)
        pieces.append((" ", ""))
    rows.append(Content.assemble(*pieces[:-1]))
    legend = speak.text(msg("✓✓ reads very well  ✓ reads  ○ only large  ✗ does not read"))
    words = legend.split("  ")
    rows += [
        Content.styled("  ".join(words[place : place + 2]), "$muted")
        for place in range(0, len(words), 2)
    ]
    return Content("\n").join(rows)


def vision(palette: Palette, speak: Translator) -> Content:
    """The colours as four kinds of eyes see them, and the pair that each tells apart least."""
    roles = palette.first
    rows = []
    for kind in VISIONS:
        name = fitted(speak.text(VISION_NAMES[kind]), _LABEL - 1)
        pieces: list[tuple[str, str]] = [(f"{name} ", "")]
        pieces += [swatch(seen(roles[role], kind), "   ") for role in _SEEN]
        least = min(
            difference_seen(roles[one], roles[two], kind)
            for one, two in itertools.combinations(("primary", "accent", *status.NAMES), 2)
        )
        sign = "✗" if least < FAILS_BELOW else "!" if least < WARNS_BELOW else "✓"
        pieces.append((f" {sign} {least:.0f}", "$muted"))
        rows.append(Content.assemble(*pieces))
    legend = speak.text(msg("the number: how far apart the two nearest are; 8 is enough"))
    rows.append(Content.styled(legend, "$muted"))
    return Content("\n").join(rows)


def bar(palette: Palette, width: int) -> Content:
    """60–30–10: paper, brand, accent, in one line of that many cells."""
    roles = palette.first
    shares = (("primary", 0.5), ("secondary", 0.2), ("tertiary", 0.12), ("accent", 0.18))
    cells = [max(1, round(width * share)) for _, share in shares]
    cells[0] += width - sum(cells)
    return Content.assemble(
        *(
            (" " * count, f"on {roles[name]}")
            for (name, _), count in zip(shares, cells, strict=True)
        )
    )
