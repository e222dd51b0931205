"""Project → Identity: the one place where everything derived is derived.

The order is what depends on what: style, then faces and colours, then the symbol (its stroke is
matched to the heading face), then the logo and the pattern.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from creativekit.color.palette import palette
from creativekit.errors import Message, Problem
from creativekit.identity import styles
from creativekit.identity.lockup import letter_stem
from creativekit.identity.logo import logo
from creativekit.identity.model import LOCKUPS, Identity, Voice
from creativekit.identity.motif import motif
from creativekit.identity.pattern import pattern
from creativekit.identity.stationery import stationery
from creativekit.identity.typography import own_font_notes, pairing_notes, typography
from creativekit.project.localized import Localized
from creativekit.project.model import Project

DEFAULT_STYLE = "steppe"


def identity(project: Project, lockups: Collection[str] = LOCKUPS) -> Identity:
    """Work the brand out, the logo with these lockups.

    Raises InputError for anything in the project that cannot be done.
    """
    folder = project.folder
    brand = project.brand
    style = styles.style(brand.style or DEFAULT_STYLE, folder)
    type_ = typography(project, style)
    colors = palette(seed(project), style.scheme)
    wanted = brand.logo.motif if brand.logo is not None and brand.logo.motif else style.motif
    symbol = motif(wanted, letter_stem(type_.heading), folder)
    brand_logo = logo(project, style, type_, symbol, lockups)
    return Identity(
        name=project.name,
        tagline=project.tagline,
        sector=project.sector,
        city=project.city,
        languages=project.languages,
        contact=_contact(project),
        voice=Voice(project.voice.we_are, project.voice.we_are_not),
        style=style,
        palette=colors,
        type=type_,
        logo=brand_logo,
        pattern=pattern(brand.pattern or style.pattern, symbol, folder),
        motif=symbol,
        project_folder=str(folder),
        stationery=stationery(project),
        notes=(
            *_about_logo(project, brand_logo.notes),
            *pairing_notes(project, type_),
            *own_font_notes(project, type_),
        ),
    )


def _about_logo(project: Project, notes: tuple[Message, ...]) -> Iterator[Problem]:
    asked = project.brand.logo
    for note in notes:
        file = asked.file if asked is not None else None
        yield Problem(note, file=file, severity="warning")


def seed(project: Project) -> str:
    """The brand's colour: as typed, or the best one of the project's picture."""
    if project.brand.color is not None:
        return project.brand.color
    # Looking at pixels takes numpy and Pillow: a tenth of a second that a typed colour saves.
    from creativekit.color import picture

    assert project.brand.picture is not None  # the schema requires one of the two
    return picture.colors(project.file(project.brand.picture))[0]


def _contact(project: Project) -> dict[str, Localized]:
    return {
        key: value if isinstance(value, Localized) else Localized.of(value, project.languages[0])
        for key, value in project.contact
        if value
    }
