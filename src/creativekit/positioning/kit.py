"""The worksheets of a project as Jobs: PDF for the table and for the wall, a page, and a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from creativekit.errors import fail, msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.positioning import frames, limits, markdown, page_words, pages, sheets, words
from creativekit.positioning.pages import Paper
from creativekit.project import templates
from creativekit.project.positioning_section import Positioning

FOLDER = "positioning"
BLANK = f"{FOLDER}/blank"


@dataclass(frozen=True)
class Answers:
    """What is filled in; `digest` tells two of them apart."""

    sections: Positioning

    @cached_property
    def digest(self) -> str:
        return digest(repr(self.sections))


def jobs(
    identity: Identity,
    answers: Positioning | None,
    papers: Iterable[Paper] = ("a4", "a3"),
    only: int | None = None,
) -> tuple[Job, ...]:
    """answers: None for empty sheets. only: the number of one sheet.

    Raises InputError for sheets of the project that are wrong, or a number that none has.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    numbers = [each.number for each in sheets.worksheets(folder)]
    if only is not None and only not in numbers:
        message = msg("there is no sheet {number}", number=only)
        fail(message, accepted=tuple(map(str, numbers)))
    filled = None if answers is None else Answers(answers)
    where = BLANK if answers is None else FOLDER
    stem = "worksheets" if only is None else f"sheet-{only:02}"
    sources = _sources(folder)
    found = []
    for language in identity.languages:
        label = msg("worksheets in {language}", language=language)
        for paper in papers:
            mark = "" if paper == "a4" else f"-{paper}"
            found.append(
                Job(
                    f"{where}/{stem}-{language}{mark}.pdf",
                    pdf_file,
                    (identity, filled, language, paper, only, sources),
                    label,
                    4.0,
                )
            )
        found.append(
            Job(
                f"{where}/{stem}-{language}.html",
                html_file,
                (identity, filled, language, only, stem, sources),
                label,
                1.5,
            )
        )
        if answers is not None:
            found.append(
                Job(
                    f"{where}/{stem}-{language}.md",
                    markdown_file,
                    (identity, filled, language, only, sources),
                    label,
                    0.3,
                )
            )
    return tuple(found)


def pdf_file(
    identity: Identity,
    answers: Answers | None,
    language: str,
    paper: Paper,
    only: int | None,
    sources: str,
) -> bytes:
    return pages.pack(identity, answers.sections if answers else None, language, paper, only)


def markdown_file(
    identity: Identity, answers: Answers | None, language: str, only: int | None, sources: str
) -> bytes:
    return markdown.markdown(identity, answers.sections if answers else None, language, only)


def html_file(
    identity: Identity,
    answers: Answers | None,
    language: str,
    only: int | None,
    stem: str,
    sources: str,
) -> bytes:
    from creativekit.positioning.html import page  # a plan needs no templates of HTML

    return page(identity, answers.sections if answers else None, language, only, stem)


def _sources(folder: Path | None) -> str:
    """Digest of the templates that sheets are made from, ours or the project's."""
    names = (
        *templates.listing(sheets.FOLDER, "*.toml", folder),
        *(module.FILE for module in (words, frames, limits, page_words)),
        pages.TEMPLATE,
        *page_words.TEMPLATES,
    )
    return digest(*(templates.read(name, folder) for name in names))
