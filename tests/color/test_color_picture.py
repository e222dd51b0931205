import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from creativekit.color import picture
from creativekit.color.difference import difference
from creativekit.color.oklab import oklch
from creativekit.errors import InputError

TEAL, SUN, SAND = (10, 126, 140), (228, 87, 46), (246, 235, 217)


def _poster(size: tuple[int, int] = (600, 400)) -> Image.Image:
    """A sand sky, a teal lake over two fifths, a small sun."""
    image = Image.new("RGB", size, SAND)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, int(size[1] * 0.6), *size), fill=TEAL)
    draw.ellipse((size[0] * 0.6, size[1] * 0.2, size[0] * 0.8, size[1] * 0.5), fill=SUN)
    return image


def _saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def _near(found: str, wanted: tuple[int, int, int], most: float = 3) -> bool:
    return difference(found, "#{:02x}{:02x}{:02x}".format(*wanted)) < most


def test_the_colors_of_a_poster_brand_color_first(tmp_path: Path) -> None:
    found = picture.measured(_saved(_poster(), tmp_path / "a.png"))
    assert _near(found[0].hex, SUN) or _near(found[0].hex, TEAL)
    for wanted in (TEAL, SUN, SAND):
        assert any(_near(entry.hex, wanted) for entry in found)
    assert _near(found[-1].hex, SAND)  # most of the picture, and yet only its paper
    assert picture.colors(tmp_path / "a.png") == tuple(entry.hex for entry in found)


def test_the_score_is_the_stated_one() -> None:
    pixels = np.array([TEAL] * 75 + [SUN] * 25, dtype=np.uint8)
    found = {entry.hex: entry for entry in picture.ranked(pixels)}
    assert set(found) == {"#0a7e8c", "#e4572e"}
    teal, sun = found["#0a7e8c"], found["#e4572e"]
    assert (teal.share, sun.share) == (0.75, 0.25)
    assert teal.score == pytest.approx(70 * 0.75 + (0.0924 * 370 - 48) * 0.1, abs=0.05)
    assert sun.score == pytest.approx(70 * 0.25 + (0.1808 * 370 - 48) * 0.3, abs=0.4)


@pytest.mark.parametrize("extension", ["jpg", "webp", "gif", "tiff", "bmp"])
def test_other_formats_give_the_same(tmp_path: Path, extension: str) -> None:
    wanted = picture.colors(_saved(_poster(), tmp_path / "a.png"))
    found = picture.colors(_saved(_poster(), tmp_path / f"a.{extension}"))
    assert difference(found[0], wanted[0]) < 4


def test_the_same_picture_gives_the_same_colors(tmp_path: Path) -> None:
    noise = np.random.default_rng(7).integers(0, 256, (300, 300, 3), dtype=np.uint8)
    path = _saved(Image.fromarray(noise), tmp_path / "noise.png")
    assert picture.measured(path) == picture.measured(path)
    assert len(picture.colors(path)) <= picture.CENTRES


@pytest.mark.parametrize("mode", ["RGBA", "LA", "L", "P", "1", "I;16", "CMYK", "F"])
def test_every_mode_is_read(tmp_path: Path, mode: str) -> None:
    extension = "tiff" if mode in ("CMYK", "F") else "png"
    if mode == "I;16":
        ramp = np.linspace(0, 65535, 64 * 64).astype(np.uint16).reshape(64, 64)
        image = Image.fromarray(ramp)
    elif mode == "LA":
        image = _poster().convert("L").convert("LA")
    else:
        image = _poster().convert(mode)
    found = picture.colors(_saved(image, tmp_path / f"a.{extension}"))
    assert found
    if mode in ("RGBA", "P", "CMYK"):
        assert any(_near(color, TEAL, 8) for color in found)


def test_a_deep_grey_is_not_cut_to_white(tmp_path: Path) -> None:
    image = Image.fromarray(np.full((32, 32), 0x4040, dtype=np.uint16))
    assert picture.colors(_saved(image, tmp_path / "a.png")) == ("#404040",)


def test_transparent_pixels_do_not_count(tmp_path: Path) -> None:
    image = Image.new("RGBA", (200, 200), (255, 0, 255, 0))
    ImageDraw.Draw(image).rectangle((20, 20, 180, 180), fill=(*TEAL, 255))
    found = picture.colors(_saved(image, tmp_path / "a.png"))
    assert len(found) == 1
    assert _near(found[0], TEAL)


