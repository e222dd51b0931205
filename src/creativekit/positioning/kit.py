"""The worksheets of a project as Jobs: PDF for the table, the wall and the screen, a page for the
browser, a document for Word, a text, and pictures of what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from creativekit.artwork.dress import FILE as DRESS
from creativekit.errors import Message, fail, msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.positioning import form, frames, limits, markdown, page_words, pages, sheets, words
from creativekit.positioning.formats import BLANK_FORMATS, FORMATS, Format
from creativekit.positioning.pages import Paper
from creativekit.positioning.pictures import files as pictures
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


@dataclass(frozen=True)
class Order:
    """What is asked for: what every maker of files is told.

    answers: None for empty sheets. papers: for what is printed. only, sheet: number and id of the
    one sheet that is wanted. folder, stem: of the files' paths. sources: digest of the templates.
    """

    identity: Identity
    answers: Positioning | None
    papers: tuple[Paper, ...]
    only: int | None
    sheet: str | None
    folder: str
    stem: str
    sources: str

    @property
    def filled(self) -> Answers | None:
        return None if self.answers is None else Answers(self.answers)

    def path(self, language: str, end: str) -> str:
        return f"{self.folder}/{self.stem}-{language}{end}"


def jobs(
    identity: Identity,
    answers: Positioning | None,
    papers: Iterable[Paper] = ("a4", "a3"),
    only: int | None = None,
    formats: Iterable[Format] = FORMATS,
) -> tuple[Job, ...]:
    """answers: None for empty sheets. only: the number of one sheet. formats: some of `FORMATS`.

    Raises InputError for sheets of the project that are wrong, a number that none has, or formats
    that empty sheets are not made in.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    ids = {each.number: each.id for each in sheets.worksheets(folder)}
    if only is not None and only not in ids:
        message = msg("there is no sheet {number}", number=only)
        fail(message, accepted=tuple(map(str, ids)))
    possible = [each for each in FORMATS if answers is not None or each in BLANK_FORMATS]
    wanted = tuple(formats)
    chosen = [each for each in possible if each in wanted]
    if not chosen:
        fail(msg("empty sheets are not made in these formats"), accepted=tuple(possible))
    order = Order(
        identity,
        answers,
        tuple(papers),
        only,
        None if only is None else ids[only],
        BLANK if answers is None else FOLDER,
        "worksheets" if only is None else f"sheet-{only:02}",
        _sources(folder),
    )
    return tuple(job for each in chosen for job in _MAKERS[each](order))


def _in_each_language(
    order: Order,
    end: str,
    maker: Callable[..., bytes],
    cost: float,
    label: Callable[[str], Message],
    *more: object,
    kin: Callable[[str], str] | None = None,
    shared: float = 0.0,
) -> Iterator[Job]:
    """A Job a language: `maker` is called with the identity, the answers, the language, `more`, the
    number of the one sheet, and the digest of the templates. kin, shared: of the language's Job."""
    for language in order.identity.languages:
        yield Job(
            order.path(language, end),
            maker,
            (order.identity, order.filled, language, *more, order.only, order.sources),
            label(language),
            cost,
            kin=(kin or _kin)(language),
            shared=shared,
        )


def _print_jobs(order: Order) -> Iterator[Job]:
    for paper in order.papers:
        end = ".pdf" if paper == "a4" else f"-{paper}.pdf"
        yield from _in_each_language(order, end, pdf_file, 4.0, _label, paper)


def _form_jobs(order: Order) -> Iterator[Job]:
    def label(language: str) -> Message:
        return msg("worksheets to fill in on a screen, in {language}", language=language)

    return _in_each_language(order, "-form.pdf", form_file, 6.0, label)


def _docx_jobs(order: Order) -> Iterator[Job]:
    def label(language: str) -> Message:
        return msg("worksheets to fill in in Word, in {language}", language=language)

    # Word's bands are painted, and what that takes most of is the same in every language.
    return _in_each_language(
        order,
        ".docx",
        docx_file,
        6.5,
        label,
        kin=lambda language: "worksheets-word",
        shared=4.5,
    )


def _html_jobs(order: Order) -> Iterator[Job]:
    return _in_each_language(order, ".html", html_file, 1.5, _label, order.stem)


def _markdown_jobs(order: Order) -> Iterator[Job]:
    return _in_each_language(order, ".md", markdown_file, 0.3, _label)


def _picture_jobs(order: Order) -> Iterable[Job]:
    if order.answers is None:
        return ()
    return pictures.jobs(order.identity, order.answers, FOLDER, order.sheet, order.sources)


def _label(language: str) -> Message:
    return msg("worksheets in {language}", language=language)


def _kin(language: str) -> str:
    """Sheets in one language have the same bands over them, whatever they are made as."""
    return f"worksheets-{language}"


# A new format is a name in `formats`, and here the function that makes its Jobs.
_MAKERS: Mapping[Format, Callable[[Order], Iterable[Job]]] = {
    "print": _print_jobs,
    "form": _form_jobs,
    "html": _html_jobs,
    "docx": _docx_jobs,
    "md": _markdown_jobs,
    "pictures": _picture_jobs,
}


def pdf_file(
    identity: Identity,
    answers: Answers | None,
    language: str,
    paper: Paper,
    only: int | None,
    sources: str,
) -> bytes:
    return pages.pack(identity, answers.sections if answers else None, language, paper, only)


def form_file(
    identity: Identity, answers: Answers | None, language: str, only: int | None, sources: str
) -> bytes:
    return form.form(identity, answers.sections if answers else None, language, only)


def docx_file(
    identity: Identity, answers: Answers | None, language: str, only: int | None, sources: str
) -> bytes:
    from creativekit.positioning.docx import document

    return document(identity, answers.sections if answers else None, language, only)


def markdown_file(
    identity: Identity, answers: Answers | None, language: str, only: int | None, sources: str
) -> bytes:
    return markdown.markdown(identity, answers.sections if answers else None, language, only)


def html_file(
    identity: Identity,
    answers: Answers | None,
    language: str,
    stem: str,
    only: int | None,
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
        DRESS,
        *page_words.TEMPLATES,
    )
    return digest(*(templates.read(name, folder) for name in names))
