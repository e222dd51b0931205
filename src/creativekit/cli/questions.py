"""The questions of `creativekit new`: what a person sees who starts without any options.

Each answer is judged at once, by the same rules as the file it will stand in, and asked again when
it cannot be used. Only the name and the colour have to be given.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from creativekit.cli import talk
from creativekit.errors import InputError, Message, Problem, msg
from creativekit.project import templates, vocabulary
from creativekit.project.color_text import hex_color
from creativekit.project.loading import parse
from creativekit.project.new_project import Answers, config_text


@dataclass(frozen=True, slots=True)
class Question:
    """field: of Answers. key: in the config. hint: what Enter alone means, or needed: why it means
    nothing here."""

    field: str
    key: str
    text: Message
    hint: Message | None = None
    needed: Message | None = None


NEEDS_NAME = msg("a brand needs a name")
NEEDS_COLOR = msg("a brand needs a colour, such as #0a7e8c")
NOTHING = msg("Enter leaves it out")
QUESTIONS = (
    Question("name", "project.name", msg("What is the brand called?"), needed=NEEDS_NAME),
    Question("tagline", "project.tagline", msg("What does it say of itself, in a line?"), NOTHING),
    Question("sector", "project.sector", msg("What does it do? For example: music"), NOTHING),
    Question("city", "project.city", msg("Where is it?"), NOTHING),
    Question(
        "languages",
        "project.languages",
        msg("Which languages does it speak, the main one first?"),
        msg("Enter takes kk, ru, en"),
    ),
    Question(
        "color",
        "brand.color",
        msg("Which colour is it? For example: #0a7e8c"),
        needed=NEEDS_COLOR,
    ),
    Question(
        "style",
        "brand.style",
        msg("How should it feel? A number or a word:"),
        msg("Enter leaves it to us"),
    ),
)


def ask(answers: Answers, folder: Path, known: Collection[str]) -> Answers:
    """`answers` with everything asked for that is not `known` (fields of Answers).

    Raises EOFError and KeyboardInterrupt as the terminal does.
    """
    edit_lines()
    ink = talk.out_ink()
    talk.out()
    where = msg("A new project in {folder}", folder=talk.shown_path(folder))
    talk.out(f"  {ink.bold(talk.say(where))}")
    way_out = msg("Ctrl-C leaves without writing anything.")
    talk.out(f"  {ink.dim(talk.say(way_out))}")
    for question in QUESTIONS:
        if question.field not in known:
            answers = _answered(question, answers, folder)
    return answers


def _answered(question: Question, answers: Answers, folder: Path) -> Answers:
    ink = talk.out_ink()
    talk.out()
    hint = f"  {ink.dim(talk.say(question.hint))}" if question.hint is not None else ""
    talk.out(f"  {ink.brand('●')} {talk.say(question.text)}{hint}")
    if question.field == "style":
        for line in _style_lines():
            talk.out(line)
    while True:
        typed = input("    › ").strip()
        if not typed and question.hint is not None:
            return answers
        if not typed and question.needed is not None:
            # The config's own message names keys, which nobody has seen yet.
            talk.out(f"    {ink.bad('✕')} {talk.say(question.needed)}")
            continue
        answer: dict[str, Any] = {question.field: _value(question.field, typed)}
        changed = replace(answers, **answer)
        wrong = faults(changed, question.key, folder)
        if not wrong:
            if question.field == "color" and (color := hex_color(typed)) is not None:
                talk.wear(color)
                talk.out(f"      {talk.out_ink().colored('██████', color)}")
            return changed
        for problem in wrong:
            plain = replace(problem, file=None, line=None, key=None)
            talk.out(f"    {ink.bad('✕')} {talk.problem_line(plain, ink)}")


def _value(field: str, typed: str) -> str | tuple[str, ...]:
    if field == "languages":
        return split_languages(typed)
    if field == "style" and typed.isdecimal():
        names = vocabulary.styles()
        number = int(typed)
        return names[number - 1] if 1 <= number <= len(names) else typed
    return typed


def split_languages(typed: str) -> tuple[str, ...]:
    """`kk,ru` or `kk ru` as codes."""
    return tuple(typed.lower().replace(",", " ").split())


def faults(answers: Answers, key: str, folder: Path) -> tuple[Problem, ...]:
    """What is wrong with the one answer that stands under `key`."""
    whole = answers
    if key != "project.name":
        whole = replace(whole, name="?")
    if key != "brand.color":
        whole = replace(whole, color="#0a7e8c")
    try:
        parse(config_text(whole, talk.say), folder)
    except InputError as error:
        return tuple(
            problem
            for problem in error.problems
            if problem.severity == "error" and (problem.key or "").startswith(key)
        )
    return ()


def _style_lines() -> Iterator[str]:
    ink = talk.out_ink()
    names = vocabulary.styles()
    width = max(map(len, names))
    for number, name in enumerate(names, 1):
        idea = tomllib.loads(templates.read(f"brand/styles/{name}.toml").decode()).get("idea", {})
        said = talk.clean(str(idea.get(talk.language(), "")))
        yield f"     {number}  {name:<{width}}  {ink.dim(said)}"


def edit_lines() -> None:
    """Let `input` edit a line as people expect it to."""
    # Loading it lets input() edit a line by letters; without it, by bytes.
    try:
        import readline  # noqa: F401
    except ImportError:
        return
