from __future__ import annotations

import io

import numpy as np
import pytest
import resvg_py
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from canvas.path_strategies import paths
from creativekit.canvas.backends.raster import render
from creativekit.canvas.path import Path
from creativekit.canvas.scene import Scene, Shape, Solid
from creativekit.canvas.svg_path_data import parse
from golden_pictures import mean_difference


@given(paths())
def test_what_is_written_is_read_again(path: Path) -> None:
    # A Z with nothing before it closes nothing, and nothing after Z needs its own M.
    assert parse(path.svg(3)) == path


def test_relative_commands_run_together() -> None:
    assert parse("M10-20l5,5h-3v.5.5 1z") == parse("M 10 -20 L 15 -15 H 12 V -14.5 V -14 V -13 Z")
    assert parse("m1 2 3 4 5 6") == parse("M1 2L4 6L9 12")
    assert parse("M.5.5.25-1e1") == parse("M 0.5 0.5 L 0.25 -10")


def test_smooth_curves_continue_the_last_handle() -> None:
    smooth = parse("M0 0C0 10 10 10 10 0S20-10 20 0")
    assert smooth == parse("M0 0C0 10 10 10 10 0C10-10 20-10 20 0")
    assert parse("M0 0Q5 10 10 0T20 0") == parse("M0 0Q5 10 10 0Q15-10 20 0")
    assert parse("M0 0L3 3S6 6 9 0") == parse("M0 0L3 3C3 3 6 6 9 0")


def test_after_closing_drawing_goes_on_from_the_start() -> None:
    assert parse("M5 5h10v10zl1 1").commands[-2:] == (("M", 5, 5), ("L", 6, 6))


def test_arc_flags_need_no_separators() -> None:
    assert parse("M0 0a5 5 0 0110 0") == parse("M 0 0 a 5 5 0 0 1 10 0")
    assert parse("M0 0a5 5 0 110 10") == parse("M 0 0 a 5 5 0 1 1 0 10")


def test_an_arc_too_small_for_its_ends_is_enlarged() -> None:
    box = parse("M0 0A1 1 0 0 1 100 0").bounds
    assert (box.left, box.right) == pytest.approx((0, 100))
    assert box.top == pytest.approx(-50, abs=0.02)


@pytest.mark.parametrize(
    "text",
    ["L1 1", "M1", "M1 2 3", "M0 0L1 x", "M0 0A1 1 0 2 0 3 3", "M0 0Z4", "12", "M0 0 L1e999 0",
     "M0 0C1 1 2 2"],
)  # fmt: skip
def test_what_is_no_path_data_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        parse(text)


@given(st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, ", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        path = parse(text)
    except ValueError:
        return
    assert all(np.isfinite(value) for command in path.commands for value in command[1:])


coordinates = st.integers(0, 100)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_arcs_are_where_another_renderer_draws_them(data: st.DataObject) -> None:
    rx, ry = data.draw(st.integers(5, 60)), data.draw(st.integers(5, 60))
    turn = data.draw(st.integers(-90, 90))
    large, sweep = data.draw(st.integers(0, 1)), data.draw(st.integers(0, 1))
    x, y = data.draw(coordinates), data.draw(coordinates)
    text = f"M50 50A{rx} {ry} {turn} {large} {sweep} {x} {y}L20 90Z"
    scene = Scene(100, 100, (Shape(parse(text), Solid("#c8102e")),))
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="{text}"'
    theirs = resvg_py.svg_to_bytes(svg_string=f'{drawing} fill="#c8102e"/></svg>', width=100)
    theirs_image = Image.open(io.BytesIO(bytes(theirs)))
    assert mean_difference(render(scene), theirs_image) < 0.8
