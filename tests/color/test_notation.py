import pytest
from color_seeds import seeds
from hypothesis import given

from creativekit.color import notation


def test_a_color_written_out() -> None:
    assert notation.rgb("#0a7e8c") == "10 126 140"
    assert notation.oklch_text("#0a7e8c") == "0.54 0.092 209"
    assert notation.cmyk("#0a7e8c") == (93, 10, 0, 45)


def test_a_grey_has_no_hue_and_one_ink() -> None:
    assert notation.oklch_text("#808080") == "0.60 0.000 0"
    assert notation.cmyk("#000000") == (0, 0, 0, 100)
    assert notation.cmyk("#ffffff") == (0, 0, 0, 0)
    assert notation.cmyk("#0b0b0d")[:3] == (0, 0, 0)


@given(seeds)
def test_inks_are_percentages(color: str) -> None:
    assert all(0 <= ink <= 100 for ink in notation.cmyk(color))


@pytest.mark.parametrize(
    ("color", "inks"), [("#ff0000", (0, 100, 100, 0)), ("#00ff00", (100, 0, 100, 0))]
)
def test_pure_colors(color: str, inks: tuple[int, int, int, int]) -> None:
    assert notation.cmyk(color) == inks
