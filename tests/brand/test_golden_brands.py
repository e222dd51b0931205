"""Pictures of the brand kit that were looked at: logos, covers, patterns, every motif."""

from __future__ import annotations

import pytest

import golden_pictures
from creativekit.artwork.compositions import compose
from creativekit.canvas.backends.raster import png
from creativekit.canvas.path import Affine
from creativekit.canvas.scene import Group, Item, Scene, Shape, Solid
from creativekit.identity.colorway import ground, lockup_scene, paints
from creativekit.identity.motif import motif, motif_ids
from creativekit.identity.pattern import tile_scene
from creativekit.identity.pattern_colors import pattern_colors
from example_brands import NAMES, example


@pytest.mark.parametrize("colorway", ["color", "on-dark"])
@pytest.mark.parametrize("name", NAMES)
def test_the_logo(name: str, colorway: str) -> None:
    brand = example(name)
    lockup = brand.logo.lockup(brand.logo.primary)
    scene = lockup_scene(lockup, paints(brand.palette, colorway), 320)
    golden_pictures.check(
        f"brand/{name}-logo-{colorway}", png(scene, background=ground(brand.palette, colorway))
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_cover(name: str) -> None:
    golden_pictures.check(f"brand/{name}-cover", png(compose(example(name), 320, 180).scene))


@pytest.mark.parametrize("name", NAMES)
def test_the_pattern(name: str) -> None:
    brand = example(name)
    tile = tile_scene(brand.pattern, pattern_colors(brand.palette, "deep"), 160)
    golden_pictures.check(f"brand/{name}-pattern", png(tile))


def test_the_motifs() -> None:
    items: list[Item] = []
    for index, name in enumerate(motif_ids()):
        mark = motif(name)
        scale = 72 / max(mark.box.width, mark.box.height)
        for layer in mark.layers:
            place = Affine.translation(index % 6 * 84 + 6, index // 6 * 84 + 6)
            color = "#e4572e" if layer.role == "accent" else "#0a7e8c"
            items.append(Group((Shape(layer.path.scale(scale), Solid(color)),), place))
    rows = -(-len(motif_ids()) // 6)
    picture = png(Scene(6 * 84, rows * 84, tuple(items)), background="#ffffff")
    golden_pictures.check("brand/motifs", picture)
