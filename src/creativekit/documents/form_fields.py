"""What a form asks for, and what it says of itself: plain values, made into a PDF by form.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from creativekit.documents.form_appearance import Align
from creativekit.fonts.faces import Face

MARK_KEY, MARK_FIELD = "/CreativekitForm", "creativekit"
"""Where a form says what it is: an entry of the catalog, and a field without a widget."""
VERSION = 1
"""Of what a form holds; a reader refuses one that is newer than it knows."""
WORKSHEETS, QUESTIONS = "worksheets", "questions"
READ_BY: Mapping[str, str] = {
    WORKSHEETS: "creativekit position import",
    QUESTIONS: "creativekit assess --answers",
}
"""The kinds of forms that there are, and the command that takes each back."""


@dataclass(frozen=True, slots=True)
class TextField:
    """A text. label: what it asks, in the form's language. size: of its letters, pt. length: most
    characters. It takes several lines where its box has room for them."""

    name: str
    label: str
    value: str = ""
    size: float = 10.5
    align: Align = "left"
    length: int | None = None


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of a few: options are pairs of what is stored and what is shown."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str = ""
    size: float = 10.5
    align: Align = "center"


@dataclass(frozen=True, slots=True)
class ScaleField:
    """A row of buttons of which one may be down; states are what is stored."""

    name: str
    label: str
    states: tuple[str, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class CheckField:
    """A box that is ticked (`TICKED` is stored) or not ("")."""

    name: str
    label: str
    value: str = ""


TICKED = "yes"
Field = TextField | ChoiceField | ScaleField | CheckField


@dataclass(frozen=True, slots=True)
class Mark:
    """What a form says of itself: its language, the numbers of the sheets in it, its kind, and
    which edition of what it asks (one word; "" where there are none)."""

    language: str
    sheets: tuple[int, ...] = ()
    version: int = VERSION
    kind: str = WORKSHEETS
    edition: str = ""

    @property
    def text(self) -> str:
        words = [str(self.version), self.language, *map(str, self.sheets), f"kind={self.kind}"]
        return " ".join([*words, f"edition={self.edition}"] if self.edition else words)


@dataclass(frozen=True, slots=True)
class Look:
    """Faces for what is written (the second where the first has no letter), and colours as hex:
    of letters, and of a chosen step."""

    face: Face
    spare: Face
    ink: str
    chosen: str
