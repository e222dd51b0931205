"""How long the report of a hundred thousand people takes, and how much memory.

    python benchmarks/cohort_report.py [PEOPLE]

Puts the answers of invented people into a store in a temporary folder, then adds them up and makes
the figures in a process of its own.
"""

from __future__ import annotations

import datetime
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from creativekit.cohort import config
from creativekit.cohort.aggregate import totals
from creativekit.cohort.model import Needs, Person, Presence, Proposal, Response, age_band
from creativekit.cohort.new_cohort import CohortAnswers, cohort_text
from creativekit.cohort.published import published
from creativekit.cohort.report_table import csv_file, json_file
from creativekit.cohort.store import Store
from creativekit.cohort.synthetic import invent
from creativekit.presence.instrument_file import instrument


def responses(cohort: config.Cohort, people: int) -> Iterator[Response]:
    asked, chance = instrument(), random.Random(1)
    for each in invent(cohort, asked, people, 1):
        person = f"{each.number:032x}"
        scores = {one.id: float(chance.randint(0, 100)) for one in asked.dimensions}
        yield Response(
            Person(
                person, each.group, each.sector, each.settlement,
                None if each.age is None else age_band(each.age), each.language,
            ),
            Needs(
                person, cohort.date, each.needs, each.barriers, each.awareness,
                tuple(Proposal(f"{text} {each.number}", 1) for text in each.proposals), each.votes,
            ),
            (
                Presence(
                    person, cohort.date.replace(day=1), asked.version, each.profile, {}, scores,
                    sum(scores.values()) / len(scores),
                ),
            ),
        )  # fmt: skip


def report(folder: Path) -> None:
    cohort, asked = config.load(folder), instrument()
    started = time.perf_counter()
    with Store.open(cohort.store) as store:
        found = totals(store, asked.version, (cohort.words.decoy.id,))
    added = time.perf_counter()
    made = published(cohort, found, [each.id for each in asked.dimensions], version=asked.version)
    size = len(json_file(made)) + len(csv_file(made))
    print(
        f"{found.forms} forms, {found.results} self-assessments: added up in"
        f" {added - started:.1f} s, all in {time.perf_counter() - started:.1f} s, {size} bytes;"
        f" store {cohort.store.stat().st_size / 1e6:.0f} MB;"
        f" memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--report"]:
        report(Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            answers = CohortAnswers(
                "A cohort", "A region", datetime.date(2026, 11, 25), invented=True
            )
            (folder / config.FILE_NAME).write_text(cohort_text(answers, str), "utf-8")
            cohort = config.load(folder)
            people = int(sys.argv[1]) if sys.argv[1:] else 100_000
            with Store.open(cohort.store) as store:
                store.add(responses(cohort, people))
            subprocess.run([sys.executable, __file__, "--report", name], check=True)
