"""Filled forms come back as they were written, and no file of a stranger does harm."""

from __future__ import annotations

import contextlib
import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader, PdfWriter

from creativekit.documents import form_reading
from creativekit.documents.filled_form import FilledForm
from creativekit.documents.form_reading import read_form
from creativekit.documents.form_values import MOST_VALUE_BYTES, normalised
from creativekit.errors import InputError
from sample_forms import KAZAKH, made

Change = Callable[[pikepdf.Pdf], None]


def saved(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def changed(change: Change, data: bytes | None = None) -> bytes:
    with pikepdf.open(io.BytesIO(data or made())) as pdf:
        change(pdf)
        return saved(pdf)


def who(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.AcroForm.Fields[0].Kids[0]


def with_value(value: object, kind: str = "/Tx") -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        who(pdf).V = value
        who(pdf).FT = Name(kind)

    return changed(change)


def refusal(data: bytes | Path, name: str = "") -> str:
    with pytest.raises(InputError) as caught:
        read_form(data, name)
    (problem,) = caught.value.problems
    assert problem.file
    return str(problem)


def test_what_was_made_comes_back() -> None:
    found = read_form(made(KAZAKH, "бір\nекі", "3", "-2"))
    assert found == FilledForm(
        {"a.who": KAZAKH, "a.long": "бір\nекі", "b.0.score": "3", "b.1.score": "", "b.scale": "-2"},
        "kk",
        1,
        (1, 4),
    )


def test_a_file_is_read_by_its_path_and_named_by_it(tmp_path: Path) -> None:
    path = tmp_path / "толған.pdf"
    path.write_bytes(made("Айша"))
    assert read_form(path).values["a.who"] == "Айша"
    path.write_bytes(b"")
    assert refusal(path).startswith("толған.pdf: ")


def test_pypdf_fills_it() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made())))
    wanted = {"a.who": KAZAKH, "a.long": "Ғ\nҚ", "b.0.score": "5", "b.scale": "/1"}
    writer.update_page_form_field_values(None, wanted, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    found = read_form(out.getvalue())
    assert found.language == "kk"
    assert dict(found.values) == {**wanted, "b.scale": "1", "b.1.score": ""}


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xfe\xff" + "Әсем".encode("utf-16-be"), "Әсем"),
        (b"\xff\xfe" + "Әсем".encode("utf-16-le"), "Әсем"),
        (b"\xef\xbb\xbf" + "Әсем".encode(), "Әсем"),
        (b"caf\xe9 \x84 \xa0", "café — €"),
        (b"\xfe\xff\x00\x1b\x00k\x00k\x00\x1b" + "Әсем".encode("utf-16-be"), "Әсем"),
        (b"\xfe\xff\xd8\x00\x00a", "\ufffda"),
        (b"\xfe\xff\x00", "\ufffd"),
        (b"one\rtwo\r\nthree\nfour", "one\ntwo\nthree\nfour"),
        (b"\xfe\xff" + "а\u2028б\u2029в".encode("utf-16-be"), "а\nб\nв"),
        (b"\xfe\xff" + "и\u0306 е\u0308".encode("utf-16-be"), "й ё"),
        (b" \t spaces \x00\x07 ", "spaces"),
        (b"", ""),
        (b"   ", ""),
    ],
)
def test_texts_of_all_writers(raw: bytes, text: str) -> None:
    assert read_form(with_value(String(raw))).values["a.who"] == text


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("/Ch", Array([String("a"), String("b")]), "a\nb"),
        ("/Ch", Array([]), ""),
        ("/Tx", Name("/Named"), "Named"),
        ("/Btn", Name("/2"), "2"),
        ("/Btn", Name("/Off"), ""),
        ("/Btn", String("2"), "2"),
    ],
)
def test_values_of_other_kinds(kind: str, value: object, text: str) -> None:
    assert read_form(with_value(value, kind)).values["a.who"] == text


def test_values_that_cannot_be_read_are_left_out_with_a_note() -> None:
    for value in (17, Dictionary(), Array([Dictionary()]), String("x" * (MOST_VALUE_BYTES + 1))):
        found = read_form(with_value(value), "f.pdf")
        assert found.values["a.who"] == ""
        (note,) = found.notes
        assert (note.file, note.key, note.severity) == ("f.pdf", "a.who", "warning")


