"""The report of a cohort: read from its store, made safe, and planned as files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from creativekit.cohort.aggregate import Totals, totals
from creativekit.cohort.config import FILE_NAME, Cohort
from creativekit.cohort.published import SCHEMA, published
from creativekit.cohort.report_jobs import FIGURES, FOLDER, FORMATS, jobs
from creativekit.cohort.store import Store
from creativekit.cohort.vocabulary import NO_SOURCE
from creativekit.errors import Problem, fail, msg
from creativekit.press.plan import Plan
from creativekit.press.run import Progress
from creativekit.project.localized import LANGUAGES


@dataclass(frozen=True, slots=True)
class ReportOrder:
    """formats: of `FORMATS`. public: for everybody, so under stricter rules.
    out: where the report before this one lies, whose figures limit this one's."""

    cohort: Cohort
    out: Path
    formats: tuple[str, ...]
    public: bool = False
    mark: str | None = None

    @property
    def partial(self) -> bool:
        return set(self.formats) != set(FORMATS)

    @property
    def capability(self) -> str:
        return f"cohort:{FOLDER}{'-public' if self.public else ''}"

    def plan(self, workers: int | None = None, progress: Progress | None = None) -> Plan:
        """Raises InputError for a store or a brand that is wrong."""
        from creativekit.presence.instrument_file import instrument

        cohort = self.cohort
        asked = instrument(cohort.folder)
        previous = cohort.privacy.previous
        with Store.open(cohort.store, create=False) as store:
            found = totals(store, asked.version, (cohort.words.decoy.id,), previous)
        report = published(
            cohort,
            found,
            [each.id for each in asked.dimensions],
            version=asked.version,
            public=self.public,
            before=_before(self.out / f"{FOLDER}{'-public' if self.public else ''}" / FIGURES),
        )
        brand: Any = None
        if {"html", "pdf", "docx"} & set(self.formats):
            from creativekit.cohort.config import organiser_project
            from creativekit.identity.resolve import identity

            brand = replace(identity(organiser_project(cohort)), languages=cohort.languages)
        words = cohort.words
        titles: dict[str, Any] = {
            "group": words.groups, "sector": words.sectors, "settlement": words.settlements,
            "needs": words.needs, "barriers": words.barriers, "votes": words.proposals,
            "awareness": words.initiatives, "presence": asked.dimensions,
        }  # fmt: skip
        named = {
            kind: {each.id: dict(each.title.texts) for each in found_words}
            for kind, found_words in titles.items()
        }
        sources = {
            each.id: {
                "text": {language: each.source.get(language) for language in LANGUAGES},
                "date": None if each.date is None else each.date.isoformat(),
            }
            for each in words.initiatives
            if each.source != NO_SOURCE
        }
        whole = {**report, "sources": sources}
        made = tuple(jobs(brand, whole, named, cohort.languages, self.formats))
        return Plan(made, tuple(_warnings(cohort, found, report["stays"])))


def _warnings(cohort: Cohort, found: Totals, stays: bool) -> Iterator[Problem]:
    if stays:
        yield Problem(
            msg(
                "some lines stay as they were in the last report: what has changed in them since"
                " would tell of too few people"
            ),
            severity="warning",
        )
    for group in cohort.words.groups:
        if group.present is None or found.traits["group"].get(group.id, 0) <= group.present:
            continue
        yield Problem(
            msg(
                "more people of the group '{group}' answered than were present, {present}",
                group=group.id,
                present=group.present,
            ),
            FILE_NAME,
            key="group.present",
            severity="warning",
        )


def _before(file: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(file.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("schema") != SCHEMA or "tables" not in found:
        fail(
            msg("this is no report that creativekit wrote; move it away to start afresh"),
            file=str(file),
        )
    return found
