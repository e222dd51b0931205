"""Fields of a form and their widgets, as dictionaries of the PDF.

Sources: ISO 32000-1, 12.5.6.19 (widgets), 12.7.3.2 (names of fields), 12.7.4 (types of fields).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from creativekit.documents.form_appearance import Align, disc, settled, text_content, tick
from creativekit.documents.form_fields import (
    MARK_FIELD,
    TICKED,
    CheckField,
    ChoiceField,
    Field,
    Look,
    Mark,
    ScaleField,
    TextField,
)
from creativekit.documents.form_font import FormFont

if TYPE_CHECKING:
    import pikepdf

# ISO 32000-1, tables 221, 226, 228 and 230; bits are counted from 1.
_READ_ONLY, _MULTILINE, _RADIO, _COMBO, _NO_SPELLING = 1, 1 << 12, 1 << 15, 1 << 17, 1 << 22
_ALIGN: Mapping[Align, int] = {"left": 0, "center": 1, "right": 2}
# A field that is so many times as tall as its letters is one to write several lines in.
_SEVERAL = 2.2


@dataclass(frozen=True, slots=True)
class Place:
    """A link that becomes a widget: its annotation; the state of a scale that it stands for."""

    annotation: pikepdf.Object
    state: str

    @property
    def size(self) -> tuple[float, float]:
        left, bottom, right, top = (float(each) for each in self.annotation.Rect)
        return abs(right - left), abs(top - bottom)


class WidgetMaker:
    """Makes a field's dictionary out of the places that it has.

    names: of the fonts among `resources`, which every appearance refers to.
    """

    def __init__(
        self,
        pdf: pikepdf.Pdf,
        fonts: tuple[FormFont, ...],
        names: tuple[str, ...],
        resources: pikepdf.Object,
        look: Look,
    ) -> None:
        self.pdf, self.fonts, self.names = pdf, fonts, names
        self.resources = resources
        self.ink, self.chosen = _color(look.ink), _color(look.chosen)
        self._discs: dict[tuple[float, float], tuple[Any, Any]] = {}

    def setting(self, size: float) -> str:
        """A default appearance: how a viewer sets what is typed."""
        return f"{self.ink} /{self.names[0]} {size:g} Tf"

    def field(self, field: Field, places: list[Place]) -> pikepdf.Object:
        if isinstance(field, ScaleField):
            return self._scale(field, places)
        if isinstance(field, CheckField):
            return self._check(field, places)
        return self._written(field, places)

    def mark(self, mark: Mark) -> pikepdf.Object:
        import pikepdf

        return pikepdf.Dictionary(
            FT=pikepdf.Name.Tx,
            Ff=_READ_ONLY,
            V=pikepdf.String(mark.text),
            TU=pikepdf.String(MARK_FIELD),
        )

    def _written(self, field: TextField | ChoiceField, places: list[Place]) -> pikepdf.Object:
        import pikepdf

        width, height = places[0].size
        several = isinstance(field, TextField) and height >= _SEVERAL * field.size
        shown = field.value
        if isinstance(field, ChoiceField):
            shown = dict(field.options).get(field.value, "")
        setting = settled(shown, self.fonts, width, height, field.size, several)
        made = pikepdf.Dictionary(
            FT=pikepdf.Name.Tx if isinstance(field, TextField) else pikepdf.Name.Ch,
            TU=pikepdf.String(field.label),
            DA=pikepdf.String(self.setting(setting.size)),
            Q=_ALIGN[field.align],
        )
        if isinstance(field, TextField):
            made.Ff = _NO_SPELLING | (_MULTILINE if several else 0)
            if field.length is not None:
                made.MaxLen = max(field.length, len(field.value))
        else:
            made.Ff = _COMBO | _NO_SPELLING
            made.Opt = pikepdf.Array(
                pikepdf.Array([pikepdf.String(each) for each in pair]) for pair in field.options
            )
        if field.value:
            made.V = pikepdf.String(field.value)
        content = text_content(
            setting, self.fonts, self.names, width, height, self.ink, field.align, several
        )
        widgets = [place.annotation for place in places]
        for each in widgets:
            each.AP = pikepdf.Dictionary(N=self._stream(content, width, height))
        return self._joined(made, widgets)

    def _scale(self, field: ScaleField, places: list[Place]) -> pikepdf.Object:
        import pikepdf

        made = pikepdf.Dictionary(
            FT=pikepdf.Name.Btn, TU=pikepdf.String(field.label), Ff=_RADIO, V=pikepdf.Name.Off
        )
        if field.value in field.states:
            made.V = pikepdf.Name(f"/{field.value}")
        for place in places:
            down, up = self._disc(*place.size)
            states = pikepdf.Dictionary({f"/{place.state}": down, "/Off": up})
            place.annotation.AP = pikepdf.Dictionary(N=states)
            chosen = place.state == field.value
            place.annotation.AS = pikepdf.Name(f"/{place.state}" if chosen else "/Off")
        return self._joined(made, [place.annotation for place in places], alone=False)

    def _check(self, field: CheckField, places: list[Place]) -> pikepdf.Object:
        import pikepdf

        state = pikepdf.Name(f"/{TICKED if field.value else 'Off'}")
        made = pikepdf.Dictionary(FT=pikepdf.Name.Btn, TU=pikepdf.String(field.label), V=state)
        for place in places:
            width, height = place.size
            down = self._stream(tick(width, height, self.chosen), width, height)
            states = {f"/{TICKED}": down, "/Off": self._stream("", width, height)}
            place.annotation.AP = pikepdf.Dictionary(N=pikepdf.Dictionary(states))
            place.annotation.AS = state
        return self._joined(made, [place.annotation for place in places])

    def _joined(
        self, field: pikepdf.Object, widgets: list[pikepdf.Object], alone: bool = True
    ) -> pikepdf.Object:
        """The field over its widgets; one widget alone is its field as well."""
        import pikepdf

        if alone and len(widgets) == 1:
            (widget,) = widgets
            for key, value in field.items():
                widget[key] = value
            return widget
        field = self.pdf.make_indirect(field)
        for widget in widgets:
            widget.Parent = field
        field.Kids = pikepdf.Array(widgets)
        return field

    def _disc(self, width: float, height: float) -> tuple[Any, Any]:
        """Both states of a step, shared: no viewer rewrites the picture of a button."""
        size = round(width, 3), round(height, 3)
        if size not in self._discs:
            on = self._stream(disc(*size, self.chosen), *size)
            self._discs[size] = on, self._stream("", *size)
        return self._discs[size]

    def _stream(self, content: str, width: float, height: float) -> pikepdf.Object:
        import pikepdf

        return pikepdf.Stream(
            self.pdf,
            content.encode("ascii"),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Form,
            BBox=pikepdf.Array([0, 0, round(width, 3), round(height, 3)]),
            Resources=self.resources,
        )


class FieldTree:
    """Fields by their names, one level inside another."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._groups: dict[str, Any] = {}
        self._roots: list[Any] = []

    def add(self, name: str, field: pikepdf.Object) -> None:
        import pikepdf

        if not field.is_indirect:
            field = self._pdf.make_indirect(field)
        group, _, own = name.rpartition(".")
        field.T = pikepdf.String(own)
        if group:
            parent = self._group(group)
            field.Parent = parent
            parent.Kids.append(field)
        else:
            self._roots.append(field)

    def roots(self) -> list[Any]:
        return self._roots

    def _group(self, name: str) -> Any:
        import pikepdf

        if name not in self._groups:
            group = self._pdf.make_indirect(pikepdf.Dictionary(Kids=pikepdf.Array()))
            self._groups[name] = group
            self.add(name, group)
        return self._groups[name]


def _color(hex_: str) -> str:
    """`#0a7e8c` as the operator that fills with it."""
    value = int(hex_.removeprefix("#"), 16)
    parts = (value >> 16 & 255, value >> 8 & 255, value & 255)
    return " ".join(f"{part / 255:.4g}" for part in parts) + " rg"
