"""The worksheets in Word: every blank a control, and answers back whatever saved them."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import time
import zipfile
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from creativekit.documents.docx_markup import escape
from creativekit.documents.docx_runs import MOST_BOOKMARK, MOST_TAG
from creativekit.errors import InputError
from creativekit.language.formats import whole_sums
from creativekit.positioning.blanks import blanks, written
from creativekit.positioning.docx import document
from creativekit.positioning.docx_controls import SCALE
from creativekit.positioning.docx_names import bookmark, from_bookmark, from_mark, mark
from creativekit.positioning.docx_reading import read
from creativekit.positioning.form import is_blank
from creativekit.positioning.kit import jobs
from creativekit.positioning.sheets import worksheets
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.positioning_section import Audience, Positioning
from styled_brands import LONG, STYLES, styled
from tools import as_pdf, office_profile, require
from worksheet_answers import example_answers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "Әсем Ғани, «Қыран Ңұрлан»: Өмір — Ұлы Үміт! Һәм Іңкәр 12 500 ₸"
HOSTILE = '<w:p/> & "quoted" ]]> {0} %s \\ #[]$ _ck_ 🙂'


@cache
def made(style: str = "steppe", language: str = "kk", filled: bool = False) -> bytes:
    return document(styled(style), example_answers() if filled else None, language)


def body(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def with_body(data: bytes, text: str) -> bytes:
    """The package with another document.xml, packed as Word packs it."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, text if name == "word/document.xml" else old.read(name))
    return target.getvalue()


def typed(text: str, name: str, runs: str) -> str:
    """As Word leaves a control that somebody typed in: other runs, and no word of a prompt."""
    pattern = rf'(<w:tag w:val="{re.escape(name)}"/>.*?)<w:sdtContent>.*?</w:sdtContent>'
    found = re.search(pattern, text)
    assert found is not None, name
    about = found[1].replace("<w:showingPlcHdr/>", "")
    return text.replace(found[0], f"{about}<w:sdtContent>{runs}</w:sdtContent>", 1)


# ---- there and back


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_blank_is_a_control_and_answers_come_back(language: str) -> None:
    answers = example_answers()
    found = read(made("ornament", language, filled=True))
    asked = {each.name: each for each in blanks(worksheets(), answers)}
    wanted = {name: whole_sums(written(answers, each, language)) for name, each in asked.items()}
    # Of a list that is begun, one empty row is enough.
    assert dict(found.values) == {name: wanted[name] for name in found.values}
    left = set(wanted) - set(found.values)
    assert not any(wanted[name] for name in left)
    assert {re.sub(r"[0-9]+", "*", name, count=1) for name in left} <= {
        re.sub(r"[0-9]+", "*", name, count=1) for name in found.values
    }
    assert any(wanted[name] == "" for name in found.values if name.startswith("map.points."))
    assert (found.language, found.version, found.sheets, found.notes) == (
        language, 1, tuple(range(1, 11)), (),
    )  # fmt: skip
    empty = read(made("ornament", language))
    assert set(empty.values.values()) == {""}
    assert set(empty.values) == {each.name for each in blanks(worksheets())}


def test_one_sheet() -> None:
    found = read(document(styled("bold"), example_answers(), "ru", 7))
    assert found.sheets == (7,)
    assert {name.partition(".")[0] for name in found.values} == {"character"}


def test_what_word_leaves_when_one_types() -> None:
    text = body(made())
    split = "<w:r><w:t>Дина</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>ра</w:t></w:r>"
    text = typed(text, "audience.who", f"{split}<w:r><w:br/><w:t>екінші жол</w:t></w:r>")
    text = typed(text, "statement.need", "<w:r><w:t>бір</w:t><w:br/><w:tab/><w:t> екі</w:t></w:r>")
    text = typed(text, "price.fee", "<w:ins><w:r><w:t>10,5</w:t></w:r></w:ins><w:del><w:r>"
                 "<w:delText>9</w:delText></w:r></w:del>")  # fmt: skip
    text = typed(text, "character.sliders.0", f"<w:r><w:t>{next(iter(SCALE))}</w:t></w:r>")
    text = typed(text, "alternatives.others.1.scores.2", "<w:r><w:t>4</w:t></w:r>")
    text = typed(text, "audience.quote", "<w:r><w:t>  </w:t></w:r>")
    text = typed(text, "audience.progress", "<w:r><w:t>Напишите здесь</w:t></w:r>")
    found = read(with_body(made(), text))
    assert {name: value for name, value in found.values.items() if value} == {
        "audience.who": "Динара\nекінші жол",
        "statement.need": "бір екі",
        "price.fee": "10,5",
        "character.sliders.0": "-2",
        "alternatives.others.1.scores.2": "4",
    }
    assert found.notes == ()


