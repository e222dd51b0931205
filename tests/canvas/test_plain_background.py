from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from creativekit.canvas.backends.raster import render
from creativekit.canvas.path import Path
from creativekit.canvas.plain_background import remove_plain_background
from creativekit.canvas.scene import Line, Rect, Scene, Shape, Solid
from golden_pictures import mean_difference

RING = Path.ellipse(60, 60, 45) + Path.ellipse(60, 60, 20)


def logo(*inks: str) -> Scene:
    """A ring in the first ink, and beside it a bar and a fine line in the others."""
    items = [Shape(RING, Solid(inks[0]), "evenodd")]
    for index, ink in enumerate(inks[1:]):
        items.append(Rect(120, 20 + 50 * index, 60, 30, Solid(ink), 6))  # type: ignore[arg-type]
        line = Path.polygon(((115, 58 + 50 * index), (190, 52 + 50 * index)), closed=False)
        items.append(Line(line, Solid(ink), 0.8))  # type: ignore[arg-type]
    return Scene(200, 120, tuple(items))


def as_jpeg(image: Image.Image, quality: int = 88) -> Image.Image:
    data = io.BytesIO()
    image.save(data, "JPEG", quality=quality)
    return Image.open(data).convert("RGB")


@pytest.mark.parametrize("ground", ["#ffffff", "#000000", "#f2c14e", "#0b3d2e"])
def test_one_ink_comes_back_as_it_was_drawn(ground: str) -> None:
    scene = logo("#7a1fa2")
    found = remove_plain_background(render(scene, 3, ground))
    assert found is not None
    assert mean_difference(found, render(scene, 3)) < 0.15
    assert np.asarray(found)[180, 180, 3] == 0  # the hole of the ring
    seen = np.asarray(found)
    assert {bytes(pixel).hex() for pixel in seen[seen[..., 3] > 0][:, :3]} == {"7a1fa2"}


def test_a_jpeg_of_one_ink_is_cleaned() -> None:
    scene = logo("#7a1fa2")
    found = remove_plain_background(as_jpeg(render(scene, 3, "#ffffff")))
    assert found is not None
    assert mean_difference(found, render(scene, 3)) < 0.6


def test_several_inks_keep_their_colours_and_leave_no_halo() -> None:
    scene = logo("#c8102e", "#0a7e8c", "#f2c14e")
    found = remove_plain_background(render(scene, 3, "#ffffff"))
    assert found is not None
    on_night = Image.new("RGBA", found.size, "#101418")
    expected = on_night.copy()
    on_night.alpha_composite(found)
    expected.alpha_composite(render(scene, 3))
    # The ring's hole stays white: it may be meant.
    hole = (slice(110, 250), slice(110, 250))
    outside = np.ones((360, 600), bool)
    outside[hole] = False
    away = np.abs(np.asarray(on_night).astype(int) - np.asarray(expected))[outside]
    assert away.mean() < 0.3
    assert np.percentile(away.max(axis=-1), 99.8) <= 45


def test_what_is_enclosed_stays_in_a_logo_of_several_inks() -> None:
    badge = Scene(
        120, 120, (Shape(Path.ellipse(60, 60, 50), Solid("#123a6b")),
                   Rect(40, 50, 40, 20, Solid("#ffffff")), Rect(50, 85, 20, 8, Solid("#f2c14e"))),
    )  # fmt: skip
    found = remove_plain_background(render(badge, 3, "#ffffff"))
    assert found is not None
    assert found.getpixel((180, 180)) == (255, 255, 255, 255)
    assert found.getpixel((3, 3))[3] == 0


def test_pictures_without_a_plain_background_are_left_alone() -> None:
    noise = Image.effect_noise((80, 80), 90).convert("RGB")
    assert remove_plain_background(noise) is None
    assert remove_plain_background(Image.new("RGB", (40, 40), "#0a7e8c")) is None
    transparent = render(logo("#7a1fa2"))
    assert remove_plain_background(transparent) is None
    bleeding = render(Scene(90, 90, (Rect(0, 0, 45, 90, Solid("#000000")),)), 1, "#ffffff")
    assert remove_plain_background(bleeding) is None


def test_a_single_pixel_does_no_harm() -> None:
    assert remove_plain_background(Image.new("RGB", (1, 1), "#ffffff")) is None
