"""Every threat that fetch.py lists, one by one, on real sockets, with the time it may take."""

from __future__ import annotations

import itertools
import socket
import time
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loopback_site import LoopbackSites
from loopback_threats import PRIVATE_WRITINGS

from creativekit.presence.audit import fetch, trust
from creativekit.presence.audit.connection import Line
from creativekit.presence.audit.exchange import (
    FOREWORDS,
    HEADER_BYTES,
    HEADER_LINES,
    Answer,
    exchange,
)
from creativekit.presence.audit.fetch import Limits, Loopback, Page, Unreached

SECONDS = 0.6  # what a fetch may take here that is meant to be late; 20 in life
ENOUGH = 1.5  # s; something has to come first
PATIENT = 15.0  # s; what ends by itself is not to be late on a busy machine
GRACE = 5.0  # s more on a busy machine


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The numbers that lines were opened to, for requests or to read certificates."""
    addresses: list[str] = []

    class Spy(Line):
        def __init__(self, address: str, *rest: object) -> None:
            addresses.append(address)
            super().__init__(address, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(fetch, "Line", Spy)
    monkeypatch.setattr(trust, "Line", Spy)
    return addresses


def fetched(
    sites: LoopbackSites, url: str, seconds: float = PATIENT, **settings: object
) -> Page | Unreached:
    """What came of it, in time."""
    began = time.monotonic()
    try:
        return sites.fetcher(limits=Limits(seconds=seconds), **settings).get(url)
    except Unreached as error:
        return error
    finally:
        assert time.monotonic() - began < seconds + GRACE, "it ends in time"


def test_the_limits_that_the_command_line_has() -> None:
    limits = Limits()
    assert (limits.seconds, limits.redirects, limits.body) == (20.0, 5, 2_000_000)
    assert (HEADER_BYTES, HEADER_LINES, FOREWORDS) == (65_536, 100, 8)


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("double-gzip.test", "encoding"),
        ("zstd.test", "encoding"),
        ("robots-silent.test", "timeout"),
        ("http09.test", "protocol"),
        ("ssh.test", "protocol"),
        ("informational.test", "protocol"),
        ("switching.test", "protocol"),
        ("two-lengths.test", "protocol"),
        ("bad-length.test", "protocol"),
        ("header-flood.test", "headers"),
        ("many-headers.test", "headers"),
        ("long-header.test", "headers"),
        ("hangs-up.test", "closed"),
        ("to-file.test", "scheme"),
        ("to-script.test", "scheme"),
        ("to-port.test", "port"),
        ("to-user.test", "userinfo"),
        ("to-hidden.test", "private"),
        ("private.test", "private"),
        ("one-private.test", "private"),
        ("mapped.test", "private"),
        ("metadata.test", "private"),
        ("no-address.test", "dns"),
    ],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_what_is_refused(sites: LoopbackSites, scheme: str, host: str, code: str) -> None:
    refused = fetched(sites, f"{scheme}://{host}/", SECONDS if code == "timeout" else PATIENT)
    assert isinstance(refused, Unreached)
    assert refused.code == code
    assert str(refused)


@pytest.mark.parametrize(
    ("host", "why", "least", "most"),
    [
        ("gzip-bomb.test", "size", 2_000_000, 2_000_000),
        ("deflate-bomb.test", "size", 2_000_000, 2_000_000),
        ("brotli-bomb.test", "size", 2_000_000, 2_000_000),
        ("endless.test", "size", 2_000_000, 2_000_000),
        ("huge-html.test", "size", 2_000_000, 2_000_000),
        ("empty-gzip-blocks.test", "size", 0, 0),
        ("slow-body.test", "time", 19, 40),
        ("not-gzip.test", "broken", 0, 0),
        ("short-length.test", "broken", 18, 18),
        ("bad-chunks.test", "broken", 5, 5),
        ("chunk-flood.test", "broken", 0, 0),
        ("many-trailers.test", "broken", 0, 0),
        ("long-length.test", "", 5, 5),
        ("brotli.test", "", 2_100, 2_100),
        ("raw-deflate.test", "", 18, 18),
        ("malformed.test", "", 58, 58),
        ("to-nowhere.test", "", 0, 0),
    ],
)
def test_what_is_cut(sites: LoopbackSites, host: str, why: str, least: int, most: int) -> None:
    page = fetched(sites, f"https://{host}/", ENOUGH if why == "time" else PATIENT)
    assert isinstance(page, Page)
    assert (page.why, page.cut) == (why, bool(why))
    assert least <= len(page.body) <= most
    assert page.wire < 2_200_000


@pytest.mark.parametrize("host", ["slow-headers.test", "slow-letters.test", "silent.test"])
def test_a_byte_now_and_then_is_no_answer(sites: LoopbackSites, host: str) -> None:
    """Each read is quick; a limit for each of them, as most clients have, would never be met."""
    refused = fetched(sites, f"http://{host}/", SECONDS)
    assert isinstance(refused, Unreached)
    assert refused.code == "timeout"


def test_bytes_one_by_one_end_by_time_or_size(sites: LoopbackSites) -> None:
    page = fetched(sites, "http://small-chunks.test/", ENOUGH)
    assert isinstance(page, Page)
    assert page.why in ("time", "size")
    assert set(page.body) == set(b"x")


@pytest.mark.parametrize("writing", PRIVATE_WRITINGS)
def test_this_network_is_not_asked(sites: LoopbackSites, writing: str, opened: list[str]) -> None:
    """Even a fetcher that may reach good.test here does not take an address for it."""
    refused = fetched(sites, writing)
    assert isinstance(refused, Unreached)
    assert refused.code == "private"
    assert opened == []


@pytest.mark.parametrize("at", range(len(PRIVATE_WRITINGS)))
def test_nor_after_a_redirect(sites: LoopbackSites, at: int, opened: list[str]) -> None:
    refused = fetched(sites, f"http://to-private.test/{at}")
    assert isinstance(refused, Unreached)
    assert refused.code == "private"
    assert [hop.status for hop in refused.hops] == [302]
    assert len(opened) == 2, "robots.txt, and the page that redirects"


class Changing:
    """A name whose answers differ, in turn; everything else is as ever."""

    def __init__(self, sites: LoopbackSites, *answers: Sequence[str]) -> None:
        self._sites = sites
        self._answers: Iterator[Sequence[str]] = itertools.chain(
            answers, itertools.repeat(answers[-1])
        )
        self.asked = 0

    def __call__(self, host: str, port: int) -> Sequence[str]:
        if host != "changes.test":
            return self._sites.resolve(host, port)
        self.asked += 1
        return next(self._answers)


def test_the_second_answer_of_dns_is_never_used(sites: LoopbackSites, opened: list[str]) -> None:
    dns = Changing(sites, ["127.0.0.1"], ["10.0.0.1"])
    fetcher = sites.fetcher(resolve=dns)
    for url in ("http://changes.test/", "https://changes.test/", "https://changes.test/b"):
        assert b"first answer" in fetcher.get(url).body
    assert dns.asked == 1
    assert set(opened) == {"127.0.0.1"}
    assert len(opened) == 5, "two robots.txt and three pages"


@pytest.mark.parametrize(
    "hidden",
    ["10.0.0.1", "0.0.0.0", "169.254.169.254", "100.64.0.1", "fd00::1",
     "fe80::1%eth0", "::ffff:10.0.0.1", "::10.0.0.1", "2002:a00:1::1",
     "2001:0:a00:1:0:0:f5ff:fffe", "64:ff9b::a00:1", "64:ff9b:1::a00:1"],
)  # fmt: skip
@pytest.mark.parametrize("beside", [(), ("93.184.215.14",)])
def test_a_name_that_leads_into_a_network_is_not_opened(
    sites: LoopbackSites, opened: list[str], hidden: str, beside: tuple[str, ...]
) -> None:
    """Whatever DNS calls it by, alone or after an address that is the world's."""
    dns = Changing(sites, [*beside, hidden])
    refused = fetched(sites, "http://changes.test/", resolve=dns)
    assert isinstance(refused, Unreached)
    assert refused.code == "private"
    assert opened == []


