"""JSON-LD, well written and not."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.presence.audit.reading.json_ld import (
    MOST_CHARACTERS,
    MOST_THINGS,
    VALUE_KEPT,
    things,
)


def test_a_graph_is_read_with_its_inner_things() -> None:
    found = things(
        [
            """{"@context":"https://schema.org","@graph":[
      {"@type":["Store","https://schema.org/LocalBusiness"],"name":"Saz",
       "address":{"@type":"PostalAddress","streetAddress":"Абай 1","addressLocality":"Алматы"},
       "sameAs":["https://t.me/a","https://t.me/b"],"numberOfEmployees":3,"isOpen":true}]}"""
        ]
    )
    store, address = (thing for thing in found.things if thing.types)
    assert store.types == ("Store", "LocalBusiness")
    assert store.said("name") == ("Saz",)
    assert store.said("address") == ("Абай 1, Алматы",)
    assert store.said("sameAs") == ("https://t.me/a", "https://t.me/b")
    assert store.said("numberOfEmployees") == ("3",)
    assert store.said("isOpen") == store.said("nothing") == ()
    assert address.types == ("PostalAddress",)


@pytest.mark.parametrize(
    "text",
    [
        '<!-- {"@type":"A"} -->',
        '<![CDATA[{"@type":"A"}]]>',
        '// <![CDATA[\n{"@type":"A"}\n// ]]>',
        '{"@type":"A"};',
        '\ufeff{"@type":"A"}',
        '{"@type":"A","x":"a\nb\tc"}',
        '[{"@type":"A"}]',
        '{"@type":"schema:A"}',
    ],
)
def test_what_builders_leave_around_it_is_taken_off(text: str) -> None:
    found = things([text])
    assert found.broken == 0
    assert [thing.types for thing in found.things] == [("A",)]


@pytest.mark.parametrize(
    "text", ["{", "[" * 100_000, '{"a":' * 50_000, "1" * 5_000, "nul", "{'a':1}"]
)
def test_what_is_no_json_is_counted(text: str) -> None:
    assert things([text, '{"@type":"A"}']).broken == 1
    assert len(things([text, '{"@type":"A"}']).things) == 1


def test_it_is_bounded() -> None:
    begun = time.process_time()
    many = json.dumps([{"@type": "A"}] * (MOST_THINGS + 10))
    assert len(things([many]).things) == MOST_THINGS
    assert things(["[" + "1," * MOST_CHARACTERS + "1]"]).things == ()
    long = things([json.dumps({"@type": ["A" * 900] * 250, "name": ["x" * 900] * 250})]).things[0]
    assert len(long.said("name")[0]) == VALUE_KEPT
    assert len(long.types) <= 200
    deep: object = {"@type": "Deep"}
    for _ in range(200):
        deep = {"a": deep}
    assert all("Deep" not in thing.types for thing in things([json.dumps(deep)]).things)
    assert time.process_time() - begun < 5


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "@graph", "@id", "name", "address"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(VALUES)
def test_any_json_is_read(value: object) -> None:
    assert things([json.dumps(value)]).broken == 0


@given(st.text(max_size=80))
def test_any_text_is_read_or_counted(text: str) -> None:
    assert things([text]).broken in (0, 1)
