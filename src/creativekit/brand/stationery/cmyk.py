"""A Scene in printing inks: vectors in DeviceCMYK, as a one-page PDF that a template places.

The kit's other PDFs are sRGB, set by typst around SVG; SVG has no other colours, so what goes to a
press is written here. The conversion is the naive one that the guide prints beside its colours (no
press profile is asked): at most three inks meet, at most 300 %. Black and grey are black ink alone,
and what is nearly black is all of it, so that letters need no register.

A gradient is mixed in sRGB, as on a screen, and each of its steps is converted: mixed in ink, the
way from pale to deep would turn grey. Items that several groups share are written once.

Sources: ISO 32000-1 (PDF 1.7), 7.10.2 (sampled functions), 8.5 (paths), 8.6.4.4 (DeviceCMYK), 8.7.4
(shadings), 8.10 (forms), 11.6.5 (soft masks).
"""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from creativekit.canvas.lettering import text_path
from creativekit.canvas.outline_ops import MITER_LIMIT, stroke
from creativekit.canvas.path import Affine, Box, Path, number, placeholder
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
    Stop,
    Text,
    Words,
)
from creativekit.color import notation
from creativekit.color.hex import channels

if TYPE_CHECKING:
    import numpy as np
    import pikepdf
    from numpy.typing import NDArray

Inks = tuple[float, float, float, float]
Gradient = LinearGradient | RadialGradient

PT_MM = 72 / 25.4

BLACK: Inks = (0.0, 0.0, 0.0, 1.0)
# Greys from this much black (percent) are meant to be black.
_NEARLY_BLACK = 90
# Channels nearer to each other than this are grey, as in color.notation.
_GREY = 0.02
_STEPS = 256
_PICTURE_DPI = 300.0
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
# What tells programs that a PDF is no text; this one is.
_BINARY_COMMENT = b"%\xbf\xf7\xa2\xfe"
_EVERYWHERE = Box(-30000, -30000, 30000, 30000)


def inks(color: str) -> Inks:
    """Cyan, magenta, yellow and black of `#rrggbb`, 0–1."""
    cyan, magenta, yellow, black = notation.cmyk(color)
    if (cyan, magenta, yellow) == (0, 0, 0) and black >= _NEARLY_BLACK:
        return BLACK
    return cyan / 100, magenta / 100, yellow / 100, black / 100


def vector(scene: Scene, mm_per_px: float) -> bytes:
    """The Scene as a PDF of one page as large as it, words as outlines; a px is `mm_per_px` wide.

    Pictures are the only pixels, at 300 to the inch. The same Scene gives the same bytes, and all
    of them are ASCII: typst takes no other file from memory.
    """
    import pikepdf

    scale = mm_per_px * PT_MM
    width, height = scene.width * scale, scene.height * scale
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(width, height))
        writer = _Writer(pdf, _shared(scene.items), {})
        flipped = Affine(scale, 0, 0, -scale, 0, height)
        content = f"{_matrix(flipped)} cm\n{writer.items(scene.items, scale)}"
        page.obj.Contents = pdf.make_stream(content.encode())
        page.obj.Resources = writer.resources()
        page.obj.Group = group("DeviceCMYK")
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue().replace(_BINARY_COMMENT, b"%" + b"-" * 4, 1)


def group(space: str) -> pikepdf.Dictionary:
    """A transparency group: what is in it is mixed in this colour space before it is seen."""
    import pikepdf

    return pikepdf.Dictionary(
        Type=pikepdf.Name.Group,
        S=pikepdf.Name.Transparency,
        CS=pikepdf.Name(f"/{space}"),
        I=True,
    )


def _shared(items: Iterable[Item]) -> frozenset[int]:
    """Identities of the tuples of items that more than one group draws."""
    counts: Counter[int] = Counter()

    def count(inside: Iterable[Item]) -> None:
        for item in inside:
            if isinstance(item, Group):
                counts[id(item.items)] += 1
                if counts[id(item.items)] == 1:
                    count(item.items)

    count(items)
    return frozenset(key for key, times in counts.items() if times > 1)


