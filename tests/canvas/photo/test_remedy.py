from __future__ import annotations

import io
from functools import cache

import drawn_photographs as drawn
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from creativekit.canvas.backends import raster
from creativekit.canvas.path import Box
from creativekit.canvas.photo.crop import cover
from creativekit.canvas.photo.photograph import Photograph, photograph
from creativekit.canvas.photo.reading import Colors, colors_under, share_reading
from creativekit.canvas.photo.remedy import ENOUGH, Reading, readable_on
from creativekit.canvas.scene import Duotone, Scene, Treatment
from creativekit.color.contrast import ratio as contrast
from creativekit.color.tone import luminance

CANVAS = Box(0, 0, 216, 270)
BOTTOM = Box(16, 170, 200, 254)
WHITE, BLACK, NAVY, SAND = "#ffffff", "#000000", "#0b1f33", "#f3ead8"


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    return drawn.encoded(drawn.face().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif)


def deep() -> bytes:
    ramp = np.linspace(0, 65535, 300 * 400).astype(np.uint16).reshape(300, 400)
    return drawn.encoded(Image.fromarray(ramp))


HARD = {
    "face": lambda: drawn.encoded(drawn.face(), "JPEG"),
    "pot": lambda: drawn.encoded(drawn.pot()),
    "landscape": lambda: drawn.encoded(drawn.landscape()),
    "busy": lambda: drawn.encoded(drawn.busy()),
    "sunlit": lambda: drawn.encoded(drawn.sunlit()),
    "noise": lambda: drawn.encoded(drawn.noise()),
    "checkerboard": lambda: drawn.encoded(drawn.checkerboard()),
    "black": lambda: drawn.encoded(drawn.blank(400, 300, BLACK)),
    "white": lambda: drawn.encoded(drawn.blank(400, 300, WHITE)),
    "tiny": lambda: drawn.encoded(drawn.noise(8, 8)),
    "tower": lambda: drawn.encoded(drawn.noise(1, 5000)),
    "panorama": lambda: drawn.encoded(drawn.busy(2500, 250)),
    "cmyk": lambda: drawn.encoded(drawn.busy().convert("CMYK"), "JPEG"),
    "turned": turned,
    "deep": deep,
}


@cache
def hard(name: str) -> Photograph:
    return photograph(HARD[name](), f"{name}.jpg")


def read(
    photo: Photograph,
    inks: tuple[str, ...] = (WHITE, NAVY),
    ratio: float = 4.5,
    under: Box = BOTTOM,
    treatment: Treatment | None = None,
    ground: str = NAVY,
) -> Reading:
    return readable_on(photo, cover(photo, 216, 270), CANVAS, under, inks, ratio, treatment, ground)


def said(reading: Reading) -> str:
    return "; ".join(map(str, reading.did))


def as_posted(photo: Photograph, reading: Reading, under: Box) -> float:
    """The share that reads on the canvas itself: the file cropped and scaled, the veil painted."""
    image = Image.open(io.BytesIO(photo.data)).convert("RGB")
    crop = reading.crop
    part = (crop.left * image.width, crop.top * image.height,
            crop.right * image.width, crop.bottom * image.height)  # fmt: skip
    size = (int(CANVAS.width), int(CANVAS.height))
    pixels = np.asarray(image.resize(size, Image.Resampling.BOX, box=part)).astype(np.float32)
    if reading.scrim is not None:
        veil = raster.pixels(Scene(*size, (reading.scrim.item,)))
        share = veil[..., 3:] / 255
        pixels = pixels * (1 - share) + veil[..., :3] * share
    words = pixels[int(under.top) : int(under.bottom), int(under.left) : int(under.right)]
    rows = np.ascontiguousarray(words.reshape(-1, 3).T.astype(np.float32))
    return share_reading(reading.ink, Colors(rows).luminances(), 4.5)


def test_the_first_ink_that_reads_is_taken_and_nothing_is_done() -> None:
    reading = read(hard("black"))
    assert (reading.ink, reading.scrim, reading.share, reading.did) == (WHITE, None, 1.0, ())
    assert reading.crop == cover(hard("black"), 216, 270)


