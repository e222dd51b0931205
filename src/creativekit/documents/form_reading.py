"""A filled form read back: values by the full names of fields.

One program keeps the tree of names, another puts dots into one: joined, both are the same name.

A file from a stranger may be of any size and point at itself. Sizes, depths and counts have bounds,
and whatever would be unpacked before they can be looked at (streams of objects, tables of places)
is measured first. Sources: ISO 32000-1, 7.5.7 (object streams) and 12.7.3 (fields).
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creativekit.documents.filled_file import contents
from creativekit.documents.filled_form import FilledForm
from creativekit.documents.form_fields import (
    MARK_FIELD,
    MARK_KEY,
    READ_BY,
    VERSION,
    WORKSHEETS,
    Mark,
)
from creativekit.documents.form_values import text_string, value
from creativekit.errors import Problem, fail, msg
from creativekit.project.localized import LANGUAGES

if TYPE_CHECKING:
    import pikepdf

MOST_BYTES = 40 * 1024 * 1024
"""Of a file; a form of all sheets is some 400 KB, and a viewer may have added its own fonts."""
MOST_FIELDS = 5_000
_MOST_UNPACKED = 64 * 1024 * 1024
_DEEPEST = 24
_MOST_NOTED, _LONGEST_SHOWN, _MOST_SHEETS = 20, 100, 100

_STREAM = re.compile(rb"\bstream\r?\n")
_UNPACKED_EARLY = re.compile(rb"/(?:ObjStm|XRef\b|[^\s/<>\[\]()]*#)")


def read_form(
    source: bytes | Path,
    name: str = "",
    is_known: Callable[[str], bool] | None = None,
    kind: str = WORKSHEETS,
) -> FilledForm:
    """The values of a form that `form.fillable` made and somebody filled in.

    name: what errors call the file; the path's own name without it. is_known: whether a field is
    one of ours; others are left out, with a note. A value that cannot be read is left out with a
    note as well. kind: of the form, one of `form_fields.READ_BY`. Raises InputError for a file that
    is not there, is too large, is no PDF or damaged, needs a password, has no form, another tool's
    or one of another kind, or comes from a newer creativekit.
    """
    import pikepdf

    name = name or (source.name if isinstance(source, Path) else "form.pdf")
    data = _contents(source, name)
    _refuse_bombs(data, name)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _read(pdf, name, is_known or (lambda _: True), kind)
    except pikepdf.PasswordError:
        fail(msg("the PDF needs a password; save it without one and try again"), file=name)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError):
        fail(msg("the PDF is damaged and cannot be read; save it again in your viewer"), file=name)


# ---- the file


def _contents(source: bytes | Path, name: str) -> bytes:
    data = contents(source, name, MOST_BYTES)
    # The header may stand a little way into the file (ISO 32000-1, annex H.3).
    if b"%PDF-" not in data[:1024]:
        fail(msg("this is not a PDF file"), file=name)
    return data


def _refuse_bombs(data: bytes, name: str) -> None:
    """Streams that a reader unpacks whole before anything can be asked of them stay bearable."""
    left = _MOST_UNPACKED
    for found in _STREAM.finditer(data):
        about = data[max(0, found.start() - 2048) : found.start()]
        about = about[about.rfind(b"obj") + 3 :]
        if not _UNPACKED_EARLY.search(about):
            continue
        packed = about.count(b"Decode") - about.count(b"DecodeParms")
        inflating = zlib.decompressobj()
        try:
            size = len(inflating.decompress(data[found.end() :], left + 1)) if packed else 0
        except zlib.error:
            continue
        left -= size
        if left < 0 or packed > 1:
            fail(
                msg("the PDF unpacks to far more than a form has in it; it was not read"), file=name
            )


# ---- the form


def _read(pdf: pikepdf.Pdf, name: str, is_known: Callable[[str], bool], kind: str) -> FilledForm:
    import pikepdf

    form = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    if not isinstance(fields, pikepdf.Array) or not len(fields):
        message = msg(
            "there is no form in this PDF: a scan or a print of one cannot be read back,"
            " only the file that was filled in"
        )
        fail(message, file=name)
    values: dict[str, str] = {}
    unknown: list[str] = []
    unread: list[str] = []
    written_mark = None
    for full, field, inherited in _fields(fields, name):
        if full == MARK_FIELD:
            written_mark = value(field, inherited)
        elif not is_known(full):
            unknown.append(full)
        elif not values.get(full):
            found = value(field, inherited)
            values[full] = found or ""
            if found is None:
                unread.append(full)
    mark = _mark(pdf.Root.get(MARK_KEY), written_mark, name)
    _require_kind(mark, kind, name)
    left_out = msg("this field is not one of creativekit's and was left out")
    unreadable = msg("what is written here cannot be read, or is far too long: it was left out")
    notes = [
        Problem(message, file=name, key=each[:_LONGEST_SHOWN], severity="warning")
        for message, names in ((unreadable, unread), (left_out, unknown))
        for each in names[:_MOST_NOTED]
    ]
    return FilledForm(values, mark.language, mark.version, mark.sheets, tuple(notes), mark.edition)


def _require_kind(mark: Mark, kind: str, name: str) -> None:
    if mark.kind == kind:
        return
    if mark.kind not in READ_BY:
        fail(msg("this creativekit does not know this form: please update creativekit"), file=name)
    message = msg("this is another form: `{command}` reads it", command=READ_BY[mark.kind])
    fail(message, file=name)


def _fields(roots: pikepdf.Array, name: str) -> Iterator[tuple[str, Any, Mapping[str, Any]]]:
    """Full name, dictionary and inherited entries of each field that holds a value, in order."""
    import pikepdf

    seen: set[tuple[int, int]] = set()
    count = 0
    waiting: list[tuple[Any, str, dict[str, Any], int]] = [
        (each, "", {}, 0) for each in reversed(list(roots))
    ]
    while waiting:
        field, above, inherited, depth = waiting.pop()
        if not isinstance(field, pikepdf.Dictionary) or depth > _DEEPEST:
            continue
        if field.is_indirect:
            if field.objgen in seen:
                continue
            seen.add(field.objgen)
        count += 1
        if count > MOST_FIELDS:
            fail(
                msg(
                    "the form has more than {most} fields; ours has a few hundred", most=MOST_FIELDS
                ),
                file=name,
            )
        own = text_string(field.get("/T")) or ""
        full = ".".join(part for part in (above, own) if part)
        known = inherited | {key: field[key] for key in ("/FT", "/V", "/Opt") if key in field}
        kids = field.get("/Kids")
        below = list(kids) if isinstance(kids, pikepdf.Array) else []
        named = [kid for kid in below if isinstance(kid, pikepdf.Dictionary) and "/T" in kid]
        if named:
            waiting += [(kid, full, known, depth + 1) for kid in reversed(named)]
        elif full:
            yield full, field, known


def _mark(found: Any, written: str | None, name: str) -> Mark:
    """The form's own account of itself, from the catalog or from the field that repeats it."""
    import pikepdf

    words = (written or "").split()
    if isinstance(found, pikepdf.Dictionary):
        sheets = found.get("/Sheets")
        listed = list(sheets) if isinstance(sheets, pikepdf.Array) else []
        words = [
            str(found.get("/Version", "")),
            text_string(found.get("/Language")) or "",
            *map(str, listed[:_MOST_SHEETS]),
            *(
                f"{word}={(text_string(found.get(key)) or '')[:_LONGEST_SHOWN]}"
                for word, key in (("kind", "/Kind"), ("edition", "/Edition"))
            ),
        ]
    if not words:
        fail(
            msg("the form in this PDF was not made by creativekit: only its own forms are read"),
            file=name,
        )
    numbers = [int(each) if re.fullmatch(r"[0-9]{1,6}", each) else 0 for each in words]
    version, language = numbers[0], words[1] if len(words) > 1 else ""
    if version > VERSION:
        fail(
            msg(
                "the form was made by a newer creativekit (form {found}; this one reads up to"
                " {known}): please update creativekit",
                found=version,
                known=VERSION,
            ),
            file=name,
        )
    if version < 1 or language not in LANGUAGES:
        fail(msg("what the form says of itself is damaged: make it anew and fill it in"), file=name)
    said = dict(each.split("=", 1) for each in words[2:] if "=" in each)
    return Mark(
        language,
        tuple(each for each in numbers[2:] if each),
        version,
        # Forms had no kind while the worksheets were the only ones.
        said.get("kind") or WORKSHEETS,
        said.get("edition", ""),
    )
