"""One treatment for all photographs of a brand: named, or the style's own."""

from __future__ import annotations

import pytest

from creativekit.canvas.scene import Duotone, Grain
from creativekit.color.contrast import ratio
from creativekit.social.treatment import treatment
from styled_brands import STYLES, styled


@pytest.mark.parametrize("style", STYLES)
def test_without_a_name_only_noir_has_one(style: str) -> None:
    found = treatment(None, styled(style))
    assert (found is not None) == (style == "noir")


@pytest.mark.parametrize("style", STYLES)
def test_a_name_goes_before_the_style(style: str) -> None:
    assert treatment("plain", styled(style)) is None
    assert isinstance(treatment("grain", styled(style)), Grain)
    tones = treatment("duotone", styled(style))
    assert isinstance(tones, Duotone)
    assert ratio(tones.dark, tones.light) > 10


def test_the_dark_of_noir_is_the_night_around_the_photograph() -> None:
    brand = styled("noir")
    tones = treatment(None, brand)
    assert isinstance(tones, Duotone)
    assert tones.dark == brand.palette.dark["surface"]
    assert ratio(tones.dark, tones.light) > 10
