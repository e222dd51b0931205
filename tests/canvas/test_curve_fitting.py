from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.canvas.curve_fitting import refit
from creativekit.canvas.path import Command, Path


def chopped(path: Path, pieces: int) -> Path:
    """The same line, each of its curves cut into `pieces`."""
    commands: list[Command] = []
    x0 = y0 = 0.0
    for command in path.commands:
        if command[0] != "C":
            commands.append(command)
        else:
            curve = ((x0, y0), *zip(command[1::2], command[2::2], strict=True))
            for index in range(pieces):
                head, curve = split(curve, 1 / (pieces - index))
                commands.append(("C", *(value for point in head[1:] for value in point)))  # type: ignore[arg-type]
        if len(command) > 1:
            x0, y0 = command[-2:]  # type: ignore[assignment]
    return Path(tuple(commands))


def split(curve, t):  # type: ignore[no-untyped-def]
    """De Casteljau's construction: the parts before and after `t`."""

    def mix(a, b):  # type: ignore[no-untyped-def]
        return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t

    p0, p1, p2, p3 = curve
    a, b, c = mix(p0, p1), mix(p1, p2), mix(p2, p3)
    d, e = mix(a, b), mix(b, c)
    f = mix(d, e)
    return (p0, a, d, f), (f, e, c, p3)


def farthest(a: Path, b: Path) -> float:
    """How far any point of `a` is from `b`."""
    lines = [np.array(line) for line in b.flatten(1e-4)]
    starts = np.concatenate([line[:-1] for line in lines])
    steps = np.concatenate([np.diff(line, axis=0) for line in lines])
    lengths = np.maximum((steps**2).sum(axis=1), 1e-18)
    worst = 0.0
    for line in a.flatten(0.01):
        for point in np.array(line):
            along = np.clip(((point - starts) * steps).sum(axis=1) / lengths, 0, 1)
            away = np.hypot(*(starts + along[:, None] * steps - point).T)
            worst = max(worst, float(away.min()))
    return worst


def test_a_circle_in_many_pieces_becomes_four_curves() -> None:
    circle = Path.ellipse(0, 0, 50)
    fitted = refit(chopped(circle, 8), 0.02)
    assert len(fitted.commands) == len(circle.commands)
    assert farthest(fitted, circle) < 0.02


def test_corners_and_lines_stay() -> None:
    path = Path.rect(0, 0, 100, 60, 20)
    fitted = refit(chopped(path, 5), 0.01)
    assert [command[0] for command in fitted.commands] == [c[0] for c in path.commands]
    pointed = Path((("M", 0, 0), ("C", 0, 20, 10, 30, 30, 30), ("C", 30, 10, 20, 0, 0, 0), ("Z",)))
    assert len(refit(pointed, 5.0).commands) == 4


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(-100, 100), min_size=8, max_size=8), st.integers(2, 9))
def test_the_line_stays_within_the_tolerance(values: list[int], pieces: int) -> None:
    x0, y0, *rest = map(float, values)
    curve = Path((("M", x0, y0), ("C", *rest)))  # type: ignore[arg-type]
    tolerance = 0.1
    fitted = refit(chopped(curve, pieces), tolerance)
    assert len(fitted.commands) <= pieces + 1
    assert fitted.commands[-1][-2:] == pytest.approx(curve.commands[-1][-2:])
    assert farthest(fitted, curve) <= 1.5 * tolerance


def test_points_on_one_spot_do_no_harm() -> None:
    spot = Path((("M", 5, 5), ("C", 5, 5, 5, 5, 5, 5), ("C", 5, 5, 5, 5, 5, 5), ("Z",)))
    assert refit(spot, 0.1).bounds.width == 0
    assert refit(Path(), 0.1) == Path()
