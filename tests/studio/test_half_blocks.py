"""Pictures in characters."""

from __future__ import annotations

import numpy as np
import pytest

from creativekit.studio import half_blocks


@pytest.mark.parametrize(
    ("size", "cells", "expected"),
    [
        ((135, 108), (40, 27), (50, 40)),  # rows decide nothing: 40 columns are 50 pixels high
        ((135, 108), (80, 10), (20, 16)),
        ((10, 1000), (20, 20), (2, 20)),
        ((1000, 10), (20, 20), (40, 1)),
    ],
)
def test_a_picture_keeps_its_proportions(
    size: tuple[int, int], cells: tuple[int, int], expected: tuple[int, int]
) -> None:
    found = half_blocks.fitted(np.zeros((*size, 3), np.uint8), *cells)
    assert found.shape[:2] == expected


def test_every_pixel_is_shown_once() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (6, 5, 3), np.uint8)
    pixels[:, 1] = pixels[:, 0]
    lines = half_blocks.lines(pixels)
    assert len(lines) == 3
    for row, segments in enumerate(lines):
        cells = [(each.style, part) for each in segments for part in each.text]
        assert len(cells) == 5
        assert len(segments) == 4
        for column, (style, char) in enumerate(cells):
            assert char == "▀"
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            assert style.color.triplet == tuple(pixels[2 * row, column])
            assert style.bgcolor.triplet == tuple(pixels[2 * row + 1, column])


def test_averaging_is_by_area() -> None:
    pixels = np.zeros((4, 4, 3), np.uint8)
    pixels[:2] = 200
    assert half_blocks.filling(pixels, 1, 1)[:, 0, 0].tolist() == [200, 0]
    assert half_blocks.fitted(pixels, 4, 1)[:, 0, 0].tolist() == [200, 0]
