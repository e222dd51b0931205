"""Typography: which faces a brand is set in, and whether they can carry its languages.

The pairing is the project's, else the style's first that suits its languages; a project's own font
files replace either half.
A face that lacks a letter of the project's languages is refused by name of the letters; one that
only lacks a sign (₸ in Playfair Display) is kept for headings, and prices are set in the body face.

The scale is a minor third (1.2) below the lead and a perfect fourth (1.333) above it, so that
text sizes stay close and display sizes leave them clearly behind; rounded to half pixels.
"""

from __future__ import annotations

from dataclasses import replace

from creativekit.errors import Problem, Problems
from creativekit.fonts import coverage, faces, pairings
from creativekit.fonts.pairings import Pairing
from creativekit.identity.model import Style, Typography
from creativekit.project.model import FILE_NAME, Project

SCALE = {
    "caption": 12.0,
    "small": 14.0,
    "body": 16.0,
    "lead": 20.0,
    "h3": 26.5,
    "h2": 35.5,
    "h1": 47.5,
    "display": 84.0,
}


def typography(project: Project, style: Style) -> Typography:
    """Choose and check the faces. Raises InputError naming every letter that is missing."""
    pairing = chosen(project, style)
    own = project.brand.fonts
    problems = Problems()
    heading = faces.face(pairing.heading_family, pairing.heading_weight)
    body = faces.face(pairing.body_family, pairing.body_weight)
    body_bold = faces.face(pairing.body_family, min(700, pairing.body_weight + 200))
    if own is not None and own.heading is not None:
        heading = faces.face_from_file(project.file(own.heading), pairing.heading_weight)
    if own is not None and own.body is not None:
        body = faces.face_from_file(project.file(own.body), pairing.body_weight)
        body_bold = faces.face_from_file(
            project.file(own.body), min(700, pairing.body_weight + 200)
        )
    for part, face in (("heading", heading), ("body", body)):
        key = f"brand.fonts.{part}" if own is not None else "brand.pairing"
        found = coverage.problem(face, project.languages, key)
        if found is not None:
            problems.add(replace(found, file=FILE_NAME))
    problems.raise_if_any()
    return Typography(
        pairing=pairing,
        heading=heading,
        body=body,
        body_bold=body_bold,
        heading_scale=pairing.heading_scale,
        tracking=pairing.tracking,
        leading=pairing.leading,
        heading_features=pairing.heading_features,
        scale=SCALE,
    )


def chosen(project: Project, style: Style) -> Pairing:
    """The pairing that the project names, else the style's first that suits all its languages."""
    folder, named = project.folder, project.brand.pairing
    if named is not None:
        return pairings.pairing(named, folder)
    liked = [pairings.pairing(each, folder) for each in style.pairings]
    return next((each for each in liked if each.suits(project.languages)), liked[0])


def pairing_notes(project: Project, type_: Typography) -> tuple[Problem, ...]:
    """A warning when the pairing was not made for one of the project's languages."""
    own = project.brand.fonts
    if type_.pairing.suits(project.languages) or (own is not None and own.heading is not None):
        return ()
    found = pairings.unsuited(type_.pairing, project.languages)
    return (replace(found, file=FILE_NAME, key="brand.pairing"),)


def own_font_notes(project: Project, type_: Typography) -> tuple[Problem, ...]:
    """Warnings about what the makers of the project's own fonts allow."""
    own = project.brand.fonts
    if own is None:
        return ()
    brought = ((own.heading, type_.heading), (own.body, type_.body))
    notes: list[Problem] = []
    for file, face in brought:
        if file is not None:
            found = (replace(problem, file=file) for problem in faces.restrictions(face))
            notes.extend(note for note in found if note not in notes)
    return tuple(notes)
