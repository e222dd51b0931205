"""A text without a limit of lines always stands, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.artwork.blocks import block
from creativekit.artwork.dress import dress
from styled_brands import styled

LONG = "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы"


@settings(deadline=None, max_examples=25)
@given(st.integers(60, 900), st.integers(1, 6), st.sampled_from(["steppe", "editorial", "bold"]))
def test_it_is_never_wider_and_never_shorter(width: int, times: int, style: str) -> None:
    brand = styled(style)
    text = ", ".join([LONG] * times)
    made = block(text, dress(brand).setting(brand, "body", "kk"), 24, width)
    assert not made.cut
    assert made.width <= width + 1
    letters = "".join(line.text for line in made.lines).replace("-", "").replace(" ", "")
    assert letters == text.replace("-", "").replace(" ", "")


def test_no_room_at_all_is_told() -> None:
    brand = styled("steppe")
    with pytest.raises(ValueError, match="nothing stands"):
        block(LONG, dress(brand).setting(brand, "body", "kk"), 24, 1)
