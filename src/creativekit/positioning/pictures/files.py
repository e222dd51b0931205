"""The pictures as Jobs: positioning/{statement,map,voice,pitch}-<language>.{svg,png}.

A picture is there when its answers are. Both files are made of one Scene, drawn once where one
process makes both. What makes the bytes is imported when they are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from creativekit.artwork.dress import stack
from creativekit.errors import Problem, Problems, msg
from creativekit.fonts import fallback
from creativekit.identity.model import Identity
from creativekit.jobs import Job
from creativekit.positioning.pictures import said
from creativekit.project.model import FILE_NAME
from creativekit.project.positioning_section import Positioning

if TYPE_CHECKING:
    from creativekit.canvas.scene import Scene

Said = said.Statement | said.Map | said.Voice | said.Pitch

# By sheet, what its picture's files are called.
PICTURES = {"statement": "statement", "map": "map", "character": "voice", "pitch": "pitch"}

_MOST_BYTES = 300_000
"""A PNG above this is searched thoroughly, which takes a tenth of a second more."""


def jobs(
    identity: Identity, answers: Positioning, folder: str, only: str | None, sources: str
) -> tuple[Job, ...]:
    """only: the id of one sheet. sources: digest of the templates.

    Raises InputError for sheets of the project that are wrong, and for every character of the
    answers that no face here has.
    """
    problems = Problems()
    made: list[Job] = []
    for language in identity.languages:
        for sheet, name in PICTURES.items():
            if only not in (None, sheet):
                continue
            found = said_of(sheet, identity, answers, language)
            if found is None:
                continue
            problems.extend(letters(identity, sheet, found))
            label = msg("pictures of the positioning, {language}", language=language)
            for make, ending, cost in ((make_svg, "svg", 0.5), (make_png, "png", 0.9)):
                path = f"{folder}/{name}-{language}.{ending}"
                inputs = identity, language, found, sources
                made.append(Job(path, make, inputs, label, cost, kin=f"{name}-{language}"))
    problems.raise_if_any()
    return tuple(made)


def said_of(sheet: str, identity: Identity, answers: Positioning, language: str) -> Said | None:
    """What the picture of a sheet says; None where the answers are not there."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    if sheet == "statement":
        return said.statement(answers, identity.name, language, folder)
    if sheet == "map":
        return said.map_(answers, identity.name, language, folder)
    if sheet == "character":
        return said.voice(answers, language, folder)
    return said.pitch(answers, language, folder)


def letters(identity: Identity, sheet: str, found: Said) -> tuple[Problem, ...]:
    """A problem for each character of a picture's words that no face here has, each once."""
    type_ = identity.type
    faces = stack(type_.heading, type_.body, type_.body_bold)
    text = "".join(dict.fromkeys("".join(_words(found))))
    return tuple(
        replace(fallback.unwritable(char, faces, f"positioning.{sheet}"), file=FILE_NAME)
        for char in fallback.absent(text.replace("\n", ""), faces)
    )


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _words(getattr(value, field.name))


def make_svg(identity: Identity, language: str, found: Said, sources: str) -> bytes:
    from creativekit.canvas.backends.svg import svg

    # Each letter once: a pitch has some four hundred of them.
    return svg(scene(identity, language, found, sources), text="shared").encode()


def make_png(identity: Identity, language: str, found: Said, sources: str) -> bytes:
    from creativekit.canvas.backends.raster import png

    drawn = scene(identity, language, found, sources)
    return png(drawn, effort="smallest", most=_MOST_BYTES)


def scene(identity: Identity, language: str, found: Said, sources: str = "") -> Scene:
    """The picture of what is said. Raises InputError for a character that no face has."""
    return _scene(_Brand(identity, identity.digest, sources), language, found)


@dataclass(frozen=True, eq=False)
class _Brand:
    """An identity by its digest and that of the templates: it cannot be hashed itself."""

    identity: Identity
    digest: str
    sources: str

    def __hash__(self) -> int:
        return hash((self.digest, self.sources))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Brand)
            and self.digest == other.digest
            and self.sources == other.sources
        )


@lru_cache(maxsize=16)
def _scene(brand: _Brand, language: str, found: Said) -> Scene:
    from creativekit.positioning.pictures import map as map_picture
    from creativekit.positioning.pictures import pitch, statement, voice

    identity = brand.identity
    if isinstance(found, said.Statement):
        return statement.scene(identity, language, found)
    if isinstance(found, said.Map):
        return map_picture.scene(identity, language, found)
    if isinstance(found, said.Voice):
        return voice.scene(identity, language, found)
    assert isinstance(found, get_args(Said))
    return pitch.scene(identity, language, found)
