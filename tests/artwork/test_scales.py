"""The chart of a voice: a mark at each place, words that do not touch the scale."""

from __future__ import annotations

import pytest

from creativekit.artwork.dress import dress
from creativekit.artwork.parts import Wearer
from creativekit.artwork.scales import Scale, draw
from creativekit.artwork.sheet import Room, Sheet
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Line, Rect, Shape, Solid, Words
from styled_brands import STYLES, styled

BOX = Box(100, 50, 1000, 500)
ROOM = Room(BOX, "#111111", "#555555", "#cc3300", "left", "top", "#ffffff")
SCALES = (
    Scale("Сабырлы", "Екпінді", 0),
    Scale("Қарапайым тілмен", "Маман тілімен", 4),
    Scale("Қысқа айтады", "Тарқатып айтады", None),
    Scale("Ұстамды", "Ашық-жарқын", 2),
)


def drawn(style: str = "steppe", box: Box = BOX) -> tuple[object, ...] | None:
    brand = styled(style)
    return draw(SCALES, box, ROOM, Wearer(Sheet(brand, 1600, 900), dress(brand), "kk"), 26)


@pytest.mark.parametrize("style", STYLES)
def test_marks_are_where_they_were_put_and_words_keep_off(style: str) -> None:
    items = drawn(style)
    assert items is not None
    tracks = [item for item in items if isinstance(item, Rect)]
    assert len(tracks) == 4
    left, right = tracks[0].x, tracks[0].x + tracks[0].width
    marks = [
        item.path.bounds.center
        for item in items
        if isinstance(item, Shape) and item.fill == Solid(ROOM.accent)
    ]
    assert [round((x - left) / (right - left) * 4) for x, _ in marks] == [0, 4, 2]
    assert sum(isinstance(item, Line) for item in items) == 1
    for item in items:
        if isinstance(item, Words):
            assert item.box.right < left or item.box.left > right
            assert BOX.left - 1 <= item.box.left < item.box.right <= BOX.right + 1


def test_a_box_that_is_too_low_is_told() -> None:
    assert drawn(box=Box(0, 0, 900, 60)) is None


def test_no_scales_are_nothing() -> None:
    brand = styled("steppe")
    assert draw((), BOX, ROOM, Wearer(Sheet(brand, 9, 9), dress(brand), "kk"), 26) == ()
