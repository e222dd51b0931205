"""Reading a template: what is wrong is told with its place, what is right comes through."""

from __future__ import annotations

import pytest

from creativekit.errors import InputError
from creativekit.identity.template_table import Sheet, Table

TEXT = """title = { kk = "Күн", ru = "Солнце" }
size = 4
word = "left"
yes = true
half = "s / 2"
at = [1, "2*s"]
[[part]]
x = 1
[[part]]
y = 2
"""


def sheet(text: str = TEXT) -> Sheet:
    return Sheet("brand/x.toml", text.encode())


def told(found: Sheet) -> list[str]:
    return [str(problem) for problem in found.problems]


def test_good_values_come_through() -> None:
    found = sheet()
    top = found.top
    assert top.localized("title").get("ru") == "Солнце"
    assert top.whole("size", 1, 9, 1) == 4
    assert top.choice("word", ("left", "right")) == "left"
    assert top.flag("yes", False) is True
    assert top.number("half", 0, 9, None, {"s": 6.0}) == 3.0
    assert top.point("at", 99, None, {"s": 6.0}) == (1.0, 12.0)
    assert [table.key for table in top.tables("part", 1, 3)] == [("part", 0), ("part", 1)]
    top.close()
    assert told(found) == []


def test_defaults_stand_in_for_what_is_absent() -> None:
    top = sheet().top
    assert top.number("none", 0, 9, 5.0) == 5.0
    assert top.point("none", 9, (1.0, 2.0)) == (1.0, 2.0)
    assert top.choice("none", ("a", "b"), "b") == "b"
    assert top.numbers("none", 0, 1) == ()
    assert top.tables("none", 0, 3) == ()
    assert told(top.sheet) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("number", "templates/brand/x.toml:1 title: this must be a number, not {…}"),
        ("point", "templates/brand/x.toml:2 size: this must be a point, [x, y], not 4"),
        ("choice", "templates/brand/x.toml:3 word: 'left' cannot be used here"),
        ("whole", "templates/brand/x.toml:4 yes: this must be a whole number from 1 to 2"),
        ("range", "templates/brand/x.toml:2 size: 4 is out of range: 0 to 3"),
        ("scope", "templates/brand/x.toml:5 half: there is no name 's' here"),
        ("tables", "this must be a list of 3 to 4 items, not 2"),
        ("missing", "templates/brand/x.toml gone: this key is missing"),
    ],
)
def test_wrong_values_are_told_with_their_line(name: str, said: str) -> None:
    found = sheet()
    top = found.top
    {
        "number": lambda: top.number("title", 0, 1),
        "point": lambda: top.point("size", 9),
        "choice": lambda: top.choice("word", ("right", "middle")),
        "whole": lambda: top.whole("yes", 1, 2, 1),
        "range": lambda: top.number("size", 0, 3),
        "scope": lambda: top.number("half", 0, 9),
        "tables": lambda: top.tables("part", 3, 4),
        "missing": lambda: top.number("gone", 0, 9),
    }[name]()
    assert len(told(found)) == 1
    assert said in told(found)[0]


def test_left_over_keys_are_told_with_the_nearest_known_one() -> None:
    found = sheet()
    part: Table = found.top.tables("part", 1, 3)[1]
    part.number("yy", 0, 9, 1.0)
    part.close()
    assert told(found) == [
        "templates/brand/x.toml:10 part[2].y: this key is not known here; did you mean 'yy'? (yy)"
    ]


def test_what_is_not_toml_is_refused() -> None:
    for data in (b"a = ", b"\xff\xfea", b"a = 1\na = 2", b"[" * 3000):
        with pytest.raises(InputError):
            Sheet("brand/x.toml", data)
