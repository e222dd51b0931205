"""Fetching what is well: pages, redirects, robots.txt, the pace, and an end when asked to."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Sequence

import pytest
from loopback_site import FakeTime, LoopbackSites

from creativekit import __version__
from creativekit.presence.audit import fetch
from creativekit.presence.audit.connection import Line
from creativekit.presence.audit.fetch import Hop, Limits, Unreached
from creativekit.presence.audit.pace import Pace
from creativekit.presence.audit.page import Page


def test_a_page_and_all_that_is_known_of_it(sites: LoopbackSites) -> None:
    page = sites.fetcher().get("https://good.test/")
    assert page.status == 200
    assert "Қолдан басылған киіз" in page.body.decode()
    assert (page.asked, page.url) == ("https://good.test/", "https://good.test/")
    assert page.hops == (Hop("https://good.test/", 200),)
    assert (page.cut, page.why) == (False, "")
    assert page.encoding == "gzip"
    assert 500 < page.wire < len(page.body)
    assert 0 < page.seconds < 2
    assert page.header("X-Content-Type-Options") == "nosniff"
    assert page.header("missing") == ""
    assert page.tls is not None
    assert page.tls.trusted
    assert (page.tls.version, page.tls.problem) == ("TLSv1.3", "")
    assert page.tls.names == ("good.test",)
    assert page.tls.issuer == "Loopback Test Authority"
    assert page.tls.expires is not None


def test_http_leads_to_https_and_both_are_hops(sites: LoopbackSites) -> None:
    page = sites.fetcher().get("http://www.good.test/")
    assert page.hops == (Hop("http://www.good.test/", 301), Hop("https://good.test/", 200))
    assert not page.downgraded


def test_https_that_leads_to_http_is_noted(sites: LoopbackSites) -> None:
    page = sites.fetcher().get("https://down.test/")
    assert page.downgraded
    assert page.tls is None


def test_what_is_asked_says_who_asks_and_nothing_of_the_user(
    sites: LoopbackSites, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    sites.fetcher().get("https://good.test/ru/")
    asked = sites.asked_of("good.test")[-1]
    assert (asked.method, asked.path) == ("GET", "/ru/")
    assert asked.headers == {
        "host": "good.test",
        "accept-encoding": "gzip, deflate, br",
        "connection": "close",
        "accept": "text/html, application/xhtml+xml, */*;q=0.5",
        "user-agent": fetch.USER_AGENT,
    }
    assert fetch.USER_AGENT.startswith(f"creativekit/{__version__} (")


def test_head_asks_for_headers_only(sites: LoopbackSites) -> None:
    page = sites.fetcher().get("https://good.test/share.png", kind="head")
    assert (page.status, page.body) == (200, b"")
    assert int(page.header("content-length")) > 100
    assert sites.asked_of("good.test")[-1].method == "HEAD"


def test_cookies_are_told_and_never_sent_back(sites: LoopbackSites) -> None:
    fetcher = sites.fetcher()
    for _ in range(2):
        page = fetcher.get("https://cookies.test/")
        assert page.status == 200
        assert page.headers["set-cookie"] == ("a=1; Secure; HttpOnly; SameSite=Lax", "b=2")
    assert not any("cookie" in request.headers for request in sites.asked)


def test_five_redirects_are_followed_and_no_more(sites: LoopbackSites) -> None:
    page = sites.fetcher().get("https://five-hops.test/")
    assert [hop.status for hop in page.hops] == [302] * 5 + [200]
    with pytest.raises(Unreached) as refused:
        sites.fetcher().get("https://six-hops.test/")
    assert refused.value.code == "redirects"
    assert len(refused.value.hops) == 6


def test_a_circle_is_left(sites: LoopbackSites) -> None:
    with pytest.raises(Unreached) as refused:
        sites.fetcher().get("https://loop.test/")
    assert refused.value.code == "loop"
    assert [hop.url for hop in refused.value.hops] == [
        f"https://loop.test/{path}" for path in ("", "a", "b")
    ]


def test_busy_is_an_answer(sites: LoopbackSites) -> None:
    page = sites.fetcher().get("https://busy.test/")
    assert (page.status, page.header("retry-after")) == (429, "120")
    assert len(sites.asked_of("busy.test")) == 2, "robots.txt and the page: nothing is tried again"


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://good.test/", True),
        ("https://good.test/tapsyrys", False),
        ("https://forbids.test/", False),
        ("https://robots-us.test/", True),
        ("https://robots-us.test/us/x", False),
        ("https://robots-us.test/%75s/x", False),
        ("https://robots-us.test/a/../us/x", False),
        ("https://robots-down.test/", False),
        ("https://robots-busy.test/", False),
        ("https://robots-cut.test/", False),
        ("https://robots-long.test/", True),
    ],
)
def test_robots_txt_is_obeyed(sites: LoopbackSites, url: str, allowed: bool) -> None:
    fetcher = sites.fetcher()
    for _ in range(2):
        if allowed:
            assert fetcher.get(url).status == 200
        else:
            with pytest.raises(Unreached) as refused:
                fetcher.get(url)
            assert refused.value.code == "robots"
    asked = [request.path for request in sites.asked]
    assert asked.count("/robots.txt") == 1
    assert len(asked) == (3 if allowed else 1)


def test_what_robots_txt_says_can_be_asked(sites: LoopbackSites) -> None:
    robots = sites.fetcher().robots("https://good.test/ru/")
    assert robots.sitemaps == ("https://good.test/sitemap.xml",)
    assert robots.status == 200


def test_a_redirect_asks_the_other_sites_robots_txt(sites: LoopbackSites) -> None:
    sites.fetcher().get("https://to-good.test/")
    paths = [request.path for request in sites.asked_of("good.test")]
    assert paths == ["/", "/robots.txt", "/"], "the first is where the other robots.txt led"


def test_one_request_a_second_to_a_host(sites: LoopbackSites) -> None:
    now = FakeTime()
    fetcher = sites.fetcher(pace=Pace(*now.both))
    for _ in range(4):
        fetcher.get("https://good.test/")
    assert now.now == pytest.approx(4.0, abs=0.3), "robots.txt and four pages"
    fetcher.get("https://bad.test/")
    assert now.now == pytest.approx(5.0, abs=0.3), "another host waits for itself only"


def test_a_site_may_ask_for_five_seconds_at_most(sites: LoopbackSites) -> None:
    now = FakeTime()
    fetcher = sites.fetcher(pace=Pace(*now.both))
    for _ in range(3):
        fetcher.get("https://robots-slow.test/")
    assert now.now == pytest.approx(1 + 5 + 5, abs=0.5)


def test_the_real_pace_waits(sites: LoopbackSites) -> None:
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        time.sleep(seconds)

    began = time.monotonic()
    pace = Pace(wait=wait)
    page = sites.fetcher(pace=pace, limits=Limits(seconds=0.8)).get("http://soon.test/")
    took = time.monotonic() - began
    assert took >= 1.0
    assert 0.5 < sum(waits) < 1.1, "one pause, between robots.txt and the page"
    assert page.seconds < took - sum(waits), "our own pause is not the server's slowness"


def test_a_hundred_requests_and_no_more(sites: LoopbackSites) -> None:
    fetcher = sites.fetcher(limits=Limits(requests=5))
    for _ in range(4):
        fetcher.get("https://good.test/")
    assert fetcher.over == ""
    with pytest.raises(Unreached) as refused:
        fetcher.get("https://good.test/")
    assert refused.value.code == fetcher.over == "budget"
    assert len(sites.asked) == fetcher.requests == 5
    assert Limits().requests == 100


def test_an_audit_has_an_end(sites: LoopbackSites) -> None:
    fetcher = sites.fetcher(limits=Limits(audit=0.2))
    fetcher.get("https://good.test/")
    time.sleep(0.3)
    with pytest.raises(Unreached) as refused:
        fetcher.get("https://good.test/")
    assert refused.value.code == fetcher.over == "budget"


AT_ONCE = 5.0  # s, on a busy machine; without being stopped each of these takes 20


class _After:
    """True a while after the first time it was asked."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.began: float | None = None

    def __call__(self) -> bool:
        self.began = self.began or time.monotonic()
        return time.monotonic() - self.began > self.seconds