def test_the_cameras_orientation_does_not_matter(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    plain = _saved(_poster((512, 512)), tmp_path / "a.png")
    turned = _saved(
        _poster((512, 512)).transpose(Image.Transpose.ROTATE_90), tmp_path / "b.png", exif=exif
    )
    assert picture.colors(turned) == picture.colors(plain)


def test_a_color_profile_is_obeyed(tmp_path: Path) -> None:
    wide = _saved(_poster(), tmp_path / "a.png", icc_profile=_display_p3())
    plain = _saved(_poster(), tmp_path / "b.png")
    for vivid, usual in zip(picture.colors(wide), picture.colors(plain), strict=True):
        assert vivid != usual
        assert oklch(vivid)[1] > oklch(usual)[1]  # the same numbers mean more in a wider gamut


def test_a_broken_profile_is_passed_over(tmp_path: Path) -> None:
    path = _saved(_poster(), tmp_path / "a.png", icc_profile=b"not a profile")
    assert any(_near(color, TEAL) for color in picture.colors(path))


def test_a_grey_picture_gives_its_commonest_grey(tmp_path: Path) -> None:
    image = Image.new("RGB", (100, 100), (40, 40, 40))
    ImageDraw.Draw(image).rectangle((0, 0, 30, 99), fill=(220, 220, 220))
    assert picture.colors(_saved(image, tmp_path / "a.png"))[0] == "#282828"


def test_one_pixel(tmp_path: Path) -> None:
    assert picture.colors(_saved(Image.new("RGB", (1, 1), TEAL), tmp_path / "a.png")) == (
        "#0a7e8c",
    )


def test_tints_come_after_colors_and_greys_after_tints() -> None:
    beige, grey = (225, 205, 185), (128, 128, 128)
    pixels = np.array([grey] * 60 + [beige] * 30 + [TEAL] * 10, dtype=np.uint8)
    found = [entry.hex for entry in picture.ranked(pixels)]
    assert found == ["#0a7e8c", "#e1cdb9", "#808080"]


def _png_claiming(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


def _cut(path: Path) -> bytes:
    buffer = io.BytesIO()
    _poster().save(buffer, "PNG")
    return buffer.getvalue()[:200]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (_png_claiming(60_000, 60_000), "too many pixels|million pixels"),
        (_png_claiming(9_000, 9_000), "million pixels"),
        (_png_claiming(10, 10_000), "cannot be read"),
        (_cut(Path()), "cannot be read"),
        (b"not a picture", "not a picture"),
        (b"", "not a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n", "not a picture"),
    ],
)
def test_what_cannot_be_read_is_an_input_error(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "сурет 1.png"
    path.write_bytes(content)
    with pytest.raises(InputError, match=says) as caught:
        picture.colors(path)
    assert caught.value.problems[0].file == str(path)


def test_a_missing_file_a_folder_and_a_clear_picture(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        picture.colors(tmp_path / "none.png")
    with pytest.raises(InputError, match="not a file"):
        picture.colors(tmp_path)
    clear = _saved(Image.new("RGBA", (20, 20), (1, 2, 3, 0)), tmp_path / "clear.png")
    with pytest.raises(InputError, match="transparent"):
        picture.colors(clear)


def test_a_file_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture, "MOST_BYTES", 10)
    with pytest.raises(InputError, match="MB"):
        picture.colors(_saved(_poster(), tmp_path / "a.png"))


def _display_p3() -> bytes:
    """A matrix profile with the primaries of Display P3, built by hand (ICC.1:2010)."""

    def s15(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(s15(value) for value in values)

    gamma = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    text = b"desc\0\0\0\0" + struct.pack(">I", 3) + b"P3\0" + b"\0" * 79
    tags = {
        b"desc": text + b"\0" * (-len(text) % 4),
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.5151, 0.2412, -0.0011),
        b"gXYZ": xyz(0.2919, 0.6922, 0.0419),
        b"bXYZ": xyz(0.1572, 0.0666, 0.7841),
        b"rTRC": gamma,
        b"gTRC": gamma,
        b"bTRC": gamma,
    }
    offset = 128 + 4 + 12 * len(tags)
    table, body = b"", b""
    for name, data in tags.items():
        table += name + struct.pack(">II", offset + len(body), len(data))
        body += data
    header = struct.pack(">I", offset + len(body)) + b"\0\0\0\0" + b"\x02\x10\0\0" + b"mntrRGB XYZ "
    header += b"\0" * 12 + b"acsp" + b"\0" * 28 + s15(0.9642) + s15(1) + s15(0.8249)
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body