def test_another_ink_comes_before_a_veil_and_says_why() -> None:
    reading = read(hard("white"))
    assert (reading.ink, reading.scrim) == (NAVY, None)
    assert said(reading) == (
        "the words are #0b1f33, because #ffffff would read on only 0 % of the photo under them"
    )
    assert said(read(hard("white"), (SAND, BLACK))).startswith("the words are black, because")
    assert said(read(hard("black"), (NAVY, WHITE))).startswith("the words are white, because")


def test_a_veil_is_the_weakest_that_is_enough() -> None:
    reading = read(hard("landscape"), (WHITE,))
    assert reading.scrim is not None
    assert reading.scrim.color == NAVY, "the brand's own colour"
    assert 0.05 <= reading.scrim.opacity <= 0.5
    assert (
        said(reading) == f"a veil of {100 * reading.scrim.opacity:.0f} % was laid under the words"
    )
    colors = colors_under(hard("landscape"), reading.crop, CANVAS, BOTTOM)
    weaker = colors.veiled(NAVY, reading.scrim.opacity - 0.05).luminances()
    assert share_reading(WHITE, weaker, 4.5) < ENOUGH <= reading.share


def test_a_ground_that_the_ink_does_not_read_on_gives_way_to_black_or_white() -> None:
    reading = read(hard("landscape"), (WHITE,), ground=SAND)
    assert reading.scrim is not None
    assert reading.scrim.color == BLACK
    reading = read(hard("face"), (NAVY,), ground="#14304d")
    assert reading.scrim is not None
    assert reading.scrim.color == WHITE


def test_the_photo_is_shifted_when_only_a_heavy_veil_would_do() -> None:
    # Glare behind the words, and a dark wall beside it that the crop can have instead.
    image = drawn.blank(800, 400, "#15181c")
    image.paste(WHITE, (430, 200, 800, 400))
    photo = photograph(drawn.encoded(image), "a.png", focal=(0.5, 0.3))
    crop = cover(photo, 216, 270, aim=(0.2, 0.5))
    reading = readable_on(photo, crop, CANVAS, BOTTOM, (WHITE,), 7.0, None, NAVY)
    still = colors_under(photo, crop, CANVAS, BOTTOM)
    assert share_reading(WHITE, still.veiled(NAVY, 0.5).luminances(), 7.0) < ENOUGH
    assert reading.crop.left < crop.left
    assert (reading.crop.width, reading.crop.height) == pytest.approx((crop.width, crop.height))
    assert reading.crop.left <= 0.5 <= reading.crop.right
    assert "the photo was shifted" in said(reading)
    moved = colors_under(photo, reading.crop, CANVAS, BOTTOM)
    assert reading.scrim is None or reading.scrim.opacity <= 0.5
    if reading.scrim is not None:
        moved = moved.veiled(reading.scrim.color, reading.scrim.opacity)
    assert share_reading(WHITE, moved.luminances(), 7.0) == reading.share >= ENOUGH


def test_a_photo_without_room_is_not_shifted() -> None:
    image = drawn.checkerboard(216, 270, 20)
    photo = photograph(drawn.encoded(image), "a.png")
    reading = read(photo, (WHITE,))
    assert reading.crop == Box(0, 0, 1, 1)
    assert reading.scrim is not None
    assert "shifted" not in said(reading)


def test_at_worst_there_is_a_solid_block() -> None:
    # Middle grey on nothing reaches 4.6: no veil can help it.
    reading = read(hard("busy"), ("#777777",), 5.0, ground=SAND)
    assert reading.scrim is not None
    assert (reading.scrim.opacity, reading.scrim.fade) == (1.0, None)
    assert contrast(reading.ink, reading.scrim.color) >= 5.0
    assert reading.share == 1.0
    assert said(reading).endswith("they stand on a solid block")
    assert "because #777777" in said(reading)
    assert reading.scrim.box.height < CANVAS.height / 2


def test_even_a_ratio_that_does_not_exist_gets_the_most_there_is() -> None:
    reading = read(hard("busy"), (WHITE,), 30.0)
    assert reading.scrim is not None
    assert (reading.ink, reading.scrim.color, reading.share) == (BLACK, WHITE, 0.0)