@pytest.mark.parametrize(
    "url", ["https://silent.test/", "https://slow-headers.test/", "https://robots-silent.test/"]
)
def test_a_stopped_audit_ends_at_once(sites: LoopbackSites, url: str) -> None:
    fetcher = sites.fetcher(cancelled=_After(0.4))
    began = time.monotonic()
    with pytest.raises(Unreached) as refused:
        fetcher.get(url)
    assert time.monotonic() - began < AT_ONCE
    assert refused.value.code == fetcher.over == "cancelled"
    with pytest.raises(Unreached):
        fetcher.get("https://good.test/")
    assert sites.asked_of("good.test") == []


def test_a_stopped_audit_ends_in_a_pause_too(sites: LoopbackSites) -> None:
    stopped, waits = threading.Event(), itertools.count(1)

    def wait(_seconds: float) -> None:
        """On a clock that stands still a pause has no end but being stopped."""
        assert next(waits) < 9, "nobody asked whether the audit was stopped"
        stopped.set()

    pace = Pace(clock=lambda: 0.0, wait=wait)
    with pytest.raises(Unreached) as refused:
        sites.fetcher(cancelled=stopped.is_set, pace=pace).get("https://good.test/")
    assert refused.value.code == "cancelled"
    assert [request.path for request in sites.asked] == ["/robots.txt"]


