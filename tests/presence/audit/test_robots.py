"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.presence.audit.robots import LONGEST, from_answer, parse


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/", True),
        ("User-agent: *\nDisallow: /", "/", False),
        ("User-agent: *\nDisallow: /", "/robots.txt", True),
        ("User-agent: *\nDisallow:", "/x", True),
        ("User-agent: other\nDisallow: /", "/x", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: CreativeKit\nDisallow: /b", "/a", True),
        ("User-agent: creativekit/2.0\nDisallow: /b", "/b", False),
        ("User-agent: creativekitten\nDisallow: /", "/b", True),
        ("User-agent: a\nUser-agent: creativekit\nDisallow: /b", "/b", False),
        (
            "User-agent: creativekit\nDisallow: /a\n\nUser-agent: creativekit\nDisallow: /b",
            "/a",
            False,
        ),
        ("Disallow: /", "/x", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", True),
        ("User-agent: *\nDisallow: /x$", "/x", False),
        ("User-agent: *\nDisallow: /x$", "/xy", True),
        ("User-agent: *\nDisallow: /*?q=", "/search?q=1", False),
        ("User-agent: *\nDisallow: *secret", "/a/secret", False),
        ("User-agent: *\nDisallow: /a*b*c$", "/aXbYcZc", False),
        ("User-agent: *\nDisallow: /a*a$", "/a", True),
        ("User-agent: *\nDisallow: /%D3%99", "/ә", False),
        ("User-agent: *\nDisallow: /ә", "/%d3%99", False),
        ("User-agent: *\nDisallow: /%7Euser", "/~user", False),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
        ("\ufeffUser-agent: *\r\nDisallow: /x # no\r\n", "/x", False),
        ("user-AGENT:*\rdisallow:/x", "/x", False),
        ("User-agent: *\nSitemap: https://x/\nDisallow: /x", "/x", False),
        ("User-agent: *\nNoindex: /\nDisallow: x", "/x", True),
        ("<!doctype html><p>User-agent: *</p>", "/", True),
    ],
)
def test_who_may_read_what(rules: str, path: str, allowed: bool) -> None:
    assert parse(rules.encode()).allows(path) is allowed


@pytest.mark.parametrize(
    ("status", "allowed"),
    [(200, False), (404, True), (403, True), (401, True), (410, True), (429, False), (500, False),
     (503, False), (302, False)],
)  # fmt: skip
def test_what_its_status_means(status: int, allowed: bool) -> None:
    robots = from_answer(status, b"User-agent: *\nDisallow: /")
    assert robots.allows("/") is allowed
    assert robots.status == status


def test_sitemaps_and_the_pause_a_site_wants() -> None:
    robots = parse(b"Sitemap: https://x/\x1b[2Ja.xml\nUser-agent: *\nCrawl-delay: 2.5\n")
    assert robots.sitemaps == ("https://x/a.xml",)
    assert robots.delay == 2.5
    assert parse(b"User-agent: *\nCrawl-delay: -1").delay == 0
    assert parse(b"User-agent: *\nCrawl-delay: nan").delay == 0
    assert len(parse(b"Sitemap: /s\n" * 1_000).sitemaps) == 10


def test_what_it_says_to_others_can_be_asked() -> None:
    robots = parse(b"User-agent: Googlebot\nDisallow: /\n")
    assert robots.allows("/")
    assert not parse(robots.text.encode(), token="googlebot").allows("/")


@pytest.mark.parametrize(
    "line",
    ["User-agent: a{n}\n", "User-agent: *\nDisallow: /{n}*a*b*c\n", "Disallow: /{n}\n", "\r"],
)
def test_half_a_megabyte_of_anything_is_read_in_seconds(line: str) -> None:
    text = "User-agent: *\n" + "".join(line.format(n=n) for n in range(2 * LONGEST // len(line)))
    began = time.process_time()
    robots = parse(text.encode())
    robots.allows("/1234" + "ab" * 1_000)
    assert time.process_time() - began < 5.0


def test_a_pattern_of_stars_costs_what_it_is_long() -> None:
    robots = parse(b"User-agent: *\nDisallow: /" + b"*a" * 200_000 + b"$")
    began = time.process_time()
    assert robots.allows("/" + "a" * 2_000 + "b")
    assert time.process_time() - began < 5.0


@given(
    st.binary(max_size=300) | st.text("User-agent: *\nDisallow: /a*$%41\r#", max_size=200),
    st.text(),
)
def test_any_bytes_are_rules_or_none(body: bytes | str, path: str) -> None:
    robots = parse(body if isinstance(body, bytes) else body.encode())
    assert robots.allows("/" + path) in (True, False)
    assert robots.delay >= 0
