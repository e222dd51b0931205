"""A report after another one: what stays as it was, so that two reports do not tell of few people.

Whoever has both takes one from the other and has the answers of those who came in between. So what
has changed is held to the rules of what is shown: a line of a table says new figures only where
each of its figures has changed by `least` people or more, and as many of the newcomers have not
said so; where something of the line is hidden, enough has changed behind it, too. Tables whose
lines add up to a known sum move as a whole. What does not move stays as it was, with the number of
people that it was of: what was said before tells nothing new. Lines that stand on others (a need by
group on the groups, the gap on the needs) move with them only.

Source: Hundepool et al., Statistical Disclosure Control (2012), ch. 5 (linked tables, and tables
that are published again).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from creativekit.cohort.model import MOST_NEEDS
from creativekit.cohort.publishing import REST, Table

_SUMS = ("people.", "needs.first", "presence.group")
_BY_GROUP = ("needs", "barriers", "votes")
_CROSSED = "people.sector-group"
_HEADS = ("invited", "present")
_BY_SIZE = (*_BY_GROUP, "gap")

Row = Mapping[str, Any]


def after(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """`now` with what has to stay as `before` had it. Both as `published` makes them; "stays" says
    whether anything does."""
    least = now["least"]
    old = {table["id"]: table for table in before["tables"]}
    moved: dict[str, set[str]] = {}
    tables = []
    for table in now["tables"]:
        id = table["id"]
        if id not in old:
            # A crossing that was left out before, for what it would have told, stays so.
            if id != _CROSSED:
                tables.append(table)
            moved[id] = {row["id"] for row in table["rows"]}
            continue
        moved[id] = set(_moving(old[id], table, moved))
        tables.append(_made(old[id], table, moved[id]))
    found = {**now, "tables": tables}
    for key in ("forms", "results", "proposals_left_out"):
        found[key] = _kept(before[key], now[key], least)
    known = {each["text"]: each for each in before["proposals"]}
    found["proposals"] = [
        {
            key: value if key == "text" else _kept(known.get(each["text"], each)[key], value, least)
            for key, value in each.items()
        }
        for each in now["proposals"]
    ]
    found["stays"] = found["forms"] != now["forms"] or any(
        row.get("stays") for table in tables for row in table["rows"]
    )
    return found


def _size(table: Table, row: Row) -> float:
    """What lines are put in order by: how many, and in the gap the part of each need's own n."""
    shown = row["cells"][0] or 0
    return shown / row["n"] if table["id"] == "gap" and row.get("n") else shown


def _kept(before: int | None, now: int | None, least: int) -> int | None:
    """Of two counts the one that may be said."""
    if before is None or now is None:
        return now
    return now if abs(now - before) >= least else before


def _made(old: Table, table: Table, moved: set[str]) -> Table:
    """The table with the lines that move, and those that do not as they were."""
    before = {row["id"]: row for row in old["rows"]}
    if not moved or old["columns"] != table["columns"] or table["id"].startswith(_SUMS):
        if moved:
            return table
        heads = {
            row["id"]: {key: row[key] for key in _HEADS if key in row} for row in table["rows"]
        }
        rows = [{**_stays(old, row), **heads.get(row["id"], {})} for row in old["rows"]]
        return {**old, "rows": rows}
    rows = [row if row["id"] in moved else _stays(old, before[row["id"]]) for row in table["rows"]]
    if table["id"] in _BY_SIZE and any(row.get("stays") for row in rows):
        # By what is shown, and not by what stays unsaid: a line's place would tell it.
        rows.sort(key=lambda row: (-_size(table, row), row["id"]))
    return {**table, "rows": rows}


def _stays(old: Table, row: Row) -> dict[str, Any]:
    """The line as it was, with how many people it was of."""
    made = {**row, "stays": True, "n": row.get("n", old["n"])}
    if "wholes" in old:
        made["wholes"] = row.get("wholes", old["wholes"])
    return made


def _moving(old: Table, table: Table, moved: Mapping[str, set[str]]) -> Iterator[str]:
    """Ids of the lines that say new figures: of tables that add up, all or none."""
    id, least = table["id"], table["least"]
    everything = [row["id"] for row in table["rows"]]
    if id == _CROSSED:
        crosses = bool(moved["people.group"] and moved["people.sector"])
        yield from everything if _same(old, table) or (crosses and _crossing(old, table)) else ()
    elif id.startswith(_SUMS):
        yield from everything if _same(old, table) or _adds_up(old, table) else ()
    elif old["columns"] != table["columns"]:
        return
    else:
        before = {row["id"]: row for row in old["rows"]}
        found = []
        for row in table["rows"]:
            was = before.get(row["id"])
            stands = (id not in _BY_GROUP or bool(moved["people.group"])) and (
                id != "gap" or row["id"] in moved["needs"]
            )
            if was is None or _alike(old, was, table, row) or (
                stands and _line(old, was, table, row)
            ):  # fmt: skip
                found.append(row["id"])
        yield from _few_enough(old, table, found, least) if id == "needs" else found


