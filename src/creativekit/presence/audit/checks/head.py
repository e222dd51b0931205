"""What a page says of itself to browsers and to search: title, screen, letters, icon."""

from __future__ import annotations

import re

from creativekit.errors import msg, nmsg
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.site import Site
from creativekit.presence.audit.tables import number
from creativekit.presence.audit.verdict import Finding, check

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?")


@check(
    "head.title",
    title=msg("The title says what it is"),
    why=msg(
        "It is the blue line in Google and the name of a shared link; the first thing that is read."
    ),
    mend=msg(
        "Write what you do, your name and city in 10 to 60 characters, another on every page."
    ),
    source="https://developers.google.com/search/docs/appearance/title-link",
)
def title(site: Site) -> Finding | None:
    text = plain(site.document.title or "", 100)
    if not text:
        return Finding("fail", msg("there is no title"), {"characters": "0"})
    least, most = number("title-characters", "least"), number("title-characters", "most")
    length = len(" ".join((site.document.title or "").split()))
    facts = {"title": text, "characters": str(length)}
    seen = nmsg("“{title}”: {n} character", "“{title}”: {n} characters", length, title=text)
    if site.document.titles > 1:
        both = msg("{seen}; there are {count} titles", seen=seen, count=site.document.titles)
        return Finding("warn", both, facts)
    return Finding("pass" if least <= length <= most else "warn", seen, facts)


@check(
    "head.description",
    title=msg("There is a description for search"),
    why=msg(
        "Google and messengers show it under the title; without it they show scraps of the page."
    ),
    mend=msg("Write in 50 to 160 characters what you offer, to whom and where."),
    source="https://developers.google.com/search/docs/appearance/snippet",
)
def description(site: Site) -> Finding | None:
    text = " ".join((site.document.meta("description") or "").split())
    if not text:
        return Finding("fail", msg("there is no description"), {"characters": "0"})
    least, most = (
        number("description-characters", "least"),
        number("description-characters", "most"),
    )
    facts = {"description": plain(text, 200), "characters": str(len(text))}
    shown = plain(text, 80)
    seen = nmsg("“{title}”: {n} character", "“{title}”: {n} characters", len(text), title=shown)
    return Finding("pass" if least <= len(text) <= most else "warn", seen, facts)


@check(
    "head.viewport",
    title=msg("It fits a phone, and can be enlarged"),
    why=msg("Most visitors come by phone; a page that cannot be enlarged shuts out weak eyes."),
    mend=msg(
        'Put <meta name="viewport" content="width=device-width, initial-scale=1"> in the page, '
        "without user-scalable and maximum-scale."
    ),
    source="https://dequeuniversity.com/rules/axe/4.10/meta-viewport",
)
def viewport(site: Site) -> Finding | None:
    content = site.document.meta("viewport")
    if not content:
        return Finding("fail", msg("nothing says that the page fits a phone"))
    parts = re.split(r"[,;]", content.lower()[:500])
    pairs = {
        key.strip(): value.strip() for key, _, value in (part.partition("=") for part in parts)
    }
    facts = {"viewport": plain(content, 120)}
    scale = _NUMBER.match(pairs.get("maximum-scale", ""))
    fixed = pairs.get("user-scalable") in ("no", "0", "0.0")
    if fixed or (scale and float(scale[0]) < number("viewport-scale", "least")):
        return Finding(
            "warn", msg("enlarging is blocked: {content}", content=facts["viewport"]), facts
        )
    if pairs.get("width") != "device-width" and "initial-scale" not in pairs:
        return Finding(
            "warn", msg("the width is fixed: {content}", content=facts["viewport"]), facts
        )
    return Finding("pass", msg("“{text}”", text=facts["viewport"]), facts)


@check(
    "head.charset",
    title=msg("The letters are declared: UTF-8"),
    why=msg("Otherwise ә, ғ, қ and ұ may turn into question marks and signs."),
    mend=msg('Save pages as UTF-8 and put <meta charset="utf-8"> first in <head>.'),
    source="https://html.spec.whatwg.org/multipage/semantics.html#charset",
)
def charset(site: Site) -> Finding | None:
    found = site.reading.decoded
    facts = {"encoding": found.encoding, "told": found.told}
    if found.told == "guess":
        if site.document.charset:
            return Finding("warn", msg("it is declared too far from the page's beginning"), facts)
        seen = msg("it is not declared; the letters look like {encoding}", encoding=found.encoding)
        return Finding("fail", seen, facts)
    if "\ufffd" in site.document.text:
        seen = msg(
            "declared as {encoding}, and some letters are not in it", encoding=found.encoding
        )
        return Finding("fail", seen, facts)
    seen = msg("declared as {encoding}", encoding=found.encoding)
    return Finding("pass" if found.encoding == "utf-8" else "warn", seen, facts)


@check(
    "head.h1",
    title=msg("The page has one main heading"),
    why=msg("Search and screen readers take it for what the page is about."),
    mend=msg("Make the page's heading an H1 and keep it the only one."),
    source="https://www.w3.org/WAI/tutorials/page-structure/headings/",
    rendered=True,
)
def one_heading(site: Site) -> Finding | None:
    texts = [text for level, text in site.document.headings if level == 1]
    facts = {"count": str(len(texts))}
    if not texts:
        return Finding("warn", msg("there is no main heading"), facts)
    if len(texts) > 1:
        seen = nmsg(
            "{n} main heading: “{first}”…",
            "{n} main headings: “{first}”…",
            len(texts),
            first=plain(texts[0], 60),
        )
        return Finding("warn", seen, facts)
    if not texts[0]:
        return Finding("warn", msg("the main heading is empty"), facts)
    return Finding("pass", msg("“{text}”", text=plain(texts[0], 80)), facts)


@check(
    "head.icon",
    title=msg("There is an icon for the tab"),
    why=msg("By it people find your tab among twenty, and your site among search results."),
    mend=msg("Add the icons that `creativekit brand` makes (kit/brand/icons)."),
    source="https://developers.google.com/search/docs/appearance/favicon-in-search",
)
def icon(site: Site) -> Finding | None:
    found = next((tag for tag in site.document.tags if "icon" in tag.rel and tag.href), None)
    touch = next((tag for tag in site.document.tags if "apple-touch-icon" in tag.rel), None)
    if found is not None:
        shown = plain(found.href, 80) if not found.href.startswith("data:") else "data:"
        return Finding("pass", msg("“{text}”", text=shown), {"file": shown})
    if touch is not None:
        return Finding("warn", msg("only for the home screen of a phone"))
    return Finding("warn", msg("the page names no icon"))
