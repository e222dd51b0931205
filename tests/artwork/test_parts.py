"""Labels, buttons, rules and panels: as large as they say, and readable on their own ground."""

from __future__ import annotations

import pytest

from creativekit.artwork.dress import dress
from creativekit.artwork.parts import (
    Piece,
    Wearer,
    bullet,
    button,
    caption,
    filled,
    hot,
    label,
    panel,
    rule,
)
from creativekit.artwork.sheet import Room, Sheet
from creativekit.canvas.path import Box
from creativekit.color.contrast import ratio
from styled_brands import SEEDS, STYLES, styled


def wearer(style: str, seed: str = "teal", language: str = "kk") -> tuple[Wearer, Room]:
    sheet = Sheet(styled(style, SEEDS[seed]), 1080, 1350)
    roles = sheet.identity.palette.first
    room = Room(
        Box(90, 90, 990, 700), roles["ink"], roles["ink-muted"], roles["accent"], "left", "top",
        roles["surface"],
    )  # fmt: skip
    return Wearer(sheet, dress(sheet.identity), language), room


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("part", [label, button])
def test_a_part_is_no_wider_than_its_room(style: str, part: object) -> None:
    who, room = wearer(style)
    for text in ("Жаңа", "Қыркүйектен бастап сенбі"):
        made = part(who, room, text, 500.0)  # type: ignore[operator]
        assert isinstance(made, Piece)
        assert 0 < made.width <= 501
        assert made.height > 0


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_small_words_read(style: str, seed: str) -> None:
    who, room = wearer(style, seed)
    assert ratio(hot(who.sheet, room), room.ground) >= 4.5
    fill, ink = filled(who.sheet, room)
    assert ratio(fill, ink) >= 4.5
    assert ratio(fill, room.ground) >= 3.0
    _, on = panel(who, room, 400, 200)
    assert ratio(on.ink, on.ground) >= 4.5
    assert ratio(on.muted, on.ground) >= 4.5


@pytest.mark.parametrize("style", STYLES)
def test_a_rule_is_as_wide_as_asked_and_a_bullet_as_high_as_its_line(style: str) -> None:
    who, room = wearer(style)
    line = rule(who, room, 640)
    assert line.width == 640
    assert 0 < line.height < 12
    assert bullet(who, room, 40, 1).height == 40


def test_a_caption_stands_on_a_plate_that_is_in_its_room() -> None:
    who, room = wearer("steppe")
    made = caption(who, room, "Бұрын")
    assert isinstance(made, Piece)
    assert made.width < room.box.width


def test_words_that_are_far_too_long_are_told() -> None:
    who, room = wearer("bold")
    made = button(who, room, "Қызылордадағы шығармашылық кәсіпкерлерге арналған", 200)
    assert not isinstance(made, Piece)
    assert made.fits < 20
