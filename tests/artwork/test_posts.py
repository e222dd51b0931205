from __future__ import annotations

import pytest

from creativekit.artwork.posts import sample_post
from creativekit.canvas.scene import Group, Item, Text
from styled_brands import LONG, STYLES, styled


def texts(items: tuple[Item, ...]) -> list[str]:
    found = []
    for item in items:
        if isinstance(item, Text):
            found.append(item.line.text)
        elif isinstance(item, Group):
            found.extend(texts(item.items))
    return found


@pytest.mark.parametrize("style", STYLES)
def test_a_post_says_everything_it_was_given(style: str) -> None:
    post = sample_post(styled(style), "kk", LONG, ("27 қараша, сағат 18:00",), variant=2)
    said = " ".join(texts(post.items)).casefold()
    assert "27 қараша, сағат 18:00" in said
    assert all(word.casefold() in said for word in LONG.split())
    assert post.title == LONG


@pytest.mark.parametrize("style", STYLES)
def test_one_thing_is_biggest(style: str) -> None:
    """Rule 1 of the looks: by at least 2.2 times over the next size of text."""
    brand = styled(style, about="")
    post = sample_post(brand, "kk", "Ашық есік күні", ("27 қараша", "Семей"))
    sizes = sorted(
        {
            round(item.size, 1)
            for item in post.items
            if isinstance(item, Text) and item.line.text.strip()
        }
    )
    assert len(sizes) <= 3
    assert sizes[-1] >= 2.2 * sizes[-2]


def test_a_brand_without_contacts_has_posts_too() -> None:
    assert sample_post(styled("steppe", more=""), "kk", "Саз").items
