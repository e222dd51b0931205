"""A cohort to test with, and its parts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from creativekit.cohort import config
from creativekit.cohort.collect import Collector, FileReport
from creativekit.cohort.config import Cohort
from creativekit.cohort.needs_form import Words, form_words
from creativekit.cohort.store import Store
from creativekit.presence.instrument import Instrument
from creativekit.presence.instrument_file import instrument

KEY = bytes(range(32))
TOML = """schema = 1
title = { kk = "Кездесу", ru = "Встреча", en = "Meeting" }
region = { kk = "Қызылорда облысы", ru = "Кызылординская область", en = "Kyzylorda Region" }
date = 2026-11-25
[organiser]
name = { kk = "Хаб", ru = "Хаб", en = "Hub" }
color = "#0a7e8c"
[[proposal]]
id = "fair"
title = { kk = "Жәрмеңке", ru = "Ярмарка", en = "A fair" }
[[proposal]]
id = "studio"
title = { kk = "Студия ашу", ru = "Открыть студию", en = "Open a studio" }
"""


def cohort(folder: Path = Path("/nowhere"), text: str = TOML) -> Cohort:
    return config.parse(text.encode(), folder)


@cache
def asked() -> Instrument:
    return instrument()


@cache
def words() -> Words:
    return form_words()


@contextmanager
def collecting(folder: Path, text: str = TOML) -> Iterator[Collector]:
    with Store.open(folder / "cohort.sqlite") as store:
        yield Collector(cohort(folder, text), store, KEY, asked())


def table(folder: Path, rows: list[list[str]], name: str = "export.csv") -> Path:
    """A CSV of rows, the head first."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows(rows)
    path = folder / name
    path.write_bytes(stream.getvalue().encode("utf-8", "surrogatepass"))
    return path


def reasons(report: FileReport) -> list[tuple[int | None, str | None, str]]:
    """Row, column and reason of what was refused."""
    return [(each.line, each.key, str(each.message)) for each in report.problems]


def dump(store: Store) -> list[str]:
    """Everything in a store."""
    return list(store.connection.iterdump())
