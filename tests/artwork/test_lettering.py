from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.artwork.lettering import carrier, fitted_lines, headline
from creativekit.artwork.sheet import Room
from creativekit.canvas.lettering import ink_box
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Text
from creativekit.fonts.faces import face
from creativekit.fonts.shaping import shape
from styled_brands import LONG, styled

LORA = face("Lora", 600)
ROOM = Room(Box(100, 200, 800, 700), "#000000", "#333333", "#ff0000")


@given(
    st.text("абвгӘңҚІ Wi.—", min_size=1, max_size=80).filter(str.strip),
    st.floats(60, 900),
    st.floats(60, 500),
)
@settings(max_examples=60, deadline=None)
def test_lines_stay_in_their_box(text: str, width: float, height: float) -> None:
    lines, size = fitted_lines(text, LORA, width, height, 200, 12, 1.05, -0.01, "kk")
    assert lines
    assert len(lines) * size * 1.05 <= max(height, size * 1.05)
    for line in lines:
        # A box narrower than one letter at the least size is the one thing that cannot be kept.
        assert len(line) == 1 or shape(LORA, line, "kk", -0.01).width * size <= width + 1e-6


def test_a_short_text_takes_the_largest_size() -> None:
    assert fitted_lines("Саз", LORA, 900, 300, 120, 12, 1.0, 0, "kk") == (("Саз",), 120)


def test_nothing_of_a_text_is_lost_while_there_is_room() -> None:
    lines, _ = fitted_lines(LONG, LORA, 700, 500, 160, 16, 1.05, 0, "kk")
    assert " ".join(lines) == LONG


def test_the_ink_of_a_headline_hangs_on_the_edge() -> None:
    type_ = styled("steppe").type
    for item in headline("Әлем\nҚазақ", type_, ROOM, "kk", most=90):
        assert isinstance(item, Text)
        assert abs(ink_box(item.line, item.size, item.x, item.y).left - ROOM.box.left) < 0.5


def test_a_headline_and_the_lines_under_it_stay_in_the_room() -> None:
    type_ = styled("steppe").type
    for side in ("top", "middle", "bottom"):
        room = Room(ROOM.box, "#000000", "#333333", "#ff0000", side=side)
        items = headline(LONG, type_, room, "kk", most=160, under=("27 қараша",), under_size=30)
        inks = [ink_box(item.line, item.size, item.x, item.y) for item in items]  # type: ignore[union-attr]
        assert min(box.top for box in inks) >= room.box.top - 1
        assert max(box.bottom for box in inks) <= room.box.bottom + 1


def test_the_first_face_that_has_every_sign_carries_a_line() -> None:
    inter = face("Inter")
    assert carrier("Саз", LORA, inter) == LORA
    assert carrier("→", LORA, inter) == inter
    assert carrier("→", LORA) == inter
    assert carrier("\U0001f600", LORA, inter) == LORA
