"""A change deep inside lists and tables touches what it names, and not a comment anywhere."""

from __future__ import annotations

import tomllib
from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.errors import OutputError
from creativekit.project.toml_positions import Key, outline
from creativekit.project.writing import Value, change

INLINE = """\
# Sheets.
[positioning.alternatives]   # the second
attributes = [  # what they choose by
  # warm first
  { name = { kk = "Жылуы", ru = "Тепло" }, weight = 5 },  # of five
  { name = "Ою", weight = 4, ours = 5 }  # no comma here
  # nothing more
]
# and instead?
others = [ { name = "#1", scores = [1, 2] }, { name = 'ештеңе', scores = [ # two
    0,  # none
    5
  ] } ]  # all
[other]
"""
TABLES = """\
positioning.price.fee = 3  # of all

[positioning.price]  # not this one
"""
BLOCKS = """\
# first

[[positioning.alternatives.others]] # one
name = "a"  # a!
  # between
scores = [1,
  2, # two
]

[[positioning.alternatives.others]]
name.kk = "b"
[positioning.alternatives.others.more] # deep
x = 1

# the ladder
[positioning.ladder]
needs = [ ]
# end"""
DOTTED = """\
positioning.audience.who = "x" # who
positioning.statement = { need.kk = "к", need.ru = "р", category = "c" } # inline
"""

OTHERS: Key = ("positioning", "alternatives", "others")
ATTRIBUTES: Key = ("positioning", "alternatives", "attributes")


def changed(text: str, path: Key, value: Value | None) -> str:
    after = change(text, [(path, value)])
    assert not Counter(comments(text)) - Counter(comments(after))
    return after


def comments(text: str) -> list[str]:
    return [text[start:end] for start, end in outline(text).comments]


def test_one_cell() -> None:
    assert changed(INLINE, (*ATTRIBUTES, 0, "name", "kk"), "Жылу") == INLINE.replace(
        "Жылуы", "Жылу"
    )
    assert changed(INLINE, (*OTHERS, 1, "scores", 0), 3) == INLINE.replace(
        "0,  # none", "3,  # none"
    )
    assert changed(INLINE, (*ATTRIBUTES, 1, "weight"), 1) == INLINE.replace("4, ours", "1, ours")
    assert changed(BLOCKS, (*OTHERS, 0, "scores", 1), 9) == BLOCKS.replace("2, # two", "9, # two")


def test_a_new_cell() -> None:
    assert changed(INLINE, (*ATTRIBUTES, 0, "ours"), 2) == INLINE.replace(
        "weight = 5 }", "weight = 5, ours = 2 }"
    )
    assert changed(INLINE, (*ATTRIBUTES, 0, "name", "en"), "W") == INLINE.replace(
        'ru = "Тепло" }', 'ru = "Тепло", en = "W" }'
    )
    assert changed(BLOCKS, (*OTHERS, 0, "proof"), "p") == BLOCKS.replace(
        "2, # two\n]\n", '2, # two\n]\nproof = "p"\n'
    )
    assert changed(BLOCKS, (*OTHERS, 1, "name", "ru"), "б") == BLOCKS.replace(
        'name.kk = "b"\n', 'name.kk = "b"\nname.ru = "б"\n'
    )


def test_a_new_row() -> None:
    row: Value = {"name": "c"}
    assert changed(INLINE, (*ATTRIBUTES, 2), row) == INLINE.replace(
        "ours = 5 }  # no comma here\n", 'ours = 5 },  # no comma here\n  { name = "c" }\n'
    )
    assert changed(INLINE, (*OTHERS, 2), row) == INLINE.replace(
        "] } ]  # all", '] }, { name = "c" } ]  # all'
    )
    assert changed(BLOCKS, (*OTHERS, 2), row) == BLOCKS.replace(
        "x = 1\n", 'x = 1\n\n[[positioning.alternatives.others]]\nname = "c"\n'
    )
    assert changed(BLOCKS, ("positioning", "ladder", "needs", 0), "n") == BLOCKS.replace(
        "[ ]", '["n" ]'
    )
    assert changed("a = [\n  1,\n]", ("a", 1), 2) == "a = [\n  1,\n  2,\n]"
    assert changed("a = [1,\n  2]", ("a", 2), 3) == "a = [1,\n  2, 3]"


def test_a_row_goes_and_its_comments_stay() -> None:
    after = changed(INLINE, (*ATTRIBUTES, 1), None)
    assert after == INLINE.replace('  { name = "Ою", weight = 4, ours = 5 }  #', "  #").replace(
        "weight = 5 },", "weight = 5 }"
    )
    after = changed(INLINE, (*OTHERS, 1), None)
    assert "# two" in after
    assert "# none" in after
    assert changed(INLINE, (*OTHERS, 0, "scores", 0), None) == INLINE.replace("[1, 2]", "[2]")
    after = changed(BLOCKS, (*OTHERS, 1), None)
    assert tomllib.loads(after)["positioning"]["alternatives"]["others"] == [
        {"name": "a", "scores": [1, 2]}
    ]
    after = changed(BLOCKS, (*OTHERS, 0), None)
    assert "# a!\n  # between\n# two\n" in after


