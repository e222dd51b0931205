from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.backends.coverage import path_mask
from creativekit.canvas.backends.text_coverage import line_mask
from creativekit.canvas.lettering import text_path
from creativekit.canvas.path import Affine
from creativekit.fonts.faces import face
from creativekit.fonts.shaping import shape

ALL = (0, 0, 300, 120)
FACE = face("Onest", 800)


def whole(drawn: tuple[tuple[int, int, int, int], np.ndarray] | None) -> np.ndarray:
    picture = np.zeros((ALL[3], ALL[2]), np.int64)
    if drawn is not None:
        (left, top, right, bottom), mask = drawn
        picture[top:bottom, left:right] = mask
    return picture


@settings(deadline=None, max_examples=40)
@given(
    st.text("Қызыл Ә₸g«»", max_size=8), st.floats(3, 80), st.floats(-60, 260),
    st.floats(-10, 130), st.sampled_from((0.0, 7.0, 90.0)), st.floats(0.5, 2),
)  # fmt: skip
def test_a_line_is_as_its_outline(
    text: str, size: float, x: float, y: float, angle: float, scale: float
) -> None:
    line = shape(FACE, text, "kk", -0.02)
    by = Affine.rotation(angle, 150, 60) @ Affine.scaling(scale)
    ours = whole(line_mask(line, size, x, y, by, ALL))
    theirs = whole(path_mask(text_path(line, size, x, y), by, ALL))
    assert np.abs(ours - theirs).max() <= 12
    assert abs(ours.sum() - theirs.sum()) <= 0.002 * theirs.sum() + 60


def test_a_line_keeps_its_mask_when_it_moves_by_whole_pixels() -> None:
    line = shape(FACE, "Саз", "kk")
    first = line_mask(line, 30, 10.25, 50.5, Affine(), ALL)
    second = line_mask(line, 30, 60.25, 90.5, Affine(), ALL)
    assert first is not None
    assert second is not None
    assert second[1] is first[1]
    assert second[0] == tuple(np.add(first[0], (50, 40, 50, 40)))


@pytest.mark.parametrize("text", ["", " ", "\u200b"])
def test_no_ink_no_mask(text: str) -> None:
    assert line_mask(shape(FACE, text, "kk"), 30, 10, 50, Affine(), ALL) is None


def test_type_far_larger_than_its_picture_is_drawn_where_it_is_seen() -> None:
    drawn = line_mask(shape(FACE, "Қ", "kk"), 90_000, -20_000, 40_000, Affine(), ALL)
    assert drawn is not None
    assert drawn[1].size <= ALL[2] * ALL[3]
