"""Safe zones over pictures, and posts in the order in which they are looked at."""

from __future__ import annotations

import re

import pytest

from creativekit.press.gallery.contents import Contents, KitFile, Shot
from creativekit.press.gallery.shots import shots, zone
from creativekit.press.gallery.speech import Speech
from creativekit.press.gallery.words import words
from creativekit.social.placements import catalogue

KNOWN = catalogue()


def numbers(path: str) -> list[float]:
    return [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", path)]


@pytest.mark.parametrize("name", KNOWN.placements)
def test_a_zone_is_in_the_picture_and_as_the_placement_says(name: str) -> None:
    placement = KNOWN.placements[name]
    found = zone(placement)
    whole = (placement.insets, placement.crop, placement.covered) == ((0, 0, 0, 0), None, ())
    assert (found is None) == whole
    if found is None:
        return
    assert (found["width"], found["height"]) == (placement.width, placement.height)
    safe = placement.safe
    if any(placement.insets):
        assert numbers(found["safe"]) == [safe.left, safe.top, safe.right, safe.bottom, safe.left]
    assert bool(found["cut"]) == (placement.crop is not None)
    assert found["covered"].count("Z") == len(placement.covered)


def shot(name: str, post: str, language: str, page: int = 0, date: str = "") -> Shot:
    path = f"social/{post}/{name}-{language}{f'-{page:02}' if page else ''}.png"
    size = 1080, 1350
    return Shot(KitFile(path, 1), post, name, language, *size, page, "", "", date, "")


def test_order_and_grouping() -> None:
    found = (
        shot("telegram-post", "b", "ru"),
        shot("telegram-post", "b", "kk"),
        shot("telegram-post", "a", "kk", date="2026-12-05"),
        *(shot("instagram-portrait", "c", "kk", page) for page in (2, 1, 3)),
        shot("instagram-portrait", "z", "kk"),
        shot("our-own-wall", "a", "kk"),
    )
    whole = KitFile("social/c/instagram-portrait-kk.pdf", 1)
    speech = Speech(("kk", "ru"), words())
    made = shots(Contents((whole,), found), KNOWN, speech)
    order = [each for each in KNOWN.placements if each in ("instagram-portrait", "telegram-post")]
    # One that we do not know is shown last, by its own name.
    assert [each["id"] for each in made["placements"]] == [*order, "our-own-wall"]
    by_id = {each["id"]: each for each in made["placements"]}
    assert by_id["our-own-wall"]["title"][0] == "our-own-wall"
    told = [(each["post"], each["language"]) for each in by_id["telegram-post"]["posts"]]
    assert told == [("a", "kk"), ("b", "kk"), ("b", "ru")]
    single, carousel = by_id["instagram-portrait"]["posts"]
    assert single["post"] == "z"
    assert [each.page for each in carousel["pages"]] == [1, 2, 3]
    assert [each["href"] for each in carousel["whole"]] == [whole.href]
    assert [each["code"] for each in made["languages"]] == ["kk", "ru"]


def test_nothing_is_nothing() -> None:
    made = shots(Contents(()), KNOWN, Speech(("en",), words()))
    assert made["placements"] == []
    assert made["zones"] == []
