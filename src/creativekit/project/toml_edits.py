"""Single changes to the text of a TOML document that leave every other character where it is.

tomlkit rewrites what surrounds a value in a list: a comment behind a removed item goes with it, and
one before a comma may move. So lists, and tables within lists, are edited by their place in the
text, which an outline of the document gives (`toml_positions.outline`). A comment is never taken
out: one inside a value that goes stays on a line of its own.

These functions know only the text. That a change did what it should, and nothing else, is for the
caller to hold against the values (`writing.change`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from creativekit.project.toml_positions import Entry, Key, Outline, outline
from creativekit.project.toml_values import Value, toml, toml_key

_INDENT = "  "
_SECTION_DEPTH = 2
"""A table this deep in the document is a `[section]` of its own when it is new."""


class Unwritable(ValueError):
    """The place is written in a way that this change cannot be made in."""


def put(text: str, path: Key, value: Value) -> str:
    """`text` with `value` at `path`, in place of what is there, or new.

    A place behind a list's last one adds to it. Raises Unwritable.
    """
    seen = outline(text)
    if path in seen.entries:
        return _replaced(text, seen, path, value)
    if not path or _is_table(seen, path):
        raise Unwritable(path)
    parent, last = path[:-1], path[-1]
    if isinstance(last, int):
        return _appended(text, seen, parent, value)
    if _opens(text, seen, parent, "{"):
        return _into_inline(text, seen, parent, f"{toml_key(last)} = {toml(value)}")
    dotted = _dotted(seen, parent)
    if dotted is not None:
        return _behind(text, seen, dotted, path, value)
    if isinstance(value, dict) and len(path) <= _SECTION_DEPTH:
        return _new_section(text, seen, path, value)
    if not parent or parent in seen.ends:
        return _new_line(text, seen, parent, f"{toml_key(last)} = {_spread(value)}")
    if _is_table(seen, parent) and not any(isinstance(part, int) for part in parent):
        return _new_section(text, seen, parent, {last: value})
    return put(text, parent, {last: value})


def drop(text: str, path: Key) -> str:
    """`text` without the value, list item, section or `[[item]]` at `path`; comments stay.

    Raises Unwritable.
    """
    seen = outline(text)
    entry = seen.entries.get(path)
    if entry is None:
        return _without_table(text, seen, path)
    if _opens(text, seen, entry.holder, "{") or _opens(text, seen, entry.holder, "["):
        return _without_item(text, seen, entry)
    return _without(text, [_Cut(entry.start, entry.end, _saved(text, seen, entry))])


def _opens(text: str, seen: Outline, path: Key, bracket: str) -> bool:
    """Whether an inline table (`{`) or a list in brackets (`[`) is written at `path`."""
    entry = seen.entries.get(path)
    return entry is not None and text[entry.value] == bracket


def _is_table(seen: Outline, path: Key) -> bool:
    """Whether something at `path` is made by headers or dotted keys."""
    depth = len(path)
    return any(each.table[:depth] == path for each in seen.headers) or any(
        key[:depth] == path for key in seen.entries
    )


def _dotted(seen: Outline, path: Key) -> Entry | None:
    """The last entry whose dotted key makes the table at `path`: no header may open that again."""
    depth = len(path)
    found = None
    for key, entry in seen.entries.items():
        if key[:depth] == path and len(key) > depth > len(entry.holder):
            found = entry
    return found


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _indent(text: str, at: int) -> str:
    """The blank space that the line of `at` begins with."""
    line = text[_line_start(text, at) : at]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _saved(text: str, seen: Outline, entry: Entry) -> list[str]:
    """The comments inside a value."""
    inside = (each for each in seen.comments if entry.value <= each[0] < entry.end)
    return [text[start:end] for start, end in inside]


def _replaced(text: str, seen: Outline, path: Key, value: Value) -> str:
    entry = seen.entries[path]
    saved = _saved(text, seen, entry)
    start = entry.start
    if saved and _opens(text, seen, entry.holder, "{"):
        raise Unwritable(path)
    indent = _indent(text, start)
    before = "".join(f"{comment}\n{indent}" for comment in saved)
    return f"{text[:start]}{before}{text[start : entry.value]}{toml(value)}{text[entry.end :]}"


def _appended(text: str, seen: Outline, path: Key, value: Value) -> str:
    if not _opens(text, seen, path, "["):
        return _new_block(text, seen, path, value)
    whole = seen.entries[path]
    items = [each for each in seen.entries.values() if each.holder == path]
    if not items:
        at = whole.value + 1
        return f"{text[:at]}{toml(value)}{text[at:]}"
    last = items[-1]
    comma = _comma(text, seen, last.end, whole.end)
    line = text.find("\n", last.end if comma is None else comma, whole.end)
    if line < 0:
        return f"{text[: last.end]}, {toml(value)}{text[last.end :]}"
    # The comma stands behind the last item, the new one on a line below it and its comment.
    if comma is None:
        text = f"{text[: last.end]},{text[last.end :]}"
        line += 1
    indent = _indent(text, items[0].start)
    if _line_start(text, items[0].start) <= whole.value:
        indent += _INDENT
    tail = "" if comma is None else ","
    return f"{text[:line]}\n{indent}{toml(value)}{tail}{text[line:]}"


def _new_block(text: str, seen: Outline, path: Key, value: Value) -> str:
    """Another `[[item]]` behind the last one and all that belongs to it."""
    depth = len(path)
    inside = [each for each in seen.headers if each.table[:depth] == path]
    if not isinstance(value, dict) or (not inside and (depth > 1 or _is_table(seen, path))):
        raise Unwritable(path)
    name = ".".join(toml_key(part) for part in path if isinstance(part, str))
    lines = "".join(f"{toml_key(key)} = {_spread(each)}\n" for key, each in value.items())
    if not inside:  # the first of them, behind everything else
        head = text if not text or text.endswith("\n") else f"{text}\n"
        return f"{head}{chr(10) if head.strip() else ''}[[{name}]]\n{lines}"
    end = _line_end(text, max(seen.ends[each.table] for each in inside))
    return f"{text[:end]}\n\n[[{name}]]\n{lines.rstrip()}{text[end:]}"


def _into_inline(text: str, seen: Outline, path: Key, pair: str) -> str:
    whole = seen.entries[path]
    inside = [each for each in seen.entries.values() if each.holder == path]
    if not inside:
        return f"{text[: whole.value]}{{ {pair} }}{text[whole.end :]}"
    end = inside[-1].end
    return f"{text[:end]}, {pair}{text[end:]}"


def _behind(text: str, seen: Outline, entry: Entry, path: Key, value: Value) -> str:
    """A dotted key behind another dotted key of the same table."""
    names = path[len(entry.holder) :]
    if not all(isinstance(name, str) for name in names):
        raise Unwritable(path)
    pair = f"{'.'.join(toml_key(str(name)) for name in names)} = {toml(value)}"
    if _opens(text, seen, entry.holder, "{"):
        return f"{text[: entry.end]}, {pair}{text[entry.end :]}"
    end = _line_end(text, entry.end)
    return f"{text[:end]}\n{_indent(text, entry.start)}{pair}{text[end:]}"


def _new_line(text: str, seen: Outline, table: Key, line: str) -> str:
    """A statement behind the last one of the table, under a header or above all of them."""
    if table:
        end = _line_end(text, seen.ends[table])
        return f"{text[:end]}\n{line}{text[end:]}"
    own = [each.end for each in seen.entries.values() if not each.holder]
    if own:
        end = _line_end(text, own[-1])
        return f"{text[:end]}\n{line}{text[end:]}"
    at = _line_start(text, seen.headers[0].start) if seen.headers else len(text)
    head = text[:at] if not text[:at] or text[:at].endswith("\n") else f"{text[:at]}\n"
    return f"{head}{line}\n{text[at:]}"


def _new_section(text: str, seen: Outline, path: Key, value: dict[str, Value]) -> str:
    """`[a.b]` behind the last section of `a`, else at the end."""
    name = ".".join(toml_key(str(part)) for part in path)
    lines = "".join(f"{toml_key(key)} = {_spread(each)}\n" for key, each in value.items())
    section = f"[{name}]\n{lines}"
    family = [each.table for each in seen.headers if each.table[0] == path[0]]
    if family:
        end = _line_end(text, max(seen.ends[table] for table in family))
        return f"{text[:end]}\n\n{section.rstrip()}{text[end:]}"
    if not text.strip():
        return text + section
    return f"{text}{'' if text.endswith(chr(10)) else chr(10)}\n{section}"


def _spread(value: Value) -> str:
    """`value` on one line, except that tables in a list stand on a line each."""
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return "[\n" + "".join(f"{_INDENT}{toml(each)},\n" for each in value) + "]"
    return toml(value)


def _comma(text: str, seen: Outline, start: int, end: int) -> int | None:
    """Where a comma stands between two values, outside of comments."""
    at = start
    for comment, behind in seen.comments:
        if start <= comment < end:
            if (found := text.find(",", at, comment)) >= 0:
                return found
            at = behind
    found = text.find(",", at, end)
    return None if found < 0 else found


def _without_item(text: str, seen: Outline, entry: Entry) -> str:
    """A list without one item, or an inline table without one pair, and without its comma."""
    whole = seen.entries[entry.holder]
    items = [each for each in seen.entries.values() if each.holder == entry.holder]
    place = items.index(entry)
    saved = _saved(text, seen, entry)
    if saved and text[whole.value] == "{":
        raise Unwritable(entry.holder)
    limit = items[place + 1].start if place + 1 < len(items) else whole.end
    cuts = [_Cut(entry.start, entry.end, saved)]
    comma = _comma(text, seen, entry.end, limit)
    if comma is None and place:
        comma = _comma(text, seen, items[place - 1].end, entry.start)
    if comma is not None:
        cuts.append(_Cut(comma, comma + 1, []))
    return _without(text, cuts)


def _without_table(text: str, seen: Outline, path: Key) -> str:
    """Without a table, or list of tables, that headers or dotted keys make."""
    depth = len(path)
    cuts = [_Cut(each.start, each.end, []) for each in seen.headers if each.table[:depth] == path]
    nested = []
    for key, entry in seen.entries.items():
        if key[:depth] != path:
            continue
        if entry.holder not in seen.entries:
            cuts.append(_Cut(entry.start, entry.end, _saved(text, seen, entry)))
        elif len(entry.holder) < depth:
            nested.append(key)
    for key in reversed(nested):
        text = drop(text, key)
    if not cuts and not nested:
        raise Unwritable(path)
    return _without(text, cuts)


class _Cut(NamedTuple):
    """What goes, by offsets, and the comments that stay in its place."""

    start: int
    end: int
    saved: list[str]


def _without(text: str, cuts: Iterable[_Cut]) -> str:
    for start, end, saved in sorted(cuts, reverse=True):
        first, last = _line_start(text, start), _line_end(text, end)
        before, after = text[first:start], text[end:last]
        indent = before[: len(before) - len(before.lstrip())]
        kept = "".join(f"{indent}{comment}\n" for comment in saved)
        if before.strip():
            kept = "".join(f"{comment}\n{indent}" for comment in saved)
            if before[-1] in " \t[{":
                after = after.lstrip(" \t")
            if after.startswith("]"):
                before = before.rstrip(" \t")
            text = f"{text[:first]}{before}{kept}{after}{text[last:]}"
        elif after.strip():
            comment = after.lstrip(" \t")
            text = f"{text[:first]}{kept}{before}{comment}{text[last:]}"
        else:
            text = f"{text[:first]}{kept}{text[last + 1 :]}"
    return text
