"""Names on a sheet's map lie on nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.path import Box
from creativekit.canvas.text.setting import Setting
from creativekit.fonts.faces import face
from creativekit.positioning.plot_labels import RADII, SIDE, Point, placed

SETTING = Setting((face("Onest"),), "kk")
LONG = "Таныстың үй студиясы"


def boxes(lines: list[dict[str, float]]) -> Box:
    return Box(
        min(line["x"] for line in lines),
        min(line["y"] for line in lines),
        max(line["x"] + line["width"] for line in lines),
        max(line["y"] + line["height"] for line in lines),
    )


def meets(one: Box, other: Box) -> bool:
    across = one.left < other.right - 0.01 and other.left < one.right - 0.01
    return across and one.top < other.bottom - 0.01 and other.top < one.bottom - 0.01


def disc(point: Point) -> Box:
    (x, y), by = point.at, RADII[point.ours]
    return Box(x - by, y - by, x + by, y + by)


def test_a_point_stands_where_the_scale_says() -> None:
    # 70 mm across, 4 mm kept at each end: 31 mm are ten steps.
    assert Point("", 10, -10, False, SETTING).at == (66.0, 66.0)
    assert Point("", 0, 0, True, SETTING).at == (35.0, 35.0)
    assert Point("", -8, 5, False, SETTING).at == (35 - 8 * 3.1, 35 - 5 * 3.1)


def test_names_keep_off_axes_points_and_each_other() -> None:
    points = [
        Point(LONG, -8, 3, False, SETTING),
        Point("Алматыдағы үлкен студия", -5, 8, False, SETTING),
        Point("Үйде телефонға жазу", 0, -9, False, SETTING),
        Point("Біз", 7, 6, True, SETTING),
    ]
    found = [boxes(lines) for lines in placed(points)]
    everything = [disc(each) for each in points] + [
        Box(34.2, 0, 35.8, SIDE),
        Box(0, 34.2, 70, 35.8),
    ]
    for index, box in enumerate(found):
        assert not any(meets(box, other) for other in [*everything, *found[:index]])
        assert box.left >= 0
        assert box.right <= SIDE
    said = [" ".join(line["text"] for line in lines) for lines in placed(points)]
    assert said == [point.name for point in points]


@given(
    st.lists(
        st.tuples(
            st.text("Әғқңөұүһі абв", min_size=1, max_size=60).filter(str.strip),
            st.integers(-10, 10),
            st.integers(-10, 10),
        ),
        max_size=8,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_names_anywhere_are_whole_and_on_the_map(found: list[tuple[str, int, int]]) -> None:
    points = [Point(name, x, y, False, SETTING) for name, x, y in found]
    for point, lines in zip(points, placed(points), strict=True):
        said = "".join(line["text"] for line in lines).replace(" ", "")
        assert said.replace("-", "").replace("\u00ad", "") == point.name.replace(" ", "")
        assert all(line["x"] >= 0 and line["y"] >= 0 for line in lines)
        assert all(line["y"] + line["height"] <= SIDE for line in lines)
