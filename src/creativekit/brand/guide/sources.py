"""The templates that a guide is made of, as one digest: whatever is remembered must know them."""

from __future__ import annotations

from pathlib import Path

from creativekit.brand.guide.words import FOLDER
from creativekit.color.names import FILE as COLOR_NAMES
from creativekit.identity.model import Identity
from creativekit.jobs import digest
from creativekit.project import templates

_NAMES = ("guide.typ", "guide.html.j2", "guide.css", "position.css", "guide.js", "looks.toml")


def digest_of_sources(identity: Identity) -> str:
    """Digest of every template of the guide, the project's own where it has them."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    texts = [f"text.{language}.toml" for language in identity.languages]
    return digest(
        templates.read(COLOR_NAMES, folder),
        *(templates.read(f"{FOLDER}/{name}", folder) for name in (*_NAMES, *texts)),
    )
