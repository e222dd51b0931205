"""Words in DrawingML: one text box of real text, standing where the Scene's letters stand.

Positions. Slides space lines without regard to the font: a line is 1.2 em high, of which
LibreOffice (7.4, measured) gives 1.0 to what stands above the baseline, and PowerPoint the share
that the font's ascent has of its own line (measured on PowerPoint 16 for four typefaces and sizes
from 8 to 100 pt by the office2pdf project, pull requests 1119 and 1178). For our typefaces the two
lie 0.03 to 0.09 em apart, so the box is placed by their mean, and either program is off by half of
that. Exact spacing, which several lines need, keeps what is below the baseline and takes from
above. Lines break where the Scene's do, the text neither wraps nor shrinks, and letter space after
a line's last letter, which programs add and a Scene does not, is allowed for.

Names. Office knows a family as Regular and Bold; another weight is a family of its own ("Onest
ExtraBold"), which is how Windows and macOS list the named weights of an installed variable font,
and how `fonts.naming` names a static one. A weight between the named ones is the nearest of the
family's two. OpenType features have no place in DrawingML and are left to the program.
Source: ECMA-376 part 1, § 21.1.2.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from statistics import fmean

from creativekit.canvas.backends.line_ends import Lines, paragraphs
from creativekit.canvas.backends.pptx_paints import fill
from creativekit.canvas.backends.pptx_theme import Theme
from creativekit.canvas.backends.svg import escape
from creativekit.canvas.path import Affine, Box
from creativekit.canvas.scene import Text, Words
from creativekit.fonts.faces import Face
from creativekit.fonts.metrics import metrics
from creativekit.fonts.naming import weight_name

EMU_PT = 12700

SIZES = (100, 400_000)
"""Smallest and largest size of a font, in hundredths of a point."""

MOST_LEADING = 158_400
"""Widest exact line spacing, in hundredths of a point."""

_ALIGN = {"start": "l", "middle": "ctr", "end": "r"}
_REGIONS = {"kk": "kk-KZ", "ru": "ru-RU", "en": "en-GB"}
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_LINE, _LIBREOFFICE = 1.2, 1.0
_SLACK = 0.06
"""Room beside the widest line, of its width: another program's letters may be a little wider."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """Where words are set: a box in the Scene item's own px, and what goes into it."""

    box: Box
    body: str


def typeface(face: Face) -> tuple[str, bool]:
    """The name by which office programs know a face, and whether it is that family's bold."""
    if not face.axes:
        # A font of one weight carries the name that programs list it by.
        from creativekit.fonts.harfbuzz import names

        found = names(face)
        family = found.get(1) or face.family
        return family, found.get(2, "").lower().startswith("bold")
    if face.weight in (400, 700) or face.weight % 100:
        return face.family, face.weight >= 600
    return f"{face.family} {weight_name(face.weight)}", False


def text_box(words: Words, theme: Theme, emu: float, opacity: float = 1.0) -> TextBox | None:
    """Words as a text box; None when they are empty, or of a size that DrawingML does not know.

    emu: EMU to a px. opacity: that of the groups around.
    """
    found = paragraphs(words)
    if not found:
        return None
    lines = [line for part in found for line in part]
    if any(not SIZES[0] <= _size(run, emu) <= SIZES[1] for line in lines for run in line):
        return None
    pitch, exact = _pitch(words, lines)
    if exact and round(pitch * emu / EMU_PT * 100) > MOST_LEADING:
        return None
    box, hang = _box(words, lines, pitch, exact)
    spacing = (
        f'<a:spcPts val="{round(pitch * emu / EMU_PT * 100)}"/>'
        if exact
        else '<a:spcPct val="100000"/>'
    )
    body = "".join(
        _paragraph(part, words, theme, emu, opacity, spacing, hang if not index else (hang[1],) * 2)
        for index, part in enumerate(found)
    )
    return TextBox(box, f"{_BODY}<a:lstStyle/>{body}")


_BODY = (
    '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t">'
    "<a:noAutofit/></a:bodyPr>"
)


