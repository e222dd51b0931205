"""The guide's pages about positioning and voice: nothing cut, nothing where there is nothing."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from brand.guide.test_html import Page
from creativekit.brand.guide import jobs
from creativekit.brand.guide.html import html
from creativekit.brand.guide.pages import SECTIONS, guide
from creativekit.brand.guide.pdf import pdf
from creativekit.brand.guide.position import Position, Stand
from creativekit.brand.guide.position_pages import STATEMENT_MOST, parted
from creativekit.errors import InputError
from creativekit.project.positioning_section import Positioning
from positioned_brands import positioned
from styled_brands import LONG, STYLES, styled

KINDS = ["position", "position-parts", "market", "scales", "vocabulary"]
BIG = "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы"


def kinds(position: Position | None, language: str = "kk") -> list[str]:
    made = guide(styled("steppe"), language, (), position)
    return [page["kind"] for page in made.data["pages"] if page.get("section") == "position"]


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def of_the_section(reader: PdfReader, planned: list[dict[str, Any]]) -> list[str]:
    """What is printed on the pages about the position. To read the others takes longer than to make
    them."""
    return [
        squeezed(page.extract_text())
        for page, plan in zip(reader.pages, planned, strict=True)
        if plan.get("section") == "position"
    ]


def test_a_section_of_its_own_after_who_we_are() -> None:
    made = guide(styled("steppe"), "kk", (), positioned(styled("steppe")))
    pages = made.data["pages"]
    assert [entry["key"] for entry in pages[1]["entries"]] == list(SECTIONS)
    assert [page["kind"] for page in pages if page.get("section") == "position"] == KINDS
    numbers = [page["number"] for page in pages if "." in page.get("number", "")]
    assert numbers == sorted(numbers, key=lambda number: tuple(map(int, number.split("."))))


def test_only_what_there_is_has_a_page() -> None:
    assert kinds(Position((("kk", Stand(say=("асықпай",))),))) == ["vocabulary"]
    assert (
        kinds(
            Position(
                (
                    (
                        "ru",
                        Stand(statement="Тихо."),
                    ),
                )
            )
        )
        == []
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_page_is_what_the_contents_point_to(kind: str) -> None:
    whole = positioned(styled("steppe")).get("kk")
    assert whole is not None
    names = {
        "position": ("statement",), "position-parts": ("parts",), "market": ("plot", "nearest"),
        "scales": ("scales",), "vocabulary": ("say", "never"),
    }[kind]  # fmt: skip
    stand = Stand(**{name: getattr(whole, name) for name in names})
    position = Position((("kk", stand),))
    text = html(styled("steppe"), "kk", (), position).decode()
    page = Page(text)
    assert "position" in page.ids
    assert "position-title" in page.ids
    assert all(after - before <= 1 for before, after in pairwise(page.headings))
    assert PdfReader(io.BytesIO(pdf(styled("steppe"), "kk", (), position))).pages


@pytest.mark.parametrize("style", STYLES)
def test_every_word_is_on_the_page_and_in_the_file(style: str) -> None:
    brand = styled(style)
    position = positioned(brand)
    stand = position.get("ru")
    assert stand is not None
    shown = [stand.statement, *stand.say, *stand.never, stand.nearest]
    shown += [text for pair in stand.parts for text in pair]
    shown += [pole for scale in stand.scales for pole in (scale.low, scale.high)]
    reader = PdfReader(io.BytesIO(pdf(brand, "ru", (), position)))
    planned = guide(brand, "ru", (), position).data["pages"]
    assert len(reader.pages) == len(planned)
    printed = "".join(of_the_section(reader, planned))
    page = Page(html(brand, "ru", (), position).decode())
    written = squeezed("".join(page.words))
    for text in shown:
        assert squeezed(text) in printed, text
        assert squeezed(text) in written, text
    assert not page.open
    assert len(page.ids) == len(set(page.ids))
    assert stand.plot is not None
    alts = " ".join(value for _, name, value in page.attributes if name == "aria-label")
    assert all(spot.name in alts for spot in stand.plot.spots)


@pytest.mark.parametrize("style", ["steppe", "bold", "ornament"])
def test_the_longest_answers_are_cut_nowhere(style: str) -> None:
    line = (f"{BIG}, " * 4)[:238].strip(", ")
    parts = ("audience", "need", "category", "benefit", "alternative", "difference")
    words = [f"{BIG} {number}" for number in range(24)]
    spots = [{"name": f"{BIG} {number}", "x": 3, "y": 3} for number in range(7)]
    answers = Positioning.model_validate(
        {
            "statement": dict.fromkeys(parts, line),
            "map": {"points": spots, "x": {"low": BIG, "high": BIG}},
            "character": {"sliders": [0], "say": words, "never": words},
        }
    )
    brand = styled(style, name=LONG)
    position = positioned(brand, answers)
    stand = position.get("kk")
    assert stand is not None
    reader = PdfReader(io.BytesIO(pdf(brand, "kk", (), position)))
    planned = guide(brand, "kk", (), position).data["pages"]
    # Nothing reaches over the foot of its page.
    assert len(reader.pages) == len(planned)
    pages = of_the_section(reader, planned)
    for text in parted(stand.statement, STATEMENT_MOST):
        assert any(squeezed(text) in page for page in pages)
    for text in (*words, *(spot["name"] for spot in spots)):
        assert any(squeezed(str(text)) in page for page in pages), text


@given(st.text(alphabet="абв .;,\u0301", max_size=900), st.integers(5, 200))
def test_parts_joined_are_the_text(text: str, most: int) -> None:
    parts = parted(text, most)
    assert all(len(part) <= most for part in parts)
    assert squeezed("".join(parts)) == squeezed(text)


def test_a_long_statement_is_parted_after_a_sentence() -> None:
    text = f"{'а' * 380}. {'б' * 390}."
    assert parted(text, 600) == (f"{'а' * 380}.", f"{'б' * 390}.")


def test_the_key_follows_the_answers() -> None:
    brand = styled("steppe")
    keys = {jobs(brand, (), position)[0].key for position in (None, positioned(brand))}
    keys.add(jobs(brand, (), Position((("kk", Stand(never=("арзан",))),)))[0].key)
    assert len(keys) == 3


def test_letters_that_no_face_has_are_told_with_their_sheet() -> None:
    position = Position((("kk", Stand(statement="Саз \u4e16", never=("\u754c",))),))
    with pytest.raises(InputError) as caught:
        jobs(styled("steppe"), (), position)
    assert {problem.key for problem in caught.value.problems} == {
        "positioning.statement",
        "positioning.character.never",
    }


def test_markup_in_answers_is_text() -> None:
    bad = "#set page(fill: red) *b* <script>x</script> {{ y }}"
    stand = Stand(statement=bad, parts=(("a", bad),), say=(bad,), never=(bad,))
    position = Position((("kk", stand),))
    text = html(styled("tech"), "kk", (), position).decode()
    assert "<script>x" not in text
    reader = PdfReader(io.BytesIO(pdf(styled("tech"), "kk", (), position)))
    assert any(squeezed(bad) in squeezed(page.extract_text()) for page in reader.pages)
