import pytest
from color_seeds import seeds
from coloraide import Color
from hypothesis import given

from creativekit.color import vision
from creativekit.color.difference import difference
from creativekit.color.oklab import linear

DEFICIENCIES = ("protan", "deutan", "tritan")


@pytest.mark.parametrize("kind", DEFICIENCIES)
@given(color=seeds)
def test_agrees_with_coloraide(kind: vision.Vision, color: str) -> None:
    theirs = Color(color).filter(kind).convert("srgb-linear").coords()
    wanted = [min(1.0, max(0.0, channel)) for channel in theirs]
    assert vision.simulated(linear(color), kind) == pytest.approx(wanted, abs=3e-4)


@pytest.mark.parametrize("kind", DEFICIENCIES)
@pytest.mark.parametrize("grey", ["#000000", "#808080", "#ffffff"])
def test_greys_look_the_same_to_every_eye(kind: vision.Vision, grey: str) -> None:
    assert difference(vision.seen(grey, kind), grey) < 1


def test_normal_vision_sees_what_is_there() -> None:
    assert vision.seen("#0a7e8c", "normal") == "#0a7e8c"


def test_a_red_and_a_green_of_one_tone_are_one_color_to_a_dichromat() -> None:
    red, green = "#c0504d", "#6f7f2f"
    assert difference(red, green) > 30
    assert vision.difference_seen(red, green, "deutan") < vision.difference_seen(
        red, green, "normal"
    )
    assert vision.apart(red, green) == min(
        vision.difference_seen(red, green, kind) for kind in vision.VISIONS
    )


def test_apart_from_nothing_is_infinite() -> None:
    assert vision.apart_from_all("#0a7e8c", ()) == float("inf")
    assert vision.apart_from_all("#0a7e8c", ("#0a7e8c", "#ffffff")) == 0
