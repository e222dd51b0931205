"""The files of a report, planned: report/report.json, report.csv, report-<language>.html."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from creativekit.cohort.report_table import csv_file, json_file
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.project import templates

FOLDER = "report"
FIGURES = "report.json"
STEM = "report"
PAGE, STYLE, FILE = "cohort/report.html.j2", "cohort/report.css", "cohort/report.toml"


def jobs(
    identity: Identity | None,
    report: Mapping[str, Any],
    titles: Mapping[str, Mapping[str, Mapping[str, str]]],
    languages: tuple[str, ...],
    formats: tuple[str, ...],
) -> Iterator[Job]:
    """report: as `published`. titles: of ids, by what is asked. The figures are always among them,
    because the next report has to know them."""
    place = f"{FOLDER}{'-public' if report['public'] else ''}"
    yield Job(f"{place}/{FIGURES}", json_file, (report,), msg("report for programs"))
    if "csv" in formats:
        yield Job(f"{place}/report.csv", csv_file, (report,), msg("report for programs"))
    if identity is None:
        return
    folder = Path(identity.project_folder) if identity.project_folder else None
    sources = digest(*(templates.read(name, folder) for name in (PAGE, STYLE, FILE)))
    for language in languages if "html" in formats else ():
        yield Job(
            f"{place}/{STEM}-{language}.html",
            html_file,
            (identity, report, titles, language, sources),
            msg("report of the cohort, in {language}", language=language),
            3.0,
        )


def html_file(identity: Identity, report: Any, titles: Any, language: str, sources: str) -> bytes:
    """The report as one HTML page. sources: digest of the templates, which the bytes depend on."""
    from creativekit.cohort.report_page import page

    return page(identity, report, titles, language)
