"""A fillable PDF: fields where the template put them, with pictures, fonts and tags."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from creativekit.documents.form_font import form_font
from creativekit.errors import InputError
from creativekit.fonts.coverage import required
from sample_forms import BODY, KAZAKH, PAGE, made
from tools import require


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def widgets(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    found = [each for page in pdf.pages for each in page.obj.get("/Annots", ())]
    return [each for each in found if each.Subtype == "/Widget"]


def full_name(field: pikepdf.Object) -> str:
    parts: list[str] = []
    while field is not None:
        if "/T" in field:
            parts.insert(0, str(field.T))
        field = field.get("/Parent")
    return ".".join(parts)


def test_names_are_a_hierarchy_in_reading_order() -> None:
    with opened(made()) as pdf:
        names = list(dict.fromkeys(full_name(each) for each in widgets(pdf)))
        assert names == ["a.who", "a.long", "b.0.score", "b.1.score", "b.scale"]
        assert [str(each.T) for each in pdf.Root.AcroForm.Fields] == ["a", "b", "creativekit"]
        assert all("." not in str(each.T) for each in widgets(pdf) if "/T" in each)
        assert all(page.obj.Tabs == "/S" for page in pdf.pages)


def test_every_field_has_a_picture_a_description_and_no_action() -> None:
    with opened(made(KAZAKH, "бір\nекі", "3", "-2")) as pdf:
        form = pdf.Root.AcroForm
        assert "/NeedAppearances" not in form
        assert "/XFA" not in form
        for widget in widgets(pdf):
            field = widget if "/FT" in widget else widget.Parent
            assert str(field.TU)
            assert "/A" not in widget
            assert "/AA" not in field
            assert int(widget.F) == 4
            states = widget.AP.N
            if field.FT == "/Btn":
                assert str(widget.AS) in states
                assert len(states) == 2
            else:
                assert str(field.DA).split()[-3] in form.DR.Font
                assert states.Subtype == "/Form"
        for font in form.DR.Font.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            assert "/ToUnicode" in font


def test_values_and_limits() -> None:
    with opened(made("Айша", "бір\nекі", "3", "-2")) as pdf:
        found = {full_name(each): each for each in widgets(pdf)}
        assert str(found["a.who"].V) == "Айша"
        assert int(found["a.who"].MaxLen) == 240
        assert not int(found["a.who"].Ff) & 1 << 12
        assert int(found["a.long"].Ff) & 1 << 12
        assert str(found["a.long"].V) == "бір\nекі"
        assert str(found["b.0.score"].V) == "3"
        assert "/V" not in found["b.1.score"]
        scale = [each for each in widgets(pdf) if full_name(each) == "b.scale"]
        assert [str(each.AS) for each in scale] == ["/-2", "/Off", "/Off", "/Off", "/Off"]
        assert scale[0].Parent.V == "/-2"


def test_each_widget_is_tagged_as_a_form_and_links_stay_links() -> None:
    with opened(made()) as pdf:
        tree = pdf.Root.StructTreeRoot
        elements = pikepdf.NumberTree(tree.ParentTree)
        for widget in widgets(pdf):
            element = elements[int(widget.StructParent)]
            assert element.S == "/Form"
            kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
            assert any(kid.Obj.objgen == widget.objgen for kid in kids)
        links = [each for each in pdf.pages[0].obj.Annots if each.Subtype == "/Link"]
        assert [str(each.A.URI) for each in links] == ["https://example.org"]
        assert [str(e.S) for e in _elements(tree.K)].count("/Link") == 1
        assert pdf.Root.Outlines.First.Title == "A form"
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")


def _elements(kids: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            if "/K" in kid:
                yield from _elements(kid.K)


def test_it_says_what_it_is_in_two_places() -> None:
    with opened(made()) as pdf:
        mark = pdf.Root["/CreativekitForm"]
        assert (int(mark.Version), str(mark.Language), list(mark.Sheets)) == (1, "kk", [1, 4])
        assert str(pdf.Root.AcroForm.Fields[2].V) == "1 kk 1 4 kind=worksheets"
        assert str(mark.Kind) == "worksheets"


def test_the_file_is_sound_and_the_same_twice_and_elsewhere(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); from sample_forms import made, KAZAKH;"
        "sys.stdout.buffer.write(made(KAZAKH, 'бір', '5', '2'))"
    )
    tests = Path(__file__).parents[1]
    again = subprocess.run(
        [sys.executable, "-c", program, str(tests)],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    ).stdout
    data = made(KAZAKH, "бір", "5", "2")
    assert again == data
    with opened(data) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_what_is_written_is_seen_and_can_be_copied(tmp_path: Path) -> None:
    text = require("pdftotext")
    source = tmp_path / "form.pdf"
    long = "Бірінші жол\nекінші жол, " + "сөз " * 60
    source.write_bytes(made(KAZAKH, long, "4"))
    seen = subprocess.run([text, source, "-"], capture_output=True, check=True).stdout.decode()
    assert KAZAKH in seen
    assert "Бірінші жол\nекінші жол," in seen
    assert seen.count("сөз") == 60
    assert "\n4\n" in seen


def test_a_chosen_step_is_drawn(tmp_path: Path) -> None:
    program = require("pdftoppm")
    pictures = []
    for state in ("", "1"):
        source = tmp_path / f"form{state}.pdf"
        source.write_bytes(made("", "", "", state))
        run = subprocess.run([program, "-r", "50", source], capture_output=True, check=True)
        pictures.append(run.stdout)
    colour = bytes.fromhex("0a7e8c")
    assert colour not in pictures[0]
    assert colour in pictures[1]


@pytest.mark.parametrize("length", [200, 1200, 8000])
def test_a_long_answer_gets_smaller_and_is_not_cut_in_silence(length: int) -> None:
    text = ("сөз " * length)[:length].strip()
    with opened(made("", text)) as pdf:
        field = next(each for each in widgets(pdf) if full_name(each) == "a.long")
        assert str(field.V) == text
        size = float(str(field.DA).split()[-2])
        assert (size < 11) == (length > 200)
        drawn = field.AP.N.read_bytes()
        assert (b"2026> Tj" in drawn) == (length == 8000)


def test_the_font_tells_letters_apart_and_has_all_of_the_three_languages() -> None:
    font = form_font(BODY)
    wanted = required(("kk", "ru", "en"))
    assert {char for char in wanted if char not in font.codes} == set()
    assert all(font.codes[char] == ord(char) for char in wanted)
    # One drawing for both is what makes this worth a test.
    assert font.encoded("AА") == "<00410410>"


def test_a_letter_that_only_the_spare_face_has() -> None:
    assert "⌘" not in form_font(BODY, "⌘").codes
    with opened(made("⌘ Ә")) as pdf:
        assert len(pdf.Root.AcroForm.DR.Font) == 2
    with opened(made("Ә")) as pdf:
        assert len(pdf.Root.AcroForm.DR.Font) == 1


def test_letters_that_no_face_has_are_named() -> None:
    with pytest.raises(InputError, match=r"U\+1F600"):
        made("Саз \U0001f600")


@pytest.mark.parametrize("value", ["(", ")\\", "<<>>", "ET Q", "\\050", "%PDF", "#20"])
def test_what_is_typed_is_never_an_operator(value: str) -> None:
    with opened(made(value)) as pdf:
        field = next(each for each in widgets(pdf) if full_name(each) == "a.who")
        assert str(field.V) == value
        operators = [str(op) for _, op in pikepdf.parse_content_stream(field.AP.N)]
        assert " ".join(operators) == "BMC q re W n BT rg Td Tf Tj ET Q EMC"


def test_a_template_without_a_place_says_which() -> None:
    page = PAGE.replace(b'#slot("a.long", 40mm)', b"").replace(b'"b.1.score"', b'"b.9"')
    with pytest.raises(InputError) as caught:
        made(page=page)
    (problem,) = caught.value.problems
    assert problem.file == "page.typ"
    assert "a.long, b.1.score" in str(problem)
    with pytest.raises(InputError, match="scale"):
        made(page=PAGE.replace(b"range(5)", b"range(4)"))
