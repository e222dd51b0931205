"""The scanner finds every key of whatever TOML tomllib accepts."""

from __future__ import annotations

import itertools
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.project.toml_positions import (
    Key,
    Position,
    position_of,
    positions,
    section_ends,
)

EXAMPLE = """\
# a comment with = and [brackets]
title = "x"
[project]
name = "Саз" # the name
"quoted.key" = 1
'single' = 2
about . deep = 3
tags = [
  "a", # one
  [1, 2],
  { kk = "б", ru = 'в' },
]
story = \"\"\"
[brand]
color = "not here" \\\"""
\"\"\"

[brand.logo]
kind = { a.b = 1, c = [ { d = 2 } ] }
[[posts]]
text = 1
[[posts]]
  text = 2
  [posts.picture]
  file = 3
when = 1979-05-27 07:32:00
"""


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (("title",), (2, 1)),
        (("project",), (3, 2)),
        (("project", "name"), (4, 1)),
        (("project", "quoted.key"), (5, 1)),
        (("project", "single"), (6, 1)),
        (("project", "about"), (7, 1)),
        (("project", "about", "deep"), (7, 1)),
        (("project", "tags"), (8, 1)),
        (("project", "tags", 0), (9, 3)),
        (("project", "tags", 1), (10, 3)),
        (("project", "tags", 1, 1), (10, 7)),
        (("project", "tags", 2, "ru"), (11, 15)),
        (("project", "story"), (13, 1)),
        (("brand",), (18, 2)),
        (("brand", "logo", "kind", "a", "b"), (19, 10)),
        (("brand", "logo", "kind", "c", 0, "d"), (19, 27)),
        (("posts", 0, "text"), (21, 1)),
        (("posts", 1), (22, 3)),
        (("posts", 1, "text"), (23, 3)),
        (("posts", 1, "picture", "file"), (25, 3)),
        (("posts", 1, "picture", "when"), (26, 1)),
    ],
)
def test_places(key: Key, place: tuple[int, int]) -> None:
    assert positions(EXAMPLE)[key] == place


def test_a_key_that_is_not_there_is_where_it_belongs() -> None:
    places = positions(EXAMPLE)
    assert position_of(("project", "missing"), places) == places["project",]
    assert position_of(("nowhere", "at", "all"), places) is None


def test_a_section_ends_behind_its_last_key() -> None:
    text = '[a]\nx = [\n1,\n] # note\n\n# next\n[b]\n[c.d] # empty\ny = """\n"""\n'
    ends = {key: text[:end].count("\n") + 1 for key, end in section_ends(text).items()}
    assert ends == {("a",): 4, ("b",): 7, ("c", "d"): 10}


# Below: documents in every style of TOML, each leaf a number that occurs once, so that its line in
# the text is known without knowing how the text was made.

_DECOYS = (
    '"[x] # = \\" 1"',
    "'a = \"b\" # ['",
    '"""\n[decoy]\nk = 1 \\"""\n"""',
    "'''\n[[decoy]]\nk = ''\n'''",
    '""""two at the end"""""',
    "''",
    '""',
    "1979-05-27 07:32:00",
    "1979-05-27",
    "-1e5",
    "true",
    "[]",
    "{}",
)
_COMMENTS = ("", " # note", ' # "quote', " # [ { '''")


@st.composite
def documents(draw: st.DrawFn) -> str:
    numbers = itertools.count(10_001)
    names = itertools.count(1)

    def key() -> str:
        name = f"k{next(names)}"
        style = draw(st.sampled_from(("{}", '"{} ө"', "'{}.x'", '"\\u0041{}\\""', "{}-_")))
        return style.format(name)

    def dotted() -> str:
        joint = draw(st.sampled_from((".", " . ")))
        return joint.join(key() for _ in range(draw(st.integers(1, 3))))

    def value(depth: int, inline: bool) -> str:
        kind = draw(st.sampled_from(("number", "number", "decoy", "list", "table")))
        if kind == "decoy":
            return draw(
                st.sampled_from([each for each in _DECOYS if not inline or "\n" not in each])
            )
        if depth == 0 or kind == "number":
            return str(next(numbers))
        if kind == "table":
            pairs = [
                f"{dotted()} = {value(depth - 1, True)}" for _ in range(draw(st.integers(1, 3)))
            ]
            return "{ " + ", ".join(pairs) + " }"
        items = [value(depth - 1, inline) for _ in range(draw(st.integers(1, 3)))]
        if inline or draw(st.booleans()):
            return "[" + ", ".join(items) + "]"
        return (
            "[\n"
            + "".join(f"  {item},{draw(st.sampled_from(_COMMENTS))}\n" for item in items)
            + "]"
        )

    lines: list[str] = []
    headers: list[str] = []
    for _ in range(draw(st.integers(0, 5))):
        if draw(st.booleans()):
            lines.append(draw(st.sampled_from(("", "  # note [x]", "\t"))))
        if headers and draw(st.booleans()):
            lines.append(draw(st.sampled_from(tuple(headers))))
        elif draw(st.booleans()):
            name = dotted()
            lines.append(f"[{name}]")
        else:
            name = dotted()
            headers.append(f"[[ {name} ]]")
            lines.append(headers[-1])
        indent = draw(st.sampled_from(("", "  ")))
        for _ in range(draw(st.integers(0, 3))):
            comment = draw(st.sampled_from(_COMMENTS))
            lines.append(f"{indent}{dotted()} = {value(2, False)}{comment}")
    return "\n".join(lines)


def leaves(value: Any, key: Key = ()) -> Iterator[tuple[Key, Any]]:
    yield key, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, (*key, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*key, index))


@given(documents(), st.sampled_from(("\n", "\r\n")))
@settings(max_examples=100)
def test_every_value_is_on_the_line_that_is_said(text: str, line_end: str) -> None:
    text = text.replace("\n", line_end)
    values = tomllib.loads(text)
    places = positions(text)
    assert {key for key, _ in leaves(values) if key} == set(places)
    lines = text.split("\n")
    for key, value in leaves(values):
        if isinstance(value, int) and value > 10_000:
            place = places[key]
            assert isinstance(place, Position)
            assert str(value) in lines[place.line - 1][place.column - 1 :]
