from __future__ import annotations

import io

import numpy as np
from PIL import Image

from canvas.sample_scenes import scenes
from creativekit.canvas.backends.jpeg import jpeg
from creativekit.canvas.backends.raster import render


def test_it_is_the_same_picture_without_subsampling_or_metadata() -> None:
    scene = scenes()["pictures"]
    image = Image.open(io.BytesIO(jpeg(scene, 2)))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (480, 320))
    assert all(across == down == 1 for _, across, down, _ in image.layer)
    assert not image.info.get("progressive")
    assert not {"exif", "icc_profile", "comment"} & set(image.info)
    ours = np.asarray(render(scene, 2, "#ffffff"), np.int64)
    assert np.abs(np.asarray(image, np.int64) - ours).mean() < 2


def test_transparency_becomes_the_background() -> None:
    image = Image.open(io.BytesIO(jpeg(scenes()["shapes"], background="#0a7e8c")))
    assert np.abs(np.array(image.getpixel((2, 2))) - (10, 126, 140)).max() <= 2


def test_small_is_smaller_and_the_same() -> None:
    scene = scenes()["gradients"]
    plain, small = jpeg(scene), jpeg(scene, small=True)
    assert len(small) < len(plain)
    one, two = (np.asarray(Image.open(io.BytesIO(data))) for data in (plain, small))
    assert np.array_equal(one, two)


def test_quality_costs_bytes() -> None:
    scene = scenes()["pictures"]
    assert len(jpeg(scene, quality=60)) < len(jpeg(scene)) < len(jpeg(scene, quality=95))
