from __future__ import annotations

import pytest

from creativekit.artwork.band import LEAST_CAPITAL, PX_PER_MM, band
from creativekit.artwork.hands import arrange
from creativekit.artwork.post_signature import own_capital, signed
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Item, Words
from styled_brands import LONG, STYLES, styled

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


def texts(items: tuple[Item, ...]) -> list[Words]:
    found = [each for each in items if isinstance(each, Words)]
    for each in items:
        found += texts(getattr(each, "items", ()))
    return found


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", ["Ұйымдастырушы", LONG])
def test_a_low_band_still_says_whose_it_is(style: str, name: str) -> None:
    """Seven points on paper, of the name and of the address, and the title stands clear of it."""
    sheet = Sheet(styled(style, name=name), 2100, 360, 3, Box(150.0, 80.0, 1950.0, 348.0))
    foot = arrange(sheet, "art").foot
    assert own_capital(sheet, foot, "kk") < LEAST_CAPITAL
    made = band(sheet, "Сауалнама", "kk")
    mark = signed(sheet, foot, "kk", LEAST_CAPITAL)
    own = signed(sheet, foot, "kk").height
    bottom = foot.box.bottom + (mark.height - own) / 4
    assert made.words.box.bottom <= bottom - mark.height
    assert bottom < 360 - 12
    for each in texts(made.signature):
        for run in (run for line in each.lines for run in line):
            assert run.size >= LEAST_CAPITAL / 0.8 * 0.85
        if each.role == "address":
            assert each.lines[0][0].size >= LEAST_CAPITAL / 0.7 - 0.01


@pytest.mark.parametrize("style", STYLES)
def test_a_capital_of_the_name_is_as_high_as_was_asked(style: str) -> None:
    sheet = Sheet(styled(style, name="Йод Ұста"), 900, 550)
    foot = arrange(sheet, "quiet").foot
    lockup = sheet.identity.logo.lockup(sheet.identity.logo.primary, "kk")
    for asked in (18.0, 24.0):
        made = signed(sheet, foot, "kk", asked)
        assert made.height / lockup.box.height * lockup.capital == pytest.approx(asked)
