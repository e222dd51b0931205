"""How soon a page comes and how much of it there is, as far as one can tell without a browser."""

from __future__ import annotations

from collections import defaultdict
from statistics import mean, median

from creativekit.errors import msg
from creativekit.presence.audit.site import Site
from creativekit.presence.audit.tables import number
from creativekit.presence.audit.verdict import Finding, check, ladder

KIB = 1024


@check(
    "transport.compression",
    title=msg("Text is sent compressed"),
    why=msg("A compressed page is several times smaller, and opens sooner on a phone."),
    mend=msg("Turn on gzip or Brotli in the hosting's panel."),
    source="https://developer.chrome.com/docs/lighthouse/performance/uses-text-compression",
    hosted=True,
)
def compression(site: Site) -> Finding | None:
    size = len(site.page.body)
    if size < number("compressed-from-bytes", "least"):
        return None
    coding = site.page.encoding.strip().lower()
    facts = {"encoding": coding, "bytes": str(size)}
    if coding and coding != "identity":
        return Finding("pass", msg("compressed: {coding}", coding=coding[:20]), facts)
    return Finding("fail", msg("{size} KB are sent as they are", size=_kb(size)), facts)


@check(
    "transport.first-byte",
    title=msg("The server answers soon"),
    why=msg("Nothing can be shown before the answer begins, and people do not wait long."),
    mend=msg(
        "Turn on caching of pages; if that does not help, choose hosting nearer to Kazakhstan."
    ),
    source="https://web.dev/articles/ttfb",
)
def first_byte(site: Site) -> Finding | None:
    if not site.seconds:
        return Finding("unknown", msg("not measured"))
    typical = median(site.seconds)
    seen = msg(
        "{ms} ms to the answer, the middle of {times}, measured from here",
        ms=round(typical * 1000),
        times=len(site.seconds),
    )
    facts = {"ms": str(round(typical * 1000)), "times": str(len(site.seconds))}
    good, poor = number("seconds-to-headers", "good"), number("seconds-to-headers", "poor")
    return Finding(ladder(typical, good, poor), seen, facts)


@check(
    "transport.weight",
    title=msg("The home page is not heavy"),
    why=msg("Visitors pay for megabytes with time and money; heavy photographs are most of it."),
    mend=msg(
        "Make photographs no wider than 1600 pixels and save them as WebP or JPEG of quality 80."
    ),
    source="https://github.com/GoogleChrome/lighthouse/blob/main/core/audits/byte-efficiency/total-byte-weight.js",
    rendered=True,
)
def weight(site: Site) -> Finding | None:
    known = [each for each in site.weights if each.bytes is not None]
    # The page itself weighs what came over the wire, where the fetcher knows it.
    own = site.page.wire or len(site.page.body)
    if site.resources and not known:
        return Finding("unknown", msg("the sizes of its files are not told"))
    by_kind: dict[str, list[int]] = defaultdict(list)
    for each in known:
        by_kind[each.kind].append(each.bytes or 0)
    measured = own + sum(each.bytes or 0 for each in known)
    typical = mean([each.bytes or 0 for each in known]) if known else 0.0
    total = (measured + typical * (site.resources - len(known))) / KIB
    good, poor = number("page-kib", "good"), number("page-kib", "poor")
    facts = {
        "kib": str(round(total)),
        "measured": str(len(known)),
        "files": str(site.resources),
        "images": str(round(sum(by_kind["image"]) / KIB)),
    }
    seen = msg(
        "about {kib} KB, by {measured} of {files} files",
        kib=max(1, round(total)),
        measured=len(known),
        files=site.resources,
    )
    outcome = ladder(total, good, poor)
    if outcome == "fail" and measured / KIB <= poor:
        outcome = "warn"  # The rest is an estimate, and an estimate does not fail anybody.
    return Finding(outcome, seen, facts)


@check(
    "transport.html-size",
    title=msg("The page's own text is of a sensible size"),
    why=msg("Google reads the first 2 MB of a page; a telephone has to read all of it."),
    mend=msg("Take pictures and styles out of the page's code into files of their own."),
    source="https://developers.google.com/search/docs/crawling-indexing/googlebot",
)
def html_size(site: Site) -> Finding | None:
    size = len(site.page.body)
    facts = {"bytes": str(size), "cut": "yes" if site.page.cut else "no"}
    if site.page.cut and site.page.why in ("", "size"):
        return Finding("fail", msg("more than {size} KB", size=_kb(size)), facts)
    outcome = ladder(size, number("html-bytes", "good"), number("html-bytes", "poor"))
    return Finding(outcome, msg("{size} KB", size=_kb(size)), facts)


def _kb(size: int) -> int:
    return max(1, round(size / 1000))
