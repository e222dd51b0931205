"""What is printed under a filled sheet."""

from __future__ import annotations

import pytest

from creativekit.positioning.results import results
from creativekit.positioning.words import words
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Positioning
from worksheet_answers import example_answers

NAME = Localized.of({"kk": "Ақ киіз", "ru": "Ак кииз", "en": "Aq Kiiz"})


@pytest.mark.parametrize("sheet", ["audience", "alternatives", "ladder", "statement", "map"])
def test_nothing_is_said_of_an_empty_sheet(sheet: str) -> None:
    assert results(sheet, Positioning(), NAME, words("en")) == ()


def test_the_price_floor_is_the_formulas() -> None:
    # (12000 + 26 · 1500 + 5000) / (1 − 0.10 − 0.04) = 56000 / 0.86 = 65116.3, up to a whole tenge.
    lines = results("price", example_answers(), NAME, words("en"))
    assert "65,117" in lines[0]
    # Ours, and not the lowest, 72000 against the median of 28000, 55000 and 34000.
    assert "72,000" in lines[1]
    assert "212%" in lines[1]


def test_every_language_says_something_of_every_filled_sheet() -> None:
    for language in ("kk", "ru", "en"):
        for sheet in ("audience", "alternatives", "ladder", "statement", "map", "price", "pitch"):
            assert results(sheet, example_answers(), NAME, words(language)), (sheet, language)
