"""How long a hundred thousand answers take to collect, and how much memory.

    python benchmarks/collect.py [PEOPLE]

Writes two exports of invented people (needs forms and self-assessments) into a temporary folder,
collects them in a process of its own, and says seconds and megabytes of each part.
"""

from __future__ import annotations

import csv
import datetime
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from creativekit.cohort import config, rehearsal_files
from creativekit.cohort.collect import Collector
from creativekit.cohort.new_cohort import CohortAnswers, cohort_text
from creativekit.cohort.store import Store
from creativekit.cohort.synthetic import invent
from creativekit.presence.instrument_file import instrument

KEY = bytes(32)


def write(folder: Path, people: int) -> None:
    """The two exports, row by row."""
    answers = CohortAnswers("A cohort", "A region", datetime.date(2026, 11, 25), invented=True)
    (folder / "cohort.toml").write_text(cohort_text(answers, str), "utf-8")
    cohort, asked = config.load(folder), instrument()
    for name, rows in (
        ("needs.csv", rehearsal_files.needs_rows(cohort, invent(cohort, asked, people, 1), 1, "/")),
        (
            "presence.csv",
            rehearsal_files.presence_rows(cohort, asked, invent(cohort, asked, people, 1), 1),
        ),
    ):
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)


def collect(folder: Path) -> None:
    cohort = config.load(folder)
    started = time.perf_counter()
    with Store.open(cohort.store) as store:
        collector = Collector(cohort, store, KEY, instrument())
        for name in ("needs.csv", "presence.csv"):
            before = time.perf_counter()
            report = collector.file(folder / name)
            size = (folder / name).stat().st_size / 1e6
            print(
                f"{name} ({size:.0f} MB): {report.rows} rows, {report.refused} refused,"
                f" {time.perf_counter() - before:.1f} s"
            )
    print(
        f"all of it: {time.perf_counter() - started:.1f} s,"
        f" of which {time.process_time():.1f} s on the processor"
    )
    before = time.perf_counter()
    with Store.open(cohort.store, check=True) as store:
        print(f"opened and checked: {time.perf_counter() - before:.1f} s, {store.people()} people")
    print(f"store: {cohort.store.stat().st_size / 1e6:.0f} MB")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--collect"]:
        collect(Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as name:
            write(Path(name), int(sys.argv[1]) if sys.argv[1:] else 100_000)
            subprocess.run([sys.executable, __file__, "--collect", name], check=True)