def test_a_cell_goes() -> None:
    assert changed(INLINE, (*ATTRIBUTES, 0, "name", "ru"), None) == INLINE.replace(
        '"Жылуы", ru = "Тепло" }', '"Жылуы" }'
    )
    assert changed(INLINE, (*ATTRIBUTES, 1, "name"), None) == INLINE.replace('name = "Ою", ', "")
    assert changed(BLOCKS, (*OTHERS, 0, "name"), None) == BLOCKS.replace('name = "a"  #', "#")
    assert changed(DOTTED, ("positioning", "statement", "need"), None) == DOTTED.replace(
        'need.kk = "к", need.ru = "р", ', ""
    )


def test_sections() -> None:
    price: Value = {"price": 5, "rivals": [{"name": "a", "price": 1}]}
    after = changed(BLOCKS, ("positioning", "price"), price)
    assert after == BLOCKS.replace(
        "needs = [ ]\n",
        "needs = [ ]\n\n[positioning.price]\nprice = 5\nrivals = [\n"
        '  { name = "a", price = 1 },\n]\n',
    )
    assert changed("", ("positioning", "price", "fee"), 1) == "[positioning.price]\nfee = 1\n"
    assert changed("[a]\nb = 1", ("positioning", "price", "fee"), 1) == (
        "[a]\nb = 1\n\n[positioning.price]\nfee = 1\n"
    )
    after = changed("[positioning] # c\n[post]", ("positioning", "price", "fee"), 1)
    assert after == "[positioning] # c\n\n[positioning.price]\nfee = 1\n[post]"
    after = changed("[p]\na = 1 # c\n[q]\nz = 1", ("p", "b"), {"low": "x"})
    assert after == '[p]\na = 1 # c\n\n[p.b]\nlow = "x"\n[q]\nz = 1'


def test_dotted_keys() -> None:
    assert changed(DOTTED, ("positioning", "audience", "quote"), "q") == DOTTED.replace(
        "# who\n", '# who\npositioning.audience.quote = "q"\n'
    )
    assert changed(DOTTED, ("positioning", "statement", "need", "en"), "e") == DOTTED.replace(
        'need.ru = "р"', 'need.ru = "р", need.en = "e"'
    )
    after = changed(DOTTED, ("positioning", "map", "x"), {"low": "l"})
    assert tomllib.loads(after)["positioning"]["map"] == {"x": {"low": "l"}}
    after = changed("[positioning.a.b]\nx = 1", ("positioning", "y"), 1)
    assert tomllib.loads(after) == {"positioning": {"a": {"b": {"x": 1}}, "y": 1}}


def test_a_list_that_gives_way_leaves_its_comments() -> None:
    text = "[character]\nsay = [ # mine\n  'a', # first\n] # end\n"
    after = changed(text, ("character", "say"), {"kk": ["a"]})
    assert after == '[character]\n# mine\n# first\nsay = { kk = ["a"] } # end\n'


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((*OTHERS, 1, "scores"), None),  # comments in a table of one line have no other place
        ((*OTHERS, 7), {"name": "far"}),
        ((*OTHERS, 0, "nothing"), None),
        (("other", 0), 1),
    ],
)
def test_what_cannot_be_done_is_refused(path: Key, value: Value | None) -> None:
    with pytest.raises(OutputError, match="by hand"):
        change(INLINE, [(path, value)])


def test_line_ends_and_the_mark_stay() -> None:
    text = "\ufeff" + INLINE.replace("\n", "\r\n")
    after = change(text, [((*ATTRIBUTES, 2), {"name": "c"}), ((*OTHERS, 0), None)])
    assert after.startswith("\ufeff# Sheets")
    assert after.count("\n") == after.count("\r\n")


# Any document, written as oddly as TOML allows.

WORDS = st.text("abж#\"'\\, ]}[{=\n", max_size=6)
SCALARS: st.SearchStrategy[Any] = WORDS | st.integers(-9, 9) | st.booleans()
KEYS = st.sampled_from(["a", "b", "kk", "x y", "ж"])
TREES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(KEYS, TREES, min_size=1, max_size=4)


