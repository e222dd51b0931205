"""The facts of a certificate, read from its bytes (DER, X.690; X.509, RFC 5280).

Python tells them of certificates that it trusts only, and those that it does not trust are what
an audit has to explain: expired since when, signed by whom, for which other name. What is needed
lies on one path through the structure; this walks it and nothing else. Signatures are OpenSSL's.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from creativekit.presence.audit.plain import plain

_SEQUENCE, _SET, _UTC_TIME = 0x30, 0x31, 0x17
_VERSION, _EXTENSIONS, _DNS_NAME = 0xA0, 0xA3, 0x82
_COMMON_NAME, _ORGANIZATION = b"\x55\x04\x03", b"\x55\x04\x0a"
_ALTERNATIVE_NAMES = b"\x55\x1d\x11"
_WIDE = {0x1E: "utf-16-be", 0x1C: "utf-32-be"}  # BMPString, UniversalString
_MOST_NAMES = 20

_Item = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Facts:
    """Days are UTC's. issuer: organization and name. names: DNS names, at most twenty."""

    starts: dt.date
    expires: dt.date
    issuer: str
    names: tuple[str, ...]


def facts(der: bytes) -> Facts:
    """Raises ValueError when `der` is no certificate."""
    try:
        (_, certificate), *_ = _items(der)
        (_, signed), *_ = _items(certificate)
        fields = _items(signed)
        if fields[0][0] == _VERSION:
            del fields[0]
        _serial, _algorithm, issuer, validity, _subject, _key, *more = fields
        (first, last) = _items(validity[1])
        extensions = next((value for tag, value in more if tag == _EXTENSIONS), b"")
        return Facts(_day(first), _day(last), _words(issuer[1]), _names(extensions))
    except (IndexError, UnicodeError, OverflowError) as error:
        raise ValueError(f"no certificate: {error}") from None


def _items(data: bytes) -> list[_Item]:
    """The tag and content of each element, one after the other."""
    found: list[_Item] = []
    at = 0
    while at < len(data):
        tag, length, at = data[at], data[at + 1], at + 2
        if length >= 0x80:
            size = length & 0x7F
            if not 1 <= size <= 4:
                raise ValueError("a length that DER does not have")
            length, at = int.from_bytes(data[at : at + size], "big"), at + size
        if at + length > len(data):
            raise ValueError("an element longer than what holds it")
        found.append((tag, data[at : at + length]))
        at += length
    return found


def _day(item: _Item) -> dt.date:
    tag, value = item
    text = value.decode("ascii")
    if tag == _UTC_TIME:  # RFC 5280, 4.1.2.5.1: 50 to 99 are of the last century
        text = ("19" if text[:2] >= "50" else "20") + text
    return dt.datetime.strptime(text[:8], "%Y%m%d").date()


def _words(name: bytes) -> str:
    said: dict[bytes, str] = {}
    for tag, parts in _items(name):
        for _, part in _items(parts) if tag == _SET else ():
            (_, kind), (coded, value) = _items(part)
            said.setdefault(kind, value.decode(_WIDE.get(coded, "utf-8"), "replace"))
    words = [said[kind] for kind in (_ORGANIZATION, _COMMON_NAME) if kind in said]
    return plain(", ".join(words), 120)


def _names(extensions: bytes) -> tuple[str, ...]:
    for _, wrapped in _items(extensions):
        for _, extension in _items(wrapped):
            (_, kind), *_, (_, value) = _items(extension)
            if kind == _ALTERNATIVE_NAMES:
                ((_, names),) = _items(value)
                dns = [value for tag, value in _items(names) if tag == _DNS_NAME]
                return tuple(plain(name.decode("ascii", "replace")) for name in dns[:_MOST_NAMES])
    return ()
