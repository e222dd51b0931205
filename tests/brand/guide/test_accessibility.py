"""The guide's page in a real browser: axe-core finds nothing serious, and the keyboard works."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from accessibility import found
from browser_pages import Pages
from creativekit.brand.guide.html import html
from positioned_brands import positioned
from styled_brands import LONG, STYLES, styled

FILES = ("brand/logo/saz.svg", "brand/color/saz.css")


@pytest.fixture
def address(tmp_path: Path) -> Any:
    def write(style: str, language: str = "kk", **brand: Any) -> str:
        file = tmp_path / f"{style}.html"
        identity = styled(style, **brand)
        file.write_bytes(html(identity, language, FILES, positioned(identity)))
        return file.as_uri()

    return write


@pytest.fixture
def opened(pages: Pages) -> Callable[..., Any]:
    def open_(address: str, width: int, scheme: str = "light") -> Any:
        # axe is put into the page, which the page's own policy would not allow.
        return pages.open(address, width, scheme, bypass_csp=True)

    return open_


# Each style in one of the two, by turns: the page is laid out alike in all of them, and that every
# pair of colours reads in both schemes is held without a browser (color/, identity/).
@pytest.mark.parametrize(
    ("style", "width", "scheme"),
    [
        (style, *((1440, "dark") if number % 2 else (360, "light")))
        for number, style in enumerate(STYLES)
    ],
)
def test_axe_finds_nothing_serious(
    opened: Any, axe: str, address: Any, style: str, width: int, scheme: str
) -> None:
    page = opened(address(style), width, scheme)
    bad = [
        (rule["id"], [node["target"] for node in rule["nodes"][:3]])
        for rule in found(page, axe)
        if rule["impact"] in ("serious", "critical")
    ]
    assert not bad, json.dumps(bad, ensure_ascii=False)


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_sticks_out_of_the_screen(opened: Any, address: Any, width: int) -> None:
    page = opened(address("editorial", name=LONG), width)
    across = page.evaluate("() => document.documentElement.scrollWidth")
    assert across <= width


def test_a_colour_is_copied_by_keyboard_and_said(opened: Any, address: Any) -> None:
    page = opened(address("steppe"), 1440)
    button = page.locator("button[data-copy]").first
    wanted = button.get_attribute("data-copy")
    button.focus()
    page.keyboard.press("Enter")
    status = page.locator("[role=status]")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent")
    assert status.text_content() == f"Көшірілді: {wanted}"
    assert status.get_attribute("aria-live") == "polite"


def test_it_works_with_its_own_policy_and_without_a_network(browser: Any, address: Any) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition(":")[0]))
    page.goto(address("noir"))
    page.evaluate("() => document.fonts.ready")
    loaded = page.evaluate("() => [...document.fonts].filter(f => f.status === 'loaded').length")
    context.close()
    assert not complaints
    assert set(asked) <= {"file", "data"}
    assert loaded == 4


def test_it_prints_on_pages_of_its_own(opened: Any, address: Any) -> None:
    page = opened(address("steppe"), 1440)
    page.emulate_media(media="print")
    hidden = page.evaluate(
        "() => getComputedStyle(document.querySelector('.bar nav')).display === 'none'"
    )
    printed = page.pdf(prefer_css_page_size=True)
    assert hidden
    assert printed.startswith(b"%PDF")
