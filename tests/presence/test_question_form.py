"""The questions as a form: what is filled in comes back, and what cannot be read is named."""

from __future__ import annotations

import dataclasses
import datetime
import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from assessments import ours
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from question_filling import by_pypdf, by_value, empty, saved, widgets, with_field

from creativekit.errors import InputError
from creativekit.presence import answers_file
from creativekit.presence.answer_words import ACCEPTED
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.answers_table import column_name
from creativekit.presence.answers_toml import Given
from creativekit.presence.instrument import Instrument
from creativekit.presence.question_form import form
from creativekit.presence.question_sheet import asked
from creativekit.project.localized import LANGUAGES
from sample_forms import made as worksheets
from styled_brands import styled
from tools import require

ITEMS = [column_name(item.id) for item in ours().items]
FEATURES = [each.id for each in ours().features]
BUTTONS = {*ITEMS, "profile", *(f"features.{each}" for each in FEATURES)}


def read(data: bytes, instrument: Instrument | None = None) -> Given:
    return answers_file.read(data, "filled.pdf", instrument or ours())


def told(found: Given) -> dict[str, str]:
    return {f"q{item}".replace(".", "_"): str(said.said) for item, said in found.answers.given}


def filled(**values: str) -> bytes:
    return by_value(empty(), {"profile": "studio", **values})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_of_every_question_has_a_place_and_a_label(language: str) -> None:
    data = empty(language)
    found = widgets(data)
    assert {state for name, state in found if name == "profile"} == {
        each.id for each in ours().profiles
    }
    assert {name for name, state in found if state == "yes"} == {f"features.{x}" for x in FEATURES}
    assert {("name", ""), ("date", ""), ("hours", "")} < set(found)
    for item in ITEMS:
        assert {state for name, state in found if name == item} == set(ACCEPTED)
    labels = PdfReader(io.BytesIO(data)).get_fields()
    assert labels is not None
    for item in ours().items:
        label = labels[column_name(item.id)]["/TU"]
        assert label.startswith(f"{item.id} {item.question.get(language)}")
        assert item.help.get(language) in label


def test_pypdf_fills_it() -> None:
    values = {name: ACCEPTED[place % len(ACCEPTED)] for place, name in enumerate(ITEMS)}
    rest = {
        "profile": "site",
        "features.premises": "yes",
        "features.market": "yes",
        "features.site": "yes",
        "features.performer": "yes",
        "name": "Әсем Ғани",
        "date": "05.12.2026",
        "hours": "4,5",
    }
    found = read(by_pypdf(empty("ru"), values | rest, BUTTONS))
    assert told(found) == values
    answers = found.answers
    assert (answers.profile, answers.hours) == ("site", 4.5)
    assert answers.features == ("market", "performer", "premises")
    assert answers.date == datetime.date(2026, 12, 5)
    assert {each.basis for _, each in answers.given} == {"self"}
    assert found.warnings == ()


def test_the_viewer_of_chrome_fills_it(tmp_path: Path) -> None:
    """Clicks and keys in PDFium, which Chrome and Edge show PDF with, then its own save."""
    pdfium = pytest.importorskip("pypdfium2", reason="needs pypdfium2")
    keys, places = pdfium.raw, widgets(empty())
    document = pdfium.PdfDocument(empty())
    document.init_forms()
    pages = [document[number] for number in range(len(document))]
    values = {"profile": "studio", "features.site": "yes", "q1_1": "3", "q1_2": "na", "q8_2": "0"}

    def click(name: str, state: str) -> int:
        number, x, y = places[name, state]
        at = (document.formenv, pages[number], 0, x, y)
        keys.FORM_OnMouseMove(*at)
        keys.FORM_OnLButtonDown(*at)
        keys.FORM_OnLButtonUp(*at)
        return number

    click("q1_1", "1")  # a change of mind
    for name, state in values.items():
        click(name, state)
    number = click("hours", "")
    for letter in "4,5":
        keys.FORM_OnChar(document.formenv, pages[number], ord(letter), 0)
    keys.FORM_ForceToKillFocus(document.formenv)
    target = tmp_path / "typed.pdf"
    document.save(target)
    found = read(target.read_bytes())
    assert told(found) == {"q1_1": "3", "q1_2": "na", "q8_2": "0"}
    answers = found.answers
    assert (answers.profile, answers.features, answers.hours) == ("studio", ("site",), 4.5)


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from([each.id for each in ours().profiles]),
    st.sets(st.sampled_from([each for each in FEATURES if each != "nosite"])),
    st.dictionaries(st.sampled_from(ITEMS), st.sampled_from(ACCEPTED)),
    st.none() | st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)),
    st.none() | st.integers(1, 120).map(lambda half: half / 2),
)
def test_whatever_is_ticked_comes_back(
    profile: str,
    features: set[str],
    said: dict[str, str],
    date: datetime.date | None,
    hours: float | None,
) -> None:
    values = {"profile": profile, **{f"features.{each}": "yes" for each in features}, **said}
    if date is not None:
        values["date"] = date.isoformat()
    if hours is not None:
        values["hours"] = f"{hours:g}"
    wanted = {
        name.removeprefix("q").replace("_", "."): Answer(int(text) if text.isdecimal() else text)
        for name, text in said.items()
    }
    added = features - set(ours().profile(profile).features)
    found = read(by_value(empty(), values)).answers
    assert found == Answers.of(ours().version, profile, added, wanted, hours, date)


