"""What a fetch gives: a page, how it was reached, its certificate; or why it was not reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from creativekit.errors import Message, NetworkError


@dataclass(frozen=True, slots=True)
class Tls:
    """A server's certificate as it was shown, and what is wrong with it.

    version: of the connection (“TLSv1.3”). expires, starts: UTC. issuer: who signed it, in words.
    names: the hosts it is for. problem: "" when trusted, else one of expired, not-yet,
    self-signed, issuer (unknown, or a link of the chain is not sent), name (is another site's),
    version (older than TLS 1.2), other.
    """

    version: str
    expires: dt.date | None = None
    starts: dt.date | None = None
    issuer: str = ""
    names: tuple[str, ...] = ()
    trusted: bool = True
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Hop:
    """One answer on the way: a redirect, or the page itself at the end."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Page:
    """What was there. Header names are in lower case and their values `plain`; `body` is not: it
    is unpacked and at most `Limits.body` bytes, and whoever shows a part of it calls `plain`.

    asked: the address as it was given. url: where it was found. hops: every answer, the last is
    this one. seconds: from the first connection to the headers, all hops, without our own pauses.
    encoding: what it was packed with (“gzip”, or ""). wire: bytes as they came, headers too.
    cut: whether more was to come; why: size, time, cancelled, or broken (the server stopped in
    the middle, or what it sent cannot be unpacked).
    """

    asked: str
    url: str
    status: int
    headers: Mapping[str, tuple[str, ...]]
    body: bytes = b""
    cut: bool = False
    why: str = ""
    hops: tuple[Hop, ...] = ()
    seconds: float = 0.0
    tls: Tls | None = None
    encoding: str = ""
    wire: int = 0

    def header(self, name: str) -> str:
        """The (first) value of a header, or ""."""
        return next(iter(self.headers.get(name.lower(), ())), "")

    @property
    def downgraded(self) -> bool:
        """Whether a redirect led from https back to http on the way."""
        secure = [hop.url.startswith("https:") for hop in self.hops]
        return any(a and not b for a, b in pairwise(secure))


class Unreached(NetworkError):
    """There is no page, and this is why. Nothing else is raised by a fetch.

    code: url, scheme, userinfo, host, port (the address is none of ours to open); private (it is
    not of the public internet); dns, connect, timeout, closed; slow (it was waited for long enough
    before); tls, certificate (then `tls` says what was seen); protocol, headers, encoding (the
    answer is none); redirects, loop; robots; budget, cancelled (the audit is over). hops: the
    redirects that led here.
    """

    def __init__(
        self, reason: Message, code: str, tls: Tls | None = None, hops: tuple[Hop, ...] = ()
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code
        self.tls = tls
        self.hops = hops
