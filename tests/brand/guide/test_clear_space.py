from __future__ import annotations

import pytest

from creativekit.brand.guide.clear_space import clear_space, fraction_text
from creativekit.brand.guide.looks import look
from creativekit.canvas.scene import Group, Rect, Text
from creativekit.identity.colorway import paints
from styled_brands import LONG, styled


@pytest.mark.parametrize(
    ("fraction", "language", "text"),
    [(0.5, "kk", "½"), (0.25, "ru", "¼"), (1.0, "en", "1"), (0.4, "kk", "0,4"), (0.4, "en", "0.4")],
)
def test_fractions_are_written_as_each_language_does(
    fraction: float, language: str, text: str
) -> None:
    assert fraction_text(fraction, language) == text


@pytest.mark.parametrize("style", ["steppe", "noir"])
@pytest.mark.parametrize("name", ["Саз", LONG])
def test_the_space_drawn_is_the_space_measured(style: str, name: str) -> None:
    brand = styled(style, name=name)
    lockup = brand.logo.lockup(brand.logo.primary)
    scene = clear_space(brand, lockup, paints(brand.palette, "color"), look(brand).grounds["base"])
    outer, inner, *_ = [item for item in scene.items if isinstance(item, Rect)]
    scale = inner.width / lockup.box.width
    assert inner.height == pytest.approx(lockup.box.height * scale)
    for gap in (
        inner.x - outer.x,
        inner.y - outer.y,
        outer.x + outer.width - inner.x - inner.width,
        outer.y + outer.height - inner.y - inner.height,
    ):
        assert gap == pytest.approx(lockup.clear_space * scale)
    (logo,) = [item for item in scene.items if isinstance(item, Group)]
    assert logo.transform.apply(lockup.box.left, lockup.box.top) == pytest.approx(
        (inner.x, inner.y)
    )


def test_x_is_marked_on_every_side_and_on_what_it_measures() -> None:
    brand = styled("steppe")
    lockup = brand.logo.lockup("horizontal")
    scene = clear_space(brand, lockup, paints(brand.palette, "color"), look(brand).grounds["base"])
    said = [item.line.text for item in scene.items if isinstance(item, Text)]
    assert said.count("½ x") == 4
    assert said.count("x") == 1
