from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from creativekit.canvas import pictures
from creativekit.canvas.path import Box
from creativekit.canvas.pictures import (
    embeddable,
    embedded,
    forget_pictures,
    kind_of,
    load,
    shown,
    trimmed,
    upright_size,
)
from creativekit.canvas.scene import Duotone, Grain, Picture
from creativekit.errors import InputError


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def refusal(data: bytes, name: str = "сурет.png") -> str:
    with pytest.raises(InputError) as caught:
        load(data, name)
    (problem,) = caught.value.problems
    assert problem.file == name
    return str(problem.message)


def png_of(width: int, height: int, body: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", body) + chunk(b"IEND", b"")


HALVES = Image.new("RGB", (40, 20), "#c8102e")
HALVES.paste("#0a7e8c", (0, 0, 20, 20))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_the_accepted_kinds(kind: str) -> None:
    options = {"lossless": True} if kind == "WEBP" else {}
    found = load(encoded(HALVES, kind, **options), "a")
    assert (found.format, found.width, found.height) == (kind, 40, 20)
    assert found.image.mode == "RGB"
    left, right = found.image.getpixel((5, 10)), found.image.getpixel((35, 10))
    assert np.abs(np.array(left) - (10, 126, 140)).max() < 4
    assert np.abs(np.array(right) - (200, 16, 46)).max() < 4


@pytest.mark.parametrize(
    ("mode", "value", "expected"),
    [
        ("1", 1, (255, 255, 255)),
        ("L", 100, (100, 100, 100)),
        ("P", 3, (9, 10, 11)),
        ("I;16", 25700, (100, 100, 100)),
        ("RGB", (1, 2, 3), (1, 2, 3)),
    ],
)
def test_every_mode_becomes_rgb(mode: str, value: int, expected: tuple[int, int, int]) -> None:
    image = Image.new(mode, (4, 4), value)
    if mode == "P":
        image.putpalette(range(30))
    assert load(encoded(image), "a").image.getpixel((1, 1)) == expected


def test_transparency_is_kept() -> None:
    image = Image.new("RGBA", (4, 4), (10, 20, 30, 99))
    assert load(encoded(image), "a").image.getpixel((0, 0)) == (10, 20, 30, 99)
    grey = Image.new("LA", (4, 4), (50, 70))
    assert load(encoded(grey), "a").image.getpixel((0, 0)) == (50, 50, 50, 70)
    listed = Image.new("P", (4, 4), 1)
    listed.putpalette([0, 0, 0, 9, 9, 9])
    assert load(encoded(listed, transparency=1), "a").image.getpixel((0, 0))[3] == 0
    full = Image.new("RGBA", (4, 4), (10, 20, 30, 255))
    assert load(encoded(full), "a").image.mode == "RGB"


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_turned_photo_stands_upright(turn: int) -> None:
    back = {
        1: None, 2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM",
        5: "TRANSPOSE", 6: "ROTATE_90", 7: "TRANSVERSE", 8: "ROTATE_270",
    }[turn]  # fmt: skip
    stored = HALVES.transpose(Image.Transpose[back]) if back else HALVES
    exif = Image.Exif()
    exif[0x0112] = turn
    found = load(encoded(stored, exif=exif), "a")
    assert (found.width, found.height) == found.image.size == (40, 20)
    assert found.image.getpixel((5, 10)) == (10, 126, 140)


def test_cmyk_is_accepted_and_said_to_be_near() -> None:
    found = load(encoded(Image.new("CMYK", (8, 8), (255, 0, 0, 0)), "JPEG"), "a.jpg")
    assert found.image.mode == "RGB"
    red, green, blue = found.image.getpixel((4, 4))
    assert red < 10
    assert min(green, blue) > 245
    assert "approximate" in str(found.notes[0])


def test_a_colour_profile_is_applied() -> None:
    # Lab is the one profile other than sRGB and XYZ that Little CMS can make by itself; a profile
    # of linear light is sRGB's own with other curves.
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    curve = srgb.find(b"para")
    assert curve > 0
    linear = srgb[:curve] + b"curv\0\0\0\0\0\0\0\0" + srgb[curve + 12 :]
    linear = linear.replace(b"s\0R\0G\0B", b"l\0i\0n\0e").replace(b"sRGB", b"line")
    image = Image.new("RGB", (8, 8), (55, 55, 55))
    found = load(encoded(image, icc_profile=linear), "a").image.getpixel((4, 4))
    assert found[0] == pytest.approx(128, abs=3)
    assert load(encoded(image, icc_profile=srgb), "a").image.getpixel((4, 4)) == (55, 55, 55)


def test_a_broken_profile_does_no_harm() -> None:
    image = Image.new("RGB", (8, 8), (55, 60, 70))
    found = load(encoded(image, icc_profile=b"not a profile" * 20), "a")
    assert found.image.getpixel((4, 4)) == (55, 60, 70)


def test_an_animation_gives_its_first_frame() -> None:
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "lime")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    found = load(data, "a.gif")
    assert found.image.getpixel((4, 4)) == (255, 0, 0)
    assert "first frame" in str(found.notes[0])