def _box(
    words: Words, lines: list[tuple[Text, ...]], pitch: float, exact: bool
) -> tuple[Box, tuple[float, float]]:
    """The text box, and how far right of its left the first line and the others start."""
    spans = [_span(line) for line in lines]
    width = max(right - left for left, right in spans)
    slack = width * _SLACK
    tracking = fmean(line[-1].line.tracking * line[-1].size for line in lines)
    hang = (0.0, 0.0)
    if words.align == "start":
        first = spans[0][0]
        others = fmean(left for left, _ in spans[1:]) if len(spans) > 1 else first
        left = min(first, others)
        right = left + width + max(first, others) - left + 2 * slack
        hang = (first - left, others - left)
    elif words.align == "end":
        right = fmean(right for _, right in spans) + tracking
        left = right - width - 2 * slack
    else:
        center = fmean((left + right) / 2 for left, right in spans) + tracking / 2
        left, right = center - width / 2 - slack, center + width / 2 + slack
    size = lines[0][0].size
    above = _above(lines[0][0].line.face) * size
    top = lines[0][0].y - (pitch - (_LINE * size - above) if exact else above)
    tall = len(lines) * pitch if exact else _LINE * size
    return Box(left, top, right, top + tall), hang


def _above(face: Face) -> float:
    """How far below the top of a box its first baseline is, in em, with natural spacing."""
    about = metrics(face)
    own = about.ascender - about.descender + about.line_gap
    share = _LINE * about.ascender / own if own > 0 else _LIBREOFFICE
    return (share + _LIBREOFFICE) / 2


def _pitch(words: Words, lines: list[tuple[Text, ...]]) -> tuple[float, bool]:
    """From baseline to baseline, and whether it has to be said (of one line it has not)."""
    if len(lines) < 2:
        return words.leading * lines[0][0].size, False
    return (lines[-1][0].y - lines[0][0].y) / (len(lines) - 1), True


def _span(line: tuple[Text, ...]) -> tuple[float, float]:
    left = min(run.x for run in line)
    return left, max(run.x + run.line.width * run.size for run in line)


def _paragraph(
    lines: Lines,
    words: Words,
    theme: Theme,
    emu: float,
    opacity: float,
    spacing: str,
    hang: tuple[float, float],
) -> str:
    first, others = (round(value * emu) for value in hang)
    parts: list[str] = []
    properties = ""
    for index, line in enumerate(lines):
        if index:
            parts.append(f"<a:br>{properties}</a:br>")
        for run in line:
            properties = _properties(run, theme, emu, opacity)
            text = escape(" ".join(re.split(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]", run.line.text)))
            if text:
                parts.append(f"<a:r>{properties}<a:t>{text}</a:t></a:r>")
    rtl = ' rtl="1"' if _reads_leftwards(words.text) else ' rtl="0"'
    indent = f' marL="{others}" indent="{first - others}"'
    return (
        f'<a:p><a:pPr{indent} algn="{_ALIGN[words.align]}"{rtl}>'
        f"<a:lnSpc>{spacing}</a:lnSpc>"
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>'
        f"<a:buNone/></a:pPr>{''.join(parts)}</a:p>"
    )


def _properties(run: Text, theme: Theme, emu: float, opacity: float) -> str:
    line = run.line
    name, bold = typeface(line.face)
    # Kerning is said to be wanted from one point upwards: 0 stands for none at all.
    language = _language(line.language)
    about = f' lang="{language}"' if language else ""
    about += f' sz="{_size(run, emu)}" b="{int(bold)}" i="{int(line.face.italic)}" kern="100"'
    about += f' spc="{round(line.tracking * run.size * emu / EMU_PT * 100)}"'
    latin, ea, cs = (escape(_name(face)) for face in theme.typeface(name))
    # A gradient spans the letters' own line here, wherever it lay in the drawing.
    box = Box(run.x, run.y - run.size, run.x + max(line.width * run.size, 1.0), run.y)
    paint = fill(run.fill, theme, Affine(), box, opacity)
    return (
        f'<a:rPr{about} dirty="0">{paint}<a:latin typeface="{latin}"/>'
        f'<a:ea typeface="{ea}"/><a:cs typeface="{cs}"/></a:rPr>'
    )


def _size(run: Text, emu: float) -> int:
    return round(run.size * emu / EMU_PT * 100)


def _name(face: str) -> str:
    """A font's own name is text that we did not write: one line of it."""
    return " ".join("".join(char if char.isprintable() else " " for char in face).split())


def _language(language: str) -> str:
    if language in _REGIONS:
        return _REGIONS[language]
    return language if _LANGUAGE.fullmatch(language) else ""


def _reads_leftwards(text: str) -> bool:
    """Whether the first letter with a direction is one of a right-to-left script."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
