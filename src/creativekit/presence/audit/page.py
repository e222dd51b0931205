"""What a fetcher brings: a page with what its server said, or why there is none.

Everything is plain and frozen, so that an audit can be replayed from what was kept, and tests need
no network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from creativekit.errors import ExitCode, Message, NetworkError

Kind = Literal["page", "file", "head"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect that was followed: the address that answered with it, and its status."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Tls:
    """The secured connection. version: as in `TLSv1.3`; problem: why it is not trusted, or None."""

    version: str
    expires: date | None = None
    issuer: str = ""
    trusted: bool = True
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One answer.

    asked, url: the address asked for, and the one that answered after redirects. headers: lower-case
    name to every value sent. body: decoded from its transfer, at most the fetcher's cap; cut says
    that there was more. seconds: from asking to the answer's headers. encoding: how it was
    compressed (`gzip`), or "".
    """

    asked: str
    url: str
    status: int
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False
    hops: tuple[Hop, ...] = ()
    seconds: float = 0.0
    tls: Tls | None = None
    encoding: str = ""

    def header(self, name: str) -> str:
        """The values of one header joined as RFC 9110, section 5.3 has it; "" when not sent."""
        return ", ".join(self.headers.get(name, ()))


class Unreached(NetworkError):
    """An address that gave no answer.

    code: `time` and `requests` when the audit's own limits were reached, `robots` when the site asks
    not to be visited there; else why: `name`, `connection`, `timeout`, `tls`, `redirects`,
    `address`…
    """

    exit_code = ExitCode.NETWORK

    def __init__(self, reason: Message, code: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class Fetches(Protocol):
    """What the audit asks of a fetcher."""

    def get(self, url: str, kind: Kind = "page") -> Page:
        """The answer. Raises Unreached."""
        ...