class Writer:
    """Writes values with blank space, comments and line breaks wherever TOML lets one."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.number = 0

    def comment(self) -> str:
        self.number += 1
        return f"# {self.number}: ,]}}[{{ \" ' = #\n"

    def chance(self) -> bool:
        return bool(self.draw(st.booleans()))

    def gap(self) -> str:
        text = self.draw(st.sampled_from(["", " ", "\n", "\n  ", "  "]))
        return f"{text}{self.comment()} " if self.chance() else str(text)

    def key(self, name: str) -> str:
        return f'"{name}"' if not name.isascii() or " " in name or self.chance() else name

    def value(self, value: Any) -> str:
        if isinstance(value, dict):
            blank = self.draw(st.sampled_from(["", " "]))
            pairs = [
                f"{self.key(key)}{blank}={blank}{self.value(each)}" for key, each in value.items()
            ]
            return "{" + blank + f"{blank},{blank}".join(pairs) + blank + "}"
        if isinstance(value, list):
            items = [f"{self.gap()}{self.value(each)}{self.gap()}" for each in value]
            tail = f",{self.gap()}" if items and self.chance() else self.gap() if not items else ""
            return "[" + ",".join(items) + tail + "]"
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int):
            return str(value)
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        if self.chance():
            return f'"""\n{escaped}"""'
        return '"' + escaped.replace("\n", "\\n") + '"'

    def table(self, path: tuple[str, ...], table: dict[str, Any]) -> str:
        lines, later = "", []
        for key, value in table.items():
            named = (*path, self.key(key))
            if isinstance(value, dict) and self.chance():
                later.append((f"[{'.'.join(named)}]", named, value))
            elif isinstance(value, list) and value and self.blocks(value) and self.chance():
                later += [(f"[[{'.'.join(named)}]]", named, each) for each in value]
            elif isinstance(value, dict) and value and self.chance():
                for inner, each in value.items():
                    lines += f"{named[-1]}.{self.key(inner)} = {self.value(each)}{self.end()}"
            else:
                lines += f"{named[-1]} = {self.value(value)}{self.end()}"
        for header, named, value in later:
            lines += f"{header}{self.end()}{self.table(named, value)}"
        return lines

    def end(self) -> str:
        line = f"  {self.comment()}" if self.chance() else "\n"
        return line + (self.comment() if self.chance() else "")

    @staticmethod
    def blocks(value: list[Any]) -> bool:
        return all(isinstance(each, dict) for each in value)


def places(value: Any, path: Key = ()) -> list[Key]:
    found = [path] if path else []
    if isinstance(value, dict):
        for key, each in value.items():
            found += places(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            found += places(each, (*path, index))
    return found


def at(value: Any, path: Key) -> Any:
    for part in path:
        value = value[part]
    return value


@given(st.data(), DOCUMENTS)
@settings(max_examples=75, deadline=None)
def test_any_change_in_any_document(data: st.DataObject, document: dict[str, Any]) -> None:
    writer = Writer(data.draw)
    text = writer.table((), document)
    assert tomllib.loads(text) == document
    path = data.draw(st.sampled_from(places(document)))
    there = at(document, path)
    expected = deepcopy(document)
    value: Value | None
    if isinstance(there, list) and data.draw(st.booleans()):
        value = data.draw(TREES)
        path = (*path, len(there))
        at(expected, path[:-1]).append(value)
    elif isinstance(there, dict) and data.draw(st.booleans()):
        value = data.draw(TREES)
        path = (*path, "new")
        at(expected, path[:-1])["new"] = value
    elif data.draw(st.booleans()):
        value = None
        del at(expected, path[:-1])[path[-1]]
    else:
        value = data.draw(SCALARS)
        at(expected, path[:-1])[path[-1]] = value
    try:
        after = change(text, [(path, value)])
    except OutputError:
        # Only where TOML has no room: a comment from within a table on one line, or a table made
        # by headers in place of which a plain value should stand; and lists of whole documents.
        assert may_refuse(text, document, path, value), text
        return
    found = tomllib.loads(after)
    assert found == expected or pruned(found) == pruned(expected)
    assert not Counter(comments(text)) - Counter(comments(after))


def pruned(value: Any) -> Any:
    """Without empty tables and lists: those made by headers alone go with their last value."""
    if isinstance(value, dict):
        return {key: left for key, each in value.items() if (left := pruned(each)) not in ({}, [])}
    return [pruned(each) for each in value] if isinstance(value, list) else value


def may_refuse(text: str, document: Any, path: Key, value: Value | None) -> bool:
    seen = outline(text)
    entry = seen.entries.get(path)
    if entry is None:
        made = any(path == each.table[: len(path)] for each in seen.headers)
        dotted = any(key[: len(path)] == path for key in seen.entries)
        rows = isinstance(path[-1], int) and not isinstance(value, dict)
        return made or dotted or rows
    return text[seen.entries[entry.holder].value] == "{" if entry.holder in seen.entries else False
