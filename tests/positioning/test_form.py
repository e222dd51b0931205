"""The worksheets' form: every blank is a field, and programs that fill it in give it back whole."""

from __future__ import annotations

import io
import json
import os
import subprocess
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader, PdfWriter

from creativekit.errors import InputError
from creativekit.language.formats import whole_sums
from creativekit.positioning.blanks import blanks, written
from creativekit.positioning.form import form, read
from creativekit.positioning.kit import jobs
from creativekit.positioning.sheets import worksheets
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.positioning_section import Audience, Positioning
from styled_brands import STYLES, styled
from tools import require
from worksheet_answers import example_answers

TEXT = "Әсем Ғани, «Қыран Ңұрлан»: Өмір — Ұлы Үміт! Һәм Іңкәр 12 500 ₸"


@cache
def empty(language: str = "kk") -> bytes:
    return form(styled("steppe"), None, language)


@cache
def everything() -> dict[str, str]:
    """Something Kazakh, or a number within its scale, for every blank."""
    found = {}
    for index, blank in enumerate(blanks(worksheets())):
        if blank.kind == "text":
            found[blank.name] = f"{TEXT} {index}"
        elif blank.kind == "whole":
            found[blank.name] = str(int(blank.low + index % (blank.high - blank.low + 1)))
        else:
            found[blank.name] = f"{index % 9},5"
    found["audience.who"] = f"{TEXT}\nекінші жол"
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_blank_is_a_field_and_answers_come_back(language: str) -> None:
    answers = example_answers()
    found = read(form(styled("ornament"), answers, language))
    asked = blanks(worksheets(), answers)
    wanted = {each.name: whole_sums(written(answers, each, language)) for each in asked}
    assert dict(found.values) == wanted
    assert (found.language, found.sheets, found.notes) == (language, tuple(range(1, 11)), ())


@pytest.mark.parametrize("style", STYLES)
def test_a_page_a_sheet_in_every_style_empty_and_filled(style: str) -> None:
    language = LANGUAGES[STYLES.index(style) % 3]
    for answers in (None, example_answers()):
        data = form(styled(style), answers, language)
        assert len(PdfReader(io.BytesIO(data)).pages) == 10


def test_one_sheet() -> None:
    found = read(form(styled("noir"), None, "ru", only=8))
    assert found.sheets == (8,)
    assert {name.split(".")[0] for name in found.values} == {"price"}


def test_only_texts_of_its_own_language_are_filled_in() -> None:
    answers = Positioning(audience=Audience(who=Localized.of({"ru": "Айша"})))
    assert read(form(styled("steppe"), answers, "kk", only=1)).values["audience.who"] == ""
    assert read(form(styled("steppe"), answers, "ru", only=1)).values["audience.who"] == "Айша"


def test_lists_have_as_many_fields_as_there_are_answers() -> None:
    rivals = [{"name": Localized.of(f"№ {index}"), "price": 1e12} for index in range(8)]
    words = {"kk": [f"сөз {index}" for index in range(24)]}
    answers = Positioning.model_validate({"price": {"rivals": rivals}, "character": {"say": words}})
    found = read(form(styled("craft"), answers, "kk")).values
    assert found["price.rivals.7.name"] == "№ 7"
    assert found["price.rivals.7.price"] == "1000000000000"
    assert found["character.say.23"] == "сөз 23"


def test_very_long_answers_are_whole_and_fields_do_not_break_over_pages() -> None:
    word = "шығармашылық "
    line, long = (word * 20)[:239].strip(), (word * 800)[:8000].strip()
    rung = {
        "attribute": Localized.of(line),
        "so_what": [Localized.of(line)] * 3,
        "value": Localized.of(long),
        "proof": Localized.of(long),
        "need": Localized.of(line),
    }
    answers = Positioning.model_validate(
        {"audience": {"who": Localized.of(long)}, "ladder": {"rungs": [rung] * 6}}
    )
    data = form(styled("tech"), answers, "kk")
    found = read(data).values
    for blank in blanks(worksheets(), answers):
        assert found[blank.name] == written(answers, blank, "kk")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        widgets = [each for page in pdf.pages for each in page.obj.Annots]
        assert len(widgets) == len(found) + 4 * 6
        assert all(float(each.Rect[3]) - float(each.Rect[1]) > 12 for each in widgets)
        assert all(28 < float(each.Rect[1]) < float(each.Rect[3]) < 842 for each in widgets)


def test_a_line_that_was_typed_on_two_is_one_line() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(empty())))
    values = {"price.rivals.0.name": "Базар\rорталық", "audience.who": "бір\r\nекі"}
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    found = read(out.getvalue()).values
    assert found["price.rivals.0.name"] == "Базар орталық"
    assert found["audience.who"] == "бір\nекі"


