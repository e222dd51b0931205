"""Colours of a layer: names of the palette, one or as a gradient."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.color.palette import palette
from creativekit.social.template_fill import COLORS, Fill, FillError, parsed


def test_every_name_is_one_that_a_palette_has() -> None:
    made = palette("#0a7e8c")
    steps = {f"{name}-{step}" for name, ramp in made.ramps.items() for step, _ in ramp}
    assert set(COLORS) == set(made.light) | steps


@pytest.mark.parametrize(
    ("text", "fill"),
    [
        ("primary", Fill(("primary",))),
        (" accent-200 ", Fill(("accent-200",))),
        ("gradient(primary, tertiary)", Fill(("primary", "tertiary"), 180)),
        ("gradient(primary,tertiary,135deg)", Fill(("primary", "tertiary"), 135)),
        ("gradient(ink, surface, ink, -90deg)", Fill(("ink", "surface", "ink"), 270)),
    ],
)
def test_fills(text: str, fill: Fill) -> None:
    assert parsed(text) == fill


@pytest.mark.parametrize(
    ("text", "said", "near"),
    [
        ("primry", "there is no colour 'primry'", "primary"),
        ("primary-650", "there is no colour 'primary-650'", "primary-50"),
        ("#fff", "a template names colours by what they are for, not as #fff", None),
        ("gradient(primary)", "a gradient goes through 2 to 4 colours", None),
        ("gradient(45deg)", "a gradient goes through 2 to 4 colours", None),
        ("gradient(primary, 45deg, ink)", "there is no colour '45deg'", None),
        ("gradient(primary, ink", "there is no colour 'gradient(primary, ink'", None),
    ],
)
def test_what_is_no_fill(text: str, said: str, near: str | None) -> None:
    with pytest.raises(FillError) as caught:
        parsed(text)
    assert str(caught.value).startswith(said)
    if near is not None:
        assert caught.value.nearest == near


@given(st.text(max_size=40))
def test_any_text_is_a_fill_or_is_refused(text: str) -> None:
    try:
        found = parsed(text)
    except FillError:
        return
    assert set(found.colors) <= set(COLORS)
