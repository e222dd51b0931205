"""The file beside a picture says what it is, in an order that does not change."""

from __future__ import annotations

import json
from typing import Any

from creativekit.social.captions import caption
from creativekit.social.sidecar import Picture, sidecar
from example_posts import PLACES, post


def picture(**changes: Any) -> Picture:
    found = post()
    values: dict[str, Any] = {
        "post": found,
        "placement": PLACES.placements["instagram-portrait"],
        "platform": PLACES.platforms["instagram"],
        "language": "kk",
        "file": "instagram-portrait.kk.png",
        "size": 72_000,
        "caption": caption(found, "kk", "Қызыл «лента»\nқиылды"),
        "contrast": ["a scrim was laid under the headline"],
        "sources": {"template": "22", "post": "11"},
    }
    return Picture(**values | changes)


def test_what_it_says() -> None:
    data = sidecar(picture())
    assert data.endswith(b"}\n")
    assert "Қызыл «лента»\\nқиылды".encode() in data
    content = json.loads(data)
    assert list(content) == [
        "schema", "file", "post", "template", "placement", "platform", "language", "width",
        "height", "bytes", "alt", "caption", "hashtags", "date", "time", "limits", "limits_met",
        "limits_from", "contrast", "sources",
    ]  # fmt: skip
    assert content["limits"] == {
        "bytes": {"found": 72_000, "most": 30_000_000, "met": True},
        "caption": {"found": 24, "most": 2200, "met": True},
        "hashtags": {"found": 2, "most": 30, "met": True},
    }
    assert content["limits_met"] is True
    assert content["limits_from"]["placement"] == {
        "source": "recurpost.com", "as_of": "2026", "confidence": "high",
    }  # fmt: skip
    assert (content["width"], content["height"], content["bytes"]) == (1080, 1350, 72_000)
    assert (content["date"], content["time"]) == ("2026-12-05", "18:30")
    assert content["hashtags"] == ["саз", "ашылу"]
    assert list(content["sources"]) == ["post", "template"]


def test_a_limit_that_is_not_met() -> None:
    content = json.loads(sidecar(picture(size=30_000_001)))
    assert content["limits"]["bytes"]["met"] is False
    assert content["limits_met"] is False


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert sidecar(picture()) == sidecar(picture(sources={"post": "11", "template": "22"}))
    undated = json.loads(sidecar(picture(post=post(date=None, time=None))))
    assert undated["date"] is None
    assert undated["time"] is None
