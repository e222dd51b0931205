"""Sitemaps: read as far as they go, never further than an audit needs."""

from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback_threats import BILLION_LAUGHS, EXTERNAL_ENTITY, SITEMAP, bomb, huge_sitemap

from creativekit.presence.audit.sitemap import MOST_SITEMAPS, MOST_URLS, parse

TWO = (
    f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{SITEMAP}"><url><loc> https://x/ә\n</loc>'
    "<lastmod>2026-01-02</lastmod></url><url><loc>https://x/?a=1&amp;b=2</loc>"
    "<lastmod>2026-11-20</lastmod></url></urlset>"
)


def test_its_addresses_and_the_newest_date() -> None:
    read = parse(TWO.encode())
    assert read.urls == ("https://x/ә", "https://x/?a=1&b=2")
    assert read.dated == "2026-11-20"
    assert read.problem == ""
    assert parse(gzip.compress(TWO.encode())) == read


def test_an_index_names_five_at_most() -> None:
    entries = "".join(f"<sitemap><loc>https://x/{n}.xml</loc></sitemap>" for n in range(9))
    read = parse(f'<sitemapindex xmlns="{SITEMAP}">{entries}</sitemapindex>'.encode())
    assert read.sitemaps == tuple(f"https://x/{n}.xml" for n in range(MOST_SITEMAPS))
    assert (read.urls, read.problem) == ((), "size")


def test_pictures_in_it_are_not_its_pages() -> None:
    text = TWO.replace(
        "<lastmod>2026-01-02</lastmod>", "<i:image xmlns:i='i'><i:loc>p</i:loc></i:image>"
    )
    assert len(parse(text.encode()).urls) == 2


@pytest.mark.parametrize("text", [BILLION_LAUGHS, EXTERNAL_ENTITY, "<!DOCTYPE urlset><urlset/>"])
def test_no_document_type_is_read(text: str) -> None:
    assert parse(text.encode()).problem == "doctype"
    assert parse(text.encode()).urls == ()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not xml",
        b"<html><body>404</body></html>",
        b"<urlset><url><loc>&unknown;</loc></url></urlset>",
        b"\x1f\x8bnot gzip",
        gzip.compress(b"not xml", mtime=0),
        b"<urlset>" + b"<url>" * 5_000,
    ],
)
def test_what_is_none(body: bytes) -> None:
    assert parse(body).problem == "broken"


def test_no_other_encoding_is_looked_up() -> None:
    text = TWO.replace('encoding="UTF-8"', 'encoding="rot13"')
    assert parse(text.encode()).urls == parse(TWO.encode()).urls


def test_what_was_read_before_a_fault_is_kept() -> None:
    half = TWO.encode()[: TWO.encode().index(b"2026-11")]
    assert parse(half).urls == ("https://x/ә", "https://x/?a=1&b=2")
    assert parse(half).problem == "broken"
    assert parse(half, cut=True).problem == "size"
    packed = gzip.compress(half)
    assert parse(packed[:-20], cut=True).problem == "size"


@pytest.mark.parametrize(
    "make", [huge_sitemap, bomb, lambda: gzip.compress(huge_sitemap(300_000), 1)]
)
def test_a_huge_one_is_read_in_seconds(make: object) -> None:
    body = make()  # type: ignore[operator]
    began = time.process_time()
    read = parse(body)
    assert time.process_time() - began < 5.0
    assert len(read.urls) in (0, MOST_URLS)
    assert read.problem in ("size", "broken")


def test_a_small_file_may_not_become_a_large_one() -> None:
    body = gzip.compress(b"<urlset>" + b" " * 20_000_000 + b"</urlset>", 1)
    assert parse(body).problem == "size"


def test_one_long_address_is_cut() -> None:
    body = b"<urlset><url><loc>" + b"a&amp;" * 300_000 + b"</loc></url></urlset>"
    began = time.process_time()
    assert len(parse(body).urls[0]) <= 2_048
    assert time.process_time() - began < 5.0


FRAGMENTS = st.sampled_from(
    ["<urlset>", "</urlset>", "<url>", "</url>", "<loc>", "</loc>", "<sitemapindex>", "<sitemap>",
     "x", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#0;", "<?xml?>", "\x00", "ә", "<lastmod/>",
     "<a:b>"]
)  # fmt: skip


@given(
    st.binary(max_size=100) | st.lists(FRAGMENTS, max_size=20).map(lambda f: "".join(f).encode())
)
def test_any_bytes_are_a_sitemap_or_none(body: bytes) -> None:
    for each in (body, gzip.compress(body), gzip.compress(body)[:-9]):
        assert parse(each).problem in ("", "broken", "doctype", "size")
