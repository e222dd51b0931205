import pytest
from color_seeds import seeds
from coloraide import Color
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.color import tone
from creativekit.color.oklab import hue_difference, oklch


@given(seeds)
def test_tone_is_cie_lightness(color: str) -> None:
    assert tone.tone(color) == pytest.approx(Color(color).convert("lab-d65")["l"], abs=0.02)


@given(st.floats(0, 100))
def test_luminance_and_back(own: float) -> None:
    assert tone.tone_of(tone.luminance_of(own)) == pytest.approx(own, abs=1e-6)


@settings(max_examples=300)
@given(st.floats(4, 99), st.floats(0, 0.4), st.floats(0, 360))
def test_solved_color_has_its_tone_whatever_is_asked(own: float, chroma: float, hue: float) -> None:
    assert tone.tone(tone.solve(own, chroma, hue)) == pytest.approx(own, abs=0.5)


@settings(max_examples=150)
@given(st.floats(30, 90), st.floats(0.05, 0.4), st.floats(0, 360))
def test_solved_color_keeps_its_hue_and_never_gains_chroma(
    own: float, chroma: float, hue: float
) -> None:
    _, found, found_hue = oklch(tone.solve(own, chroma, hue))
    assert found <= chroma + 0.006
    assert abs(hue_difference(hue, found_hue)) * found < 0.5  # a hex cannot hold a fine hue of grey


def test_the_ends() -> None:
    assert tone.solve(0, 0.2, 20) == tone.BLACK
    assert tone.solve(100, 0.2, 20) == tone.WHITE
