"""The audit's page in a real browser: accessible, offline, whole with any evidence and without its
style, and sorted out by one tick."""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from audits_made import MADE, bad, few, good, partial, unscored
from page_checks import is_too_wide
from pypdf import PdfReader

from accessibility import violations
from creativekit.presence.audit_page import page
from creativekit.presence.audit_record import AuditRecord
from html_page import Page
from styled_brands import SEEDS, styled


def unscored_few() -> AuditRecord:
    return dataclasses.replace(unscored(), verdicts=unscored().verdicts[::9])


# axe is put into the page, which the page's own policy would not allow.
@pytest.mark.parametrize(
    ("style", "color", "audit"),
    [("steppe", "teal", few), ("bold", "tenge yellow", few), ("noir", "near black", few),
     ("craft", "pale pink", unscored_few)],
)  # fmt: skip
def test_axe_finds_nothing(
    opened: Any, axe: str, style: str, color: str, audit: Callable[[], AuditRecord]
) -> None:
    made = opened(page(styled(style, SEEDS[color]), audit(), "kk"), 360, bypass_csp=True)
    assert not is_too_wide(made)
    assert not violations(made, axe)
    made.set_viewport_size({"width": 1440, "height": 900})
    made.emulate_media(color_scheme="dark")
    assert not is_too_wide(made)
    assert not violations(made, axe)


@pytest.mark.parametrize("name", ["bad", "few"])
def test_it_nests_and_holds_nothing_of_others(name: str) -> None:
    text = page(styled("editorial"), MADE[name](), "en").decode()
    found = Page(text)
    assert len(set(found.ids)) == len(found.ids)
    assert found.headings[0] == 1
    assert all(b - a <= 1 for a, b in zip(found.headings, found.headings[1:], strict=False))
    assert {"script", "img", "form"} & {tag for tag, _ in found.elements} == set()
    for _, attribute, value in found.attributes:
        assert not attribute.startswith("on")
        if attribute == "src":
            assert value.startswith("data:")
        if attribute == "href":
            assert re.match(r"data:|#|https?://|audit-(kk|ru|en)\.html$", value)
    named = {value[1:] for _, key, value in found.attributes if key == "href" and value[:1] == "#"}
    assert named <= set(found.ids)
    assert "url(http" not in text


@pytest.mark.parametrize("width", [320, 1440])
def test_long_evidence_stays_in_its_place(opened: Any, width: int) -> None:
    made = opened(page(styled("craft"), few(), "kk"), width)
    assert not is_too_wide(made)
    box = made.locator("[id='check-links.internal'] .evidence")
    assert box.bounding_box()["height"] < 300
    assert box.locator(".places li").count() == 200
    assert "<script>alert(1)</script>" in made.inner_text("main")


def test_one_tick_leaves_what_needs_mending(opened: Any) -> None:
    made = opened(page(styled("steppe"), bad(), "en"))
    wrong = sum(each.outcome in ("fail", "warn") for each in bad().verdicts)
    shown = made.locator(".check:visible")
    assert shown.count() == len(bad().verdicts)
    made.get_by_label(f"Only what needs mending: {wrong}").check()
    assert shown.count() == wrong
    assert made.locator("section.clean:visible").count() == 0
    made.get_by_role("checkbox").uncheck()
    assert shown.count() == len(bad().verdicts)


def test_where_nothing_is_wrong_there_is_nothing_to_sort_out(opened: Any) -> None:
    made = opened(page(styled("steppe"), good(), "en"))
    assert made.get_by_role("checkbox").count() == 0
    assert "Nothing to mend was found" in made.inner_text(".summary")


def test_every_verdict_is_a_word(opened: Any) -> None:
    made = opened(page(styled("noir"), partial(), "ru"))
    told = made.locator(".check .said").all_text_contents()
    words = {"pass": "в порядке", "unknown": "не видно", "warn": "стоит взглянуть"}
    found = sorted(words[each.outcome] for each in partial().verdicts)
    assert sorted(each.strip() for each in told) == found


def test_printed_all_of_the_evidence_is_there(opened: Any) -> None:
    made = opened(page(styled("tech"), few(), "kk"))
    printed = made.pdf(prefer_css_page_size=True, print_background=True)
    text = "".join(each.extract_text() for each in PdfReader(io.BytesIO(printed)).pages)
    assert "199.html" in re.sub(r"\s", "", text)


def test_the_same_bytes_twice() -> None:
    assert page(styled("tech"), few(), "kk") == page(styled("tech"), few(), "kk")
