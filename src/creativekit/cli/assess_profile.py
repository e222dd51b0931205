"""Who answers: profile, what else the business has, hours a week; asked before the questions."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from creativekit.cli import assess_view as view
from creativekit.cli import talk
from creativekit.cli.assess_keys import key
from creativekit.errors import Message, msg
from creativekit.presence import answer_words
from creativekit.presence.instrument import Instrument
from creativekit.presence.plan import HOURS_A_WEEK
from creativekit.project.rejection import refusal

PROMPT = "    › "


class StoppedError(Exception):
    """The person wants to go on another time."""


def profile(instrument: Instrument, now: str | None) -> str:
    """The id of the profile that was chosen. Raises StoppedError."""
    ink, language = talk.out_ink(), talk.language()
    _head(msg("Which of these is most like you?"))
    ids = [each.id for each in instrument.profiles]
    for number, each in enumerate(instrument.profiles, 1):
        mark = "›" if each.id == now else " "
        title = talk.clean(each.title.get(language))
        talk.out(f"    {mark} {number}  {ink.bold(title)}")
        view.paragraph(each.about.get(language), 9, dim=True)
    while True:
        typed = _typed()
        if not typed and now is not None:
            return now
        if typed in ids:
            return typed
        if typed.isdecimal() and 1 <= int(typed) <= len(ids):
            return ids[int(typed) - 1]
        view.wrong(msg("a number from 1 to {most} says it", most=len(ids)))


def features(instrument: Instrument, chosen: str, now: tuple[str, ...]) -> tuple[str, ...]:
    """Features that the business has besides its profile's. Raises StoppedError."""
    language = talk.language()
    offered = instrument.features_beside(chosen)
    hint = msg("Numbers, separated by spaces; Enter keeps what is marked; 0 means none")
    _head(msg("What else is true of you?"), hint)
    for number, each in enumerate(offered, 1):
        mark = "›" if each.id in now else " "
        talk.out(f"    {mark} {number}  {talk.clean(each.title.get(language))}")
    while True:
        typed = _typed()
        if not typed:
            return tuple(each.id for each in offered if each.id in now)
        words = typed.replace(",", " ").split()
        if words == ["0"]:
            return ()
        if all(word.isdecimal() and 1 <= int(word) <= len(offered) for word in words):
            return tuple(sorted({offered[int(word) - 1].id for word in words}))
        view.wrong(msg("numbers from 1 to {most} say it", most=len(offered)))


def hours(now: float | None) -> float:
    """Hours a week for the plan. Raises StoppedError."""
    kept = HOURS_A_WEEK if now is None else now
    hint = msg("Enter takes {hours}", hours=f"{kept:g}")
    _head(msg("How many hours a week can you give to this?"), hint)
    while True:
        typed = _typed()
        if not typed:
            return kept
        try:
            return answer_words.hours(typed)
        except PydanticCustomError as error:
            view.wrong(refusal(error)[0])


def _head(text: Message, hint: Message | None = None) -> None:
    ink = talk.out_ink()
    talk.out()
    talk.out(f"  {ink.brand('●')} {ink.bold(talk.say(text))}")
    if hint is not None:
        view.paragraph(talk.say(hint), 4, dim=True)


def _typed() -> str:
    typed = input(PROMPT).strip()
    if key(typed) == "stop":
        raise StoppedError
    return typed
