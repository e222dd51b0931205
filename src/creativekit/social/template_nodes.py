"""Columns and rows of a template's layer: what stands in them, part by part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from creativekit.errors import msg, nearest
from creativekit.identity.template_table import Table
from creativekit.project.rejection import shown
from creativekit.social.template import LOGOS, MARKS, PARTS, ROLES, Node, Part
from creativekit.social.template_keys import (
    ALIGNS,
    GAP,
    HEIGHT,
    JUSTIFIES,
    LINES,
    MOST_DEPTH,
    MOST_NODES,
    NODE_KEYS,
    SHOWS,
    SIZE,
    SPACE,
    WIDTH,
)
from creativekit.social.template_references import References


def children(table: Table, part: str, references: References, depth: int = 1) -> tuple[Node, ...]:
    """The nodes of the list under `part` ("row" or "column") of a layer or a node.

    depth: how many rows and columns this one stands in, itself too.
    """
    if depth > MOST_DEPTH:
        table.take(part)
        table.report(
            part,
            msg("rows and columns stand in one another at most {most} deep", most=MOST_DEPTH),
        )
        return ()
    found = (_node(each, references, depth) for each in table.tables(part, 1, MOST_NODES))
    return tuple(node for node in found if node is not None)


def count(nodes: tuple[Node, ...]) -> int:
    """How many nodes there are, with those inside rows and columns."""
    return len(nodes) + sum(count(node.children) for node in nodes)


def _node(table: Table, references: References, depth: int) -> Node | None:
    part = _part(table)
    if part is None:
        return None
    values = _shown(table, part, references, depth)
    for key in NODE_KEYS[part]:
        if key in table:
            values[key] = _READERS[key](table)
        else:
            table.take(key)
    values["when"] = references.condition(table, "when")
    values["unless"] = references.condition(table, "unless")
    values["grow"] = table.flag("grow", False)
    values["panel"] = table.flag("panel", False)
    if "width" in table:
        values["width"] = table.number("width", *WIDTH)
    else:
        table.take("width")
    table.close()
    return Node(part, **values)


def _part(table: Table) -> Part | None:
    """The part that a node names, or None with a report."""
    named = [part for part in PARTS if part in table]
    if "lines" in named and (len(named) > 1 or not isinstance(table.values["lines"], str)):
        named.remove("lines")  # then it says how many lines the text may take
    if len(named) == 1:
        return named[0]
    if named:
        message = msg(
            "one table shows one thing, and here are several: {found}", found=", ".join(named)
        )
        table.sheet.report(table.key, message)
        return None
    guesses = [nearest(key, PARTS) for key in table.values if key not in PARTS]
    near = next((guess for guess in guesses if guess is not None), None)
    table.sheet.report(table.key, msg("nothing is shown here: no part is named"), PARTS, near)
    return None


def _shown(table: Table, part: Part, references: References, depth: int) -> dict[str, Any]:
    """What the part's own key says."""
    match part:
        case "row" | "column":
            return {"children": children(table, part, references, depth + 1)}
        case "rule":
            if table.take(part) is not True:
                table.report(part, msg("this must be {word}", word="true"))
            return {}
        case "space":
            return {"height": table.number(part, *SPACE)}
        case "mark":
            return {"mark": table.choice(part, MARKS)}
        case "logo":
            return {"logo": table.choice(part, LOGOS)}
    value = table.take(part)
    if part in ("lines", "items", "image"):
        return {"source": references.field(table, part, value, SHOWS[part])}
    if isinstance(value, dict):
        return {"words": references.localized(table, part, value)}
    return {"source": references.source(table, part, value, SHOWS[part])}


def _size(table: Table) -> tuple[float, float] | None:
    told = len(table.sheet.problems)
    found = table.numbers("size", *SIZE, least=2, most=2)
    if len(table.sheet.problems) > told:
        return None
    if found[0] > found[1]:
        message = msg(
            "the least size, {least}, is more than the most, {most}",
            least=shown(found[0]),
            most=shown(found[1]),
        )
        table.report("size", message)
    return found[0], found[1]


_READERS: Mapping[str, Callable[[Table], Any]] = {
    "role": lambda table: table.choice("role", ROLES),
    "size": _size,
    "lines": lambda table: table.whole("lines", *LINES, 1),
    "balance": lambda table: table.flag("balance", True),
    "height": lambda table: table.number("height", *HEIGHT),
    "gap": lambda table: table.number("gap", *GAP),
    "align": lambda table: table.choice("align", ALIGNS),
    "justify": lambda table: table.choice("justify", JUSTIFIES),
}
