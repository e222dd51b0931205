"""A run as the terminal tells it: where one stands, what was seen, what to do next, what changed.

Nothing depends on colour: a bar is full or empty signs with its number behind it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from creativekit.cli import assess_view as view
from creativekit.cli import talk
from creativekit.errors import Message, msg, nmsg
from creativekit.language import formats
from creativekit.presence.answers import Answer, Said
from creativekit.presence.assessment import Assessment
from creativekit.presence.change import Change, ItemChange
from creativekit.presence.instrument import Instrument
from creativekit.presence.plan import Action

_WIDTH = 24  # signs of a full bar
_STEPS = 3
_MOST = 6  # changes that are named


def tell(found: Assessment, instrument: Instrument, name: str, files: Sequence[Path]) -> None:
    """The whole report. files: where things are."""
    _head(found, instrument, name)
    _bars(found, instrument)
    _gaps(found, instrument)
    _next(found)
    if found.change is not None:
        _change(found.change, instrument)
    if files:
        _title(msg("Where it is"))
        for file in files:
            talk.out(f"    {talk.out_ink().brand(talk.shown_path(file))}")
    talk.out()


def _head(found: Assessment, instrument: Instrument, name: str) -> None:
    ink, language = talk.out_ink(), talk.language()
    day = formats.date(found.run.date, language)
    profile = talk.clean(instrument.profile(found.answers.profile).title.get(language))
    talk.out()
    talk.out(f"  {ink.brand('●')} {ink.bold(name)}  {ink.dim(f'{day} · {profile}')}")
    talk.out()
    scores, standing = found.scores, found.standing
    if scores.overall is None or standing.band is None or scores.weakest is None:
        view.paragraph(
            talk.say(
                msg(
                    "{percent} % of what applies is answered; a score is given from 60 % on",
                    percent=int(100 * scores.coverage),
                )
            ),
            4,
        )
        return
    band = talk.clean(standing.band.name.get(language))
    talk.out(f"    {ink.bold(f'{int(scores.overall)} / 100')}  {ink.brand(band)}")
    weakest = talk.clean(instrument.dimension(scores.weakest).title.get(language))
    low = scores.of(scores.weakest).score or 0.0
    message = msg("weakest: {dimension}, {score}", dimension=weakest, score=int(low))
    talk.out(f"    {talk.say(message)}")
    view.paragraph(standing.band.about.get(language), 4, dim=True)
    for item in standing.capped_by:
        reason = f"! {item}  {instrument.gates.reason(item).get(language)}"
        view.paragraph(reason, 4)


def _bars(found: Assessment, instrument: Instrument) -> None:
    ink, language = talk.out_ink(), talk.language()
    full, empty = _signs()
    titles = {each.id: talk.clean(each.title.get(language)) for each in instrument.dimensions}
    width = max(map(len, titles.values()))
    moved = {}
    if found.change is not None and found.change.same_profile:
        moved = {each.dimension: each.moved for each in found.change.dimensions}
    talk.out()
    for each in found.scores.dimensions:
        head = f"    {titles[each.dimension]:<{width}}  "
        if each.score is None:
            why = msg("not for us") if each.state == "not-for-us" else msg("too little is known")
            talk.out(f"{head}{empty * _WIDTH}    –  {ink.dim(talk.say(why))}")
            continue
        count = round(each.score * _WIDTH / 100)
        bar = ink.brand(full * count) + ink.dim(empty * (_WIDTH - count))
        delta = moved.get(each.dimension, "")
        talk.out(f"{head}{bar}  {int(each.score):>3}  {delta}".rstrip())


def _signs() -> tuple[str, str]:
    """Of a full and an empty part of a bar, as far as the terminal's encoding has them."""
    try:
        "█░".encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (LookupError, UnicodeEncodeError):
        return "#", "."
    return "█", "░"


