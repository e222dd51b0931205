"""Which addresses an audit may ask: of the web, on its two ports, and of the public internet.

A website is a stranger's text. A link in it, a redirect, or its entry in DNS can name the router,
the printer or a cloud's metadata service instead of a website (server-side request forgery,
OWASP SSRF Prevention Cheat Sheet). So an address is taken apart once, here, and what comes out is
the only form the rest of the audit knows: a lower-case name without dot at its end, or numbers.

The many ways of writing numbers are those of the WHATWG URL Standard (which browsers follow):
decimal, octal and hexadecimal, one to four parts, full-width digits. They are understood rather
than searched for, so that whatever they mean is judged like any other address.

What cannot be told from a number: the public address of the user's own router.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

import idna

from creativekit.errors import Message, msg
from creativekit.presence.audit.page import Unreached
from creativekit.presence.audit.plain import plain

PORTS: Final = {"http": 80, "https": 443}
LONGEST_URL: Final = 2_048  # characters; what sitemaps.org allows and every server understands
LONGEST_NAME: Final = 253  # characters of a host name, RFC 1035

# IANA IPv4 Special-Purpose Address Registry (2024-10) and RFC 5771, 1112. Written out because
# `ipaddress` in older Pythons has other opinions, and because this is what must not be wrong.
_NOT_PUBLIC_4: Final = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by customers of one provider; cloud metadata too
        "127.0.0.0/8",  # this machine
        "168.63.129.16/32",  # public by number, but answers inside Azure only
        "169.254.0.0/16",  # link-local; cloud metadata
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
# The other way round for IPv6: only 2000::/3 is given out to the public at all. That leaves out
# ::1, mapped and compatible IPv4, NAT64 (64:ff9b::/96, 64:ff9b:1::/48), discard, unique-local,
# link-local, site-local and multicast addresses, and whatever is reserved.
_PUBLIC_6: Final = ipaddress.IPv6Network("2000::/3")
_NOT_PUBLIC_6: Final = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarks
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAME: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")
_UNSEEN: Final = re.compile(r"[\x00-\x20\x7f-\xa0\\]")


@dataclass(frozen=True, slots=True)
class Target:
    """One web address, taken apart. `path` begins with / and carries the query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """What the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        return self.origin + self.path

    def at(self, path: str) -> Target:
        return replace(self, path=path)


def target(url: str, base: Target | None = None) -> Target:
    """`url` (seen on the page `base`, which makes relative ones whole) as a `Target`.

    Raises `Unreached` with one of the codes: url, scheme, userinfo, host, port.
    """
    url = url.strip(" \t\n\r\f")
    if len(url) > LONGEST_URL or _UNSEEN.search(url.replace(" ", "")):
        raise _refused(msg("'{url}' is not a web address", url=plain(url, 100)), "url")
    try:
        whole = urljoin(base.url, url) if base else url
        parts = urlsplit(whole)
        port = parts.port
    except ValueError:
        raise _refused(msg("'{url}' is not a web address", url=plain(url, 100)), "url") from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        text = msg("'{url}' is neither http nor https: it is not opened", url=plain(url, 100))
        raise _refused(text, "scheme")
    if "@" in parts.netloc:
        text = msg("an address with a user name or a password in it is not opened")
        raise _refused(text, "userinfo")
    host = _host(parts.netloc.rpartition("@")[2], parts.hostname or "")
    if port is None:
        port = PORTS[scheme]
    if port not in PORTS.values():
        text = msg("port {port} is not a port of websites: only 80 and 443 are opened", port=port)
        raise _refused(text, "port")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    path = _without_dots(path)
    return Target(scheme, host, port, f"{path}?{query}" if query else path)


def is_public(address: str) -> bool:
    """Whether an address, as a resolver gives it, is one that the whole internet can ask."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv4Address):
        return number.is_global and not any(number in network for network in _NOT_PUBLIC_4)
    return (
        number.scope_id is None
        and number in _PUBLIC_6
        and number.is_global
        and not any(number in network for network in _NOT_PUBLIC_6)
    )


def as_number(host: str) -> IPAddress | None:
    """The address that `host` is when it is written in numbers; None when it is a name.

    Raises ValueError when it looks like numbers and is none (“256.1”, “1.2.3.0x”).
    """
    if ":" in host:
        return ipaddress.IPv6Address(host)
    labels = host.split(".")
    if not re.fullmatch(r"[0-9]+|0[xX][0-9a-fA-F]*", labels[-1]):
        return None
    if len(labels) > 4:
        raise ValueError(host)
    numbers = [_number(label) for label in labels]
    *first, last = numbers
    if any(number > 255 for number in first) or last >= 256 ** (5 - len(numbers)):
        raise ValueError(host)
    return ipaddress.IPv4Address(sum(n << 8 * (3 - i) for i, n in enumerate(first)) + last)


def _number(label: str) -> int:
    if len(label) > 40:  # int() of megabytes of digits takes minutes
        raise ValueError(label)
    if label[:2].lower() == "0x":
        return int(label[2:] or "0", 16) if re.fullmatch(r"[0-9a-fA-F]*", label[2:]) else _no()
    if not re.fullmatch(r"[0-9]+", label):
        return _no()
    return int(label, 8) if len(label) > 1 and label.startswith("0") else int(label)


def _no() -> int:
    raise ValueError("not a number")


def _host(netloc: str, host: str) -> str:
    wrong = _refused(msg("'{name}' cannot be the name of a website", name=plain(host, 100)), "host")
    try:
        if netloc.startswith("["):
            if "%" in host:  # a zone: “on this network card”
                raise wrong
            return str(ipaddress.IPv6Address(host))
        if not host.isascii():
            if len(host) > LONGEST_NAME:
                raise wrong
            host = idna.encode(host, uts46=True).decode("ascii")
        name = host.lower().removesuffix(".")
        number = as_number(name) if ":" not in name else None
    except (ValueError, UnicodeError):  # idna's own error is one of these
        raise wrong from None
    if number is not None:
        return str(number)
    if len(name) > LONGEST_NAME or not _NAME.fullmatch(name):
        raise wrong
    return name


def _without_dots(path: str) -> str:
    """RFC 3986, 5.2.4, and %2e as browsers take it: robots.txt is asked about the true path."""
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for segment in segments:
        dots = segment.lower().replace("%2e", ".")
        if dots == "..":
            del kept[-1:]
        elif dots != ".":
            kept.append(segment)
    if segments[-1].lower().replace("%2e", ".") in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)


def _refused(message: Message, code: str) -> Unreached:
    return Unreached(message, code)
