"""What a cohort answered, added up: counts, and scores as histograms, by SQL and never by person.

These are the true figures, which nobody is shown: `published` decides what of them a report says.
Of each person the latest needs form counts, and the latest self-assessment of one version of the
instrument. Quartiles are read off histograms of whole points, so a hundred thousand scores are a
hundred and one counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from creativekit.cohort.free_text import is_telling
from creativekit.cohort.model import KNOW_TERMS
from creativekit.cohort.store import Store
from creativekit.cohort.store_file import faults

Histogram: TypeAlias = Mapping[int, int]
NONE = ""
"""The category of those who did not say, or said what is not in the list any more."""
TRAITS = {
    "group": "group_id", "sector": "sector_id", "settlement": "settlement_id",
    "age": "age_band", "language": "language",
}  # fmt: skip
_MOST_TEXTS = 40
_ANSWERS = {"needs": ("need", "need_id"), "barriers": ("barrier", "barrier_id"),
            "votes": ("vote", "proposal_id")}  # fmt: skip

_FORMS = """
CREATE TEMP TABLE form AS
SELECT n.key AS key, p.group_id AS group_id, p.sector_id AS sector_id,
  p.settlement_id AS settlement_id, p.age_band AS age_band, p.language AS language
FROM (SELECT key, person, max(date) FROM needs_response GROUP BY person) n
JOIN person p ON p.key = n.person"""
_RESULTS = """
CREATE TEMP TABLE result AS
SELECT r.key AS key, r.overall AS overall, p.group_id AS group_id, p.id AS person
FROM (SELECT key, person, overall, max(month) FROM presence_result
      WHERE instrument = ? AND overall IS NOT NULL GROUP BY person) r
