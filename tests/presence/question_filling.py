"""The questions' form filled in by programs that are not ours."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import pikepdf
from pypdf import PdfReader, PdfWriter

from creativekit.presence.instrument_file import instrument
from creativekit.presence.question_form import form
from styled_brands import styled


@cache
def empty(language: str = "kk", profile: str | None = None) -> bytes:
    return form(styled("steppe"), instrument(), language, profile)


def by_pypdf(data: bytes, values: Mapping[str, str], buttons: Iterable[str] = ()) -> bytes:
    """buttons: names of fields whose value is a state."""
    states = set(buttons)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    said = {name: f"/{value}" if name in states else value for name, value in values.items()}
    writer.update_page_form_field_values(None, said, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def widgets(data: bytes) -> dict[tuple[str, str], tuple[int, float, float]]:
    """Page, and the middle of the rectangle, of each widget by its field's name and its state."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for each in page.obj.get("/Annots", ()):
                states = [str(key) for key in each.AP.N if str(key) != "/Off"]
                is_button = isinstance(each.AP.N, pikepdf.Dictionary) and "/Off" in each.AP.N
                state = states[0].removeprefix("/") if is_button else ""
                left, low, right, high = (float(side) for side in each.Rect)
                found[_full(each), state] = number, (left + right) / 2, (low + high) / 2
    return found


def _full(field: pikepdf.Object) -> str:
    names = []
    while field is not None:
        if "/T" in field:
            names.append(str(field.T))
        field = field.get("/Parent")
    return ".".join(reversed(names))


def by_value(data: bytes, values: Mapping[str, str]) -> bytes:
    """The values alone, as a program leaves them that draws nothing: quick."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name, field in _fields(pdf.Root.AcroForm.Fields):
            if name in values:
                is_button = field.FT == "/Btn"
                value = values[name]
                field.V = pikepdf.Name(f"/{value}") if is_button else pikepdf.String(value)
        return saved(pdf)


def with_field(data: bytes, name: str, value: str) -> bytes:
    """With a field more."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        field = pikepdf.Dictionary(
            T=pikepdf.String(name), FT=pikepdf.Name.Tx, V=pikepdf.String(value)
        )
        pdf.Root.AcroForm.Fields.append(pdf.make_indirect(field))
        return saved(pdf)


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)
    return out.getvalue()


def _fields(found: Iterable[pikepdf.Object]) -> Iterator[tuple[str, pikepdf.Object]]:
    for each in found:
        kids = list(each.get("/Kids", ()))
        if kids and "/T" in kids[0]:
            yield from _fields(kids)
        else:
            yield _full(each), each
