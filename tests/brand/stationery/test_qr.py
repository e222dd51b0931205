"""Codes that telephones read: module for module, with air, and large enough."""

from __future__ import annotations

import numpy as np
import pytest
import segno

from creativekit.brand.stationery import qr
from creativekit.brand.stationery.card_front import front
from creativekit.brand.stationery.card_sheet import MM
from creativekit.brand.stationery.people import BRAND
from creativekit.brand.stationery.vcard import vcard
from creativekit.canvas.backends.raster import pixels
from creativekit.canvas.scene import Scene, Shape
from creativekit.errors import InputError
from example_brands import NAMES, example
from styled_brands import STYLES, styled


def test_modules_are_those_of_the_standard() -> None:
    made = segno.make_qr("Қызылорда", error="m", encoding="utf-8", boost_error=False)
    assert [list(map(int, row)) for row in qr.code("Қызылорда").rows] == [
        list(row) for row in made.matrix
    ]


@pytest.mark.parametrize("length", [1, 60, 150, 212])
def test_modules_are_large_enough_to_be_printed(length: int) -> None:
    code = qr.code("ә" * length)
    assert code.side_mm >= 18
    assert code.side_mm / code.modules >= 0.36 - 1e-9
    assert code.quiet_mm == pytest.approx(4 * code.side_mm / code.modules)


@pytest.mark.parametrize("length", [800, 5000])
def test_a_text_without_end_is_refused(length: int) -> None:
    with pytest.raises(InputError, match=f"{length * 2} bytes"):
        qr.code("ә" * length)


def test_long_texts_give_up_repairs_for_larger_modules() -> None:
    assert qr.code("a" * 200).modules < len(segno.make_qr("a" * 200, error="m").matrix)


@pytest.mark.parametrize("name", [*NAMES, *STYLES])
def test_a_card_shows_every_module_and_a_quiet_zone(name: str) -> None:
    brand = example(name) if name in NAMES else styled(name)
    code = qr.code(vcard(brand, BRAND, "kk"))
    side = front(brand, BRAND, ("kk", "ru"), code)
    drawn = side.art[-1]
    assert isinstance(drawn, Shape)
    box = drawn.path.bounds
    assert box.width / MM == pytest.approx(code.side_mm)
    scale = 4
    shown = pixels(Scene(900, 500, (*side.art, *side.words)), scale)[..., :3].min(axis=2)
    unit = box.width / code.modules
    around = code.modules + 2 * qr.QUIET
    at = [(index - qr.QUIET + 0.5) * unit for index in range(around)]
    rows = [min(1999, round((box.top + each) * scale)) for each in at]
    columns = [min(3599, round((box.left + each) * scale)) for each in at]
    found = shown[np.ix_(rows, columns)] < 80
    expected = np.pad(np.array(code.rows), qr.QUIET)
    assert (found == expected).all()


@pytest.mark.parametrize("letter", ["a", "ұ", "\U0001f600", "1", "A"])
def test_what_has_room_is_known_without_making_it(letter: str) -> None:
    size = len(letter.encode())
    fits = "a" * (qr.MOST_BYTES % size) + letter * (qr.MOST_BYTES // size)
    qr.require_room(fits)
    assert qr.code(fits).side_mm <= qr.MOST_MM
    with pytest.raises(InputError):
        qr.require_room(fits + letter)


def test_a_byte_more_is_refused_when_it_is_made_too() -> None:
    with pytest.raises(InputError):
        qr.code("a" * (qr.MOST_BYTES + 1))
