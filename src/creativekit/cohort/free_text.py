"""People's own words, looked through for what tells who somebody is.

A telephone, an address on the net, a handle or an IIN (the twelve digits of a person in Kazakhstan)
in a proposal would tell who wrote it, or of whom. Such texts are left out whole and counted. Names
cannot be found that way: whoever publishes reads them first (docs/privacy.md).
"""

from __future__ import annotations

import re
import unicodedata

_MAIL = re.compile(r"[^\s@]+\s*(?:@|\(at\)|\[at\])\s*[^\s@]+\.\w{2,}", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.])@[\w.]{2,}")
_ADDRESS = re.compile(
    r"(?:https?://|www\.|\b(?:t\.me|wa\.me|instagram\.com|vk\.com|facebook\.com|tiktok\.com)\b)",
    re.IGNORECASE,
)
# Digits of a number with what people put between them; a sum of money has groups of three, and a
# sign of money, a per cent or a unit behind it does not change that: ten digits are nobody's price.
_DIGITS = re.compile(r"\+?\d(?:[\s().\-–—_/\u00a0\u202f]{0,3}\d){8,}")
_FEWEST_DIGITS = 9


def is_telling(text: str) -> bool:
    """Whether a text has a telephone, an IIN, an e-mail address, a handle or a link in it."""
    # Full-width digits are digits, and what takes no room keeps none apart.
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in plain)
    if _MAIL.search(plain) or _HANDLE.search(plain) or _ADDRESS.search(plain):
        return True
    return any(
        sum(char.isdigit() for char in found[0]) >= _FEWEST_DIGITS
        for found in _DIGITS.finditer(plain)
    )
