"""The sign at a card's head: every name at one size, no stroke too thin, air round it."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.brand.stationery.card_sheet import MARGIN
from creativekit.brand.stationery.sign import Sign, sign
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Group, Shape
from creativekit.identity.colorway import paints
from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.project.loading import parse
from example_brands import example
from styled_brands import LONG, STYLES, styled

TWO = ("kk", "ru")


def made(brand: Identity, width: float = 700, *, centered: bool = False) -> Sign:
    return sign(brand, TWO, paints(brand.palette, "color"), width, centered=centered)


def boxes(found: Sign) -> list[Box]:
    out = []
    for part in found.items:
        assert isinstance(part, Group)
        paths = [item.path for item in part.items if isinstance(item, Shape)]
        box = paths[0].transform(part.transform).bounds
        for path in paths[1:]:
            box = box.union(path.transform(part.transform).bounds)
        out.append(box)
    return out


def scales(found: Sign) -> list[float]:
    return [part.transform.a for part in found.items if isinstance(part, Group)]


def test_two_names_stand_beside_the_symbol_at_one_size() -> None:
    found = made(example("saz-studio"))
    symbol, kazakh, russian = boxes(found)
    assert found.says_names
    assert scales(found)[1] == pytest.approx(scales(found)[2])
    assert kazakh.bottom < russian.top
    assert symbol.right < kazakh.left
    assert symbol.top <= kazakh.top + 1
    assert found.width == pytest.approx(kazakh.union(russian).right)


def test_on_an_axis_they_stand_on_both_sides_of_it() -> None:
    found = made(example("aq-kiiz"), 800, centered=True)
    kazakh, symbol, russian = boxes(found)
    assert (symbol.left + symbol.right) / 2 == pytest.approx(found.axis, abs=0.01)
    assert symbol.left - kazakh.right == pytest.approx(russian.left - symbol.right, abs=0.01)
    assert scales(found)[0] == pytest.approx(scales(found)[2])
    assert found.flanks > 0


def test_where_an_axis_has_no_room_they_stand_beside_it() -> None:
    found = made(example("aq-kiiz"), 500, centered=True)
    assert found.flanks == 0
    assert found.says_names
    assert found.width <= 500


def test_a_name_that_is_the_logo_stands_in_two_lines() -> None:
    text = (
        '[project]\nname = { kk = "Саз үйі", ru = "Дом звука" }\n'
        '[brand]\ncolor = "#0a7e8c"\nstyle = "editorial"\n'
    )
    found = made(identity(parse(text, Path("/nowhere"))))
    kazakh, russian = boxes(found)
    assert found.says_names
    assert kazakh.bottom < russian.top
    assert kazakh.left == pytest.approx(russian.left, abs=0.01)


def test_names_too_long_for_that_are_left_to_the_words() -> None:
    names = f'{{ kk = "{LONG}", ru = "Дом творческих предпринимателей Кызылорды" }}'
    text = f'[project]\nname = {names}\n[brand]\ncolor = "#0a7e8c"\nstyle = "steppe"\n'
    found = made(identity(parse(text, Path("/nowhere"))))
    assert len(found.items) == 1
    assert not found.says_names


@pytest.mark.parametrize("name", ["Ұста", "Саз студиясы", LONG, "Ө" * 40])
@pytest.mark.parametrize("style", STYLES)
def test_a_sign_prints_and_has_air(style: str, name: str) -> None:
    brand = styled(style, name=name)
    for centered in (False, True):
        found = made(brand, 640, centered=centered)
        assert found.width <= 640 + 1e-6
        assert found.height <= 165
        assert found.clear <= 75
        # A margin that grew for it takes from its width on both sides.
        assert found.width <= 640 - 2 * max(0.0, found.clear - MARGIN) + 1e-6
        (part,) = found.items
        assert isinstance(part, Group)
        scale = part.transform.a
        lockup = min(
            brand.logo.lockups.values(), key=lambda each: abs(each.box.width * scale - found.width)
        )
        assert found.width >= lockup.min_width_mm * 10 - 1e-6
