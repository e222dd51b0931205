"""A city comes out as a region and a kind of settlement, or as nothing."""

from __future__ import annotations

import pytest

from creativekit.presence.places import SETTLEMENTS, Place, place, regions
from creativekit.project.localized import Localized


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Қызылорда", ("KZ-43", "centre")),
        ("  қызылорда қаласы ", ("KZ-43", "centre")),
        ("г. Кызылорда", ("KZ-43", "centre")),
        ("Almaty", ("KZ-75", "capital")),
        ("Қазалы", ("KZ-43", "town")),
        ("Шиелі ауылы, Қызылорда облысы", ("KZ-43", "village")),
        ("Қызылорда облысы, Шиелі кенті", ("KZ-43", "village")),
        ("село Каменка", (None, "village")),
        ("Алматы облысы", ("KZ-19", None)),
        ("Қызылорда, Достық көшесі 1", ("KZ-43", "centre")),
        ("Берлин", (None, None)),
        ("Айнұр Тоқтарова", (None, None)),
        ("", (None, None)),
    ],
)
def test_place(said: str, expected: Place) -> None:
    assert place(Localized.of({"ru": said} if said else {"ru": "?"})) == expected


def test_a_language_that_is_not_known_is_helped_by_one_that_is() -> None:
    assert place(Localized.of({"kk": "Сырдария жағасы", "ru": "Кызылорда"})) == ("KZ-43", "centre")


def test_nothing_is_said() -> None:
    assert place(None) == (None, None)


def test_twenty_regions() -> None:
    """Seventeen oblasts and three cities."""
    assert len(regions()) == 20
    assert len(SETTLEMENTS) == 4
