"""The report as a PDF: two pages of A4, tagged, with the brand's picture over the first.

The pages show less than the HTML page does: remarks, commands and what to mend on the site stay
there. Texts are set as large as two pages allow; where even the smallest size is too large, the
report goes on on another page and nothing is left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from creativekit.artwork.lettering import SPARE
from creativekit.color.contrast import TEXT, readable
from creativekit.documents.typst import compile_pdf
from creativekit.fonts.faces import face
from creativekit.identity.model import Identity
from creativekit.presence.report import Assessment, data
from creativekit.presence.report_charts import radar, timeline
from creativekit.presence.report_page import BAND_PX, report_band
from creativekit.presence.report_words import PRINTED, words
from creativekit.project import templates

_BAND = "band.svg"
_WHITE = "#ffffff"
# Words of report.toml that the pages say themselves.
_SAID = (
    "of_hundred", "overall", "result", "withheld", "weakest", "strongest", "dimensions",
    "dimension", "score", "difference", "now", "before", "plan", "done_when", "find_out", "gaps",
    "gaps_lead", "said", "seen", "change", "answers", "audit",
)  # fmt: skip


def pdf(identity: Identity, assessment: Assessment, language: str) -> bytes:
    """The PDF in one language. Raises InputError for templates of the project that are wrong, or a
    letter that no face has."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    said = words(language, folder)
    told = data(assessment, language, folder)
    name = identity.name.get(language)
    over = report_band(identity, told["title"], language)
    palette, type_ = identity.palette.light, identity.type
    strong = readable(_WHITE, (palette["primary-ink"], palette["ink"]), TEXT)
    values: dict[str, Any] = {
        **_printed(told),
        "name": name,
        "w": {key: said(key) for key in _SAID},
        "band": {"file": _BAND, "height": BAND_PX[1] / 10, "room": over.room, "size": over.size},
        "radar": radar(told["dimensions"], type_.body_bold, language),
        "timeline": timeline(told["runs"]),
        "heading_scale": type_.heading_scale,
        "tracking": type_.tracking,
        "upper": identity.style.cover == "bold",
        "radius": min(4.0, identity.style.corner * 40),
        "ink": palette["ink"],
        "muted": readable(_WHITE, (palette["ink-muted"], palette["ink"]), TEXT),
        "strong": strong,
        "line": palette["outline"],
        "panel": palette["surface"],
    }
    return compile_pdf(
        templates.read(PRINTED, folder),
        values,
        {_BAND: over.svg},
        {
            "heading": type_.heading,
            "body": type_.body,
            "bold": type_.body_bold,
            "spare": face(SPARE),
        },
        title=f"{told['title']} · {name}",
        language=language,
        name=f"{templates.FOLDER}/{PRINTED}",
    )


def _printed(told: dict[str, Any]) -> dict[str, Any]:
    """Without what the pages do not show: a remark may hold signs that no face has."""
    dimensions = [
        {**each, "items": [{**item, "note": ""} for item in each["items"]]}
        for each in told["dimensions"]
    ]
    checked = told["checked"]
    if checked is not None:
        checked = {
            **checked,
            "groups": [{**each, "open": []} for each in checked["groups"]],
        }
    return {**told, "title_words": told["title"], "dimensions": dimensions, "checked": checked}
