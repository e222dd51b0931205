import math

import pytest
from color_seeds import seeds
from coloraide import Color
from hypothesis import assume, given

from creativekit.color.difference import delta_e, difference

# Of Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", 2005, table 1: every branch.
REFERENCE = [
    ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
    ((50, 2.8361, -74.0200), (50, 0, -82.7485), 3.4412),
    ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
    ((50, -0.9009, -85.5211), (50, 0, -82.7485), 1.0000),
    ((50, 0, 0), (50, -1, 2), 2.3669),
    ((50, -1, 2), (50, 0, 0), 2.3669),
    ((50, 2.4900, -0.0010), (50, -2.4900, 0.0009), 7.1792),
    ((50, 2.4900, -0.0010), (50, -2.4900, 0.0011), 7.2195),
    ((50, -0.0010, 2.4900), (50, 0.0009, -2.4900), 4.8045),
    ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
    ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ((50, 2.5, 0), (61, -5, 29), 22.8977),
    ((50, 2.5, 0), (56, -27, -3), 31.9030),
    ((50, 2.5, 0), (58, 24, 15), 19.4535),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((63.0109, -31.0961, -5.8663), (62.8187, -29.7946, -4.0864), 1.2630),
    ((35.0831, -44.1164, 3.7933), (35.0232, -40.0716, 1.5901), 1.8645),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((90.9257, -0.5406, -0.9208), (88.6381, -0.8985, -0.7239), 1.5381),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("first", "second", "wanted"), REFERENCE)
def test_the_published_pairs(
    first: tuple[float, float, float], second: tuple[float, float, float], wanted: float
) -> None:
    assert delta_e(first, second) == pytest.approx(wanted, abs=0.00006)


@given(seeds, seeds)
def test_agrees_with_coloraide(first: str, second: str) -> None:
    # Between opposite hues the formula jumps, as Sharma, Wu and Dalal show: which of two mean hues
    # it takes hangs on the last digit, such as for #000200 and #010001.
    hues = [math.degrees(math.atan2(b, a)) for _, a, b in map(lab, (first, second))]
    assume(abs(abs(hues[0] - hues[1]) - 180) > 0.1)
    theirs = Color(first).delta_e(second, method="2000")
    assert difference(first, second) == pytest.approx(theirs, abs=0.02)


def lab(color: str) -> tuple[float, ...]:
    return tuple(Color(color).convert("lab-d65").coords())


@given(seeds)
def test_nothing_between_a_color_and_itself(color: str) -> None:
    assert difference(color, color) == 0
