"""The way to a site: that it answers, by https, at every address people type."""

from __future__ import annotations

from creativekit.errors import msg, nmsg
from creativekit.presence.audit.gathering import twin_of
from creativekit.presence.audit.page import Page
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.site import OVER, Answer, Missing, Site
from creativekit.presence.audit.tables import number
from creativekit.presence.audit.verdict import Finding, check, ladder

NOT_ASKED = msg("not seen: the audit ended before")


def redirects(answer: Answer) -> int:
    """How many redirects led to an answer."""
    if isinstance(answer, Missing):
        return answer.hops
    return sum(300 <= hop.status < 400 for hop in answer.hops)


def unseen(answer: Answer | None) -> Finding | None:
    """`unknown` for what was not brought, with why; None when there is a page."""
    if answer is None:
        return Finding("unknown", NOT_ASKED)
    if isinstance(answer, Missing):
        return Finding("unknown", msg("not seen: {reason}", reason=answer.reason))
    return None


def _shown(url: str) -> str:
    return plain(url, 100)


@check(
    "transport.reach",
    title=msg("The site opens"),
    why=msg("A site that does not open loses everyone who was sent to it."),
    mend=msg("Check that the domain and the hosting are paid for, and ask the hosting's support."),
    source="https://www.rfc-editor.org/rfc/rfc9110#section-15",
    needs="nothing",
)
def reach(site: Site) -> Finding | None:
    home = site.home
    if isinstance(home, Missing):
        known = home.code not in OVER | {"robots"}
        return Finding("fail" if known else "unknown", home.reason, {"code": home.code})
    status = home.page.status
    facts = {"status": str(status), "url": _shown(home.url)}
    seen = msg("{url} answers {status}", url=_shown(home.url), status=status)
    # What a server says to programs it does not know, it may not say to people.
    if status in (401, 403, 405, 429, 999):
        return Finding("unknown", seen, facts)
    return Finding("pass" if 200 <= status < 300 else "fail", seen, facts)


@check(
    "transport.to-https",
    title=msg("An address typed without https leads to it"),
    why=msg(
        "People type the name alone; some browsers and old links then come without protection."
    ),
    mend=msg("Turn on “redirect to https” (301) in the hosting or the builder, to the same host."),
    source="https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring",
    needs="answer",
)
def to_https(site: Site) -> Finding | None:
    answer = site.http
    if not site.url.startswith("https:"):
        return None
    if isinstance(answer, Missing) and answer.code in ("connect", "closed"):
        return Finding("warn", msg("without https nothing answers"), {"code": answer.code})
    if (lacking := unseen(answer)) is not None:
        return lacking
    assert isinstance(answer, Page)
    facts = {"url": _shown(answer.url)}
    if not answer.url.startswith("https:"):
        return Finding("fail", msg("the site opens without https too, and stays there"), facts)
    first = next((hop.url for hop in answer.hops[1:]), answer.url)
    if not first.startswith("https:") or urls.host(first) != urls.host(answer.asked):
        seen = msg("it gets to https by way of {url}", url=_shown(first))
        return Finding("warn", seen, {**facts, "by": _shown(first)})
    return Finding("pass", msg("http leads to {url}", url=_shown(first)), facts)


@check(
    "transport.redirects",
    title=msg("The home page is reached in one step"),
    why=msg("Every redirect costs a phone on a weak connection a good part of a second."),
    mend=msg("Lead every old address straight to the last one, without stops between."),
    source="https://developer.chrome.com/docs/lighthouse/performance/redirects",
    needs="nothing",
)
def redirect_count(site: Site) -> Finding | None:
    home = site.home
    if isinstance(home, Missing):
        if home.code in ("loop", "redirects"):
            return Finding("fail", home.reason, {"code": home.code})
        return None
    count = redirects(home.page)
    seen = nmsg("{n} redirect", "{n} redirects", count)
    outcome = ladder(count, number("redirects", "good"), number("redirects", "poor"))
    return Finding(outcome, seen, {"redirects": str(count)})


@check(
    "transport.www",
    title=msg("It opens the same with www and without"),
    why=msg("People type it both ways, and two copies share the place in search between them."),
    mend=msg("Point both names at the site and redirect (301) one of them to the other."),
    source="https://developers.google.com/search/docs/crawling-indexing/canonicalization",
    needs="answer",
)
def www(site: Site) -> Finding | None:
    answer = site.twin
    if answer is None:
        return None if twin_of(site.url) is None else Finding("unknown", NOT_ASKED)
    if isinstance(answer, Missing):
        if answer.code in ("dns", "connect", "certificate", "tls", "loop", "redirects"):
            seen = msg(
                "{url} does not open: {reason}", url=_shown(answer.url), reason=answer.reason
            )
            return Finding("warn", seen, {"code": answer.code})
        return unseen(answer)
    facts = {"url": _shown(answer.url), "status": str(answer.status)}
    if not urls.same_page(answer.url, site.url) or not 200 <= answer.status < 400:
        seen = msg("{asked} leads to {url} ({status})", asked=_shown(answer.asked), **facts)
        return Finding("fail", seen, facts)
    if urls.host(answer.url) != urls.host(site.url):
        seen = msg("both open, and neither leads to the other")
        return Finding("warn", seen, facts)
    return Finding(
        "pass", msg("{asked} leads to {url}", asked=_shown(answer.asked), url=facts["url"])
    )


@check(
    "transport.not-found",
    title=msg("A wrong address says that there is no such page"),
    why=msg(
        "When every address answers “fine”, search fills with empty pages and mistakes stay unseen."
    ),
    mend=msg(
        "Set up a page for 404 in the hosting or the builder, and let it answer with status 404."
    ),
    source="https://developers.google.com/search/docs/crawling-indexing/http-network-errors#soft-404-errors",
    needs="answer",
)
def not_found(site: Site) -> Finding | None:
    answer = site.nowhere
    if (lacking := unseen(answer)) is not None:
        return lacking
    assert isinstance(answer, Page)
    facts = {"status": str(answer.status)}
    seen = msg("an address that cannot exist answers {status}", status=answer.status)
    if answer.status in (404, 410):
        return Finding("pass", seen, facts)
    if answer.status in (401, 403, 405, 429, 999) or answer.status >= 500:
        return Finding("unknown", seen, facts)
    return Finding("fail" if 200 <= answer.status < 300 else "warn", seen, facts)
