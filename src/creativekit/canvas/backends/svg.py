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
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

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

_PRECISION = 2e-5
_LONG = 40
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def svg(scene: Scene, text: TextAs = "outlined", id_prefix: str = "") -> str:
    """The Scene as an SVG document, ended by a newline.

    text: "outlined" draws the letters as paths; "shared" draws each letter, and each long
    outline, once and refers to it by an id that stands for its shape, so that a page of many
    drawings can keep one copy of each (`<path id="shared-…" d="…"/>`, a line of its own); "live"
    keeps words as words, which need their fonts where they are shown. id_prefix: a prefix of every
    other id, made of letters and digits.
    """
    return _Writer(scene, text, id_prefix).document()


def escape(text: str) -> str:
    """`text` safe inside an element or a quoted attribute; what XML cannot hold becomes a space."""
    text = _ILLEGAL.sub(" ", text)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(char, entity)
    return text


class _Writer:
    def __init__(self, scene: Scene, text: TextAs, id_prefix: str) -> None:
        self.scene = scene
        self.text = text
        self.prefix = id_prefix
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
            return self.words(item, indent, digits)
        if isinstance(item, Words):
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

    def words(self, item: Text, indent: str, digits: int) -> list[str]:
        line = item.line
        fill = self.paint("fill", item.fill)
        if self.text == "outlined":
            d = text_path(line, item.size, item.x, item.y).svg(digits)
            return [f'{indent}<path d="{d}"{fill}/>'] if d else []
        if self.text == "shared":
            return self.letters(item, indent, fill)
        family = line.face.family.replace("\\", "\\\\").replace("'", "\\'")
        style = f' font-family="{escape(f"{chr(39)}{family}{chr(39)}")}"'
        style += f' font-size="{number(item.size, digits)}"'
        if line.face.weight != 400:
            style += f' font-weight="{line.face.weight}"'
        if line.face.italic:
            style += ' font-style="italic"'
        if line.tracking:
            style += f' letter-spacing="{number(line.tracking * item.size, 3)}"'
        if line.features:
            style += f' style="font-feature-settings:{_features(line.features)}"'
        place = f' x="{number(item.x, digits)}" y="{number(item.y, digits)}"'
        words = escape(line.text.replace("\t", " ").replace("\n", " ").replace("\r", " "))
        language = escape(line.language)
        return [
            f'{indent}<text{place}{style}{fill} xml:lang="{language}" xml:space="preserve">'
            f"{words}</text>"
        ]

    def letters(self, item: Text, indent: str, fill: str) -> list[str]:
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
        from creativekit.canvas.pictures import embeddable

        self.has_pictures = True
        kind, data = embeddable(item.data)
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

    def paint(self, role: Literal["fill", "stroke"], paint: Paint) -> str:
        if isinstance(paint, Solid):
            color = f' {role}="{escape(paint.color)}"'
            if paint.opacity < 1:
                color += f' {role}-opacity="{number(max(0.0, paint.opacity), 4)}"'
            return color
        if paint not in self.paints:
            self.paints[paint] = f"{self.prefix}paint{len(self.paints) + 1}"
            self.gradient(self.paints[paint], paint)
        return f' {role}="url(#{self.paints[paint]})"'

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
