"""What a site tells the robots of search: what may be shown, which address is the true one."""

from __future__ import annotations

import re

from creativekit.errors import msg, nmsg
from creativekit.presence.audit import sitemap as sitemaps
from creativekit.presence.audit.checks.transport import unseen
from creativekit.presence.audit.page import Page
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.site import Site
from creativekit.presence.audit.verdict import Finding, check

_HIDING = re.compile(r"(?:^|[\s,:])(?:noindex|none)(?:$|[\s,;])", re.IGNORECASE)


@check(
    "head.noindex",
    title=msg("Search may show the site"),
    why=msg("“noindex” takes a page out of Google; it is often forgotten after building."),
    mend=msg("Take “noindex” out of the page's settings (in builders: “hide from search”)."),
    source="https://developers.google.com/search/docs/crawling-indexing/block-indexing",
)
def noindex(site: Site) -> Finding | None:
    hidden = []
    for each in site.readings:
        said = list(each.page.headers.get("x-robots-tag", ()))
        said += [text for name, text in each.document.metas if name in ("robots", "googlebot")]
        if any(_HIDING.search(text) for text in said):
            hidden.append(each.url)
    facts = {"hidden": str(len(hidden)), "pages": str(len(site.readings))}
    if site.url in hidden:
        return Finding("fail", msg("the home page is hidden from search"), facts)
    if hidden:
        seen = nmsg(
            "{n} page of {all} is hidden: {url}",
            "{n} pages of {all} are hidden: {url}",
            len(hidden),
            all=len(site.readings),
            url=plain(hidden[0], 80),
        )
        return Finding("warn", seen, facts)
    return Finding("pass", msg("nothing is hidden from search"), facts)


@check(
    "head.canonical",
    title=msg("The page names its true address"),
    why=msg("One page with several addresses competes with itself; a wrong one gives it away."),
    mend=msg('Put <link rel="canonical"> with the page\'s own full address in every page.'),
    source="https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls",
)
def canonical(site: Site) -> Finding | None:
    written = [tag.href for tag in site.document.rels("canonical") if tag.href]
    if not written:
        return Finding("warn", msg("it names no address"))
    found = {urls.joined(site.reading.base, each) for each in written}
    facts = {"canonical": plain(written[0], 100)}
    if len(found) > 1:
        return Finding("fail", msg("it names several addresses"), facts)
    address = next(iter(found))
    if address is None:
        return Finding("fail", msg("it is no address: {text}", text=facts["canonical"]), facts)
    if urls.site(address) != urls.site(site.url):
        return Finding("fail", msg("it names another site: {text}", text=facts["canonical"]), facts)
    if not urls.same_page(address, site.url):
        return Finding("warn", msg("it names another page: {text}", text=facts["canonical"]), facts)
    if urls.split(address).scheme != urls.split(site.url).scheme:
        return Finding("warn", msg("it names the address without https"), facts)
    return Finding("pass", msg("“{text}”", text=facts["canonical"]), facts)


@check(
    "head.robots",
    title=msg("robots.txt lets search in"),
    why=msg("One line of it can close a whole site to Google; so it is often left after building."),
    mend=msg("Take “Disallow: /” out of robots.txt, and name the sitemap there."),
    source="https://www.rfc-editor.org/rfc/rfc9309",
    needs="nothing",
)
def robots(site: Site) -> Finding | None:
    answer = site.robots
    if answer is None and (closed_home := site.lacks("answer")) is not None:
        return Finding("unknown", closed_home)
    if (lacking := unseen(answer)) is not None:
        return lacking
    assert isinstance(answer, Page)
    facts = {"status": str(answer.status)}
    if answer.status >= 500:
        # RFC 9309, 2.3.1.4: robots then take everything for closed.
        seen = msg("it answers {status}: robots take that for “closed”", status=answer.status)
        return Finding("fail", seen, facts)
    text = answer.body[:500_000].decode("utf-8", "replace")
    if answer.status >= 400:
        return Finding("pass", msg("there is none, and all is open"), facts)
    if re.match(r"\s*<(?:!doctype|html)", text, re.IGNORECASE):
        return Finding("warn", msg("a page is there instead of rules"), facts)
    if closed(text):
        return Finding("fail", msg("it closes the whole site to search"), facts)
    return Finding("pass", msg("it leaves the site open"), facts)


def closed(text: str) -> bool:
    """Whether the rules for all robots, or for Google's, close everything and open nothing.

    RFC 9309, 2.2: groups begin with one or more user-agent lines; Google's own group goes before
    that of all. Paths in detail are the fetcher's; this asks of the home page alone.
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    ruled = False
    for line in text.splitlines()[:20_000]:
        key, _, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "user-agent":
            agents = [*([] if ruled else agents), value.lower()]
            ruled = False
            groups.setdefault(value.lower(), [])
        elif key in ("allow", "disallow"):
            ruled = True
            for agent in agents:
                groups[agent].append((key, value))
    rules = groups.get("googlebot", groups.get("*", []))
    home = {"/", "/*", "*"}
    shut = any(key == "disallow" and value in home for key, value in rules)
    return shut and not any(key == "allow" and value in home | {"/$"} for key, value in rules)


@check(
    "head.sitemap",
    title=msg("There is a map of the site for search"),
    why=msg("With it new pages and goods are found in days rather than weeks."),
    mend=msg("Turn on sitemap.xml in the builder, and add its address in Google Search Console."),
    source="https://www.sitemaps.org/protocol.html",
    needs="answer",
)
def sitemap(site: Site) -> Finding | None:
    answer = site.sitemap
    if (lacking := unseen(answer)) is not None:
        return lacking
    assert isinstance(answer, Page)
    facts = {"status": str(answer.status), "url": plain(answer.asked, 100)}
    if answer.status in (401, 403, 429) or answer.status >= 500:
        return Finding("unknown", msg("{url} answers {status}", **facts), facts)
    if answer.status != 200:
        return Finding("warn", msg("{url} answers {status}", **facts), facts)
    read = sitemaps.parse(answer.body, answer.cut)
    count = len(read.urls) + len(read.sitemaps)
    if not count:
        return Finding("warn", msg("{url} is no sitemap", url=facts["url"]), facts)
    if read.problem:  # it goes on, or ends in the middle: how many there are is not known
        return Finding("pass", msg("“{text}”", text=facts["url"]), facts)
    facts["addresses"] = str(count)
    return Finding("pass", nmsg("{n} address", "{n} addresses", count), facts)
