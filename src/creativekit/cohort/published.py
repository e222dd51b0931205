"""What a report may say: the true figures after suppression, as tables of plain values.

Everything that any face of the report shows is here, so what is checked here is checked for all of
them; this is also `report.json`, by which the next report knows what was said before
(`later_report`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from creativekit.cohort.aggregate import Totals
from creativekit.cohort.config import Cohort
from creativekit.cohort.later_report import after
from creativekit.cohort.privacy import Merged
from creativekit.cohort.published_answers import answers, awareness, first_needs, gap
from creativekit.cohort.published_people import people
from creativekit.cohort.published_presence import presence
from creativekit.cohort.publishing import Publishing, Table

SCHEMA = 1


def published(
    cohort: Cohort,
    found: Totals,
    dimensions: Sequence[str],
    *,
    version: str,
    public: bool = False,
    before: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The report's figures. dimensions, version: of the instrument. before: the report.json that
    this one follows."""
    of = Publishing(cohort, found, public=public, before=before)
    least = of.least()
    tables: list[Table] = []
    groups: Merged | None = None
    if found.forms >= least:
        tables, together = people(of)
        groups = together["group"]
        lists = {
            "needs": cohort.words.needs,
            "barriers": cohort.words.barriers,
            "votes": cohort.words.proposals,
        }
        for kind, words in lists.items():
            if words:
                tables.append(answers(of, kind, [each.id for each in words], groups))
        needs = next((each for each in tables if each["id"] == "needs"), None)
        tables += [first_needs(of), awareness(of)]
        if needs is not None:
            tables.append(gap(of, needs))
    tables += presence(of, dimensions, groups)
    own = not public and "proposals" not in cohort.privacy.sensitive

    def count(n: int) -> int | None:
        return n if n >= least else None

    made = {
        "schema": SCHEMA,
        "kind": "cohort-report",
        "invented": cohort.invented,
        "public": public,
        "date": cohort.date.isoformat(),
        "title": dict(cohort.title.texts),
        "region": dict(cohort.region.texts),
        "instrument": version,
        "least": least,
        "least_sensitive": cohort.privacy.least_sensitive,
        "invited": cohort.invited,
        "present": cohort.present,
        "forms": count(found.forms),
        "results": count(found.results),
        "stays": False,
        "tables": tables,
        "proposals": [
            {"text": text, "written": count(n), "hands": count(v)}
            for text, n, v in (found.texts if own else ())
        ],
        "proposals_left_out": count(found.telling) if found.telling else 0,
        "own_words": own,
    }
    return made if before is None else after(before, made)