def test_large_pictures_are_reduced_while_they_are_read() -> None:
    big = Image.new("RGB", (1600, 800), "#0a7e8c")
    for kind in ("JPEG", "PNG"):
        found = load(encoded(big, kind), "a", longest=400)
        assert max(found.image.size) <= 400
        assert (found.width, found.height) == (1600, 800)


def test_a_picture_that_claims_too_much_is_refused_before_it_is_read() -> None:
    assert "60000×60000" in refusal(png_of(60_000, 60_000))
    assert "9000×9000" in refusal(png_of(9_000, 9_000))


def test_a_file_too_large_is_refused() -> None:
    assert "41 MB" in refusal(b"\x89PNG" + bytes(40_100_000))


def test_broken_files_are_named() -> None:
    whole = encoded(Image.effect_noise((64, 64), 50).convert("RGB"))
    assert "broken or cut off" in refusal(whole[: len(whole) // 2])
    assert "broken or cut off" in refusal(png_of(10, 10, b"nonsense"))
    jpeg = encoded(Image.effect_noise((64, 64), 50).convert("RGB"), "JPEG")
    assert "broken or cut off" in refusal(jpeg[: len(jpeg) // 2])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"8BPS\0\1", "PSD"),
        (b"\0\0\0\x20ftypheic", "HEIC"),
        (b"\0\0\0\x20ftypavif", "AVIF"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"PK\3\4", "ZIP"),
        (b"\xef\xbb\xbf <!DOCTYPE html>", "HTML"),
    ],
)
def test_other_files_are_called_by_their_name(data: bytes, kind: str) -> None:
    assert kind in refusal(data)


def test_what_is_no_picture_is_said_so() -> None:
    for data in (b"", b"hello", "Сәлем".encode(), bytes(100)):
        assert refusal(data) == "this is not a picture"
        assert kind_of(data) is None


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_damage_is_a_problem_and_never_a_crash(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(("PNG", "JPEG", "GIF", "WEBP")))
    body = bytearray(encoded(HALVES, kind))
    for _ in range(data.draw(st.integers(1, 6))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    with suppress(InputError):
        load(bytes(body), "a")


def framed(data: bytes, crop: Box | None = None, **more: Any) -> Picture:
    return Picture(data, 0, 0, 40, 20, crop=crop, **more)


def test_stretching_for_a_scene() -> None:
    picture = framed(encoded(HALVES))
    assert shown(picture, (10, 30)).size == (10, 30)
    first = shown(picture, (10, 30))
    first.putpixel((0, 0), (0, 0, 0))
    assert shown(picture, (10, 30)).getpixel((0, 0)) != (0, 0, 0)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_crop_is_in_fractions_of_the_upright_picture(kind: str) -> None:
    turned = HALVES.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6  # turned to the right when shown: HALVES again
    data = encoded(turned, kind, exif=exif, **({"quality": 98} if kind == "JPEG" else {}))
    assert upright_size(data) == (40, 20)
    for crop, color in ((Box(0, 0, 0.4, 1), (10, 126, 140)), (Box(0.6, 0.5, 1, 1), (200, 16, 46))):
        part = np.asarray(shown(framed(data, crop), (8, 8)), np.int64)
        assert np.abs(part - color).max() <= 8


def test_a_photo_is_decoded_at_the_size_it_is_shown_in() -> None:
    y, x = np.mgrid[0:1200, 0:1600]
    soft = np.stack([x / 8, y / 6, 255 - x / 8], axis=-1).astype(np.uint8)
    data = encoded(Image.fromarray(soft), "JPEG", quality=95)
    small = np.asarray(shown(framed(data, Box(0.25, 0.25, 0.75, 0.75)), (200, 150)), np.int64)
    whole = Image.fromarray(soft).resize((200, 150), Image.Resampling.BOX, (400, 300, 1200, 900))
    assert np.abs(small - np.asarray(whole, np.int64)).max() <= 4


def test_what_is_embedded_is_cut_treated_and_no_larger_than_asked() -> None:
    y, x = np.mgrid[0:300, 0:400]
    photo = encoded(
        Image.fromarray(np.stack([x % 256, y % 256, (x + y) % 256], axis=-1).astype(np.uint8)),
        "JPEG",
    )
    kind, data = embedded(
        framed(photo, Box(0, 0, 0.5, 0.5), treatment=Duotone("#000000", "#ffffff")), 100
    )
    image = Image.open(io.BytesIO(data))
    assert (kind, image.format, image.size) == ("image/jpeg", "JPEG", (100, 75))
    assert image.layer == [(1, 1, 1, 0), (2, 1, 1, 1), (3, 1, 1, 1)]
    grey = np.asarray(image, np.int64)
    assert np.abs(grey[..., 0] - grey[..., 2]).max() <= 2
    assert not image.info.get("exif")
    assert not image.info.get("icc_profile")


def test_a_plain_file_is_embedded_untouched_unless_it_is_too_large() -> None:
    data = encoded(HALVES, "JPEG")
    assert embedded(framed(data), 40) == ("image/jpeg", data)
    kind, smaller = embedded(framed(data), 20)
    assert (kind, Image.open(io.BytesIO(smaller)).size) == ("image/jpeg", (20, 10))


def test_flat_and_transparent_art_is_embedded_without_loss() -> None:
    kind, data = embedded(framed(encoded(HALVES), Box(0, 0, 0.5, 1)), 100)
    assert kind == "image/png"
    assert Image.open(io.BytesIO(data)).convert("RGB").getcolors() == [(400, (10, 126, 140))]
    veil = HALVES.convert("RGBA")
    veil.putalpha(100)
    kind, data = embedded(framed(encoded(veil), treatment=Grain(0.1)), 100)
    assert kind == "image/png"
    assert Image.open(io.BytesIO(data)).getchannel("A").getextrema() == (100, 100)


def test_what_is_kept_of_pictures_is_bounded() -> None:
    forget_pictures()
    noise = np.random.default_rng(1).integers(0, 256, (700, 900, 3)).astype(np.uint8)
    for number in range(30):
        noise[0, 0] = number
        shown(framed(encoded(Image.fromarray(noise), "JPEG")), (900, 700))
    assert 0 < pictures._SHOWN.bytes <= 32_000_000
    assert 0 < pictures._DECODED.bytes <= 48_000_000
    forget_pictures()
    assert pictures._SHOWN.bytes == pictures._DECODED.bytes == 0


def test_plain_files_are_embedded_as_they_are_and_others_made_plain() -> None:
    for kind, name in (("PNG", "image/png"), ("JPEG", "image/jpeg")):
        data = encoded(HALVES, kind)
        assert embeddable(data) == (name, data)
    exif = Image.Exif()
    exif[0x0112] = 6
    for other in (
        encoded(HALVES, "WEBP"),
        encoded(HALVES, "JPEG", exif=exif),
        encoded(Image.new("CMYK", (8, 8)), "JPEG"),
    ):
        name, data = embeddable(other)
        assert name == "image/png"
        assert np.array_equal(np.asarray(Image.open(io.BytesIO(data)).convert("RGB")),
                              np.asarray(load(other, "a").image))  # fmt: skip


def test_trimming() -> None:
    image = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    image.paste((9, 9, 9, 255), (10, 5, 30, 25))
    image.putpixel((50, 30), (0, 0, 0, 3))
    assert trimmed(image).size == (20, 20)
    empty = Image.new("RGBA", (6, 4), (0, 0, 0, 0))
    assert trimmed(empty).size == (6, 4)
    assert trimmed(HALVES).size == (40, 20)
