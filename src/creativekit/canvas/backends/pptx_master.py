"""The master of a presentation and its layouts: what every slide starts from.

A deck of drawings needs no more than a place for a title, so that a new slide has one; a template
that people work with has many layouts, each with a picture under it. Both are written here.
Source: ECMA-376 part 1, § 19.3.1.38–42.
"""

from __future__ import annotations

from dataclasses import dataclass

from creativekit.canvas.backends.svg import escape

SPACES = (
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
ROOT = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
    '<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
SAME_COLORS = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"

FIRST_ID = 2_147_483_648
"""The least number that a master or a layout may have; each number stands once in a file."""

_LIGHT = (("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2"))
_DARK = (("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2"))


@dataclass(frozen=True)
class Layout:
    """A kind of slide.

    kind: one of ST_SlideLayoutType, "" for one of our own. shapes: what is in its tree, the
    placeholders too. background: a fill, or nothing. pictures: media by name. shows_master: whether
    the master's shapes are seen.
    """

    kind: str
    name: str
    shapes: str
    background: str = ""
    pictures: tuple[str, ...] = ()
    shows_master: bool = True

    def part(self) -> str:
        """slideLayout<n>.xml."""
        about = "" if self.shows_master else ' showMasterSp="0"'
        about += f' type="{self.kind}"' if self.kind else ""
        about += ' preserve="1"' if self.kind else ' preserve="1" userDrawn="1"'
        return (
            f'<p:sldLayout{SPACES}{about}><p:cSld name="{escape(self.name)}">'
            f"{background(self.background)}<p:spTree>{ROOT}{self.shapes}</p:spTree></p:cSld>"
            f"{SAME_COLORS}</p:sldLayout>"
        )


@dataclass(frozen=True)
class Master:
    """What all layouts have in common.

    title, body, other: contents of the text styles. background: a fill; the theme's ground without
    one. is_dark: whether text is light on dark, so that what people add is seen.
    """

    layouts: tuple[Layout, ...]
    shapes: str
    title: str
    body: str
    other: str
    background: str = ""
    pictures: tuple[str, ...] = ()
    is_dark: bool = False

    def part(self) -> str:
        """slideMaster1.xml; its layouts are the first of its relationships."""
        pairs = (
            *(_DARK if self.is_dark else _LIGHT),
            *((f"accent{number}", f"accent{number}") for number in range(1, 7)),
            ("hlink", "hlink"),
            ("folHlink", "folHlink"),
        )
        colors = "".join(f' {key}="{value}"' for key, value in pairs)
        layouts = "".join(
            f'<p:sldLayoutId id="{FIRST_ID + number}" r:id="rId{number}"/>'
            for number in range(1, len(self.layouts) + 1)
        )
        plain = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        return (
            f"<p:sldMaster{SPACES}><p:cSld>{background(self.background) or plain}"
            f"<p:spTree>{ROOT}{self.shapes}</p:spTree></p:cSld><p:clrMap{colors}/>"
            f"<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:txStyles>"
            f"<p:titleStyle>{self.title}</p:titleStyle><p:bodyStyle>{self.body}</p:bodyStyle>"
            f"<p:otherStyle>{self.other}</p:otherStyle></p:txStyles></p:sldMaster>"
        )


def background(fill: str) -> str:
    """`p:bg` of a fill; nothing for none."""
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>" if fill else ""


TITLE_ONLY, BLANK = 1, 2
"""Numbers of the plain master's layouts."""


def plain(size: tuple[int, int]) -> Master:
    """A layout with a title and one without; size: EMU."""
    title = _placeholder(2, "Title", "title", size, 1 / 12, 0.15)
    return Master(
        (Layout("titleOnly", "Title", title), Layout("blank", "Blank", "")),
        title + _placeholder(3, "Text", "body", size, 0.25, 0.65, ' idx="1"'),
        _style(size, "mj", 0.06),
        _style(size, "mn", 0.03),
        "<a:defPPr/>",
    )


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
