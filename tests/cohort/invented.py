"""People in memory, what a store would add up of them, and the report of that."""

from __future__ import annotations

import random
from typing import Any

from cohorts import asked, cohort

from creativekit.cohort.aggregate import NONE, Totals
from creativekit.cohort.published import published

LEAST = 5
WORDS = cohort().words
GROUPS = [each.id for each in WORDS.groups]
SECTORS = [each.id for each in WORDS.sectors][:3]
NEEDS = [each.id for each in WORDS.needs]
DIMENSIONS = [each.id for each in asked().dimensions]

Person = dict[str, Any]


def person(chance: random.Random, likes: list[str]) -> Person:
    return {
        "group": chance.choice([*GROUPS[:3], NONE]),
        "sector": chance.choice(SECTORS),
        "needs": chance.sample(likes, chance.randint(2, 3)),
        "knows": {each.id: chance.randint(0, 4) for each in WORDS.initiatives},
        "score": chance.randint(0, 100) if chance.random() < 0.8 else None,
    }


def totals(people: list[Person]) -> Totals:
    """What a store adds up, of people in memory."""

    def count(keys: Any) -> dict[Any, int]:
        found: dict[Any, int] = {}
        for each in keys:
            found[each] = found.get(each, 0) + 1
        return found

    scored = [each for each in people if each["score"] is not None]
    real = [each.id for each in WORDS.initiatives if not each.decoy]
    unaware = [each for each in people if all(each["knows"][id] < 2 for id in real)]
    same = {"n": len(people)}
    return Totals(
        len(people),
        len(scored),
        {
            "group": count(each["group"] for each in people),
            "sector": count(each["sector"] for each in people),
            **{trait: {NONE: same["n"]} for trait in ("settlement", "age", "language")},
        },
        count((each["sector"], each["group"]) for each in people),
        count(each["group"] for each in scored),
        {
            "needs": count((need, each["group"]) for each in people for need in each["needs"]),
            "barriers": {},
            "votes": {},
        },
        count(each["needs"][0] for each in people),
        {
            each.id: tuple(  # type: ignore[misc]
                sum(one["knows"][each.id] >= step for one in people) for step in (1, 2, 3, 4)
            )
            for each in WORDS.initiatives
        },
        {NONE: len(unaware), **count(need for each in unaware for need in each["needs"])},
        {each: count(one["score"] for one in scored) for each in DIMENSIONS},
        {
            group: count(each["score"] for each in scored if each["group"] == group)
            for group in {each["group"] for each in scored}
        },
    )


def report(people: list[Person], before: Any = None) -> dict[str, Any]:
    return published(cohort(), totals(people), DIMENSIONS, version=asked().version, before=before)


def figures(made: Any) -> dict[tuple[str, str, str], tuple[int | None, int | None]]:
    """Every figure with how many people it is a part of."""
    found = {}
    for table in made["tables"]:
        for row in table["rows"]:
            wholes = row.get("wholes") or table.get("wholes")
            wholes = wholes or [row.get("n", table["n"])] * len(row["cells"])
            parts = zip(table["columns"], row["cells"], wholes, strict=True)
            for column, value, whole in parts:
                found[table["id"], row["id"], column] = value, whole
    return found
