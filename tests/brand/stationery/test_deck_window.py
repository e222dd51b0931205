"""The outline of a picture on a slide leaves free what a style lays over it."""

from __future__ import annotations

import pytest

from creativekit.artwork.arrangement import Frame
from creativekit.brand.stationery.deck_window import window
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Group, Item, Line, LinearGradient, Rect, Solid, Stop

SHEET = Box(0, 0, 100, 80)
BOX = Box(40, 10, 90, 60)
RED = Solid("#ff0000")
FADE = LinearGradient(0, 0, 100, 0, (Stop(0, "#000000"), Stop(1, "#000000", 0.0)))
STRIP = Path((("M", 0.0, 20.0), ("L", 100.0, 20.0)))


@pytest.mark.parametrize(
    ("frame", "over", "area"),
    [
        (Frame(BOX), (), 2500),
        (Frame(Box(80, 40, 130, 90)), (), 20 * 40),
        (Frame(BOX, turn=90), (), 2500),
        (Frame(BOX, clip=Path.rect(40, 10, 10, 10)), (), 100),
        (Frame(BOX), (Rect(0, 50, 100, 30, RED),), 50 * 40),
        (Frame(BOX), (Group((Rect(0, 0, 10, 10, RED),), Affine.translation(40, 10)),), 2400),
        (Frame(BOX, over=(Rect(40, 10, 50, 5, RED),)), (), 50 * 45),
        (Frame(BOX), (Line(STRIP, RED, 2.0),), 50 * 48),
        (Frame(BOX), (Rect(0, 0, 100, 80, FADE),), 2500),
        (Frame(BOX), (Rect(0, 0, 100, 80, Solid("#ff0000", 0.5)),), 2500),
        (Frame(BOX), (Rect(0, 0, 20, 20, RED),), 2500),
        (Frame(BOX), (Group((Rect(0, 0, 99, 79, RED),), clip=Path.rect(40, 10, 5, 50)),), 2250),
    ],
)  # fmt: skip
def test_what_is_seen_of_a_picture(frame: Frame, over: tuple[Item, ...], area: float) -> None:
    box, outline = window(frame, over, SHEET)
    whole = box.width * box.height
    found = whole if outline is None else outline.area
    assert found == pytest.approx(area, rel=0.002)
    assert box.left >= 0
    assert box.bottom <= SHEET.bottom
    assert (outline is None) == (abs(whole - area) < 1)
