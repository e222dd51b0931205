"""The order in which a site is asked for, so that what runs out of time has lost the least.

Home first; then what other checks stand on; then a few inner pages; then links, which are many. The
fetcher keeps the pace and the limits; when it says that the audit is over, what was brought is kept
and marked partial. Files' weights and links are asked by HEAD (RFC 9110, 9.3.2), a link by GET when
its server does not know HEAD.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Protocol
from urllib.parse import urlsplit

from creativekit.errors import fail, msg
from creativekit.presence.audit.declared import Declared
from creativekit.presence.audit.page import Page, Unreached
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.site import OVER, Answer, Missing, Probe, Reading, Site, Weight
from creativekit.presence.audit.tables import table

Kind = Literal["page", "file", "head"]

TIMINGS = 3
INNER_PAGES = 8
INTERNAL_LINKS = 50
EXTERNAL_LINKS = 30
WEIGHED = 12

# Answers to HEAD after which the same is asked by GET: servers that know no HEAD say these.
_NO_HEAD = frozenset({400, 403, 404, 405, 406, 410, 500, 501, 503})
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|pdf|docx?|xlsx?|pptx?|zip|rar|7z|mp[34]|mov|webm|apk|exe)$",
    re.I,
)
# Where a visitor looks next: these pages are read before others.
_TELLING = re.compile(
    r"contact|kontakt|байланыс|контакт|about|biz|о-нас|price|tsen|цен|баға|catalog|каталог|"
    r"product|shop|privacy|polit|құпия|конфиденц|/kk|/kz|/ru|/en|news|blog|жаңалық|новост",
    re.IGNORECASE,
)
_SITEMAP = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


class Fetches(Protocol):
    """What is asked of a fetcher. `get` raises Unreached and nothing else."""

    def get(self, url: str, kind: Kind = "page") -> Page: ...


class _OverError(Exception):
    """The audit is over. code: of the fetcher, which of `OVER` it is."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class _Gatherer:
    fetcher: Fetches
    site: Site
    asked: dict[tuple[str, str], Answer] = field(default_factory=dict)

    def ask(self, url: str, kind: Kind = "page", again: bool = False) -> Answer:
        """The answer, asked for once. Raises _OverError when the audit is over."""
        if not again and (url, kind) in self.asked:
            return self.asked[url, kind]
        try:
            answer: Answer = self.fetcher.get(url, kind)
        except Unreached as error:
            if error.code in OVER:
                raise _OverError(error.code) from error
            if error.code == "slow" and self.site.is_own(url):
                self.keep(partial=True, ended=self.site.ended or "slow")
            answer = Missing.of(url, error)
        self.asked[url, kind] = answer
        return answer

    def keep(self, **values: object) -> None:
        self.site = replace(self.site, **values)  # type: ignore[arg-type]

    def run(self) -> Site:
        try:
            self.home()
            if isinstance(self.site.home, Missing) and self.site.home.code == "robots":
                # It is told to stay out by a file that can be read, and that is worth telling.
                self.rules(self.site.asked)
            if isinstance(self.site.home, Reading):
                self.surroundings()
                self.inner()
                self.probe()
        except _OverError as over:
            self.keep(partial=True, ended=over.code)
        return self.site

    def home(self) -> None:
        answer = self.ask(self.site.asked)
        if isinstance(answer, Missing) and self.site.asked.startswith("https:"):
            # A site without https is still a site, and what is wrong with it is worth telling.
            self.keep(home=answer)
            by_http = self.ask(urls.with_parts(self.site.asked, scheme="http"))
            self.keep(http=by_http)
            if isinstance(by_http, Page):
                self.keep(refused=answer)
                answer = by_http
        self.keep(
            home=Reading(answer) if isinstance(answer, Page) else answer,
            seconds=(answer.seconds,) if isinstance(answer, Page) else (),
        )

    def surroundings(self) -> None:
        home = self.site.reading
        root = urls.joined(home.url, "/") or home.url
        if self.site.http is None:
            self.keep(http=self.ask(urls.with_parts(home.url, scheme="http")))
        self.rules(root)
        if home.is_page:
            written = home.document.meta("og:image") or home.document.meta("og:image:url")
            if written and (picture := urls.joined(home.base, written)):
                self.keep(picture=self.ask(picture, "file"))
        if twin := twin_of(home.url):
            self.keep(twin=self.ask(twin))
        self.keep(nowhere=self.ask(urls.joined(root, nowhere(home.url)) or root))
        self.keep(sitemap=self.ask(self.sitemap_address(root), "file"))
        for _ in range(TIMINGS - 1):
            again = self.ask(home.url, again=True)
            if isinstance(again, Page):
                self.keep(seconds=(*self.site.seconds, again.seconds))

    def rules(self, root: str) -> None:
        self.keep(robots=self.ask(urls.joined(root, "/robots.txt") or root, "file"))

    def sitemap_address(self, root: str) -> str:
        robots = self.site.robots
        if isinstance(robots, Page) and robots.status == 200:
            named = _SITEMAP.search(robots.body[:500_000].decode("utf-8", "replace"))
            if named and (address := urls.joined(root, named[1])):
                return address
        return urls.joined(root, "/sitemap.xml") or root

    def inner(self) -> None:
        home = self.site.reading
        for language, address in alternates(home):
            if len(self.site.alternates) >= 3:
                break
            answer = self.ask(address)
            if isinstance(answer, Page):
                read = {**self.site.alternates, language: Reading(answer)}
                self.keep(alternates=read)
        for address in inner_pages(home, self.site):
            if len(self.site.inner) >= INNER_PAGES:
                break
            answer = self.ask(address)
            if isinstance(answer, Page):
                self.keep(inner=(*self.site.inner, Reading(answer)))

    def probe(self) -> None:
        """Internal links before the files' weights, external links last."""
        inside = dict[str, str]()
        outside = dict[str, str]()
        for link, address in self.site.links():
            if address is not None and not is_network(address):
                (inside if self.site.is_own(address) else outside).setdefault(address, link.name)
        inside.pop(self.site.url, None)
        self.probe_each(inside, True, INTERNAL_LINKS)
        self.weigh()
        self.probe_each(outside, False, EXTERNAL_LINKS)

    def probe_each(self, links: dict[str, str], internal: bool, most: int) -> None:
        for url, name in list(links.items())[:most]:
            known = self.asked.get((url, "page"))
            answer = known if known is not None else self.ask(url, "head")
            if isinstance(answer, Page) and known is None and answer.status in _NO_HEAD:
                answer = self.ask(url, "page")
            status, code = (answer.status, "") if isinstance(answer, Page) else (None, answer.code)
            self.keep(probes=(*self.site.probes, Probe(url, name, internal, status, code)))

    def weigh(self) -> None:
        home = self.site.reading
        files = dict[str, str]()
        for each in home.document.resources if home.is_page else ():
            address = urls.joined(home.base, each.url)
            if address and each.kind in ("image", "script", "style"):
                files.setdefault(address, each.kind)
        self.keep(resources=len(files))
        for url, kind in _spread(files, WEIGHED):
            answer = self.ask(url, "head")
            length = answer.header("content-length") if isinstance(answer, Page) else ""
            told = int(length) if re.fullmatch(r"[0-9]{1,12}", length) else None
            self.keep(weights=(*self.site.weights, Weight(kind, url, told)))


