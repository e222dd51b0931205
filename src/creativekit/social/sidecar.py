"""The .json beside each picture: what goes with it, what it was made from, what was checked.

For programs that publish, and for people who ask months later where a picture came from. Pure: the
same picture gives the same bytes, keys in the order a person reads them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from creativekit.social.captions import Caption, Limit, file_limits, limits
from creativekit.social.placements import Placement, Platform
from creativekit.social.post import Post

SCHEMA = 1


@dataclass(frozen=True)
class Picture:
    """A finished picture. file: its name; size: bytes. contrast: sentences of what was done so that
    words read on their ground. sources: a digest for each input, by what it is ("post", "template",
    "identity", a photo's path).
    """

    post: Post
    placement: Placement
    platform: Platform
    language: str
    file: str
    size: int
    caption: Caption
    contrast: Sequence[str] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def sidecar(picture: Picture) -> bytes:
    """The file's bytes: UTF-8, indented, a line break at the end."""
    post, placement = picture.post, picture.placement
    stated = (*file_limits(placement, picture.size), *limits(picture.caption, picture.platform))
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "file": picture.file,
        "post": post.id,
        "template": post.template,
        "placement": placement.id,
        "platform": placement.platform,
        "language": picture.language,
        "width": placement.width,
        "height": placement.height,
        "bytes": picture.size,
        "alt": picture.caption.alt,
        "caption": picture.caption.text,
        "hashtags": list(picture.caption.hashtags),
        "date": post.date.isoformat() if post.date else None,
        "time": f"{post.time:%H:%M}" if post.time else None,
        "limits": {each.of: _limit(each) for each in stated},
        "limits_met": all(each.met for each in stated),
        "limits_from": {
            "placement": _source(placement),
            "platform": _source(picture.platform),
        },
        "contrast": list(picture.contrast),
        "sources": dict(sorted(picture.sources.items())),
    }
    return json.dumps(content, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def _limit(limit: Limit) -> dict[str, int | bool]:
    return {"found": limit.found, "most": limit.most, "met": limit.met}


def _source(of: Placement | Platform) -> dict[str, str]:
    return {"source": of.source, "as_of": of.as_of, "confidence": of.confidence}
