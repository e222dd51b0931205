from __future__ import annotations

import pytest

from creativekit.artwork.band import PX_PER_MM, band
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.path import Box
from styled_brands import STYLES, styled

SAFE = Box(175.0, 70.0, 1925.0, 458.0)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("title", ["Бағалар", "Қызылордадағы шығармашылық кәсіпкерлер үйі"])
def test_the_title_has_a_room_inside_the_band(style: str, title: str) -> None:
    made = band(Sheet(styled(style), 2100, 470, 1, SAFE), title, "kk")
    room = made.room
    assert made.svg.startswith(b"<svg")
    assert 0 <= room["x"] < room["x"] + room["width"] <= 2100 / PX_PER_MM
    assert 0 <= room["y"] < room["y"] + room["height"] <= 470 / PX_PER_MM
    assert 5.0 <= made.size <= room["height"]
    if room["align"] == "left":
        assert room["x"] >= 17


def test_a_longer_title_is_not_larger() -> None:
    sheet = Sheet(styled("bold"), 2100, 470, 1, SAFE)
    short, long = (band(sheet, text, "kk").size for text in ("Баға", "Баға " * 12))
    assert long < short


def test_another_picture_is_another_band() -> None:
    pictures = {
        band(Sheet(styled("steppe"), 2100, 470, index, SAFE), "Баға", "kk").svg
        for index in range(3)
    }
    assert len(pictures) == 3
