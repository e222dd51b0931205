"""How a style dresses a post: templates/social/dress.toml, read and bound to a brand's faces.

A template asks for a label or a lead; what that is (a pill, capitals between rules, a tag) and how
it is set is the style's. Sizes are fractions of the size unit, so they hold in every placement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from creativekit.canvas.text.setting import Setting
from creativekit.fonts import faces
from creativekit.fonts.faces import Face
from creativekit.fonts.metrics import metrics
from creativekit.identity.model import Identity
from creativekit.identity.template_table import Sheet, Table
from creativekit.project import templates

FILE = "social/dress.toml"

Label = Literal["plain", "caps", "rule", "pill", "tag", "block", "coordinates", "lamp"]
Button = Literal["solid", "pill", "outline", "block", "stitched", "arrow", "glow"]
Rule = Literal["hair", "double", "thick", "stitch", "dots", "glow"]
Bullet = Literal["disc", "diamond", "dash", "square", "cross", "ring", "number"]
Panel = Literal["none", "raised", "outlined", "paper", "tint"]
FaceOf = Literal["heading", "body", "bold"]

ROLES = ("display", "title", "lead", "body", "label", "figure", "small")

# Letters of every script that a brand's own faces may lack; see fonts.fallback.
SPARE = ("Inter", "Noto Sans")


@dataclass(frozen=True, slots=True)
class Voice:
    """How a role of words is set. size: least and most, fractions of the size unit."""

    face: FaceOf
    weight: int
    size: tuple[float, float]
    leading: float
    tracking: float
    upper: bool


@dataclass(frozen=True, slots=True)
class Dress:
    """What a style's parts are, and its voices by role. corner: fraction of the size unit."""

    label: Label
    button: Button
    rule: Rule
    bullet: Bullet
    panel: Panel
    corner: float
    voices: Mapping[str, Voice]

    def setting(self, identity: Identity, role: str, language: str) -> Setting:
        """The setting of a role in the brand's faces; what they lack, a spare face writes."""
        voice = self.voices[role]
        type_ = identity.type
        own = {"heading": type_.heading, "body": type_.body, "bold": type_.body_bold}[voice.face]
        if voice.weight:
            own = faces.at_weight(own, voice.weight)
        features = type_.heading_features if voice.face == "heading" else ()
        if role == "figure":
            # Lining figures, but in their own widths: in equal ones a lone price falls apart.
            lining = (each for each in metrics(own).digit_features if each != "tnum")
            features = tuple(dict.fromkeys((*features, *lining)))
        return Setting(
            stack(own, type_.body),
            language,
            tracking=voice.tracking,
            # The pairing's own leading was measured: below it a Kazakh hook touches the next line.
            leading=max(voice.leading, type_.leading) if voice.face == "heading" else voice.leading,
            features=features,
            case="upper" if voice.upper else "as-typed",
        )

    def sizes(self, identity: Identity, role: str) -> tuple[float, float]:
        """Least and most size of a role; a heading face that is small on its body is set larger."""
        voice = self.voices[role]
        factor = identity.type.heading_scale if voice.face == "heading" else 1.0
        return voice.size[0] * factor, voice.size[1] * factor


def stack(first: Face, *more: Face) -> tuple[Face, ...]:
    """Faces in the order they are asked for a character: the brand's, then the spare ones."""
    return tuple(dict.fromkeys((first, *more, *(faces.face(family) for family in SPARE))))


def dress(identity: Identity) -> Dress:
    """The dress of a brand's style. Raises InputError for a file of the project's that is wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    data = templates.read(FILE, folder)
    return _read(data)[identity.style.cover]


@lru_cache(maxsize=4)
def _read(data: bytes) -> Mapping[str, Dress]:
    from creativekit.artwork.compositions import COMPOSITIONS

    sheet = Sheet(FILE, data)
    dresses = {style: _dress(sheet.top.table(style)) for style in COMPOSITIONS}
    sheet.top.close()
    sheet.problems.raise_if_any()
    return dresses


def _dress(table: Table) -> Dress:
    made = Dress(
        label=table.choice("label", get_args(Label)),
        button=table.choice("button", get_args(Button)),
        rule=table.choice("rule", get_args(Rule)),
        bullet=table.choice("bullet", get_args(Bullet)),
        panel=table.choice("panel", get_args(Panel)),
        corner=table.number("corner", 0.0, 0.1, 0.0),
        voices={
            role: _voice(table.table("label_type" if role == "label" else role)) for role in ROLES
        },
    )
    table.close()
    return made


def _voice(table: Table) -> Voice:
    sizes = table.numbers("size", 0.008, 0.4, least=2, most=2) or (0.02, 0.03)
    voice = Voice(
        face=table.choice("face", get_args(FaceOf)),
        weight=table.whole("weight", 0, 1000, 0),
        size=(min(sizes), max(sizes)),
        leading=table.number("leading", 0.8, 2.5, 1.3),
        tracking=table.number("tracking", -0.1, 0.3, 0.0),
        upper=table.flag("upper", False),
    )
    table.close()
    return voice