def _gaps(found: Assessment, instrument: Instrument) -> None:
    if not found.gaps:
        return
    _title(msg("What you say and what can be seen"))
    for gap in found.gaps:
        item = instrument.by_id[gap.item]
        view.paragraph(f"{item.id}  {item.question.get(talk.language())}", 4)
        view.paragraph(talk.say(gap.message), 9, dim=True)
        told = "; ".join(talk.say(each) for each in gap.reading.seen)
        if told:
            view.paragraph(f"({told})", 9, dim=True)


def _next(found: Assessment) -> None:
    ahead = [each for each in found.plan.actions if each.done is None]
    if ahead:
        _title(msg("The next steps"))
    for number, action in enumerate(ahead[:_STEPS], 1):
        step(action, f"{number}.")
    if len(ahead) > _STEPS:
        more = nmsg(
            "{n} more step in 90 days: creativekit assess --plan",
            "{n} more steps in 90 days: creativekit assess --plan",
            len(ahead) - _STEPS,
        )
        talk.out(f"    {talk.out_ink().dim(talk.say(more))}")
    if found.plan.to_find_out:
        ids = ", ".join(found.plan.to_find_out)
        view.paragraph(talk.say(msg("To find out: {items}", items=ids)), 4)


def step(action: Action, head: str) -> None:
    """A step with its test, its command and its day."""
    ink, language = talk.out_ink(), talk.language()
    lines = talk.wrapped(talk.clean(action.step.action.get(language)), 8)
    for number, line in enumerate(lines):
        talk.out(f"    {head if number == 0 else '':<4}{ink.bold(line)}")
    done = msg("Done when: {test}", test=action.step.done.get(language))
    view.paragraph(talk.say(done), 8)
    due = msg(
        "by {date} · {hours} h · {item}",
        date=formats.day_and_month(action.due, language),
        hours=action.hours,
        item=action.item.id,
    )
    said = talk.say(due)
    if action.step.command:
        said = f"{said} · {talk.clean(action.step.command)}"
    view.paragraph(said, 8, dim=True)


def _change(change: Change, instrument: Instrument) -> None:
    language = talk.language()
    _title(msg("Since {date}", date=formats.date(change.before, language)))
    overall = change.overall
    if not change.comparable:
        view.paragraph(
            talk.say(msg("the questions are of another version, so scores are not compared")), 4
        )
    elif overall is not None and overall.points is not None:
        line = f"{int(overall.before or 0)} → {int(overall.after or 0)}  {overall.moved}"
        talk.out(f"    {talk.out_ink().bold(line.rstrip())}")
    if not change.same_profile:
        view.paragraph(talk.say(msg("the profile is another one now")), 4)
    _moves(change.up, "↑", instrument)
    _moves(change.down, "↓", instrument)
    if change.planned:
        message = nmsg(
            "{reached} of {n} step planned then is done",
            "{reached} of {n} steps planned then are done",
            len(change.planned),
            reached=len(change.reached),
        )
        view.paragraph(talk.say(message), 4)


def _moves(changes: Sequence[ItemChange], sign: str, instrument: Instrument) -> None:
    for each in changes[:_MOST]:
        item = instrument.by_id.get(each.item)
        asked = item.question.get(talk.language()) if item is not None else ""
        move = f"{sign} {each.item}  {_word(each.before)} → {_word(each.after)}"
        lines = talk.wrapped(talk.clean(asked), 4 + len(move) + 2)
        for number, line in enumerate(lines):
            talk.out(f"    {move if number == 0 else ' ' * len(move)}  {line}")
    if len(changes) > _MOST:
        message = msg("… and {n} more", n=len(changes) - _MOST)
        talk.out(f"    {sign} {talk.say(message)}")


def _word(said: Said | None) -> str:
    return "–" if said is None else talk.say(view.short(Answer(said)))


def _title(text: Message) -> None:
    ink = talk.out_ink()
    talk.out()
    talk.out(f"  {ink.brand('●')} {ink.bold(talk.say(text))}")
