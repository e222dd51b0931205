from __future__ import annotations

import hashlib
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.backends.deflate import compress, cost


def array(data: bytes) -> np.ndarray:
    return np.frombuffer(data, np.uint8)


@settings(deadline=None)
@given(st.binary(max_size=2000), st.integers(1, 4))
def test_any_bytes_come_back(data: bytes, distance: int) -> None:
    assert zlib.decompress(compress(array(data), distance)) == data


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 1200)), max_size=30), st.integers(1, 4))
def test_long_runs_come_back(runs: list[tuple[int, int]], distance: int) -> None:
    data = b"".join(bytes([value]) * count for value, count in runs)
    assert zlib.decompress(compress(array(data), distance)) == data


@pytest.mark.parametrize("length", [*range(257, 263), 515, 516, 517, 518, 519, 520])
def test_runs_just_past_a_whole_match(length: int) -> None:
    data = b"ab" + b"c" * length + b"d"
    assert zlib.decompress(compress(array(data))) == data


def test_many_blocks_and_every_byte() -> None:
    noise = np.random.default_rng(7).integers(0, 256, 700_000).astype(np.uint8)
    assert zlib.decompress(compress(noise, 3)) == noise.tobytes()


def test_lopsided_counts_need_no_code_longer_than_fifteen_bits() -> None:
    # Fibonacci counts make the deepest Huffman trees.
    counts = [1, 1]
    while len(counts) < 24:
        counts.append(counts[-1] + counts[-2])
    values = np.repeat(np.arange(24, dtype=np.uint8), counts)
    data = np.random.default_rng(1).permutation(values)
    assert zlib.decompress(compress(data)) == data.tobytes()


def test_flat_drawings_become_smaller_than_from_zlib() -> None:
    y, x = np.mgrid[0:600, 0:600]
    disc = (np.clip(250 - np.hypot(x - 300, y - 300), 0, 1) * 255).astype(np.uint8)
    assert len(compress(disc.ravel())) < len(zlib.compress(disc.tobytes(), 9))


@settings(deadline=None, max_examples=30)
@given(st.integers(5, 9000), st.integers(0, 999), st.integers(1, 4), st.integers(0, 400))
def test_tiles_come_back_and_cost_little(tile: int, seed: int, distance: int, changed: int) -> None:
    random = np.random.default_rng(seed)
    pattern = random.integers(0, 256, tile).astype(np.uint8)
    data = np.resize(pattern, 60_000)
    data[random.integers(0, len(data), changed)] = 77
    packed = compress(data, distance)
    assert zlib.decompress(packed) == data.tobytes()
    if tile > distance:
        assert len(packed) < 2.2 * tile + 3000 + 24 * changed


@pytest.mark.parametrize("tile", [60, 257, 4096, 4097, 16385, 32767, 32768, 32769, 40000])
def test_every_size_of_tile_has_its_distance_code(tile: int) -> None:
    random = np.random.default_rng(tile)
    values = random.integers(1, 256, tile) * (random.random(tile) < 0.12)
    data = np.resize(values.astype(np.uint8), 130_000)
    packed = compress(data)
    assert zlib.decompress(packed) == data.tobytes()
    once = len(compress(data[:tile]))
    assert (len(packed) < 1.3 * once + 2000) == (tile <= 32768)


def test_the_cost_is_near_the_truth() -> None:
    data = np.random.default_rng(3).choice([0, 0, 0, 0, 0, 7, 9], 50_000).astype(np.uint8)
    assert cost(data) / 8 == pytest.approx(len(compress(data)), rel=0.03)


def test_a_distance_that_is_no_pixel_is_refused() -> None:
    with pytest.raises(ValueError, match="1 to 4"):
        compress(array(b"abc"), 5)


def test_the_bytes_are_these_on_every_machine() -> None:
    y, x = np.mgrid[0:200, 0:300]
    picture = ((x // 7 ^ y // 5) % 11 + (x * y % 13 == 0)).astype(np.uint8)
    found = hashlib.sha256(compress(picture.ravel())).hexdigest()
    assert found == "03eccb665fd2e29ab534593c90422967eddb0ba8dd662c93fc1dab2893832f0d"
