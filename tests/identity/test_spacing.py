"""Gaps between outlines are measured where the outlines face each other."""

from __future__ import annotations

import math

import pytest

from creativekit.canvas.path import Path
from creativekit.identity.spacing import gap


def test_side_by_side() -> None:
    assert gap(Path.rect(0, 0, 100, 100), Path.rect(130, 0, 50, 100), 20) == pytest.approx(30)


def test_stacked() -> None:
    upper, lower = Path.rect(0, 0, 100, 100), Path.rect(0, 140, 100, 10)
    assert gap(upper, lower, 20, stacked=True) == pytest.approx(40)


def test_an_overlap_is_negative() -> None:
    assert gap(Path.rect(0, 0, 100, 100), Path.rect(90, 0, 50, 100), 20) == pytest.approx(-10)


def test_what_does_not_face_is_infinitely_far() -> None:
    assert gap(Path.rect(0, 0, 100, 10), Path.rect(130, 500, 50, 10), 20) == math.inf


def test_what_passes_within_reach_counts() -> None:
    first, second = Path.rect(0, 0, 100, 100), Path.rect(120, 112, 50, 100)
    assert gap(first, second, 20) == pytest.approx(20)


def test_slanted_letters_tuck_under_each_other() -> None:
    slope = Path.polygon(((0, 100), (50, 0), (100, 100)))
    hanging = Path.polygon(((60, 0), (160, 0), (110, 100)))
    boxes_overlap_by = slope.bounds.right - hanging.bounds.left
    assert boxes_overlap_by > 0
    assert gap(slope, hanging, 4) > 0