def test_a_private_answer_is_not_asked_again(sites: LoopbackSites, opened: list[str]) -> None:
    dns = Changing(sites, ["10.0.0.1"], ["127.0.0.1"])
    fetcher = sites.fetcher(resolve=dns)
    for _ in range(3):
        with pytest.raises(Unreached):
            fetcher.get("http://changes.test/")
    assert dns.asked == 1
    assert opened == []


@pytest.mark.parametrize(
    ("host", "problem"),
    [
        ("expired.test", "expired"),
        ("not-yet.test", "not-yet"),
        ("self-signed.test", "self-signed"),
        ("stranger.test", "issuer"),
        ("wrong-name.test", "name"),
    ],
)
def test_a_bad_certificate_is_read_and_nothing_is_sent(
    sites: LoopbackSites, host: str, problem: str
) -> None:
    refused = fetched(sites, f"https://{host}/")
    assert isinstance(refused, Unreached)
    assert refused.code == "certificate"
    assert refused.tls is not None
    assert not refused.tls.trusted
    assert refused.tls.problem == problem
    assert refused.tls.expires is not None
    assert refused.tls.issuer
    time.sleep(0.05)
    assert sites.asked_of(host) == []
    assert sites.server.greeted == [host, host], "looked at twice, asked nothing"


