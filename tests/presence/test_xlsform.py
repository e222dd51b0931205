"""The form: pyxform makes an XForm of it without a word, it asks whom the instrument asks, and what
it collects is read back."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import re
import warnings
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from instruments import FEATURES, PROFILES, small, thirty

from creativekit.jobs import digest
from creativekit.presence import answers_file
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.instrument import Instrument
from creativekit.presence.xlsform import form_job, form_words, xlsform
from creativekit.tables import workbook

XFORMS = "{http://www.w3.org/2002/xforms}"


@cache
def made() -> bytes:
    return xlsform(thirty(), form_words())


def sheets(data: bytes) -> dict[str, list[dict[str, Any]]]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {}
    for sheet in book:
        head, *rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
        found[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


@cache
def survey() -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in sheets(made())["survey"] if row["name"]}


def converted(data: bytes, folder: Path) -> ElementTree.Element:
    from pyxform.xls2xform import convert

    (folder / "form.xlsx").write_bytes(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        result = convert(xlsform=folder / "form.xlsx", validate=False)
    assert result.warnings == []
    return ElementTree.fromstring(result.xform)


@pytest.mark.parametrize("instrument", [small(), thirty()], ids=["small", "thirty"])
def test_pyxform_makes_an_xform_of_it(instrument: Instrument, tmp_path: Path) -> None:
    form = converted(xlsform(instrument, form_words()), tmp_path)
    bound = {each.get("nodeset"): each for each in form.iter(f"{XFORMS}bind")}
    (root,) = {str(path).split("/")[1] for path in bound}
    for item in instrument.items:
        node = bound[f"/{root}/{item.dimension}/q{item.id.replace('.', '_')}"]
        assert node.get("required") == "true()"
        assert (node.get("relevant") is None) == (item.applies == ("all",))
    languages = {each.get("lang") for each in form.iter(f"{XFORMS}translation")}
    assert languages == {"Қазақша (kk)", "Русский (ru)", "English (en)"}
    # Every text is there in every language: pyxform writes "-" where one is missing.
    values = [each.text for each in form.iter(f"{XFORMS}value")]
    assert "-" not in values


def test_names_are_those_that_come_back() -> None:
    rows = sheets(made())
    assert survey()["q1_1"]["type"] == "select_one levels_1_1"
    choices = [row["name"] for row in rows["choices"] if row["list_name"] == "levels_1_1"]
    assert choices == ["0", "1", "2", "3", "4", "na", "dk"]
    assert [row["name"] for row in rows["choices"] if row["list_name"] == "profile"] == [*PROFILES]
    assert rows["settings"][0]["form_id"] == "presence_2026_1"
    assert survey()["q1_1"]["label::Қазақша (kk)"] == "question 1.1 қазақша"
    assert survey()["q1_1"]["hint::Русский (ru)"] == "help 1.1 по-русски"


def evaluated(expression: str, values: dict[str, Any]) -> Any:
    """An XPath of the form, of the few words that forms of ours use."""
    text = re.sub(r"\$\{(\w+)\}", lambda found: f"v[{found[1]!r}]", expression)
    text = re.sub(r"(?<![<>=!])=(?!=)", "==", text)
    text = re.sub(r"\bif\(", "choose(", text)
    text = text.replace("selected(., ", "selected(v['.'], ")
    known = {
        "v": values,
        "choose": lambda condition, yes, no: yes if condition else no,
        "selected": lambda several, one: one in several,
    }
    return eval(text, {"__builtins__": {}}, known)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_form_asks_whom_the_instrument_asks(profile: str) -> None:
    for size in range(len(FEATURES) + 1):
        for features in itertools.combinations(FEATURES, size):
            values: dict[str, Any] = {"profile": profile, "features": features, ".": features}
            allowed = evaluated(survey()["features"]["constraint"], values)
            assert allowed is not ({"site", "nosite"} <= set(features))
            if not allowed:
                continue
            for name, row in survey().items():
                if row["type"] == "calculate":
                    values[name] = evaluated(row["calculation"], values)
            asked = {
                item.id
                for item in thirty().items
                if not (when := survey()[f"q{item.id.replace('.', '_')}"]["relevant"])
                or evaluated(when, values)
            }
            assert asked == {item.id for item in thirty().asked(profile, features)}, features


RUN = Answers.of(
    "2026.1",
    "studio",
    ["site", "premises"],
    {
        item.id: Answer(("na", "dk", 0, 1, 2, 3, 4)[place % 7])  # type: ignore[arg-type]
        for place, item in enumerate(thirty().asked("studio", ["site"]))
    },
    4.5,
    datetime.date(2026, 11, 26),
)


def export(answers: Answers, joint: str, delimiter: str = ",", labels: bool = False) -> bytes:
    """What a form's server writes for one person: every question, with its group before it."""
    row: dict[str, str] = {"start": "2026-11-26T10:00:00.000+05:00", "date": "2026-11-26"}
    row["profile"] = answers.profile
    row["features"] = " ".join(answers.features)
    for name in FEATURES if joint == "/" else ():
        row[f"features/{name}"] = str(int(name in answers.features))
    for name, each in survey().items():
        if each["type"] == "calculate":
            row[name] = "1"
    for item in thirty().items:
        name = f"{item.dimension}{joint}q{item.id.replace('.', '_')}"
        given = answers.by_id.get(item.id)
        row[name] = "" if given is None else str(given.said)
        if labels and given is not None and given.level is not None:
            row[name] = item.levels[given.level].get("ru")
    row |= {"hours": str(answers.hours), "_id": "1", "_uuid": "ab-cd", "_tags": "", "KEY": "x"}
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(row), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(row)
    return out.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize(
    ("joint", "delimiter", "labels"),
    [("/", ";", False), ("-", ",", False), ("/", ",", True), (":", "\t", False)],
    ids=["Kobo", "ODK Central", "Kobo with labels", "others"],
)
def test_what_the_form_collects_is_read_back(joint: str, delimiter: str, labels: bool) -> None:
    data = export(RUN, joint, delimiter, labels)
    given = answers_file.read(data, "export.csv", thirty())
    assert given.answers == RUN
    assert any("_uuid" in str(note) for note in given.notes)


def test_the_form_is_a_job_with_the_same_bytes() -> None:
    job = form_job(thirty(), form_words())
    assert job.render().data == made()
    assert job.key == form_job(thirty(), form_words()).key
    assert digest(thirty()) != digest(small())
    assert workbook.read(made(), "form.xlsx", "xlsx").sheet == "survey"


def test_a_text_that_looks_like_an_answer_of_another_question_is_a_text(tmp_path: Path) -> None:
    from instruments import small_files

    from creativekit.presence.instrument_file import read

    first, second = small_files()
    hard = second[1].replace(b'"question 1.1"', '"${profile} <b>&amp; «Сұрақ» ${"'.encode())
    instrument = read((first, (second[0], hard)))
    converted(xlsform(instrument, form_words()), tmp_path)
