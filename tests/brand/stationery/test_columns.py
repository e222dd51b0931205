"""Columns of small type: one foot, smaller when there is much, shortened last of all."""

from __future__ import annotations

import pytest

from creativekit.brand.stationery.card_sheet import PT
from creativekit.brand.stationery.columns import LEAST_PT, Column, Piece, Set, set_columns
from creativekit.canvas.text.setting import Setting
from creativekit.fonts.faces import face

SETTING = Setting((face("Onest"),), "kk")
SIZE = 8 * PT


def column(*texts: str, width: float = 300, left: float = 0) -> Column:
    return Column(tuple(Piece(text, SETTING, SIZE) for text in texts), left, width)


def said(found: Set) -> list[str]:
    return ["".join(run.line.text for run in words.runs) for words in found.words]


def sizes(found: Set) -> set[float]:
    return {round(run.size / PT, 2) for words in found.words for run in words.runs}


def test_columns_share_their_last_baseline() -> None:
    found = set_columns((column("бір", "екі", "үш"), column("төрт", left=400)), 0, 400)
    feet = {words.text: words.runs[-1].y for words in found.words}
    assert feet["үш"] == feet["төрт"] == 400
    assert feet["бір"] < feet["екі"] < 400
    assert sizes(found) == {8}
    assert found.complete


def test_level_columns_share_their_first_baseline() -> None:
    columns = (column("бір", "екі", "үш"), column("төрт", left=400))
    found = set_columns(columns, 0, 400, level=True)
    heads = {words.text: words.runs[0].y for words in found.words}
    assert heads["бір"] == pytest.approx(heads["төрт"])


def test_top_is_that_of_the_highest_capital() -> None:
    found = set_columns((column("Ә"),), 0, 400)
    assert found.top == pytest.approx(400 - 0.7 * SIZE, abs=1)


def test_much_to_say_is_set_smaller_but_not_too_small() -> None:
    full = column(*["Қызылорда"] * 8)
    assert sizes(set_columns((full,), 0, 400)) == {8}
    (smaller,) = sizes(set_columns((full,), 180, 400))
    assert LEAST_PT <= smaller < 8
    (least,) = sizes(set_columns((full,), 390, 400))
    assert least == LEAST_PT


def test_what_is_spare_goes_first() -> None:
    spare = Piece("қосымша сөз " * 6, SETTING, SIZE, spare=True)
    pieces = (Piece("басты", SETTING, SIZE), spare)
    assert len(set_columns((Column(pieces, 0, 200),), 0, 400).words) == 2
    found = set_columns((Column(pieces, 0, 200),), 350, 400)
    assert said(found) == ["басты"]
    assert not found.complete


def test_texts_are_shortened_before_names() -> None:
    pieces = (
        Piece("Әбдіқадырұлы Нұрсұлтан Қайырбекұлы", SETTING, SIZE, name=True),
        Piece("дәстүрлі қолөнер бөлімінің жетекшісі және өнертанушы " * 3, SETTING, SIZE),
    )
    name, about = set_columns((Column(pieces, 0, 250),), 300, 400).words
    assert name.text.endswith("Қайырбекұлы")
    assert about.text.endswith("…")


def test_a_word_without_end_is_cut() -> None:
    found = set_columns((column("Ұ" * 200, width=200),), 360, 400)
    (text,) = said(found)
    assert 5 < len(text) < 60
    assert text.endswith("…")


def test_an_address_is_set_smaller_rather_than_broken() -> None:
    address = Piece("sheber@aqkiiz.example", SETTING, SIZE, whole=True)
    natural = set_columns((Column((address,), 0, 900),), 0, 400)
    width = max(words.runs[0].line.width for words in natural.words) * SIZE * 0.85
    found = set_columns((Column((address,), 0, width),), 0, 400)
    assert len(found.words[0].lines) == 1
    assert not found.broken
    assert set_columns((Column((address,), 0, width / 2),), 0, 400).broken
