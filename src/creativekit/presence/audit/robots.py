"""robots.txt: what a site lets programs ask for (RFC 9309).

The rules of the group that names us, or else of the group for everybody; of the rules that match
a path, the longest wins, and allowing wins a tie. `*` stands for anything and `$` for the end.
Matching walks from star to star (no backtracking), so a hostile pattern costs what it is long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote, unquote_to_bytes

from creativekit.presence.audit.plain import plain

TOKEN: Final = "creativekit"
LONGEST: Final = 500 * 1024  # bytes; 2.5: at least 500 KiB have to be read, the rest need not
MOST_SITEMAPS: Final = 10

_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Robots:
    """What is allowed. status: of robots.txt itself, 0 when it was not asked. delay: the seconds
    that the site wants between two requests. sitemaps: addresses as they are written there. text:
    what was read, so that `parse` can be asked about others (`token="googlebot"`)."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0
    sitemaps: tuple[str, ...] = ()
    status: int = 0
    text: str = field(default="", repr=False)

    def allows(self, path: str) -> bool:
        """Whether `path` (with its query, as in a request) may be asked for."""
        if path == "/robots.txt":
            return True
        path = _same(path)
        longest, allowed = -1, True
        for pattern, allow in self.rules:
            length = len(pattern)
            if (length > longest or (length == longest and allow)) and _matches(pattern, path):
                longest, allowed = length, allow
        return allowed


NOTHING: Final = Robots(rules=(("/", False),))


def from_answer(status: int, body: bytes) -> Robots:
    """What an answer for /robots.txt means (2.3.1): a site that has none allows everything; one
    that fails may have forbidden everything. 429 is read as failing, as Google does: who is asked
    for less should not take it for a permission."""
    if 200 <= status < 300:
        return parse(body, status)
    if 400 <= status < 500 and status != 429:
        return Robots(status=status)
    return Robots(rules=NOTHING.rules, status=status)


def parse(body: bytes, status: int = 200, token: str = TOKEN) -> Robots:
    """Read a robots.txt; lines that are none of the standard's are passed over."""
    text = body[:LONGEST].decode("utf-8-sig", "replace")
    # Only two groups can ever be asked for: ours and everybody's.
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: set[str] = set()
    opening = False
    sitemaps: list[str] = []
    for line in _LINE.split(text):
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            agents = agents if opening else set()
            opening = True
            # “creativekit/1.2” means us too.
            name = value.lower().partition("/")[0].strip()
            if name in (token, "*"):
                agents.add(name)
                groups.setdefault(name, [])
        elif key == "sitemap":
            if len(sitemaps) < MOST_SITEMAPS:
                sitemaps.append(plain(value, 2_048))
        elif key in ("allow", "disallow", "crawl-delay"):
            opening = False
            for agent in agents:
                groups[agent].append((key, value))
    ours = groups.get(token, groups.get("*", []))
    rules = tuple((_same(value), key == "allow") for key, value in ours if value)
    rules = tuple((value, allow) for value, allow in rules if value.startswith(("/", "*")))
    delays = [_seconds(value) for key, value in ours if key == "crawl-delay"]
    return Robots(rules, max(delays, default=0.0), tuple(sitemaps), status, text)


def _seconds(value: str) -> float:
    return float(value) if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", value) else 0.0


def _same(path: str) -> str:
    """One spelling for one path (2.2.2): unreserved and non-ASCII characters percent-encoded or
    not, in upper-case hexadecimal; reserved ones stay as they were written."""
    pieces = re.split(r"(%[0-9A-Fa-f]{2})", path)
    return "".join(
        _octet(piece) if index % 2 else quote(piece, safe="/%:@!$&'()*+,;=~-._?[]|")
        for index, piece in enumerate(pieces)
    )


def _octet(piece: str) -> str:
    character = unquote_to_bytes(piece).decode("latin-1")
    is_unreserved = character.isascii() and (character.isalnum() or character in "-._~")
    return character if is_unreserved else piece.upper()


def _matches(pattern: str, path: str) -> bool:
    ends = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if ends and pieces:
        last = pieces.pop()
        if not path.endswith(last) or len(path) - len(last) < at:
            return False
        path = path[: len(path) - len(last)]
    elif ends:
        return at == len(path)
    for piece in pieces:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True
