"""Addresses as pages write them: joined to the page's own, compared, told apart by site.

Nothing here decides what may be visited: that is the fetcher's. RFC 3986, section 5 (joining); one
site is a host with or without `www.`, which visitors type either way.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

LONGEST = 2_000
LONGEST_NAME = 253  # RFC 1035, 2.3.4


def joined(base: str, written: str) -> str | None:
    """The http or https address that `written` means on a page at `base`, without its #part.

    None for another scheme, for one that is no address, and for one too long to be meant.
    """
    if len(written) > LONGEST:
        return None
    try:
        parts = urlsplit(urljoin(base, "".join(written.split("\n")).strip()))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        _ = parts.port
    except ValueError:
        return None
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def split(url: str) -> SplitResult:
    """The parts of an address; of what is none, parts that are empty."""
    try:
        parts = urlsplit(url)
        _ = parts.port, parts.hostname
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def host(url: str) -> str:
    """The host in lower case and as DNS has it (`xn--…`), or ""."""
    return _as_dns((split(url).hostname or "").rstrip("."))


@lru_cache(4096)
def _as_dns(name: str) -> str:
    # Python's IDNA takes 0.1 ms a name, and a page may have thousands of links to one.
    if name.isascii() or len(name) > LONGEST_NAME:
        return name.lower()[:LONGEST_NAME]
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return name.lower()


def site(url: str) -> str:
    """The host without `www.`: two addresses with the same are of one site."""
    return host(url).removeprefix("www.")


def is_under(name: str, suffix: str) -> bool:
    """Whether a host is `suffix` or a name below it."""
    return name == suffix or name.endswith("." + suffix)


def same_page(one: str, other: str) -> bool:
    """Whether two addresses are one page, but for the scheme, `www.`, and a slash at the end."""
    return _key(one) == _key(other)


def _key(url: str) -> tuple[str, str, str]:
    parts = split(url)
    return site(url), parts.path.rstrip("/"), parts.query


def with_parts(url: str, *, scheme: str | None = None, netloc: str | None = None) -> str:
    """The address with another scheme or host."""
    parts = split(url)
    return urlunsplit((scheme or parts.scheme, netloc or parts.netloc, parts.path, parts.query, ""))