def test_a_stopped_audit_keeps_what_had_come(sites: LoopbackSites) -> None:
    fetcher = sites.fetcher(cancelled=_After(0.5))
    page = fetcher.get("https://slow-body.test/")
    assert (page.cut, page.why, fetcher.over) == (True, "cancelled", "cancelled")
    assert b"<title>Slow</title>" in page.body


def test_a_name_that_does_not_exist(sites: LoopbackSites) -> None:
    with pytest.raises(Unreached) as refused:
        sites.fetcher().get("https://gone.test/")
    assert refused.value.code == "dns"
    assert refused.value.exit_code == 4


def test_the_next_address_is_tried_when_one_does_not_answer(
    sites: LoopbackSites, monkeypatch: pytest.MonkeyPatch
) -> None:
    def two(_host: str, _port: int) -> Sequence[str]:
        return ("127.0.0.2", "127.0.0.1")  # nobody listens at the first

    tried = connections(monkeypatch)
    assert sites.fetcher(resolve=two).get("http://bad.test/", kind="head").status == 200
    assert tried[:2] == ["127.0.0.2", "127.0.0.1"]


def test_only_what_a_test_says_makes_this_machine_reachable(sites: LoopbackSites) -> None:
    """The command line gives a fetcher none of these, and so good.test is refused."""
    with pytest.raises(Unreached) as refused:
        fetch.Fetcher(resolve=sites.resolve, pace=Pace(*FakeTime().both)).get("https://good.test/")
    assert refused.value.code == "private"


def test_the_systems_resolver_is_judged_too() -> None:
    with pytest.raises(Unreached) as refused:
        fetch.Fetcher(pace=Pace(*FakeTime().both)).get("http://localhost/")
    assert refused.value.code == "private"


def connections(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The numbers that lines are opened to, from now on."""
    opened: list[str] = []

    class Spy(Line):
        def __init__(self, address: str, *rest: object) -> None:
            opened.append(address)
            super().__init__(address, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(fetch, "Line", Spy)
    return opened


@pytest.mark.parametrize("kind", ["page", "file"])
def test_types_of_a_page(sites: LoopbackSites, kind: fetch.Kind) -> None:
    page: Page = sites.fetcher().get("https://cp1251.test/", kind=kind)
    assert "Войлок" in page.body.decode("cp1251")
