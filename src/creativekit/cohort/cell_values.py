"""What a cell of an export says where it is no choice: a day, an age, a code, a proposal.

Each reader takes a value as a table gives it and raises the refusal (`rejection.reject`) of what
nobody can have meant.
"""

from __future__ import annotations

import datetime
import re
import unicodedata

from creativekit.cohort import person_id
from creativekit.cohort.choices import plain
from creativekit.cohort.model import OLDEST, PROPOSAL_LENGTH, YOUNGEST, AgeBand, age_band
from creativekit.errors import msg
from creativekit.project.rejection import reject, shown
from creativekit.tables import cells

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_EARLIEST, _LATEST = datetime.date(2000, 1, 1), datetime.date(2100, 12, 31)
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def day(value: object) -> datetime.date:
    """The day of an answer; its hour goes no further."""
    # What servers write, by the hundred thousand; people's own ways of dates after it.
    if isinstance(value, str) and (iso := _ISO.fullmatch(value.strip())) is not None:
        try:
            found_day = datetime.date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            raise reject(msg("'{found}' is not a date", found=shown(value))) from None
    else:
        found = cells.day(value)
        found_day = found.date() if isinstance(found, datetime.datetime) else found
    if not _EARLIEST <= found_day <= _LATEST:
        raise reject(msg("'{found}' is not a date of a meeting", found=shown(value)))
    return found_day


def age(value: object) -> AgeBand:
    """The band of an age; the age itself goes no further."""
    text = plain(value)
    if not re.fullmatch(r"\d{1,3}", text) or not YOUNGEST <= int(text) <= OLDEST:
        raise reject(
            msg(
                "this must be a whole number from {low} to {high}, not {found}",
                low=YOUNGEST,
                high=OLDEST,
                found=shown(value),
            )
        )
    return age_band(int(text))


def code(value: object) -> str:
    """A code as it is compared; "" where there is nothing to compare."""
    text = plain(value)
    if len(text) > person_id.MOST_CODE:
        raise reject(msg("a code is at most {limit} characters long", limit=person_id.MOST_CODE))
    return person_id.folded_code(text)


def participant(value: object) -> str:
    """An id of `creativekit share --anonymous`."""
    text = plain(value).lower()
    if not person_id.PARTICIPANT.fullmatch(text):
        raise reject(msg("'{found}' is not the id of a participant", found=shown(value)))
    return text


def proposal(value: object) -> str:
    """A proposal as it was typed, without what would be seen by nobody.

    What looks like a formula of a spreadsheet is a text like any other here; who writes tables of
    proposals escapes it there.
    """
    text = plain(value)
    if len(text) > PROPOSAL_LENGTH:
        raise reject(
            msg(
                "the text is {count} characters long; at most {limit} fit",
                count=len(text),
                limit=PROPOSAL_LENGTH,
            )
        )
    text = unicodedata.normalize("NFC", text)
    seen = "".join(
        " " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char
        for char in text
        if char not in _DIRECTION
    )
    return " ".join(seen.split())
