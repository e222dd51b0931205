"""What may stand where in a template: which key goes with which part, and how far numbers reach.

The reader and the JSON Schema for editors are both made from these tables, so they cannot differ.
A key that would mean nothing where it stands is not in its row: the reader calls it unknown, which
is how a person learns that it does nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from creativekit.social.template import FieldType, Part, Surface

MOST_BYTES = 200_000
MOST_FIELDS = 30
MOST_LAYERS = 20
MOST_NODES = 40
MOST_DEPTH = 4
MOST_PICTURES = 12
MOST_ROWS = 30
MOST_CHARACTERS = 2000

# Lengths are fractions: of the size unit, of a row's width, of the safe area.
SIZE = (0.008, 0.4)
GAP = (0.0, 0.5)
HEIGHT = (0.005, 1.0)
WIDTH = (0.02, 1.0)
SPACE = (0.0, 0.5)
RADIUS = (0.0, 0.5)
CONTRAST = (1.0, 21.0)
LINES = (1, 40)
VARIANT = (0, 99)
MIN_PX = (1, 8000)

ID = r"[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?"
FIELD = r"[a-z][a-z0-9_]{0,31}"
LAYER = r"[a-z][a-z0-9_-]{0,31}"

OF_A_POST = (
    "template",
    "id",
    "placements",
    "languages",
    "language",
    "date",
    "time",
    "caption",
    "hashtags",
    "variant",
)
"""What a post says of itself: no field can have such a name. A field `alt` is what stands for the
picture where the post has no `alt` of its own."""

AREAS = ("words", "safe", "bleed", "foot")
ALIGNS = ("start", "center", "end")
JUSTIFIES = ("start", "center", "end", "between")

# Fields that can be written as words; a table or a picture cannot.
WORDS: tuple[FieldType, ...] = ("text", "price", "date", "time")
SPOKEN: tuple[FieldType, ...] = (*WORDS, "lines")  # as one text, a sentence a line
PICTURES: tuple[FieldType, ...] = ("image", "images")

FIELD_KEYS: Mapping[FieldType, tuple[str, ...]] = {
    "text": ("default", "most", "ellipsis"),
    "lines": ("most", "least", "ellipsis"),
    "items": ("most", "least"),
    "price": ("default",),
    "date": ("default",),
    "time": ("default",),
    "image": ("min_px",),
    "images": ("most", "least", "min_px"),
}
"""Beside type, title and required."""


def most(kind: FieldType) -> int:
    """How many characters, pictures or rows a field may allow at most."""
    return {"text": MOST_CHARACTERS, "images": MOST_PICTURES}.get(kind, MOST_ROWS)


_TYPE = ("role", "size", "lines", "balance")

NODE_KEYS: Mapping[Part, tuple[str, ...]] = {
    "text": _TYPE,
    "label": _TYPE,
    "button": _TYPE,
    "figure": _TYPE,
    "lines": ("role", "size", "balance", "gap"),
    "items": ("role", "size", "gap"),
    "rule": (),
    "mark": ("height",),
    "logo": ("height",),
    "image": ("height",),
    "space": (),
    "row": ("gap", "align", "justify"),
    "column": ("gap", "align", "justify"),
}
"""Beside when, unless, width, grow and panel, which every part has."""

SHOWS: Mapping[Part, tuple[FieldType, ...]] = {
    "text": SPOKEN,
    "label": WORDS,
    "button": WORDS,
    "figure": WORDS,
    "lines": ("lines",),
    "items": ("items",),
    "image": ("image",),
}
"""Which fields a part can show."""

LAYER_KEYS: Mapping[str, tuple[str, ...]] = {
    "surface": ("pictures", "captions", "variant"),
    "fill": ("area", "radius"),
    "image": ("area", "radius"),
    "column": ("area", "align", "gap", "contrast", "justify", "panel"),
    "row": ("area", "align", "gap", "contrast", "justify", "panel"),
    "signature": (),
}
"""By what a layer is made of; beside name, when and unless."""

FRAMED: tuple[Surface, ...] = ("photo", "overlay", "gallery")
"""Surfaces with frames, which need pictures; the others have none."""
