from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.brand.guide.addresses import address

KINDS = ("phone", "email", "site", "instagram", "telegram", "whatsapp", "address")


@pytest.mark.parametrize(
    ("kind", "text", "link"),
    [
        ("phone", "+7 (724) 200-00-00", "tel:+77242000000"),
        ("email", "salem@saz.example", "mailto:salem@saz.example"),
        ("site", "saz.example", "https://saz.example"),
        ("site", "http://saz.example/a/b", "https://saz.example/a/b"),
        ("instagram", "@saz.example", "https://instagram.com/saz.example"),
        ("telegram", "saz_example", "https://t.me/saz_example"),
        ("whatsapp", "+7 700 000 00 00", "https://wa.me/77000000000"),
    ],
)
def test_an_address_becomes_a_link(kind: str, text: str, link: str) -> None:
    assert address(kind, text) == link


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("site", "javascript:alert(1)"),
        ("site", "data:text/html,x"),
        ("site", "file:///etc/passwd"),
        ("site", "saz.example/?q=<script>"),
        ("site", "саз.қаз"),
        ("email", "a@b"),
        ("email", "a@b.example?bcc=c@d.example"),
        ("phone", "call me"),
        ("instagram", "https://evil.example/@saz"),
        ("address", "Достық көшесі 1"),
    ],
)
def test_anything_else_stays_text(kind: str, text: str) -> None:
    assert address(kind, text) is None


@given(st.sampled_from(KINDS), st.text(max_size=40))
def test_a_link_never_leads_anywhere_but_where_its_kind_does(kind: str, text: str) -> None:
    link = address(kind, text)
    if link is not None:
        parts = urlsplit(link)
        assert parts.scheme in ("https", "mailto", "tel")
        assert parts.username is None
        assert not set(link) & set("\"'<> \n\t\\")
