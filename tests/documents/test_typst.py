from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from creativekit.documents.typst import compile_pdf
from creativekit.errors import InputError
from creativekit.fonts.faces import Face, face, face_from_file

FACES = {"heading": face("Lora", 700), "body": face("Onest", 400)}
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)

PAGE = b"""
#let d = json("data.json")
#set document(title: d.title)
#set text(lang: d.language, font: (d.faces.heading.family, d.faces.body.family),
  weight: d.faces.heading.weight)
= #d.text
#image("mark.svg", alt: "a mark", width: 2cm)
#pdf.artifact(image("mark.svg", width: 1cm))
"""


def made(
    template: bytes = PAGE,
    text: str = "Әріп",
    faces: dict[str, Face] | None = None,
    tagged: bool = True,
) -> bytes:
    return compile_pdf(
        template,
        {"text": text},
        {"mark.svg": SVG},
        faces or FACES,
        title="Құжат",
        language="kk",
        tagged=tagged,
        name="page.typ",
    )


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize(
    "text",
    [
        "#set page(fill: red)",
        "*bold* _it_ `code` $x^2$ @ref <label>",
        "\\u{41} // /* */ #panic()",
        '"]); #read("/etc/hosts")',
        "<script>alert(1)</script> {{ x }} [bold]",
    ],
)
def test_text_is_never_markup(text: str) -> None:
    # Two blanks are one in the middle of a line; everything else is as it was typed.
    assert text_of(made(text=text)).replace("\n", " ") == text


def test_bytes_are_the_same_in_another_process_and_folder(tmp_path: Path) -> None:
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]); sys.path.insert(0, sys.argv[2]);"
        "from test_typst import made; sys.stdout.buffer.write(made())"
    )
    here = Path(__file__).parent
    again = subprocess.run(
        [sys.executable, "-c", program, str(here), str(here.parent)],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    ).stdout
    assert again == made()


def test_tagged_pdf_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(made())) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "kk"
        assert bool(root.MarkInfo.Marked)
        assert "/StructTreeRoot" in root
        assert root.Outlines.First.Title == "Әріп"
        with pdf.open_metadata() as about:
            assert about["dc:title"] == "Құжат"
            assert about["pdfuaid:part"] == "1"
            assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
        ]
        assert fonts
        assert all("/FontFile2" in item or "/FontFile3" in item for item in fonts)


def test_plain_pdf_has_no_tags() -> None:
    with pikepdf.open(io.BytesIO(made(tagged=False))) as pdf:
        assert "/StructTreeRoot" not in pdf.Root


def test_picture_without_a_description_is_refused_in_a_tagged_pdf() -> None:
    page = PAGE.replace(b', alt: "a mark"', b"")
    with pytest.raises(InputError, match="alt"):
        made(page)
    made(page, tagged=False)


@pytest.mark.parametrize(
    "line", ['#import "@preview/cetz:0.3.0"', '#include "other.typ"', '#eval("1 + 1")', "#std.eval"]
)
def test_other_sources_are_refused_with_their_line(line: str) -> None:
    with pytest.raises(InputError) as caught:
        made(PAGE + f"\n\n{line}\n".encode())
    (problem,) = caught.value.problems
    assert problem.file == "page.typ"
    assert problem.line == PAGE.decode().count("\n") + 3


def test_words_that_only_look_like_sources_are_allowed() -> None:
    made(PAGE + b"\n#let important = 1\n#let evaluated = important\n")


def test_no_file_but_those_given_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.chdir(tmp_path)
    for name in ("secret.txt", "/secret.txt", str(tmp_path / "secret.txt"), "../secret.txt"):
        with pytest.raises(InputError):
            made(PAGE + f'\n#read("{name}")\n'.encode())


def test_a_mistake_in_the_template_is_told_with_its_line() -> None:
    with pytest.raises(InputError) as caught:
        made(PAGE + b"\n#nothing\n")
    (problem,) = caught.value.problems
    assert problem.line == PAGE.decode().count("\n") + 2
    assert "nothing" in str(problem)
    assert "creativekit-" not in str(problem)


def test_template_that_is_not_text_is_refused() -> None:
    with pytest.raises(InputError, match="UTF-8"):
        made(b"\xff\xfe\x00")


def test_every_missing_letter_is_named() -> None:
    with pytest.raises(InputError) as caught:
        made(text="Саз \U0001f600 א")
    assert "U+1F600" in str(caught.value)
    assert "U+05D0" in str(caught.value)


def test_a_letter_that_another_face_has_is_not_missing() -> None:
    # Neither Lora nor Onest has the sign, Inter has: a text may be set in several faces.
    with pytest.raises(InputError):
        made(text="⌘")
    page = PAGE.replace(b"d.faces.body.family)", b"d.faces.spare.family)")
    made(page, text="⌘", faces={**FACES, "spare": face("Inter")})


def test_a_font_of_the_project_is_taken_by_its_file_not_by_its_folder(tmp_path: Path) -> None:
    """A user's folder may hold a whole family; only the file that was named may be used."""
    source = Path(face("Lora").file)
    for name in ("mine.ttf", "other.ttf"):
        shutil.copyfile(face("Oswald").file if name == "other.ttf" else source, tmp_path / name)
    mine = face_from_file(tmp_path / "mine.ttf", 700)
    assert made(faces={"heading": mine, "body": FACES["body"]}) == made()


def test_weights_of_a_variable_font_are_different_outlines() -> None:
    page = PAGE + b"\n#d.text\n"
    light = made(page, faces={"heading": face("Lora", 400), "body": FACES["body"]})
    assert light != made(page)
    assert text_of(light) == text_of(made(page))
