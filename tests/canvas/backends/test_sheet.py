from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.backends.compositing import Layer
from creativekit.canvas.backends.sheet import Sheet

WIDTH, HEIGHT = 37, 23
BOX = (0, 0, WIDTH, HEIGHT)
PART = (5, 3, 33, 20)
SHAPE = (PART[3] - PART[1], PART[2] - PART[0])


def cover(kind: str, seed: int) -> np.ndarray | None:
    random = np.random.default_rng(seed)
    if kind == "whole":
        return None
    if kind == "soft":
        return random.integers(0, 256, SHAPE).astype(np.uint8)
    mask = np.zeros(SHAPE, np.uint8)
    if kind == "blocks":
        mask[2:9, 3:20] = 255
        mask[5:16, 15:] = 255
    else:
        mask[random.random(SHAPE) < 0.4] = 255
    mask[random.random(SHAPE) < 0.1] = 77
    return mask


KINDS = st.sampled_from(("whole", "soft", "blocks", "specks"))


@settings(deadline=None, max_examples=80)
@given(KINDS, st.sampled_from((0, 3, 4)), st.integers(0, 99))
def test_a_sheet_paints_as_a_layer_does(kind: str, channels: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    sheet, layer = Sheet(BOX, (10, 200, 90)), Layer(BOX)
    layer.fill((10, 200, 90))
    mask = cover(kind, seed)
    colors = random.integers(0, 256, (*SHAPE, 4)).astype(np.uint8)
    if channels == 0:
        sheet.paint(PART, (250, 7, 99), mask)
        layer.paint(PART, (250, 7, 99), mask)
    else:
        sheet.paint(PART, colors[..., :channels], mask)
        layer.paint(PART, colors, mask)
    assert np.array_equal(sheet.colors, layer.pixels[..., :3])
    assert (sheet.rows[:, 0] == 0).all()


@pytest.mark.parametrize("axis", ["row", "column"])
def test_one_row_or_column_may_stand_for_all(axis: str) -> None:
    colors = np.random.default_rng(2).integers(0, 256, (*SHAPE, 3)).astype(np.uint8)
    line = colors[:1] if axis == "row" else colors[:, :1]
    repeated = np.broadcast_to(line, (*SHAPE, 3))
    sheet = Sheet(BOX, (0, 0, 0))
    sheet.paint(PART, repeated, None)
    assert np.array_equal(sheet.part(PART), repeated)


@settings(deadline=None, max_examples=40)
@given(KINDS, st.floats(0, 1), st.integers(0, 99))
def test_mixing_is_laying_a_layer_over(kind: str, opacity: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    sheet = Sheet(BOX, (0, 0, 0))
    sheet.paint(BOX, random.integers(0, 256, (HEIGHT, WIDTH, 3)).astype(np.uint8), None)
    before = sheet.colors.astype(np.float64)
    kept = sheet.remember(PART)
    sheet.paint(PART, (250, 7, 99), cover("blocks", seed))
    after = sheet.colors.astype(np.float64)
    share = cover(kind, seed + 1)
    sheet.mix(PART, kept, share, opacity)
    part = np.full(SHAPE, 255.0) if share is None else share.astype(np.float64)
    rows, columns = slice(PART[1], PART[3]), slice(PART[0], PART[2])
    expected = before.copy()
    expected[rows, columns] += (after - before)[rows, columns] * (part * opacity / 255)[..., None]
    assert np.abs(sheet.colors - expected).max() <= 1.0


def test_outside_the_box_nothing_changes() -> None:
    sheet = Sheet(BOX, (1, 2, 3))
    sheet.paint(PART, (9, 9, 9), cover("specks", 4))
    outside = np.ones((HEIGHT, WIDTH), bool)
    outside[PART[1] : PART[3], PART[0] : PART[2]] = False
    assert (sheet.colors[outside] == (1, 2, 3)).all()
