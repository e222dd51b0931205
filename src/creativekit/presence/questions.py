"""The empty questions as Jobs: to print, and as a PDF to fill in, in each language.

Makers import what is heavy themselves: a plan of Jobs costs nothing.
"""

from __future__ import annotations

from pathlib import Path

from creativekit.artwork.dress import FILE as DRESS
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.presence.instrument import Instrument
from creativekit.presence.question_words import TEMPLATES
from creativekit.project import templates

FOLDER = "presence"
STEM = "questions"


def jobs(identity: Identity, instrument: Instrument, profile: str | None = None) -> tuple[Job, ...]:
    """kit/presence/questions-<language>.pdf and -form.pdf; with the profile's name before the
    language where they are one profile's."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    sources = digest(*(templates.read(name, folder) for name in (*TEMPLATES, DRESS)))
    stem = STEM if profile is None else f"{STEM}-{profile}"
    found = []
    for language in identity.languages:
        inputs = (identity, instrument, language, profile, sources)
        for end, make, cost, label in (
            (".pdf", sheet_file, 4.0, msg("questions to print, in {language}", language=language)),
            (
                "-form.pdf",
                form_file,
                6.0,
                msg("questions to fill in on a screen, in {language}", language=language),
            ),
        ):
            path = f"{FOLDER}/{stem}-{language}{end}"
            found.append(Job(path, make, inputs, label, cost, kin=f"{STEM}-{language}"))
    return tuple(found)


def sheet_file(
    identity: Identity, instrument: Instrument, language: str, profile: str | None, sources: str
) -> bytes:
    """The sheet to print. sources: digest of the templates, which the bytes depend on."""
    from creativekit.presence.question_sheet import sheet

    return sheet(identity, instrument, language, profile)


def form_file(
    identity: Identity, instrument: Instrument, language: str, profile: str | None, sources: str
) -> bytes:
    """The form. sources: digest of the templates, which the bytes depend on."""
    from creativekit.presence.question_form import form

    return form(identity, instrument, language, profile)
