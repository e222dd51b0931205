"""What a customer needs to buy: a way to ask, a price, a place, a shop."""

from __future__ import annotations

import re

from creativekit.errors import Message, msg
from creativekit.presence.audit.checks.messengers import telephone_numbers, whatsapp_numbers
from creativekit.presence.audit.checks.profiles import profile
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.site import Reading, Site
from creativekit.presence.audit.tables import table, words
from creativekit.presence.audit.verdict import Finding, check

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(
    r"(?<![\d+])(?:\+7|8)[\s\u00a0(-]{0,2}7\d\d[\s\u00a0)-]{0,2}\d{3}[\s\u00a0-]?\d\d[\s\u00a0-]?\d\d(?!\d)"
)


@check(
    "content.contact",
    title=msg("The home page says how to reach you"),
    why=msg("A person who has to look for a telephone number writes to somebody else."),
    mend=msg(
        "Put a telephone number and a WhatsApp or Telegram button at the top of the home page."
    ),
    source="https://developers.google.com/search/docs/fundamentals/creating-helpful-content",
    rendered=True,
)
def contact(site: Site) -> Finding | None:
    ways = _ways(site.reading)
    facts = {"ways": " ".join(ways)}
    if not ways:
        return Finding(
            "fail", msg("no telephone number, mail or messenger is on the home page"), facts
        )
    said: Message | None = None
    for way in ways:
        named = _WAYS[way]
        said = named if said is None else msg("{one}, {other}", one=said, other=named)
    assert said is not None
    # A number that cannot be tapped has to be copied by hand.
    one_tap = any(way != "text" for way in ways)
    return Finding("pass" if one_tap else "warn", said, facts)


_WAYS = {
    "phone": msg("telephone"),
    "whatsapp": msg("WhatsApp"),
    "telegram": msg("Telegram"),
    "mail": msg("e-mail"),
    "instagram": msg("Instagram"),
    "text": msg("a number as text, not a link"),
}


def _ways(reading: Reading) -> list[str]:
    found = []
    hrefs = [link.href.lower() for link in reading.document.links]
    profiles = {known[0] for _, url in reading.links if url and (known := profile(url))}
    if any(href.startswith("tel:") for href in hrefs):
        found.append("phone")
    hosts = {urls.site(url) for _, url in reading.links if url}
    if hosts & {"wa.me", "api.whatsapp.com", "whatsapp.com"} or any(
        href.startswith("whatsapp:") for href in hrefs
    ):
        found.append("whatsapp")
    if "telegram" in profiles or any(href.startswith("tg:") for href in hrefs):
        found.append("telegram")
    text = reading.document.text[:200_000]
    if any(href.startswith("mailto:") for href in hrefs) or _MAIL.search(text):
        found.append("mail")
    if "instagram" in profiles:
        found.append("instagram")
    if "phone" not in found and _PHONE.search(text):
        found.append("text")
    return found


@check(
    "content.phone",
    title=msg("The number is the same as yours"),
    why=msg("An old number on the site rings in somebody else's pocket."),
    mend=msg("Correct the number on the site, or in creativekit.toml."),
    source="https://support.google.com/business/answer/3038177",
    rendered=True,
)
def phone(site: Site) -> Finding | None:
    own = _national(site.declared.phone)
    if own is None:
        return None
    written = [*telephone_numbers(site), *whatsapp_numbers(site)]
    written += [
        each for read in site.readings for each in _PHONE.findall(read.document.text[:200_000])
    ]
    found = {number for each in written if (number := _national(each)) is not None}
    facts = {"own": f"+7{own}", "found": " ".join(f"+7{each}" for each in sorted(found)[:5])}
    if not found:
        return Finding("warn", msg("no number is on the pages that were read"), facts)
    if own not in found:
        return Finding("fail", msg("on the site: {found}; yours: {own}", **facts), facts)
    return Finding("pass", msg("“{text}”", text=facts["own"]), facts)


def _national(text: str) -> str | None:
    """The ten digits after +7 or 8, or None for another kind of number."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 11 and digits[0] in "78":
        return digits[1:]
    return digits if len(digits) == 10 and digits[0] == "7" else None


@check(
    "content.price",
    title=msg("Prices are on the site"),
    why=msg("At “ask for the price” many of those who look stop looking."),
    mend=msg("Write a price, or “from …”, beside each product or service."),
    source="https://developers.google.com/search/docs/appearance/structured-data/product",
    rendered=True,
)
def price(site: Site) -> Finding | None:
    for each in site.readings:
        found = words("price").search(each.document.text)
        if found:
            facts = {"text": plain(found[0], 40), "url": plain(each.url, 100)}
            return Finding("pass", msg("“{text}” on {url}", **facts), facts)
    named = next(
        (
            found
            for each in site.readings
            if (found := words("price-word").search(each.document.text))
        ),
        None,
    )
    if named is not None:
        return Finding("warn", msg("“{text}” is written, but no amount", text=plain(named[0], 40)))
    return Finding("warn", msg("no price was found on the pages that were read"))


@check(
    "content.map",
    title=msg("The site leads to your card on a map"),
    why=msg("2GIS and Google Maps bring people to the door; the card shows hours and reviews."),
    mend=msg("Put a link to your card in 2GIS and in Google Maps beside the address."),
    source="https://support.google.com/business/answer/3038177",
    rendered=True,
)
def map_card(site: Site) -> Finding | None:
    found = [url for url in _addresses(site) if _is_of(url, table("networks")["maps"]["hosts"])]
    if found:
        return Finding(
            "pass", msg("“{text}”", text=plain(found[0], 80)), {"url": plain(found[0], 120)}
        )
    has_address = any(words("address").search(each.document.text) for each in site.readings)
    if "premises" not in site.declared.features and not has_address:
        return None
    return Finding("warn", msg("no link to 2GIS, Google Maps or Yandex Maps"))


@check(
    "content.shop",
    title=msg("The site leads to your shop on Kaspi"),
    why=msg("Many buyers look for a product on Kaspi first, and pay there in instalments."),
    mend=msg("Put a link to your shop or product on kaspi.kz beside the price."),
    source="https://guide.kaspi.kz/partner/",
    rendered=True,
)
def shop(site: Site) -> Finding | None:
    if "market" not in site.declared.features:
        return None
    found = [url for url in _addresses(site) if _is_of(url, table("networks")["shop"]["hosts"])]
    if found:
        return Finding(
            "pass", msg("“{text}”", text=plain(found[0], 80)), {"url": plain(found[0], 120)}
        )
    return Finding("warn", msg("no link to kaspi.kz"))


def _addresses(site: Site) -> list[str]:
    links = [url for _, url in site.links() if url]
    frames = [
        url
        for each in site.readings
        for resource in each.document.resources
        if resource.kind == "frame" and (url := urls.joined(each.base, resource.url))
    ]
    return links + frames


def _is_of(url: str, known: list[str]) -> bool:
    """Whether an address is of one of the hosts, or of a host and the beginning of a path."""
    host, path = urls.site(url), urls.split(url).path
    for each in known:
        name, _, start = each.partition("/")
        if urls.is_under(host, name) and path.startswith(f"/{start}" if start else ""):
            return True
    return False
