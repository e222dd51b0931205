"""The price list as a PDF: what it says, how long it gets, and what a screen reader finds."""

from __future__ import annotations

import datetime
import io
import pickle
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from creativekit.brand.stationery import texts
from creativekit.brand.stationery.price_list import jobs, price_text
from creativekit.errors import InputError
from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.identity.stationery import PriceGroup, PriceItem, PriceList, Stationery
from creativekit.project.loading import parse
from creativekit.project.localized import Localized
from example_brands import NAMES, example
from styled_brands import STYLES, styled

HEAD = '[project]\nname = "Саз"\n[brand]\ncolor = "#0a7e8c"\n'
L = Localized.of


def listed(made: Identity, *groups: PriceGroup, **more: object) -> Identity:
    prices = replace(PriceList(groups), **more)  # type: ignore[arg-type]
    return replace(made, stationery=Stationery(price_list=prices))


def of(count: int, group: str | None = None, description: str = "") -> PriceGroup:
    about = L(description) if description else None
    items = (
        PriceItem(L(f"Қызмет {number}"), 1000 * number, description=about)
        for number in range(1, count + 1)
    )
    return PriceGroup(L(group) if group else None, tuple(items))


def read(made: Identity, index: int = 0) -> PdfReader:
    return PdfReader(io.BytesIO(jobs(made)[index].render().data))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@cache
def example_reader(name: str, index: int) -> PdfReader:
    return read(example(name), index)


def test_no_section_no_file() -> None:
    assert jobs(styled("steppe")) == ()


def test_a_file_in_each_language() -> None:
    assert [job.path for job in jobs(example("saz-studio"))] == [
        "brand/stationery/price-list-kk.pdf",
        "brand/stationery/price-list-ru.pdf",
        "brand/stationery/price-list-en.pdf",
    ]


@pytest.mark.parametrize(
    ("price", "is_from", "language", "said"),
    [
        (12500, False, "kk", "12\u00a0500\u00a0₸"),
        (12500, True, "kk", "12\u00a0500\u00a0₸-ден"),
        (12500, True, "ru", "от\u00a012\u00a0500\u00a0₸"),
        (12500, True, "en", "from\u00a012,500\u00a0₸"),
        (0, False, "ru", "0\u00a0₸"),
        (10**12, False, "en", "1,000,000,000,000\u00a0₸"),
        (L({"kk": "келісім бойынша", "ru": "по договорённости"}), False, "ru", "по договорённости"),
    ],
)
def test_prices(price: int | Localized, is_from: bool, language: str, said: str) -> None:
    item = PriceItem(L("а"), price, is_from)
    assert price_text(item, texts.texts("price-list", None), language) == said


@pytest.mark.parametrize("name", NAMES)
def test_examples_say_their_prices_on_one_page(name: str) -> None:
    prices = example(name).stationery.price_list
    assert prices is not None
    for index, language in enumerate(("kk", "ru", "en")):
        reader = example_reader(name, index)
        assert len(reader.pages) == 1
        text = text_of(reader)
        for group in prices.groups:
            assert group.title is not None
            # "bold" sets headings in capitals.
            assert group.title.get(language).casefold() in text.casefold()
            for item in group.items:
                assert item.name.get(language).split()[0] in text
        assert "₸" in text


def test_the_day_is_written_as_the_language_does() -> None:
    made = listed(styled("steppe"), of(2), valid_from=datetime.date(2026, 12, 1))
    said = [text_of(read(made, index)) for index in range(3)]
    assert "Күшіне ену күні: 2026 ж. 1 желтоқсан" in said[0]
    assert "Действует с 1 декабря 2026 г." in said[1]
    assert "Valid from 1 December 2026" in said[2]


def test_a_long_list_goes_on_under_a_repeated_head() -> None:
    made = listed(styled("bold"), *(of(20, f"Топ {n}", "Не кіреді") for n in range(1, 5)))
    reader = read(made)
    assert len(reader.pages) >= 4
    for page in reader.pages:
        text = page.extract_text()
        assert "Атауы" in text
        assert "Бағасы" in text
        assert "+7 700 000 00 00" in text
    last = reader.pages[-1].extract_text()
    assert "Бағалар · Топ 4" in last
    assert f"{len(reader.pages)} / {len(reader.pages)}" in last
    assert all(f"Қызмет {number}" in text_of(reader) for number in range(1, 21))