def test_a_form_of_one_profile_says_whose_it_is() -> None:
    data = empty("en", "ngo")
    found = read(data).answers
    assert (found.profile, found.given) == ("ngo", ())
    names = {name for name, _ in widgets(data)}
    wanted = {column_name(item.id) for item in asked(ours(), "ngo")}
    assert names == {"name", "date", "hours", "profile", *wanted}


# ---- what is wrong


@pytest.mark.parametrize(
    ("values", "key", "reason", "accepted"),
    [
        ({"profile": ""}, "profile", "does not say which profile", "no-site"),
        ({"profile": "studoi"}, "profile", "'studoi' is not a profile; did you mean", "studio"),
        ({"q1_1": "7"}, "q1_1", "'7' is not an answer", "na"),
        ({"q8_2": "#20"}, "q8_2", "'#20' is not an answer", "dk"),
        ({"hours": "көп"}, "hours", "көп", None),
        ({"hours": "90"}, "hours", "90 is out of range: 0.5 to 60", None),
        ({"date": "05/12/2026"}, "date", "'05/12/2026' is not a date", "05.12.2026"),
        ({"date": "31.02.2026"}, "date", "no such day", None),
        ({"features.site": "On"}, "features.site", "'On' cannot be used here", "yes"),
        (
            {"features.site": "yes", "features.nosite": "yes"},
            "features.nosite",
            "both are ticked",
            None,
        ),
    ],
)
def test_what_is_wrong_in_a_field_is_named(
    values: dict[str, str], key: str, reason: str, accepted: str | None
) -> None:
    with pytest.raises(InputError) as caught:
        read(filled(**values))
    (problem,) = caught.value.problems
    assert (problem.file, problem.key) == ("filled.pdf", key)
    assert reason in str(caught.value)
    assert accepted is None or accepted in problem.accepted


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = {"profile": "", "q1_1": "9", "q1_2": "x" * 5000, "hours": "-1", "date": "?"}
    with pytest.raises(InputError) as caught:
        read(filled(**wrong))
    assert {each.key for each in caught.value.problems} == set(wrong)
    assert all(len(str(each.message)) < 300 for each in caught.value.problems)


def test_an_empty_form_says_that_nobody_filled_it_in() -> None:
    with pytest.raises(InputError, match="does not say which profile"):
        read(empty())


def test_fields_of_others_are_left_out_and_told() -> None:
    data = filled(q1_1="2")
    for name in ("comment", "q9_9", "features.shoe"):
        data = with_field(data, name, "1")
    found = read(data)
    assert told(found) == {"q1_1": "2"}
    assert {each.key for each in found.warnings} == {"comment", "q9_9", "features.shoe"}
    assert {each.severity for each in found.warnings} == {"warning"}


def test_of_another_version_is_taken_what_both_ask() -> None:
    older = dataclasses.replace(
        ours(),
        version="2025.1",
        items=(*ours().items, dataclasses.replace(ours().items[-1], id="8.9")),
    )
    data = form(styled("steppe"), older, "kk", "ngo")
    found = read(by_value(data, {"q1_1": "2", "q8_9": "3"}))
    assert told(found) == {"q1_1": "2"}
    assert found.answers.instrument == "2026.1"
    first, second = found.warnings
    assert "version '2025.1'" in str(first.message)
    assert (second.key, "8.9" in str(second.message)) == ("q8_9", True)


def test_a_level_of_a_question_that_is_not_for_such_a_business_is_told() -> None:
    found = read(filled(q3_2="3", q5_4="na"))
    (warning,) = found.warnings
    assert (warning.key, "3.2" in str(warning.message)) == ("q3_2", True)
    assert read(filled(**{"q3_2": "3", "features.site": "yes"})).warnings == ()


def test_what_is_not_such_a_form_says_so() -> None:
    with pikepdf.open(io.BytesIO(empty())) as pdf:
        locked = saved(pdf, encryption=pikepdf.Encryption(user="user", owner="owner"))
    with pikepdf.open(io.BytesIO(empty())) as pdf:
        del pdf.Root["/CreativekitForm"]
        del pdf.Root.AcroForm.Fields[-1]
        foreign = saved(pdf)
    for data, reason in (
        (locked, "password"),
        (empty()[:2000], "damaged"),
        (b"", "empty"),
        (b"PK\x03\x04", "not a PDF"),
        (foreign, "not made by creativekit"),
        (worksheets(), "creativekit position import"),
        (b"%PDF-" + b"x" * 20_000_000, "too large"),
    ):
        with pytest.raises(InputError) as caught:
            read(data)
        assert reason in str(caught.value)
        assert caught.value.problems[0].file == "filled.pdf"


def test_a_pdf_by_another_name_is_one_and_has_no_rows() -> None:
    assert answers_file.read(filled(q1_1="2"), "answers.toml", ours()).answers.profile == "studio"
    with pytest.raises(InputError, match="no rows"):
        answers_file.row_of(filled(), "filled.pdf", "2")


def test_sound_tagged_and_the_same_bytes_twice(tmp_path: Path) -> None:
    data = form(styled("ornament"), ours(), "kk", "ngo")
    assert data == form(styled("ornament"), ours(), "kk", "ngo")
    file = tmp_path / "form.pdf"
    file.write_bytes(data)
    run = subprocess.run([require("qpdf"), "--check", file], capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    with pikepdf.open(file) as pdf:
        elements = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        kinds = {
            str(elements[int(each.StructParent)].S)
            for page in pdf.pages
            for each in page.obj.get("/Annots", ())
        }
        assert kinds == {"/Form"}
