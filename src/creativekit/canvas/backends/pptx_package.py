"""The parts of a presentation around its slides, and the file that holds them all.

Only what the format asks for is in it: one master, a layout with a title and one without, the
theme. Nothing in it knows a clock or a program: the document's properties are its title, entries
are dated by the format's first day, and they are stored as they are, because no compressor at hand
gives the same bytes on every machine. Sources: ECMA-376 part 1, § 13 and 19.3; part 2.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from creativekit.canvas.backends.pptx_theme import Theme
from creativekit.canvas.backends.svg import escape

_PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_SPACES = (
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    f' xmlns:r="{_OFFICE}"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}

TITLE_ONLY, BLANK = 1, 2
"""Numbers of the layouts."""

_ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


@dataclass(frozen=True)
class Slide:
    """shapes: what is in its tree. background: a fill, or nothing. pictures: media by name."""

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
) -> bytes:
    """A presentation of `slides`, `size` EMU wide and high."""
    parts: dict[str, str] = {
        "[Content_Types].xml": _content_types(len(slides)),
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
                *(
                    (f"{_OFFICE}/slide", f"slides/slide{number}.xml")
                    for number in range(1, len(slides) + 1)
                ),
            ]
        ),
        "ppt/theme/theme1.xml": theme.part(),
        "ppt/slideMasters/slideMaster1.xml": _master(size),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(
            [
                (f"{_OFFICE}/slideLayout", "../slideLayouts/slideLayout1.xml"),
                (f"{_OFFICE}/slideLayout", "../slideLayouts/slideLayout2.xml"),
                (f"{_OFFICE}/theme", "../theme/theme1.xml"),
            ]
        ),
    }
    for number, (kind, name, shapes) in enumerate(
        (("titleOnly", "Title", _title(size)), ("blank", "Blank", "")), start=1
    ):
        parts[f"ppt/slideLayouts/slideLayout{number}.xml"] = (
            f'<p:sldLayout{_SPACES} type="{kind}" preserve="1"><p:cSld name="{name}">'
            f"<p:spTree>{_ROOT}{shapes}</p:spTree></p:cSld>{_SAME_COLORS}</p:sldLayout>"
        )
        parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = _relationships(
            [(f"{_OFFICE}/slideMaster", "../slideMasters/slideMaster1.xml")]
        )
    for number, slide in enumerate(slides, start=1):
        parts[f"ppt/slides/slide{number}.xml"] = _slide(slide)
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relationships(
            [
                (f"{_OFFICE}/slideLayout", f"../slideLayouts/slideLayout{slide.layout}.xml"),
                *((f"{_OFFICE}/image", f"../media/{name}") for name in slide.pictures),
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


def relationship(index: int) -> str:
    """What a slide calls the picture that stands at `index` in its list."""
    return f"rId{index + 2}"


def _zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            # Whatever system this runs on, the entry says it came from the same one.
            entry.create_system = 0
            archive.writestr(entry, data)
    return target.getvalue()


def _content_types(slides: int) -> str:
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
        ("ppt/slideLayouts/slideLayout1.xml", f"{_TYPE}.presentationml.slideLayout+xml"),
        ("ppt/slideLayouts/slideLayout2.xml", f"{_TYPE}.presentationml.slideLayout+xml"),
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
        f"<p:presentation{_SPACES}>"
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f"<p:sldIdLst>{listed}</p:sldIdLst>"
        f'<p:sldSz cx="{size[0]}" cy="{size[1]}"/><p:notesSz cx="6858000" cy="9144000"/>'
        "</p:presentation>"
    )


_SAME_COLORS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def _slide(slide: Slide) -> str:
    ground = ""
    if slide.background:
        ground = f"<p:bg><p:bgPr>{slide.background}<a:effectLst/></p:bgPr></p:bg>"
    name = f' name="{escape(slide.name)}"' if slide.name else ""
    return (
        f"<p:sld{_SPACES}><p:cSld{name}>{ground}<p:spTree>{_ROOT}{slide.shapes}</p:spTree></p:cSld>"
        f"{_SAME_COLORS}</p:sld>"
    )


def _master(size: tuple[int, int]) -> str:
    body = _placeholder(3, "Text", "body", size, 0.25, 0.65, ' idx="1"')
    colors = "".join(
        f' {key}="{value}"'
        for key, value in (
            ("bg1", "lt1"),
            ("tx1", "dk1"),
            ("bg2", "lt2"),
            ("tx2", "dk2"),
            *((f"accent{number}", f"accent{number}") for number in range(1, 7)),
            ("hlink", "hlink"),
            ("folHlink", "folHlink"),
        )
    )
    layouts = "".join(
        f'<p:sldLayoutId id="{2147483648 + number}" r:id="rId{number}"/>'
        for number in (TITLE_ONLY, BLANK)
    )
    return (
        f"<p:sldMaster{_SPACES}><p:cSld>"
        '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"<p:spTree>{_ROOT}{_title(size)}{body}</p:spTree></p:cSld><p:clrMap{colors}/>"
        f"<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{_style(size, 'mj', 0.06)}</p:titleStyle>"
        f"<p:bodyStyle>{_style(size, 'mn', 0.03)}</p:bodyStyle>"
        "<p:otherStyle><a:defPPr/></p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _title(size: tuple[int, int]) -> str:
    return _placeholder(2, "Title", "title", size, 1 / 12, 0.15)


def _placeholder(
    number: int,
    name: str,
    kind: str,
    size: tuple[int, int],
    top: float,
    height: float,
    more: str = "",
) -> str:
    """Where a new slide's own text goes: inside margins of a twelfth."""
    margin = min(size) // 12
    room = (size[0] - 2 * margin, round(size[1] * height))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{more}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{margin}" y="{round(size[1] * top)}"/><a:ext cx="{room[0]}" cy="{room[1]}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>'
        "<a:p><a:endParaRPr/></a:p></p:txBody></p:sp>"
    )


def _style(size: tuple[int, int], fonts: str, share: float) -> str:
    points = round(min(max(min(size) * share / 12700, 1), 4000)) * 100
    return (
        '<a:lvl1pPr algn="l"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{points}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+{fonts}-lt"/><a:ea typeface="+{fonts}-ea"/>'
        f'<a:cs typeface="+{fonts}-cs"/></a:defRPr></a:lvl1pPr>'
    )
