"""The report of a cohort as a PDF: A4, tagged, with bookmarks, under the brand's own picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from creativekit.artwork.paper_dress import BAND, paper_dress, paper_faces
from creativekit.cohort.report_files import PRINTED
from creativekit.cohort.report_paper import parts, printable
from creativekit.cohort.report_view import view
from creativekit.documents.typst import compile_pdf
from creativekit.identity.model import Identity
from creativekit.presence.page_frame import BAND_PX, page_band
from creativekit.project import templates


def pdf(identity: Identity, report: Any, titles: Any, language: str) -> bytes:
    """The PDF in one language. Raises InputError for templates that are wrong, or a letter that no
    face has in a text of cohort.toml."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    faces = paper_faces(identity)
    told = printable(view(report, titles, language, folder), (faces["body"], faces["spare"]))
    told["chapters"] = [
        {**chapter, "tables": [each for t in chapter["tables"] for each in parts(t)]}
        for chapter in told["chapters"]
    ]
    name = identity.name.get(language)
    over = page_band(identity, told["title"], language)
    title = f"{told['title']} · {told['meeting']}"
    data = {
        **told,
        **paper_dress(identity, over, BAND_PX[1]),
        "name": name,
        "title_words": told["title"],
        "foot": f"{name} · {told['place']}",
    }
    return compile_pdf(
        templates.read(PRINTED, folder),
        data,
        {BAND: over.svg},
        faces,
        title=title,
        language=language,
        name=f"{templates.FOLDER}/{PRINTED}",
    )
