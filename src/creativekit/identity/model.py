"""Identity: everything derived from the brand part of a project, worked out once and frozen.

Every capability reads this; nobody derives a colour, chooses a face or draws the logo twice.
Geometry is in *logo units*: the symbol is 1000 units high (its ink, optical overshoot included),
y down, and a lockup's `box` is its ink. Colours in the geometry are roles, never hex: a colourway
says what each role is painted with.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from creativekit.canvas.path import Box
from creativekit.color.palette import Palette
from creativekit.color.scheme import Scheme
from creativekit.errors import Message, Problem
from creativekit.fonts.faces import Face
from creativekit.fonts.pairings import Pairing
from creativekit.identity.mark import Artwork, Layer, Mark
from creativekit.identity.pattern import Pattern
from creativekit.identity.stationery import Stationery
from creativekit.jobs import digest
from creativekit.project.localized import Localized

LOCKUPS = ("symbol", "wordmark", "horizontal", "stacked")
COLORWAYS = ("color", "on-dark", "black", "white")


@dataclass(frozen=True, slots=True)
class Style:
    """An art direction: templates/brand/styles/<id>.toml.

    corner: corner radius of the style's boxes as a fraction of the size unit (0 square, 0.5 round).
    case: how a wordmark is set: "as-typed", "upper" or "lower"; tracking in em.
    align: "left" or "center": the axis of its layouts.
    cover: which composition draws its covers and large pictures.
    alternatives: other pairings that suit it.
    """

    id: str
    title: Localized
    idea: Localized
    pairing: str
    motif: str
    shape: str
    pattern: str
    logo: str
    case: str
    tracking: float
    corner: float
    align: str
    cover: str
    scheme: Scheme
    alternatives: tuple[str, ...] = ()

    @property
    def pairings(self) -> tuple[str, ...]:
        """Its own pairing, then the alternatives."""
        return (self.pairing, *self.alternatives)


@dataclass(frozen=True, slots=True)
class Typography:
    """The faces of a brand and its type scale.

    scale: px sizes on a 16 px base, smallest first: caption, body, lead, h3, h2, h1, display.
    heading_scale: the heading face's optical factor (Cormorant is small on its body: 1.34).
    tracking: em, for headings at large sizes; leading: heading line height over size.
    heading_features: OpenType features that headings are shaped with (lining figures).
    """

    pairing: Pairing
    heading: Face
    body: Face
    body_bold: Face
    heading_scale: float
    tracking: float
    leading: float
    heading_features: tuple[str, ...]
    scale: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Lockup:
    """One arrangement of symbol and wordmark in one language.

    symbol_box and word_box are the ink boxes of the parts (None where a part is absent).
    clear_space: units to keep free on every side; clear_space_of: what it was measured from
    ("symbol" height, or "cap" height for a wordmark alone), with the fraction taken.
    min_width_px / min_width_mm: the smallest width at which the thinnest stroke still prints.
    capital: height of a flat capital of the name, units; 0 where no name of ours is in it.
    """

    kind: str
    language: str
    layers: tuple[Layer, ...]
    box: Box
    symbol_box: Box | None
    word_box: Box | None
    clear_space: float
    clear_space_of: str
    clear_fraction: float
    min_width_px: int
    min_width_mm: float
    pictures: tuple[tuple[Artwork, Box], ...] = ()
    capital: float = 0.0


@dataclass(frozen=True)
class Logo:
    """The brand's logo: what kind it is, its symbol, and its lockups by (kind, language).

    A wordmark logo has no symbol: then `mark` is a monogram of its initial, used for icons only,
    and the lockups are "wordmark" (and "symbol", the icon) alone. notes: what was done to a
    brought logo, for the user.
    """

    kind: str
    mark: Mark
    lockups: Mapping[tuple[str, str], Lockup]
    main_language: str
    notes: tuple[Message, ...] = ()

    def lockup(self, kind: str, language: str | None = None) -> Lockup:
        """The lockup, in the main language when the name is not set in `language`.

        KeyError when the logo has no lockup of this kind.
        """
        return self.lockups.get(
            (kind, language or self.main_language), self.lockups[kind, self.main_language]
        )

    @property
    def kinds(self) -> tuple[str, ...]:
        present = {kind for kind, _ in self.lockups}
        return tuple(kind for kind in LOCKUPS if kind in present)

    @property
    def primary(self) -> str:
        """The lockup shown first: horizontal where there is one, else the wordmark or symbol."""
        for kind in ("horizontal", "wordmark", "symbol"):
            if (kind, self.main_language) in self.lockups:
                return kind
        raise KeyError("a logo without a lockup")


@dataclass(frozen=True, slots=True)
class Voice:
    """How the brand speaks: adjectives per language."""

    we_are: tuple[Localized, ...]
    we_are_not: tuple[Localized, ...]


@dataclass(frozen=True)
class Identity:
    """A brand, worked out: what every capability reads.

    stationery: people and prices, no part of how the brand looks: what prints them has them among
    its own inputs. notes: warnings about what was brought (a logo, a font), for the user; no part
    of any file.
    """

    name: Localized
    tagline: Localized | None
    sector: Localized | None
    city: Localized | None
    languages: tuple[str, ...]
    contact: Mapping[str, Localized]
    voice: Voice
    style: Style
    palette: Palette
    type: Typography
    logo: Logo
    pattern: Pattern
    motif: Mark
    project_folder: str = field(compare=False, repr=False)
    stationery: Stationery = field(default=Stationery(), compare=False, repr=False)
    notes: tuple[Problem, ...] = field(default=(), compare=False, repr=False)

    @property
    def main_language(self) -> str:
        return self.languages[0]

    @cached_property
    def digest(self) -> str:
        """Stands for the whole identity in Job keys; free of this machine's paths."""
        return digest(
            self.name,
            self.tagline,
            self.sector,
            self.city,
            self.languages,
            self.contact,
            self.voice,
            self.style,
            self.palette,
            self.type,
            self.logo,
            self.pattern,
            self.motif,
        )
