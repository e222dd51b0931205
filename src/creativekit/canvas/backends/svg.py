"""Scene to SVG: markup that a person can read and an editor can open.

Only what SVG 1.1 has is used, one element a line, each number as short as a fiftieth of a pixel
at 1000 px needs. Gradients and clips are numbered in drawing order, so the same Scene is always
the same text; `id_prefix` keeps the numbers of several drawings apart inside one HTML page.
"""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from creativekit.canvas.backends import line_ends, live_fonts
from creativekit.canvas.lettering import text_path
from creativekit.canvas.path import Affine, Path, number
from creativekit.canvas.scene import (
    Group,
    Item,
    Line,
    LinearGradient,
    Paint,
    Picture,
    RadialGradient,
    Rect,
    Scene,
    Shape,
    Solid,
    Text,
    Words,
)
from creativekit.fonts.faces import Face
from creativekit.fonts.outlines import outline

TextAs = Literal["outlined", "shared", "live"]
Align = Literal["start", "middle", "end"]
Role = Literal["fill", "stroke"]

_PRECISION = 2e-5
_LONG = 40
_LINE_BREAKS = re.compile("[\t\n\r]")
_UNSET = {
    "font-weight": "400",
    "font-style": "normal",
    "letter-spacing": "0",
    "style": "font-feature-settings:normal;font-variation-settings:normal",
    "fill-opacity": "1",
    "xml:lang": "",
}
"""What undoes, in a part of a text, what the whole has."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(
    scene: Scene,
    text: TextAs = "outlined",
    id_prefix: str = "",
    font_href: Mapping[str, str] | None = None,
) -> str:
    """The Scene as an SVG document, ended by a newline.

    text: "outlined" draws the letters as paths; "shared" draws each letter, and each long
    outline, once and refers to it by an id that stands for its shape, so that a page of many
    drawings can keep one copy of each (`<path id="shared-…" d="…"/>`, a line of its own); "live"
    keeps words as words, one `<text>` for each of the Scene's Words, which need their fonts
    (`live_fonts.fonts_of`) where they are shown. id_prefix: a prefix of every other id, made of
    letters and digits. font_href: for live text, where the file of a face lies, by the face's
    `digest`, as a path relative to the drawing.
    """
    return _Writer(scene, text, id_prefix, font_href or {}).document()


def escape(text: str) -> str:
    """`text` safe inside an element or a quoted attribute; what XML cannot hold becomes a space."""
    text = _ILLEGAL.sub(" ", text)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text


class _Writer:
    def __init__(
        self, scene: Scene, text: TextAs, id_prefix: str, font_href: Mapping[str, str]
    ) -> None:
        self.scene = scene
        self.text = text
        self.prefix = id_prefix
        self.font_href = font_href
        self.defs: list[str] = []
        self.paints: dict[Paint, str] = {}
        self.clips: dict[Path, str] = {}
        self.outlines: set[str] = set()
        self.has_pictures = False
        self.step = _PRECISION * max(scene.width, scene.height, 1e-6)

    def document(self) -> str:
        body = self.items(self.scene.items, 1, 1.0)
        width, height = number(self.scene.width, 3), number(self.scene.height, 3)
        spaces = ' xmlns="http://www.w3.org/2000/svg"'
        if self.has_pictures:
            spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
        head = f'<svg{spaces} width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        lines = [head + ">"]
        if self.scene.title:
            name = f"{self.prefix}title"
            lines = [
                f'{head} role="img" aria-labelledby="{name}">',
                f'  <title id="{name}">{escape(self.scene.title)}</title>',
            ]
        rules: tuple[str, ...] = ()
        if self.text == "live" and self.font_href:
            rules = live_fonts.font_rules(live_fonts.fonts_of(self.scene), self.font_href)
        if rules:
            lines += ["  <style>", *(f"    {escape(rule)}" for rule in rules), "  </style>"]
        if self.defs:
            lines += ["  <defs>", *(f"    {line}" for line in self.defs), "  </defs>"]
        return "\n".join([*lines, *body, "</svg>", ""])

    def items(self, items: Iterable[Item], depth: int, scale: float) -> list[str]:
        lines: list[str] = []
        for item in items:
            lines += self.item(item, depth, scale)
        return lines

    def item(self, item: Item, depth: int, scale: float) -> list[str]:
        indent = "  " * depth
        digits = self.digits(scale)
        if isinstance(item, Group):
            return self.group(item, depth, scale)
        if isinstance(item, Rect):
            if item.width <= 0 or item.height <= 0:
                return []
            # SVG would squeeze a radius that is too large into an ellipse, side by side.
            radius = min(item.radius, item.width / 2, item.height / 2)
            corner = f' rx="{number(radius, digits)}"' if radius > 0 else ""
            return [f"{indent}<rect{_box(item, digits)}{corner}{self.paint('fill', item.fill)}/>"]
        if isinstance(item, Shape):
            rule = ' fill-rule="evenodd"' if item.rule == "evenodd" else ""
            fill = self.paint("fill", item.fill)
            if self.text == "shared" and len(item.path.commands) > _LONG:
                name = self.outline(_shared(item.path, digits))
                return [f'{indent}<use href="#{name}"{fill}{rule}/>']
            d = item.path.svg(digits)
            return [f'{indent}<path d="{d}"{fill}{rule}/>'] if d else []
        if isinstance(item, Line):
            return self.line(item, indent, digits)
        if isinstance(item, Text):
            # Glyphs without a text (the letters of a round stamp, say) are a drawing.
            if self.text == "live" and item.line.text:
                return self.live(((item,),), "start", indent, digits)
            return self.letters(item, indent, digits)
        if isinstance(item, Words):
            if self.text == "live":
                lines = tuple(line for line in item.lines if line)
                return self.live(lines, item.align, indent, digits) if lines else []
            return self.items(item.runs, depth, scale)
        return self.picture(item, indent, digits, scale)

    def digits(self, scale: float) -> int:
        """Decimals that keep a rounded coordinate, drawn `scale` times larger, in its place."""
        return max(0, min(9, math.ceil(-math.log10(self.step / max(scale, 1e-9)) - 1e-9)))

    def group(self, group: Group, depth: int, scale: float) -> list[str]:
        by = group.transform
        attributes = ""
        if by != Affine():
            attributes += f' transform="{_transform(by, self.digits(scale))}"'
        scale *= math.sqrt(abs(by.a * by.d - by.b * by.c))
        if group.clip is not None:
            attributes += f' clip-path="url(#{self.clip(group.clip, self.digits(scale))})"'
        if group.opacity < 1:
            attributes += f' opacity="{number(max(0.0, group.opacity), 4)}"'
        inside = self.items(group.items, depth + 1, scale)
        if not inside:
            return []
        indent = "  " * depth
        return [f"{indent}<g{attributes}>", *inside, f"{indent}</g>"]

    def line(self, item: Line, indent: str, digits: int) -> list[str]:
        d = item.path.svg(digits)
        if not d or item.width <= 0:
            return []
        more = "" if item.cap == "butt" else f' stroke-linecap="{item.cap}"'
        more += "" if item.join == "miter" else f' stroke-linejoin="{item.join}"'
        if item.dash:
            more += f' stroke-dasharray="{" ".join(number(v, digits) for v in item.dash)}"'
        width = number(item.width, digits)
        stroke = self.paint("stroke", item.stroke)
        return [f'{indent}<path d="{d}" fill="none"{stroke} stroke-width="{width}"{more}/>']

    def live(self, lines: line_ends.Lines, align: Align, indent: str, digits: int) -> list[str]:
        """Words as one `<text>`, a `<tspan>` for each line and for each change of face in it."""
        # A run in a second face gets a place of its own, which not every program would find.
        align = "start" if any(len(line) > 1 for line in lines) else align
        common = self.style(lines[0][0], digits)
        single = len(lines) == 1
        parts: list[str] = []
        for line in lines:
            # Between lines that are read as one, a space: it is seen nowhere, but copied.
            goes_on = line is not lines[-1] and not line_ends.is_inside_a_word(line)
            for run in line:
                own = self.style(run, digits)
                changed = "".join(
                    f' {key}="{value or _UNSET[key]}"'
                    for key, value in own.items()
                    if value != common[key]
                )
                place = "" if single and run is line[0] else _place(run, align, digits)
                words = escape(_LINE_BREAKS.sub(" ", run.line.text))
                if goes_on and align == "start" and run is line[-1]:
                    words += " "
                tagged = place or changed
                parts.append(f"<tspan{place}{changed}>{words}</tspan>" if tagged else words)
        place = _place(lines[0][0], align, digits) if single else ""
        anchor = "" if align == "start" else f' text-anchor="{align}"'
        style = "".join(f' {key}="{value}"' for key, value in common.items() if value)
        return [f'{indent}<text{place}{anchor}{style} xml:space="preserve">{"".join(parts)}</text>']

    def style(self, run: Text, digits: int) -> dict[str, str]:
        """Attributes of a run by name, empty where SVG's own value will do."""
        line, face = run.line, run.line.face
        more: list[str] = []
        if line.features:
            more.append(f"font-feature-settings:{_features(line.features)}")
        if axes := live_fonts.axes_setting(face):
            more.append(f"font-variation-settings:{axes}")
        paint = self.paint_attributes("fill", run.fill)
        return {
            "font-family": escape(live_fonts.family_name(face)),
            "font-size": number(run.size, digits),
            "font-weight": str(face.weight) if face.weight != 400 else "",
            "font-style": "italic" if face.italic else "",
            "letter-spacing": number(line.tracking * run.size, 3) if line.tracking else "",
            "style": ";".join(more),
            "fill": paint["fill"],
            "fill-opacity": paint.get("fill-opacity", ""),
            "xml:lang": escape(line.language),
        }

    def letters(self, item: Text, indent: str, digits: int) -> list[str]:
        """A line as outlines, or as letters that are defined once."""
        fill = self.paint("fill", item.fill)
        if self.text != "shared":
            d = text_path(item.line, item.size, item.x, item.y).svg(digits)
            return [f'{indent}<path d="{d}"{fill}/>'] if d else []
        return self.shared_letters(item, indent, fill)

    def shared_letters(self, item: Text, indent: str, fill: str) -> list[str]:
        """The glyphs of a line, placed in thousandths of the em."""
        face = item.line.face
        placed = "".join(
            f'<use href="#{self.outline(shape)}" x="{number(glyph.x * 1000, 1)}"'
            f' y="{number(glyph.y * 1000, 1)}"/>'
            for glyph in item.line.glyphs
            if (shape := _letter(face, glyph.index))[1]
        )
        if not placed:
            return []
        scale = number(item.size / 1000, 7)
        move = f"{number(item.x, 3)} {number(item.y, 3)}"
        return [f'{indent}<g{fill} transform="matrix({scale} 0 0 {scale} {move})">{placed}</g>']

    def outline(self, shape: tuple[str, str]) -> str:
        """The id of an outline, which is defined when it is first asked for."""
        name, d = shape
        if name not in self.outlines:
            self.outlines.add(name)
            self.defs.append(f'<path id="{name}" d="{d}"/>')
        return name

    def picture(self, item: Picture, indent: str, digits: int, scale: float) -> list[str]:
        if item.width <= 0 or item.height <= 0:
            return []
        # Most drawings have no picture in them, and need neither Pillow nor numpy.
        from creativekit.canvas.pictures import embedded

        self.has_pictures = True
        # Twice the px of the drawing: it may be shown larger, or printed.
        kind, data = embedded(item, math.ceil(2 * max(item.width, item.height) * scale))
        address = f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
        clip = ""
        if item.radius > 0:
            outline = Path.rect(item.x, item.y, item.width, item.height, item.radius)
            clip = f' clip-path="url(#{self.clip(outline, self.digits(scale))})"'
        head = f'{indent}<image{_box(item, digits)} preserveAspectRatio="none"{clip}'
        head += f' xlink:href="{address}"'
        if item.alt:
            return [f"{head}><title>{escape(item.alt)}</title></image>"]
        return [f"{head}/>"]

    # ---- definitions

    def clip(self, path: Path, digits: int) -> str:
        if path not in self.clips:
            name = f"{self.prefix}clip{len(self.clips) + 1}"
            self.clips[path] = name
            # An empty clip hides everything, as it does in the other backends.
            d = path.svg(digits) or "M0 0"
            self.defs.append(f'<clipPath id="{name}"><path d="{d}"/></clipPath>')
        return self.clips[path]

    def paint(self, role: Role, paint: Paint) -> str:
        attributes = self.paint_attributes(role, paint)
        return "".join(f' {key}="{value}"' for key, value in attributes.items())

    def paint_attributes(self, role: Role, paint: Paint) -> dict[str, str]:
        if isinstance(paint, Solid):
            color: dict[str, str] = {role: escape(paint.color)}
            if paint.opacity < 1:
                color[f"{role}-opacity"] = number(max(0.0, paint.opacity), 4)
            return color
        if paint not in self.paints:
            self.paints[paint] = f"{self.prefix}paint{len(self.paints) + 1}"
            self.gradient(self.paints[paint], paint)
        return {role: f"url(#{self.paints[paint]})"}

    def gradient(self, name: str, paint: LinearGradient | RadialGradient) -> None:
        if isinstance(paint, LinearGradient):
            kind = "linearGradient"
            ends = {"x1": paint.x0, "y1": paint.y0, "x2": paint.x1, "y2": paint.y1}
        else:
            kind = "radialGradient"
            ends = {"cx": paint.cx, "cy": paint.cy, "r": paint.radius}
        where = "".join(f' {key}="{number(value, 4)}"' for key, value in ends.items())
        stops = ""
        for stop in paint.stops:
            opacity = f' stop-opacity="{number(stop.opacity, 4)}"' if stop.opacity < 1 else ""
            offset = number(stop.offset, 4)
            stops += f'<stop offset="{offset}" stop-color="{escape(stop.color)}"{opacity}/>'
        self.defs.append(
            f'<{kind} id="{name}" gradientUnits="userSpaceOnUse"{where}>{stops}</{kind}>'
        )


