"""Faces: which font file, and where on its axes, a family at a weight is.

Families come from installed fontpkg-* packages (each a folder `fontpkg_<name>` with the font
files, their licence and a metadata.json), found by looking along the import path: asking for their
entry points instead reads every installed package's metadata, which is most of a second on a slow
disk, and imports a module a family. A project may bring its own TTF or OTF file as well.

A Face is a value: two machines that hold the same file give it the same digest.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creativekit.errors import Message, Problem, fail, msg, nearest
from creativekit.fonts import sfnt
from creativekit.jobs import digest

if TYPE_CHECKING:
    from creativekit.fonts.harfbuzz import Description

_PACKAGE = "fontpkg_"
_MOST_BYTES = 100 * 1024 * 1024

_RESTRICTED = 0x0002
_PREVIEW_ONLY = 0x0004
_NO_SUBSET = 0x0100
_BITMAP_ONLY = 0x0200


@dataclass(frozen=True, slots=True)
class Face:
    """One typeface at one weight: a font file and the place on its axes.

    file: absolute path on this machine (the first font, when it is a collection).
    weight: 1–1000 as in CSS. axes: pinned design coordinates by tag; an axis that is not named
    stays at the file's default. digest: stands for the file's content and the axes, never for
    where the file is. license_file: absolute path of the licence's text, where there is one.
    """

    family: str
    file: str
    weight: int
    italic: bool
    axes: tuple[tuple[str, float], ...]
    digest: str
    license_file: str | None


def families() -> tuple[str, ...]:
    """Names of the installed families, sorted."""
    return tuple(sorted(_metadata(slug)["family"] for slug in _installed()))


@cache
def face(family: str, weight: int = 400, italic: bool = False) -> Face:
    """The installed family at `weight` (1–1000).

    Case, spaces and hyphens in the name do not matter. Raises InputError for a family that is not
    installed, a weight that it does not have, or an italic that it does not have.
    """
    slug = _slug(family)
    if slug not in _installed():
        names = families()
        close = nearest(family, [name.lower() for name in names])
        fail(
            msg("there is no typeface '{family}' here", family=family),
            accepted=names,
            nearest=next((name for name in names if name.lower() == close), None),
        )
    about = _metadata(slug)
    name = str(about["family"])
    style = "italic" if italic else "normal"
    files = [item for item in about["files"] if item.get("style", "normal") == style]
    if not files:
        message = msg("{family} has no italic", family=name)
        if not italic:
            message = msg("{family} has only italics", family=name)
        fail(message)
    folder = _installed()[slug]
    axis = next((item for item in about.get("axes", ()) if item["tag"] == "wght"), None)
    for item in files:
        if item.get("variable") and axis and axis["min"] <= weight <= axis["max"]:
            return _installed_face(name, folder, item, weight, (("wght", float(weight)),), italic)
    for item in files:
        if item.get("weight") == weight:
            return _installed_face(name, folder, item, weight, (), italic)
    fail(
        msg("{family} has no weight {weight}", family=name, weight=weight),
        accepted=_weights(files, axis),
    )


def face_from_file(
    path: str | os.PathLike[str], weight: int = 400, project_folder: Path | None = None
) -> Face:
    """A user's own TTF or OTF (of a collection, the first font), at `weight` where it varies.

    A relative `path` is one of `project_folder` (else of the working folder) and, links followed,
    must stay inside it; an absolute path may be anywhere. A file without a weight axis is taken at
    the one weight it has. Beside it, a licence is looked for (OFL.txt, LICENSE.txt, LICENSE).

    Raises InputError: not there, empty, over 100 MB, not a font, a web font (WOFF, WOFF2),
    damaged, without outlines, or without the weight asked for.
    """
    shown = os.fspath(path)
    resolved = _resolve(shown, project_folder)
    data = _read(resolved, shown)
    _check_kind(data, shown)
    about = _describe(data, shown)
    axes: tuple[tuple[str, float], ...] = ()
    if about.weights is not None:
        low, high = about.weights
        if not low <= weight <= high:
            fail(
                msg("{family} has no weight {weight}", family=about.family, weight=weight),
                file=shown,
                accepted=(f"{low:g}–{high:g}",),
            )
        axes = (("wght", float(weight)),)
    return Face(
        family=about.family or resolved.stem,
        file=str(resolved),
        weight=weight if axes else about.weight,
        italic=about.italic,
        axes=axes,
        digest=digest(_content_digest(*file_state(str(resolved))), axes),
        license_file=_license_beside(resolved),
    )


def at_weight(face: Face, weight: int) -> Face:
    """The same face at another weight of its axis (held within it); itself when it has none."""
    from creativekit.fonts.harfbuzz import weights

    if not any(tag == "wght" for tag, _ in face.axes):
        return face
    low, high = weights(face)
    held = float(min(max(weight, low), high))
    axes = tuple((tag, held if tag == "wght" else value) for tag, value in face.axes)
    return replace(face, weight=round(held), axes=axes, digest=digest(face.digest, axes))


def restrictions(face: Face) -> tuple[Problem, ...]:
    """Warnings about what the font's maker allows, by its embedding bits (OS/2 fsType).

    Version 0–2 of the table may set several bits; then the most permissive of them counts.
    """
    parts = sfnt.tables(Path(face.file).read_bytes())
    table = parts.get("OS/2", b"")
    bits = int.from_bytes(table[8:10], "big") if len(table) >= 10 else 0
    found: list[Message] = []
    level = bits & 0x000E
    if level == _RESTRICTED:
        found.append(
            msg(
                "the maker of {family} does not allow it inside documents; ask for permission",
                family=face.family,
            )
        )
    elif level & _PREVIEW_ONLY and not level & 0x0008:
        found.append(
            msg(
                "the maker of {family} allows it in documents for viewing and printing only",
                family=face.family,
            )
        )
    if bits & _NO_SUBSET:
        found.append(
            msg("the maker of {family} does not allow parts of it to be used", family=face.family)
        )
    if bits & _BITMAP_ONLY:
        found.append(
            msg(
                "the maker of {family} does not allow its outlines inside documents",
                family=face.family,
            )
        )
    name = os.path.basename(face.file)
    return tuple(Problem(message, file=name, severity="warning") for message in found)


def licence_text(face: Face) -> str:
    """The licence that came with the face; empty when none did.

    For a user's own font without a licence beside it, what its name table says (names 13 and 14).
    """
    if face.license_file is not None:
        return Path(face.license_file).read_text(encoding="utf-8", errors="replace")
    from creativekit.fonts.harfbuzz import names

    found = names(face)
    return "\n".join(text for text in (found.get(13), found.get(14)) if text)


# ---- installed families


@cache
def _installed() -> Mapping[str, str]:
    """Folder of each installed family by its slug; the first on the import path wins."""
    found: dict[str, str] = {}
    for place in sys.path:
        try:
            entries = sorted(name for name in os.listdir(place or ".") if name.startswith(_PACKAGE))
        except OSError:
            continue
        for name in entries:
            folder = os.path.abspath(os.path.join(place, name))
            slug = name.removeprefix(_PACKAGE).replace("_", "-")
            if slug not in found and os.path.isfile(os.path.join(folder, "metadata.json")):
                found[slug] = folder
    return found


@cache
def _metadata(slug: str) -> Any:
    with open(os.path.join(_installed()[slug], "metadata.json"), encoding="utf-8") as file:
        return json.load(file)


def _slug(family: str) -> str:
    return re.sub(r"[\s_-]+", "-", family.strip().lower())


def _installed_face(
    family: str,
    folder: str,
    item: Mapping[str, Any],
    weight: int,
    axes: tuple[tuple[str, float], ...],
    italic: bool,
) -> Face:
    file = os.path.join(folder, *str(item["path"]).split("/"))
    license_file = os.path.join(folder, "LICENSE")
    return Face(
        family=family,
        file=file,
        weight=weight,
        italic=italic,
        axes=axes,
        digest=digest(_content_digest(*file_state(file)), axes),
        license_file=license_file if os.path.isfile(license_file) else None,
    )


def _weights(files: list[Any], axis: Any) -> tuple[str, ...]:
    single = sorted({int(item["weight"]) for item in files if item.get("weight") is not None})
    spans = [f"{axis['min']:g}–{axis['max']:g}"] if axis else []
    return tuple(spans + [str(weight) for weight in single])


# ---- files


def file_state(file: str) -> tuple[str, int, int]:
    """Path, size and time of change: the key under which this process remembers a file."""
    about = os.stat(file)
    return file, about.st_size, about.st_mtime_ns


@lru_cache(maxsize=256)
def _content_digest(file: str, size: int, changed: int) -> str:
    """SHA-256 of the file; read once for as long as its size and time of change stay."""
    with open(file, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()[:32]


def _resolve(shown: str, project_folder: Path | None) -> Path:
    if "\0" in shown or not shown.strip():
        fail(msg("'{path}' is not the name of a file", path=shown))
    path = Path(shown)
    if path.is_absolute():
        return path.resolve()
    root = (project_folder or Path()).resolve()
    resolved = (root / path).resolve()
    if not resolved.is_relative_to(root):
        fail(msg("the font lies outside the project's folder; give its absolute path"), file=shown)
    return resolved


def _read(path: Path, shown: str) -> bytes:
    try:
        if not path.is_file():
            fail(msg("there is no such font file"), file=shown)
        size = path.stat().st_size
        if size > _MOST_BYTES:
            fail(
                msg(
                    "the font is {size} MB large; at most {most} MB are read",
                    size=size // 1024**2,
                    most=_MOST_BYTES // 1024**2,
                ),
                file=shown,
            )
        return path.read_bytes()
    except OSError as error:
        fail(
            msg("the font cannot be read: {reason}", reason=error.strerror or str(error)),
            file=shown,
        )


def _check_kind(data: bytes, shown: str) -> None:
    if not data:
        fail(msg("the font file is empty (0 bytes)"), file=shown)
    magic = data[:4]
    if magic in (b"wOFF", b"wOF2"):
        kind = "WOFF2" if magic == b"wOF2" else "WOFF"
        fail(
            msg("{kind} is a font for web pages; convert it to TTF or OTF first", kind=kind),
            file=shown,
        )
    if magic not in (sfnt.TRUETYPE, sfnt.CFF, sfnt.COLLECTION, b"true"):
        fail(msg("this is not a TTF or OTF font"), file=shown)


def _describe(data: bytes, shown: str) -> Description:
    from creativekit.fonts.harfbuzz import describe

    try:
        parts = sfnt.tables(data)
    except sfnt.Damaged:
        fail(msg("the font is damaged: its tables do not fit the file"), file=shown)
    for tag in ("head", "hhea", "hmtx", "maxp", "cmap"):
        if tag not in parts:
            fail(msg("the font is damaged: the table '{tag}' is missing", tag=tag), file=shown)
    if not {"glyf", "CFF ", "CFF2"} & set(parts):
        fail(msg("the font has no outlines, only pictures of letters"), file=shown)
    about = describe(data)
    if about is None:
        fail(msg("the font is damaged: no letter of it can be drawn"), file=shown)
    return about


def _license_beside(path: Path) -> str | None:
    for name in ("OFL.txt", "LICENSE.txt", "LICENSE"):
        beside = path.parent / name
        if beside.is_file():
            return str(beside)
    return None
