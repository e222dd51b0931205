"""Setting: the manner in which a text is set, apart from its size and its room.

Everything that changes a width is here, so a Setting is the key under which widths are kept. Case
is changed letter by letter: a letter that would become two (ß to SS) is left as it is, because a
poster in capitals must not be spelt otherwise than its owner wrote it. Kazakh and Russian need no
rule of their own (і to І, ё to Ё); Turkish dotless i is not among our languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from creativekit.fonts.faces import Face
from creativekit.fonts.fallback import absent

Case = Literal["as-typed", "upper", "lower"]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set.

    faces: the first that has a character writes it; at least one. language: BCP 47, of the text.
    tracking: em, between letters. leading: distance of baselines over size. features: OpenType
    tags as in fonts.shaping. case: what is done to the letters before anything is measured.
    """

    faces: tuple[Face, ...]
    language: str
    tracking: float = 0.0
    leading: float = 1.2
    features: tuple[str, ...] = ()
    case: Case = "as-typed"

    def __post_init__(self) -> None:
        if not self.faces:
            raise ValueError("a setting needs at least one face")
        if not self.leading > 0:
            raise ValueError("a leading is above 0")


def cased(text: str, case: Case) -> str:
    """`text` in the letter case of a setting; as many characters as before."""
    if case == "as-typed":
        return text
    change = str.upper if case == "upper" else str.lower
    return "".join(other if len(other := change(char)) == 1 else char for char in text)


def unwritable(text: str, setting: Setting) -> tuple[str, ...]:
    """The characters of `text` that no face of the setting draws, each once, in order.

    fonts.fallback.unwritable makes a Problem of each; fit and wrapped raise them together.
    """
    return absent(cased(text, setting.case), setting.faces)
