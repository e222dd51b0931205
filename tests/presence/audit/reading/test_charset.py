"""A page's letters, as browsers read them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.presence.audit.reading.charset import decoded

WORD = "Шеберхана"


@pytest.mark.parametrize(
    ("body", "header", "encoding", "told"),
    [
        (WORD.encode(), "text/html; charset=utf-8", "utf-8", "header"),
        (WORD.encode("utf-8-sig"), "text/html; charset=windows-1251", "utf-8", "mark"),
        (b"\xff\xfe" + WORD.encode("utf-16-le"), "", "utf-16-le", "mark"),
        (WORD.encode("cp1251"), "text/html;charset='WINDOWS-1251'", "windows-1251", "header"),
        (b'<meta charset="windows-1251">' + WORD.encode("cp1251"), "", "windows-1251", "meta"),
        (
            b"<meta http-equiv=Content-Type content='text/html; charset=cp1251'>"
            + WORD.encode("cp1251"),
            "text/html",
            "windows-1251",
            "meta",
        ),
        # What a meta cannot mean, and what is no encoding of the web.
        (b"<meta charset=utf-16>" + WORD.encode(), "", "utf-8", "meta"),
        (b"<meta charset=utf-7>" + WORD.encode(), "", "utf-8", "guess"),
        (b"<meta charset=rot13>" + WORD.encode(), "charset=idna", "utf-8", "guess"),
        (b"<!-- <meta charset=koi8-r> -->" + WORD.encode(), "", "utf-8", "guess"),
        # Too far from the beginning.
        (b" " * 1024 + b"<meta charset=koi8-r>" + WORD.encode(), "", "utf-8", "guess"),
        (WORD.encode(), "", "utf-8", "guess"),
        (WORD.encode("cp1251"), "", "windows-1251", "guess"),
        (WORD.encode()[:-1], "", "utf-8", "guess"),  # cut inside a letter
        (WORD.encode("koi8-r"), "text/html; charset=koi8-r", "koi8-r", "header"),
    ],
)
def test_an_encoding_is_told(body: bytes, header: str, encoding: str, told: str) -> None:
    found = decoded(body, header)
    assert (found.encoding, found.told) == (encoding, told)
    assert WORD[:-1] in found.text


def test_latin_1_means_windows_1252() -> None:
    found = decoded(b"caf\xe9 \x80", "text/html; charset=ISO-8859-1")
    assert found.text == "café €"


@settings(max_examples=30)
@given(st.binary(max_size=300), st.text(max_size=60))
def test_any_bytes_are_text(body: bytes, header: str) -> None:
    assert isinstance(decoded(body, f"text/html; charset={header}").text, str)