class _Writer:
    """Operators of one content stream, and the resources that it names.

    shared: which tuples of items are made a form; forms: those that are made. Wherever it is
    asked, `scale` is how many points a unit of the items is.
    """

    def __init__(
        self, pdf: pikepdf.Pdf, shared: frozenset[int], forms: dict[int, pikepdf.Stream]
    ) -> None:
        self.pdf = pdf
        self.shared = shared
        self.forms = forms
        self.states: dict[str, pikepdf.Object] = {}
        self.shadings: dict[str, pikepdf.Object] = {}
        self.objects: dict[str, pikepdf.Object] = {}
        self.opacities: dict[float, str] = {}
        self.drawn: dict[int, str] = {}

    def resources(self) -> pikepdf.Dictionary:
        import pikepdf

        tables = {
            "/ExtGState": self.states,
            "/Shading": self.shadings,
            "/XObject": self.objects,
        }
        return pikepdf.Dictionary(
            {
                kind: pikepdf.Dictionary({f"/{name}": made for name, made in table.items()})
                for kind, table in tables.items()
                if table
            }
        )

    def items(self, items: Iterable[Item], scale: float) -> str:
        return "\n".join(part for item in items for part in self.item(item, scale))

    def item(self, item: Item, scale: float) -> Iterator[str]:
        if isinstance(item, Group):
            yield from self.group(item, scale)
        elif isinstance(item, Rect):
            if item.width > 0 and item.height > 0:
                path = Path.rect(item.x, item.y, item.width, item.height, item.radius)
                yield from self.filled(path, item.fill, scale)
        elif isinstance(item, Shape):
            yield from self.filled(item.path, item.fill, scale, "*" * (item.rule == "evenodd"))
        elif isinstance(item, Line):
            yield from self.line(item, scale)
        elif isinstance(item, Text):
            outlines = text_path(item.line, item.size, item.x, item.y)
            yield from self.filled(outlines, item.fill, scale)
        elif isinstance(item, Words):
            for run in item.runs:
                yield from self.item(run, scale)
        else:
            yield from self.picture(item, scale)

    def group(self, group: Group, scale: float) -> Iterator[str]:
        by = group.transform
        scale *= math.sqrt(abs(by.a * by.d - by.b * by.c))
        if scale == 0 or group.opacity <= 0:
            return
        yield f"q {_matrix(by)} cm"
        if group.clip is not None:
            # An empty clip hides everything, as it does in the other backends.
            yield f"{_path(group.clip, scale) or '0 0 m'} W n"
        if group.opacity < 1:
            yield f"/{self.opacity(group.opacity)} gs /{self.faded(group.items, scale)} Do"
        elif id(group.items) in self.shared:
            yield f"/{self.form(group.items, scale)} Do"
        else:
            yield self.items(group.items, scale)
        yield "Q"

    def filled(self, path: Path, paint: Paint, scale: float, rule: str = "") -> Iterator[str]:
        outline = _path(path, scale)
        if not outline:
            return
        if isinstance(paint, Solid):
            painted = f"{_operands(inks(paint.color))} k {outline} f{rule}"
            faded = paint.opacity < 1
            yield f"q /{self.opacity(paint.opacity)} gs {painted} Q" if faded else painted
            return
        opacities = {stop.opacity for stop in paint.stops}
        yield f"q {outline} W{rule} n"
        if len(opacities) > 1:
            yield f"/{self.mask(paint, path.bounds)} gs"
        elif opacities != {1.0}:
            yield f"/{self.opacity(opacities.pop())} gs"
        yield f"/{self.shading(paint, _mixtures(paint.stops), 'DeviceCMYK')} sh Q"

    def line(self, line: Line, scale: float) -> Iterator[str]:
        if line.width <= 0 or not line.path:
            return
        if not isinstance(line.stroke, Solid):
            pen = line.width, line.cap, line.join, line.dash
            yield from self.filled(stroke(line.path, *pen, merged=False), line.stroke, scale)
            return
        digits = _digits(scale)
        dash = " ".join(number(length, digits) for length in line.dash)
        if line.stroke.opacity < 1:
            yield f"q /{self.opacity(line.stroke.opacity)} gs"
        else:
            yield "q"
        yield (
            f"{_operands(inks(line.stroke.color))} K {number(line.width, digits)} w"
            f" {_CAPS[line.cap]} J {_JOINS[line.join]} j {number(MITER_LIMIT)} M [{dash}] 0 d"
        )
        yield f"{_path(line.path, scale)} S Q"

    def picture(self, item: Picture, scale: float) -> Iterator[str]:
        if item.width <= 0 or item.height <= 0:
            return
        # Most brands have their logo drawn: only those that bring a picture need Pillow and numpy.
        from creativekit.canvas.pictures import shown_pixels

        density = scale / 72 * _PICTURE_DPI
        size = max(1, round(item.width * density)), max(1, round(item.height * density))
        name = _named(self.objects, "X", self.image(shown_pixels(item, size)))
        yield "q"
        if item.radius > 0:
            rounded = Path.rect(item.x, item.y, item.width, item.height, item.radius)
            yield f"{_path(rounded, scale)} W n"
        place = Affine(item.width, 0, 0, -item.height, item.x, item.y + item.height)
        yield f"{_matrix(place)} cm /{name} Do Q"

    # ---- resources, by the names they get

    def opacity(self, value: float) -> str:
        import pikepdf

        value = round(max(0.0, value), 4)
        if value not in self.opacities:
            state = pikepdf.Dictionary(ca=value, CA=value)
            self.opacities[value] = _named(self.states, "G", state)
        return self.opacities[value]

    def mask(self, paint: Gradient, box: Box) -> str:
        """A state in which what is painted is as opaque as the gradient's stops."""
        import pikepdf

        inside = _Writer(self.pdf, self.shared, self.forms)
        opacities = [
            (low.opacity + (high.opacity - low.opacity) * share,)
            for low, high, share in _steps(paint.stops)
        ]
        content = f"/{inside.shading(paint, opacities, 'DeviceGray')} sh"
        made = inside.form_of(content, box)
        made.Group = group("DeviceGray")
        mask = pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=made)
        return _named(self.states, "G", pikepdf.Dictionary(SMask=mask))

    def form(self, items: tuple[Item, ...], scale: float) -> str:
        key = id(items)
        if key not in self.forms:
            inside = _Writer(self.pdf, self.shared, self.forms)
            self.forms[key] = inside.form_of(inside.items(items, scale), _EVERYWHERE)
        if key not in self.drawn:
            self.drawn[key] = _named(self.objects, "X", self.forms[key])
        return self.drawn[key]

    def faded(self, items: tuple[Item, ...], scale: float) -> str:
        """A form whose items are painted over each other before they fade."""
        inside = _Writer(self.pdf, self.shared, self.forms)
        made = inside.form_of(inside.items(items, scale), _EVERYWHERE)
        made.Group = group("DeviceCMYK")
        return _named(self.objects, "X", made)

    def form_of(self, content: str, box: Box) -> pikepdf.Stream:
        """What this writer has written, as an object."""
        import pikepdf

        return self.pdf.make_stream(
            content.encode(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array([round(side, 4) for side in _sides(box)]),
            Resources=self.resources(),
        )

    def shading(self, paint: Gradient, samples: Sequence[Sequence[float]], space: str) -> str:
        """Axial or radial, with the samples evenly from its start to its end."""
        import pikepdf

        function = self.pdf.make_stream(
            _hexadecimal(bytes(round(value * 255) for sample in samples for value in sample)),
            Filter=pikepdf.Name.ASCIIHexDecode,
            FunctionType=0,
            Domain=pikepdf.Array([0, 1]),
            Range=pikepdf.Array([0, 1] * len(samples[0])),
            Size=pikepdf.Array([len(samples)]),
            BitsPerSample=8,
        )
        made = pikepdf.Dictionary(
            ShadingType=2 if isinstance(paint, LinearGradient) else 3,
            ColorSpace=pikepdf.Name(f"/{space}"),
            Coords=pikepdf.Array([round(end, 4) for end in _ends(paint)]),
            Function=function,
            Extend=pikepdf.Array([True, True]),
        )
        return _named(self.shadings, "S", made)

    def image(self, pixels: NDArray[np.uint8]) -> pikepdf.Stream:
        made = self._image(_separated(pixels[..., :3]), "DeviceCMYK")
        if pixels.shape[2] == 4:
            made.SMask = self._image(pixels[..., 3:], "DeviceGray")
        return made

    def _image(self, values: NDArray[np.uint8], space: str) -> pikepdf.Stream:
        import pikepdf

        return self.pdf.make_stream(
            _hexadecimal(values.tobytes()),
            Filter=pikepdf.Name.ASCIIHexDecode,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=values.shape[1],
            Height=values.shape[0],
            ColorSpace=pikepdf.Name(f"/{space}"),
            BitsPerComponent=8,
        )


def _hexadecimal(data: bytes) -> bytes:
    return data.hex().encode() + b">"


def _named(table: dict[str, pikepdf.Object], letter: str, made: pikepdf.Object) -> str:
    name = f"{letter}{len(table)}"
    table[name] = made
    return name


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


def _ends(paint: Gradient) -> tuple[float, ...]:
    if isinstance(paint, LinearGradient):
        return paint.x0, paint.y0, paint.x1, paint.y1
    return paint.cx, paint.cy, 0.0, paint.cx, paint.cy, paint.radius


def _path(path: Path, scale: float) -> str:
    digits = _digits(scale)
    parts = {
        letter: " ".join((*[placeholder(digits)] * _NUMBERS[letter], operator))
        for letter, operator in _OPERATORS.items()
    }
    return path.written(parts, " ", digits)


def _matrix(by: Affine) -> str:
    turn = " ".join(number(value, 7) for value in (by.a, by.b, by.c, by.d))
    return f"{turn} {number(by.e, 4)} {number(by.f, 4)}"


def _digits(scale: float) -> int:
    """Decimals that keep a coordinate within a thousandth of a point."""
    return max(0, min(9, math.ceil(3 + math.log10(scale) - 1e-9)))


def _operands(values: Iterable[float]) -> str:
    return " ".join(number(value, 4) for value in values)


def _steps(stops: Sequence[Stop]) -> Iterator[tuple[Stop, Stop, float]]:
    """At even steps from 0 to 1, the stops on both sides and how far it is to the second (0–1)."""
    for step in range(_STEPS):
        at = step / (_STEPS - 1)
        after = next((index for index, stop in enumerate(stops) if stop.offset > at), len(stops))
        low, high = stops[max(0, after - 1)], stops[min(after, len(stops) - 1)]
        length = high.offset - low.offset
        yield low, high, min(1.0, max(0.0, (at - low.offset) / length)) if length > 0 else 0.0


def _mixtures(stops: Sequence[Stop]) -> list[Inks]:
    """A gradient's inks at even steps, mixed straight in sRGB between its stops.

    Not rounded, and grey as a whole or not at all: the dark steps of a near grey would be bands.
    """
    is_grey = all(inks(stop.color)[:3] == BLACK[:3] for stop in stops)
    found: list[Inks] = []
    for low, high, share in _steps(stops):
        parts = [
            (one + (other - one) * share) / 255
            for one, other in zip(channels(low.color), channels(high.color), strict=True)
        ]
        light = max(parts)
        if is_grey or light == 0:
            found.append((0.0, 0.0, 0.0, 1 - light))
        else:
            cyan, magenta, yellow = ((light - part) / light for part in parts)
            found.append((cyan, magenta, yellow, 1 - light))
    return found


def _separated(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(height, width, 3) of sRGB as (height, width, 4) of inks, 0–255."""
    import numpy as np

    color = pixels.astype(np.float32) / 255
    light = color.max(axis=2, keepdims=True)
    grey = light - color.min(axis=2, keepdims=True) < _GREY
    out = np.empty((*pixels.shape[:2], 4), np.float32)
    out[..., :3] = np.where(grey, 0.0, (light - color) / np.maximum(light, 1 / 255))
    out[..., 3:] = 1 - light
    return (out * 255).round().astype(np.uint8)
