"""The one list of design tokens that every export is written from.

A token has a path, as in the Design Tokens format: `color.ramp.primary.600`, `font.size.h1`. The
groups `ramp` and `role` keep a role apart from the ramp of its name, and are left out of flat
names: `color-primary` is the role, `color-primary-600` the step. Names come from this list alone;
what a person typed (the brand, a font family, a colour's name) is only ever a value or a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from creativekit.color.palette import Palette
from creativekit.jobs import digest

BASE_SIZE = 16.0
"""px of one rem."""

HEADINGS = ("h3", "h2", "h1", "display")
"""Sizes set in the heading face; the others are set in the body face."""

_UNNAMED_GROUPS = ("ramp", "role", "style")
_TYPED_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class Dimension:
    """A length in px of the screen."""

    px: float


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A typographic style: families in order of preference, tracking in em of the size."""

    families: tuple[str, ...]
    size: Dimension
    weight: int
    tracking: float
    line_height: float

    @property
    def letter_spacing(self) -> Dimension:
        return Dimension(round(self.size.px * self.tracking, 3))


Value = str | float | int | Dimension | tuple[str, ...] | TypeStyle
Type = Literal["color", "dimension", "fontFamily", "fontWeight", "number", "typography"]


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `dark` differs from `light` for roles only; a color is a `#rrggbb`.

    remark, dark_remark: what the colour of each theme is called, where it has a name.
    """

    path: tuple[str, ...]
    type: Type
    light: Value
    dark: Value
    remark: str = ""
    dark_remark: str = ""

    @property
    def name(self) -> str:
        """The flat name: letters, digits and hyphens only."""
        return "-".join(part for part in self.path if part not in _UNNAMED_GROUPS)

    @property
    def themed(self) -> bool:
        """Whether it belongs to the light and dark themes rather than to the foundation."""
        return self.path[:2] == ("color", "role")


@dataclass(frozen=True)
class TypeTokens:
    """What of the typography becomes tokens.

    scale: sizes in px by name, on a body of 16 px; names in `HEADINGS` take the heading face and
    are multiplied by heading_scale, its optical factor. tracking in em, leading as a factor of the
    size. The fallbacks are CSS generic families.
    """

    heading_family: str
    heading_weight: int
    body_family: str
    body_weight: int
    scale: Mapping[str, float]
    heading_scale: float = 1.0
    heading_leading: float = 1.1
    body_leading: float = 1.5
    heading_tracking: float = 0.0
    body_tracking: float = 0.0
    heading_fallback: str = "sans-serif"
    body_fallback: str = "sans-serif"


@dataclass(frozen=True)
class Tokens:
    """All tokens of a brand.

    brand: its name, as typed: hostile text. dark_first: which theme the style shows first.
    """

    brand: str
    all: tuple[Token, ...]
    dark_first: bool = False
    _by_path: Mapping[tuple[str, ...], Token] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_path = {token.path: token for token in self.all}
        by_name = {token.name for token in self.all}
        if len(by_path) != len(self.all) or len(by_name) != len(self.all):
            raise ValueError("two tokens have one name")
        object.__setattr__(self, "_by_path", by_path)

    @cached_property
    def digest(self) -> str:
        """Stands for the whole list in Job keys: a dozen formats are written from it."""
        return digest(self.brand, self.all, self.dark_first)

    def __getitem__(self, path: str) -> Token:
        """The token of a dotted path; KeyError when there is none."""
        return self._by_path[tuple(path.split("."))]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.all)

    def of_type(self, kind: Type) -> tuple[Token, ...]:
        return tuple(token for token in self.all if token.type == kind)


def tokens(
    palette: Palette,
    typography: TypeTokens,
    brand: str = "",
    color_names: Mapping[str, str] | None = None,
) -> Tokens:
    """The tokens of a palette and its typography.

    color_names: what colours are called, by role (`primary`, `surface`, …) of the theme that is
    shown first, or `base`; shown as remarks and in swatch names, never as identifiers.
    """
    names = color_names or {}
    return Tokens(brand, (*_colors(palette, names), *_typography(typography)), palette.dark_first)


def _colors(palette: Palette, names: Mapping[str, str]) -> Iterator[Token]:
    # As typed where that is a hex already, so that a person finds their own letters again.
    base = palette.base if _TYPED_HEX.fullmatch(palette.base) else palette.seed
    name = names.get("base", "")
    yield Token(("color", "base"), "color", base, base, name, name)
    for ramp_name, ramp in palette.ramps.items():
        for step, color in ramp:
            yield Token(("color", "ramp", ramp_name, str(step)), "color", color, color)
    for role, color in palette.light.items():
        dark, name = palette.dark[role], names.get(role, "")
        # The name of a colour is not its sister's in the other theme.
        shown = palette.first[role]
        yield Token(
            ("color", "role", role),
            "color",
            color,
            dark,
            name if color == shown else "",
            name if dark == shown else "",
        )


def _typography(typography: TypeTokens) -> Iterator[Token]:
    families = {
        "heading": (typography.heading_family, typography.heading_fallback),
        "body": (typography.body_family, typography.body_fallback),
    }
    weights = {"heading": typography.heading_weight, "body": typography.body_weight}
    for part, family in families.items():
        yield Token(("font", part), "fontFamily", family, family)
    # Not "heading" and "body" again: Tailwind makes `font-*` classes of families and weights both.
    for part, named in (("heading", "title"), ("body", "text")):
        yield Token(("font", "weight", named), "fontWeight", weights[part], weights[part])
    for name, size in typography.scale.items():
        heading = name in HEADINGS
        part = "heading" if heading else "body"
        style = TypeStyle(
            families[part],
            Dimension(round(size * (typography.heading_scale if heading else 1.0), 2)),
            weights[part],
            typography.heading_tracking if heading else typography.body_tracking,
            typography.heading_leading if heading else typography.body_leading,
        )
        yield Token(("text", "style", name), "typography", style, style)
