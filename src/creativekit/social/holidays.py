"""What else happens on the day of a post: public holidays are told, and never refused."""

from __future__ import annotations

from collections.abc import Iterable

from creativekit.errors import Problem, msg
from creativekit.language.public_holidays import on_day
from creativekit.social.post import Post


def on_holiday(post: Post, language: str = "kk") -> Problem | None:
    """A warning when a post is to be published on a public holiday, else None."""
    name = on_day(post.date, language) if post.date is not None else None
    if name is None:
        return None
    return post.problem(msg("a public holiday: {name}", name=name), "date", severity="warning")


def on_holidays(posts: Iterable[Post], language: str = "kk") -> tuple[Problem, ...]:
    """The warnings of several posts."""
    return tuple(found for post in posts if (found := on_holiday(post, language)) is not None)