def test_fields_of_another_form_are_noted_and_the_rest_is_read() -> None:
    with pikepdf.open(io.BytesIO(empty())) as pdf:
        for name in ("comment", "audience.shoe", "price.rivals.x.name"):
            field = pikepdf.Dictionary(
                T=pikepdf.String(name), FT=pikepdf.Name.Tx, V=pikepdf.String("!")
            )
            pdf.Root.AcroForm.Fields.append(pdf.make_indirect(field))
        out = io.BytesIO()
        pdf.save(out)
    found = read(out.getvalue(), "filled.pdf")
    assert {note.key for note in found.notes} == {
        "comment",
        "audience.shoe",
        "price.rivals.x.name",
    }
    assert len(found.values) == len(blanks(worksheets()))


def test_markup_and_letters() -> None:
    odd = "#set page(fill: red) $x$ *y* <b> [z] \\ (("
    answers = Positioning(audience=Audience(who=Localized.of(odd)))
    assert read(form(styled("tech"), answers, "kk", only=1)).values["audience.who"] == odd
    with pytest.raises(InputError, match=r"U\+1F600"):
        form(styled("tech"), Positioning(audience=Audience(who=Localized.of("\U0001f600"))), "kk")


def test_the_same_bytes_twice() -> None:
    made = [form(styled("bold"), example_answers(), "ru", only=2) for _ in range(2)]
    assert made[0] == made[1]


def test_the_kit_has_a_form_beside_each_pack() -> None:
    for answers, folder in ((None, "positioning/blank"), (example_answers(), "positioning")):
        paths = [job.path for job in jobs(styled("steppe"), answers, ("a4",))]
        for language in LANGUAGES:
            assert f"{folder}/worksheets-{language}-form.pdf" in paths
    assert "positioning/blank/sheet-03-kk-form.pdf" in [
        job.path for job in jobs(styled("steppe"), None, (), only=3)
    ]


# ---- filled in by programs that are not ours


def test_pypdf_fills_every_field() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(empty())))
    values = {
        name: f"/{value}" if ".sliders." in name else value for name, value in everything().items()
    }
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    found = read(out.getvalue())
    assert dict(found.values) == everything()
    assert found.language == "kk"


def test_pdfjs_fills_every_field_and_poppler_shows_them(tmp_path: Path) -> None:
    """What Firefox saves: pdf.js of the npm package pdfjs-dist, installed in PDFJS_HOME."""
    library = Path(
        os.environ.get("PDFJS_HOME", "."), "node_modules/pdfjs-dist/legacy/build/pdf.mjs"
    ).absolute()
    if not library.is_file():
        pytest.skip("needs node, and pdfjs-dist installed in PDFJS_HOME")
    source, values, target = (tmp_path / name for name in ("form.pdf", "values.json", "out.pdf"))
    source.write_bytes(empty())
    values.write_text(json.dumps(everything()), encoding="utf-8")
    script = Path(__file__).parents[1] / "documents" / "pdfjs_fill.mjs"
    subprocess.run([require("node"), script, library, source, values, target], check=True)
    found = read(target)
    assert dict(found.values) == everything()
    assert (found.language, found.notes) == ("kk", ())
    shown = subprocess.run([require("pdftotext"), target, "-"], capture_output=True, check=True)
    assert f"{TEXT}\nекінші жол" in shown.stdout.decode()


def test_letters_typed_in_the_viewer_of_chrome_are_kept_and_seen(tmp_path: Path) -> None:
    """Keys pressed in PDFium, which Chrome and Edge show PDF with, then its own save."""
    pdfium = pytest.importorskip("pypdfium2", reason="needs pypdfium2")
    keys = pdfium.raw
    document = pdfium.PdfDocument(empty())
    document.init_forms()
    page = document[0]
    with pikepdf.open(io.BytesIO(empty())) as pdf:
        left, _, _, top = (float(each) for each in pdf.pages[0].obj.Annots[0].Rect)
    at = (document.formenv, page, 0, left + 9, top - 9)
    keys.FORM_OnLButtonDown(*at)
    keys.FORM_OnLButtonUp(*at)
    for letter in TEXT:
        keys.FORM_OnChar(document.formenv, page, ord(letter), 0)
    keys.FORM_ForceToKillFocus(document.formenv)
    target = tmp_path / "typed.pdf"
    document.save(target)
    assert read(target).values["audience.who"] == TEXT
    shown = subprocess.run([require("pdftotext"), target, "-"], capture_output=True, check=True)
    assert TEXT in shown.stdout.decode()


def test_poppler_draws_answers_where_the_empty_form_has_none(tmp_path: Path) -> None:
    program = require("pdftoppm")
    pictures = []
    for index, answers in enumerate((None, example_answers())):
        source = tmp_path / f"{index}.pdf"
        source.write_bytes(form(styled("craft"), answers, "kk", only=7))
        run = subprocess.run([program, "-r", "40", source], capture_output=True, check=True)
        pictures.append(run.stdout)
    assert len(pictures[0]) == len(pictures[1])
    changed = sum(one != other for one, other in zip(*pictures, strict=True))
    assert changed > 500


def test_all_fonts_are_embedded(tmp_path: Path) -> None:
    source = tmp_path / "form.pdf"
    source.write_bytes(form(styled("playful"), example_answers(), "kk", only=1))
    run = subprocess.run([require("pdffonts"), source], capture_output=True, check=True)
    for line in run.stdout.decode().splitlines()[2:]:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line
