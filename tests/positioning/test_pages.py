"""The pages: what a PDF of the sheets holds, filled and empty, at A4 and A3."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from creativekit.positioning.pages import pack, page_data
from creativekit.positioning.sheets import worksheets
from creativekit.positioning.words import words
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Audience, Positioning
from creativekit.project.vocabulary import pairings
from styled_brands import LONG, STYLES, styled
from tools import require
from worksheet_answers import example_answers


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("style", STYLES)
def test_an_empty_pack_has_a_page_a_sheet_in_every_style(style: str) -> None:
    reader = read(pack(styled(style), None, "kk"))
    assert len(reader.pages) == 10
    said = words_of(reader)
    for sheet in worksheets():
        title = sheet.title.get("kk")
        assert (title.upper() if style == "bold" else title) in said


@pytest.mark.parametrize("pairing", pairings())
def test_an_empty_pack_has_a_page_a_sheet_in_every_pair_of_faces(pairing: str) -> None:
    """A wide face takes a line more for the question, and the boxes under it give it room."""
    brand = styled("editorial", more=f'pairing = "{pairing}"\n')
    for language in ("en", "ru"):
        assert len(read(pack(brand, None, language)).pages) == 10, language


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_filled_pack_holds_every_answer(language: str) -> None:
    said = words_of(read(pack(styled("steppe"), example_answers(), language)))
    answers = example_answers()
    for answer in (answers.audience.who, answers.category.chosen, answers.pitch.action):
        assert answer is not None
        assert answer.get(language) in said
    assert "72\u00a0000" in said or "72 000" in said or "72,000" in said


def test_a3_is_the_same_larger() -> None:
    small, large = (read(pack(styled("craft"), None, "en", paper)) for paper in ("a4", "a3"))
    boxes = [reader.pages[0].mediabox for reader in (small, large)]
    assert float(boxes[0].width) == pytest.approx(595.3, abs=0.5)
    assert float(boxes[1].width) == pytest.approx(841.9, abs=0.5)
    assert len(small.pages) == len(large.pages)


def test_it_is_tagged_named_and_made_of_its_own_fonts_only() -> None:
    reader = read(pack(styled("noir"), None, "ru"))
    assert reader.metadata is not None
    assert reader.metadata.title == "Рабочие листы · Саз студиясы"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "ru"
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/DescendantFonts"][0]["/FontDescriptor"]
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_the_same_bytes_twice() -> None:
    made = [pack(styled("bold"), example_answers(), "kk", only=6) for _ in range(2)]
    assert made[0] == made[1]


def test_a_very_long_answer_goes_on_and_is_not_cut() -> None:
    text = " ".join(f"сөз{index}" for index in range(800))
    long = Positioning(audience=Audience(who=Localized.of(text)))
    reader = read(pack(styled("editorial"), long, "kk", only=1))
    assert len(reader.pages) > 1
    said = words_of(reader)
    assert all(f"сөз{index}" in said for index in range(800))


@pytest.mark.parametrize("text", ["#set page(fill: red)", "[bold]x[/]", "<script>", "$x$ *y* _z_"])
def test_markup_in_an_answer_is_text(text: str) -> None:
    answers = Positioning(audience=Audience(who=Localized.of(text)))
    assert text in words_of(read(pack(styled("tech"), answers, "kk", only=1)))


def test_a_long_name_and_one_sheet() -> None:
    reader = read(pack(styled("ornament", name=LONG), None, "kk", only=5))
    assert len(reader.pages) == 1
    assert LONG in words_of(reader)


def test_an_empty_sheet_gives_its_open_questions_the_room_that_is_left() -> None:
    brand, said = styled("steppe"), words("kk")
    category = worksheets()[3]
    empty = page_data(category, brand, None, said, None)
    wanted = {part.key: part.lines for part in category.parts}  # type: ignore[union-attr]
    lines = [part["lines"] for part in empty["parts"] if not part["numbered"]]
    assert all(made > own for made, own in zip(lines, (wanted["chosen"],) * 3, strict=False))


def test_words_wider_than_their_column_stay_on_the_page_and_out_of_the_next(
    tmp_path: Path,
) -> None:
    """A word of 17 letters ran into the next column; one without an end ran off the page."""
    pdftotext = require("pdftotext")
    rung = {
        "attribute": Localized.of("Домбыра"),
        "proof": Localized.of("режиссеріміздің өзі"),
        "need": Localized.of("қызылордалықтарға"),
        "value": Localized.of("ж" * 200),
    }
    answers = Positioning.model_validate(
        {"audience": {"who": Localized.of("ы" * 300)}, "ladder": {"rungs": [rung]}}
    )
    file = tmp_path / "pack.pdf"
    for style in STYLES:
        file.write_bytes(pack(styled(style), answers, "kk"))
        shown = subprocess.run(
            [pdftotext, "-bbox", file, "-"], check=True, capture_output=True, text=True
        ).stdout
        found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)".*?>([^<]+)<', shown)
        places = {word: (float(left), float(right)) for left, _, right, word in found}
        assert all(right <= 595.3 - 40 for _, right in places.values()), style
        assert places["режиссеріміздің"][1] <= places["қызылордалықтарға"][0] + 0.5, style
