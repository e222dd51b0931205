"""brand/type/: the typefaces themselves, their licences, and a stylesheet that uses them.

The files are the variable ones, as published: one file holds every weight, and an unchanged file
keeps its licence simple. Licence texts travel with them, as the Open Font License asks.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote

from creativekit.errors import InputError, msg
from creativekit.fonts import faces
from creativekit.fonts.faces import Face
from creativekit.identity.model import Identity, Typography
from creativekit.jobs import Job
from creativekit.language.file_names import safe_name

FOLDER = "brand/type"

_FORMATS = {".ttf": "truetype", ".otf": "opentype"}


def jobs(identity: Identity) -> tuple[Job, ...]:
    """Font files and licences by family, and fonts.css."""
    used = _families(identity)
    made: list[Job] = []
    for family, family_faces in used.items():
        for face in family_faces:
            label = msg("typeface {family}", family=family)
            made.append(Job(_path(face), _file, (face,), label))
        licence = faces.licence_text(family_faces[0])
        if licence:
            path = f"{FOLDER}/{safe_name(family)}/LICENSE.txt"
            made.append(Job(path, _text, (licence,), msg("typeface {family}", family=family)))
    files = tuple((face, _path(face)) for faces_ in used.values() for face in faces_)
    made.append(
        Job(f"{FOLDER}/fonts.css", _stylesheet, (identity.type, files), msg("font stylesheet"))
    )
    return tuple(made)


def _families(identity: Identity) -> dict[str, list[Face]]:
    """Each family of the brand with one face for each different file (upright, and italic)."""
    found: dict[str, list[Face]] = {}
    for face in (identity.type.heading, identity.type.body, identity.type.body_bold):
        files = found.setdefault(face.family, [])
        if face.file not in {known.file for known in files}:
            files.append(face)
    for files in found.values():
        italic = _italic(files[0])
        if italic is not None:
            files.append(italic)
    return found


def _italic(face: Face) -> Face | None:
    """The family's italic, where an installed family has one: texts need it, logos do not."""
    if face.family not in faces.families():
        return None
    try:
        return faces.face(face.family, face.weight, italic=True)
    except InputError:
        return None


def _path(face: Face) -> str:
    # Axis lists such as "Lora[wght].ttf" are legal names, but not to every unzip and web server.
    name = PurePath(face.file).name.replace("[", "-").replace("]", "").replace(",", "-")
    return f"{FOLDER}/{safe_name(face.family)}/{safe_name(name)}"


def _file(face: Face) -> bytes:
    return Path(face.file).read_bytes()


def _text(text: str) -> bytes:
    return text.encode("utf-8")


def _stylesheet(type_: Typography, files: tuple[tuple[Face, str], ...]) -> bytes:
    """fonts.css: @font-face for every file beside it, and the brand's two roles.

    A variable file declares the range of weights that CSS allows; the browser takes what it has.
    """
    rules = ["/* Typefaces of the brand, for a website: keep this file beside the folders. */"]
    for face, path in files:
        relative = quote(path.removeprefix(f"{FOLDER}/"))
        weights = "100 900" if any(tag == "wght" for tag, _ in face.axes) else str(face.weight)
        suffix = PurePath(face.file).suffix.lower()
        rules.append(
            "@font-face {\n"
            f"  font-family: {_quoted(face.family)};\n"
            f"  font-style: {'italic' if face.italic else 'normal'};\n"
            f"  font-weight: {weights};\n"
            "  font-display: swap;\n"
            f'  src: url("{relative}") format("{_FORMATS.get(suffix, "truetype")}");\n'
            "}"
        )
    heading, body = type_.heading, type_.body
    rules.append(
        ":root {\n"
        f"  --font-heading: {_quoted(heading.family)}, {type_.pairing.heading_fallback};\n"
        f"  --font-body: {_quoted(body.family)}, {type_.pairing.body_fallback};\n"
        f"  --font-heading-weight: {heading.weight};\n"
        f"  --font-heading-leading: {type_.leading:g};\n"
        f"  --font-heading-tracking: {type_.tracking:g}em;\n"
        "}"
    )
    return ("\n\n".join(rules) + "\n").encode("utf-8")


def _quoted(family: str) -> str:
    """A CSS string: a font's own name is text that we did not write."""
    safe = "".join(char for char in family if char.isprintable())
    return '"' + safe.replace("\\", "\\\\").replace('"', '\\"') + '"'
