"""Links that call or write: tel:, wa.me and t.me, which fail silently when typed wrong.

RFC 3966 (tel:) has numbers in international form; WhatsApp takes digits alone, the country's first;
Telegram takes a name of its rules, a +number or an invitation. Kazakhstan's numbers are +7 and ten
digits (ITU E.164; 8 is typed inside the country only).
"""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote

from creativekit.errors import Message, msg, nmsg
from creativekit.presence.audit.checks.profiles import is_name, profile
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.reading import urls
from creativekit.presence.audit.site import Site
from creativekit.presence.audit.verdict import Finding, check

_SENDING = ("api.whatsapp.com", "web.whatsapp.com", "whatsapp.com")
_NOT_DIGITS = re.compile(r"\D+")


def telephone_numbers(site: Site) -> list[str]:
    """What the pages' tel: links hold, as written."""
    return [
        unquote(link.href[4:])[:60] for link, _ in site.links() if link.href[:4].lower() == "tel:"
    ]


def whatsapp_numbers(site: Site) -> list[str]:
    """What the pages' WhatsApp links hold, as written; "" for one without a number."""
    found = []
    for link, url in site.links():
        if link.href.lower().startswith("whatsapp://send"):
            found.append(_asked(link.href, "phone"))
        elif url and urls.site(url) == "wa.me":
            path = unquote(urls.split(url).path).strip("/")
            # wa.me/message/CODE and wa.me/c/NUMBER are the business app's own links.
            if not path.startswith(("message/", "qr/", "c/", "p/")):
                found.append(path or _asked(url, "phone"))
        elif url and urls.site(url) in _SENDING and urls.split(url).path.rstrip("/") == "/send":
            found.append(_asked(url, "phone"))
    return found


def _asked(url: str, key: str) -> str:
    try:
        return parse_qs(urls.split(url).query, max_num_fields=50).get(key, [""])[0][:60]
    except ValueError:
        return ""


def _told(wrong: list[str], count: int, good: Message) -> Finding:
    facts = {"count": str(count), "wrong": "; ".join(plain(each, 40) for each in wrong[:5])}
    if wrong:
        seen = nmsg(
            "{n} of {all} is wrong: {text}",
            "{n} of {all} are wrong: {text}",
            len(wrong),
            all=count,
            text=plain(wrong[0], 40) or "—",
        )
        return Finding("fail", seen, facts)
    return Finding("pass", good, facts)


@check(
    "links.telephone",
    title=msg("Telephone numbers can be called"),
    why=msg("A number that begins with 8 does not call from abroad, nor from some apps."),
    mend=msg("Write links as tel:+7XXXXXXXXXX, without spaces."),
    source="https://www.rfc-editor.org/rfc/rfc3966",
    rendered=True,
)
def telephone(site: Site) -> Finding | None:
    numbers = telephone_numbers(site)
    if not numbers:
        return None
    wrong = [each for each in numbers if not is_international(each)]
    good = nmsg("{n} link, as +7…", "{n} links, as +7…", len(numbers))
    return _told(wrong, len(numbers), good)


def is_international(text: str) -> bool:
    """Whether a number begins with + and has as many digits as E.164 and its country allow."""
    number = text.partition(";")[0].strip()
    digits = _NOT_DIGITS.sub("", number)
    if not number.startswith("+") or not re.fullmatch(r"\+[\d\s().-]+", number):
        return False
    return len(digits) == 11 if digits.startswith("7") else 8 <= len(digits) <= 15


@check(
    "links.whatsapp",
    title=msg("WhatsApp links open your chat"),
    why=msg("A wrong digit or a plus in it, and the customer sees “no such number”."),
    mend=msg("Write https://wa.me/7XXXXXXXXXX: digits alone, 7 first and not 8."),
    source="https://faq.whatsapp.com/5913398998672934",
    rendered=True,
)
def whatsapp(site: Site) -> Finding | None:
    numbers = whatsapp_numbers(site)
    if not numbers:
        return None
    wrong = [each for each in numbers if not is_whatsapp(each)]
    own = _NOT_DIGITS.sub("", site.declared.whatsapp or "")
    own = f"7{own[1:]}" if len(own) == 11 and own[0] == "8" else own
    if not wrong and own and own not in {_NOT_DIGITS.sub("", each) for each in numbers}:
        seen = msg("{found} is not your number in creativekit.toml", found=plain(numbers[0], 20))
        return Finding("warn", seen, {"count": str(len(numbers))})
    return _told(
        wrong, len(numbers), nmsg("{n} link, digits only", "{n} links, digits only", len(numbers))
    )


def is_whatsapp(text: str) -> bool:
    """Whether WhatsApp opens a chat by this: digits of a whole international number."""
    if not re.fullmatch(r"[1-9][0-9]{7,14}", text):
        return False
    return len(text) == 11 if text.startswith("7") else not re.fullmatch(r"8[67]\d{9}", text)


@check(
    "links.telegram",
    title=msg("Telegram links lead to a name"),
    why=msg("A wrong name opens an empty page, or somebody else's."),
    mend=msg("Write https://t.me/name: 5 to 32 Latin letters, digits and underscores."),
    source="https://core.telegram.org/api/links",
    rendered=True,
)
def telegram(site: Site) -> Finding | None:
    wrong, count = [], 0
    for link, url in site.links():
        if link.href.lower().startswith("tg:"):
            count += 1
        elif url and urls.site(url) in ("t.me", "telegram.me", "telegram.dog"):
            count += 1
            path = unquote(urls.split(url).path).strip("/")
            if not is_telegram(path) and profile(url) is not None:
                wrong.append(url)
    if not count:
        return None
    return _told(wrong, count, nmsg("{n} link", "{n} links", count))


def is_telegram(path: str) -> bool:
    """Whether t.me opens a person, a channel or an invitation by this path."""
    first = path.partition("/")[0]
    if first.startswith("+"):
        # A number, or the hash of an invitation.
        return bool(re.fullmatch(r"\+(?:[1-9][0-9]{7,14}|[A-Za-z0-9_-]{16,32})", first))
    if first == "s":
        first = path.split("/")[1] if "/" in path else ""
    return is_name("telegram", first.lower().removeprefix("@"))
