"""PDF pages by typst: tagged, with bookmarks and embedded fonts, the same bytes on every machine.

A template sees nothing but what is given to it. User text reaches it as JSON only, so that `#set`
in a name is a name; pictures and data are files in memory; the folder that typst resolves paths
against is empty, because typst follows symbolic links out of its root; packages are refused,
because typst fetches them from the network. Fonts are copied under names of our own into a folder
that holds nothing else: typst searches folders, and a user's font may lie beside its whole family.

typst says nothing about a character that no font has, and sets an empty box: every text is looked
through before.

Sources: typst 0.15 reference ("Font", "PDF export", "Scripting: loading data"); ISO 14289-1
(PDF/UA-1) and ISO 19005-2 level A (PDF/A-2a), both of which typst checks itself.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creativekit.errors import InputError, Problem, Problems, fail, msg
from creativekit.fonts import fallback
from creativekit.fonts.coverage import missing_in_text
from creativekit.fonts.faces import Face, file_state

if TYPE_CHECKING:
    import typst

STANDARDS = ("a-2a", "ua-1")

# `include` and `import` read other sources, a package among them; `eval` could spell either. They
# are refused anywhere in the file: what is code and what is text only typst can tell.
_REFUSED = re.compile(r"(?<![\w-])(import|include|eval)(?![\w-])")
_PLACE = re.compile(r"┌─ .*?main:(\d+)")


def compile_pdf(
    template: bytes,
    data: Mapping[str, Any],
    pictures: Mapping[str, bytes],
    faces: Mapping[str, Face],
    *,
    title: str,
    language: str,
    tagged: bool = True,
    name: str = "document.typ",
) -> bytes:
    """Set `template` (typst source) and return the PDF.

    data: plain JSON values; the template reads them by `json("data.json")`, where it also finds
    `title`, `language` and `faces`: for each of our names `family`, `weight` and `style` as
    typst's `text` takes them. pictures: SVG by the file name that the template asks for (typst 0.15
    takes only text from memory; pixels stand in an SVG). faces: the only fonts there are. tagged:
    PDF/A-2a and PDF/UA-1 (every picture needs a description or must be an artifact), else a plain
    PDF. name: what errors call the template.

    Raises InputError for a character that none of the faces has, for a template that reads other
    sources, and for one that typst cannot set, with typst's reason and line.
    """
    import typst

    _refuse_sources(template, name)
    _require_letters((title, *_texts(data)), tuple(faces.values()))
    fonts, families = _fonts(tuple(sorted({file_state(face.file) for face in faces.values()})))
    values = {
        **data,
        "title": title,
        "language": language,
        "faces": {
            role: {
                "family": families[face.file],
                "weight": face.weight,
                "style": "italic" if face.italic else "normal",
            }
            for role, face in faces.items()
        },
    }
    files = {
        "main": template,
        "data.json": json.dumps(values, ensure_ascii=False).encode("utf-8", "replace"),
        **pictures,
    }
    with tempfile.TemporaryDirectory(prefix="creativekit-") as nothing:
        try:
            made = typst.compile(
                files,  # type: ignore[call-overload]  # the stub forgets files in memory
                root=nothing,
                font_paths=fonts,
                timestamp=0,
                pdf_standards=list(STANDARDS) if tagged else [],
                pdf_tags=tagged,
            )
        except typst.TypstError as error:
            raise InputError(_problems(error, name, nothing)) from None
    assert isinstance(made, bytes)
    return made


def _refuse_sources(template: bytes, name: str) -> None:
    try:
        source = template.decode("utf-8")
    except UnicodeDecodeError:
        fail(msg("the template is not text in UTF-8"), file=name)
    for number, line in enumerate(source.splitlines(), 1):
        found = _REFUSED.search(line)
        if found:
            fail(
                msg(
                    "a template of a document may not use '{word}': it must be one file, and"
                    " nothing is fetched",
                    word=found[1],
                ),
                file=name,
                line=number,
            )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from _texts(item)


def _require_letters(texts: Iterable[str], faces: tuple[Face, ...]) -> None:
    """Every character of `texts` is in one of the faces, or InputError names all that are not."""
    left = "".join(sorted(set().union(*map(set, texts))))
    for face in faces:
        left = "".join(missing_in_text(face, left))
    problems = Problems()
    problems.extend(fallback.unwritable(char, faces) for char in left)
    problems.raise_if_any()


@lru_cache(maxsize=8)
def _fonts(states: tuple[tuple[str, int, int], ...]) -> tuple[typst.Fonts, Mapping[str, str]]:
    """typst's fonts of these files alone, and the family that typst reads in each.

    The key holds size and time of change, so that a font that was replaced is read again.
    """
    import typst

    copies: dict[str, str] = {}
    with tempfile.TemporaryDirectory(prefix="creativekit-") as folder:
        for index, (file, _, _) in enumerate(states):
            copy = Path(folder, f"{index}{Path(file).suffix.lower()}")
            shutil.copyfile(file, copy)
            copies[str(copy)] = file
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        found = fonts.fonts()
        # typst opens a font file when it first sets text in it: do that while the copy is there.
        opening = {"main": b"", "data.json": b""}
        opening["data.json"] = json.dumps(
            [[info.family, info.weight, info.style] for info in found]
        ).encode()
        opening["main"] = (
            b'#for (family, weight, style) in json("data.json")'
            b" { text(font: family, weight: weight, style: style)[.] }"
        )
        typst.compile(opening, root=folder, font_paths=fonts, timestamp=0)  # type: ignore[call-overload]
    return fonts, {copies[info.path]: info.family for info in found if info.path in copies}


def _problems(error: typst.TypstError, name: str, folder: str) -> list[Problem]:
    """One Problem for each message of typst, without the folder's name, which nobody knows."""
    found = []
    for part in re.split(r"(?m)^error: ", error.diagnostic or f"error: {error.message}")[1:]:
        text = part.splitlines()[0].replace(folder, "").strip()
        place = _PLACE.search(part)
        found.append(
            Problem(
                msg("the document cannot be set: {reason}", reason=text),
                file=name,
                line=int(place[1]) if place else None,
            )
        )
    return found or [Problem(msg("the document cannot be set: {reason}", reason=str(error)), name)]
