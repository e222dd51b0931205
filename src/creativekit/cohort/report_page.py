"""The report of a cohort as one HTML page: offline, without a script, light or dark, printable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from creativekit.cohort.report_files import PAGE, STEM, STYLE
from creativekit.cohort.report_view import view
from creativekit.cohort.report_words import words
from creativekit.documents.web_page import inside
from creativekit.identity.model import Identity
from creativekit.presence.page_frame import framed


def page(identity: Identity, report: Any, titles: Any, language: str) -> bytes:
    """The page in one language, UTF-8. Raises InputError for templates that are wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    return framed(
        PAGE,
        identity,
        language,
        STEM,
        lambda code: words(code, folder)("language"),
        inside(STYLE, "style", folder),
        {**view(report, titles, language, folder), "w": words(language, folder)},
    )