def test_sheets_of_more_rows_than_ours_come_back() -> None:
    text = body(made()).replace("price.rivals.0.", "price.rivals.700.")
    text = typed(text, "price.rivals.700.name", "<w:r><w:t>x</w:t></w:r>")
    assert read(with_body(made(), text)).values["price.rivals.700.name"] == "x"


def test_two_answers_strangers_and_far_too_long_ones_are_told() -> None:
    text = body(made())
    one = re.search(r'<w:sdt><w:sdtPr>(?:(?!<w:sdt>).)*"audience.who".*?</w:sdt>', text)
    assert one is not None
    text = text.replace(one[0], one[0] * 3 + one[0].replace("audience.who", "their.own"))
    for answer in ("бірінші", "екінші"):
        text = text.replace(
            one[0], typed(one[0], "audience.who", f"<w:r><w:t>{answer}</w:t></w:r>"), 1
        )
    text = typed(text, "audience.situation", f"<w:r><w:t>{'ж' * 300_000}</w:t></w:r>")
    found = read(with_body(made(), text))
    assert found.values["audience.who"] == "бірінші"
    assert found.values["audience.situation"] == ""
    assert [(each.key, each.severity) for each in found.notes] == [
        ("audience.situation", "warning"), ("audience.who", "warning"), ("their.own", "warning"),
    ]  # fmt: skip


def test_hostile_answers() -> None:
    audience = Audience(
        who=Localized.of({"kk": HOSTILE}),
        situation=Localized.of({"kk": "ж" * 5000}),
        progress=Localized.of({"ru": "тек орысша"}),
        obstacle=Localized.of({"kk": "  бос орын\n\nжәне жол  "}),
    )
    found = read(document(styled("craft", name=LONG), Positioning(audience=audience), "kk"))
    assert found.values["audience.who"] == HOSTILE
    assert found.values["audience.situation"] == "ж" * 5000
    assert found.values["audience.progress"] == ""
    assert found.values["audience.obstacle"] == "бос орын\n\nжәне жол"


def test_a_map_that_no_face_can_write_is_told() -> None:
    answers = example_answers()
    x = answers.map.x
    assert x is not None
    far = answers.map.model_copy(
        update={"x": x.model_copy(update={"low": Localized.of({"kk": "\U00013000"})})}
    )
    with pytest.raises(InputError, match="map"):
        document(styled("tech"), answers.model_copy(update={"map": far}), "kk", 6)


# ---- files that are none


def refused(data: bytes | Path) -> str:
    with pytest.raises(InputError) as raised:
        read(data)
    return str(raised.value.problems[0].message)


