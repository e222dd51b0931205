"""Pictures that were looked at and approved: what is drawn now must look the same.

Where the libraries that draw are those of constraints.txt, every pixel must be equal; elsewhere
(another Pillow, say) the mean difference must stay below what an eye could see. A missing picture
fails the test. `CREATIVEKIT_GOLDEN=write pytest …` writes them anew, to be looked at before they
are committed.
"""

from __future__ import annotations

import io
import os
import re
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

FOLDER = Path(__file__).parent / "golden"
CONSTRAINTS = Path(__file__).parent.parent / "constraints.txt"
DRAWING = ("aggdraw", "numpy", "pillow", "skia-pathops", "uharfbuzz")

MOST_DIFFERENCE = 1.0
"""Mean over premultiplied RGBA, of 255."""


def check(name: str, png: bytes) -> None:
    """Compare a PNG with tests/golden/`name`.png."""
    file = FOLDER / f"{name}.png"
    if os.environ.get("CREATIVEKIT_GOLDEN") == "write":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png)
        return
    if not file.is_file():
        pytest.fail(f"there is no golden picture {file}: CREATIVEKIT_GOLDEN=write makes it")
    found, golden = Image.open(io.BytesIO(png)), Image.open(file)
    assert found.size == golden.size
    if drawn_with_pinned_versions():
        assert np.array_equal(rgba(found), rgba(golden)), f"{name} is not the golden picture"
    else:
        assert mean_difference(found, golden) <= MOST_DIFFERENCE


def mean_difference(a: Image.Image, b: Image.Image) -> float:
    """Mean difference of two pictures over premultiplied RGBA, 0–255."""
    return float(np.abs(premultiplied(a) - premultiplied(b)).mean())


def premultiplied(image: Image.Image) -> np.ndarray:
    pixels = rgba(image).astype(np.float64)
    pixels[..., :3] *= pixels[..., 3:] / 255
    return pixels


def rgba(image: Image.Image) -> np.ndarray:
    return np.asarray(image.convert("RGBA"))


@lru_cache(maxsize=1)
def drawn_with_pinned_versions() -> bool:
    """Whether the libraries that draw are exactly those of constraints.txt."""
    if not CONSTRAINTS.is_file():
        return False
    pinned = dict(re.findall(r"(?m)^([\w.-]+)==(\S+)", CONSTRAINTS.read_text("utf-8")))
    try:
        return all(pinned.get(name) == version(name) for name in DRAWING)
    except PackageNotFoundError:
        return False
