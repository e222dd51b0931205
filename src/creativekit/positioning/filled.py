"""A filled form, whatever it was filled in with: a PDF, a Word document, the page's answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from creativekit.documents.filled_form import FilledForm
from creativekit.errors import Problem, fail, msg
from creativekit.positioning.changes import Changes


def read(file: Path) -> FilledForm:
    """By what the file is, not by what it is called: mail and phones rename files.

    Raises InputError for a file that is none of ours or cannot be read, OSError for none at all.
    """
    with file.open("rb") as opened:
        start = opened.read(64)
    # A zip, as .docx is, or what Word locks with a password, and its older .doc.
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        from creativekit.positioning.docx_reading import read as read_docx

        return read_docx(file)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        from creativekit.positioning.answers_file import read_answers

        return read_answers(file)
    from creativekit.positioning.form import read as read_pdf

    return read_pdf(file)


def check_language(form: FilledForm, spoken: Sequence[str], file: str) -> None:
    """Raises InputError for a form in a language that the project does not speak."""
    if form.language not in spoken:
        fail(
            msg("the form is in '{found}', which the project does not speak", found=form.language),
            file=file,
            accepted=tuple(spoken),
        )


def left_out(found: Changes, file: str) -> tuple[Problem, ...]:
    """Warnings about answers that no sheet of the project asks for."""
    message = msg("no sheet of the project asks for this; it was left out")
    return tuple(
        Problem(message, file=file, key=name, severity="warning") for name in found.left_out
    )