@pytest.mark.parametrize("packed", [False, True])
def test_a_value_may_be_a_stream_but_not_a_bomb(packed: bool) -> None:
    def put(data: bytes) -> bytes:
        def change(pdf: pikepdf.Pdf) -> None:
            stream = pikepdf.Stream(pdf, zlib.compress(data) if packed else data)
            if packed:
                stream.Filter = Name.FlateDecode
            who(pdf).V = stream

        with pikepdf.open(io.BytesIO(made())) as pdf:
            change(pdf)
            return saved(pdf, compress_streams=False)

    assert read_form(put(b"\xfe\xff" + "Әсем".encode("utf-16-be"))).values["a.who"] == "Әсем"
    found = read_form(put(b"a" * (30 * MOST_VALUE_BYTES)))
    assert found.values["a.who"] == ""
    assert len(found.notes) == 1


def test_a_choice_that_shows_one_thing_and_stores_another() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        field = who(pdf)
        field.FT = Name.Ch
        field.Opt = Array([Array([String("5"), String("бес")]), Array([String("4"), String("5")])])
        field.V = String("бес")

    assert read_form(changed(change)).values["a.who"] == "5"


def test_a_button_without_a_value_is_read_by_its_state() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        scale = pdf.Root.AcroForm.Fields[1].Kids[2]
        del scale.V
        scale.Kids[3].AS = Name("/1")

    assert read_form(changed(change)).values["b.scale"] == "1"


def test_names_with_dots_in_one_field_and_values_from_above() -> None:
    """A viewer may flatten the hierarchy, and may keep a value a level above its widget."""

    def change(pdf: pikepdf.Pdf) -> None:
        text = pdf.make_indirect(Dictionary(T=String("a.who"), FT=Name.Tx, V=String("flat")))
        above = pdf.make_indirect(Dictionary(T=String("a"), FT=Name.Tx, V=String("above")))
        kid = pdf.make_indirect(Dictionary(T=String("long"), Parent=above))
        widget = pdf.make_indirect(Dictionary(Subtype=Name.Widget, Parent=kid))
        kid.Kids, above.Kids = Array([widget]), Array([kid])
        pdf.Root.AcroForm.Fields = Array([text, above])

    assert dict(read_form(changed(change)).values) == {"a.who": "flat", "a.long": "above"}


def test_the_first_value_of_a_name_counts() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        for value in ("", "one", "two"):
            pdf.Root.AcroForm.Fields.append(
                pdf.make_indirect(Dictionary(T=String("a.who"), FT=Name.Tx, V=String(value)))
            )

    assert read_form(changed(change)).values["a.who"] == "one"


def test_fields_that_are_not_ours_are_noted() -> None:
    found = read_form(made("Айша", "x"), "f.pdf", lambda name: name == "a.who")
    assert dict(found.values) == {"a.who": "Айша"}
    assert [note.key for note in found.notes] == ["a.long", "b.0.score", "b.1.score", "b.scale"]


def test_it_goes_by_the_field_where_the_catalog_was_rewritten() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/CreativekitForm"]

    found = read_form(changed(change))
    assert (found.language, found.version, found.sheets) == ("kk", 1, (1, 4))


# ---- files that are refused


def marked(**entries: object) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/CreativekitForm"] = Dictionary(entries)  # type: ignore[arg-type]

    return changed(change)


def unmarked(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/CreativekitForm"]
    del pdf.Root.AcroForm.Fields[2]


def without_form(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 a Word file", "not a PDF"),
        (b"%PDF-1.7\nnothing", "damaged"),
        (b"%PDF-1.7\n" + b"\x00" * 5000, "damaged"),
        (lambda: changed(without_form), "no form"),
        (lambda: changed(unmarked), "not made by creativekit"),
        (lambda: marked(**{"/Version": 2, "/Language": String("kk")}), "newer creativekit"),
        (lambda: marked(**{"/Version": 0, "/Language": String("kk")}), "damaged"),
        (lambda: marked(**{"/Version": 1, "/Language": String("kz")}), "damaged"),
        (lambda: marked(**{"/Version": Array([]), "/Language": 7}), "damaged"),
        (lambda: marked(), "damaged"),
        (
            lambda: marked(**{"/Version": 1, "/Language": String("kk"), "/Kind": String("poll")}),
            "does not know this form",
        ),
    ],
)
def test_what_is_no_form_of_ours_says_so(data: bytes | Callable[[], bytes], reason: str) -> None:
    assert reason in refusal(data if isinstance(data, bytes) else data(), "f.pdf")


def test_a_form_is_read_by_the_command_that_it_is_for() -> None:
    with pytest.raises(InputError, match="`creativekit position import` reads it"):
        read_form(made("Айша"), "f.pdf", kind="questions")
    questions = {"/Version": 1, "/Language": String("kk"), "/Kind": String("questions")}
    assert "`creativekit assess --answers` reads it" in refusal(marked(**questions), "f.pdf")
    # Forms of earlier days do not say their kind.
    assert read_form(marked(**{"/Version": 1, "/Language": String("kk")})).language == "kk"


