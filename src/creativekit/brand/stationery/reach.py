"""How to reach the brand, as words and as addresses that programs open.

What cannot be an address of its kind is printed all the same and leads nowhere: a wrong link is
worse than none, and `javascript:` is one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from creativekit.identity.model import Identity

_NETWORKS = {
    "instagram": ("Instagram", "https://www.instagram.com/{}"),
    "telegram": ("Telegram", "https://t.me/{}"),
    "whatsapp": ("WhatsApp", "https://wa.me/{}"),
}
_TELEPHONE = re.compile(r"\+?[\d\s().-]{5,24}")
_MAIL = re.compile(r"[^\s@:;,<>\"]+@[^\s@:;,<>\"]+\.[^\s@:;,<>\"]+")
_PAGE = re.compile(r"(?:https?://)?[^\s/:;,@<>\"]+\.[^\s/:;,@<>\"]+(?::\d+)?(?:/\S*)?", re.I)
_HANDLE = re.compile(r"@?([A-Za-z0-9._]{1,32})")
_SCHEME = re.compile(r"^https?://(www\.)?", re.IGNORECASE)


def ways(identity: Identity, languages: Sequence[str]) -> tuple[tuple[str, str | None], ...]:
    """Telephone, mail, site and networks: what is printed, and the address it leads to.

    Each once, in the order of the languages where they say it otherwise. A handle is printed with
    its network's name: an @ alone could be of any.
    """
    found: dict[str, str | None] = {}
    for kind in ("phone", "email", "site", *_NETWORKS):
        given = identity.contact.get(kind)
        if given is None:
            continue
        for language in languages:
            text = " ".join(given.get(language).split())
            if kind == "whatsapp" and text in found:
                continue
            found.setdefault(_printed(kind, text), address(kind, text))
    return tuple(found.items())


def places(identity: Identity, languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The address in each language that says it otherwise, with the language."""
    given = identity.contact.get("address")
    said = set()
    for language in languages if given is not None else ():
        assert given is not None
        text = " ".join(given.get(language).split())
        if text not in said:
            said.add(text)
            yield language, text


def address(kind: str, text: str) -> str | None:
    """What a link to it leads to (`tel:`, `mailto:`, `https:`), or None for what is no address."""
    if kind == "phone":
        return f"tel:{_digits(text)}" if _TELEPHONE.fullmatch(text) else None
    if kind == "email":
        return f"mailto:{quote(text, safe='@')}" if _MAIL.fullmatch(text) else None
    if kind in _NETWORKS and (kind == "whatsapp" or "/" not in text):
        page = _NETWORKS[kind][1]
        if kind == "whatsapp":
            number = _digits(text).lstrip("+")
            return page.format(number) if _TELEPHONE.fullmatch(text) else None
        handle = _HANDLE.fullmatch(text)
        return page.format(handle[1]) if handle else None
    if not _PAGE.fullmatch(text):
        return None
    return text if re.match("https?://", text, re.IGNORECASE) else f"https://{text}"


def _printed(kind: str, text: str) -> str:
    text = _SCHEME.sub("", text).rstrip("/")
    if kind not in _NETWORKS or "/" in text:
        return text
    return f"{_NETWORKS[kind][0]}\u00a0{text}"


def _digits(text: str) -> str:
    return "".join(char for char in text if char in "+0123456789")