def test_other_documents_are_refused() -> None:
    data, text = made(), body(made())
    assert "not made by creativekit" in refused(with_body(data, text.replace("_ck_", "_xx_")))
    newer = text.replace("_ck_creativekit_1_", "_ck_creativekit_2_", 1)
    assert "newer creativekit" in refused(with_body(data, newer))
    two = text.replace("_ck_creativekit_1_kk_3", "_ck_creativekit_1_ru_3")
    assert "several languages" in refused(with_body(data, two))
    other = text.replace("_ck_creativekit_1_kk_", "_ck_creativekit_1_xx_")
    assert "damaged" in refused(with_body(data, other))
    bare = re.sub(r"<w:sdtPr>.*?</w:sdtPr>|</?w:sdt(Content)?>", "", text)
    assert "fields of this document are gone" in refused(with_body(data, bare))
    assert "damaged" in refused(data[: len(data) // 2])


# ---- names


def test_names_go_into_bookmarks_and_back() -> None:
    names = [each.name for each in blanks(worksheets())]
    for name in (*names, mark("kk", 10)):
        assert from_bookmark(bookmark(name)) == name
        assert len(bookmark(name)) <= MOST_BOOKMARK
        assert len(name) <= MOST_TAG
    assert from_mark(mark("kk", 10)) == (1, "kk", 10)
    assert not any(from_mark(name) for name in names)
    assert from_bookmark("_GoBack") is None
    assert not is_blank(mark("kk", 1))


# ---- the document


@pytest.mark.parametrize("style", STYLES)
def test_a_section_a_sheet_with_its_band(style: str) -> None:
    data = made(style, LANGUAGES[STYLES.index(style) % 3], filled=STYLES.index(style) % 2 == 0)
    tree = ElementTree.fromstring(body(data))
    assert len(list(tree.iter(f"{W}sectPr"))) == 10
    levels = [
        each.get(f"{W}val")
        for each in tree.iter(f"{W}pStyle")
        if each.get(f"{W}val", "").startswith("Heading")
    ]
    assert levels.count("Heading1") == 10
    assert levels.count("Heading2") > 30
    outside = [
        each.get(f"{W}val") for child in tree[0] for each in child.iterfind(f"{W}pPr/{W}pStyle")
    ]
    assert "Heading3" not in outside
    for info in zipfile.ZipFile(io.BytesIO(data)).infolist():
        if info.filename.endswith(".png"):
            assert info.file_size <= 300_000, info.filename
    assert len(data) < 2_500_000


def test_each_control_stands_alone_in_its_line() -> None:
    for paragraph in ElementTree.fromstring(body(made())).iter(f"{W}p"):
        names = [each.tag for each in paragraph]
        assert names.count(f"{W}sdt") <= 1
        for one, other in pairwise(names):
            if other == f"{W}sdt":
                assert one == f"{W}bookmarkStart"


def test_the_title_the_language_and_the_placeholders() -> None:
    data = made("noir", "ru")
    core = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert "<dc:title>Рабочие листы · Саз студиясы</dc:title>" in core
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    assert 'w:lang w:val="ru-RU"' in styles
    assert escape("Напишите здесь") in body(data)


def test_the_same_bytes_twice_and_in_another_process() -> None:
    first = document(styled("playful"), example_answers(), "kk", 6)
    assert document(styled("playful"), example_answers(), "kk", 6) == first
    script = (
        "import hashlib, sys; sys.path[:0] = ['tests'];"
        "from styled_brands import styled; from worksheet_answers import example_answers;"
        "from creativekit.positioning.docx import document;"
        "made = document(styled('playful'), example_answers(), 'kk', 6);"
        "print(hashlib.sha256(made).hexdigest())"
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(root / "src")}
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root,
        env=environment,
    )  # fmt: skip
    assert told.stdout.strip() == hashlib.sha256(first).hexdigest()


def test_it_is_quick() -> None:
    made()
    times = []
    for _ in range(3):
        start = time.process_time()
        document(styled("steppe"), None, "kk")
        times.append(time.process_time() - start)
    assert min(times) < 0.5


def test_jobs_are_planned_filled_and_blank() -> None:
    brand = styled("steppe")
    paths = [job.path for job in jobs(brand, example_answers(), formats=("docx",))]
    assert paths == [f"positioning/worksheets-{language}.docx" for language in LANGUAGES]
    blank = [job.path for job in jobs(brand, None, only=3, formats=("docx",))]
    assert blank[0] == "positioning/blank/sheet-03-kk.docx"
    job = jobs(brand, None, only=3, formats=("docx",))[0]
    assert read(job.render().data).sheets == (3,)


# ---- another program


def test_libreoffice_shows_it_page_by_page(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(made("editorial", "kk", filled=True))
    pages = [
        " ".join(page.extract_text().split())
        for page in PdfReader(as_pdf(tmp_path / "a.docx")).pages
    ]
    starts = [
        next(index for index, page in enumerate(pages) if sheet.title.get("kk") in page)
        for sheet in worksheets()
    ]
    assert starts == sorted(set(starts))
    assert "Саз студиясы" in pages[0]
    assert len(pages) <= 20


def test_libreoffice_saves_it_and_answers_come_back(tmp_path: Path) -> None:
    answers = example_answers()
    lines = answers.audience.model_copy(update={"who": Localized.of({"kk": "бір\nекі\nүш"})})
    answers = answers.model_copy(update={"audience": lines})
    (tmp_path / "a.docx").write_bytes(document(styled("craft"), answers, "kk"))
    as_pdf(tmp_path / "a.docx")
    out = tmp_path / "saved"
    command = [
        require("soffice"),
        office_profile(),
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
    ]
    subprocess.run([*command, out, tmp_path / "a.docx"], check=True, capture_output=True)
    found = read(out / "a.docx")
    asked = blanks(worksheets(), answers)
    wanted = {each.name: whole_sums(written(answers, each, "kk")) for each in asked}
    assert dict(found.values) == {name: wanted[name] for name in found.values}
    assert not any(value for name, value in wanted.items() if name not in found.values)
    assert (found.language, found.sheets, found.notes) == ("kk", tuple(range(1, 11)), ())
