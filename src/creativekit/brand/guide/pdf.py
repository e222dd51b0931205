"""The guide as a PDF: the template set by typst."""

from __future__ import annotations

from pathlib import Path

from creativekit.brand.guide.pages import guide
from creativekit.brand.guide.position import Position
from creativekit.brand.guide.words import FOLDER
from creativekit.documents.typst import compile_pdf
from creativekit.identity.model import Identity
from creativekit.project import templates

TEMPLATE = f"{FOLDER}/guide.typ"


def pdf(
    identity: Identity, language: str, files: tuple[str, ...], position: Position | None = None
) -> bytes:
    """The guide in one language. Raises InputError as `guide` and `compile_pdf` do."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    made = guide(identity, language, files, position)
    return compile_pdf(
        templates.read(TEMPLATE, folder),
        made.data,
        made.pictures,
        made.faces,
        title=made.title,
        language=language,
        name=f"{templates.FOLDER}/{TEMPLATE}",
    )