JOIN person p ON p.key = r.person"""


@dataclass(frozen=True, slots=True)
class Totals:
    """The true figures. forms, results: people with a needs form, with a scored self-assessment.

    traits: forms by category of a trait. crossed: forms by (sector, group). result_groups: results
    by group. answers: of "needs", "barriers" and "votes", forms by (answer, group). first: forms by
    the need that is first. steps: by initiative, forms at its levels 1 to 4 or higher. unaware: by
    need, forms that name it and know the terms of no initiative; under "" of all forms. scores: by
    dimension. overall: by group. changes: by dimension ("" overall), points gained by people who
    were there before, moved by +100 to be no less than 0. texts: people's own proposals with how
    often each was written and the hands counted, those that tell nobody; telling: how many were
    left out.
    """

    forms: int
    results: int
    traits: Mapping[str, Mapping[str, int]]
    crossed: Mapping[tuple[str, str], int]
    result_groups: Mapping[str, int]
    answers: Mapping[str, Mapping[tuple[str, str], int]]
    first: Mapping[str, int]
    steps: Mapping[str, tuple[int, int, int, int]]
    unaware: Mapping[str, int]
    scores: Mapping[str, Histogram]
    overall: Mapping[str, Histogram]
    changes: Mapping[str, Histogram] = field(default_factory=dict)
    texts: tuple[tuple[str, int, int], ...] = ()
    telling: int = 0


def totals(
    store: Store, instrument: str, decoys: Sequence[str] = (), previous: Path | None = None
) -> Totals:
    """Add up a store. instrument: the version that scores are of. decoys: initiatives that are not.
    previous: the last meeting's store, for change.

    Raises InputError for a store that is damaged.
    """
    with faults(store.path):
        return _totals(store, instrument, tuple(decoys), previous)


def _totals(
    store: Store, instrument: str, decoys: tuple[str, ...], previous: Path | None
) -> Totals:
    run = store.connection.execute
    run("PRAGMA temp_store = MEMORY")
    for name in ("form", "result"):
        run(f"DROP TABLE IF EXISTS temp.{name}")
    run(_FORMS)
    run(_RESULTS, (instrument,))

    def count(sql: str, *values: object) -> dict[Any, int]:
        found: dict[Any, int] = {}
        for *key, number in run(sql, values):
            name = tuple(NONE if each is None else each for each in key)
            found[name if len(name) > 1 else name[0]] = number
        return found

    def histograms(sql: str, *values: object) -> dict[str, dict[int, int]]:
        found: dict[str, dict[int, int]] = {}
        for key, points, number in run(sql, values):
            found.setdefault(NONE if key is None else key, {})[int(points)] = number
        return found

    steps: dict[str, list[int]] = {}
    for initiative, level, number in run(
        "SELECT a.initiative_id, a.level, count(*) FROM temp.form f"
        " JOIN awareness a ON a.response = f.key GROUP BY 1, 2"
    ):
        at = steps.setdefault(initiative, [0, 0, 0, 0])
        for step in range(int(level)):
            at[step] += number
    marks = ",".join("?" * len(decoys)) or "''"
    run("DROP TABLE IF EXISTS temp.aware")
    run(
        "CREATE TEMP TABLE aware AS SELECT DISTINCT response AS key FROM awareness"
        f" WHERE level >= ? AND initiative_id NOT IN ({marks})",
        (KNOW_TERMS, *decoys),
    )
    run("CREATE UNIQUE INDEX temp.aware_key ON aware (key)")
    unaware = count(
        "SELECT n.need_id, count(*) FROM temp.form f JOIN need n ON n.response = f.key"
        " WHERE f.key NOT IN (SELECT key FROM temp.aware) GROUP BY 1"
    )
    ((unaware[NONE],),) = run(
        "SELECT count(*) FROM temp.form WHERE key NOT IN (SELECT key FROM temp.aware)"
    )
    ((forms,),) = run("SELECT count(*) FROM temp.form")
    ((results,),) = run("SELECT count(*) FROM temp.result")
    texts, telling = _texts(run)
    return Totals(
        forms,
        results,
        {
            trait: count(f"SELECT {column}, count(*) FROM temp.form GROUP BY 1")
            for trait, column in TRAITS.items()
        },
        count("SELECT sector_id, group_id, count(*) FROM temp.form GROUP BY 1, 2"),
        count("SELECT group_id, count(*) FROM temp.result GROUP BY 1"),
        {
            kind: count(
                f"SELECT a.{column}, f.group_id, count(*) FROM temp.form f"
                f" JOIN {table} a ON a.response = f.key GROUP BY 1, 2"
            )
            for kind, (table, column) in _ANSWERS.items()
        },
        count(
            "SELECT n.need_id, count(*) FROM temp.form f JOIN need n ON n.response = f.key"
            " AND n.rank = 1 GROUP BY 1"
        ),
        {each: (at[0], at[1], at[2], at[3]) for each, at in steps.items()},
        unaware,
        histograms(
            "SELECT d.dimension, CAST(round(d.score) AS INTEGER), count(*) FROM temp.result r"
            " JOIN presence_dimension d ON d.result = r.key WHERE d.score IS NOT NULL GROUP BY 1, 2"
        ),
        histograms(
            "SELECT group_id, CAST(round(overall) AS INTEGER), count(*) FROM temp.result"
            " GROUP BY 1, 2"
        ),
        {} if previous is None else _changes(store, previous, instrument),
        texts,
        telling,
    )


def _changes(store: Store, previous: Path, instrument: str) -> dict[str, dict[int, int]]:
    """Of people in both stores, each with themselves: by the latest result in each."""
    with Store.open(previous, create=False):
        pass  # damage and other people's files are told before it is attached
    run = store.connection.execute
    run("ATTACH DATABASE ? AS past", (f"{previous}",))
    try:
        run("DROP TABLE IF EXISTS temp.pair")
        run(
            "CREATE TEMP TABLE pair AS SELECT r.key AS now, o.key AS past,"
            " r.overall - o.overall AS moved FROM temp.result r"
            " JOIN past.person p ON p.id = r.person"
            " JOIN (SELECT key, person, overall, max(month) FROM past.presence_result"
            "       WHERE instrument = ? AND overall IS NOT NULL GROUP BY person) o"
            " ON o.person = p.key",
            (instrument,),
        )
        found: dict[str, dict[int, int]] = {}
        for dimension, points, number in run(
            "SELECT '', CAST(round(moved) AS INTEGER), count(*) FROM temp.pair GROUP BY 2"
            " UNION ALL SELECT a.dimension, CAST(round(a.score - b.score) AS INTEGER), count(*)"
            " FROM temp.pair t JOIN presence_dimension a ON a.result = t.now"
            " JOIN past.presence_dimension b ON b.result = t.past AND b.dimension = a.dimension"
            " WHERE a.score IS NOT NULL AND b.score IS NOT NULL GROUP BY 1, 2"
        ):
            found.setdefault(dimension, {})[int(points)] = number
        return found
    finally:
        run("DETACH DATABASE past")


def _texts(run: Any) -> tuple[tuple[tuple[str, int, int], ...], int]:
    kept: list[tuple[str, int, int]] = []
    telling = 0

    def rows() -> Iterator[tuple[str, int, int]]:
        yield from run(
            "SELECT p.text, count(*), sum(p.votes) FROM temp.form f"
            " JOIN proposal p ON p.response = f.key GROUP BY p.text"
            " ORDER BY 3 DESC, 2 DESC, 1"
        )

    for text, number, votes in rows():
        if is_telling(text):
            telling += number
        elif len(kept) < _MOST_TEXTS:
            kept.append((text, number, votes))
    return tuple(kept), telling


def quartiles(found: Histogram) -> tuple[int, int, int]:
    """Lower quartile, median, upper quartile of a histogram that is not empty: each a value that is
    in it (the nearest rank), of which half a point more or less tells nobody's score."""
    total, ranks = sum(found.values()), []
    for part in (1, 2, 3):
        rank, seen = -(-total * part // 4), 0
        for points in sorted(found):
            seen += found[points]
            if seen >= rank:
                ranks.append(points)
                break
    return ranks[0], ranks[1], ranks[2]
