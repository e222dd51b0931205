"""The report's page in a real browser: accessible, offline, unharmed by what people write, and two
pages of A4 on paper."""

from __future__ import annotations

import dataclasses
import io
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from assessments import STATES, full
from page_checks import is_too_wide
from pypdf import PdfReader

from accessibility import violations
from creativekit.errors import msg
from creativekit.presence.answers import Answer
from creativekit.presence.audit.verdict import Verdict
from creativekit.presence.report_page import page
from creativekit.presence.reported import Checked, Reported
from styled_brands import LONG, SEEDS, STYLES, styled

HOSTILE = (
    "</style><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}} \"'&\u202e😀\n"
    + "x" * 2000
)


def hostile() -> Reported:
    """Full, with such a remark at every answer and such an address."""
    found = full()
    answers = dataclasses.replace(
        found.run.answers,
        given=tuple(
            (item, Answer(each.said, "trainer", HOSTILE)) for item, each in found.run.answers.given
        ),
    )
    checked = Checked(HOSTILE, 10, False, (Verdict("head.title", "fail", msg("{x}", x=HOSTILE)),))
    run = dataclasses.replace(found.run, answers=answers)
    return dataclasses.replace(found, run=run, checked=checked)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]


def tags(text: bytes) -> Tags:
    found = Tags()
    found.feed(text.decode())
    return found


# axe is put into the page, which the page's own policy would not allow. The two ends by turns; no
# style is too wide at either.
@pytest.mark.parametrize(("number", "style"), list(enumerate(STYLES)), ids=STYLES)
def test_axe_finds_nothing_in_any_style(opened: Any, axe: str, number: int, style: str) -> None:
    made = opened(page(styled(style), full(), "kk"), 360, bypass_csp=True)
    assert not is_too_wide(made)
    if number % 2:
        assert not violations(made, axe)
    made.set_viewport_size({"width": 1440, "height": 900})
    made.emulate_media(color_scheme="dark")
    assert not is_too_wide(made)
    if not number % 2:
        assert not violations(made, axe)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(opened: Any, axe: str, state: str) -> None:
    made = opened(page(styled("craft"), STATES[state](), "ru"), 360, bypass_csp=True)
    assert not is_too_wide(made)
    assert not violations(made, axe)


@pytest.mark.parametrize(
    ("style", "color", "scheme"),
    [("bold", "tenge yellow", "light"), ("craft", "pale pink", "dark")],
)
def test_axe_finds_nothing_in_difficult_colors(
    opened: Any, axe: str, style: str, color: str, scheme: str
) -> None:
    made = opened(page(styled(style, SEEDS[color]), full(), "kk"), 1440, scheme, bypass_csp=True)
    assert not violations(made, axe)


@pytest.mark.parametrize("width", [320, 1440])
def test_what_people_write_stays_text(opened: Any, width: int) -> None:
    data = page(styled("tech", name=LONG), hostile(), "kk")
    made = opened(data, width)
    assert not is_too_wide(made)
    assert "<script>alert(1)</script>" in made.inner_text("main")
    assert {"script", "img"} & set(tags(data).seen) == set()


def test_nothing_is_fetched() -> None:
    data = page(styled("noir"), full(), "en")
    assert all(
        re.match(r"(data:|#|report-(kk|ru|en)\.html$)", each) for each in tags(data).addresses
    )
    assert b'http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;' in data
    assert b"url(http" not in data


@pytest.mark.parametrize("style", STYLES)
def test_printed_it_is_two_pages(opened: Any, style: str) -> None:
    made = opened(page(styled(style), full(), "kk"))
    printed = made.pdf(prefer_css_page_size=True, print_background=True)
    assert len(PdfReader(io.BytesIO(printed)).pages) == 2


def test_printed_it_is_two_pages_with_all_that_can_be_asked(opened: Any) -> None:
    made = opened(page(styled("bold"), STATES["crowded"](), "kk"))
    printed = made.pdf(prefer_css_page_size=True, print_background=True)
    assert len(PdfReader(io.BytesIO(printed)).pages) == 2


def test_numbers_of_the_charts_are_in_tables(opened: Any) -> None:
    made = opened(page(styled("editorial"), full(), "en"))
    rows = made.locator(".dimensions tbody tr")
    shown = made.locator(".radar text.n").all_text_contents()
    assert [each.inner_text() for each in rows.locator("td:nth-child(2)").all()] == shown
    assert made.locator(".timeline tbody tr").count() == 3


def test_the_same_bytes_twice() -> None:
    assert page(styled("playful"), full(), "kk") == page(styled("playful"), full(), "kk")


def test_a_state_without_a_score_shows_none(opened: Any) -> None:
    made = opened(page(styled("steppe"), STATES["withheld"](), "en"))
    assert made.locator(".score").count() == 0
    assert "No score yet" in made.inner_text(".verdict")
