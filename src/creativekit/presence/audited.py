"""Levels that a live audit shows: what its checks found, in terms of the items.

A check looks at one page from outside, so most of what it proves is a least; where its finding
leaves no room for more ("nothing is set for shared links"), the reading is exact. What a check
could not see proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from creativekit.errors import Message, msg
from creativekit.presence.evidence import Reading


class Found(Protocol):
    """What one check found, as `audit.verdict.Verdict` has it."""

    @property
    def check(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def seen(self) -> Message: ...
    @property
    def facts(self) -> Mapping[str, str]: ...


# Where a failure means that the site says something else than creativekit.toml does.
_AGREE = ("content.phone", "handles.links", "structured.profiles")
# Ways to be reached, by the check that says whether their links work.
_WAYS = {
    "phone": "links.telephone",
    "whatsapp": "links.whatsapp",
    "telegram": "links.telegram",
}


def readings(
    verdicts: Iterable[Found],
    health: int | None = None,
    level: int | None = None,
    own_domain: bool | None = None,
) -> tuple[Reading, ...]:
    """Every level that an audit shows, in the order of the items.

    verdicts: one a check, by its id. health: the audit's number, 0–100, and the level of item 3.2
    that goes with it. own_domain: whether the address is the business's own, where that is known.
    """
    found = {each.check: each for each in verdicts}
    shown = (
        _agreement(found), _place(found, own_domain), _health(found, health, level),
        _sharing(found), _next_step(found), _prices(found), _languages(found), _described(found),
    )  # fmt: skip
    return tuple(each for each in shown if each is not None)


def _agreement(found: Mapping[str, Found]) -> Reading | None:
    """2.4: places where the site says something else than the business itself. That it agrees
    with one place does not prove that it agrees with all."""
    wrong = [found[name] for name in _AGREE if _is(found, name, "fail")]
    if not wrong:
        return None
    level = 1 if len(wrong) > 1 else 2
    return _measured("2.4", level, *(each.seen for each in wrong), exact=True)


def _place(found: Mapping[str, Found], own_domain: bool | None) -> Reading | None:
    """3.1: a page that opens; under the business's own domain it is a place of its own."""
    if own_domain is None or not _is(found, "transport.reach", "pass", "warn"):
        return None
    return _measured("3.1", 3 if own_domain else 2, found["transport.reach"].seen)


def _health(found: Mapping[str, Found], health: int | None, level: int | None) -> Reading | None:
    """3.2: the health of the site; one that does not open, or not safely, is at 0."""
    stopped = [
        found[name].seen
        for name in ("transport.reach", "transport.https")
        if _is(found, name, "fail")
    ]
    if stopped:
        return _measured("3.2", 0, *stopped, exact=True)
    if level is None or health is None:
        return None
    seen = msg("the audit gives the site {score} of 100", score=health)
    return _measured("3.2", level, seen, exact=True)


def _sharing(found: Mapping[str, Found]) -> Reading | None:
    """3.3: what a shared link shows. One page was looked at, so the highest level is not proved."""
    preview, picture = found.get("sharing.preview"), found.get("sharing.picture")
    if preview is None or preview.outcome == "unknown":
        return None
    lacking = preview.facts.get("lacking", "").split()
    if "og:image" not in lacking:
        if picture is None or picture.outcome == "unknown":
            return _measured("3.3", 2, preview.seen)
        is_right = picture.outcome == "pass" and "og:title" not in lacking
        seen = (preview.seen, picture.seen)
        return _measured("3.3", 3 if is_right else 2, *seen, exact=not is_right)
    has_title = "og:title" not in lacking or _is(found, "head.title", "pass", "warn")
    return _measured("3.3", 1 if has_title else 0, preview.seen, exact=True)


def _next_step(found: Mapping[str, Found]) -> Reading | None:
    """5.1: a link that calls or opens a chat; a name in Instagram is "write in Direct". That the
    site shows none does not prove that no other channel does, and the item has a gate."""
    contact = found.get("content.contact")
    ways = contact.facts.get("ways", "").split() if contact is not None else []
    if contact is None or contact.outcome == "unknown" or not ways:
        return None
    working = [way for way, check in _WAYS.items() if way in ways and not _is(found, check, "fail")]
    if working:
        return _measured("5.1", 2, contact.seen)
    return _measured("5.1", 1, contact.seen)


def _prices(found: Mapping[str, Found]) -> Reading | None:
    """5.2: a price on the pages that were read."""
    if not _is(found, "content.price", "pass"):
        return None
    return _measured("5.2", 2, found["content.price"].seen)


def _languages(found: Mapping[str, Found]) -> Reading | None:
    """8.1: the languages that the pages are in."""
    both = found.get("language.both")
    if both is None or both.outcome == "unknown":
        return None
    languages = both.facts.get("found", "").split()
    if {"kk", "ru"} <= set(languages):
        return _measured("8.1", 3, both.seen)
    return _measured("8.1", 2 if len(languages) > 1 else 1, both.seen) if languages else None


def _described(found: Mapping[str, Found]) -> Reading | None:
    """8.2: pictures of the site that are described. Of posts it says nothing."""
    if not _is(found, "content.alt", "pass"):
        return None
    return _measured("8.2", 2, found["content.alt"].seen)


def _is(found: Mapping[str, Found], name: str, *outcomes: str) -> bool:
    return name in found and found[name].outcome in outcomes


def _measured(item: str, level: int, *seen: Message, exact: bool = False) -> Reading:
    return Reading(item, level, tuple(seen), "measured", exact)
