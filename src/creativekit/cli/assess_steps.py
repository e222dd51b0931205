"""`creativekit assess --plan`, `--done`, `--undo`: the plan of the last run, worked off.

A mark stands in the last run's record, the only thing of it that ever changes; the calendar of the
kit follows, and the next run begins with what was reached.
"""

from __future__ import annotations

import datetime
from typing import Any

from creativekit.cli import assess_view as view
from creativekit.cli import talk
from creativekit.errors import msg, nmsg
from creativekit.language import formats
from creativekit.presence.history import Planned, Run
from creativekit.presence.instrument import Instrument


def tell(run: Run, instrument: Instrument) -> None:
    """The plan as a list to work off."""
    ink, language = talk.out_ink(), talk.language()
    marks = dict(run.answers.done)
    count = sum(step.item in marks for step in run.plan)
    talk.out()
    message = nmsg(
        "Plan of {date}: {done} of {n} step is done",
        "Plan of {date}: {done} of {n} steps are done",
        len(run.plan),
        done=count,
        date=formats.date(run.date, language),
    )
    talk.out(f"  {ink.brand('●')} {ink.bold(talk.say(message))}")
    for step in run.plan:
        _step(step, marks.get(step.item), instrument)
    others = [item for item in marks if item not in {step.item for step in run.plan}]
    if others:
        message = msg("Done besides: {items}", items=", ".join(others))
        talk.out()
        view.paragraph(talk.say(message), 4)
    talk.out()
    hint = msg("creativekit assess --done ID marks a step as done, --undo ID takes that back.")
    view.paragraph(talk.say(hint), 4, dim=True)
    talk.out()


def _step(step: Planned, done: datetime.date | None, instrument: Instrument) -> None:
    ink, language = talk.out_ink(), talk.language()
    item = instrument.by_id.get(step.item)
    box = "[x]" if done is not None else "[ ]"
    text = item.steps[step.reaches - 1] if item is not None else None
    action = text.action.get(language) if text is not None else ""
    talk.out()
    lines = talk.wrapped(talk.clean(f"{step.item}  {action}"), 8)
    for number, line in enumerate(lines):
        told = line if done is not None else ink.bold(line)
        talk.out(f"    {box if number == 0 else '   '} {told}")
    if done is not None:
        day = msg("done: {date}", date=formats.day_and_month(done, language))
        view.paragraph(talk.say(day), 8, dim=True)
        return
    if text is not None:
        view.paragraph(talk.say(msg("Done when: {test}", test=text.done.get(language))), 8)
    due = talk.say(msg("by {date}", date=formats.day_and_month(step.due, language)))
    command = text.command if text is not None else None
    view.paragraph(f"{due} · {talk.clean(command)}" if command else due, 8, dim=True)


def as_json(run: Run, instrument: Instrument) -> dict[str, Any]:
    """The plan for programs, its words in the spoken language."""
    marks = dict(run.answers.done)
    language = talk.language()
    steps = []
    for step in run.plan:
        item = instrument.by_id.get(step.item)
        text = item.steps[step.reaches - 1] if item is not None else None
        day = marks.get(step.item)
        steps.append(
            {
                "item": step.item,
                "reaches": step.reaches,
                "start": step.start.isoformat(),
                "due": step.due.isoformat(),
                "done": day.isoformat() if day else None,
                "action": text.action.get(language) if text else None,
                "done_when": text.done.get(language) if text else None,
                "command": text.command if text else None,
            }
        )
    return {
        "date": run.date.isoformat(),
        "steps": steps,
        "done": {item: day.isoformat() for item, day in marks.items()},
    }