def gathered(url: str, fetcher: Fetches, declared: Declared, today: date) -> Site:
    """What the fetcher brings of the site at `url`, which a person typed.

    Raises InputError when it is no web address.
    """
    asked = address(url)
    nothing = Missing(asked, msg("it was not asked for"), "budget")
    return _Gatherer(fetcher, Site(asked, nothing, today, declared)).run()


def address(typed: str) -> str:
    """What a person typed, as an address: `example.kz` with https. Raises InputError."""
    text = typed.strip()
    if not re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE):
        text = f"https://{text}"
    found = None if re.search(r"\s", text) else urls.joined(text, "")
    host = urls.split(found).hostname or "" if found else ""
    # A name has a point; what has none is a word, or this machine and addresses in numbers.
    likely = "." in host or ":" in host or host == "localhost"
    if found is None or not likely or "@" in urls.split(found).netloc:
        fail(
            msg("'{found}' does not look like the address of a site", found=plain(typed, 100)),
            accepted=("https://example.kz",),
        )
    return found


def twin_of(url: str) -> str | None:
    """The home page with `www.` if it has none, without if it has; None below a third level.

    `shop.example.kz` has no `www.shop.example.kz` that anybody would type.
    """
    host = urls.host(url)
    port = urls.split(url).port
    if not re.search(r"[a-z]", host) or ":" in host:
        return None
    if host.startswith("www."):
        name = host.removeprefix("www.")
    elif host.count(".") == 1 or (host.count(".") == 2 and _is_shared(host)):
        name = f"www.{host}"
    else:
        return None
    return urls.with_parts(url, netloc=f"{name}:{port}" if port else name)


def _is_shared(host: str) -> bool:
    """Whether a name ends with a zone of two parts that sells names: com.kz, org.kz…"""
    return bool(re.search(r"\.(?:com|org|net|edu|gov|mil|co|spb|msk)\.[a-z]{2}$", host))


def nowhere(url: str) -> str:
    """A path that no site has, the same for the same site: an audit can be repeated."""
    return f"/{hashlib.sha256(urls.site(url).encode()).hexdigest()[:20]}"


def alternates(reading: Reading) -> Iterator[tuple[str, str]]:
    """The other languages that a page names by <link rel=alternate hreflang>, with addresses."""
    if not reading.is_page:
        return
    seen = {urls.joined(reading.url, "")}
    for tag in reading.document.rels("alternate"):
        language = tag.attributes.get("hreflang", "").strip().lower()
        found = urls.joined(reading.base, tag.href) if tag.href else None
        if language and language != "x-default" and found and found not in seen:
            seen.add(found)
            yield plain(language, 20), found


def inner_pages(home: Reading, site: Site) -> list[str]:
    """Pages of the site that home links to: those that tell most first, else in order."""
    found = dict[str, str]()
    for link, url in home.links if home.is_page else ():
        if url is None or not site.is_own(url) or urls.same_page(url, home.url):
            continue
        if not _FILE.search(urlsplit(url).path):
            found.setdefault(url, f"{link.name} {url}")
    return sorted(found, key=lambda url: not _TELLING.search(found[url]))


def is_network(url: str) -> bool:
    """Whether an address is of a social network or a messenger, which are not asked.

    They answer a program as they like, whether a profile exists or not, and forbid it to ask.
    """
    host = urls.host(url)
    return any(urls.is_under(host, each) for each in table("networks")["unasked"]["hosts"])


def _spread(files: dict[str, str], most: int) -> list[tuple[str, str]]:
    """Up to `most` of the files, taken evenly from first to last."""
    listed = list(files.items())
    if len(listed) <= most:
        return listed
    return [listed[index * len(listed) // most] for index in range(most)]
