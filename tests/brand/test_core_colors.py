from __future__ import annotations

import pytest

from creativekit.brand.color_files import token_list
from creativekit.brand.core_colors import BASE, SHARES, chip_roles, core_colors
from creativekit.brand.guide.pages import guide
from creativekit.brand.tokens.swatches import swatches
from styled_brands import SEEDS, STYLES, styled


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_colours_share_a_name(style: str, seed: str) -> None:
    colors = core_colors(styled(style, SEEDS[seed])).values()
    for language in ("kk", "ru", "en"):
        called = {color.hex: color.name.get(language) for color in colors}
        assert len(set(called.values())) == len(called)


def test_shares_are_a_whole() -> None:
    assert sum(SHARES.values()) == pytest.approx(1)


@pytest.mark.parametrize("style", STYLES)
def test_the_colour_as_typed_is_always_shown_once(style: str) -> None:
    brand = styled(style, "#0b0b0d")
    colors = core_colors(brand)
    shown = [colors[role].hex for role in (*SHARES, *chip_roles(colors))]
    assert brand.palette.seed in shown
    main = [colors[role].hex for role in SHARES]
    assert (BASE in chip_roles(colors)) == (brand.palette.seed not in main)


@pytest.mark.parametrize("style", ["tech", "noir", "steppe"])
def test_palette_files_and_the_guide_name_a_colour_alike(style: str) -> None:
    brand = styled(style)
    made = guide(brand, "kk")
    (page,) = (page for page in made.data["pages"] if page["kind"] == "palette")
    listed = swatches(token_list(brand))
    for swatch in (*page["swatches"].values(), *page["chips"]):
        named = [one.hex for one in listed if one.name.endswith(f" · {swatch['name']}")]
        assert named
        assert set(named) == {swatch["color"]}
