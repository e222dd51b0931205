"""The address of a form that is filled in on telephones, and its QR code.

A code on a wall is scanned from two steps away, in bad light, past heads: level M at the least (a
seventh of it may be lost; segno takes a higher level where that makes no more modules) and four
modules of quiet zone (ISO/IEC 18004:2015, 5.3.8). An address of more than 300 bytes would make
modules so fine that a wall no longer helps; forms have short ones.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from creativekit.artwork.qr_modules import Rows, rows_of
from creativekit.errors import msg
from creativekit.project.rejection import reject, shown

MOST_BYTES = 300
EXAMPLE = 'url = "https://ee.kobotoolbox.org/x/AbCd1234"'
_SCHEME = re.compile(r"^https?://(www\.)?", re.IGNORECASE)


def address(value: object) -> str:
    """The address as it was given, without blank space round it. Raises the refusal of anything
    that a telephone could not open."""
    if not isinstance(value, str):
        raise reject(msg("this must be text in quotes, not {found}", found=shown(value)))
    text = value.strip()
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        message = msg("the address is too long for a code: at most {limit} bytes", limit=MOST_BYTES)
        raise reject(message)
    wrong = reject(msg("'{found}' is not an address of a page", found=shown(text)), (EXAMPLE,))
    if not text.isprintable() or re.search(r"\s", text):
        raise wrong
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise wrong from None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        raise wrong
    return text


def short(address: str) -> str:
    """As it is typed by hand: without https:// and without a stroke at its end."""
    return _SCHEME.sub("", address).rstrip("/")


@lru_cache(maxsize=8)
def modules(address: str) -> Rows:
    """The code's dark modules, without the quiet zone."""
    import segno

    return rows_of(segno.make_qr(address, error="m", encoding="utf-8", boost_error=True).matrix)
