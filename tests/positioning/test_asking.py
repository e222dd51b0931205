"""A conversation asks for the next row of a table, not for all that would fit on paper."""

from __future__ import annotations

import pytest

from creativekit.positioning.asking import is_asked, is_name, row
from creativekit.positioning.blanks import Blank, blanks
from creativekit.positioning.examples import examples
from creativekit.positioning.sheets import worksheets

ALL = blanks(worksheets())
BY_NAME = {blank.name: blank for blank in ALL}


def asked(section: str, **standing: str) -> list[str]:
    stands = {name.replace("__", "."): text for name, text in standing.items()}

    def now(blank: Blank) -> str:
        return stands.get(blank.name, "")

    of_sheet = [blank for blank in ALL if blank.name.startswith(f"{section}.")]
    return [blank.name for blank in of_sheet if is_asked(of_sheet, blank, now)]


def test_an_empty_sheet_is_asked_for_the_first_of_everything() -> None:
    assert asked("alternatives") == ["alternatives.attributes.0.name", "alternatives.others.0.name"]
    assert asked("ladder") == ["ladder.needs.0", "ladder.rungs.0.attribute"]
    assert asked("pitch")[-1] == "pitch.links.0"
    assert len(asked("audience")) == 6
    assert len(asked("map")) == 7
    assert [name for name in asked("character") if "sliders" in name] == [
        f"character.sliders.{place}" for place in range(6)
    ]


def test_a_name_opens_its_row_and_the_next() -> None:
    found = asked("price", price__rivals__0__name="a")
    assert found[-3:] == ["price.rivals.0.name", "price.rivals.0.price", "price.rivals.1.name"]


def test_rows_that_are_there_are_asked_behind_a_gap() -> None:
    found = asked("price", price__rivals__3__name="d")
    assert [name for name in found if "rivals" in name] == [
        "price.rivals.0.name", "price.rivals.1.name", "price.rivals.2.name", "price.rivals.3.name",
        "price.rivals.3.price", "price.rivals.4.name",
    ]  # fmt: skip


def test_scores_are_for_the_attributes_that_there_are() -> None:
    found = asked(
        "alternatives",
        alternatives__attributes__0__name="a",
        alternatives__attributes__2__name="c",
        alternatives__others__0__name="x",
    )
    assert [name for name in found if "scores" in name] == [
        "alternatives.others.0.scores.0", "alternatives.others.0.scores.2",
    ]  # fmt: skip


def test_so_what_goes_on_by_one() -> None:
    first = {"ladder__rungs__0__attribute": "a"}
    found = asked("ladder", **first)
    assert [name for name in found if "so_what" in name] == ["ladder.rungs.0.so_what.0"]
    found = asked("ladder", **first, ladder__rungs__0__so_what__0="b")
    assert [name for name in found if "so_what" in name] == [
        "ladder.rungs.0.so_what.0", "ladder.rungs.0.so_what.1",
    ]  # fmt: skip


def test_rows() -> None:
    cell = BY_NAME["map.points.1.evidence"]
    assert [blank.name for blank in row(ALL, cell)] == [
        f"map.points.1.{key}" for key in ("name", "x", "y", "evidence")
    ]
    assert is_name(ALL, BY_NAME["map.points.1.name"])
    assert not is_name(ALL, cell)
    assert row(ALL, BY_NAME["audience.who"]) == (BY_NAME["audience.who"],)


@pytest.mark.parametrize("sheet", worksheets(), ids=lambda sheet: sheet.id)
def test_every_first_row_has_an_example(sheet: object) -> None:
    from creativekit.positioning.sheets import Worksheet

    assert isinstance(sheet, Worksheet)
    found = examples(sheet)
    names = {blank.name for blank in blanks([sheet])}
    assert set(found) <= names
    for name in names:
        parts = name.split(".")
        if "scores" in parts or (len(parts) > 2 and parts[2] not in ("0",)):
            continue
        assert name in found, name
