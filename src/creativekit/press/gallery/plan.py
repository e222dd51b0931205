"""The plan of kit/index.html: one Job, of everything that lies in the kit at that moment."""

from __future__ import annotations

from pathlib import Path

from creativekit.brand.guide.words import FOLDER as GUIDE
from creativekit.color.names import FILE as COLOR_NAMES
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.jobs import Job, digest
from creativekit.press.gallery.contents import PAGE as NAME
from creativekit.press.gallery.contents import Contents, contents
from creativekit.press.gallery.words import FILE, PAGE, SCRIPT, STYLE
from creativekit.press.plan import Plan
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES
from creativekit.project.model import Project
from creativekit.social.placements import FILE as PLACEMENTS

_SOURCES = (
    FILE, PAGE, SCRIPT, STYLE, COLOR_NAMES, PLACEMENTS, f"{GUIDE}/guide.css",
    f"{GUIDE}/guide.js", f"{GUIDE}/looks.toml",
    *(f"{GUIDE}/text.{language}.toml" for language in LANGUAGES),
)  # fmt: skip


def gallery_plan(project: Project, kit: Path) -> Plan:
    """Raises InputError for a project that has no brand, or templates that are wrong."""
    brand = identity(project)
    folder = Path(brand.project_folder) if brand.project_folder else None
    sources = digest(*(templates.read(name, folder) for name in _SOURCES))
    shown = contents(kit, brand.main_language)
    return Plan((Job(NAME, make_page, (brand, shown, sources), msg("page of the kit")),))


def make_page(brand: Identity, shown: Contents, sources: str) -> bytes:
    """The page. `sources` stands for the templates, which are read from their files again."""
    from creativekit.press.gallery.page import page

    return page(brand, shown)
