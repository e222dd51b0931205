"""A question of the self-assessment as the terminal shows it, with what was seen beside it."""

from __future__ import annotations

from creativekit.cli import talk
from creativekit.errors import Message, msg
from creativekit.presence.answers import Answer
from creativekit.presence.evidence import Reading
from creativekit.presence.instrument import Dimension, Item

NOT_FOR_US, DONT_KNOW = msg("not for us"), msg("we do not know")


def dimension(one: Dimension, place: int, of: int) -> None:
    """The head of a group of questions."""
    ink, language = talk.out_ink(), talk.language()
    talk.out()
    title = talk.clean(one.title.get(language))
    talk.out(f"  {ink.brand('●')} {ink.bold(title)}  {ink.dim(f'{place} / {of}')}")
    paragraph(one.about.get(language), 4, dim=True)


def question(item: Item, place: int, of: int, now: Answer | None, reading: Reading | None) -> None:
    """A question with its five levels; the one that stands now is marked."""
    ink, language = talk.out_ink(), talk.language()
    talk.out()
    asked = talk.wrapped(talk.clean(f"{item.id}  {item.question.get(language)}"), 4)
    talk.out(f"    {ink.bold(asked[0])}  {ink.dim(f'({place} / {of})')}")
    for line in asked[1:]:
        talk.out(f"    {ink.bold(line)}")
    for level, text in enumerate(item.levels):
        is_now = now is not None and now.level == level
        lines = talk.wrapped(talk.clean(text.get(language)), 11)
        for number, line in enumerate(lines):
            head = f"{'›' if is_now else ' '} {level}" if number == 0 else "   "
            told = f"      {head}  {line}"
            talk.out(ink.bold(told) if is_now else told)
    if now is not None and now.level is None:
        talk.out(ink.bold(f"      › {talk.say(short(now))}"))
    if reading is not None:
        seen(reading)


def help_(item: Item) -> None:
    """What is meant."""
    paragraph(item.help.get(talk.language()), 6, dim=True)


def seen(reading: Reading) -> None:
    """What was seen from here; it is shown and decides nothing."""
    ink = talk.out_ink()
    told = "; ".join(talk.say(each) for each in reading.seen)
    head = talk.say(reading.message)
    text = f"{head} ({told})" if told else head
    for number, line in enumerate(talk.wrapped(text, 8)):
        talk.out(f"      {ink.brand('○') if number == 0 else ' '} {line}")


def short(answer: Answer) -> Message | str:
    """An answer in a word."""
    if answer.level is not None:
        return str(answer.level)
    return NOT_FOR_US if answer.said == "na" else DONT_KNOW


def wrong(message: Message) -> None:
    """Why an answer cannot be used."""
    ink = talk.out_ink()
    talk.out(f"    {ink.bad('✕')} {talk.say(message)}")


def paragraph(text: str, indent: int, dim: bool = False) -> None:
    """Words in lines that fit the terminal."""
    ink = talk.out_ink()
    for line in talk.wrapped(talk.clean(text), indent):
        talk.out(" " * indent + (ink.dim(line) if dim else line))
