"""The parts of a presentation around its slides, and the file that holds them all.

Only what the format asks for is in it: one master with its layouts, the theme, the slides. Nothing
in it knows a clock or a program: the document's properties are its title, entries are dated by the
format's first day, and they are stored as they are, because no compressor at hand gives the same
bytes on every machine. Sources: ECMA-376 part 1, § 13 and 19.3; part 2.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from creativekit.canvas.backends.pptx_master import (
    FIRST_ID,
    ROOT,
    SAME_COLORS,
    SPACES,
    Master,
    background,
)
from creativekit.canvas.backends.pptx_theme import Theme
from creativekit.canvas.backends.svg import escape

_PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}


@dataclass(frozen=True)
class Slide:
    """shapes: what is in its tree. background: a fill, or nothing. pictures: media by name.

    layout: its number in the master, from 1.
    """

    name: str
    shapes: str
    background: str
    pictures: tuple[str, ...]
    layout: int


def package(
    slides: Sequence[Slide],
    media: Mapping[str, bytes],
    theme: Theme,
    title: str,
    size: tuple[int, int],
    master: Master,
) -> bytes:
    """A presentation of `slides`, `size` EMU wide and high."""
    numbers = range(1, len(slides) + 1)
    kinds = range(1, len(master.layouts) + 1)
    parts: dict[str, str] = {
        "[Content_Types].xml": _content_types(len(slides), len(master.layouts)),
        "_rels/.rels": _relationships(
            [
                (f"{_OFFICE}/officeDocument", "ppt/presentation.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": _core(title),
        "ppt/presentation.xml": _presentation(len(slides), size),
        "ppt/_rels/presentation.xml.rels": _relationships(
            [
                (f"{_OFFICE}/slideMaster", "slideMasters/slideMaster1.xml"),
                (f"{_OFFICE}/theme", "theme/theme1.xml"),
                *((f"{_OFFICE}/slide", f"slides/slide{number}.xml") for number in numbers),
            ]
        ),
        "ppt/theme/theme1.xml": theme.part(),
        "ppt/slideMasters/slideMaster1.xml": master.part(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(
            [
                *(
                    (f"{_OFFICE}/slideLayout", f"../slideLayouts/slideLayout{number}.xml")
                    for number in kinds
                ),
                (f"{_OFFICE}/theme", "../theme/theme1.xml"),
                *_images(master.pictures),
            ]
        ),
    }
    for number, layout in enumerate(master.layouts, start=1):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = layout.part()
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relationships(
            [
                (f"{_OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml"),
                *_images(layout.pictures),
            ]
        )
    for number, slide in enumerate(slides, start=1):
        parts[f"ppt/slides/slide{number}.xml"] = _slide(slide)
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relationships(
            [
                (f"{_OFFICE}/slideLayout", f"../slideLayouts/slideLayout{slide.layout}.xml"),
                *_images(slide.pictures),
            ]
        )
    files = {name: (_PROLOG + text).encode() for name, text in parts.items()}
    files |= {f"ppt/media/{name}": data for name, data in media.items()}
    return _zipped(files)


def media_name(number: int, kind: str) -> str:
    """The file name of a picture in the package. ValueError for a kind that has no place there."""
    if kind not in _EXTENSIONS:
        raise ValueError(f"a presentation holds PNG and JPEG, not {kind}")
    return f"image{number}.{_EXTENSIONS[kind]}"


def relationship(index: int, before: int = 1) -> str:
    """What a part calls the picture that stands at `index` in its list.

    before: how many other relationships it has: a slide and a layout one; a master one a layout,
    and the theme.
    """
    return f"rId{index + before + 1}"


def _images(names: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"{_OFFICE}/image", f"../media/{name}") for name in names]


def _zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            # Whatever system this runs on, the entry says it came from the same one.
            entry.create_system = 0
            archive.writestr(entry, data)
    return target.getvalue()


def _content_types(slides: int, layouts: int) -> str:
    kinds = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>'
        for extension, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
        )
    )
    parts = [
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("ppt/presentation.xml", f"{_TYPE}.presentationml.presentation.main+xml"),
        ("ppt/theme/theme1.xml", f"{_TYPE}.theme+xml"),
        ("ppt/slideMasters/slideMaster1.xml", f"{_TYPE}.presentationml.slideMaster+xml"),
        *(
            (
                f"ppt/slideLayouts/slideLayout{number}.xml",
                f"{_TYPE}.presentationml.slideLayout+xml",
            )
            for number in range(1, layouts + 1)
        ),
        *(
            (f"ppt/slides/slide{number}.xml", f"{_TYPE}.presentationml.slide+xml")
            for number in range(1, slides + 1)
        ),
    ]
    named = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts)
    return f'<Types xmlns="{_PACKAGE}/content-types">{kinds}{named}</Types>'


def _relationships(targets: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )


def _presentation(slides: int, size: tuple[int, int]) -> str:
    listed = "".join(
        f'<p:sldId id="{256 + index}" r:id="rId{index + 3}"/>' for index in range(slides)
    )
    return (
        f"<p:presentation{SPACES}>"
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        f"<p:sldIdLst>{listed}</p:sldIdLst>"
        f'<p:sldSz cx="{size[0]}" cy="{size[1]}"/><p:notesSz cx="6858000" cy="9144000"/>'
        "</p:presentation>"
    )


def _slide(slide: Slide) -> str:
    name = f' name="{escape(slide.name)}"' if slide.name else ""
    return (
        f"<p:sld{SPACES}><p:cSld{name}>{background(slide.background)}"
        f"<p:spTree>{ROOT}{slide.shapes}</p:spTree></p:cSld>{SAME_COLORS}</p:sld>"
    )
