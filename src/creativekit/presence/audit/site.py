"""A site as it was brought: what every check reads. Nothing here fetches.

What costs work (a page's facts, its language, what its data says) is worked out once, when a check
first asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from creativekit.errors import Message, msg
from creativekit.presence.audit.declared import Declared
from creativekit.presence.audit.page import Page, Tls, Unreached
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.reading.charset import Decoded, decoded
from creativekit.presence.audit.reading.document import Document, Link
from creativekit.presence.audit.reading.html import document
from creativekit.presence.audit.reading.json_ld import JsonLd, things
from creativekit.presence.audit.reading.language_guess import Guess, guess
from creativekit.presence.audit.tables import Builder, builders, number
from creativekit.presence.audit.verdict import Ended

# The fetcher's codes for the end of the audit itself, rather than for what a site did.
OVER = frozenset({"budget", "cancelled"})


@dataclass(frozen=True, slots=True)
class Missing:
    """An address that gave no page: Unreached without its traceback. Codes are the fetcher's."""

    url: str
    reason: Message
    code: str
    hops: int = 0
    tls: Tls | None = None

    @classmethod
    def of(cls, url: str, error: Unreached) -> Missing:
        return cls(url, error.reason, error.code, len(error.hops), error.tls)


Answer = Page | Missing


@dataclass(frozen=True)
class Reading:
    """A page that was brought, with its text and facts."""

    page: Page

    @property
    def url(self) -> str:
        return self.page.url

    @cached_property
    def decoded(self) -> Decoded:
        return decoded(self.page.body, self.page.header("content-type"))

    @cached_property
    def document(self) -> Document:
        return document(self.decoded.text)

    @cached_property
    def guess(self) -> Guess:
        return guess(self.document.text)

    @cached_property
    def things(self) -> JsonLd:
        return things(self.document.json_ld)

    @cached_property
    def base(self) -> str:
        """What its addresses are joined to: <base href>, or its own address."""
        written = self.document.base
        return (urls.joined(self.url, written) if written else None) or self.url

    @cached_property
    def links(self) -> tuple[tuple[Link, str | None], ...]:
        """Its links, with the http address of each; None for `tel:`, `mailto:` and the like."""
        return tuple((link, urls.joined(self.base, link.href)) for link in self.document.links)

    @property
    def is_page(self) -> bool:
        """Whether it is HTML that was meant to be read: 2xx, and not another kind of file."""
        kind = self.page.header("content-type").partition(";")[0].strip().lower()
        start = self.page.body[:512].lstrip().lower()
        is_html = kind in ("text/html", "application/xhtml+xml") or (
            not kind and start.startswith((b"<!doctype", b"<html", b"<head", b"<?xml"))
        )
        return 200 <= self.page.status < 300 and is_html


@dataclass(frozen=True, slots=True)
class Probe:
    """A link that was tried. internal: it leads to the site itself. status: None with a `code`."""

    url: str
    name: str
    internal: bool
    status: int | None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Weight:
    """A file that a browser loads with the home page; bytes: as compressed, None when not told."""

    kind: str
    url: str
    bytes: int | None


@dataclass(frozen=True)
class Site:
    """What was brought of one site. None: it was not asked for.

    asked: what the person gave, made an address. home: the page, or why there is none. refused: why
    https did not open, when home is what http gave instead. http: the home page asked by http.
    twin: the same with or without `www.`. nowhere: an address that cannot exist. picture: what
    og:image names. inner: pages that home links to; alternates: those it names by hreflang.
    seconds: to the headers of home, each time it was asked. resources: how many files home loads,
    of which `weights` some. partial: the audit was over before its end, or the time for which the
    site is waited for was; ended: why.
    """

    asked: str
    home: Reading | Missing
    today: date
    declared: Declared = field(default_factory=Declared)
    refused: Missing | None = None
    http: Answer | None = None
    twin: Answer | None = None
    nowhere: Answer | None = None
    robots: Answer | None = None
    sitemap: Answer | None = None
    picture: Answer | None = None
    inner: tuple[Reading, ...] = ()
    probes: tuple[Probe, ...] = ()
    weights: tuple[Weight, ...] = ()
    resources: int = 0
    seconds: tuple[float, ...] = ()
    partial: bool = False
    alternates: Mapping[str, Reading] = field(default_factory=dict)
    ended: Ended = ""

    @property
    def reading(self) -> Reading:
        """The home page; TypeError when there is none (a check that `needs` it is not asked)."""
        if isinstance(self.home, Missing):
            raise TypeError("the home page was not brought")
        return self.home

    @property
    def page(self) -> Page:
        return self.reading.page

    @property
    def document(self) -> Document:
        return self.reading.document

    @property
    def tls(self) -> Tls | None:
        """The protected connection to the home page, also to one that was not trusted."""
        if self.refused is not None:
            return self.refused.tls
        return self.home.tls if isinstance(self.home, Missing) else self.home.page.tls

    @property
    def url(self) -> str:
        """Where the home page was found, or where it was looked for."""
        return self.asked if isinstance(self.home, Missing) else self.home.url

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Home and the inner pages that are pages."""
        return (self.reading, *(each for each in self.inner if each.is_page))

    def is_own(self, url: str) -> bool:
        """Whether an address is of this site."""
        return urls.site(url) in {urls.site(self.url), urls.site(self.asked)}

    def links(self) -> Iterator[tuple[Link, str | None]]:
        """The links of every page that was read."""
        for each in self.readings:
            yield from each.links

    def lacks(self, needs: str) -> Message | None:
        """Why a check that needs `answer` or `page` cannot be judged, or None when it can."""
        if needs == "nothing":
            return None
        if isinstance(self.home, Missing):
            return msg("not seen: the home page did not open")
        if needs == "page" and not self.home.is_page:
            return msg("not seen: the answer is not a page")
        return None

    @property
    def is_torn(self) -> bool:
        """Whether the home page broke off: what it lacks may have been in the rest. One that is
        too big does not count, for its beginning is more than any page needs."""
        return isinstance(self.home, Reading) and self.home.page.why not in ("", "size")

    @cached_property
    def needs_browser(self) -> bool:
        """Whether there is little text and scripts enough to make it: too little to judge by."""
        if isinstance(self.home, Missing):
            return False
        found = self.home.document
        few = self.home.guess.words <= number("browser-words", "most")
        many = found.scripts >= number("browser-scripts", "least")
        return few and many and not found.titles > 1 and self.home.is_page

    @property
    def own_domain(self) -> bool | None:
        """Whether the name is not one below a builder's or a network's; None when not reached."""
        if isinstance(self.home, Missing):
            return None
        hosts = (known for each in builders() for known in each.hosts)
        return not any(urls.is_under(urls.host(self.url), known) for known in hosts)

    @cached_property
    def builder(self) -> Builder | None:
        """The service that hosts the site, when it is one we know."""
        if isinstance(self.home, Missing):
            return None
        host = urls.host(self.url)
        page, found = self.home.page, self.home.document
        generator = (found.meta("generator") or "").lower()
        assets = {
            urls.host(address)
            for each in found.resources
            if (address := urls.joined(self.home.base, each.url))
        }
        for each in builders():
            if (
                any(urls.is_under(host, known) for known in each.hosts)
                or any(word in generator for word in each.generator)
                or any(header in page.headers for header in each.headers)
                or any(urls.is_under(asset, known) for asset in assets for known in each.assets)
            ):
                return each
        return None
