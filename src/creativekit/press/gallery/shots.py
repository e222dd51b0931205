"""Posts by placement, each picture with its words, and what each platform covers or cuts off.

The safe zone is drawn over a picture by the page, in the placement's own px, so the picture stays
the one that is posted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from creativekit.canvas.path import Box
from creativekit.language import formats
from creativekit.press.gallery.contents import Contents, KitFile, Shot
from creativekit.press.gallery.documents import link
from creativekit.press.gallery.speech import NAMES, Said, Speech
from creativekit.social.placements import Catalogue, Placement

_SIDE = 19.0
"""rem: the side of a square picture; others have about its area."""
_SHORT = 140
"""Characters of a caption that is shown whole; a longer one opens."""
_LAST = "~"


def shots(contents: Contents, known: Catalogue, speech: Speech) -> dict[str, Any]:
    """The section of posts; `placements` in the order of the catalogue."""
    order = {each: number for number, each in enumerate(known.placements)}
    found = sorted(
        contents.shots,
        key=lambda shot: (
            order.get(shot.placement, len(order)),
            shot.placement,
            shot.page > 0,  # carousels take a row of their own
            *_moment(shot, speech),
        ),
    )
    placements = [
        _placement(name, tuple(members), known, contents, speech)
        for name, members in groupby(found, key=lambda shot: shot.placement)
    ]
    languages = [each for each in speech.languages if any(s.language == each for s in found)]
    return {
        "placements": placements,
        "languages": [{"code": each, "name": NAMES[each]} for each in languages],
        "zones": [each["zone"] for each in placements if each["zone"]],
        "lists": [*_lists(contents, speech)],
    }


def calendar(contents: Contents, speech: Speech) -> list[dict[str, Any]]:
    """Posts that have a date, the earliest first: each once."""
    rows: dict[tuple[str, str, str], Shot] = {}
    for shot in sorted(contents.shots, key=lambda shot: _moment(shot, speech)):
        if shot.date and shot.page <= 1:
            rows.setdefault((shot.date, shot.time, shot.post), shot)
    return [
        {
            "day": speech.day(shot.date),
            "date": shot.date,
            "time": shot.time,
            "post": shot.post,
            "shot": shot,
        }
        for shot in rows.values()
    ]


def _moment(shot: Shot, speech: Speech) -> tuple[str, str, str, int, int]:
    language = speech.languages.index(shot.language) if shot.language else -1
    return (shot.date or _LAST, shot.time or _LAST, shot.post, language, shot.page)


def _placement(
    name: str, members: tuple[Shot, ...], known: Catalogue, contents: Contents, speech: Speech
) -> dict[str, Any]:
    placement = known.placements.get(name)
    title = speech.of(placement.title) if placement else speech.plain(name)
    first = members[0]
    size = f"{first.width} × {first.height}"
    return {
        "id": name,
        "title": title,
        "px": speech.word("px", size=size),
        "zone": zone(placement) if placement else None,
        "posts": [
            _post(tuple(pages), contents, speech)
            for _, pages in groupby(members, key=lambda shot: (shot.post, shot.language))
        ],
    }


def _post(pages: tuple[Shot, ...], contents: Contents, speech: Speech) -> dict[str, Any]:
    first = pages[0]
    ratio = first.width / first.height
    return {
        "post": first.post,
        "language": first.language,
        "when": _when(first, speech),
        "pages": pages,
        "count": speech.word("pages", n=formats.number(len(pages), speech.main)),
        "width": round(_SIDE * math.sqrt(min(4.0, max(0.5, ratio))), 2),
        "caption": first.caption,
        "short": len(first.caption) <= _SHORT,
        "alt": first.alt,
        "whole": [link(each, speech) for each in _whole(first, contents)] if first.page else [],
    }


def _when(shot: Shot, speech: Speech) -> Said:
    return tuple(
        " · ".join(part for part in (day, shot.time) if part) for day in speech.day(shot.date)
    )


def _whole(first: Shot, contents: Contents) -> Iterator[KitFile]:
    """The document that has all pages of a carousel."""
    stem = first.file.path.rpartition("-")[0]
    for each in contents.files:
        if each.path.rpartition(".")[0] == stem and each.ending in (".pdf", ".pptx"):
            yield each


def _lists(contents: Contents, speech: Speech) -> Iterator[dict[str, Any]]:
    """What lists all posts: captions, sheets to look at, the page of the posts."""
    for each in contents.below("social"):
        if len(PurePosixPath(each.path).parts) != 2:
            continue
        if each.name.endswith("captions.csv"):
            yield link(each, speech, speech.word("captions"))
        elif each.name.startswith(("contact", "selection-contact")):
            number = each.stem.rpartition("-")[2]
            one = speech.word("sheets")
            many = tuple(f"{text} {number}" for text in one)
            yield link(each, speech, many if number.isdigit() else one)


# ---- safe zones


def zone(placement: Placement) -> dict[str, Any] | None:
    """What to draw over a picture, px of the placement; None where all of it is safe."""
    whole = Box(0, 0, placement.width, placement.height)
    crop = placement.crop
    cut = None
    if crop is not None:
        cut = _circle(placement.shown) if crop.kind == "circle" else _rect(placement.shown)
    safe = placement.safe if placement.safe != whole else None
    if cut is None and safe is None and not placement.covered:
        return None
    return {
        "id": placement.id,
        "width": placement.width,
        "height": placement.height,
        "frame": _rect(whole),
        "safe": _rect(safe) if safe else "",
        "cut": cut or "",
        "covered": _all(placement.covered),
        "unit": round(min(placement.width, placement.height) / 40, 2),
    }


def _rect(box: Box) -> str:
    return f"M{box.left:g} {box.top:g}H{box.right:g}V{box.bottom:g}H{box.left:g}Z"


def _circle(box: Box) -> str:
    x, y = box.center
    radius = min(box.width, box.height) / 2
    half = f"a{radius:g} {radius:g} 0 1 0"
    return f"M{x - radius:g} {y:g}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0Z"


def _all(boxes: Iterable[Box]) -> str:
    return "".join(map(_rect, boxes))
