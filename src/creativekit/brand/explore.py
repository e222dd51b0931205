"""Explore: directions for a brand, far apart from each other, to choose from.

A direction is a style, a pairing, a colour, a logo and a pattern. Candidates are every sensible
combination; the first shown is the project as it stands, and each next one is the candidate that is
farthest from all shown so far (farthest-point sampling, Gonzalez 1985), so that twelve pictures
are twelve ideas. Ties are broken by a digest of the project's name: the same project always sees
the same sheet, and two projects see different ones.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from creativekit.brand import sectors
from creativekit.color.difference import difference
from creativekit.color.hex import normal
from creativekit.color.oklab import oklch
from creativekit.color.tone import solve, tone
from creativekit.errors import InputError
from creativekit.fonts import pairings
from creativekit.identity import styles
from creativekit.identity.model import Identity
from creativekit.identity.resolve import DEFAULT_STYLE, identity, seed
from creativekit.identity.typography import chosen
from creativekit.jobs import digest
from creativekit.project import vocabulary
from creativekit.project.localized import Localized
from creativekit.project.model import Logo, Project, Setting

# Hue turns (degrees) of the project's colour that a direction may take, besides the colour itself:
# its neighbours, the triad and the complement of the classic colour circle.
TURNS = (0, 0, 40, -40, 120, -120, 180)

# How much a difference counts when two directions are compared; the style is seen first.
WEIGHTS = {"style": 6.0, "color": 3.0, "logo": 2.5, "heading": 1.0, "body": 0.5, "pattern": 1.0}


@dataclass(frozen=True, slots=True)
class Direction:
    """One way the brand could look: names of templates, and a colour as `#rrggbb`."""

    number: int
    style: str
    pairing: str
    color: str
    logo_kind: str
    logo_form: str
    pattern: str

    @property
    def logo(self) -> dict[str, str]:
        """`brand.logo` for creativekit.toml."""
        form = {"symbol": "motif", "monogram": "shape"}.get(self.logo_kind)
        made = {"kind": self.logo_kind}
        return made | {form: self.logo_form} if form else made

    @property
    def settings(self) -> dict[str, object]:
        """What choosing this direction writes into creativekit.toml, by dotted key.

        A logo that was brought is none of it: it stays what it is.
        """
        settings: dict[str, object] = {
            "brand.color": self.color,
            "brand.style": self.style,
            "brand.pairing": self.pairing,
            "brand.logo": self.logo,
            "brand.pattern": self.pattern,
        }
        if self.logo_kind == "file":
            del settings["brand.logo"]
        return settings


def directions(project: Project, count: int) -> tuple[Direction, ...]:
    """`count` directions, the project's own first."""
    own = _own(project)
    name = digest(project.name)
    candidates = sorted(_candidates(project, own), key=lambda item: _lot(name, item))
    chosen = [own]
    distance = [_distance(own, candidate) for candidate in candidates]
    while len(chosen) < count and candidates:
        best = max(range(len(candidates)), key=distance.__getitem__)
        found = replace(candidates[best], number=len(chosen) + 1)
        chosen.append(found)
        distance = [
            min(known, _distance(found, candidate))
            for known, candidate in zip(distance, candidates, strict=True)
        ]
    return tuple(chosen[:count])


def resolved(project: Project, direction: Direction) -> Identity:
    """The identity that the project would have in this direction, in its main language alone.

    Its logo has no stacked lockup: what is only looked at need not be complete.
    """
    logo = project.brand.logo
    if direction.logo_kind != "file":
        logo = Logo.model_validate(direction.logo, context=Setting(project.folder))
    brand = project.brand.model_copy(
        update={
            "color": direction.color,
            "picture": None,
            "style": direction.style,
            "pairing": direction.pairing,
            "logo": logo,
            "pattern": direction.pattern,
        }
    )
    main = project.languages[0]
    about = project.about.model_copy(
        update={"languages": (main,), "name": Localized.of(project.name.get(main), main)}
    )
    shown = project.model_copy(update={"about": about, "brand": brand})
    return identity(shown, ("symbol", "wordmark", "horizontal"))


