"""What a field of a form shows: its content stream, written here and not left to the viewer.

A viewer that is asked to draw the fields itself may not have the letters, so every field carries a
picture of what is in it. An answer that is too long for its box is set smaller, then, at the least
size that can be read, ends in an ellipsis; the whole of it stays in the field's value. Source:
ISO 32000-1, 12.7.3.3 (variable text).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from creativekit.documents.form_font import FormFont
from creativekit.project.graphemes import graphemes

Align = Literal["left", "center", "right"]

LEAST_PT = 5.5
"""What is smaller cannot be read on paper."""
PADDING_PT = 2.0
"""Inside a field, on each side: what Acrobat, PDFium and pdf.js leave themselves."""
LEADING = 1.2
_STEP_PT = 0.5
# Down to this a word is set smaller rather than parted.
_UNBROKEN_PT = 8.0
_ELLIPSIS = "…"
_CIRCLE = 0.5523
# Corners in shares of the box, from its lower left.
_TICK = ((0.14, 0.50), (0.26, 0.62), (0.42, 0.46), (0.76, 0.82), (0.88, 0.70), (0.42, 0.20))


@dataclass(frozen=True, slots=True)
class Setting:
    """A value as it is set: lines, at a size in pt; whether all of it is there."""

    lines: tuple[str, ...]
    size: float
    whole: bool


def settled(
    text: str, fonts: Sequence[FormFont], width: float, height: float, size: float, several: bool
) -> Setting:
    """`text` in a box of `width` × `height` pt: at `size` or as much smaller as it must be.

    several: on as many lines as it needs; else on one, its line ends as spaces.
    """
    room = width - 2 * PADDING_PT
    shown = printable(text)
    if not several:
        shown = " ".join(shown.split())
    width_of = _ruler(fonts)
    longest = max((width_of(word) for word in shown.split()), default=0.0)
    at = size
    while True:
        if several:
            lines = tuple(_wrapped(shown, width_of, room / at))
            most = max(1, int((height - PADDING_PT) / (at * LEADING)))
            fits = len(lines) <= most and (longest * at <= room or at <= _UNBROKEN_PT)
        else:
            lines, most = (shown,), 1
            fits = width_of(shown) * at <= room and at <= height
        if fits or at <= LEAST_PT:
            break
        at = max(LEAST_PT, at - _STEP_PT)
    if fits:
        return Setting(lines, at, True)
    kept = lines[:most]
    last = kept[-1].rstrip() + _ELLIPSIS
    while measured(last, fonts, at) > room and len(last) > 1:
        last = last[:-2].rstrip() + _ELLIPSIS
    return Setting((*kept[:-1], last), at, False)


def text_content(
    setting: Setting,
    fonts: Sequence[FormFont],
    names: Sequence[str],
    width: float,
    height: float,
    color: str,
    align: Align,
    several: bool,
) -> str:
    """The content of a text field or a choice; names: the fonts' names among the resources."""
    if not any(setting.lines):
        return "/Tx BMC\nEMC\n"
    size, first = setting.size, fonts[0]
    leading = size * LEADING
    if several:
        # The ascender of a face may be tall beyond its letters: capitals lead.
        baseline = height - PADDING_PT - size * (LEADING + first.cap_height) / 2
    else:
        baseline = (height - first.cap_height * size) / 2
    parts = [
        f"/Tx BMC\nq\n1 1 {_n(width - 2)} {_n(height - 2)} re W n\nBT\n{color}\n",
    ]
    x = y = 0.0
    for index, line in enumerate(setting.lines):
        free = width - 2 * PADDING_PT - measured(line, fonts, size)
        to_x = PADDING_PT + {"left": 0.0, "center": free / 2, "right": free}[align]
        to_y = baseline - index * leading
        parts.append(f"{_n(to_x - x)} {_n(to_y - y)} Td\n")
        x, y = to_x, to_y
        for part, at in _by_font(line, fonts):
            parts.append(f"/{names[at]} {_n(size)} Tf {fonts[at].encoded(part)} Tj\n")
    parts.append("ET\nQ\nEMC\n")
    return "".join(parts)


def disc(width: float, height: float, color: str) -> str:
    """The content of a chosen step of a scale: a disc as large as its box."""
    x, y = width / 2, height / 2
    r = min(x, y)
    k = r * _CIRCLE
    curves = "".join(
        f"{_n(x + a)} {_n(y + b)} {_n(x + c)} {_n(y + d)} {_n(x + e)} {_n(y + f)} c\n"
        for a, b, c, d, e, f in (
            (r, k, k, r, 0, r),
            (-k, r, -r, k, -r, 0),
            (-r, -k, -k, -r, 0, -r),
            (k, -r, r, -k, r, 0),
        )
    )
    return f"q\n{color}\n{_n(x + r)} {_n(y)} m\n{curves}f\nQ\n"


def tick(width: float, height: float, color: str) -> str:
    """The content of a box that is ticked."""
    first, *others = (f"{_n(x * width)} {_n(y * height)}" for x, y in _TICK)
    lines = "".join(f"{each} l\n" for each in others)
    return f"q\n{color}\n{first} m\n{lines}f\nQ\n"


def printable(text: str) -> str:
    """`text` composed (NFC), tabulators as spaces, without what is never drawn."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    spaced = composed.replace("\t", "    ").replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(
        char
        for char in spaced
        if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf", "Cs")
    )


def _wrapped(text: str, width_of: Callable[[str], float], room: float) -> Iterator[str]:
    """The lines of `text` in `room` em: broken at spaces, a longer word inside itself."""
    space = width_of(" ")
    for paragraph in text.split("\n"):
        line: list[str] = []
        used = 0.0
        for word in paragraph.split(" "):
            wide = width_of(word)
            if line and used + space + wide <= room:
                line.append(word)
                used += space + wide
                continue
            if line:
                yield " ".join(line)
            while wide > room and len(word) > 1:
                head = _as_much(word, width_of, room)
                yield head
                word = word[len(head) :]
                wide = width_of(word)
            line, used = [word], wide
        yield " ".join(line)


def _ruler(fonts: Sequence[FormFont]) -> Callable[[str], float]:
    """Measures in em, each word once: a text is tried at many sizes."""
    return lru_cache(maxsize=4096)(lambda text: measured(text, fonts, 1.0))


def measured(text: str, fonts: Sequence[FormFont], size: float) -> float:
    """Width in pt, each character in the first font that has it."""
    return sum(fonts[at].width(part, size) for part, at in _by_font(text, fonts))


def _as_much(word: str, width_of: Callable[[str], float], room: float) -> str:
    """As many of the first characters as fit, at least one."""
    head, used = "", 0.0
    for each in graphemes(word):
        used += width_of(each)
        if head and used > room:
            break
        head += each
    return head


def _by_font(text: str, fonts: Sequence[FormFont]) -> list[tuple[str, int]]:
    """Stretches of one font; a character that none has goes with the one before it."""
    if len(fonts) == 1:
        return [(text, 0)]
    found: list[tuple[str, int]] = []
    for char in text:
        now = found[-1][1] if found else 0
        at = next((index for index, font in enumerate(fonts) if char in font.codes), now)
        if found and at == now:
            found[-1] = (found[-1][0] + char, at)
        else:
            found.append((char, at))
    return found


def _n(value: float) -> str:
    """A number of a content stream: as short as it is exact to a thousandth."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"
