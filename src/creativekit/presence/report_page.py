"""The report as one HTML page: offline, without a script, light or dark, two A4 pages printed.

Charts are drawn in place with the page's own colours; what they show is in tables as well, for who
does not see them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from creativekit.documents.web_page import inside
from creativekit.identity.model import Identity
from creativekit.presence.page_frame import framed
from creativekit.presence.report import STEM, data
from creativekit.presence.report_charts import radar, timeline
from creativekit.presence.report_words import PAGE, STYLE, words
from creativekit.presence.reported import Reported

_DENSE = 36


def page(identity: Identity, assessment: Reported, language: str) -> bytes:
    """The page in one language, UTF-8. Raises InputError for templates of the project that are
    wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    told = data(assessment, language, folder)
    values: dict[str, Any] = {
        **told,
        "w": words(language, folder),
        "radar": radar(told["dimensions"], identity.type.body_bold, language),
        "timeline": timeline(told["runs"]),
        "dense": _is_dense(told),
    }
    return framed(
        PAGE,
        identity,
        language,
        STEM,
        lambda code: words(code, folder)("language"),
        inside(STYLE, "style", folder),
        values,
    )


def _is_dense(told: dict[str, Any]) -> bool:
    """Whether paper needs smaller print for so much; a gap takes the room of two items."""
    items = sum(len(each["items"]) for each in told["dimensions"])
    return items + 2 * len(told["gaps"]) > _DENSE
