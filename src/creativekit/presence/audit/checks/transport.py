"""The way to a site: that it answers, by https, at every address people type."""

from __future__ import annotations

from creativekit.errors import Message, msg, nmsg
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
    "transport.https",
    title=msg("The connection is protected (https)"),
    why=msg(
        "Without https browsers warn “not secure”, and anyone on the same Wi-Fi can read a form."
    ),
    mend=msg(
        "Turn on a free certificate in the hosting's panel (Let's Encrypt) or in the builder."
    ),
    source="https://developers.google.com/search/docs/crawling-indexing/https",
    needs="nothing",
)
def https(site: Site) -> Finding | None:
    home = site.home
    refused = site.refused or home
    if isinstance(refused, Missing) and refused.code in ("tls", "certificate"):
        return Finding("fail", refused.reason, {"code": refused.code})
    if isinstance(home, Missing):
        return Finding("unknown", msg("not seen: {reason}", reason=home.reason))
    if not home.url.startswith("https:"):
        return Finding(
            "fail", msg("the home page is given without https"), {"url": _shown(home.url)}
        )
    tls = home.page.tls
    if tls is not None and not tls.trusted:
        seen = msg("the certificate is not trusted: {problem}", problem=problem(tls.problem or ""))
        return Finding("fail", seen, {"problem": plain(tls.problem or "", 40)})
    return Finding("pass", msg("https, with a certificate that browsers trust"))


_PROBLEMS = {
    "expired": msg("it has expired"),
    "not-yet": msg("it is not valid yet"),
    "self-signed": msg("the site signed it itself"),
    "issuer": msg("its issuer is not known, or a link of the chain is not sent"),
    "name": msg("it is another site's"),
    "version": msg("the protocol is older than TLS 1.2"),
}


def problem(code: str) -> Message:
    """The fetcher's code of what is wrong with a certificate, in words."""
    return _PROBLEMS.get(code, msg("browsers do not accept it"))


@check(
    "transport.certificate",
    title=msg("The certificate is valid for a while yet"),
    why=msg("On the day it ends every visitor sees a full-page warning instead of the site."),
    mend=msg("Turn on its renewal by itself in the hosting's panel; renew it now by hand."),
    source="https://letsencrypt.org/docs/integration-guide/#when-to-renew",
    needs="nothing",
)
def certificate(site: Site) -> Finding | None:
    tls = site.tls
    if tls is None or tls.expires is None:
        return None
    days = (tls.expires - site.today).days
    facts = {"expires": tls.expires.isoformat(), "days": str(days), "issuer": plain(tls.issuer, 60)}
    if days < 0:
        seen = nmsg("it ended {n} day ago", "it ended {n} days ago", -days)
        return Finding("fail", seen, facts)
    good, poor = number("certificate-days", "good"), number("certificate-days", "poor")
    seen = nmsg(
        "{n} day is left, until {date}",
        "{n} days are left, until {date}",
        days,
        date=facts["expires"],
    )
    return Finding(ladder(days, good, poor), seen, facts)


@check(
    "transport.tls",
    title=msg("The protection is of today (TLS 1.2 or newer)"),
    why=msg("TLS 1.0 and 1.1 have known holes, and browsers refuse them since 2020."),
    mend=msg("Ask the hosting to turn on TLS 1.2 and 1.3 and to turn the older ones off."),
    source="https://www.rfc-editor.org/rfc/rfc8996",
    needs="nothing",
    hosted=True,
)
def tls_version(site: Site) -> Finding | None:
    tls = site.tls
    if tls is None:
        return None
    name = plain(tls.version, 20)
    version = _version(name)
    if version is None:
        return Finding("unknown", msg("the version is not known: {name}", name=name))
    good = version >= number("tls-version", "least")
    return Finding(
        "pass" if good else "fail", msg("the connection is {name}", name=name), {"version": name}
    )


def _version(name: str) -> float | None:
    """1.2 of `TLSv1.2`; SSL came before TLS."""
    if name.upper().startswith("SSL"):
        return 0.0
    try:
        return float(name.upper().removeprefix("TLSV").removeprefix("TLS "))
    except ValueError:
        return None


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
        from creativekit.presence.audit.gathering import twin_of

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
