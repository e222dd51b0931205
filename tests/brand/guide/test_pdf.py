from __future__ import annotations

import io

import pikepdf
import pytest
from pypdf import PdfReader

from creativekit.brand.guide.pages import guide
from creativekit.brand.guide.pdf import pdf
from creativekit.errors import InputError
from styled_brands import LONG, SEEDS, STYLES, styled

FILES = ("brand/logo/saz.svg", "brand/color/saz.css")
MARKUP = "#set page(fill: red) *b* <i> {{ x }} [bold] ../"


def text_of(made: bytes, page: int = 0) -> str:
    return PdfReader(io.BytesIO(made)).pages[page].extract_text()


def count_of(made: bytes) -> int:
    return len(PdfReader(io.BytesIO(made)).pages)


@pytest.mark.parametrize("style", STYLES)
def test_each_style_gives_a_whole_guide(style: str) -> None:
    brand = styled(style)
    made = pdf(brand, "kk", FILES)
    assert count_of(made) == len(guide(brand, "kk", FILES).data["pages"])
    assert "студиясы" in text_of(made).casefold()
    assert "Тілдер" in text_of(made, 3)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_difficult_colour_gives_a_whole_guide(seed: str) -> None:
    assert count_of(pdf(styled("craft", SEEDS[seed]), "ru", FILES)) == 29


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_it_is_tagged_in_its_language_with_bookmarks_and_embedded_fonts(language: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(styled("steppe"), language, FILES))) as made:
        assert str(made.Root.Lang) == language
        assert "/StructTreeRoot" in made.Root
        with made.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"].startswith("Саз студиясы — ")
        with made.open_outline() as outline:
            titles = [item.title for item in outline.root]
            under = [child.title for item in outline.root for child in item.children]
        words = guide(styled("steppe"), language, FILES).words
        for key in ("about", "logo", "color", "type", "use"):
            assert words(f"section.{key}") in titles
        assert any(words("palette.title") in title for title in under)


def test_a_page_fits_a4_at_full_size_so_that_true_sizes_are_true() -> None:
    page = PdfReader(io.BytesIO(pdf(styled("steppe"), "kk", FILES))).pages[0]
    millimetres = [float(side) / 72 * 25.4 for side in page.mediabox[2:]]
    assert millimetres == pytest.approx([288, 162], abs=0.1)
    assert millimetres[0] < 297
    assert millimetres[1] < 210


@pytest.mark.parametrize("style", ["steppe", "bold", "tech"])
def test_text_stays_text(style: str) -> None:
    brand = styled(style, name=MARKUP)
    first = text_of(pdf(brand, "kk", FILES))
    shown = "".join(first.split()).casefold()
    assert "".join(MARKUP.split()).casefold() in shown


@pytest.mark.parametrize("style", STYLES)
def test_a_long_name_is_set_whole(style: str) -> None:
    brand = styled(style, name=LONG, languages=("kk",))
    first = "".join(text_of(pdf(brand, "kk", FILES)).split()).casefold()
    assert "".join(LONG.split()).casefold() in first


def test_a_word_longer_than_any_line_is_broken_and_not_lost() -> None:
    name = "Ә" * 90
    first = text_of(pdf(styled("steppe", name=name, languages=("kk",)), "kk", FILES))
    assert first.count("Ә") >= 90


def test_a_brand_of_the_bare_minimum_has_a_guide() -> None:
    brand = styled("noir", languages=("en",), more="", about="")
    assert count_of(pdf(brand, "en", ())) == 27


def test_bytes_do_not_depend_on_what_was_made_before() -> None:
    brand = styled("editorial")
    alone = pdf(brand, "en", FILES)
    pdf(styled("bold"), "kk", FILES)
    pdf(brand, "kk", FILES)
    assert pdf(brand, "en", FILES) == alone


def test_a_letter_that_no_face_has_is_named() -> None:
    brand = styled("steppe", about='tagline = "Саз \U0001f600"\n')
    with pytest.raises(InputError, match=r"U\+1F600"):
        pdf(brand, "kk", FILES)
