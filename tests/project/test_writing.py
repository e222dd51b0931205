"""Changing one value changes that value, and not a character of what a person wrote around it."""

from __future__ import annotations

import math
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.errors import InputError, OutputError
from creativekit.project.writing import Value, remove_value, set_value, set_values, toml

CONFIG = """\
#:schema ./creativekit.schema.json
# Our brand.

[project]   # whose
name = 'Саз'  # the name

# how it looks
[brand]
color = "#0a7e8c"    # teal, after the river
  # a note on the logo
logo = { kind = "monogram", shape = "arch" } # drawn

# own typefaces
[brand.fonts]
heading = "a.ttf"

[voice]
we_are = [
  "warm", # first
  "precise",
]
# the end
"""


COMMENTS = (
    "# Our brand.", "# whose", "# the name", "# how it looks", "# teal, after the river",
    "  # a note on the logo", "# drawn", "# own typefaces", "# first", "# the end",
)  # fmt: skip


def comments(text: str) -> list[str]:
    """The comments of CONFIG that `text` still holds, in its order."""
    return sorted((each for each in COMMENTS if each in text), key=text.index)


def test_a_value_is_replaced_where_it_stands() -> None:
    changed = set_value(CONFIG, "brand.color", "#ff0000")
    assert changed == CONFIG.replace('"#0a7e8c"', '"#ff0000"')


def test_a_new_key_stands_behind_the_sections_last() -> None:
    changed = set_value(CONFIG, "brand.style", "steppe")
    assert changed == CONFIG.replace("# drawn\n", '# drawn\nstyle = "steppe"\n')
    assert set_value("[brand]", "brand.style", "x") == '[brand]\nstyle = "x"'
    assert set_value("[brand] # c\n\n", "brand.style", "x") == '[brand] # c\nstyle = "x"\n\n'


def test_a_table_stays_on_its_line() -> None:
    logo: Value = {"kind": "symbol", "motif": "sun"}
    changed = set_value(CONFIG, "brand.logo", logo)
    assert changed == CONFIG.replace(
        '{ kind = "monogram", shape = "arch" }', '{ kind = "symbol", motif = "sun" }'
    )
    assert 'shape = "circle" } # drawn' in set_value(CONFIG, "brand.logo.shape", "circle")


def test_a_new_section_comes_last() -> None:
    changed = set_value(CONFIG, "contact.phone", "+7")
    assert changed.startswith(CONFIG)
    assert tomllib.loads(changed)["contact"] == {"phone": "+7"}
    assert set_value("", "contact", {"phone": "+7"}) == '[contact]\nphone = "+7"\n'


def test_a_section_that_is_there_changes_key_by_key() -> None:
    changed = set_value(CONFIG, "brand.fonts", {"body": "b.ttf"})
    assert changed == CONFIG.replace('heading = "a.ttf"', 'body = "b.ttf"')


def test_several_at_once() -> None:
    changed = set_values(CONFIG, {"brand.color": "#fff", "brand.style": "bold"})
    assert tomllib.loads(changed)["brand"]["color"] == "#fff"
    assert tomllib.loads(changed)["brand"]["style"] == "bold"
    assert comments(changed) == list(COMMENTS)


def test_a_value_is_removed_alone() -> None:
    changed = remove_value(CONFIG, "brand.logo.shape")
    assert tomllib.loads(changed)["brand"]["logo"] == {"kind": "monogram"}
    assert comments(changed) == list(COMMENTS)
    changed = remove_value(CONFIG, "brand.color")
    assert "color" not in tomllib.loads(changed)["brand"]
    assert "# a note on the logo" in changed
    assert remove_value(CONFIG, "brand.nothing.here") == CONFIG


def test_dotted_keys_are_changed_too() -> None:
    text = 'brand.color = "#fff" # c\nbrand.logo.kind = "symbol"\n'
    changed = set_values(text, {"brand.color": "#000", "brand.logo.kind": "wordmark"})
    assert changed == 'brand.color = "#000" # c\nbrand.logo.kind = "wordmark"\n'
    assert tomllib.loads(set_value(text, "brand.style", "bold"))["brand"]["style"] == "bold"


def test_line_ends_and_the_mark_stay() -> None:
    text = "\ufeff" + CONFIG.replace("\n", "\r\n")
    changed = set_values(text, {"brand.style": "bold", "contact.phone": "+7"})
    assert changed.startswith("\ufeff#:schema")
    assert changed.count("\ufeff") == 1
    assert changed.count("\n") == changed.count("\r\n")


def test_what_is_not_toml_is_an_input_error() -> None:
    with pytest.raises(InputError, match="quotes"):
        set_value("a = б", "brand.style", "x")


def test_a_value_that_toml_cannot_give_back_is_refused() -> None:
    with pytest.raises(OutputError):
        set_value(CONFIG, "brand.tracking", math.nan)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES: st.SearchStrategy[Value] = st.recursive(
    TEXTS
    | st.integers(-(2**63), 2**63 - 1)
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(
    ["brand.color", "brand.style", "brand.logo", "brand.logo.kind", "brand.logo.new", "brand.fonts",
     "brand.fonts.body", "project.name", "voice.we_are", "voice", "presence.hours", "new", "x.y.z"]
)  # fmt: skip


def held(text: str, dotted_key: str) -> Any:
    value: Any = tomllib.loads(text)
    for part in dotted_key.split("."):
        value = value[part]
    return value


@given(VALUES)
def test_toml_says_what_it_was_given(value: Value) -> None:
    text = toml(value)
    assert "\n" not in text
    assert tomllib.loads(f"k = {text}") == {"k": value}


@given(KEYS, VALUES, st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=100)
def test_values_are_given_back_and_comments_stay(key: str, value: Value, line_end: str) -> None:
    before = CONFIG.replace("\n", line_end)
    after = set_value(before, key, value)
    assert held(after, key) == value
    assert after.count("\n") == after.count(line_end)
    inside = {"# first"} if key.startswith("voice") else set()
    if key not in ("voice", "brand.fonts") or isinstance(value, dict):
        assert comments(after) == [each for each in COMMENTS if each not in inside]
    assert without(after, key) == without(before, key)


def without(text: str, dotted_key: str) -> Any:
    """The values of `text` but for what `dotted_key` names, and tables that are then empty."""
    values = tomllib.loads(text)
    *parents, last = dotted_key.split(".")
    path = [values]
    for part in parents:
        path.append(path[-1].get(part, {}))
    path[-1].pop(last, None)
    for table, part in zip(reversed(path[:-1]), reversed(parents), strict=True):
        if not table.get(part):
            table.pop(part, None)
    return values


@given(st.lists(st.tuples(KEYS, VALUES), max_size=4))
def test_one_change_after_another(changes: list[tuple[str, Value]]) -> None:
    text = CONFIG
    for key, value in changes:
        text = set_value(text, key, value)
        assert held(text, key) == value
    assert text.startswith("#:schema ./creativekit.schema.json\n# Our brand.\n")
