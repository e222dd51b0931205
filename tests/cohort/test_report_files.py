"""The report as a page, a PDF and a Word document: one content, and what each format asks for."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pytest
from cohorts import TOML, asked, cohort
from test_published import added_up

from creativekit.canvas.text.hyphenation import SOFT_HYPHEN
from creativekit.cli.cohort_report import FORMATS as offered
from creativekit.cohort.config import Cohort, organiser_project
from creativekit.cohort.published import published
from creativekit.cohort.report_jobs import FORMATS, docx_file, html_file, jobs, pdf_file
from creativekit.cohort.report_paper import parts
from creativekit.cohort.report_view import view
from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.presence.page_frame import page_band
from tools import require

LANGUAGES = ("kk", "ru", "en")
LONG = "Шығармашылықиндустриялардыдамытуғажауаптықоғамдастықтардыңбірлестігі"
HOSTILE = (
    TOML
    + f"""
[[group]]
id = "youth"
title = {{ kk = "<b>{LONG}</b>", ru = "#set page()", en = "&amp; \\"x\\" <w:p/>" }}
invited = 40
present = 35
[[group]]
id = "entrepreneurs"
title = {{ kk = "Кәсіпкерлер", ru = "Предприниматели", en = "Entrepreneurs" }}
invited = 30
"""
)


@cache
def brand(style: str = "steppe") -> Identity:
    text = TOML.replace('color = "#0a7e8c"', f'color = "#0a7e8c"\nstyle = "{style}"')
    return identity(organiser_project(cohort(text=text)))


@cache
def made(people: int, text: str = TOML) -> tuple[dict[str, Any], dict[str, Any]]:
    """A report, and the titles of its ids."""
    of: Cohort = cohort(text=text)
    with TemporaryDirectory() as folder:
        found = added_up(Path(folder), people)
    dimensions = asked().dimensions
    report = published(of, found, [each.id for each in dimensions], version=asked().version)
    lists = {
        "group": of.words.groups, "sector": of.words.sectors, "settlement": of.words.settlements,
        "needs": of.words.needs, "barriers": of.words.barriers, "votes": of.words.proposals,
        "awareness": of.words.initiatives, "presence": dimensions,
    }  # fmt: skip
    titles = {
        kind: {each.id: dict(each.title.texts) for each in words} for kind, words in lists.items()
    }
    return {**report, "sources": {}}, titles


def docx_words(data: bytes) -> str:
    text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    return re.sub("<[^>]+>", " ", re.sub("</w:t>", "", text)).replace(SOFT_HYPHEN, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_and_the_word_file_say_every_figure(language: str) -> None:
    report, titles = made(70)
    told = view(report, titles, language)
    page = html_file(brand(), report, titles, language, "").decode().replace(SOFT_HYPHEN, "")
    words = " ".join(re.sub("<[^>]+>", " ", page).split())
    document = " ".join(docx_words(docx_file(brand(), report, titles, language, "")).split())
    tables = [table for chapter in told["chapters"] for table in chapter["tables"]]
    silent = [each["gone"] for each in told["chapters"] if each["gone"]]
    assert silent
    for text in silent:
        assert text in words
        assert text in document
    named = sum(len(each.split("; ")) for each in silent)
    assert {each["id"].replace(".", "-") for each in report["tables"]} > {
        each["id"] for each in tables
    }
    assert len(report["tables"]) == len(tables) + named
    assert all(each["rows"] for each in tables)
    for table in tables:
        for text in (table["title"], f"n = {report['forms']}"):
            assert text in words.replace("&#34;", '"')
            assert text in document
        for row in table["rows"]:
            for cell in row["cells"]:
                figure = " ".join(f"{cell['text']} {cell['part']}".split())
                assert figure in words
                assert figure in document


@pytest.mark.parametrize(
    ("language", "percent", "answered", "column"),
    [("kk", "\u00a0%", "жауап бергендердің үлесі,\u00a0%",
      "әр бағандағы адамдар ішіндегі үлес,\u00a0%"),
     ("ru", "\u00a0%", "%\u00a0от всех ответивших", "%\u00a0от числа людей в столбце"),
     ("en", "%", "%\u00a0of all who answered", "%\u00a0of the people in each column")],
)  # fmt: skip
def test_per_cents_say_what_they_are_parts_of(
    language: str, percent: str, answered: str, column: str
) -> None:
    # Beside how many of a group were invited, a bare per cent reads as how many of them answered.
    report, titles = made(70, HOSTILE)
    told = view(report, titles, language)
    tables = {table["id"]: table for each in told["chapters"] for table in each["tables"]}
    (group,) = (each for each in tables["people-group"]["columns"] if each["n"])
    assert group["n"] == answered
    assert answered in tables["awareness"]["question"].replace("Ж", "ж")
    assert column in tables["needs"]["question"].replace("Ә", "ә")
    # The same question is asked for three answers: all of them here, the first of them there.
    assert tables["needs"]["question"].split(".")[0] != tables["needs-first"]["question"]
    for table in tables.values():
        shares = [cell["part"] for row in table["rows"] for cell in row["cells"] if cell["part"]]
        assert all(re.fullmatch(rf"\d+{percent}", each) for each in shares)
        said = f"{table['question']} {[each['n'] for each in table['columns']]}"
        assert bool(shares) is ("%" in said), table["id"]
    data = html_file(brand(), report, titles, language, "").decode()
    groups = data[data.index('id="t-people-group"') : data.index('id="t-people-sector"')]
    # In the head, and where a telephone has no head.
    assert groups.count(answered) == 2


def test_in_need_and_unaware_is_of_two_questions_and_by_the_part_that_is_drawn() -> None:
    report, titles = made(70)
    gap = next(each for each in report["tables"] if each["id"] == "gap")
    rows = [
        {"id": row["id"], "cells": [both], "n": n}
        for row, (both, n) in zip(gap["rows"], ((20, 40), (9, 12)), strict=False)
    ]
    told = view({**report, "tables": [{**gap, "rows": rows}]}, titles, "en")
    (table,) = (table for each in told["chapters"] for table in each["tables"])
    assert table["question"].startswith("Two questions: “What do you need most?” and “")
    assert "of each support programme?”" in table["question"]
    assert table["columns"][0]["n"] == "%\u00a0of those who named this need"
    shown = [row["cells"][0] / row["n"] for row in gap["rows"] if row["n"]]
    assert shown == sorted(shown, reverse=True)


@pytest.mark.parametrize("word", ["Квазигосударственные", "Предприниматели", "Квазимемлекеттік"])
def test_a_long_name_is_not_parted_into_a_few_letters(word: str) -> None:
    report, titles = made(70, HOSTILE)
    named = {**titles, "group": {"youth": dict.fromkeys(LANGUAGES, word)}}
    table = next(each for each in report["tables"] if each["id"] == "people.group")
    (made_of,) = view({**report, "tables": [table]}, named, "ru")["chapters"][0]["tables"]
    pieces = next(
        row["title"] for row in made_of["rows"] if row["title"].replace(SOFT_HYPHEN, "") == word
    ).split(SOFT_HYPHEN)
    assert len(pieces) > 1
    assert min(len(pieces[0]), len(pieces[-1])) >= 5


def test_what_is_hidden_in_a_line_is_counted_where_it_is_much() -> None:
    report, titles = made(30)
    needs = next(each for each in report["tables"] if each["id"] == "needs")
    groups = next(each for each in report["tables"] if each["id"] == "people.group")
    assert len(needs["columns"]) > 3
    for hidden, said in ((1, "hidden: "), (3, "3 more hidden")):
        cells = [9] * (len(needs["columns"]) - hidden) + [None] * hidden
        rows = [{"id": needs["rows"][0]["id"], "cells": cells}]
        told = view({**report, "tables": [groups, {**needs, "rows": rows}]}, titles, "en")
        (_, table) = (table for each in told["chapters"] for table in each["tables"])
        assert table["rows"][0]["unsaid"].startswith(said)


def test_a_view_says_what_is_hidden_and_never_a_hidden_figure() -> None:
    report, titles = made(30)
    told = view(report, titles, "en")
    by_id = {each["id"].replace(".", "-"): each for each in report["tables"]}
    for chapter in told["chapters"]:
        for table in chapter["tables"]:
            true = by_id[table["id"]]
            hidden = sum(each is None for row in true["rows"] for each in row["cells"])
            said = sum(each["hidden"] for row in table["rows"] for each in row["cells"])
            assert said or table["notes"] or not hidden
            assert "n\u00a0=\u00a0" in table["question"]


def test_what_has_to_be_told_of_the_figures_is_told() -> None:
    report, titles = made(70, HOSTILE)
    told = view(report, titles, "en")
    # 70 people answered, as many as were invited in all; of two groups, more than were invited.
    rows = next(each for each in report["tables"] if each["id"] == "people.group")["rows"]
    more = any((row["cells"][0] or 0) > (row.get("invited") or 999) for row in rows)
    said = "More people answered than were invited"
    assert any(each.startswith(said) for each in told["notes"]) is more
    fewer = {**report, "invited": 10}
    assert any(each.startswith(said) for each in view(fewer, titles, "en")["notes"])
    by_id = {table["id"]: table for each in told["chapters"] for table in each["tables"]}
    ranges = [
        cell["text"] for row in by_id["presence"]["rows"] for cell in row["cells"]
        if "–" in cell["text"]
    ]  # fmt: skip
    assert ranges
    (note,) = (each for each in by_id["presence"]["notes"] if "have no score" in each)
    assert f"such as {ranges[0]} at" in note
    assert "fewer than 5 people" in note
    assert not any("range" in each for each in by_id["needs"]["notes"])


def test_whose_group_is_unknown_is_no_group_that_was_not_said() -> None:
    report, titles = made(70)
    tables = [
        {**table, "rows": [{**table["rows"][0], "id": ""}], "together": []}
        for table in report["tables"]
        if table["id"] in ("people.group", "presence.group")
    ]
    told = view({**report, "tables": tables}, titles, "en")
    rows = {
        table["id"]: table["rows"][-1]["title"].replace(SOFT_HYPHEN, "")
        for each in told["chapters"] for table in each["tables"]
    }  # fmt: skip
    assert rows["presence-group"] == "Group unknown: no needs form, or no group in it"
    assert rows["people-group"] == "Not said"


@pytest.mark.parametrize(
    ("language", "day"),
    [("kk", "2026\u00a0ж.\u00a01\u00a0қаңтар"), ("ru", "1\u00a0января\u00a02026\u00a0г."),
     ("en", "1\u00a0January\u00a02026")],
)  # fmt: skip
def test_days_are_written_as_the_language_does_and_in_one_line(language: str, day: str) -> None:
    report, titles = made(70)
    awareness = next(each for each in report["tables"] if each["id"] == "awareness")
    text = dict.fromkeys(("kk", "ru", "en"), "kz")
    sources = {each["id"]: {"text": text, "date": "2026-01-01"} for each in awareness["rows"]}
    told = view({**report, "sources": sources}, titles, language)
    notes = [
        note for each in told["chapters"] for table in each["tables"]
        if table["id"] == "awareness" for row in table["rows"] for note in row["notes"]
    ]  # fmt: skip
    assert any(note.endswith(f"kz, {day}") for note in notes)
    assert " " not in told["place"].rpartition(", ")[2]


def test_the_pdf_is_tagged_named_and_numbered() -> None:
    report, titles = made(70)
    data = pdf_file(brand(), report, titles, "kk", "")
    found = pikepdf.open(io.BytesIO(data))
    with found.open_metadata() as about:
        assert about["dc:title"].startswith("Кездесу есебі · ")
        assert about["pdfuaid:part"] == "1"
    assert str(found.Root.Lang) == "kk"
    assert found.Root.MarkInfo.Marked
    assert {tuple(round(float(each)) for each in page.mediabox) for page in found.pages} == {
        (0, 0, 595, 842)
    }
    with found.open_outline() as outline:
        (title,) = outline.root
        chapters = {each.title: [one.title for one in each.children] for each in title.children}
    told = view(report, titles, "kk")
    assert chapters == {
        chapter["title"]: [
            *(table["title"] for table in chapter["tables"]),
            *([chapter["own"]["title"]] if chapter["own"] else []),
        ]
        for chapter in told["chapters"]
    }


@pytest.mark.parametrize("proposals", [4, 20, 22, 37])
def test_no_page_is_left_with_a_line_or_two(tmp_path: Path, proposals: int) -> None:
    report, titles = made(70)
    own = [{"text": f"Proposal {n}", "written": None, "hands": 0} for n in range(proposals)]
    file = tmp_path / "r.pdf"
    file.write_bytes(pdf_file(brand(), {**report, "proposals": own}, titles, "ru", ""))
    said = subprocess.run(
        [require("pdftotext"), "-layout", file, "-"], capture_output=True, check=True, text=True
    ).stdout.split("\f")[:-1]
    # The last line of each is its foot.
    lines = [[line for line in page.splitlines() if line.strip()][:-1] for page in said]
    assert min(map(len, lines[:-1])) > 15
    assert len(lines[-1]) >= min(5, proposals)
    assert "\f".join(said).count("Proposal ") == proposals
    began = next(at for at, page in enumerate(said) if "Proposal " in page)
    again = [page.count("Своими словами (продолжение)") for page in said]
    assert again == [int(at > began and "Proposal " in page) for at, page in enumerate(said)]


def test_a_parted_table_says_what_it_goes_on_of_and_words_are_found(tmp_path: Path) -> None:
    report, titles = made(70)
    needs = next(each for each in report["tables"] if each["id"] == "needs")
    rows = [row for row in needs["rows"] for _ in range(6)]
    long = {"kk": "Квазимемлекеттік ұйымдар", "ru": "Квазигосударственные организации"}
    titles = {**titles, "group": dict.fromkeys(titles["group"], long)}
    file = tmp_path / "r.pdf"
    tables = [{**each, "rows": rows} if each is needs else each for each in report["tables"]]
    file.write_bytes(pdf_file(brand(), {**report, "tables": tables}, titles, "ru", ""))
    said = subprocess.run(
        [require("pdftotext"), "-raw", file, "-"], capture_output=True, check=True, text=True
    ).stdout
    assert "Что нужно (продолжение)" in said
    assert "Квазигосударственные организации" in said
    assert "\u200b" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_stands_above_the_rule_with_its_descenders(tmp_path: Path, language: str) -> None:
    report, titles = made(4)
    file = tmp_path / "r.pdf"
    file.write_bytes(pdf_file(brand("editorial"), report, titles, language, ""))
    said = subprocess.run(
        [require("pdftotext"), "-bbox", "-l", "1", file, "-"],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    title = view(report, titles, language)["title"]
    room = page_band(brand("editorial"), title, language).room
    assert room["side"] == "bottom"
    words = re.findall(r'yMax="([\d.]+)">([^<]*)<', said)[: len(title.split())]
    assert [word for _, word in words] == title.split()
    assert max(float(y) for y, _ in words) <= (room["y"] + room["height"]) * 72 / 25.4 + 0.5


def test_on_a_narrow_page_each_figure_has_its_columns_name() -> None:
    report, titles = made(70)
    page = html_file(brand(), report, titles, "ru", "").decode()
    crossed = page[page.index('<h3 id="t-needs">') : page.index('<h3 id="t-needs-first">')]
    assert 'data-head=""' not in re.sub(r'<td class="hidden" data-head="">', "", crossed)
    assert crossed.count('class="asked wholes"') == 1
    assert "n\u00a0=\u00a0" in crossed
    # A word that may be parted goes to the next line before it is.
    for part in re.sub(r'<span class="word">[^<]*</span>|="[^"]*"', "", page).split("<th "):
        head = part.partition("</th>")[0].partition("<span")[0]
        assert SOFT_HYPHEN not in head


def test_the_word_file_has_headings_heads_of_tables_and_words_for_pictures() -> None:
    report, titles = made(70)
    data = docx_file(brand(), report, titles, "en", "")
    archive = zipfile.ZipFile(io.BytesIO(data))
    text = archive.read("word/document.xml").decode()
    told = view(report, titles, "en")
    styles = re.findall(r'<w:pStyle w:val="(\w+)"', text)
    assert styles.count("Title") == 1
    assert styles.count("Heading1") == len(told["chapters"])
    tables = [table for chapter in told["chapters"] for table in chapter["tables"]]
    assert styles.count("Heading2") == len(tables) + 1
    assert archive.read("word/styles.xml").decode().count("<w:pBdr><w:top ") == 1
    with_rows = sum(len(parts(each)) for each in tables if each["rows"])
    assert text.count("<w:tblHeader/>") == with_rows
    about = re.findall(r'<wp:docPr id="\d+" name="[^"]*" descr="([^"]*)"', text)
    assert about[0] == ""
    assert all(about[1:])
    assert len(about) > 20
    assert "Report of the meeting" in archive.read("docProps/core.xml").decode()
    feet = [name for name in archive.namelist() if name.startswith("word/footer")]
    assert feet
    for name in feet:
        foot = archive.read(name).decode()
        assert " PAGE " in foot
        assert " NUMPAGES " in foot


def test_of_a_word_table_three_lines_stand_on_either_side_of_a_pages_end() -> None:
    report, titles = made(70)
    data = docx_file(brand(), report, titles, "en", "")
    text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    longer = 0
    for table in re.findall(r"<w:tbl>.*?</w:tbl>", text):
        if "<w:tblHeader/>" not in table:
            continue
        rows = re.findall(r"<w:tr[ >].*?</w:tr>", table)[1:]
        kept = ["<w:keepNext/>" in row for row in rows]
        assert not kept[-1]
        if len(rows) > 5:
            longer += 1
            assert kept[:3] == [True, True, False]
            assert kept[-3:] == [True, True, False]
        else:
            assert all(kept[:-1])
    assert longer


def test_a_column_of_stars_is_known_as_one() -> None:
    report, titles = made(70)
    columns = 0
    for chapter in view(report, titles, "en")["chapters"]:
        for table in chapter["tables"]:
            for at, column in enumerate(table["columns"]):
                all_hidden = all(row["cells"][at]["hidden"] for row in table["rows"])
                assert column["is_hidden"] == all_hidden
                columns += 1
    assert columns > 10


def test_the_order_of_proposals_is_said_where_there_is_one() -> None:
    report, titles = made(70)
    one = {"text": "A hall", "written": None, "hands": None}
    for count, said in (
        (1, ""),
        (2, "Order: by show of hands, then by how often each was written."),
    ):
        told = view({**report, "proposals": [one] * count}, titles, "en")
        assert told["chapters"][-1]["own"]["order"] == said


@pytest.mark.parametrize("make", [html_file, pdf_file, docx_file])
def test_the_same_report_is_the_same_bytes(make: Any) -> None:
    report, titles = made(30)
    assert make(brand(), report, titles, "ru", "") == make(brand(), report, titles, "ru", "")


@pytest.mark.parametrize("make", [html_file, pdf_file, docx_file])
@pytest.mark.parametrize("people", [4, 70])
def test_hostile_names_are_names(make: Any, people: int) -> None:
    report, titles = made(people, HOSTILE)
    report = {**report, "proposals": [{"text": "😀 " + "ә" * 5000, "written": None, "hands": 7}]}
    data = make(brand("bold"), report, titles, "kk", "")
    if make is docx_file:
        text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
        assert "&lt;b&gt;" in text or people == 4
        assert "<b>" not in text
    if make is html_file:
        assert "<b>Шығарм" not in data.decode()


def test_heads_counts_stand_beside_the_answers() -> None:
    report, titles = made(70, HOSTILE)
    told = view(report, titles, "en")
    assert [each["title"] for each in told["counts"]] == [
        "Invited", "Filled in the needs form", "Took the self-assessment"
    ]  # fmt: skip
    group = told["chapters"][0]["tables"][0]
    assert [each["title"] for each in group["columns"]] == ["Invited", "Came", "Answered"]
    rows = {
        row["title"].replace(SOFT_HYPHEN, ""): [cell["text"] for cell in row["cells"][:2]]
        for row in group["rows"]
    }
    assert rows["Entrepreneurs"] == ["30", ""]


def test_a_table_that_is_too_wide_for_paper_goes_on_below() -> None:
    columns = [{"id": id, "title": id, "n": ""} for id in ("all", *"abcdefg")]
    table = {
        "kind": "grid", "columns": columns, "notes": ["x"], "top": [],
        "rows": [{"cells": list(range(8))}],
    }  # fmt: skip
    made = parts(table, 6)
    assert [[each["id"] for each in part["columns"]] for part in made] == [
        ["all", *"abcde"], ["all", *"fg"],
    ]  # fmt: skip
    assert [part["rows"][0]["cells"] for part in made] == [[0, 1, 2, 3, 4, 5], [0, 6, 7]]
    assert [part["notes"] for part in made] == [[], ["x"]]


def test_what_is_planned_is_what_was_asked_for() -> None:
    report, titles = made(30)
    planned = [each.path for each in jobs(brand(), report, titles, ("kk", "en"), ("pdf", "docx"))]
    assert planned == [
        "report/report.json",
        "report/report-kk.pdf", "report/report-en.pdf",
        "report/report-kk.docx", "report/report-en.docx",
    ]  # fmt: skip


def test_the_command_offers_what_is_made() -> None:
    assert offered == FORMATS