def _few_enough(old: Table, table: Table, moving: list[str], least: int) -> list[str]:
    """Nobody names more than so many needs: what moves leaves the newcomers so much to name in the
    lines that do not, and it has to be `least` people's or more."""
    news = abs((table["n"] or 0) - (old["n"] or 0))
    if not news or len(moving) == len(table["rows"]):
        return moving
    was = {row["id"]: row["cells"][0] or 0 for row in old["rows"]}
    by = {row["id"]: abs((row["cells"][0] or 0) - was.get(row["id"], 0)) for row in table["rows"]}
    found = sorted(moving, key=lambda each: -by[each])
    while found and MOST_NEEDS * news - sum(by[each] for each in found) < least:
        found.pop()
    return found


def _wholes(table: Table, row: Row) -> list[int | None]:
    return list(
        row.get("wholes") or table.get("wholes") or [row.get("n", table["n"])] * len(row["cells"])
    )


def _alike(old: Table, was: Row, table: Table, row: Row) -> bool:
    return (was["cells"], was.get("n_range")) == (row["cells"], row.get("n_range")) and _wholes(
        old, was
    ) == _wholes(table, row)


def _same(old: Table, table: Table) -> bool:
    """Whether nothing has changed at all."""
    before = {row["id"]: row for row in old["rows"]}
    return before.keys() == {row["id"] for row in table["rows"]} and all(
        _alike(old, before[row["id"]], table, row) for row in table["rows"]
    )


def _line(old: Table, was: Row, table: Table, row: Row) -> bool:
    """Whether a line of figures, each a part of known people, may move."""
    least = table["least"]
    if "quartile-1" in table["columns"]:
        begun, ended = (each.get("n_range") or [each.get("n")] for each in (was, row))
        if begun == [None] or ended == [None]:
            return True
        return all(abs(b - a) >= least for a in begun for b in ended)
    parts = [
        (a, b, None if u is None or v is None else v - u)
        for a, b, u, v in zip(
            was["cells"], row["cells"], _wholes(old, was), _wholes(table, row), strict=True
        )
    ]
    shown = [(b - a, news) for a, b, news in parts if a is not None and b is not None]
    if not all(news is not None and _is_part(change, news, least) for change, news in shown):
        return False
    if "wholes" in table:
        return _behind(parts, least)
    # Of steps, each is a part of the one before it: between two, as many have stayed behind.
    changes = [change for change, _ in shown]
    return all(abs(a) - abs(b) >= least for a, b in pairwise(changes))


def _is_part(change: int, news: int, least: int) -> bool:
    """Whether a change among so many newcomers could be published: who did, and who did not."""
    way = 1 if news >= 0 else -1
    return way * change >= least and way * (news - change) >= least


def _behind(parts: Sequence[tuple[int | None, int | None, int | None]], least: int) -> bool:
    """Of all, and of groups that are hidden in part: whether enough has changed in the latter."""
    (first, last, _), *groups = parts
    hidden = [news for a, b, news in groups if a is None or b is None]
    if first is None or last is None or not hidden:
        return True
    left = last - first - sum(b - a for a, b, _ in groups if a is not None and b is not None)
    way = 1 if last >= first else -1
    rooms = [max(0, way * (news or 0)) for news in hidden]
    return all(
        min(room, way * left) - max(0, way * left - sum(rooms) + room) >= least - 1
        for room in rooms
    )


def _adds_up(old: Table, table: Table) -> bool:
    """Whether a table whose lines add up may move: each of them by `least` people or more."""
    apart, late = set(old["together"]), set(table["together"]) - set(old["together"])
    way = 1 if (table["n"] or 0) >= (old["n"] or 0) else -1
    was = {row["id"]: row["cells"][0] for row in old["rows"]}
    ranges = {row["id"]: row["n_range"] for row in old["rows"] if "n_range" in row}
    for row in table["rows"]:
        begun, ended = was.get(row["id"]), row["cells"][0]
        if row["id"] in ranges or "n_range" in row:
            lows = ranges.get(row["id"]) or ([] if begun is None else [begun])
            highs = row.get("n_range") or ([] if ended is None else [ended])
            if (row["id"] == REST and late) or any(
                way * (b - a) < table["least"] for a in lows for b in highs
            ):
                return False
            continue
        if row["id"] == REST and late:
            parts = [*(was.get(each) for each in late), *([begun] if apart else [])]
            known = [each for each in parts if each is not None]
            begun = sum(known) if len(known) == len(parts) else None
        # Of what was hidden, or is new in a list, nothing was said that could be subtracted.
        if begun is not None and ended is not None and way * (ended - begun) < table["least"]:
            return False
    return True


def _crossing(old: Table, table: Table) -> bool:
    """Whether a table of two traits may move: nothing in it is hidden, and all has changed."""
    pairs = list(zip(old["rows"], table["rows"], strict=False))
    if old["columns"] != table["columns"] or len(old["rows"]) != len(table["rows"]):
        return False
    changes: list[int] = []
    for was, row in pairs:
        if was["id"] != row["id"] or None in (*was["cells"], *row["cells"]):
            return False
        changes += [b - a for a, b in zip(was["cells"], row["cells"], strict=True)]
    return bool(min(changes) >= table["least"] or max(changes) <= -table["least"])
