"""A post drawn: template, values and a brand's style become one Scene.

Layers are laid over one another as the template lists them. The style arranges the ground; the
words are set into its rooms; where they stand on a photograph, their ink, a veil and the crop are
found on its pixels once it is known where they stand. Everything that does not fit or cannot be
drawn comes back as problems, with a Scene of the rest: a preflight and a render are the same work.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.dress import Dress, dress
from creativekit.artwork.hands import arrange
from creativekit.artwork.parts import Piece, Wearer, caption
from creativekit.artwork.post_signature import signature
from creativekit.artwork.sheet import Room, Sheet
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.photo.crop import cover, upscale_problem
from creativekit.canvas.photo.photograph import Photograph
from creativekit.canvas.photo.remedy import readable_on
from creativekit.canvas.scene import (
    Group,
    Item,
    LinearGradient,
    Paint,
    Picture,
    Rect,
    Scene,
    Solid,
    Stop,
    Treatment,
)
from creativekit.canvas.text.fit import TooLong
from creativekit.color.contrast import TEXT, readable
from creativekit.errors import InputError, Message, Problem, msg
from creativekit.social import template_fill
from creativekit.social.layout import Column, Overflow, Setter, column
from creativekit.social.template import Field, Layer, Node, Template
from creativekit.social.values import Rows, Value, fill, texts

WHITE = "#ffffff"

_CROWDS = (0.0, 0.6, 1.0)

_FLAT = 1.5
"""Width over height from which a picture is a strip."""


@dataclass(frozen=True)
class Drawn:
    """A post in one placement and language.

    problems: what keeps it from being right (errors) or what to look at (warnings), each with the
    field's name as its key; file and line are the caller's to add. did: what was done to make words
    read on a photograph. alt: its alternative text.
    """

    scene: Scene
    problems: tuple[Problem, ...]
    did: tuple[Message, ...]
    alt: str


def draw(
    template: Template,
    values: Mapping[str, Value],
    sheet: Sheet,
    language: str,
    treatment: Treatment | None = None,
) -> Drawn:
    """Draw `values` in `template` on `sheet`, in one language; treatment: of every photograph.

    Words that do not fit are given more room by the style before that is a problem.
    """
    for crowd in _CROWDS:
        drawing = _Drawing(template, values, replace(sheet, crowd=crowd), language, treatment)
        made = drawing.drawn()
        if not drawing.overflowed:
            break
    return made


@dataclass(slots=True)
class _Photo:
    """A photograph on the sheet that words may stand on: where in the items it is painted."""

    photo: Photograph
    frame: Frame
    crop: Box
    at: int


def aim(made: Arrangement, frame: Frame) -> tuple[float, float] | None:
    """Where the subject of a picture goes, fractions of its box; None: where the crop likes it.

    Into the part that is seen; a flat picture keeps the head of whom it shows; a picture with words
    on it has it on a third line, away from the words.
    """
    box = frame.box
    if frame.seen is not None:
        x, y = frame.seen.center
        return (x - box.left) / box.width, (y - box.top) / box.height
    if made.on_picture:
        return _away(made)
    return (0.5, 0.5) if box.width > _FLAT * box.height else None


def _away(made: Arrangement) -> tuple[float, float]:
    sheet, words = made.frames[0].box, made.words.box
    if words.width < 0.75 * sheet.width:
        return (0.67, 0.5) if words.center[0] < sheet.center[0] else (0.33, 0.5)
    high = made.words.side == "top"
    return (0.5, 0.67) if high else (0.5, 0.33)


class _Drawing:
    def __init__(
        self,
        template: Template,
        values: Mapping[str, Value],
        sheet: Sheet,
        language: str,
        treatment: Treatment | None,
    ) -> None:
        self.template = template
        self.values = values
        self.sheet = sheet
        self.language = language
        self.treatment = treatment
        self.text_of = texts(template.fields, values, language)
        self.alt = self.text_of("alt") or template.title.get(language)
        self.items: list[Item] = []
        self.problems: list[Problem] = []
        self.did: list[Message] = []
        self.ground = sheet.identity.palette.first["surface"]
        self.arranged: Arrangement | None = None
        self.photo: _Photo | None = None
        self.read: Room | None = None
        self.dress: Dress = dress(sheet.identity)
        self.overflowed = False

    def drawn(self) -> Drawn:
        layers = [
            layer
            for layer in self.template.layers_for(self.sheet.form, self.sheet.identity.style.cover)
            if self.wanted(layer.when, layer.unless)
        ]
        for index, layer in enumerate(layers):
            if layer.surface is not None:
                self.surface(layer)
            elif layer.fill is not None:
                self.filled(layer)
            elif layer.image is not None:
                self.image(layer)
            elif layer.content is not None:
                signed = any(each.signature for each in layers[index + 1 :])
                self.content(layer, layer.content, signed)
            else:
                self.signed()
        scene = Scene(self.sheet.width, self.sheet.height, tuple(self.items), self.alt)
        return Drawn(scene, tuple(self.problems), tuple(self.did), self.alt)

    # ---- what is filled in

    def wanted(self, when: str | None, unless: str | None) -> bool:
        return (when is None or self.has(when)) and (unless is None or not self.has(unless))

    def has(self, name: str) -> bool:
        value = self.values.get(name)
        if isinstance(value, Rows):
            return bool(value.rows)
        return bool(value) or bool(self.text_of(name))

    def shown(self, node: Node) -> bool:
        if not self.wanted(node.when, node.unless):
            return False
        if node.part in ("rule", "space", "mark", "logo"):
            return True
        if node.part in ("row", "column"):
            return any(self.shown(child) for child in node.children)
        if node.part in ("lines", "items", "image"):
            return bool(node.source) and self.has(node.source or "")
        return bool(self.text(node))

    def text(self, node: Node) -> str:
        if node.words is not None:
            return fill(node.words.get(self.language), self.text_of)
        source = node.source or ""
        return fill(source, self.text_of) if "{" in source else self.text_of(source)

    def photographs(self, names: tuple[str, ...]) -> tuple[Photograph, ...]:
        found: list[Photograph] = []
        for name in names:
            value = self.values.get(name)
            if isinstance(value, Photograph):
                found.append(value)
            elif isinstance(value, tuple):
                found.extend(each for each in value if isinstance(each, Photograph))
        return tuple(found)

    # ---- layers

    def surface(self, layer: Layer) -> None:
        sheet = replace(self.sheet, variant=self.sheet.variant + layer.variant)
        pictures = self.photographs(layer.pictures)
        kind = layer.surface or "quiet"
        if kind in ("photo", "overlay") and not pictures:
            kind = "art"
        if kind == "gallery" and len(pictures) < 2:
            kind = "photo" if pictures else "art"
        made = arrange(sheet, kind, len(pictures))
        self.arranged = made
        self.ground = made.words.ground or self.ground
        self.items.extend(made.under)
        for index, (frame, photo) in enumerate(zip(made.frames, pictures, strict=False)):
            field = self.field_of(layer.pictures, index)
            crop = self.crop(photo, frame.box, field, aim(made, frame))
            if made.on_picture and index == 0:
                self.photo = _Photo(photo, frame, crop, len(self.items))
            self.items.append(self.framed(frame, photo, crop))
            self.items.extend(frame.over)
        self.items.extend(made.over)
        for frame, said in zip(made.frames, layer.captions, strict=False):
            self.caption(frame, said.get(self.language))

    def field_of(self, names: tuple[str, ...], index: int) -> Field | None:
        """The field that the picture at `index` of a surface came from."""
        places = [name for name in names for _ in self.photographs((name,))]
        return self.template.fields.get(places[index]) if index < len(places) else None

    def crop(
        self,
        photo: Photograph,
        box: Box,
        field: Field | None,
        aim: tuple[float, float] | None = None,
    ) -> Box:
        crop = cover(photo, box.width, box.height, aim)
        problem = upscale_problem(
            photo,
            crop,
            box.width,
            box.height,
            min_px=field.min_px if field is not None else None,
            key=field.name if field is not None else None,
        )
        if problem is not None:
            self.problems.append(problem)
        return crop

    def framed(self, frame: Frame, photo: Photograph, crop: Box) -> Item:
        box = frame.box
        picture = Picture(
            photo.data,
            box.left,
            box.top,
            box.width,
            box.height,
            frame.radius,
            self.alt,
            crop,
            self.treatment,
        )
        if frame.clip is None and not frame.turn:
            return picture
        if not frame.turn:
            return Group((picture,), clip=frame.clip)
        return Group(
            (Group((picture,), clip=frame.clip),), Affine.rotation(frame.turn, *box.center)
        )

    def caption(self, frame: Frame, text: str) -> None:
        if frame.label is None or not text:
            return
        room = frame.label
        piece = caption(self.wearer(), room, text)
        if isinstance(piece, TooLong):
            self.overflow(Overflow(text, piece.fits))
            return
        # Where a picture runs to the edge, its label stands with the words: no grid cuts them.
        x = max(room.box.left, self.sheet.inner.left)
        self.items.append(piece.at(x, room.box.bottom - piece.height))

    def filled(self, layer: Layer) -> None:
        box = self.area(layer)
        paint, flat = self.paint(layer.fill or "surface", box)
        self.items.append(
            Rect(box.left, box.top, box.width, box.height, paint, layer.radius * self.sheet.unit)
        )
        self.ground = flat

    def paint(self, text: str, box: Box) -> tuple[Paint, str]:
        """A fill over a box, and the one colour that stands for it where words are set on it."""
        found = template_fill.parsed(text)
        colors = [self.color(name) for name in found.colors]
        if len(colors) == 1:
            return Solid(colors[0]), colors[0]
        # CSS: 0° is up and angles go clockwise; the line is as long as the corners need.
        angle = math.radians(found.angle)
        dx, dy = math.sin(angle), -math.cos(angle)
        half = (abs(dx) * box.width + abs(dy) * box.height) / 2
        x, y = box.center
        stops = tuple(Stop(index / (len(colors) - 1), color) for index, color in enumerate(colors))
        return (
            LinearGradient(x - dx * half, y - dy * half, x + dx * half, y + dy * half, stops),
            colors[-1],
        )

    def color(self, name: str) -> str:
        palette = self.sheet.identity.palette
        ramp, _, step = name.rpartition("-")
        if step.isdigit():
            return palette.ramps[ramp][int(step)]
        return palette.first[name]

    def image(self, layer: Layer) -> None:
        pictures = self.photographs((layer.image or "",))
        if not pictures:
            return
        box = self.area(layer)
        frame = Frame(box, radius=layer.radius * self.sheet.unit)
        crop = self.crop(pictures[0], box, self.template.fields.get(layer.image or ""))
        self.photo = _Photo(pictures[0], frame, crop, len(self.items))
        self.items.append(self.framed(frame, pictures[0], crop))

    def area(self, layer: Layer) -> Box:
        sheet, inner = self.sheet, self.sheet.inner
        if layer.area == "bleed":
            return Box(0, 0, sheet.width, sheet.height)
        if layer.area == "safe":
            return inner
        if isinstance(layer.area, tuple):
            x, y, width, height = layer.area
            return Box(
                inner.left + x * inner.width,
                inner.top + y * inner.height,
                inner.left + (x + width) * inner.width,
                inner.top + (y + height) * inner.height,
            )
        if self.arranged is None:
            return inner
        return (self.arranged.words if layer.area == "words" else self.arranged.foot).box

    def room(self, layer: Layer) -> Room:
        box = self.area(layer)
        made = self.arranged
        if made is not None and layer.area in ("words", "foot"):
            room = made.words if layer.area == "words" else made.foot
        else:
            roles = self.sheet.identity.palette
            if layer.contrast < TEXT:
                # For a sign or one large word; white before all, as on the brand's icons.
                ink = readable(self.ground, (WHITE, roles.light["ink"]), layer.contrast)
            else:
                inks = (roles.light["ink"], roles.dark["ink"], WHITE, "#000000")
                ink = readable(self.ground, inks, 7.0)
            align = made.words.align if made is not None else "left"
            room = Room(box, ink, ink, roles.first["accent"], align, "top", self.ground)
        if layer.align is not None:
            across, down = layer.align
            room = replace(
                room,
                align="center" if across == "center" else "left",
                side={"start": "top", "center": "middle", "end": "bottom"}[down],  # type: ignore[arg-type]
            )
        return replace(room, box=box)

    def content(self, layer: Layer, node: Node, signed: bool) -> None:
        room = self.room(layer)
        set_ = self.set(room, node, layer.gap)
        if isinstance(set_, Overflow):
            self.overflow(set_)
            return
        if self.photo is not None and self.stands_on_photo(set_.box):
            made = self.arranged
            under = set_.box
            if signed and made is not None and made.on_picture:
                under = under.union(made.foot.box)
            room = self.on_photo(room, under, layer.contrast)
            again = self.set(room, node, layer.gap)
            assert isinstance(again, Column)
            set_ = again
        self.items.extend(set_.items)

    def set(self, room: Room, node: Node, gap: float | None) -> Column | Overflow:
        wearer = self.wearer()
        setter = Setter(wearer, room, self.text, self.values.get, self.inline_picture, self.shown)
        try:
            return column(setter, node, room.box, gap)
        except InputError as error:
            self.problems.extend(
                replace(problem, key=problem.key or "text") for problem in error.problems
            )
            return Column((), room.box)

    def wearer(self) -> Wearer:
        return Wearer(self.sheet, self.dress, self.language)

    def inline_picture(self, name: str, width: float, height: float, radius: float) -> Piece | None:
        pictures = self.photographs((name,))
        if not pictures:
            return None
        box = Box(0, 0, width, height)
        crop = self.crop(pictures[0], box, self.template.fields.get(name))
        item = self.framed(Frame(box, radius=radius), pictures[0], crop)
        return Piece(width, height, (item,))

    def stands_on_photo(self, box: Box) -> bool:
        photo = self.photo
        if photo is None:
            return False
        shown = photo.frame.box
        return (
            box.left < shown.right
            and shown.left < box.right
            and box.top < shown.bottom
            and shown.top < box.bottom
        )

    def on_photo(self, room: Room, under: Box, contrast: float) -> Room:
        """The room with an ink that reads on the photograph, which may get a veil or be shifted."""
        photo = self.photo
        assert photo is not None
        palette = self.sheet.identity.palette
        deep = palette.ramps["primary"][950]
        reading = readable_on(
            photo.photo, photo.crop, photo.frame.box, under, (WHITE, deep), contrast,
            self.treatment, deep,
        )  # fmt: skip
        self.did.extend(reading.did)
        if reading.crop != photo.crop:
            photo.crop = reading.crop
            self.items[photo.at] = self.framed(photo.frame, photo.photo, reading.crop)
        if reading.scrim is not None:
            veil: Item = reading.scrim.item
            clip = photo.frame.clip
            if clip is None and photo.frame.radius:
                box = photo.frame.box
                clip = Path.rect(box.left, box.top, box.width, box.height, photo.frame.radius)
            self.items.insert(photo.at + 1, Group((veil,), clip=clip) if clip else veil)
        ground = "" if reading.scrim is None else reading.scrim.color
        accent = palette.ramps["accent"][300 if reading.ink == WHITE else 700]
        self.read = replace(room, ink=reading.ink, muted=reading.ink, accent=accent, ground=ground)
        return self.read

    def signed(self) -> None:
        made = self.arranged
        if made is None:
            room = replace(self.room(Layer("signature", area="safe")), side="bottom")
        else:
            room = made.foot
            if made.on_picture and self.photo is not None:
                read = self.read or self.on_photo(room, room.box, 4.5)
                room = replace(room, ink=read.ink, muted=read.muted)
        self.items.extend(signature(self.sheet, room, self.language))

    def overflow(self, found: Overflow) -> None:
        self.overflowed = True
        key = found.source if found.source in self.template.fields else None
        name = found.source
        if found.rows:
            message = msg(
                "too many rows: only {count} fit here at the least size", count=found.fits
            )
        else:
            message = msg(
                "the text is too long: only {count} characters fit here at the least size",
                count=found.fits,
            )
        self.problems.append(Problem(message, key=key or name or None))
