"""The files of a report, planned: report.json, report.csv, and a page, a PDF and a Word document in
each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from creativekit.cohort.report_files import FILE, PAGE, PRINTED, STEM, STYLE
from creativekit.cohort.report_table import csv_file, json_file
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.presence.report_words import BASE
from creativekit.project import templates

FOLDER = "report"
FIGURES = "report.json"
FORM = "cohort/form.toml"
FORMATS = ("html", "pdf", "docx", "json", "csv")
"""What a report is made as; the figures (json) are always among them."""


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
    made: dict[str, tuple[Callable[..., bytes], tuple[str, ...], float]] = {
        "html": (html_file, (PAGE, BASE, STYLE, FILE, FORM), 3.0),
        "pdf": (pdf_file, (PRINTED, FILE, FORM), 5.0),
        "docx": (docx_file, (FILE, FORM), 5.0),
    }
    for kind, (make, names, cost) in made.items():
        sources = digest(*(templates.read(name, folder) for name in names))
        for language in languages if kind in formats else ():
            yield Job(
                f"{place}/{STEM}-{language}.{kind}",
                make,
                (identity, report, titles, language, sources),
                msg("report of the cohort, in {language}", language=language),
                cost,
            )


def html_file(identity: Identity, report: Any, titles: Any, language: str, sources: str) -> bytes:
    """The report as one HTML page. sources: digest of the templates, which the bytes depend on."""
    from creativekit.cohort.report_page import page

    return page(identity, report, titles, language)


def pdf_file(identity: Identity, report: Any, titles: Any, language: str, sources: str) -> bytes:
    """The report as a PDF; sources as above."""
    from creativekit.cohort.report_pdf import pdf

    return pdf(identity, report, titles, language)


def docx_file(identity: Identity, report: Any, titles: Any, language: str, sources: str) -> bytes:
    """The report as a Word document; sources as above."""
    from creativekit.cohort.report_docx import document

    return document(identity, report, titles, language)
