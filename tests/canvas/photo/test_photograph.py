from __future__ import annotations

import pickle

import drawn_photographs as drawn
import numpy as np
import pytest
from PIL import Image

from creativekit.canvas.photo.photograph import SIDE, photograph
from creativekit.errors import InputError


def test_size_small_copy_and_subject() -> None:
    found = photograph(drawn.encoded(drawn.pot(1200, 900), "JPEG"), "қыш.jpg")
    assert (found.width, found.height) == (1200, 900)
    assert found.small.shape == (288, SIDE, 3)
    assert found.small.dtype == np.uint8
    assert found.opacity is None
    assert found.focal == pytest.approx((0.24, 0.72), abs=0.05)
    assert not found.small.flags.writeable


def test_the_same_file_gives_the_same_photograph() -> None:
    data = drawn.encoded(drawn.face())
    first, second = photograph(data, "a.png"), photograph(bytes(bytearray(data)), "a.png")
    assert first == second
    assert hash(first) == hash(second)
    assert first.small is second.small, "measured once"
    assert photograph(data, "b.png") != first
    assert pickle.loads(pickle.dumps(first)) == first


def test_a_given_subject_is_kept_and_brought_inside() -> None:
    data = drawn.encoded(drawn.face())
    assert photograph(data, "a.png", (0.1, 0.9)).focal == (0.1, 0.9)
    assert photograph(data, "a.png", (-2.0, 1.5)).focal == (0.0, 1.0)
    assert photograph(data, "a.png").focal == pytest.approx((0.75, 0.31), abs=0.06)


@pytest.mark.parametrize("turn", [3, 6, 8])
def test_a_turned_photo_is_measured_upright(turn: int) -> None:
    back = {3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90,
            8: Image.Transpose.ROTATE_270}[turn]  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = turn
    data = drawn.encoded(drawn.pot(1600, 1200).transpose(back), "JPEG", exif=exif)
    found = photograph(data, "телефон.jpg")
    assert (found.width, found.height) == (1600, 1200)
    assert found.small.shape[:2] == (288, 384)
    assert found.focal == pytest.approx((0.24, 0.72), abs=0.05)


def test_cmyk_and_sixteen_bits() -> None:
    cmyk = photograph(drawn.encoded(drawn.pot().convert("CMYK"), "JPEG"), "баспа.jpg")
    assert cmyk.focal == pytest.approx((0.24, 0.72), abs=0.05)
    assert "CMYK" in str(cmyk.notes[0])
    deep = np.full((90, 120), 60000, np.uint16)
    deep[50:70, 20:40] = 5000
    found = photograph(drawn.encoded(Image.fromarray(deep)), "скан.png")
    assert found.small[10, 100].tolist() == [233, 233, 233]
    assert found.focal == pytest.approx((0.25, 0.66), abs=0.05)


def test_a_panorama_keeps_enough_of_its_short_side() -> None:
    found = photograph(drawn.encoded(drawn.landscape(5000, 500)), "a.png")
    assert found.small.shape[0] >= 96
    assert max(found.small.shape) <= 4 * SIDE


@pytest.mark.parametrize("size", [(1, 5000), (5000, 1), (8, 8), (1, 1)])
def test_the_odd_sizes(size: tuple[int, int]) -> None:
    found = photograph(drawn.encoded(drawn.noise(*size)), "a.png")
    assert (found.width, found.height) == size
    assert all(0 <= part <= 1 for part in found.focal)
    assert min(found.small.shape) >= 1


def test_what_is_transparent_is_no_subject() -> None:
    image = drawn.pot().convert("RGBA")
    mask = Image.new("L", image.size, 0)
    mask.paste(255, (200, 0, 400, 300))
    image.putalpha(mask)
    found = photograph(drawn.encoded(image), "a.png")
    assert found.opacity is not None
    assert found.opacity.shape == found.small.shape[:2]
    assert found.focal[0] > 0.4, "the pot on the left is cut away"


def test_a_broken_file_is_refused_by_name() -> None:
    data = drawn.encoded(drawn.pot(), "JPEG")
    for broken in (data[: len(data) // 2], b"", b"not a picture", data[:30]):
        with pytest.raises(InputError) as caught:
            photograph(broken, "сурет.jpg")
        assert caught.value.problems[0].file == "сурет.jpg"
