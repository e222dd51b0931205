"""Whether the guide's faces can write everything that the brand says.

typst sets an empty box for a letter that no face has, and a whole kit should not fail at its last
file; so every text is looked through while the guide is planned, and everything missing is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from creativekit.brand.guide.position import Position
from creativekit.errors import Problems
from creativekit.fonts import fallback
from creativekit.fonts.coverage import missing_in_text
from creativekit.fonts.faces import Face
from creativekit.identity.model import Identity
from creativekit.project.localized import Localized
from creativekit.project.model import FILE_NAME


def require_letters(
    identity: Identity, faces: Sequence[Face], position: Position | None = None
) -> None:
    """Raise InputError naming each character that none of `faces` has, and the key it is in."""
    problems = Problems()
    said = () if position is None else position.texts()
    for key, text in _by_key((*_texts(identity), *said)):
        left = text
        for face in faces:
            left = "".join(missing_in_text(face, left))
        for char in left:
            problems.add(replace(fallback.unwritable(char, faces, key), file=FILE_NAME))
    problems.raise_if_any()


def _texts(identity: Identity) -> Iterator[tuple[str, str]]:
    about = {
        "project.name": identity.name,
        "project.tagline": identity.tagline,
        "project.sector": identity.sector,
        "project.city": identity.city,
    }
    contacts = {f"contact.{key}": value for key, value in identity.contact.items()}
    for key, value in {**about, **contacts}.items():
        if value is not None:
            yield key, _joined((value,), identity.languages)
    yield "voice.we_are", _joined(identity.voice.we_are, identity.languages)
    yield "voice.we_are_not", _joined(identity.voice.we_are_not, identity.languages)


def _by_key(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """All texts of a key together, so that a character is told once."""
    found: dict[str, str] = {}
    for key, text in texts:
        found[key] = found.get(key, "") + text
    for key, text in found.items():
        yield key, "".join(dict.fromkeys(text))


def _joined(texts: Iterable[Localized], languages: Iterable[str]) -> str:
    """What is shown of the texts in any language, each character once."""
    shown = "".join(text.get(language) for text in texts for language in languages)
    return "".join(dict.fromkeys(shown))
