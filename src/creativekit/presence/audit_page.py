"""A live audit as one HTML page, to mend a site by: what needs mending is sorted out by one tick.

The tick is a checkbox of the page that its style reads, so there is no script; without a style all
of it is there, in the order of what to mend first.
"""

from __future__ import annotations

from pathlib import Path

from creativekit.documents.web_page import inside
from creativekit.identity.model import Identity
from creativekit.presence import report_words
from creativekit.presence.audit_kit import STEM
from creativekit.presence.audit_record import AuditRecord
from creativekit.presence.audit_report import data
from creativekit.presence.audit_words import PAGE, STYLE, words
from creativekit.presence.page_frame import framed


def page(identity: Identity, audit: AuditRecord, language: str) -> bytes:
    """The page in one language, UTF-8. Raises InputError for templates of the project that are
    wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    style = "\n".join(inside(each, "style", folder) for each in (report_words.STYLE, STYLE))
    return framed(
        PAGE,
        identity,
        language,
        STEM,
        lambda code: words(code, folder)("language"),
        style,
        {**data(audit, language, folder), "w": words(language, folder)},
    )
