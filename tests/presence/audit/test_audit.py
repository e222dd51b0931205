"""Whole audits over a fetcher of canned pages: good sites, bad ones, cut-off ones, hostile ones."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from audited_sites import (
    GOOD,
    HEADERS,
    HOME,
    OWN,
    TODAY,
    Canned,
    file,
    good_site,
    page,
    png,
    redirected,
    unreached,
)
from audited_texts import RUSSIAN
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creativekit.errors import InputError, Message
from creativekit.presence.audit.audit import Audit, audit
from creativekit.presence.audit.declared import Declared, declared
from creativekit.presence.audit.gathering import (
    EXTERNAL_LINKS,
    INNER_PAGES,
    INTERNAL_LINKS,
    nowhere,
)
from creativekit.presence.audit.health import health
from creativekit.presence.audit.page import Page, Tls, Unreached
from creativekit.presence.audit.verdict import Verdict, checks
from creativekit.project.loading import load

HTTP = "http://saz.kz/"
Pages = dict[str, Page | Unreached]


def run(pages: Mapping[str, Page | Unreached], url: str = "saz.kz", most: int = 100) -> Audit:
    return audit(url, Canned(pages, most), OWN, today=TODAY)


def outcomes(found: Audit) -> dict[str, str]:
    return {verdict.check: verdict.outcome for verdict in found.verdicts}


def test_a_good_site_passes_everything() -> None:
    found = run(good_site())
    assert set(outcomes(found).values()) == {"pass"}
    assert found.health.score == 100
    assert found.health.level == 4
    assert (found.asked, found.url, found.day) == (HOME, HOME, TODAY)
    assert not found.partial
    assert sorted(each.url for each in found.pages) == [
        HOME,
        "https://saz.kz/about",
        "https://saz.kz/privacy",
        "https://saz.kz/ru/",
    ]
    missing = {known.id for known in checks()} - outcomes(found).keys()
    assert missing == {"content.shop"}  # asked of sellers alone


def test_the_order_of_work() -> None:
    fetcher = Canned(good_site())
    audit("saz.kz", fetcher, OWN, today=TODAY)
    asked = [url for url, _ in fetcher.asked]
    assert asked[:4] == [HOME, HTTP, "https://saz.kz/robots.txt", "https://saz.kz/og.png"]
    assert asked.count(HOME) == 3  # times to headers
    assert len(asked) == len(set(asked)) + 2
    assert [kind for _, kind in fetcher.asked][-1] == "head"
    assert not [url for url in asked if "instagram" in url or "t.me" in url or "wa.me" in url]


def test_the_same_site_gives_the_same_audit() -> None:
    assert run(good_site()).verdicts == run(good_site()).verdicts


BAD = f"""<html><head><title>Home</title>
<meta name=robots content=noindex>
<meta name=viewport content="width=device-width,user-scalable=no">
<link rel=canonical href=https://template.example/><meta property=og:title content=x>
<script type="application/ld+json">{{"@type":</script></head>
<body><h1>A</h1><h1>B</h1>{RUSSIAN} Lorem ipsum <img src=a.jpg>
<a href="tel:87012345678">8</a><a href="https://wa.me/87012345678">wa</a><a href="#">x</a>
<a href="https://t.me/saz">t</a><a href="https://www.instagram.com/wix/"></a><a href=/gone>g</a>
<form><input name=phone></form> © 2019</body></html>"""


def bad_site() -> Pages:
    headers = {"content-type": ("text/html",), "set-cookie": ("PHPSESSID=1",)}
    tls = Tls("TLSv1.1", date(2026, 11, 28), trusted=False, problem="name")
    home = page(body=BAD.encode("cp1251"), headers=headers, tls=tls, encoding="", seconds=2.5)
    home = replace(home, body=home.body + b" " * 2_000_001)
    return {
        HOME: home,
        HTTP: page(HTTP, BAD),
        "https://www.saz.kz/": redirected("https://www.saz.kz/", "https://parking.example/"),
        "https://saz.kz/robots.txt": file(HOME, b"User-agent: *\nDisallow: /", "text/plain"),
        "https://saz.kz/sitemap.xml": page(),
        f"https://saz.kz{nowhere(HOME)}": page(),
    }


def test_a_bad_site_fails_what_is_bad() -> None:
    found = outcomes(run(bad_site()))
    failed = {
        "transport.https", "transport.certificate", "transport.tls", "transport.to-https",
        "transport.www", "transport.not-found", "transport.compression", "transport.first-byte",
        "transport.html-size", "head.description", "head.charset", "head.noindex", "head.canonical",
        "head.robots", "language.lang", "sharing.preview", "structured.owner", "content.alt",
        "content.labels", "content.placeholder", "content.privacy", "links.telephone",
        "links.whatsapp", "links.telegram", "links.internal", "handles.links", "headers.hsts",
        "headers.nosniff", "headers.frames", "headers.cookies",
    }  # fmt: skip
    warned = {
        "head.title", "head.viewport", "head.h1", "head.icon", "head.sitemap", "language.both",
        "content.newest", "content.price", "links.empty", "headers.policy",
    }  # fmt: skip
    wrong = {id_: found.get(id_) for id_ in failed if found.get(id_) != "fail"}
    assert wrong == {}
    assert {id_: found.get(id_) for id_ in warned if found.get(id_) != "warn"} == {}
    assert run(bad_site()).health.level == 0


@pytest.mark.parametrize("most", range(17))
def test_an_audit_that_is_cut_off_keeps_what_it_has(most: int) -> None:
    found = run(good_site(), most=most)
    whole = outcomes(run(good_site()))
    full = Canned(good_site())
    audit("saz.kz", full, OWN, today=TODAY)
    assert found.partial == (most < len(full.asked))
    assert set(outcomes(found).values()) <= {"pass", "unknown", "warn"}
    # What a cut-off audit passes, the whole one passes too.
    assert all(whole[id_] == "pass" for id_, seen in outcomes(found).items() if seen == "pass")
    if most == 0:
        assert found.health.score is None
        assert outcomes(found)["transport.reach"] == "unknown"


def test_a_site_without_https_is_still_read() -> None:
    pages = {HOME: unreached("connect"), HTTP: page(HTTP)}
    found = run(pages)
    assert found.url == HTTP
    assert outcomes(found)["transport.https"] == "fail"
    assert outcomes(found)["head.title"] == "pass"
    assert found.health.level == 0


@pytest.mark.parametrize("code", ["dns", "connect", "timeout", "certificate", "loop", "private"])
def test_a_site_that_does_not_open(code: str) -> None:
    found = run({HOME: unreached(code), HTTP: unreached(code)})
    seen = outcomes(found)
    assert seen["transport.reach"] == "fail"
    assert found.health.level == 0
    assert found.pages == ()
    assert {id_ for id_, said in seen.items() if said == "fail"} <= {
        "transport.reach", "transport.https", "transport.redirects",
    }  # fmt: skip


@pytest.mark.parametrize(
    "answer",
    [
        page(status=404),
        page(status=503),
        page(headers={"content-type": ("application/pdf",)}, body=b"%PDF"),
        page(headers={}, body=b"\x00\x01\x02"),
        page(body=b""),
    ],
)
def test_an_answer_that_is_no_page_is_not_judged_as_one(answer: Page) -> None:
    seen = outcomes(run({**good_site(), HOME: answer}))
    if answer.status != 200 or answer.body != b"":
        assert {said for id_, said in seen.items() if id_.startswith("content.")} == {"unknown"}
    assert seen["headers.nosniff"] in ("pass", "fail")


@pytest.mark.parametrize(
    ("mark", "headers", "name"),
    [
        ('<script src="https://static.tildacdn.com/js/a.js"></script>', {}, "Tilda"),
        ('<meta name="generator" content="Wix.com Website Builder">', {}, "Wix"),
        ("", {"x-shopid": ("1",)}, "Shopify"),
    ],
)
def test_a_builder_is_not_blamed_on_its_customer(
    mark: str, headers: Mapping[str, tuple[str, ...]], name: str
) -> None:
    bare = {"content-type": ("text/html; charset=utf-8",), "set-cookie": ("sid=1",), **headers}
    home = page(body=GOOD.replace("</head>", mark + "</head>"), headers=bare)
    found = run({**good_site(), HOME: home})
    ours = [verdict for verdict in found.verdicts if verdict.check.startswith("headers.")]
    assert {verdict.outcome for verdict in ours} <= {"pass", "warn"}
    assert name in str(next(v for v in ours if v.check == "headers.hsts").seen)


def test_a_site_of_ones_own_has_its_own_headers() -> None:
    bare = {"content-type": ("text/html; charset=utf-8",)}
    assert outcomes(run({**good_site(), HOME: page(headers=bare)}))["headers.hsts"] == "fail"


def test_a_page_that_needs_a_browser_is_not_failed() -> None:
    empty = (
        "<!doctype html><html lang=kk><meta charset=utf-8><title>Saz шеберханасы</title>"
        "<div id=root></div>" + "<script src=/a.js></script>" * 4
    )
    found = run({**good_site(), HOME: page(body=empty)})
    seen = outcomes(found)
    assert seen["content.scripts"] == "warn"
    told = [v for v in found.verdicts if v.check.startswith(("content.", "links.", "handles."))]
    assert "fail" not in {verdict.outcome for verdict in told}
    assert seen["content.contact"] == "unknown"


def test_limits_of_what_is_asked() -> None:
    inside = "".join(f'<a href="/p{i}">p</a>' for i in range(200))
    outside = "".join(f'<a href="https://other{i}.kz/">o</a>' for i in range(200))
    home = page(body=GOOD.replace("</form>", "</form>" + inside + outside))
    fetcher = Canned({**good_site(), HOME: home}, most=10_000)
    found = audit("saz.kz", fetcher, OWN, today=TODAY)
    # A 404 to HEAD is asked again by GET, for some servers know no HEAD.
    assert (
        len({url for url, _ in fetcher.asked if "other" in url or "2gis" in url}) == EXTERNAL_LINKS
    )
    tried = {url for url, kind in fetcher.asked if kind == "head" and "/p" in url}
    assert len(tried) <= INTERNAL_LINKS
    assert sum(kind == "page" and "/p" in url for url, kind in fetcher.asked) <= 60
    assert len(found.pages) <= INNER_PAGES + 1


def test_head_that_a_server_does_not_know_is_asked_by_get() -> None:
    class NoHead(Canned):
        def get(self, url: str, kind: str = "page") -> Page:  # type: ignore[override]
            answer = super().get(url, kind)  # type: ignore[arg-type]
            return replace(answer, status=405) if kind == "head" else answer

    found = audit("saz.kz", NoHead(good_site()), OWN, today=TODAY)
    assert outcomes(found)["links.external"] == "pass"


def test_a_site_that_asks_to_stay_out_is_told_why() -> None:
    rules = file("https://saz.kz/robots.txt", b"User-agent: *\nDisallow: /", "text/plain")
    fetcher = Canned({HOME: unreached("robots"), HTTP: unreached("robots"), rules.url: rules})
    found = audit("saz.kz", fetcher, OWN, today=TODAY)
    assert outcomes(found)["transport.reach"] == "unknown"
    assert outcomes(found)["head.robots"] == "fail"
    assert found.health.score is None


HOSTILE = "\x1b[2J\x1b]0;owned\x07\u202eevil\u2066\x9b31m\u200b\x00\n" + "W" * 5_000


def test_hostile_text_is_shown_harmless_and_short() -> None:
    body = f"""<html lang="{HOSTILE}"><head><title>{HOSTILE}</title>
    <meta name=description content="{HOSTILE}"><meta name=viewport content="{HOSTILE}">
    <link rel=canonical href="{HOSTILE}"><link rel=icon href="{HOSTILE}">
    <link rel=alternate hreflang="{HOSTILE}" href="/{HOSTILE}">
    <meta property=og:title content="{HOSTILE}"><meta property=og:image content="{HOSTILE}">
    <script type="application/ld+json">{{"@type":"Store","name":"{HOSTILE[-100:]}"}}</script></head>
    <h1>{HOSTILE}</h1><h1>x</h1><img src="{HOSTILE}"><input name="{HOSTILE}">
    <a href="tel:{HOSTILE}">{HOSTILE}</a><a href="#">{HOSTILE}</a><a href="/{HOSTILE[:900]}"></a>
    <a href="https://wa.me/{HOSTILE[:90]}">w</a><a href="https://t.me/{HOSTILE[:90]}">t</a>
    <a href="https://instagram.com/{HOSTILE[:90]}">i</a>{RUSSIAN}<form><input type=tel></form>"""
    headers = dict.fromkeys((*HEADERS, "x-frame-options"), (HOSTILE,))
    headers["content-type"] = ("text/html",)
    tls = Tls(HOSTILE, TODAY, issuer=HOSTILE, trusted=False, problem=HOSTILE)
    for sent in (headers, {"content-type": ("text/html",), "set-cookie": (HOSTILE,)}):
        found = run({HOME: page(body=body, headers=sent, tls=tls, encoding=HOSTILE)})
        assert len(found.verdicts) > 40
        for verdict in found.verdicts:
            said = [str(verdict.seen), *verdict.facts.values()]
            for text in said:
                assert not [c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs")], (
                    verdict
                )
                assert len(text) < 500, verdict


@pytest.mark.parametrize(
    "typed", ["", "saz", "ftp://saz.kz", "javascript:1", "saz kz.kz", "https://"]
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(InputError):
        run({}, typed)


@pytest.mark.parametrize("typed", ["saz.kz", " https://saz.kz ", "HTTPS://saz.kz", "saz.kz/"])
def test_an_address_may_be_typed_short(typed: str) -> None:
    assert run(good_site(), typed).url == HOME


def verdict(check: str, outcome: str) -> Verdict:
    return Verdict(check, outcome, Message("x"))  # type: ignore[arg-type]


def test_health_is_what_passes_by_weight() -> None:
    both = [verdict("transport.reach", "pass"), verdict("headers.hsts", "fail")]  # 3 and 1
    assert health(both).score == 75
    assert health(both).level == 3
    assert health([verdict("transport.reach", "pass"), verdict("headers.hsts", "warn")]).score == 88
    assert health([verdict("headers.hsts", "fail")]).level == 1
    assert health([verdict("handles.declared", "fail"), verdict("head.h1", "pass")]).score == 100
    assert health([]).score is None


def test_health_needs_most_to_be_seen() -> None:
    seen = [verdict("head.title", "pass")]  # 3
    assert health([*seen, verdict("head.viewport", "unknown")]).score is None  # of 6
    assert health([*seen, verdict("sharing.picture", "unknown")]).score == 100  # of 5
    assert health([*seen, verdict("sharing.picture", "unknown")]).coverage == 0.6


def test_what_is_not_safe_is_level_0_however_good_the_rest() -> None:
    rest = [verdict(known.id, "pass") for known in checks() if known.id != "transport.https"]
    found = health([*rest, verdict("transport.https", "fail")])
    assert found.level == 0
    assert found.stopped == ("transport.https",)
    assert found.score is not None
    assert found.score > 90


PIECES = st.sampled_from(
    [
        *GOOD.split("\n"),
        "<a href='http://[::1'>x</a>",
        "<base href='http://[x'>",
        "<link rel=canonical href='https://[x/'>",
        "<meta property=og:image content='https://[x/'>",
        "<link rel=alternate hreflang=ru href='//[x'>",
        "<a href='https://wa.me/?phone='>x</a>",
        "<a href='https://api.whatsapp.com/send?&&&=;'>x</a>",
        "<a href='tel:%ff%00'>x</a>",
        "<meta name=viewport content='maximum-scale=.;user-scalable'>",
        '<script type=application/ld+json>[{"@type":[null,{}],"sameAs":[1,{}]}]</script>',
        "<a href='https://шебер.қаз/\udcff'>x</a>".encode("utf-8", "replace").decode(),
        "\0",
        "<title>",
    ]
)
ANSWERS = st.builds(
    lambda body, status, headers, version, seconds: page(
        body="".join(body), status=status, headers=headers, seconds=seconds,
        tls=Tls(version, TODAY), cut=status == 206,
    ),
    st.lists(PIECES, max_size=12),
    st.sampled_from([200, 200, 200, 204, 206, 301, 403, 404, 500, 999]),
    st.dictionaries(
        st.sampled_from([*HEADERS, "x-robots-tag", "content-length"]),
        st.lists(st.text(max_size=20), max_size=2).map(tuple),
        max_size=4,
    ),
    st.sampled_from(["TLSv1.3", "", "TLSv", "x"]),
    st.floats(0, 60),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ANSWERS, min_size=1, max_size=4), st.integers(0, 60), st.data())
def test_no_answer_breaks_an_audit(answers: list[Page], most: int, data: st.DataObject) -> None:
    codes = ["dns", "tls", "certificate", "timeout", "robots", "loop", "headers"]

    class Random(Canned):
        def get(self, url: str, kind: str = "page") -> Page:  # type: ignore[override]
            super().get(url, "file")
            turn = len(self.asked)
            if turn % 5 == 4:
                raise unreached(codes[turn % len(codes)])
            return replace(answers[turn % len(answers)], asked=url, url=url)

    found = audit("saz.kz", Random({}, most), OWN, today=TODAY)
    for each in found.verdicts:
        assert str(each.seen)


@pytest.mark.parametrize(
    ("home", "own"),
    [
        (HOME, True),
        ("https://saz.tilda.ws/", False),
        ("https://taplink.cc/saz", False),
        ("https://www.instagram.com/saz", False),
        ("https://nottilda.ws/", True),
    ],
)
def test_a_domain_is_ones_own_or_another_s(home: str, own: bool) -> None:
    assert run({home: page(home)}, home).own_domain is own
    assert run({}, "gone.kz").own_domain is True  # it answers 404, under a name of its own
    assert run({HOME: unreached("dns"), HTTP: unreached("dns")}).own_domain is None


BULK = [
    '<a href="/x?a=1">x</a>',
    '<a href="https://шебер.қаз/қ">x</a>',
    "<a href=https://instagram.com/abc>i</a>",
    "<a href=tel:8>x</a>",
    "<form><input name=phone>",
    "<h1>x",
    "<img src=http://x/a>",
    "<link rel=alternate hreflang=ru href=/a>",
    '<script type=application/ld+json>{"@type":"Store","name":"x"}</script>',
    "1 ",
    "+7 (70",
    "a@a",
    "-->  ",
    "© ",
    "12.12.2020 ",
]


@pytest.mark.parametrize("part", BULK)
def test_a_page_of_much_of_one_thing_takes_bounded_time(part: str) -> None:
    home = page(body="<html lang=kk>" + part * (150_000 // len(part.encode())))
    begun = time.process_time()
    run({HOME: home})
    # Under half a second; what is quadratic takes far more.
    assert time.process_time() - begun < 5


def test_what_a_project_says_of_itself() -> None:
    project = load(Path(__file__).resolve().parents[3] / "examples" / "saz-studio")
    found = declared(project, ["market"])
    assert found.languages == tuple(project.languages)
    assert found.handles == {
        network: text
        for network in ("instagram", "telegram")
        if (text := getattr(project.contact, network))
    }
    assert found.handles
    assert found.phone == project.contact.phone
    assert found.features == {"market"}
    assert Declared() == Declared({}, (), "", "", frozenset())


def test_a_picture_of_a_page_is_asked_once() -> None:
    pages = good_site()
    pages["https://saz.kz/og.png"] = file("https://saz.kz/og.png", png(300, 200), "image/png")
    fetcher = Canned(pages)
    found = audit("saz.kz", fetcher, OWN, today=TODAY)
    assert outcomes(found)["sharing.picture"] == "fail"
    assert [url for url, _ in fetcher.asked].count("https://saz.kz/og.png") == 1
