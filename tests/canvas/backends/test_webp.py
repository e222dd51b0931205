from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from canvas.sample_scenes import scenes
from creativekit.canvas.backends.raster import render
from creativekit.canvas.backends.webp import has_pictures, webp


@pytest.mark.parametrize("name", ["gradients", "text", "groups"])
@pytest.mark.parametrize("small", [False, True])
def test_flat_art_is_written_without_loss(name: str, small: bool) -> None:
    scene = scenes()[name]
    image = Image.open(io.BytesIO(webp(scene, background="#ffffff", small=small)))
    assert image.format == "WEBP"
    assert np.array_equal(np.asarray(image.convert("RGB")), np.asarray(render(scene, 1, "#ffffff")))


def test_transparency_is_kept() -> None:
    image = Image.open(io.BytesIO(webp(scenes()["shapes"])))
    assert image.mode == "RGBA"
    assert image.getpixel((2, 2))[3] == 0


def test_a_photo_is_written_lossy_unless_asked_otherwise() -> None:
    scene = scenes()["pictures"]
    lossy, lossless = webp(scene, 2), webp(scene, 2, lossless=True)
    assert len(lossy) < len(lossless)
    ours = np.asarray(render(scene, 2), np.int64)
    theirs = np.asarray(Image.open(io.BytesIO(lossy)).convert("RGBA"), np.int64)
    assert np.abs(theirs - ours).mean() < 4


def test_pictures_are_found_in_groups() -> None:
    assert has_pictures(scenes()["frames"].items)
    assert not has_pictures(scenes()["groups"].items)


def test_no_metadata() -> None:
    image = Image.open(io.BytesIO(webp(scenes()["pictures"])))
    assert not {"exif", "icc_profile", "xmp"} & set(image.info)
