"""Addresses as pages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.presence.audit.reading import urls


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/a?b=1#c", "https://saz.kz/a?b=1"),
        ("//cdn.kz/x", "https://cdn.kz/x"),
        ("../b", "https://saz.kz/b"),
        ("", "https://saz.kz/x/y"),
        ("https://saz.kz", "https://saz.kz/"),
        (" /a\n", "https://saz.kz/a"),
        ("HTTP://SAZ.kz/a", "http://SAZ.kz/a"),
        ("tel:+7", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("http://", None),
        ("http://[::1", None),
        ("http://saz.kz:99999/", None),
        ("/" + "a" * 3_000, None),
    ],
)
def test_an_address_is_joined(written: str, meant: str | None) -> None:
    assert urls.joined("https://saz.kz/x/y", written) == meant


def test_one_site_by_several_names() -> None:
    assert urls.site("https://WWW.Saz.kz./a") == urls.site("http://saz.kz") == "saz.kz"
    assert urls.host("https://шебер.қаз/") == "xn--90ahb8bwb.xn--80ao21a"
    assert urls.is_under("a.tilda.ws", "tilda.ws")
    assert not urls.is_under("nottilda.ws", "tilda.ws")
    assert urls.same_page("http://www.saz.kz", "https://saz.kz/")
    assert not urls.same_page("https://saz.kz/a", "https://saz.kz/b")


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_none(text: str) -> None:
    found = urls.joined("https://saz.kz/", text)
    assert found is None or found.startswith(("http://", "https://"))
    urls.host(text), urls.site(text), urls.same_page(text, "https://saz.kz/")
