"""The guide's page in a real browser: axe-core finds nothing serious, and the keyboard works."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

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


def opened(browser: Any, address: str, width: int, scheme: str = "light") -> Any:
    # axe is put into the page, which the page's own policy would not allow.
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
        offline=True,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(address)
    return page


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
    browser: Any, axe: str, address: Any, style: str, width: int, scheme: str
) -> None:
    page = opened(browser, address(style), width, scheme)
    page.evaluate(axe)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")["violations"]
    bad = [
        (rule["id"], [node["target"] for node in rule["nodes"][:3]])
        for rule in found
        if rule["impact"] in ("serious", "critical")
    ]
    page.context.close()
    assert not bad, json.dumps(bad, ensure_ascii=False)


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_nothing_sticks_out_of_the_screen(browser: Any, address: Any, width: int) -> None:
    page = opened(browser, address("editorial", name=LONG), width)
    across = page.evaluate("() => document.documentElement.scrollWidth")
    page.context.close()
    assert across <= width


def test_a_colour_is_copied_by_keyboard_and_said(browser: Any, address: Any) -> None:
    page = opened(browser, address("steppe"), 1440)
    button = page.locator("button[data-copy]").first
    wanted = button.get_attribute("data-copy")
    button.focus()
    page.keyboard.press("Enter")
    status = page.locator("[role=status]")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent")
    assert status.text_content() == f"Көшірілді: {wanted}"
    assert status.get_attribute("aria-live") == "polite"
    page.context.close()


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


def test_it_prints_on_pages_of_its_own(browser: Any, address: Any) -> None:
    page = opened(browser, address("steppe"), 1440)
    page.emulate_media(media="print")
    hidden = page.evaluate(
        "() => getComputedStyle(document.querySelector('.bar nav')).display === 'none'"
    )
    printed = page.pdf(prefer_css_page_size=True)
    page.context.close()
    assert hidden
    assert printed.startswith(b"%PDF")
