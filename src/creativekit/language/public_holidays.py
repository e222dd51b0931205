"""Kazakhstan's public holidays.

Days and names are those of the library `holidays`; names are in Kazakh, or in English. Days off
that were moved and religious holidays of coming years are announced late, so what is known here
informs and never refuses.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

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
