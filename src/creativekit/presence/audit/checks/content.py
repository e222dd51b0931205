"""What a visitor meets: words they can read, forms they can fill in, nothing left unfinished."""

from __future__ import annotations

from datetime import timedelta

from creativekit.errors import msg, nmsg
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.reading.dates import copyright_year, dates
from creativekit.presence.audit.site import Reading, Site
from creativekit.presence.audit.tables import number, words
from creativekit.presence.audit.verdict import Finding, check, ladder


@check(
    "content.scripts",
    title=msg("The words are in the page itself"),
    why=msg(
        "Messengers and part of search see a page without running scripts: for them it is empty."
    ),
    mend=msg("Put the name, the offer and contacts into the page as text; ask whoever built it."),
    source="https://developers.google.com/search/docs/crawling-indexing/javascript/javascript-seo-basics",
)
def scripts(site: Site) -> Finding | None:
    count = site.reading.guess.words
    facts = {"words": str(count), "scripts": str(site.document.scripts)}
    if site.needs_browser:
        seen = msg("needs a browser: {words} words and {scripts} scripts", **facts)
        return Finding("warn", seen, facts)
    seen = nmsg("{n} word", "{n} words", count)
    return Finding("pass" if count > number("browser-words", "most") else "warn", seen, facts)


@check(
    "content.alt",
    title=msg("Pictures are described in words"),
    why=msg("Those who do not see them hear the description, and picture search finds by it."),
    mend=msg('Write an alt text for each picture; for decoration leave it empty (alt="").'),
    source="https://www.w3.org/WAI/WCAG22/Understanding/non-text-content",
    rendered=True,
)
def alt(site: Site) -> Finding | None:
    images = [image for each in site.readings for image in each.document.images]
    if not images:
        return None
    bare = [image for image in images if image.alt is None]
    facts = {"pictures": str(len(images)), "bare": str(len(bare))}
    if not bare:
        seen = nmsg(
            "{n} picture, described or marked as decoration",
            "{n} pictures, described or marked as decoration",
            len(images),
        )
        return Finding("pass", seen, facts)
    seen = msg(
        "{n} of {all} without alt: {url}",
        n=len(bare),
        all=len(images),
        url=plain(bare[0].src, 80) or "—",
    )
    share = 1 - len(bare) / len(images)
    outcome = ladder(share, number("alt-share", "good"), number("alt-share", "poor"))
    return Finding(outcome, seen, facts, tuple(image.src for image in bare if image.src))


@check(
    "content.labels",
    title=msg("Every field of a form is named"),
    why=msg(
        "A hint inside a field vanishes when one types; a screen reader says only “edit text”."
    ),
    mend=msg("Put a <label> beside each field, or an aria-label in it."),
    source="https://www.w3.org/WAI/WCAG22/Understanding/labels-or-instructions",
    rendered=True,
)
def labels(site: Site) -> Finding | None:
    entries = [entry for each in site.readings for entry in each.document.entries]
    if not entries:
        return None
    bare = [entry for entry in entries if not entry.labelled]
    facts = {"fields": str(len(entries)), "bare": str(len(bare))}
    if not bare:
        return Finding("pass", nmsg("{n} field", "{n} fields", len(entries)), facts)
    name = plain(bare[0].name, 40) or plain(bare[0].kind, 20)
    seen = msg(
        "{n} of {all} without a name: {url}",
        n=len(bare),
        all=len(entries),
        url=name,
    )
    places = tuple(entry.name for entry in bare if entry.name)
    return Finding("fail" if len(bare) == len(entries) else "warn", seen, facts, places)


@check(
    "content.mixed",
    title=msg("Nothing on a protected page comes unprotected"),
    why=msg("Browsers block such scripts and warn of such pictures."),
    mend=msg("Write https:// in the addresses of pictures, scripts and forms."),
    source="https://www.w3.org/TR/mixed-content/",
)
def mixed(site: Site) -> Finding | None:
    if not site.url.startswith("https:"):
        return None
    found = [
        (each.kind, address)
        for read in site.readings
        if read.url.startswith("https:")
        for each in read.document.resources
        if (address := urls.joined(read.base, each.url)) and address.startswith("http:")
    ]
    facts = {"count": str(len(found))}
    if not found:
        return Finding("pass", msg("everything comes by https"), facts)
    active = [address for kind, address in found if kind not in ("image", "media")]
    seen = nmsg(
        "{n} file by http: {url}",
        "{n} files by http: {url}",
        len(found),
        url=plain((active or [found[0][1]])[0], 80),
    )
    places = tuple(address for _, address in found)
    return Finding("fail" if active else "warn", seen, facts, places)


