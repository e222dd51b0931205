"""How a style dresses the guide's pages: templates/brand/guide/looks.toml, resolved to colours.

A look names its colours by role and step, in order of preference; which of them is taken is decided
by contrast with the ground it stands on, so a look holds for a pale-pink brand as for a near-black
one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from creativekit.brand.guide.words import FOLDER
from creativekit.color.contrast import ENHANCED_TEXT, TEXT, readable
from creativekit.color.palette import Palette
from creativekit.color.ramp import STEPS
from creativekit.errors import fail, msg, nearest
from creativekit.identity.model import Identity
from creativekit.project import templates

LABELS = ("plain", "rule", "centered", "block", "tag", "coordinates", "pill", "lamp")
LINES = ("hair", "double", "thick", "stitch", "dots", "glow")
FRAMES = ("none", "frame", "spread", "grid", "stitches", "corner", "lamp")
FOLIOS = ("right", "center", "left")
PAGES = ("base", "tint", "deep")
GROUNDS = (*PAGES, "stage")

_FILE = f"{FOLDER}/looks.toml"
_NAME = f"{templates.FOLDER}/{_FILE}"


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground and what stands on it; hexes. ink reads at 7 : 1, muted and strong at 4.5 : 1.

    line parts things; panel is a quiet box on the ground. key names it for pictures made for it.
    """

    key: str
    ground: str
    ink: str
    muted: str
    strong: str
    line: str
    panel: str


@dataclass(frozen=True, slots=True)
class Look:
    """The dress of a guide; the words of the fields are those of looks.toml, lengths in mm."""

    label: str
    line: str
    frame: str
    folio: str
    radius: float
    display: int
    upper: bool
    contents: str
    vision: str
    grounds: Mapping[str, Ground]


def look(identity: Identity) -> Look:
    """The look of a brand's style. Raises InputError for a file of the project's that is wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    try:
        tables = tomllib.loads(templates.read(_FILE, folder).decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        fail(msg("the guide's looks are not valid TOML: {reason}", reason=str(error)), file=_NAME)
    key = identity.style.cover
    table = tables.get(key)
    if not isinstance(table, Mapping):
        fail(msg("there is no look for {style}", style=key), file=_NAME, accepted=tuple(tables))
    return _Reader(key, table, identity.palette).look()


class _Reader:
    def __init__(self, style: str, table: Mapping[str, Any], palette: Palette) -> None:
        self.style = style
        self.table = table
        self.palette = palette

    def look(self) -> Look:
        return Look(
            label=self.choice("label", LABELS),
            line=self.choice("line", LINES),
            frame=self.choice("frame", FRAMES),
            folio=self.choice("folio", FOLIOS),
            radius=self.number("radius", 0, 20),
            display=int(self.number("display", 0, 1000)),
            upper=self.table.get("upper") is True,
            contents=self.choice("contents", PAGES),
            vision=self.choice("vision", PAGES),
            grounds={key: self.ground(key) for key in GROUNDS},
        )

    def ground(self, key: str) -> Ground:
        table = self.table.get(key)
        if not isinstance(table, Mapping):
            self.wrong(key, table)
        ground = self.color(f"{key}.ground", table.get("ground"))
        ink = readable(ground, self.colors(f"{key}.ink", table.get("ink")), ENHANCED_TEXT)
        return Ground(
            key=key,
            ground=ground,
            ink=ink,
            muted=readable(ground, self.colors(f"{key}.muted", table.get("muted")), TEXT),
            strong=readable(
                ground, (*self.colors(f"{key}.strong", table.get("strong")), ink), TEXT
            ),
            line=ink
            if table.get("line") == "ink"
            else self.color(f"{key}.line", table.get("line")),
            panel=self.color(f"{key}.panel", table.get("panel")),
        )

    def colors(self, key: str, value: object) -> Sequence[str]:
        if not isinstance(value, list) or not value:
            self.wrong(key, value)
        return [self.color(key, item) for item in value]

    def color(self, key: str, value: object) -> str:
        """A colour by its name in looks.toml."""
        plain = {"white": "#ffffff", "black": "#000000", "seed": self.palette.seed}
        if isinstance(value, str):
            if value in plain:
                return plain[value]
            first, _, rest = value.partition(".")
            roles = {"light": self.palette.light, "dark": self.palette.dark}.get(first)
            if roles is not None and rest in roles:
                return roles[rest]
            if first in self.palette.ramps and rest in map(str, STEPS):
                return self.palette.ramps[first][int(rest)]
        self.wrong(key, value)

    def choice(self, key: str, accepted: tuple[str, ...]) -> str:
        value = self.table.get(key)
        if value not in accepted:
            fail(
                msg("{found} is not accepted here", found=repr(value)),
                file=_NAME,
                key=f"{self.style}.{key}",
                accepted=accepted,
                nearest=nearest(value, accepted) if isinstance(value, str) else None,
            )
        return str(value)

    def number(self, key: str, low: float, high: float) -> float:
        value = self.table.get(key)
        if (
            not isinstance(value, (int, float))
            or isinstance(value, bool)
            or not low <= value <= high
        ):
            fail(
                msg("{found} is not accepted here", found=repr(value)),
                file=_NAME,
                key=f"{self.style}.{key}",
                accepted=(f"{low} … {high}",),
            )
        return float(value)

    def wrong(self, key: str, value: object) -> NoReturn:
        fail(
            msg("{found} is not the name of a colour here", found=repr(value)),
            file=_NAME,
            key=f"{self.style}.{key}",
            accepted=("light.ink", "dark.ink", "primary.600", "seed", "white", "black"),
        )
