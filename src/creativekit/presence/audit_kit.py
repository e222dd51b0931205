"""What a live audit puts into the kit: a page in each language, and the same for programs.

Makers import what is heavy themselves: a plan of Jobs costs nothing.
"""

from __future__ import annotations

from pathlib import Path

from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.presence.audit_record import AuditRecord
from creativekit.presence.audit_words import TEMPLATES
from creativekit.project import templates

FOLDER = "presence"
STEM = "audit"
DATA = f"{FOLDER}/{STEM}.json"


def page_path(language: str) -> str:
    """Of the page in a language, in the kit."""
    return f"{FOLDER}/{STEM}-{language}.html"


def jobs(identity: Identity, audit: AuditRecord) -> tuple[Job, ...]:
    """kit/presence/audit-<language>.html in each of the identity's languages, and audit.json."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    sources = digest(*(templates.read(name, folder) for name in TEMPLATES))
    pages = (
        Job(
            page_path(language),
            html_file,
            (identity, audit, language, sources),
            msg("page of the site's audit, in {language}", language=language),
            2.0,
        )
        for language in identity.languages
    )
    name = identity.name.get(identity.languages[0])
    label = msg("the site's audit for programs")
    return (*pages, Job(DATA, json_file, (audit, name, tuple(identity.languages)), label))


def html_file(identity: Identity, audit: AuditRecord, language: str, sources: str) -> bytes:
    """The page. sources: digest of the templates, which the bytes depend on."""
    from creativekit.presence.audit_page import page

    return page(identity, audit, language)


def json_file(audit: AuditRecord, name: str, languages: tuple[str, ...]) -> bytes:
    """The audit for programs, its words by language."""
    from creativekit.presence.audit_report import audit_json

    return audit_json(audit, name, languages)