def test_a_duotone_is_taken_into_account() -> None:
    night = read(hard("white"), (WHITE, NAVY), treatment=Duotone("#05070d", "#1b2b44"))
    assert (night.ink, night.scrim) == (WHITE, None)


def test_words_beside_the_photo_need_nothing() -> None:
    reading = read(hard("noise"), under=Box(300, 300, 400, 400))
    assert (reading.ink, reading.scrim, reading.did) == (WHITE, None, ())


def test_without_inks_it_is_white_or_black() -> None:
    assert read(hard("black"), ()).ink == WHITE
    assert read(hard("white"), ()).ink == BLACK


@pytest.mark.parametrize(
    "name", ["face", "pot", "landscape", "busy", "sunlit", "black", "white", "panorama"]
)
@pytest.mark.parametrize("under", [BOTTOM, Box(16, 16, 200, 80), Box(120, 20, 210, 250)])
def test_on_the_canvas_itself_the_words_read(name: str, under: Box) -> None:
    photo = hard(name)
    reading = read(photo, under=under)
    # The canvas is another reduction of the file than the one that was measured.
    assert as_posted(photo, reading, under) >= ENOUGH - 0.01


hexes = st.sampled_from([WHITE, BLACK, NAVY, SAND, "#c8102e", "#0a7e8c", "#f5c518", "#777777"])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(HARD)),
    st.lists(hexes, min_size=1, max_size=3),
    st.sampled_from([3.0, 4.5, 7.0]),
    hexes,
    st.none() | st.builds(Duotone, hexes, hexes),
    st.tuples(*[st.floats(0, 1)] * 4),
    st.sampled_from([(216, 270), (270, 270), (152, 270), (270, 141)]),
)
def test_after_it_nineteen_pixels_in_twenty_read(
    name: str,
    inks: list[str],
    ratio: float,
    ground: str,
    treatment: Duotone | None,
    corners: tuple[float, float, float, float],
    size: tuple[int, int],
) -> None:
    photo = hard(name)
    width, height = size
    a, b, c, d = corners
    shown = Box(10, 20, 10 + width, 20 + height)
    under = Box(
        10 + min(a, b) * width,
        20 + min(c, d) * height,
        10 + max(a, b) * width + 1,
        20 + max(c, d) * height + 1,
    )
    crop = cover(photo, width, height)
    reading = readable_on(photo, crop, shown, under, inks, ratio, treatment, ground)
    colors = colors_under(photo, reading.crop, shown, under, treatment, ground)
    if reading.scrim is not None:
        assert 0.05 <= reading.scrim.opacity <= 0.85 or reading.scrim.opacity == 1
        colors = colors.veiled(reading.scrim.color, reading.scrim.opacity)
    share = share_reading(reading.ink, colors.luminances(), ratio)
    assert share >= ENOUGH
    assert reading.share == pytest.approx(share, abs=1e-6)
    assert 0 <= reading.crop.left < reading.crop.right <= 1
    assert 0 <= reading.crop.top < reading.crop.bottom <= 1
    assert reading.crop.left - 1e-9 <= photo.focal[0] <= reading.crop.right + 1e-9
    assert reading.crop.top - 1e-9 <= photo.focal[1] <= reading.crop.bottom + 1e-9
    shape = (reading.crop.width * photo.width) / (reading.crop.height * photo.height)
    assert shape == pytest.approx(width / height, rel=1e-6)
    if reading.scrim is None or reading.scrim.opacity < 1:
        assert reading.ink in inks
    assert bool(reading.did) == (
        reading.scrim is not None or reading.crop != crop or reading.ink != inks[0]
    )
    again = readable_on(photo, crop, shown, under, inks, ratio, treatment, ground)
    assert again == reading


def test_a_solid_block_is_as_readable_as_its_colours() -> None:
    reading = read(hard("noise"), ("#888888",), 7.0, ground="#808080")
    assert reading.scrim is not None
    own = np.array([luminance(reading.scrim.color)])
    assert share_reading(reading.ink, own, 7.0) == 1.0 == reading.share