@check(
    "content.placeholder",
    title=msg("Nothing is left of a template"),
    why=msg("“Lorem ipsum” and made-up numbers tell a visitor that nobody is here."),
    mend=msg("Replace the template's texts and contacts by your own, or remove the block."),
    source="https://developers.google.com/search/docs/fundamentals/creating-helpful-content",
)
def placeholder(site: Site) -> Finding | None:
    pattern = words("placeholder")
    for each in site.readings:
        found = pattern.search(each.document.text) or pattern.search(each.document.title or "")
        if found:
            facts = {"text": plain(found[0], 40), "url": plain(each.url, 100)}
            return Finding("fail", msg("“{text}” on {url}", **facts), facts)
    count = len(site.readings)
    return Finding("pass", nmsg("{n} page read", "{n} pages read", count), {"pages": str(count)})


@check(
    "content.newest",
    title=msg("Something on the site is recent"),
    why=msg("A newest date of two years ago makes people ask whether you still work."),
    mend=msg("Add a piece of news or a new work with its date; renew the year at the bottom."),
    source="https://developers.google.com/search/docs/appearance/publication-dates",
    rendered=True,
)
def newest(site: Site) -> Finding | None:
    # Dates to come are of events, and as good a sign; years away they are mistakes.
    last = site.today + timedelta(days=400)
    found = [
        day
        for each in site.readings
        for day in dates(each.document.text, each.document.times)
        if day <= last
    ]
    years = [y for each in site.readings if (y := copyright_year(each.document.text)) is not None]
    if not found:
        if not years:
            return Finding("unknown", msg("there are no dates"))
        year = max(years)
        facts = {"year": str(year)}
        old = year < site.today.year - 1
        return Finding("warn" if old else "pass", msg("© {year}", year=year), facts)
    day = max(found)
    facts = {"newest": day.isoformat()}
    outcome = ladder(
        (site.today - day).days, number("newest-days", "good"), number("newest-days", "poor")
    )
    # A site of few words may be right as it is; nobody fails for silence.
    return Finding(
        "warn" if outcome == "fail" else outcome, msg("the newest date is {newest}", **facts), facts
    )


@check(
    "content.privacy",
    title=msg("A form says what becomes of the data"),
    why=msg("Kazakhstan's law on personal data wants consent; customers want to know."),
    mend=msg("Put a line with a link to the privacy page and a tick beside the form's button."),
    source="https://adilet.zan.kz/kaz/docs/Z1300000094",
    rendered=True,
)
def privacy(site: Site) -> Finding | None:
    asking = [each for each in site.readings if _asks(each)]
    if not asking:
        return None
    pattern = words("privacy")
    silent = [
        each
        for each in asking
        if not pattern.search(each.document.text)
        and not any(pattern.search(f"{link.name} {link.href}") for link, _ in each.links)
    ]
    facts = {"forms": str(len(asking)), "silent": str(len(silent))}
    if silent:
        seen = msg(
            "a form on {url} asks for contacts and says nothing of it", url=plain(silent[0].url, 80)
        )
        return Finding("fail", seen, facts)
    return Finding(
        "pass",
        nmsg(
            "{n} page with a form, and it says so",
            "{n} pages with forms, and they say so",
            len(asking),
        ),
        facts,
    )


def _asks(reading: Reading) -> bool:
    """Whether a form on the page asks who one is: a name or a contact, not only what to search."""
    personal = ("email", "tel")
    names = ("name", "phone", "tel", "mail", "fio", "contact")
    return any(
        entry.kind in personal or any(word in entry.name.lower() for word in names)
        for form in reading.document.inside_forms
        for entry in form
        if entry.kind not in ("search", "checkbox", "radio")
    )
