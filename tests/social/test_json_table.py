"""JSON from other programs, with lines for people."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.errors import InputError
from creativekit.social.table_file import table_of
from creativekit.social.table_posts import posts_of
from example_posts import frame

COLUMNS = ("template", "date", "time", "caption", "hashtags", "placements", "variant", "headline")

POSTS = """{
  "made by": {"posts": [1]},
  "posts": [
    {"template": "quote",
     "headline": {"kk": "Бір", "ru": "Один"},
     "price": 12.50, "hashtags": ["саз"], "languages": ["kk", "ru"]},

    5,
    {"template": "event", "items": [{"label": "Шай", "value": 500}], "empty": null, "блank": " "}
  ]
}
"""


def told(text: str) -> str:
    with pytest.raises(InputError) as caught:
        table_of(text.encode(), "posts.json")
    return str(caught.value)


def test_objects_are_rows_and_know_their_lines() -> None:
    table = table_of(POSTS.encode(), "posts.json")
    assert [(row.number, row.line) for row in table.rows] == [(1, 4), (2, 9)]
    assert [str(problem) for problem in table.problems] == [
        "posts.json:8: a post must be an object, not 5"
    ]
    posts, problems = posts_of(table, frame())
    assert [problem.key for problem in problems] == [None, "блank"]
    first, second = posts
    assert first.field("headline", "ru") == "Один"
    assert first.fields["price"] == Decimal("12.50")
    assert first.tags("ru") == ("саз",)
    assert first.languages == ("kk", "ru")
    assert second.field("items", "kk") == ({"label": "Шай", "value": 500},)
    assert "empty" not in second.fields


def test_a_list_alone_is_a_table_too() -> None:
    table = table_of(b'\xef\xbb\xbf[{"template": "quote"}]', "posts.json")
    assert table.rows[0].cells == ("quote",)
    assert table.encoding == "UTF-8 (BOM)"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[{"a": 1},\n{"a" 2}]', "posts.json:2:6: this is not JSON"),
        ("[]", "the table is empty"),
        ("{}", "a list of objects"),
        ("5", "a list of objects"),
        ('{"posts": {}}', "a list of objects"),
        ('[{"a": NaN}]', "'NaN' cannot be used here"),
        ('[{"a": 1e999999999}]', "cannot be used here"),
        ('[{"a": ' + "9" * 5000 + "}]", "cannot be used here"),
        ('[{"a": 1, "a": 2}]', "'a' is given twice"),
        ("[" * 100_000, "nested too deeply"),
        ("[1, 2]", "the table is empty"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, says: str) -> None:
    assert says in told(text)


def tables(keys: st.SearchStrategy[str], values: Any, least: int = 0) -> Any:
    return st.dictionaries(keys, values, min_size=least, max_size=4)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-999, 999) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | tables(st.text(max_size=4), inner),
    max_leaves=6,
)
OBJECTS = tables(st.text(min_size=1, max_size=6) | st.sampled_from(COLUMNS), PLAIN, 1)


@given(st.lists(OBJECTS, min_size=1, max_size=4), st.sampled_from([None, 0, 3]), st.booleans())
def test_any_objects_are_posts_or_problems(
    objects: list[dict[str, object]], indent: int | None, is_wrapped: bool
) -> None:
    value = {"x": [0], "posts": objects} if is_wrapped else objects
    table = table_of(json.dumps(value, indent=indent, ensure_ascii=False).encode(), "a.json")
    assert len(table.rows) == len(objects)
    posts, problems = posts_of(table, frame())
    # Nobody is lost: a row is a post, or there is a problem in its line or with the columns.
    lines = {each.line for each in problems if each.severity == "error"}
    assert None in lines or len(posts) + len(lines) >= len({row.line for row in table.rows})
    assert {each.file for each in problems} <= {"a.json"}
