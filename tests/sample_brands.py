"""Invented businesses as Identities: enough of a brand for the logo's and the icons' tests.

The style is made here and not read, so that changing a style's file breaks none of these tests.
"""

from __future__ import annotations

from pathlib import Path

from creativekit.color.palette import Scheme, palette
from creativekit.identity.lockup import letter_stem
from creativekit.identity.logo import logo
from creativekit.identity.model import Identity, Logo, Style, Voice
from creativekit.identity.motif import motif
from creativekit.identity.pattern import Pattern
from creativekit.identity.typography import typography
from creativekit.project.loading import parse
from creativekit.project.localized import Localized
from creativekit.project.model import Project

NAMES = (
    "Саз студиясы",
    "Ұста",
    "Қызылорда шығармашылық кәсіпкерлер үйі",
    "Media & Дизайн",
    "Ö",
)


def style(**changed: object) -> Style:
    values: dict[str, object] = {
        "id": "sample",
        "title": Localized.of("Үлгі"),
        "idea": Localized.of("сынақ"),
        "pairing": "lora-onest",
        "motif": "shanyraq",
        "shape": "circle",
        "pattern": "ram-horn",
        "logo": "symbol",
        "case": "as-typed",
        "tracking": -0.01,
        "corner": 0.05,
        "align": "left",
        "cover": "steppe",
        "scheme": Scheme(),
    }
    values.update(changed)
    return Style(**values)  # type: ignore[arg-type]


def project(
    folder: Path, name: str = '"Саз студиясы"', brand: str = "", color: str = "#0a7e8c"
) -> Project:
    """A project of `name` (as TOML) with more lines in its `[brand]`."""
    text = f'[project]\nname = {name}\n[brand]\ncolor = "{color}"\n{brand}\n'
    return parse(text, folder)


def sample_logo(
    folder: Path, name: str = '"Саз студиясы"', brand: str = "", look: Style | None = None
) -> Logo:
    return sample_identity(folder, name, brand, look).logo


def sample_identity(
    folder: Path,
    name: str = '"Саз студиясы"',
    brand: str = "",
    look: Style | None = None,
    color: str = "#0a7e8c",
) -> Identity:
    look = look or style()
    made = project(folder, name, brand, color)
    faces = typography(made, look)
    asked = made.brand.logo
    wanted = asked.motif if asked is not None and asked.motif else look.motif
    symbol = motif(wanted, letter_stem(faces.heading), folder)
    return Identity(
        name=made.name,
        tagline=None,
        sector=None,
        city=None,
        languages=made.languages,
        contact={},
        voice=Voice((), ()),
        style=look,
        palette=palette(color, look.scheme),
        type=faces,
        logo=logo(made, look, faces, symbol),
        pattern=Pattern("none", 1000, 1000, ()),
        motif=symbol,
        project_folder=str(folder),
    )