@lru_cache(maxsize=4096)
def _letter(face: Face, index: int) -> tuple[str, str]:
    """Id and outline of a glyph in thousandths of the em: whole ones are finer than the paper."""
    return _named(Path(outline(face, index)).scale(1000).svg(0))


@lru_cache(maxsize=256)
def _shared(path: Path, digits: int) -> tuple[str, str]:
    return _named(path.svg(digits))


def _named(d: str) -> tuple[str, str]:
    return f"shared-{hashlib.sha256(d.encode()).hexdigest()[:12]}", d


def _box(item: Rect | Picture, digits: int) -> str:
    sides = {"x": item.x, "y": item.y, "width": item.width, "height": item.height}
    return "".join(f' {key}="{number(value, digits)}"' for key, value in sides.items())


def _place(run: Text, align: Align, digits: int) -> str:
    """Where a run is: its start, middle or end as it is aligned, and its baseline."""
    # A browser adds letter space after the last letter too, and aligns with it.
    width = (run.line.width + run.line.tracking) * run.size
    x = run.x + {"start": 0.0, "middle": 0.5, "end": 1.0}[align] * width
    return f' x="{number(x, digits)}" y="{number(run.y, digits)}"'


def _transform(by: Affine, digits: int) -> str:
    move = f"{number(by.e, digits)} {number(by.f, digits)}"
    if (by.a, by.b, by.c, by.d) == (1, 0, 0, 1):
        return f"translate({move})"
    turn = " ".join(number(value, 7) for value in (by.a, by.b, by.c, by.d))
    return f"matrix({turn} {move})"


def _features(features: tuple[str, ...]) -> str:
    settings = []
    for feature in features:
        tag, _, value = feature.removeprefix("+").partition("=")
        off = tag.startswith("-")
        settings.append(f"'{escape(tag.removeprefix('-'))}' {0 if off else int(value or 1)}")
    return ",".join(settings)
