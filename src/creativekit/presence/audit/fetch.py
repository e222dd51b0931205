"""All fetching of the live audit goes through here: `Fetcher.get`, and nothing else opens a line.

What is fetched is a stranger's, and whoever controls a site controls every byte, redirect and DNS
entry that this sees. What could happen, and what holds it:

1.  *It makes us ask inside the user's network* (router, printer, cloud metadata), by an address in
    a link, a redirect or DNS: every hop's address is taken apart by `addresses.target` (http and
    https, ports 80 and 443, no user, numbers in any writing), its name resolved once and refused
    if any answer is not of the public internet.
2.  *DNS answers differently when the connection is made* (rebinding): the connection goes to the
    numbers that were checked. Host, SNI and the certificate's check use the name.
3.  *It sends us in circles*: redirects are followed by hand, five at most, none twice.
4.  *It never ends*: one clock of 20 s bounds DNS, connection, handshake, headers and body of all
    hops together (`connection.Patience`), and waiting in vain for one site 20 s in all (`waiting`);
    half of it may go by until a line is open, so that http has the other where nothing answers
    https. An audit ends after 10 minutes.
5.  *It is too much*: 64 KB and 100 lines of headers, eight 1xx answers, 2 MB of body, counted as it
    comes and as it unpacks (`exchange`, `unpacking`); nothing is ever made to be thrown away.
6.  *It is no HTTP*: h11 refuses lengths that contradict, chunks that are none, HTTP/0.9.
7.  *It is someone else*: certificates are verified against Mozilla's list. When one is not good, a
    second look without verification reads its facts, and no request is sent over that line.
8.  *We are a nuisance*: one request a second to a host, 100 in all, robots.txt obeyed, only GET
    and HEAD exist (a form cannot be submitted), and the User-Agent says what this is.
9.  *We tell on the user*: no cookies are kept or sent, no Referer, no language; no proxy and no
    password of the environment is used; the User-Agent names the program only.
10. *What it says attacks who reads it*: header values, addresses and issuers are `plain`; a body
    is data, and whoever shows a part of it calls `plain`; `sitemap` reads XML without entities.

Why not requests: its time limit is for one wait, so a byte now and then holds it for ever; it
resolves names itself, after any check; and it knows no limit of size. Put around it, those three
would be more code than the lines and the reader of `connection` and `exchange`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from creativekit import __version__
from creativekit.errors import msg
from creativekit.presence.audit import robots as robots_txt
from creativekit.presence.audit.addresses import Target, target
from creativekit.presence.audit.connection import Cancelled, Late, Line, Patience
from creativekit.presence.audit.exchange import REDIRECTS, Answer, exchange
from creativekit.presence.audit.lookup import Lookup, Resolver, system_resolver
from creativekit.presence.audit.pace import Pace
from creativekit.presence.audit.page import Hop, Page, Tls, Unreached
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.robots import Robots
from creativekit.presence.audit.trust import seen, trusting, why_untrusted
from creativekit.presence.audit.waiting import Waits

__all__ = ["Fetcher", "Hop", "Limits", "Loopback", "Page", "Tls", "Unreached"]

USER_AGENT = f"creativekit/{__version__} (checks a website for its owner; obeys robots.txt)"
MOST_ADDRESSES = 4  # of one name that are tried

Kind = Literal["page", "file", "head"]
_ACCEPT: Mapping[Kind, str] = {
    "page": "text/html, application/xhtml+xml, */*;q=0.5",
    "file": "*/*",
    "head": "*/*",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """seconds: one `get`, all hops, and all waiting in vain for one site. audit: everything. body:
    bytes. The others count."""

    seconds: float = 20.0
    audit: float = 600.0
    redirects: int = 5
    body: int = 2_000_000
    requests: int = 100


@dataclass(frozen=True, slots=True)
class Loopback:
    """For tests: `names` that may be this machine, and where its ports 80 and 443 really are.
    Addresses written in numbers, and all other names, are judged as ever."""

    names: frozenset[str]
    ports: Mapping[int, int]


class Fetcher:
    """Fetches for one audit, one thing after the other (not from several threads), and counts.
    All settings but `limits` and `cancelled` are for tests.

    cancelled: asked ten times a second; once it says True, every wait ends. roots: the
    certificates to trust (PEM), else Mozilla's: what a visitor's browser says, on every machine.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        cancelled: Callable[[], bool] = lambda: False,
        resolve: Resolver = system_resolver,
        roots: bytes | None = None,
        loopback: Loopback | None = None,
        pace: Pace | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.requests = 0
        self.over = ""  # budget, cancelled: the audit is partial
        self._cancelled = cancelled
        self._ports = loopback.ports if loopback else {}
        self._lookup = Lookup(resolve, loopback.names if loopback else frozenset())
        self._pace = pace or Pace()
        self._trust = trusting(roots)
        self._began: float | None = None
        self._robots: dict[str, Robots | Unreached] = {}
        self._waits = Waits(self.limits.seconds)

    def get(self, url: str, kind: Kind = "page") -> Page:
        """What is at `url`, after redirects. kind: page and file ask for it whole (a page as a
        browser would), head for its headers only. Raises `Unreached`, nothing else."""
        return self._follow(target(url), url, kind, self._patience(), obey=True)

    def robots(self, url: str) -> Robots:
        """What robots.txt of the site of `url` says; it is asked for once. Raises `Unreached`."""
        return self._rules(target(url), self._patience())

    def _patience(self) -> Patience:
        return Patience(self.limits.seconds, self._cancelled)

    def _follow(self, at: Target, asked: str, kind: Kind, patience: Patience, obey: bool) -> Page:
        hops: tuple[Hop, ...] = ()
        seconds = 0.0
        try:
            while True:
                delay = self._permission(at, patience) if obey else 0.0
                began, answer, tls = self._ask(at, kind, patience, delay)
                seconds += answer.at - began
                hops = (*hops, Hop(at.url, answer.status))
                where = next(iter(answer.headers.get("location", ())), "")
                if answer.status not in REDIRECTS or not where:
                    break
                at = self._next(where, at, hops)
        except Late:
            raise Unreached(msg("no answer in time"), "timeout", None, hops) from None
        except Cancelled:
            self.over = "cancelled"
            raise Unreached(msg("the audit was stopped"), "cancelled", None, hops) from None
        except Unreached as error:
            error.hops = hops
            raise
        return Page(
            plain(asked, 2_048),
            at.url,
            answer.status,
            answer.headers,
            answer.body,
            cut=bool(answer.why),
            why=answer.why,
            hops=hops,
            seconds=seconds,
            tls=tls,
            encoding=answer.encoding,
            wire=answer.wire,
        )

    def _next(self, where: str, at: Target, hops: tuple[Hop, ...]) -> Target:
        following = target(where, at)
        if any(hop.url == following.url for hop in hops):
            raise Unreached(msg("the redirects go in a circle (no cookies are kept)"), "loop")
        if len(hops) > self.limits.redirects:
            text = msg("more than {most} redirects", most=self.limits.redirects)
            raise Unreached(text, "redirects")
        return following

    def _rules(self, at: Target, patience: Patience) -> Robots:
        """Of one site, remembered. A site whose robots.txt cannot be reached is not asked more."""
        known = self._robots.get(at.origin)
        if known is None:
            known = self._robots[at.origin] = self._read_rules(at, patience)
        if isinstance(known, Unreached):
            raise Unreached(known.reason, known.code, known.tls)
        return known

    def _read_rules(self, at: Target, patience: Patience) -> Robots | Unreached:
        try:
            there = at.at("/robots.txt")
            page = self._follow(there, there.url, "file", patience, obey=False)
        except Unreached as error:
            if error.code in ("cancelled", "budget"):
                raise
            return error
        if page.why in ("", "size"):
            return robots_txt.from_answer(page.status, page.body)
        # Half a file may lack the half that forbids.
        return Robots(robots_txt.NOTHING.rules, status=page.status)

    def _permission(self, at: Target, patience: Patience) -> float:
        """The seconds that the site wants between requests, if it wants this one at all."""
        rules = self._rules(at, patience)
        if rules.allows(at.path):
            return rules.delay
        if rules.text:
            text = msg("robots.txt of {host} asks programs not to open this", host=at.host)
        else:
            text = msg(
                "robots.txt of {host} cannot be read, so nothing there is opened", host=at.host
            )
        raise Unreached(text, "robots")

    def _ask(
        self, at: Target, kind: Kind, patience: Patience, delay: float
    ) -> tuple[float, Answer, Tls | None]:
        """One request. The answer, with when it began."""
        self._go_on()
        patience.shorten(self._waits.left(at))
        with self._waits.of(at):
            addresses = self._lookup.addresses(at, patience)
        arrived = time.monotonic()
        self._pace.before(at.host, delay, self._go_on)
        began = time.monotonic()
        patience.extend(began - arrived)
        self.requests += 1
        with self._waits.of(at):
            line, tls = self._connect(at, addresses[:MOST_ADDRESSES], patience)
            with line:
                answer = exchange(
                    line,
                    "HEAD" if kind == "head" else "GET",
                    at.authority,
                    at.path,
                    self.limits.body,
                    Accept=_ACCEPT[kind],
                    User_Agent=USER_AGENT,
                )
        if answer.why == "time":
            self._waits.wasted(at, began)
        elif answer.why == "cancelled":
            self.over = "cancelled"
        return began, answer, tls

    def _go_on(self) -> None:
        """Raises `Cancelled`, or `Unreached` when the audit has had what it may have."""
        now = time.monotonic()
        self._began = now if self._began is None else self._began
        if self._cancelled():
            raise Cancelled
        if self.requests >= self.limits.requests:
            self.over = self.over or "budget"
            text = msg("one audit makes {most} requests at most", most=self.limits.requests)
            raise Unreached(text, "budget")
        if now - self._began > self.limits.audit:
            self.over = self.over or "budget"
            raise Unreached(msg("the audit took too long: the rest was left out"), "budget")

    def _connect(
        self, at: Target, addresses: Sequence[str], patience: Patience
    ) -> tuple[Line, Tls | None]:
        """A line to one of the `addresses` of `at.host`, which were checked, and TLS over it."""
        port = self._ports.get(at.port, at.port)
        connecting = patience.part(2)
        for tries in range(len(addresses), 0, -1):
            address = addresses[-tries]
            try:
                line = Line(address, port, connecting.part(tries)).under(patience)
            except (OSError, Late):
                continue
            if at.scheme == "http":
                return line, None
            try:
                line.secure(at.host, self._trust)
                return line, seen(*line.shown)
            except OSError as error:  # ssl.SSLError is one
                line.close()
                raise why_untrusted(at.host, address, port, error, patience) from None
            except BaseException:
                line.close()
                raise
        raise Unreached(msg("{host} does not answer", host=at.host), "connect")
