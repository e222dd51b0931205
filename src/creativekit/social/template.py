"""A post template, read: fields that a person fills in, and layers that are laid over one another.

Nothing here is computed. Lengths are fractions: of the size unit for type and gaps, of the safe
area for areas, so that one template serves every placement. What a style provides (its surface,
its label, its button, its rule) a template only asks for by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from creativekit.artwork.sheet import Form
from creativekit.project.localized import Localized

SCHEMA = 1

FieldType = Literal["text", "lines", "items", "price", "date", "time", "image", "images"]
Surface = Literal["art", "quiet", "block", "pattern", "photo", "overlay", "gallery"]
Role = Literal["display", "title", "lead", "body", "label", "figure", "small"]
Part = Literal[
    "text", "label", "button", "figure", "lines", "items", "rule", "mark", "logo", "image", "space",
    "row", "column",
]  # fmt: skip

FIELD_TYPES: tuple[FieldType, ...] = (
    "text", "lines", "items", "price", "date", "time", "image", "images",
)  # fmt: skip
SURFACES: tuple[Surface, ...] = (
    "art", "quiet", "block", "pattern", "photo", "overlay", "gallery",
)  # fmt: skip
FORMS: tuple[Form, ...] = ("tall", "portrait", "square", "wide", "banner")
ROLES: tuple[Role, ...] = ("display", "title", "lead", "body", "label", "figure", "small")
PARTS: tuple[Part, ...] = (
    "text", "label", "button", "figure", "lines", "items", "rule", "mark", "logo", "image", "space",
    "row", "column",
)  # fmt: skip
KINDS = ("post", "story", "link", "thumbnail", "cover", "avatar", "highlight")
GIVEN = ("number", "total", "title", "text")  # what a page of a carousel sees beside its fields
MARKS = ("quote", "number", "motif", "arrow")
LOGOS = ("primary", "symbol", "wordmark", "horizontal", "stacked")


@dataclass(frozen=True, slots=True)
class Field:
    """What a person fills in.

    default: a text in which {name} stands for another field. most: characters of a text, rows of a
    list, pictures of "images". min_px: shorter side that a picture must have. ellipsis: a text that
    is too long may end in … instead of being an error.
    """

    name: str
    type: FieldType
    title: Localized
    required: bool = False
    default: Localized | None = None
    most: int | None = None
    least: int | None = None
    min_px: int | None = None
    ellipsis: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in a column or a row.

    part: what it is. source: the field it shows, or a text with {fields} in it; words: words of the
    template's own, by language, instead of a source; {fields} in them are filled in, too. mark:
    which mark; logo: which lockup. role: how its text is set; None is the part's own. size: least
    and most size of its type (fractions of the size unit); None is the role's. height: of a logo,
    an image, a mark or a space, in fractions of the size unit. width: share of a row's width (0–1);
    None shares what is left. lines: most lines. when / unless: a field that must be (or must not
    be) filled in. children, gap, align, justify: of a row or column. grow: takes what height is
    left. panel: the node stands on a panel of the style (a filled box) with padding.
    """

    part: Part
    source: str | None = None
    words: Localized | None = None
    mark: str | None = None
    logo: str | None = None
    role: Role | None = None
    size: tuple[float, float] | None = None
    height: float | None = None
    width: float | None = None
    lines: int | None = None
    balance: bool = True
    when: str | None = None
    unless: str | None = None
    children: tuple[Node, ...] = ()
    gap: float | None = None
    align: Literal["start", "center", "end"] | None = None
    justify: Literal["start", "center", "end", "between"] | None = None
    grow: bool = False
    panel: bool = False


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer; exactly one of surface, fill, image, content and signature is given.

    surface: the style draws the ground, frames and rooms of this kind; pictures: the image fields
    that go into its frames, in order; captions: a few words on each. fill: a colour ("primary",
    "primary-600", "surface", …) or "gradient(primary, tertiary, 135deg)". image: an image field,
    cropped to the area. content: a column or row of nodes. signature: the logo (and the site)
    where the style puts it.

    area: "bleed", "safe", "words" and "foot" (rooms of the surface), or (x, y, width, height) in
    fractions of the safe area. align: where content stands in its area, across ("start", "center",
    "end") and down; None is the style's own. gap: between nodes, fraction of the size unit.
    contrast: that words must have on what is under them. radius: of a fill or image, fraction of
    the size unit. name: by which [tall], [wide] and [style.…] change it. when / unless: as in Node.
    variant: added to the post's own variant, so that slides of a carousel differ.
    """

    name: str
    surface: Surface | None = None
    pictures: tuple[str, ...] = ()
    captions: tuple[Localized, ...] = ()
    fill: str | None = None
    image: str | None = None
    content: Node | None = None
    signature: bool = False
    area: Literal["bleed", "safe", "words", "foot"] | tuple[float, float, float, float] = "words"
    align: tuple[str, str] | None = None
    gap: float | None = None
    contrast: float = 4.5
    radius: float = 0.0
    when: str | None = None
    unless: str | None = None
    variant: int = 0


@dataclass(frozen=True)
class Template:
    """A template file. made_for: kinds of placement it is offered for, of `KINDS`.

    changes: what differs by form ("tall", "wide", …) or style ("style.bold"): whole layers by
    their name, already merged; a layer that both change stands under both ("style.bold.wide"), the
    style's change laid over the form's; `layers_for` picks them. samples: what its fields hold
    when it is shown, by language, as a post holds it: texts, numbers, dates and times, tuples of
    texts for "lines", (label, value) pairs for "items"; pictures are named as in
    `sample_pictures` ("sample:dark").
    file: where it was read, for messages; digest: of its bytes.

    pages: empty, or the ids of the templates of a carousel's first, middle and last page. Then the
    field of type "items" gives the middle pages, one a row: they see its label and value as the
    fields `title` and `text`, and every page sees `number` and `total`. listed: False for such
    pages, which nobody posts alone.
    """

    id: str
    title: Localized
    about: Localized | None
    made_for: tuple[str, ...]
    fields: Mapping[str, Field]
    layers: tuple[Layer, ...]
    changes: Mapping[str, Mapping[str, Layer]]
    samples: Mapping[str, Mapping[str, object]]
    file: str
    digest: str
    pages: tuple[str, str, str] | None = None
    listed: bool = True

    def layers_for(self, form: Form, style: str) -> tuple[Layer, ...]:
        """The layers in a form and a style: a style's change goes over a form's."""
        found = {layer.name: layer for layer in self.layers}
        for key in (form, f"style.{style}", f"style.{style}.{form}"):
            found.update(self.changes.get(key, {}))
        return tuple(found.values())
