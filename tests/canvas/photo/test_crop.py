from __future__ import annotations

import drawn_photographs as drawn
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.path import Box
from creativekit.canvas.photo.crop import cover, shifts, upscale, upscale_problem
from creativekit.canvas.photo.photograph import Photograph, photograph

PLACEMENTS = [(1080, 1350), (1080, 1080), (1080, 1920), (1200, 628), (1584, 396), (1000, 1500)]


def photo(width: int, height: int, focal: tuple[float, float] | None = (0.5, 0.5)) -> Photograph:
    return photograph(drawn.encoded(drawn.blank(width, height)), "а.png", focal)


def within(box: Box) -> bool:
    return (
        0 <= box.left < box.right <= 1 and 0 <= box.top < box.bottom <= 1
    )  # all of it on the picture


def test_the_proportions_of_the_photo_itself_cut_nothing() -> None:
    assert cover(photo(400, 300), 800, 600) == Box(0, 0, 1, 1)


def test_a_subject_in_the_middle_stays_there() -> None:
    assert cover(photo(400, 300), 300, 300) == Box(0.125, 0, 0.875, 1)


@pytest.mark.parametrize(
    ("focal", "lies_at"),
    [
        (0.05, 0.2),  # too near the edge for any line: as near as it comes
        (0.1, 1 / 3),
        (0.3, 1 / 3),
        (0.45, 1 / 3),
        (0.49, 1 / 2),
        (0.51, 1 / 2),
        (0.55, 2 / 3),
        (0.7, 2 / 3),
        (0.9, 2 / 3),
        (1.0, 1.0),
    ],
)
def test_a_subject_aside_comes_to_lie_on_the_nearest_line(focal: float, lies_at: float) -> None:
    box = cover(photo(400, 100, (focal, 0.5)), 100, 100)
    assert box.width == pytest.approx(0.25)
    at = (focal - box.left) / box.width
    assert at == pytest.approx(lies_at)


def test_the_aim_is_where_the_subject_is_put() -> None:
    wide = photo(400, 100, (0.5, 0.5))
    assert cover(wide, 100, 100, aim=(0.8, 0.2)).left == pytest.approx(0.5 - 0.8 * 0.25)
    tall = photo(100, 400, (0.5, 0.6))
    assert cover(tall, 100, 100, aim=(0.8, 0.2)).top == pytest.approx(0.6 - 0.2 * 0.25)
    assert cover(photo(400, 100, (0.0, 0.5)), 100, 100, aim=(1.0, 0.5)).left == 0


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([(8, 8), (40, 30), (30, 40), (1, 500), (500, 1), (160, 90), (33, 31)]),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    st.sampled_from(PLACEMENTS) | st.tuples(st.floats(1, 5000), st.floats(1, 5000)),
    st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_a_crop_has_the_proportions_and_holds_the_subject(
    size: tuple[int, int],
    focal: tuple[float, float],
    wanted: tuple[float, float],
    aim: tuple[float, float] | None,
) -> None:
    of = photo(*size, focal)
    box = cover(of, *wanted, aim)
    assert within(box)
    shape = (box.width * of.width) / (box.height * of.height)
    assert shape == pytest.approx(wanted[0] / wanted[1], rel=1e-6)
    assert box.width == pytest.approx(1) or box.height == pytest.approx(1)
    assert box.left - 1e-9 <= of.focal[0] <= box.right + 1e-9
    assert box.top - 1e-9 <= of.focal[1] <= box.bottom + 1e-9
    for other in shifts(of, box):
        assert within(other)
        assert (other.width, other.height) == pytest.approx((box.width, box.height))
        assert other.left - 1e-9 <= of.focal[0] <= other.right + 1e-9
        assert other.top - 1e-9 <= of.focal[1] <= other.bottom + 1e-9


def test_shifts_go_both_ways_nearest_first_and_only_where_there_is_more() -> None:
    of = photo(400, 100)
    crop = cover(of, 100, 100)
    moved = shifts(of, crop)
    assert {box.left < crop.left for box in moved} == {True, False}
    assert {(box.top, box.bottom) for box in moved} == {(0, 1)}
    far = [abs(box.left - crop.left) for box in moved]
    assert far == pytest.approx(sorted(far), abs=1e-6)
    assert shifts(of, Box(0, 0, 1, 1)) == ()
    assert {box.top for box in shifts(of, Box(0.2, 0.25, 0.7, 0.75))} != {0.25}


def test_enlargement_is_counted_on_what_is_shown() -> None:
    of = photo(640, 480)
    assert upscale(of, cover(of, 1080, 1350), 1080, 1350) == pytest.approx(1350 / 480)
    assert upscale(of, Box(0, 0, 1, 1), 320, 240) == pytest.approx(0.5)


def test_the_warning_gives_the_numbers() -> None:
    of = photo(640, 480)
    problem = upscale_problem(of, cover(of, 1080, 1350), 1080, 1350, key="post.photo", line=9)
    assert problem is not None
    assert problem.severity == "warning"
    assert problem.place == "а.png:9 post.photo"
    assert str(problem.message) == (
        "the photo has 640×480 pixels, 1080×1350 are needed: it is enlarged 2.8 times and will "
        "look soft"
    )


def test_a_quarter_more_is_allowed() -> None:
    of = photo(800, 800)
    whole = Box(0, 0, 1, 1)
    assert upscale_problem(of, whole, 1000, 1000) is None
    problem = upscale_problem(of, whole, 1010, 1010)
    assert problem is not None
    assert "1.26 times" in str(problem.message)


def test_a_photo_below_the_fields_own_limit_is_an_error() -> None:
    of = photo(1600, 700)
    whole = Box(0, 0, 1, 1)
    assert upscale_problem(of, whole, 800, 350, min_px=700) is None
    problem = upscale_problem(of, whole, 800, 350, min_px=701)
    assert problem is not None
    assert problem.severity == "error"
    assert "1600×700" in str(problem.message)
    assert "701" in str(problem.message)
