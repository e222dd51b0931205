"""Contacts for a telephone, as RFC 2426 writes them."""

from __future__ import annotations

import pytest

from creativekit.brand.stationery.people import BRAND
from creativekit.brand.stationery.vcard import vcard
from creativekit.identity.stationery import Holder
from creativekit.project.localized import Localized
from example_brands import example
from styled_brands import styled


def test_a_person_of_a_brand() -> None:
    person = Holder(Localized.of("Айгүл Сейітова"), Localized.of({"kk": "шебер", "ru": "мастер"}))
    assert vcard(example("saz-studio"), person, "ru") == (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Айгүл Сейітова;;;\r\nFN:Айгүл Сейітова\r\n"
        "TITLE:мастер\r\nORG:Студия «Саз»\r\nTEL:+77242000000\r\nEMAIL:salem@saz.example\r\n"
        "URL:https://saz.example\r\nEND:VCARD\r\n"
    )


def test_a_brand_alone_is_an_organisation() -> None:
    lines = vcard(styled("steppe"), BRAND, "kk").split("\r\n")
    assert "FN:Саз студиясы" in lines
    assert "ORG:Саз студиясы" in lines
    assert not any(line.startswith("TITLE") for line in lines)


def test_what_separates_fields_is_escaped() -> None:
    name = Holder(Localized.of("a;b,c\\d\r\nTEL:1"))
    lines = vcard(styled("steppe"), name, "kk").split("\r\n")
    assert "FN:a\\;b\\,c\\\\d TEL:1" in lines
    assert len([line for line in lines if line.startswith("TEL")]) == 1


@pytest.mark.parametrize(
    ("kind", "text", "field"),
    [
        ("phone", "ask at the bar", "TEL"),
        ("phone", "1234", "TEL"),
        ("email", "at usta.example", "EMAIL"),
        ("email", "a@b@c.example", "EMAIL"),
        ("site", "javascript:alert(1)", "URL"),
        ("site", "our site", "URL"),
    ],
)
def test_what_is_no_address_is_left_out(kind: str, text: str, field: str) -> None:
    brand = styled("steppe", more=f'[contact]\n{kind} = "{text}"\n')
    assert f"\r\n{field}" not in vcard(brand, BRAND, "kk")


def test_a_site_keeps_its_own_scheme() -> None:
    brand = styled("steppe", more='[contact]\nsite = "http://usta.example/бет"\n')
    assert "URL:http://usta.example/бет\r\n" in vcard(brand, BRAND, "kk")
