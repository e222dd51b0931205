from __future__ import annotations

import pytest

from creativekit.brand.stationery.reach import address, places, ways
from styled_brands import styled


@pytest.mark.parametrize(
    ("kind", "text", "leads_to"),
    [
        ("phone", "+7 724 200 00 00", "tel:+77242000000"),
        ("phone", "8 (724) 200-00-00", "tel:87242000000"),
        ("phone", "сұраңыз", None),
        ("phone", "javascript:alert(1)", None),
        ("email", "salem@saz.example", "mailto:salem@saz.example"),
        ("email", "a+b@saz.example", "mailto:a%2Bb@saz.example"),
        ("email", 'a"b@saz.example', None),
        ("email", "salem", None),
        ("site", "saz.example", "https://saz.example"),
        ("site", "http://saz.example/a?b=1", "http://saz.example/a?b=1"),
        ("site", "HTTPS://saz.example", "HTTPS://saz.example"),
        ("site", "javascript:alert(1)", None),
        ("site", "data:text/html,<b>", None),
        ("site", "файл", None),
        ("site", 'saz.example/"onclick="x', 'https://saz.example/"onclick="x'),
        ("instagram", "@saz.example", "https://www.instagram.com/saz.example"),
        ("instagram", "instagram.com/saz", "https://instagram.com/saz"),
        ("instagram", "@a b", None),
        ("telegram", "@saz_example", "https://t.me/saz_example"),
        ("telegram", "https://t.me/saz", "https://t.me/saz"),
        ("whatsapp", "+7 722 200 00 00", "https://wa.me/77222000000"),
        ("whatsapp", "жоқ", None),
    ],
)
def test_only_addresses_lead_somewhere(kind: str, text: str, leads_to: str | None) -> None:
    assert address(kind, text) == leads_to


CONTACT = """[contact]
phone = "+7 700 000 00 00"
whatsapp = "+7 700 000 00 00"
site = "https://www.usta.example/"
instagram = "@usta"
telegram = "https://t.me/usta"
address = { kk = "Абай көшесі 1", ru = "ул. Абая, 1" }
"""


def test_each_way_is_told_once_with_its_networks_name() -> None:
    made = styled("steppe", more=CONTACT)
    assert ways(made, ("kk", "ru")) == (
        ("+7 700 000 00 00", "tel:+77000000000"),
        ("usta.example", "https://www.usta.example/"),
        ("Instagram\u00a0@usta", "https://www.instagram.com/usta"),
        ("t.me/usta", "https://t.me/usta"),
    )
    assert tuple(places(made, ("kk", "ru"))) == (("kk", "Абай көшесі 1"), ("ru", "ул. Абая, 1"))
    assert tuple(places(made, ("en",))) == (("en", "Абай көшесі 1"),)


def test_a_brand_without_contacts_is_reached_nowhere() -> None:
    made = styled("steppe", more="")
    assert ways(made, ("kk",)) == ()
    assert tuple(places(made, ("kk",))) == ()
