"""A vCard: what a phone that reads the card's code puts into its contacts.

Version 3.0 (RFC 2426), which every phone's camera knows; 4.0 (RFC 6350) is not. What cannot be an
address of its kind is left out: a wrong field would make the whole card fail. Networks are left out
too, for each field makes the code finer; so is the brand's address, which is read from the card.
"""

from __future__ import annotations

import re

from creativekit.identity.model import Identity
from creativekit.identity.stationery import Holder

_TELEPHONE = re.compile(r"\+?[\d\s().-]{5,24}")
_MAIL = re.compile(r"[^\s@:;,]+@[^\s@:;,]+\.[^\s@:;,]+")
_PAGE = re.compile(r"(?:https?://)?[^\s/:;,@]+\.[^\s/:;,@]+(?:/\S*)?")


def vcard(identity: Identity, holder: Holder, language: str) -> str:
    """The card's text in `language`, lines ended as the RFC wants them.

    The name of a person is given as it is written: what of it is the family's, nobody has said.
    """
    brand = identity.name.get(language)
    person = None if holder.name is None else holder.name.get(language)
    lines = ["BEGIN:VCARD", "VERSION:3.0"]
    if person is None:
        lines += [f"N:;{_text(brand)};;;", f"FN:{_text(brand)}"]
    else:
        lines += [f"N:;{_text(person)};;;", f"FN:{_text(person)}"]
        if holder.role is not None:
            lines.append(f"TITLE:{_text(holder.role.get(language))}")
    lines.append(f"ORG:{_text(brand)}")
    given = {kind: " ".join(text.get(language).split()) for kind, text in identity.contact.items()}
    if _TELEPHONE.fullmatch(given.get("phone", "")):
        digits = "".join(char for char in given["phone"] if char in "+0123456789")
        lines.append(f"TEL:{digits}")
    if _MAIL.fullmatch(given.get("email", "")):
        lines.append(f"EMAIL:{_text(given['email'])}")
    if _PAGE.fullmatch(given.get("site", "")):
        site = given["site"]
        lines.append(f"URL:{site if '://' in site else f'https://{site}'}")
    return "".join(f"{line}\r\n" for line in (*lines, "END:VCARD"))


def _text(value: str) -> str:
    """A value with what separates fields made plain (RFC 2426, section 5)."""
    value = " ".join(value.split())
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
