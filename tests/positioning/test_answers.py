"""Answers of two sheets are compared only where both have words of their own."""

from __future__ import annotations

import pytest

from creativekit.positioning.answers import folded, overlaps, same, shared
from creativekit.project.localized import Localized

Written = str | dict[str, str]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Тёплый,\u00a0ЧИСТЫЙ дом! ", "теплый чистый дом"),
        ("Қолмен — басылған «киіз»", "қолмен басылған киіз"),
        ("ӘҒҚҢӨҰҮҺІ", "әғқңөұүһі"),
        ("ready-made", "ready made"),
        ("…", ""),
    ],
)
def test_folding(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("first", "second", "is_same", "is_within"),
    [
        ("Жылы үй", "жылы  үй.", True, True),
        ("жылы үй", "жылы", False, True),
        ("дүкен", "базардағы дүкен", False, True),
        ("дүкен", "дүкендер", False, False),
        ({"kk": "үй", "ru": "дом"}, {"ru": "дом", "en": "house"}, True, True),
        ({"kk": "үй"}, {"ru": "үй"}, False, False),
        ({"kk": "үй", "ru": "дом"}, {"kk": "пәтер", "ru": "Дом"}, True, True),
    ],
)
def test_same_and_within(first: Written, second: Written, is_same: bool, is_within: bool) -> None:
    one, two = Localized.of(first), Localized.of(second)
    assert (same(one, two), same(two, one)) == (is_same, is_same)
    assert (overlaps(one, two), overlaps(two, one)) == (is_within, is_within)


def test_shared_languages() -> None:
    one = Localized.of({"kk": "а", "en": "b"})
    assert shared(one, Localized.of({"ru": "в", "en": "c"})) == ("en",)
    assert shared(one, Localized.of({"ru": "в"})) == ()
