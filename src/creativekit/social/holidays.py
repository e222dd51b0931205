"""Kazakhstan's public holidays: what else happens on the day of a post.

Days and names are those of the library `holidays`; names are in Kazakh, or in English. Days off
that were moved and religious holidays of coming years are announced late, so this informs and never
refuses.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache

from creativekit.errors import Problem, msg
from creativekit.social.post import Post

FIRST_YEAR, LAST_YEAR = 2000, 2100


@lru_cache(maxsize=64)
def of_year(year: int, language: str = "kk") -> tuple[tuple[datetime.date, str], ...]:
    """Days and their names, in order; none for years that the library cannot speak of."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    from holidays import country_holidays  # it takes a while to load, and most runs need none

    found = country_holidays("KZ", years=year, language="kk" if language == "kk" else "en_US")
    return tuple(sorted((day, str(name)) for day, name in found.items()))


def on_day(day: datetime.date, language: str = "kk") -> str | None:
    """The name of the holiday on a day, or None."""
    return dict(of_year(day.year, language)).get(day)


def on_holiday(post: Post, language: str = "kk") -> Problem | None:
    """A warning when a post is to be published on a public holiday, else None."""
    name = on_day(post.date, language) if post.date is not None else None
    if name is None:
        return None
    return post.problem(msg("a public holiday: {name}", name=name), "date", severity="warning")


def on_holidays(posts: Iterable[Post], language: str = "kk") -> tuple[Problem, ...]:
    """The warnings of several posts."""
    return tuple(found for post in posts if (found := on_holiday(post, language)) is not None)
