"""The audit's data is whole: every number has a source and is used, every name is known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from creativekit.presence import audit
from creativekit.presence.audit.checks.profiles import is_name, profile
from creativekit.presence.audit.tables import (
    builders,
    networks,
    number,
    table,
    thresholds,
    words,
)
from creativekit.presence.audit.verdict import checks

SOURCES = "".join(
    path.read_text("utf-8") for path in Path(str(audit.__file__)).parent.rglob("*.py")
)


def test_every_threshold_has_a_source_and_is_used() -> None:
    for name, known in thresholds().items():
        assert known.source, name
        used = name.rpartition("-")[0] if name.startswith("sharing-picture") else name
        assert f'"{used}' in SOURCES, name
        assert any(
            value is not None
            for value in (known.good, known.poor, known.least, known.most, known.width)
        ), name


def test_weights_are_of_checks() -> None:
    known = {each.id for each in checks()}
    assert table("weights")["weights"].keys() <= known
    assert set(table("weights")["stops"]) <= known
    assert all(0 <= weight <= 3 for weight in table("weights")["weights"].values())
    assert table("weights")["levels"] == sorted(table("weights")["levels"])


def test_a_number_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        number("title-characters", "good")
    with pytest.raises(KeyError):
        number("nothing", "good")


def test_builders_are_known_by_something() -> None:
    for each in builders():
        marks = [*each.hosts, *each.assets, *each.generator, *each.headers]
        assert marks, each.name
        assert all(mark == mark.lower() for mark in marks), each.name
        assert each.kind in ("builder", "page")


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://www.instagram.com/Saz.Studio/?igsh=x", ("instagram", "saz.studio")),
        ("instagram.com/saz", ("instagram", "saz")),
        ("https://t.me/s/saz_studio", ("telegram", "saz_studio")),
        ("https://www.tiktok.com/@saz?lang=ru", ("tiktok", "saz")),
        ("https://facebook.com/saz.studio", ("facebook", "saz.studio")),
        ("https://youtube.com/@saz", ("youtube", "saz")),
        ("https://vk.com/saz", ("vk", "saz")),
        ("https://www.threads.net/@saz", ("threads", "saz")),
        ("https://instagram.com/p/ABC", None),
        ("https://instagram.com/", None),
        ("https://notinstagram.com/saz", None),
        ("https://instagram.com.evil.kz/saz", None),
        ("https://t.me/share/url?url=x", None),
        ("https://facebook.com/sharer.php?u=x", None),
        ("https://www.youtube.com/watch?v=1", None),
        ("http://[x", None),
        ("", None),
    ],
)
def test_a_profile_is_known_by_its_address(address: str, known: tuple[str, str] | None) -> None:
    assert profile(address) == known


def test_a_name_of_a_network() -> None:
    assert profile("@Saz", "instagram") == ("instagram", "saz")
    assert profile("", "instagram") is None
    for each in networks():
        assert is_name(each.id, "saz_studio" if each.id != "facebook" else "saz.studio"), each.id
        assert not is_name(each.id, "саз студия !"), each.id


@pytest.mark.parametrize(
    ("kind", "found", "not_found"),
    [
        ("price", ["25 000 ₸", "5000 тг", "5 000 теңге", "₸ 300"], ["5000", "тг", "2026 ж."]),
        ("privacy", ["Құпиялылық саясаты", "персональных данных", "Privacy"], ["приват", "личный"]),
        (
            "placeholder",
            ["Lorem ipsum", "+7 (000) 000-00-00"],
            ["+7 701 000 12 34", "Рыба копчёная"],
        ),
        ("address", ["Абай даңғылы", "ул. Абая", "пр. Абая"], ["улыбка", "привет"]),
    ],
)
def test_words_are_found(kind: str, found: list[str], not_found: list[str]) -> None:
    assert [text for text in found if not words(kind).search(text)] == []
    assert [text for text in not_found if words(kind).search(text)] == []


def test_patterns_take_linear_time() -> None:
    for kind in (name for name, each in table("words").items() if isinstance(each, dict)):
        for text in ("1 " * 50_000, "+7 (" * 30_000, "а" * 100_000, "персональ" * 10_000):
            words(kind).search(text)
    assert re.compile("x")
