"""The report as a PDF: two pages of A4, tagged, with the brand's picture over the first.

The pages show less than the HTML page does: remarks, commands and what to mend on the site stay
there. Texts are set as large as two pages allow; where even the smallest size is too large, the
report goes on on another page and nothing is left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from creativekit.artwork.paper_dress import BAND, paper_dress, paper_faces
from creativekit.documents.typst import compile_pdf
from creativekit.fonts.faces import Face
from creativekit.fonts.settable import settable
from creativekit.identity.model import Identity
from creativekit.presence.page_frame import BAND_PX, page_band
from creativekit.presence.report import data
from creativekit.presence.report_charts import radar, timeline
from creativekit.presence.report_words import PRINTED, words
from creativekit.presence.reported import Reported
from creativekit.project import templates

_LONGEST = 200
# Words of report.toml that the pages say themselves.
_SAID = (
    "of_hundred", "overall", "result", "withheld", "weakest", "strongest", "dimensions",
    "dimension", "score", "difference", "now", "before", "plan", "done_when", "find_out", "gaps",
    "gaps_lead", "said", "seen", "change", "answers", "audit",
)  # fmt: skip


def pdf(identity: Identity, assessment: Reported, language: str) -> bytes:
    """The PDF in one language. Raises InputError for templates of the project that are wrong, or a
    letter that no face has."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words(language, folder)
    type_, faces = identity.type, paper_faces(identity)
    told = _printed(data(assessment, language, folder), (type_.body, faces["spare"]))
    name = identity.name.get(language)
    over = page_band(identity, told["title"], language)
    values: dict[str, Any] = {
        **told,
        "title_words": told["title"],
        "name": name,
        "w": {key: said(key) for key in _SAID},
        **paper_dress(identity, over, BAND_PX[1]),
        "radar": radar(told["dimensions"], type_.body_bold, language),
        "timeline": timeline(told["runs"]),
        "panel": identity.palette.light["surface"],
    }
    return compile_pdf(
        templates.read(PRINTED, folder),
        values,
        {BAND: over.svg},
        faces,
        title=f"{told['title']} · {name}",
        language=language,
        name=f"{templates.FOLDER}/{PRINTED}",
    )


def _printed(told: dict[str, Any], faces: tuple[Face, ...]) -> dict[str, Any]:
    """Without what the pages do not show, and with what other people's sites say in letters that
    there are: a smile in a title of theirs is no reason to have no report."""
    dimensions = [
        {**each, "items": [{**item, "note": ""} for item in each["items"]]}
        for each in told["dimensions"]
    ]
    gaps = [
        {**each, "seen": [_foreign(text, faces) for text in each["seen"]]} for each in told["gaps"]
    ]
    checked = told["checked"]
    if checked is not None:
        checked = {
            **checked,
            "url": _foreign(checked["url"], faces),
            "groups": [{**each, "open": []} for each in checked["groups"]],
        }
    return {**told, "dimensions": dimensions, "gaps": gaps, "checked": checked}


def _foreign(text: str, faces: tuple[Face, ...]) -> str:
    """As it can be set, and not endless."""
    return settable(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…", faces)
