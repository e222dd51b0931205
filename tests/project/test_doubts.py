"""Doubts are warnings, and rare."""

from __future__ import annotations

import pytest

from creativekit.project.doubts import doubts


def doubted(key: str, value: object) -> list[str]:
    return [str(message) for _, message in doubts({"contact": {key: value}})]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("phone", "+7 724 200 00 00"),
        ("phone", "8 (7242) 20-00-00"),
        ("phone", ""),
        ("whatsapp", "+77010000000"),
        ("email", "hello@example.com"),
        ("email", "сәлем@мысал.қаз"),
        ("site", "example.com"),
        ("site", "https://saz.example.kz/kk?a=1#b"),
        ("site", "мысал.қаз"),
        ("instagram", "@saz.studio_kz"),
        ("instagram", "https://www.instagram.com/saz/"),
        ("telegram", "saz_studio"),
        ("telegram", "https://t.me/saz"),
        ("address", "anything / at all"),
        ("phone", 5),
    ],
)
def test_what_is_likely_is_not_doubted(key: str, value: object) -> None:
    assert doubted(key, value) == []


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("phone", "call me", "telephone number"),
        ("phone", "123", "telephone number"),
        ("whatsapp", "@saz", "telephone number"),
        ("email", "example.com", "e-mail"),
        ("email", "a@b", "e-mail"),
        ("site", "my site", "address of a site"),
        ("instagram", "@саз", "Instagram"),
        ("telegram", "@saz", "Telegram"),
        ("telegram", "a\x1bbcdef", "U+001B"),
    ],
)
def test_what_is_doubted(key: str, value: str, says: str) -> None:
    (message,) = doubted(key, value)
    assert says in message


def test_a_picture_beside_a_colour_is_not_used() -> None:
    ((key, _),) = doubts({"brand": {"color": "#fff", "from": "a.jpg"}})
    assert key == ("brand", "from")


@pytest.mark.parametrize("values", [{}, {"contact": 5, "brand": "x"}, {"contact": []}])
def test_other_shapes_are_left_to_the_schema(values: dict[str, object]) -> None:
    assert list(doubts(values)) == []