def _own(project: Project) -> Direction:
    brand = project.brand
    style = styles.style(brand.style or DEFAULT_STYLE, project.folder)
    kind, form = style.logo, ""
    if brand.logo is not None:
        kind = brand.logo.kind or "file"
    if kind == "symbol":
        form = (brand.logo and brand.logo.motif) or style.motif
    elif kind == "monogram":
        form = (brand.logo and brand.logo.shape) or style.shape
    return Direction(
        1,
        style.id,
        chosen(project, style).id,
        seed(project),
        kind,
        form,
        brand.pattern or style.pattern,
    )


def _candidates(project: Project, own: Direction) -> Iterator[Direction]:
    """Sensible combinations: a style with its own and related faces, marks and patterns."""
    folder = project.folder
    motifs = _sector_motifs(project, folder)
    usable = set(_pairings(project))
    colors = [own.color, *(_turned(normal(own.color), turn) for turn in TURNS if turn)]
    for style_id in vocabulary.styles(folder):
        style = styles.style(style_id, folder)
        marks = [("symbol", name) for name in dict.fromkeys((style.motif, *motifs))]
        marks += [("monogram", style.shape if style.shape != "none" else "circle")]
        marks += [("wordmark", "")]
        if own.logo_kind == "file":
            marks = [("file", "")]
        for pairing in (name for name in style.pairings if name in usable):
            for color in colors:
                for kind, form in marks:
                    for pattern in dict.fromkeys((style.pattern, "motif")):
                        found = Direction(0, style_id, pairing, color, kind, form, pattern)
                        if replace(found, number=1) != own:
                            yield found


def _pairings(project: Project) -> tuple[str, ...]:
    """Pairings whose heading face has every letter of the project's languages."""
    usable = []
    for name in vocabulary.pairings(project.folder):
        try:
            pairings.check(pairings.pairing(name, project.folder), project.languages)
        except InputError:
            continue
        usable.append(name)
    return tuple(usable)


def _sector_motifs(project: Project, folder: Path) -> tuple[str, ...]:
    """Motifs that suit the project's line of business; none when it is unknown."""
    name = sectors.sector(project.sector, folder)
    if name is None:
        return ()
    known = set(vocabulary.motifs(folder))
    suits = sectors.table(folder)[name]["motifs"]
    return tuple(each for each in suits if each in known)


@lru_cache(maxsize=64)
def _turned(color: str, degrees: float) -> str:
    """The colour in another hue: as light, and as vivid for that hue as it is for its own.

    Vivid is the share of the most chroma that sRGB has there; equal chroma would make dust of a
    red that is turned from a clear teal. A grey gets a quiet share.
    """
    _, chroma, hue = oklch(color)
    own_tone = tone(color)
    share = max(0.35, chroma / max(_most_chroma(own_tone, hue), 0.01))
    turned = (hue + degrees) % 360
    # A dark yellow is an olive or a brown, whatever was meant; gold begins at this tone.
    light = max(own_tone, 76) if 60 <= turned <= 115 else own_tone
    return solve(light, share * _most_chroma(light, turned), turned)


def _most_chroma(own_tone: float, hue: float) -> float:
    return oklch(solve(own_tone, 0.4, hue))[1]


def _distance(one: Direction, other: Direction) -> float:
    heading, body = one.pairing.split("-")[0], one.pairing.split("-")[-1]
    other_heading, other_body = other.pairing.split("-")[0], other.pairing.split("-")[-1]
    logo = float(one.logo_kind != other.logo_kind) + 0.7 * (one.logo_form != other.logo_form)
    differences = {
        "style": float(one.style != other.style),
        "color": min(1.0, _apart(one.color, other.color)),
        "logo": min(1.0, logo),
        "heading": float(heading != other_heading),
        "body": float(body != other_body),
        "pattern": float(one.pattern != other.pattern),
    }
    return sum(WEIGHTS[key] * value for key, value in differences.items())


@lru_cache(maxsize=4096)
def _apart(one: str, other: str) -> float:
    """Share of the difference (ΔE2000) from which two brands no longer look related."""
    return difference(normal(one), normal(other)) / 40


def _lot(name: str, direction: Direction) -> bytes:
    """Where the direction stands in the order that decides ties: drawn by the project's name."""
    said = f"{name}|{direction}"
    return hashlib.sha256(said.encode()).digest()