def test_an_old_version_of_tls_is_named(sites: LoopbackSites) -> None:
    refused = fetched(sites, "https://old-tls.test/")
    assert isinstance(refused, Unreached)
    assert refused.code == "tls"
    assert refused.tls is not None
    assert (refused.tls.version, refused.tls.problem) == ("TLSv1.1", "version")
    assert sites.asked_of("old-tls.test") == []


def test_no_tls_at_all(sites: LoopbackSites) -> None:
    refused = fetched(sites, "https://no-tls.test/")
    assert isinstance(refused, Unreached)
    assert (refused.code, refused.tls) == ("tls", None)


def test_a_handshake_that_never_ends(sites: LoopbackSites) -> None:
    plain_port = Loopback(names=sites.names, ports={443: sites.server.http})
    refused = fetched(sites, "https://good.test/", SECONDS, loopback=plain_port)
    assert isinstance(refused, Unreached)
    assert refused.code in ("timeout", "tls")


def test_a_port_that_swallows_connections(sites: LoopbackSites) -> None:
    with socket.socket() as deaf, socket.socket() as first, socket.socket() as second:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        for queued in (first, second):  # the queue is full: a third is neither taken nor refused
            queued.setblocking(False)
            queued.connect_ex(deaf.getsockname())
        loopback = Loopback(names=sites.names, ports={80: deaf.getsockname()[1]})
        refused = fetched(sites, "http://good.test/", SECONDS, loopback=loopback)
    assert isinstance(refused, Unreached)
    assert refused.code == "connect"


def test_a_closed_port(sites: LoopbackSites) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        loopback = Loopback(names=sites.names, ports={80: closed.getsockname()[1]})
        refused = fetched(sites, "http://good.test/", loopback=loopback)
    assert isinstance(refused, Unreached)
    assert refused.code == "connect"


def test_dns_that_never_answers(sites: LoopbackSites) -> None:
    def slow(_host: str, _port: int) -> Sequence[str]:
        time.sleep(8)
        return ("127.0.0.1",)

    refused = fetched(sites, "http://good.test/", SECONDS, resolve=slow)
    assert isinstance(refused, Unreached)
    assert refused.code == "timeout"


