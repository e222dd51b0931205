"""What the audit's page says, and the same for programs."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest
from audits_made import BROKEN, MADE, bad, good, long, partial, unscored

from creativekit.presence.audit.verdict import GROUPS
from creativekit.presence.audit_kit import jobs
from creativekit.presence.audit_report import audit_json, data
from creativekit.presence.audit_words import WORDS, words
from creativekit.presence.report_parts import sentence
from styled_brands import styled

LANGUAGES = ("kk", "ru", "en")


def said(found: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for group in found["groups"] for each in group["checks"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_and_kazakh_is_not_russian(language: str) -> None:
    told = words(language)
    assert all(told(key).strip() for key in WORDS)
    if language == "kk":
        same = [key for key in WORDS if told(key) == words("ru")(key) and told(key)[0].isalpha()]
        assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["good", "bad", "partial", "unscored"])
def test_no_braces_are_left(name: str, language: str) -> None:
    assert not re.search(r"\{[a-z_]+\}", json.dumps(data(MADE[name](), language)))


def test_in_a_group_what_fails_is_first() -> None:
    found = data(bad(), "en")
    assert [group["id"] for group in found["groups"]] == list(GROUPS)
    order = {"fail": 0, "warn": 1, "unknown": 2, "pass": 3}
    for group in found["groups"]:
        places = [order[each["outcome"]] for each in group["checks"]]
        assert places == sorted(places)
    assert len(said(found)) == len(bad().verdicts)
    assert sum(each["n"] for each in found["counts"]) == len(bad().verdicts)
    assert found["wrong"] == sum(each["wrong"] for each in said(found))


def test_each_check_says_all_of_it() -> None:
    for each in said(data(bad(), "en")):
        assert each["seen"]
        assert each["why"]
        assert each["source"].startswith("https://")
        assert each["site"] in each["source"]
        assert bool(each["mend"]) == (each["outcome"] in ("fail", "warn"))


def test_one_begins_with_what_counts_most() -> None:
    first = [each["id"] for each in data(bad(), "en")["first"]]
    assert first[:2] == ["transport.https", "transport.certificate"]
    assert len(first) == 3
    assert data(good(), "en")["first"] == []


def test_why_it_is_partial_and_why_there_is_no_score() -> None:
    assert "ran out" in data(partial(), "en")["partial"]
    found = data(unscored(), "en")
    assert "stopped by hand" in found["partial"]
    assert "41 %" in found["withheld"]
    assert len(found["stopped"]) == 2
    assert found["stopped"] == [
        str(each.seen)[:1].upper() + str(each.seen)[1:]
        for each in unscored().verdicts
        if each.check in unscored().health.stopped
    ]
    assert data(good(), "en")["partial"] == data(good(), "en")["withheld"] == ""


def test_every_broken_link_is_named() -> None:
    found = {each["id"]: each for each in said(data(long(), "kk"))}
    assert found["links.internal"]["places"] == list(BROKEN)
    assert found["links.internal"]["long"]
    assert not found["transport.tls"]["long"]


def test_an_address_is_a_link_only_if_it_is_of_the_web() -> None:
    assert data(good(), "en")["link"] == "https://saz.kz/"
    assert data(dataclasses.replace(good(), url="javascript:alert(1)"), "en")["link"] == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [("the page", "The page"), ("әріп", "Әріп"), ("https://x.kz answers", "https://x.kz answers"),
     ("www and without", "www and without"), ("robots.txt", "robots.txt"), ("", "")],
)  # fmt: skip
def test_sentences_begin_with_a_capital_and_addresses_do_not(text: str, shown: str) -> None:
    assert sentence(text) == shown


def test_for_programs() -> None:
    found = json.loads(audit_json(bad(), "Саз", ("kk", "ru")))
    assert found["date"] == bad().day.isoformat()
    assert found["counts"]["fail"] == sum(each.outcome == "fail" for each in bad().verdicts)
    assert set(found["checks"][0]["seen"]) == {"kk", "ru"}
    assert [each["id"] for each in found["checks"]] == [each.check for each in bad().verdicts]


def test_jobs_are_of_the_languages() -> None:
    made = jobs(styled("steppe", languages=("ru", "en")), good())
    assert [job.path for job in made] == [
        "presence/audit-ru.html", "presence/audit-en.html", "presence/audit.json"
    ]  # fmt: skip
    again = jobs(styled("steppe", languages=("ru", "en")), bad())
    assert not {job.key for job in made} & {job.key for job in again}