def test_the_field_says_it_again_where_the_catalog_does_not() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/CreativekitForm"]
        pdf.Root.AcroForm.Fields[2].V = String("1 ru kind=questions edition=2026.1")

    found = read_form(changed(change), kind="questions")
    assert (found.language, found.sheets, found.edition) == ("ru", (), "2026.1")


def test_files_that_are_not_there_or_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no such file" in refusal(tmp_path / "none.pdf")
    assert "no such file" in refusal(tmp_path)
    large = tmp_path / "large.pdf"
    with large.open("wb") as stream:
        stream.truncate(200 * 1024**2)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    assert "200 MB" in refusal(large)


def test_passwords() -> None:
    def locked(user: str) -> bytes:
        with pikepdf.open(io.BytesIO(made("Айша"))) as pdf:
            return saved(pdf, encryption=pikepdf.Encryption(user=user, owner="owner"))

    assert read_form(locked("")).values["a.who"] == "Айша"
    assert "password" in refusal(locked("user"))


def test_a_torn_file_is_mended_or_refused() -> None:
    """qpdf rebuilds a lost table of places; where the catalog is gone, that is said."""
    data = made("Айша")
    assert read_form(data[: data.rindex(b"startxref")]).values["a.who"] == "Айша"
    for part in (0.1, 0.3, 0.5, 0.7, 0.9):
        with contextlib.suppress(InputError):
            assert read_form(data[: int(len(data) * part)]).language == "kk"


def test_circles_and_depths() -> None:
    def circle(pdf: pikepdf.Pdf) -> None:
        root = pdf.Root.AcroForm.Fields[0]
        root.Kids.append(root)
        deep = root
        for _ in range(200):
            kid = pdf.make_indirect(Dictionary(T=String("x"), Kids=Array([])))
            deep.Kids.append(kid)
            deep = kid
        deep.Kids.append(root)

    assert read_form(changed(circle, made("Айша"))).values["a.who"] == "Айша"


def test_more_fields_than_any_form_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_reading, "MOST_FIELDS", 50)

    def many(pdf: pikepdf.Pdf) -> None:
        for index in range(60):
            field = Dictionary(T=String(f"f{index}"), FT=Name.Tx)
            pdf.Root.AcroForm.Fields.append(pdf.make_indirect(field))

    assert "more than 50 fields" in refusal(changed(many))


def test_things_that_are_not_what_they_should_be() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.Root.AcroForm
        form.Fields.append(17)
        form.Fields.append(Name.Off)
        form.Fields.append(pdf.make_indirect(Dictionary(T=17, Kids=String("x"), V=Dictionary())))
        form.Fields.append(pdf.make_indirect(Dictionary(T=Name.X, FT=17, Opt=3)))
        pdf.pages[0].obj.Annots = 5

    assert read_form(changed(change, made("Айша"))).values["a.who"] == "Айша"


def bomb(size: int) -> bytes:
    """A PDF whose catalog is in a stream of objects that unpacks to `size` bytes."""
    inside = b"1 0 <</Type/Catalog>>" + b" " * size
    packed = zlib.compress(inside, 9)
    head = (
        b"%%PDF-1.7\n2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n"
        % len(packed)
    )
    return head + packed + b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 3>>\n%%EOF\n"


@pytest.mark.parametrize("name", [b"/ObjStm", b"/Obj#53tm", b"/#4fbjStm"])
def test_streams_of_objects_that_unpack_to_too_much(
    name: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_reading, "_MOST_UNPACKED", 100_000)
    assert "far more" in refusal(bomb(200_000).replace(b"/ObjStm", name))
    assert "far more" not in refusal(bomb(10).replace(b"/ObjStm", name))


def test_streams_packed_twice_are_not_opened() -> None:
    twice = b"/Filter[/FlateDecode/FlateDecode]"
    assert "far more" in refusal(bomb(100).replace(b"/Filter/FlateDecode", twice))


def test_object_streams_of_honest_writers_are_read() -> None:
    with pikepdf.open(io.BytesIO(made("Айша"))) as pdf:
        data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/ObjStm" in data
    assert read_form(data).values["a.who"] == "Айша"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("\ufeffx", "\ufeffx"), ("a\x0bb", "a\nb"), ("a\u0085b", "a\nb"), ("\ud800", ""), ("á", "á")],
)
def test_normalised(text: str, expected: str) -> None:
    assert normalised(text) == expected
