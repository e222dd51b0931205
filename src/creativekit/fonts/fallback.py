"""Which face writes which part of a text, when one face does not have everything.

Letters are kept together with their marks and emoji with what modifies them, so a change of face
never falls inside what a reader sees as one character. What no face has is an error that names the
character and its code point: the alternative is an empty box on somebody's shop sign.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from creativekit.errors import InputError, Problem, msg
from creativekit.fonts.bidi import visual_runs
from creativekit.fonts.coverage import missing_in_text
from creativekit.fonts.faces import Face
from creativekit.project.graphemes import graphemes


def runs(text: str, faces: Sequence[Face], key: str | None = None) -> tuple[tuple[str, Face], ...]:
    """`text` in parts, each with the first of `faces` that has it: set them from left to right.

    Without right-to-left letters the parts joined are `text`; with them, the parts stand in the
    order they have on the page, and each is still in reading order inside. Spaces and invisible
    characters stay in the part before them. An empty text has no parts.

    Raises InputError naming every character that no face draws (`key` says where it came from).
    ValueError when `faces` is empty.
    """
    if not faces:
        raise ValueError("runs of text need at least one face")
    missed = absent(text, faces)
    if missed:
        raise InputError([unwritable(char, faces, key) for char in missed])
    written = _by_face(text, faces, faces[0])
    if len(written) < 2:
        return written
    found: list[tuple[str, Face]] = []
    for run in visual_runs(text):
        before = found[-1][1] if found else faces[0]
        parts = _by_face(text[run.start : run.end], faces, before)
        found.extend(reversed(parts) if run.right_to_left else parts)
    return tuple(found)


def unwritable(char: str, faces: Sequence[Face], key: str | None = None) -> Problem:
    """The problem with a character that none of `faces` draws."""
    return Problem(
        msg(
            "no typeface here has the character {char} ({code}, {name}); looked in {families}",
            char=char if unicodedata.category(char) != "Cs" else "\ufffd",
            code=f"U+{ord(char):04X}",
            name=unicodedata.name(char, "unnamed"),
            families=", ".join(dict.fromkeys(face.family for face in faces)),
        ),
        key=key,
    )


def _by_face(text: str, faces: Sequence[Face], before: Face) -> tuple[tuple[str, Face], ...]:
    """Stretches of one face, in reading order; `before` is the face in use until then."""
    found: list[tuple[str, Face]] = []
    for cluster in graphemes(text):
        current = found[-1][1] if found else before
        face = _choose(cluster, faces, current)
        if found and face == current:
            found[-1] = (found[-1][0] + cluster, face)
        else:
            found.append((cluster, face))
    return tuple(found)


def _choose(cluster: str, faces: Sequence[Face], current: Face) -> Face:
    # Punctuation follows the words it stands among; a letter goes back to the first face.
    order = faces if cluster[0].isalnum() else (current, *faces)
    return next((face for face in order if not missing_in_text(face, cluster)), current)


def absent(text: str, faces: Sequence[Face]) -> tuple[str, ...]:
    """Characters that keep a part of `text` from being set in any one of the faces, in order."""
    if not missing_in_text(faces[0], text):
        return ()
    found: dict[str, None] = {}
    for cluster in graphemes(text):
        gaps = [missing_in_text(face, cluster) for face in faces]
        if all(gaps):
            nowhere = [char for char in gaps[0] if all(char in gap for gap in gaps)]
            found.update(dict.fromkeys(nowhere or gaps[0]))
    return tuple(found)
