"""Fillable PDF: fields laid over pages that typst has set, each with its picture already drawn.

Where a field goes, the template puts a link to `field:<name>` (`field:<name>=<state>` for one step
of a scale) around an empty box. typst writes a link as an annotation with its rectangle, its place
in the reading order and an element in the tree of tags, which is what a field needs too: the
annotations become widgets and their elements `Form`, so that one run of typst does for pages,
places and tags, and the file stays PDF/A-2a and PDF/UA-1 as far as typst made it so. For that
every field has its appearance in the file, in an embedded font, a description, and no action;
NeedAppearances is never set.

A dot in a field's name parts one level from the next (ISO 32000-1, 12.7.3.2), so the names here are
true hierarchies: `alternatives.others.0.scores.2` is five fields inside one another, and its full
name is that again. The catalog and a field without a widget say which form it is (`Mark`); a
program that writes the file anew and drops one of them may keep the other.

Sources: ISO 32000-1, 12.5.6.19 (widgets) and 12.7 (forms); ISO 19005-2, 6.4.1; ISO 14289-1, 7.18.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from creativekit.documents.form_fields import (
    MARK_FIELD,
    MARK_KEY,
    ChoiceField,
    Field,
    Look,
    Mark,
    ScaleField,
    TextField,
)
from creativekit.documents.form_font import FormFont, embedded, form_font, is_embeddable
from creativekit.documents.form_widgets import FieldTree, Place, WidgetMaker
from creativekit.errors import InputError, fail, msg
from creativekit.fonts import fallback
from creativekit.fonts.coverage import missing_in_text

if TYPE_CHECKING:
    import pikepdf

PREFIX = "field:"
"""Of the address of a link that is a field's place."""
# What fonts are called among the form's resources. PDFium, which Chrome and Edge show PDF with,
# sets typed letters by the character sets of the 1990s: none has Ә or Ұ, so they come out as gaps.
# Only a font of this name it asks for every letter (CPDF_BAFontMap); others look at the font alone.
_RESOURCE = "Wingdings"
# ISO 32000-1, table 165: a widget is printed.
_PRINT = 1 << 2
_TYPED_PT = 10.5
_MOST_NAMED = 6


def fillable(
    pages: bytes, fields: Sequence[Field], look: Look, mark: Mark, name: str = "document.typ"
) -> bytes:
    """The PDF of typst with `fields` in the places that its template made for them.

    name: what errors call the template. Raises InputError for a field without a place, or a
    character that neither face has. ValueError when two fields have one name.
    """
    import pikepdf

    if len({field.name for field in fields}) != len(fields):
        raise ValueError("two fields of a form have one name")
    fonts = _fonts(fields, look)
    with pikepdf.open(io.BytesIO(pages)) as pdf:
        places = _places(pdf)
        _require_places(fields, places, name)
        names = tuple(f"{_RESOURCE}{index or ''}" for index in range(len(fonts)))
        objects = {f"/{each}": embedded(pdf, font) for each, font in zip(names, fonts, strict=True)}
        resources = pdf.make_indirect(pikepdf.Dictionary(Font=pikepdf.Dictionary(objects)))
        maker = WidgetMaker(pdf, fonts, names, resources, look)
        tree = FieldTree(pdf)
        for field in fields:
            tree.add(field.name, maker.field(field, places[field.name]))
        tree.add(MARK_FIELD, maker.mark(mark))
        pdf.Root.AcroForm = pdf.make_indirect(
            pikepdf.Dictionary(
                Fields=pikepdf.Array(tree.roots()),
                DR=resources,
                DA=pikepdf.String(maker.setting(_TYPED_PT)),
            )
        )
        pdf.Root[MARK_KEY] = pikepdf.Dictionary(
            Version=mark.version,
            Language=pikepdf.String(mark.language),
            Sheets=pikepdf.Array(mark.sheets),
            Kind=pikepdf.String(mark.kind),
            Edition=pikepdf.String(mark.edition),
        )
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


# ---- letters


def _fonts(fields: Sequence[Field], look: Look) -> tuple[FormFont, ...]:
    """The font of the form, and a second when a value needs letters that it does not have."""
    faces = tuple(each for each in (look.face, look.spare) if is_embeddable(each))
    chars = set().union(*map(set, _texts(fields))) if fields else set()
    text = "".join(sorted(chars))
    left, more = text, []
    for face in faces:
        missed = "".join(missing_in_text(face, left))
        more.append("".join(char for char in left if char not in missed))
        left = missed
    if left:
        raise InputError([fallback.unwritable(char, faces) for char in left])
    first = form_font(faces[0], more[0])
    if len(faces) == 1 or not any(char not in first.codes for char in more[1]):
        return (first,)
    return first, form_font(faces[1], more[1])


def _texts(fields: Sequence[Field]) -> Iterator[str]:
    for field in fields:
        if isinstance(field, TextField):
            yield unicodedata.normalize("NFC", field.value)
        elif isinstance(field, ChoiceField):
            yield from (shown for _, shown in field.options)


# ---- places


def _places(pdf: pikepdf.Pdf) -> dict[str, list[Place]]:
    """Places by field, in reading order; each link made the bare beginning of a widget."""
    import pikepdf

    elements = None
    if "/StructTreeRoot" in pdf.Root:
        elements = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    found: dict[str, list[Place]] = {}
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            action = annotation.get("/A")
            address = str(action.get("/URI", "")) if action is not None else ""
            if not address.startswith(PREFIX):
                continue
            name, _, state = address.removeprefix(PREFIX).partition("=")
            for key in ("/A", "/Border", "/Contents", "/QuadPoints"):
                if key in annotation:
                    del annotation[key]
            annotation.Subtype = pikepdf.Name.Widget
            annotation.F = _PRINT
            annotation.P = page.obj
            if elements is not None and "/StructParent" in annotation:
                element = elements[int(annotation.StructParent)]
                element.S = pikepdf.Name.Form
            found.setdefault(name, []).append(Place(annotation, state))
    return found


def _require_places(
    fields: Sequence[Field], places: Mapping[str, list[Place]], template: str
) -> None:
    missing = []
    for field in fields:
        here = {place.state for place in places.get(field.name, ())}
        if here != (set(field.states) if isinstance(field, ScaleField) else {""}):
            missing.append(field.name)
    if missing:
        more = "…" if len(missing) > _MOST_NAMED else ""
        fail(
            msg(
                "the template has no place to write in for {names}",
                names=", ".join(missing[:_MOST_NAMED]) + more,
            ),
            file=template,
        )
