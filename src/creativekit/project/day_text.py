"""Days and times of day as people type them, in creativekit.toml and in tables alike.

Only forms that cannot be misread are taken: year-month-day (ISO 8601) and day.month.year, as it is
written in Kazakhstan and Russia. 05/12/2026 is the fifth of December to one reader and the twelfth
of May to another, so it is refused with the forms that are taken.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from creativekit.errors import msg
from creativekit.project.rejection import reject, shown

ACCEPTED = ("2026-12-05", "05.12.2026", "05.12.2026 18:30")
ACCEPTED_TIMES = ("18:30", "9:05")

# Kazakhstan has had one time, UTC+5, since 1 March 2024 (Government decree No. 46 of 2024).
KAZAKHSTAN = timezone(timedelta(hours=5))

_TIME = r"(?:(?:[T\s]\s*|,\s*)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?)?"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})" + _TIME)
_DOTTED = re.compile(
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d{2})(?:\s?[гж]\.)?" + _TIME
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?")
_FIRST, _LAST = 1900, 2200


def moment(text: str) -> date | datetime:
    """The day that `text` names, or the day and time.

    A year of two digits is in this century. Raises the refusal of anything else.
    """
    typed = text.strip()
    found = _ISO.fullmatch(typed) or _DOTTED.fullmatch(typed)
    if found is None:
        raise reject(msg("'{found}' is not a date", found=shown(text)), ACCEPTED)
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 2000
    try:
        day = date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        raise reject(msg("there is no such day: '{found}'", found=shown(text))) from None
    if not _FIRST <= year <= _LAST:
        raise reject(msg("there is no such day: '{found}'", found=shown(text)))
    if found["hour"] is None:
        return day
    return datetime.combine(day, _clock(found, text))


def clock(text: str) -> time:
    """The time of day that `text` names: 18:30 or 9.05. Raises the refusal of anything else."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise reject(msg("'{found}' is not a time of day", found=shown(text)), ACCEPTED_TIMES)
    return _clock(found, text)


def local(moment: datetime) -> datetime:
    """`moment` as a clock in Kazakhstan shows it; one without an offset is already that."""
    return moment.astimezone(KAZAKHSTAN).replace(tzinfo=None) if moment.tzinfo else moment


def _clock(found: re.Match[str], text: str) -> time:
    try:
        return time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        raise reject(
            msg("'{found}' is not a time of day", found=shown(text)), ACCEPTED_TIMES
        ) from None
