"""Sheet 1: the moment somebody needs us in, told as a job story.

A job story names the situation, what the person wants to get done in it and what stands in the way,
and leaves out age and income, which explain little about why somebody buys (Clayton Christensen and
others, "Know Your Customers' Jobs to Be Done", Harvard Business Review, September 2016; the form is
Alan Klement's, 2013). Our frames are three plain sentences, so that any wording fits them.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from creativekit.errors import Problem, msg
from creativekit.positioning.frames import ended, frames, one_line
from creativekit.project.positioning_section import Audience

# Written out form by form: "любим" and "всё" only look like them.
_EVERYBODY = (
    "everyone", "everybody", "anyone", "anybody", "all people",
    "все", "всех", "всем", "всеми", "всякий", "каждый", "каждая", "каждого", "каждому", "каждым",
    "любой", "любая", "любые", "любого", "любому", "любым", "любых",
    "барлығы", "барлығына", "барлығының", "барлық адам", "барлық адамға", "барлық адамдар",
    "барлық адамдарға", "бәрі", "бәріне", "бәрінің", "барша", "баршаға", "баршасы", "баршасына",
    "кез келген",
)  # fmt: skip
# "Каждый день", "кез келген уақытта" say how often, not who. "Не для всех" is no one's fault.
_TIMES = (
    "день", "дня", "дни", "раз", "вечер", "год", "месяц", "час", "момент", "сезон", "праздник",
    "күн", "уақыт", "сәт", "кез", "жер", "day", "time",
)  # fmt: skip
_BROAD = re.compile(
    r"(?<!\w)(?<!не )(?<!не для )(?<!not )(?<!not for )"
    rf"(?:{'|'.join(_EVERYBODY).replace(' ', '[ -]+')})(?!\w)"
    rf"(?! (?:емес|{'|'.join(_TIMES)}))",
    re.IGNORECASE,
)


def job_story(audience: Audience, language: str, project_folder: Path | None = None) -> str | None:
    """Two or three sentences in `language`, or None without a situation and a wanted progress."""
    if audience.situation is None or audience.progress is None:
        return None
    frame = frames(project_folder)
    told = {
        "situation": audience.situation,
        "progress": audience.progress,
        "obstacle": audience.obstacle,
    }
    return " ".join(
        ended(frame(f"job_story.{key}", language, words=one_line(answer.get(language))))
        for key, answer in told.items()
        if answer is not None
    )


def too_broad(audience: Audience) -> tuple[Problem, ...]:
    """A warning for each word of `who` that means everybody, in whichever language it is."""
    if audience.who is None:
        return ()
    found = dict.fromkeys(
        match[0].lower()
        for _, text in audience.who.texts
        for match in _BROAD.finditer(" ".join(unicodedata.normalize("NFC", text).split()))
    )
    return tuple(
        Problem(
            msg(
                "'{found}' is everybody, and nobody sees themselves in that:"
                " name one person in one situation",
                found=word,
            ),
            key="positioning.audience.who",
            severity="warning",
        )
        for word in found
    )
