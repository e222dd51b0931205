"""What was written in a Word document of the worksheets, by the names of its blanks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from creativekit.documents.docx_reading import Filled, read_controls
from creativekit.documents.filled_form import FilledForm
from creativekit.errors import Message, Problem, fail, msg
from creativekit.positioning.docx_controls import SCALE, placeholders
from creativekit.positioning.docx_names import VERSION, from_bookmark, from_mark
from creativekit.positioning.form import is_blank, on_their_lines
from creativekit.positioning.words import words
from creativekit.project.localized import LANGUAGES

_MOST_NOTED, _LONGEST_SHOWN = 20, 100


def read(source: bytes | Path, name: str = "") -> FilledForm:
    """Values by name of a blank, each as a text, empty ones as "", in the document's order.

    An answer of one line that was typed on several has spaces for its line ends. A control that is
    none of ours is left out with a note, so is an answer that is far too long, and the second of
    two that differ. name: what errors call the file. Raises InputError for a file that cannot be
    read, is no document of ours, or comes from a newer creativekit.
    """
    name = name or (source.name if isinstance(source, Path) else "worksheets.docx")
    found = read_controls(source, name, from_bookmark)
    language, version, sheets = _account(found.marks, name)
    prompts = frozenset(each for said in LANGUAGES for each in placeholders(words(said)))
    values: dict[str, str] = {}
    unknown: list[str] = []
    unread: list[str] = []
    twice: list[str] = []
    for control in found.filled:
        if not is_blank(control.name):
            unknown.append(control.name)
            continue
        if control.text is None:
            unread.append(control.name)
        text = _written(control, prompts)
        first = values.setdefault(control.name, text)
        if not first:
            values[control.name] = text
        elif text and text != first:
            twice.append(control.name)
    if not values:
        fail(
            msg(
                "the fields of this document are gone: a copy saved in another format, or by a"
                " program that knows none, cannot be read back"
            ),
            file=name,
        )
    notes = (
        *_notes(msg("what is written here is far too long: it was left out"), unread, name),
        *_notes(msg("this is answered twice; the first answer counts"), twice, name),
        *_notes(msg("this field is not one of creativekit's and was left out"), unknown, name),
    )
    return FilledForm(on_their_lines(values), language, version, sheets, notes)


def _written(control: Filled, prompts: frozenset[str]) -> str:
    """What somebody wrote: LibreOffice up to 7.4 forgets that a prompt is one."""
    # Soft hyphens in long words are ours; see docx_controls.
    plain = (control.text or "").replace("\u00ad", "")
    lines = plain.replace("\t", " ").split("\n")
    text = "\n".join(line.strip() for line in lines).strip()
    if control.shows_prompt or text in prompts:
        return ""
    return SCALE.get(text, text)


def _account(marks: Sequence[str], name: str) -> tuple[str, int, tuple[int, ...]]:
    """Language, version and sheets, as the document says of itself."""
    found = [each for mark in marks if (each := from_mark(mark)) is not None]
    if not found:
        fail(
            msg(
                "this document was not made by creativekit: only its own worksheets are read, saved"
                " as .docx"
            ),
            file=name,
        )
    version = max(each[0] for each in found)
    if version > VERSION:
        fail(
            msg(
                "the form was made by a newer creativekit (form {found}; this one reads up to"
                " {known}): please update creativekit",
                found=version,
                known=VERSION,
            ),
            file=name,
        )
    languages = tuple(dict.fromkeys(each[1] for each in found))
    if len(languages) > 1:
        fail(
            msg("the sheets of this document are in several languages: keep those of one"),
            file=name,
            accepted=languages,
        )
    if version < 1 or languages[0] not in LANGUAGES:
        fail(msg("what the form says of itself is damaged: make it anew and fill it in"), file=name)
    return languages[0], version, tuple(sorted({each[2] for each in found}))


def _notes(message: Message, names: Sequence[str], file: str) -> Iterator[Problem]:
    for each in tuple(dict.fromkeys(names))[:_MOST_NOTED]:
        yield Problem(message, file=file, key=each[:_LONGEST_SHOWN], severity="warning")
