"""What every page of a guide is written with: the brand, the words, the look, the pictures.

Pictures that do not depend on the language are drawn once for all the guides of a brand that one
process makes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from creativekit.artwork.compositions import compose
from creativekit.artwork.lettering import fitted_lines
from creativekit.artwork.sheet import Composition, Room
from creativekit.brand.guide.looks import Ground, Look, look
from creativekit.brand.guide.words import Words, words
from creativekit.canvas.backends.svg import svg
from creativekit.canvas.scene import Scene
from creativekit.color.contrast import TEXT, ratio, readable
from creativekit.identity.model import Identity

Page = dict[str, Any]
"""One page: its `kind`, which names the template's function, and what that function reads."""

PAGE_MM = (288.0, 162.0)
ART_PX = (1600.0, 900.0)


@dataclass
class Desk:
    """Filled while pages are written: `pictures` are SVG files by name, without ending.

    sources: digest of the templates.
    """

    identity: Identity
    words: Words
    look: Look
    sources: str
    pictures: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, identity: Identity, language: str, sources: str) -> Desk:
        folder = Path(identity.project_folder) if identity.project_folder else None
        return cls(identity, words(language, folder), look(identity), sources)

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def name(self) -> str:
        return self.identity.name.get(self.language)

    def draw(self, name: str, scene: Callable[[], Scene], shared: bool = True) -> str:
        """Add a picture; returns its file name. `shared`: it is the same in every language."""
        if name not in self.pictures:
            drawer = _drawer(self.identity.digest, self.sources) if shared else {}
            if name not in drawer:
                drawer[name] = svg(scene(), "shared", _prefix(name)).encode("utf-8")
            self.pictures[name] = drawer[name]
        return f"{name}.svg"

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` gives, worked out once for all languages."""
        known = _drawer(self.identity.digest, self.sources)
        if name not in known:
            known[name] = make()
        return known[name]

    def art(self, name: str, variant: int) -> tuple[str, Composition]:
        """The style's picture for a whole page."""
        composition = _composition(Brand(self.identity), variant)
        return self.draw(name, lambda: composition.scene), composition

    def title_size(self, text: str, room: Room, most_points: float, share: float) -> float:
        """How large a title is on a picture: parts of its width, so that it fits `share` of the
        room's height, and at most what `most_points` are on a page."""
        type_ = self.identity.type
        most = most_points / 72 * 25.4 / PAGE_MM[0] * ART_PX[0] * type_.heading_scale
        text = text.upper() if self.look.upper else text
        _, size = fitted_lines(
            text,
            type_.heading,
            room.box.width,
            room.box.height * share,
            most,
            most * 0.2,
            max(1.0, type_.leading),
            type_.tracking,
            self.language,
            type_.heading_features,
        )
        return round(size / ART_PX[0], 5)

    def paper(self) -> Ground:
        """The brand's first surface as a ground, whatever the look's own pages stand on."""
        roles = self.identity.palette.first
        return Ground(
            "paper",
            roles["surface"],
            roles["ink"],
            roles["ink-muted"],
            readable(
                roles["surface"], (self.look.grounds["base"].strong, roles["primary-ink"]), TEXT
            ),
            roles["outline"],
            roles["surface-raised"],
        )

    def grounds(self) -> tuple[Ground, ...]:
        return (*self.look.grounds.values(), self.paper())


@dataclass(frozen=True)
class Brand:
    """An identity that is told from another by its digest (its mappings cannot be hashed)."""

    identity: Identity

    def __hash__(self) -> int:
        return hash(self.identity.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Brand) and self.identity.digest == other.identity.digest


@lru_cache(maxsize=32)
def _composition(brand: Brand, variant: int) -> Composition:
    return compose(brand.identity, *ART_PX, variant)


@lru_cache(maxsize=2)
def _drawer(brand: str, sources: str) -> dict[str, Any]:
    """What was made for the brand and the templates that the digests stand for, by name."""
    return {}


def _prefix(name: str) -> str:
    return "".join(char for char in name if char.isalnum())


def room_mm(room: Room) -> dict[str, Any]:
    """A composition's room in mm of the page."""
    scale = PAGE_MM[0] / ART_PX[0]
    box = room.box
    return {
        "box": {
            "x": round(box.left * scale, 3),
            "y": round(box.top * scale, 3),
            "width": round(box.width * scale, 3),
            "height": round(box.height * scale, 3),
        },
        "ink": room.ink,
        "muted": room.muted,
        "accent": room.accent,
        "align": room.align,
        "side": room.side,
    }


def is_dark(color: str) -> bool:
    """Whether white reads better on it than black."""
    return ratio(color, "#ffffff") > ratio(color, "#000000")


def number_text(value: float, language: str, digits: int = 1) -> str:
    """A number as the language writes it, cut (never rounded up) after `digits` decimals."""
    step = 10**digits
    text = f"{int(value * step) / step:.{digits}f}"
    return text if language == "en" else text.replace(".", ",")


def sizes_text(value: float, language: str) -> str:
    """Millimetres or pixels without needless zeros."""
    text = f"{value:g}"
    return text if language == "en" else text.replace(".", ",")
