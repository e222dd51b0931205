"""The report's PDF: two tagged pages in every style, state and language."""

from __future__ import annotations

import io
import subprocess

import pytest
from assessments import STATES, full
from pypdf import PdfReader
from test_report_page import hostile

from creativekit.presence.report import data
from creativekit.presence.report_pdf import pdf
from styled_brands import LONG, STYLES, styled
from tools import require


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def unspaced(text: str) -> str:
    """Lines of a page are broken after hyphens too."""
    return "".join(text.split())


@pytest.mark.parametrize("style", STYLES)
def test_two_pages_in_every_style(style: str) -> None:
    reader = read(pdf(styled(style), full(), "kk"))
    assert len(reader.pages) == 2
    assert all(float(page.mediabox.width) == pytest.approx(595.3, abs=0.5) for page in reader.pages)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("state", STATES)
def test_two_pages_in_every_state(state: str, language: str) -> None:
    reader = read(pdf(styled("noir"), STATES[state](), language))
    assert len(reader.pages) == 2
    told, said = data(STATES[state](), language), unspaced(words_of(reader))
    for dimension in told["dimensions"]:
        assert unspaced(dimension["title"]) in said
        assert all(unspaced(each["question"]) in said for each in dimension["items"])
    for reason in told["standing"]["why"]:
        assert unspaced(reason) in said
    for month in told["plan"]["months"]:
        assert all(unspaced(each["done"]) in said for each in month["actions"])


def test_it_is_tagged_and_named() -> None:
    reader = read(pdf(styled("ornament"), full(), "kk"))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "kk"
    assert reader.metadata is not None
    assert reader.metadata.title == "Интернеттегі орныңыз · Саз студиясы"


def test_the_table_of_scores_is_a_table_for_a_screen_reader(tmp_path: object) -> None:
    program = require("pdfinfo")
    made = pdf(styled("tech"), full(), "en")
    shown = subprocess.run(
        [program, "-struct", "-"], input=made, capture_output=True, check=True
    ).stdout.decode()
    assert shown.count("TH") >= 4
    assert shown.count("TD") >= 8 * 2


def test_the_same_bytes_twice() -> None:
    assert pdf(styled("craft"), full(), "ru") == pdf(styled("craft"), full(), "ru")


def test_what_people_write_does_not_stop_it() -> None:
    brand = styled("steppe", name=LONG + " #set page()")
    said = words_of(read(pdf(brand, hostile(), "kk")))
    assert "#set page()" in said
    assert "{{7*7}}" in said
    assert "😀" not in said
