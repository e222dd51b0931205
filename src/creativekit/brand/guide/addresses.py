"""Where a contact leads when it is clicked: only what is surely an address becomes a link.

A contact is text that somebody typed; a link made of anything else (a script, a file) would be a
door into the reader's machine. So each kind has the one scheme it may have and the one form.
"""

from __future__ import annotations

import re

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[\d\s().-]{5,24}")
_SITE = re.compile(r"(?:https?://)?((?:[A-Za-z0-9-]+\.)+[A-Za-z0-9-]{2,}(?:/[A-Za-z0-9._~/-]*)?)")
_HANDLE = re.compile(r"@?([A-Za-z0-9._]{1,32})")


def address(kind: str, text: str) -> str | None:
    """The link of a contact of `kind` (email, phone, site, …), or None when it should have none."""
    if kind == "email" and _EMAIL.fullmatch(text):
        return f"mailto:{text}"
    if kind == "phone" and _PHONE.fullmatch(text):
        return "tel:" + _digits(text)
    if kind == "whatsapp" and _PHONE.fullmatch(text):
        return "https://wa.me/" + _digits(text).lstrip("+")
    if kind == "site" and (found := _SITE.fullmatch(text)):
        return f"https://{found[1]}"
    if kind in ("instagram", "telegram") and (found := _HANDLE.fullmatch(text)):
        host = {"instagram": "instagram.com", "telegram": "t.me"}[kind]
        return f"https://{host}/{found[1]}"
    return None


def _digits(text: str) -> str:
    return "".join(char for char in text if char in "+0123456789")