def test_a_site_is_waited_for_once(sites: LoopbackSites) -> None:
    """However often it is asked: its time is one time, with www. and by http too."""
    # What robots.txt took is not in vain and is left over: on a busy machine more than a trifle of
    # a short time. So the time is a longer one.
    seconds = 4.0
    fetcher = sites.fetcher(limits=Limits(seconds=seconds))
    began = time.monotonic()
    codes = []
    for url in ("https://silent.test/", "http://silent.test/", "https://silent.test/b"):
        with pytest.raises(Unreached) as refused:
            fetcher.get(url)
        codes.append(refused.value.code)
    assert codes == ["timeout", "slow", "slow"]
    assert time.monotonic() - began < min(seconds + GRACE, 3 * seconds)
    assert len(sites.asked_of("silent.test")) == 2, "robots.txt, and the page once"
    assert fetcher.get("https://good.test/").status == 200, "another site has its own time"


def test_a_page_that_never_ends_uses_its_sites_time_up(sites: LoopbackSites) -> None:
    fetcher = sites.fetcher(limits=Limits(seconds=ENOUGH))
    assert fetcher.get("https://slow-body.test/").why == "time"
    with pytest.raises(Unreached) as refused:
        fetcher.get("https://slow-body.test/b")
    assert refused.value.code == "slow"


def test_answers_cost_a_site_nothing(sites: LoopbackSites) -> None:
    """Forty quick answers are not forty waits, and refusals are quick too."""
    fetcher = sites.fetcher(limits=Limits(seconds=PATIENT))
    for turn in range(20):
        assert fetcher.get(f"https://bad.test/{turn}").status == 200
        with pytest.raises(Unreached) as refused:
            fetcher.get("https://hangs-up.test/")
        assert refused.value.code == "closed"


def test_http_has_its_turn_where_nothing_answers_https(sites: LoopbackSites) -> None:
    """A firewall that drops what comes to 443, as many that never had https do."""
    with socket.socket() as deaf, socket.socket() as first, socket.socket() as second:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        for queued in (first, second):
            queued.setblocking(False)
            queued.connect_ex(deaf.getsockname())
        ports = {80: sites.server.http, 443: deaf.getsockname()[1]}
        fetcher = sites.fetcher(
            limits=Limits(seconds=2.0), loopback=Loopback(names=sites.names, ports=ports)
        )
        with pytest.raises(Unreached) as refused:
            fetcher.get("https://bad.test/")
        assert refused.value.code == "connect"
        assert fetcher.get("http://bad.test/").status == 200


def test_headers_are_plain(sites: LoopbackSites) -> None:
    page = fetched(sites, "https://escapes.test/")
    assert isinstance(page, Page)
    assert page.header("x-said") == "gone"


class Said(Line):
    """A line on which everything was said already."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = list(pieces)

    def send(self, data: bytes) -> None:
        pass

    def receive(self) -> bytes:
        return self._pieces.pop(0) if self._pieces else b""


WORDS = st.sampled_from(
    [b"HTTP/1.1 200 OK\r\n", b"HTTP/1.0 200\r\n", b"HTTP/1.1 103 x\r\n\r\n",
     b"Content-Length: 5\r\n", b"Content-Length: 6\r\n", b"Transfer-Encoding: chunked\r\n",
     b"Content-Encoding: gzip\r\n",
     b"Content-Encoding: br\r\n", b"Location: //x\r\n", b": x\r\n",
     b" folded\r\n", b"X: \x1b\xff\r\n",
     b"\r\n", b"\n", b"5\r\nhello\r\n", b"0\r\n\r\n", b"ffffffffffffffff\r\n",
     b"hello", b"\x1f\x8b\x08"]
)  # fmt: skip


@given(st.lists(WORDS | st.binary(max_size=9), max_size=14), st.sampled_from(["GET", "HEAD"]))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_bytes_are_an_answer_or_refused(pieces: list[bytes], method: str) -> None:
    try:
        answer = exchange(Said(*filter(None, pieces)), method, "good.test", "/", 1_000)
    except Unreached:
        return
    assert isinstance(answer, Answer)
    assert 200 <= answer.status <= 999
    assert len(answer.body) <= 1_000
    assert all("\x1b" not in value for values in answer.headers.values() for value in values)
