"""Colourways: exact colours, contrast that is promised, and holes that are holes."""

from __future__ import annotations

from pathlib import Path as Folder

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.backends import raster
from creativekit.canvas.path import Affine, Path
from creativekit.color.contrast import ratio
from creativekit.color.oklab import oklch
from creativekit.color.palette import Scheme, palette
from creativekit.identity.colorway import LETTERS, ground, lockup_scene, one_color, painted, paints
from creativekit.identity.mark import Layer
from creativekit.identity.model import COLORWAYS
from sample_brands import sample_identity, style

SEEDS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS)
def test_the_symbol_can_be_seen_and_letters_read_on_their_grounds(seed: str) -> None:
    made = palette(seed, Scheme())
    for colorway, whites in (("color", ("#ffffff",)), ("on-dark", ())):
        colors = paints(made, colorway)
        for behind in (ground(made, colorway), *whites):
            assert ratio(str(colors["primary"]), behind) >= 3
            assert ratio(str(colors["ink"]), behind) >= 4.5
            assert ratio(str(colors["primary-ink"]), behind) >= 3.7


@pytest.mark.parametrize("seed", ["#0a7e8c", "#1a1a1a", "#c62828"])
def test_the_brand_colour_is_kept_exactly_where_it_can_be_seen(seed: str) -> None:
    assert paints(palette(seed, Scheme()), "color")["primary"] == seed


def test_a_pale_brand_colour_is_darkened_on_light_ground() -> None:
    made = palette("#fde7ef", Scheme())
    found = paints(made, "color")["primary"]
    assert found is not None
    # To the rose that a blush means, not to dust.
    assert found in made.ramps["primary"].steps
    assert oklch(found)[1] > 0.1
    assert ratio(found, made.light["surface"]) >= 3


def test_a_yellow_brand_is_gold_on_light_ground_and_itself_on_dark() -> None:
    made = palette("#ffd100", Scheme())
    assert paints(made, "color")["primary"] in made.ramps["primary"].steps
    assert paints(made, "on-dark")["primary"] == "#ffd100"


def test_a_badge_keeps_the_brand_colour_and_has_letters_that_are_read_on_it() -> None:
    for seed in ("#ffd100", "#fde7ef", "#8fd6c8", "#0a7e8c", "#fafaf7"):
        made = palette(seed, Scheme())
        found = paints(made, "color")
        badge, letters = found["badge"], found[LETTERS]
        assert badge == made.light["primary"]
        assert ratio(str(badge), str(letters or made.light["surface"])) >= 3
    assert paints(palette("#0a7e8c", Scheme()), "color")[LETTERS] is None


def test_one_colour_versions_have_one_colour() -> None:
    made = palette("#0a7e8c", Scheme())
    assert one_color(paints(made, "black")) == "#000000"
    assert one_color(paints(made, "white")) == "#ffffff"
    assert one_color(paints(made, "color")) is None


def test_an_unknown_colourway_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        paints(palette("#0a7e8c", Scheme()), "sepia")


def test_the_surface_is_cut_out_of_what_lies_under_it() -> None:
    layers = (
        Layer(Path.rect(0, 0, 100, 100), "primary"),
        Layer(Path.rect(25, 25, 50, 50), "surface"),
        Layer(Path.rect(40, 40, 20, 20), "accent"),
    )
    made = palette("#0a7e8c", Scheme())
    items = painted(layers, (), paints(made, "color"), Affine())
    from creativekit.canvas.scene import Scene

    pixels = raster.pixels(Scene(100, 100, items))
    assert tuple(pixels[10, 10]) == (0x0A, 0x7E, 0x8C, 255)
    assert pixels[30, 30, 3] == 0
    accent = made.light["accent"]
    assert tuple(pixels[50, 50, :3]) == tuple(bytes.fromhex(accent[1:]))


@pytest.mark.parametrize("colorway", COLORWAYS)
def test_nothing_but_the_paints_is_painted(tmp_path: Folder, colorway: str) -> None:
    identity = sample_identity(tmp_path, look=style(motif="sun"))
    colors = paints(identity.palette, colorway)
    scene = lockup_scene(identity.logo.lockup("horizontal"), colors, 900)
    pixels = raster.pixels(scene)
    solid = pixels[pixels[..., 3] == 255][:, :3]
    found = {f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in np.unique(solid, axis=0)}
    expected = {str(colors[role]) for role in ("primary", "accent", "ink")}
    assert found == expected


def test_the_scene_ends_at_the_ink_or_at_the_clear_space(tmp_path: Folder) -> None:
    identity = sample_identity(tmp_path)
    lockup = identity.logo.lockup("horizontal")
    colors = paints(identity.palette, "black")
    tight = lockup_scene(lockup, colors, 800)
    clear = lockup_scene(lockup, colors, 800, margin="clear")
    assert tight.height == pytest.approx(800 * lockup.box.height / lockup.box.width)
    alpha = raster.pixels(clear)[..., 3]
    rows = np.flatnonzero(alpha.any(axis=1))
    columns = np.flatnonzero(alpha.any(axis=0))
    space = 800 * lockup.clear_space / (lockup.box.width + 2 * lockup.clear_space)
    assert rows[0] == pytest.approx(space, abs=1)
    assert columns[0] == pytest.approx(space, abs=1)
    assert 800 - columns[-1] == pytest.approx(space, abs=2)
