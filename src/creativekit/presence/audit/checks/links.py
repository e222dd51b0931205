"""Links that say where they lead, and lead there."""

from __future__ import annotations

from creativekit.errors import msg, nmsg
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.site import Probe, Site
from creativekit.presence.audit.tables import number
from creativekit.presence.audit.verdict import Finding, check, ladder

# The server is there and does not say: for programs, for now, or by that method.
TOLD_NOTHING = frozenset({401, 403, 405, 406, 408, 418, 425, 429, 451, 999})
# Of the fetcher's codes: the name or the machine is not there. A time-out tells nothing.
_GONE = frozenset({"dns"})


@check(
    "links.names",
    title=msg("Every link says where it leads"),
    why=msg("A screen reader reads an icon without words as “link”, and nothing more."),
    mend=msg("Give icons of links an alt text or an aria-label: “Our Instagram”."),
    source="https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context",
    rendered=True,
)
def names(site: Site) -> Finding | None:
    links = [link for each in site.readings for link in each.document.links]
    if not links:
        return Finding("warn", msg("there are no links"), {"links": "0"})
    bare = [link for link in links if not link.name]
    facts = {"links": str(len(links)), "bare": str(len(bare))}
    if not bare:
        return Finding("pass", nmsg("{n} link", "{n} links", len(links)), facts)
    seen = msg(
        "{n} of {all} without a name: {url}",
        n=len(bare),
        all=len(links),
        url=plain(bare[0].href, 80),
    )
    places = tuple(link.href for link in bare if link.href)
    return Finding("fail" if len(bare) * 10 > len(links) else "warn", seen, facts, places)


@check(
    "links.empty",
    title=msg("Links lead somewhere"),
    why=msg("A button that does nothing is where a sale ends."),
    mend=msg("Give every button its address, or take it away; “#” is left from a template."),
    source="https://developers.google.com/search/docs/crawling-indexing/links-crawlable",
    rendered=True,
)
def empty(site: Site) -> Finding | None:
    links = [link for each in site.readings for link in each.document.links]
    nowhere = [
        link
        for link in links
        if link.href in ("", "#", "#!") or link.href.lower() == "javascript:;"
    ]
    facts = {"links": str(len(links)), "empty": str(len(nowhere))}
    if not nowhere:
        return Finding("pass", nmsg("{n} link", "{n} links", len(links)), facts) if links else None
    seen = nmsg(
        "{n} of {all} leads nowhere: “{name}”",
        "{n} of {all} lead nowhere: “{name}”",
        len(nowhere),
        all=len(links),
        name=plain(nowhere[0].name, 60),
    )
    return Finding("warn", seen, facts, tuple(link.name for link in nowhere if link.name))


def broken(probe: Probe) -> bool | None:
    """Whether a tried link is broken; None when it cannot be told."""
    if probe.status is None:
        return True if probe.code in _GONE else None
    if probe.status in TOLD_NOTHING or probe.status >= 500:
        return None
    return probe.status >= 400


def _judged(site: Site, internal: bool) -> Finding | None:
    tried = [each for each in site.probes if each.internal is internal]
    bad = [each for each in tried if broken(each)]
    unsure = sum(broken(each) is None for each in tried)
    facts = {"tried": str(len(tried)), "broken": str(len(bad)), "unknown": str(unsure)}
    if not tried or unsure == len(tried):
        if not tried and not site.partial:
            return None
        return Finding("unknown", msg("not tried, or the answers tell nothing"), facts)
    if not bad:
        seen = nmsg(
            "{n} link tried, {unsure} cannot be told",
            "{n} links tried, {unsure} cannot be told",
            len(tried),
            unsure=unsure,
        )
        return Finding("pass", seen, facts)
    status = _answer(bad[0])
    facts["first"] = plain(bad[0].url, 120)
    seen = nmsg(
        "{n} of {all} is broken: {url} ({status})",
        "{n} of {all} are broken: {url} ({status})",
        len(bad),
        all=len(tried),
        url=plain(bad[0].url, 80),
        status=status,
    )
    share = len(bad) / (len(tried) - unsure)
    outcome = ladder(share, number("broken-share", "good"), number("broken-share", "poor"))
    # The world's links break by themselves; one's own do not.
    places = tuple(f"{each.url} ({_answer(each)})" for each in bad)
    return Finding(outcome if internal else "warn", seen, facts, places)


def _answer(probe: Probe) -> int | str:
    """The status, or the fetcher's word for why there is none."""
    return probe.code if probe.status is None else probe.status


@check(
    "links.internal",
    title=msg("Links inside the site work"),
    why=msg("“No such page” in your own menu says that nobody looks after the site."),
    mend=msg("Correct or remove the links named here."),
    source="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5",
)
def internal(site: Site) -> Finding | None:
    return _judged(site, internal=True)


@check(
    "links.external",
    title=msg("Links to other sites work"),
    why=msg("Dead links to partners and profiles take trust away."),
    mend=msg("Correct or remove the links named here."),
    source="https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5",
)
def external(site: Site) -> Finding | None:
    return _judged(site, internal=False)
