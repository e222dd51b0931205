"""The size of a picture from its first bytes, as Pillow writes them."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from creativekit.presence.audit.reading.picture_size import PictureSize, picture_size


def written(kind: str, **how: object) -> bytes:
    data = io.BytesIO()
    mode = how.pop("mode", "RGB")
    Image.new(str(mode), (611, 317), 0).save(data, kind, **how)  # type: ignore[arg-type]
    return data.getvalue()


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("PNG", written("PNG")),
        ("GIF", written("GIF")),
        ("JPEG", written("JPEG")),
        ("JPEG", written("JPEG", progressive=True)),
        ("JPEG", written("JPEG", exif=b"Exif\0\0" + b"\xff\xc0" * 9_000, comment=b"x" * 60_000)),
        ("WebP", written("WEBP")),
        ("WebP", written("WEBP", lossless=True)),
        ("WebP", written("WEBP", mode="RGBA")),
        ("WebP", written("WEBP", exif=b"Exif\0\0x")),
    ],
)
def test_a_size_is_told_from_the_beginning(kind: str, data: bytes) -> None:
    assert picture_size(data) == PictureSize(kind, 611, 317)
    for end in (0, 3, 8):
        assert picture_size(data[:end]) is None


@pytest.mark.parametrize(
    "data", [b"<svg/>", b"\xff\xd8" + b"\xff" * 2_000_000, b"\xff\xd8\xff\xe0\0\0"]
)
def test_what_has_no_size_has_none(data: bytes) -> None:
    assert picture_size(data) is None


@given(
    st.sampled_from(
        [b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8", b"RIFF0000WEBPVP8X", b"RIFF0000WEBPVP8 "]
    ),
    st.binary(max_size=80),
)
def test_any_bytes_are_safe(start: bytes, rest: bytes) -> None:
    found = picture_size(start + rest)
    assert found is None or (found.width > 0 and found.height > 0)
