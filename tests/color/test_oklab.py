import pytest
from color_seeds import EDGES, seeds
from coloraide import Color
from hypothesis import given

from creativekit.color import oklab


@given(seeds)
def test_agrees_with_coloraide(color: str) -> None:
    theirs = Color(color)
    assert oklab.linear(color) == pytest.approx(theirs.convert("srgb-linear").coords(), abs=1e-9)
    assert oklab.oklab(oklab.linear(color)) == pytest.approx(
        theirs.convert("oklab").coords(), abs=2e-4
    )


@given(seeds)
def test_there_and_back(color: str) -> None:
    assert oklab.to_hex(oklab.from_oklab(*oklab.oklab(oklab.linear(color)))) == color


@pytest.mark.parametrize("color", EDGES)
def test_oklch_is_polar(color: str) -> None:
    lightness, chroma, hue = oklab.oklch(color)
    theirs = Color(color).convert("oklch")
    assert lightness == pytest.approx(theirs["l"], abs=2e-4)
    assert chroma == pytest.approx(theirs["c"], abs=2e-4)
    if chroma > 0.01:
        assert hue == pytest.approx(theirs["h"], abs=0.5)


def test_hue_difference_takes_the_short_way() -> None:
    assert oklab.hue_difference(350, 10) == 20
    assert oklab.hue_difference(10, 350) == -20
    assert oklab.hue_difference(90, 200) == 110
