"""Hypothesis strategies for outlines and transforms."""

from __future__ import annotations

from hypothesis import strategies as st

from creativekit.canvas.path import Affine, Command, Path

numbers = st.floats(-1000, 1000, allow_nan=False).map(lambda value: round(value, 3))
points = st.tuples(numbers, numbers)
affines = st.builds(Affine, *[st.floats(-4, 4)] * 4, *[st.floats(-100, 100)] * 2)


@st.composite
def contours(draw: st.DrawFn) -> list[Command]:
    commands: list[Command] = [("M", *draw(points))]
    for _ in range(draw(st.integers(1, 5))):
        if draw(st.booleans()):
            commands.append(("L", *draw(points)))
        else:
            commands.append(("C", *draw(points), *draw(points), *draw(points)))
    if draw(st.booleans()):
        commands.append(("Z",))
    return commands


@st.composite
def paths(draw: st.DrawFn) -> Path:
    parts = draw(st.lists(contours(), min_size=1, max_size=3))
    return Path(tuple(command for part in parts for command in part))