def test_five_hundred_items() -> None:
    made = listed(styled("noir"), of(500))
    assert "Қызмет 500" in text_of(read(made))


def test_bookmarks_name_each_group_once() -> None:
    made = listed(styled("steppe"), *(of(30, f"Топ {n}") for n in range(1, 4)))
    outline = read(made).outline
    assert outline[0].title == "Бағалар"
    assert [each.title for each in outline[1]] == ["Топ 1", "Топ 2", "Топ 3"]


def test_it_is_tagged_titled_and_its_fonts_are_inside() -> None:
    data = jobs(listed(styled("steppe"), of(3, "Топ")))[0].render().data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.Lang == "kk"
        assert pdf.Root.MarkInfo.Marked
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Бағалар · Саз студиясы"
            assert metadata["pdfuaid:part"] == "1"
        fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)
                 and each.get("/Type") == "/FontDescriptor"]  # fmt: skip
        assert fonts
        assert all(any(key in font for key in ("/FontFile2", "/FontFile3")) for font in fonts)


def largest(made: Identity) -> float:
    """Points of the price's type."""
    found: list[float] = []

    def see(text: str, _cm: object, tm: list[float], _font: object, size: float) -> None:
        if "₸" in text:
            found.append(abs(tm[0] or tm[1]) * size)

    read(made).pages[0].extract_text(visitor_text=see)
    return max(found)


@pytest.mark.parametrize("style", STYLES)
def test_a_short_list_is_set_larger(style: str) -> None:
    one, some, many = (largest(listed(styled(style), of(count))) for count in (1, 6, 60))
    assert one > some > many
    assert many >= 11


def test_hostile_words_are_set_as_they_are() -> None:
    word = "#set page(1) *a* $x$ <b> @c `d` {{ e }} //"
    item = PriceItem(L(word), L(word), unit=L(word), description=L(f"{word}\n\n{word}"))
    made = listed(
        styled("steppe", name=word), PriceGroup(L(word), (item,)), title=L(word), note=L(word)
    )
    assert text_of(read(made)).count("#set page(1)") >= 7


@pytest.mark.parametrize("style", ["editorial", "bold", "ornament"])
def test_texts_of_every_length(style: str) -> None:
    long = PriceItem(
        L("Ұзын атау " * 24), L("келісім бойынша " * 15), description=L("Сипаттама. " * 180)
    )
    word = PriceItem(L("Қайыңдыкөл" * 24), 10**12, True, L("шаршыметр" * 20))
    made = listed(styled(style), PriceGroup(L("Топ " * 60), (long, word)), title=L("Тақырып " * 30))
    reader = read(made)
    assert "Сипаттама" in text_of(reader)
    for page in reader.pages:
        right: list[float] = []
        page.extract_text(visitor_text=lambda t, cm, tm, f, s, right=right: right.append(tm[4]))
        assert max(right) < 595 - 17 * 72 / 25.4


def test_a_letter_that_no_face_has_is_told_with_its_line() -> None:
    text = HEAD + '[[price_list.item]]\nname = "Ән"\nprice = 1\n\ndescription = "\U00012000"\n'
    with pytest.raises(InputError) as caught:
        jobs(identity(parse(text, Path("/nowhere"))))
    (found,) = caught.value.problems
    assert (found.file, found.line, found.key) == (
        "creativekit.toml", 9, "price_list.item[1].description",
    )  # fmt: skip


def test_jobs_know_what_they_depend_on_and_are_the_same_twice() -> None:
    made = listed(styled("steppe"), of(2))
    keys = {
        "same": jobs(made)[0].key,
        "other price": jobs(listed(styled("steppe"), of(3)))[0].key,
        "other language": jobs(made)[1].key,
        "other brand": jobs(listed(styled("craft"), of(2)))[0].key,
    }
    assert len(set(keys.values())) == 4
    job = pickle.loads(pickle.dumps(jobs(made)[0]))
    assert job.key == keys["same"]
    assert job.render() == jobs(made)[0].render()
