"""`creativekit new`: a project from flags, from a `_brand.yml`, or from questions on a terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creativekit.cli import talk
from creativekit.cli.command import Argument, Option, Settings, as_command, quoted
from creativekit.cli.ink import is_terminal
from creativekit.errors import InputError, Problem, fail, msg
from creativekit.project.color_text import hex_color
from creativekit.project.config_file import FILE_NAME

if TYPE_CHECKING:
    from creativekit.project.brand_yml import Imported
    from creativekit.project.new_project import Answers

# Which answer a key of the config holds; its option has the same name.
_FLAGS = {
    "project.name": "name",
    "project.tagline": "tagline",
    "project.sector": "sector",
    "project.city": "city",
    "project.languages": "languages",
    "brand.color": "color",
    "brand.style": "style",
}
_LARGEST_LOGO = 32 * 1024 * 1024  # bytes


@as_command(
    "new",
    msg(
        "Makes the folder DIR with a creativekit.toml in it that explains itself. On a terminal it"
        " asks for what the options do not say; elsewhere --name and --color are needed. Nothing"
        " that is already there is overwritten."
    ),
    examples=(
        "new my-studio",
        'new my-studio --name "Саз студиясы" --color "#0a7e8c" --style steppe --languages kk,ru',
        "new my-studio --from-brand-yml _brand.yml",
    ),
    shared=("json", "lang"),
    options=(
        Argument(["folder"], msg("DIR")),
        Option(["--name"], msg("Name of the brand."), msg("TEXT")),
        Option(["--tagline"], msg("What it says of itself in a line."), msg("TEXT")),
        Option(["--color"], msg("Its colour, such as #0a7e8c."), msg("COLOUR")),
        Option(["--style"], msg("Its art direction, such as steppe."), msg("STYLE")),
        Option(["--sector"], msg("What it does, such as music."), msg("TEXT")),
        Option(["--city"], msg("Where it is."), msg("TEXT")),
        Option(["--languages"], msg("Languages of the kit, the main one first."), "kk,ru,en"),
        Option(
            ["--from-brand-yml", "brand_yml"],
            msg("Start from a _brand.yml file; other options win over it."),
            msg("FILE"),
        ),
    ),
)
def command(
    settings: Settings,
    folder: str,
    brand_yml: str | None,
    languages: str | None,
    **typed: str | None,
) -> None:
    # Here, because they bring the whole schema with them.
    from creativekit.cli.questions import ask, split_languages
    from creativekit.project.new_project import Answers

    target = Path(folder)
    _refuse_to_overwrite(target)
    given: dict[str, Any] = {field: text for field, text in typed.items() if text is not None}
    if languages is not None:
        given["languages"] = split_languages(languages)
    imported = _import(Path(brand_yml)) if brand_yml is not None else None
    answers = replace(imported.answers if imported is not None else Answers(name=""), **given)
    if not (answers.name and answers.color) and _may_ask():
        known = {field for field in _FLAGS.values() if getattr(answers, field)} - {"languages"}
        answers = ask(answers, target, known | set(given))
    logo = _logo(Path(brand_yml or ""), imported) if imported is not None else None
    _check(answers, target, given, brand_yml)
    _write(answers, target, logo)
    _tell(answers, target, imported.warnings if imported is not None else ())


def _may_ask() -> bool:
    return not talk.wants_json() and is_terminal(sys.stdin) and is_terminal(sys.stdout)


def _refuse_to_overwrite(target: Path) -> None:
    config = target / FILE_NAME
    if os.path.lexists(config):
        fail(msg("there is a project already; nothing was changed"), file=talk.shown_path(config))
    if os.path.isfile(target):
        fail(msg("this is a file; a project is a folder"), file=talk.shown_path(target))


def _import(file: Path) -> Imported:
    from creativekit.project.brand_yml import import_brand_yml
    from creativekit.project.config_file import file_bytes

    return import_brand_yml(file_bytes(file), file.name)


def _logo(file: Path, imported: Imported) -> tuple[str, bytes] | None:
    """Name and bytes of the logo that a `_brand.yml` names, from beside it."""
    from creativekit.project.references import LOGOS

    if imported.logo_file is None:
        return None
    path = file.parent / imported.logo_file
    where: dict[str, Any] = {"file": file.name, "key": "logo"}
    # The file may come from a stranger: what it names has to lie with it.
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(file.parent)):
        fail(msg("'{found}' leads out of the folder", found=imported.logo_file), **where)
    if path.suffix.lower() not in LOGOS:
        fail(
            msg("'{found}' is not a kind of file that can be used here", found=imported.logo_file),
            accepted=LOGOS,
            **where,
        )
    try:
        if path.stat().st_size > _LARGEST_LOGO:
            fail(msg("the file is too large: at most {n} bytes", n=_LARGEST_LOGO), **where)
        return path.name, path.read_bytes()
    except OSError:
        fail(msg("there is no file '{found}'", found=imported.logo_file), **where)


def _check(answers: Answers, target: Path, given: Mapping[str, Any], brand_yml: str | None) -> None:
    """Raise InputError with every problem, each at the option or the file it came from."""
    from creativekit.cli.questions import NEEDS_COLOR, NEEDS_NAME
    from creativekit.project.loading import parse
    from creativekit.project.new_project import config_text

    found = []
    if not answers.name:
        found.append(Problem(NEEDS_NAME, key="--name"))
    if not answers.color:
        found.append(Problem(NEEDS_COLOR, key="--color"))
    absent = {problem.key for problem in found}
    try:
        parse(config_text(answers, talk.say), target)
    except InputError as error:
        for problem in error.problems:
            if problem.severity == "warning":
                continue
            field = next((_FLAGS[key] for key in _FLAGS if (problem.key or "").startswith(key)), "")
            flag = f"--{field}"
            if flag in absent:
                continue
            if field in given or brand_yml is None:
                found.append(replace(problem, file=None, line=None, key=flag))
            else:
                found.append(replace(problem, file=Path(brand_yml).name, line=None))
    if found:
        raise InputError(found)


def _write(answers: Answers, target: Path, logo: tuple[str, bytes] | None) -> None:
    from creativekit.press.output import write_file
    from creativekit.project.json_schema import json_schema
    from creativekit.project.new_project import SCHEMA_FILE, config_text

    schema = json.dumps(json_schema(talk.say), ensure_ascii=False, indent=2)
    if logo is not None:
        name, data = logo
        if os.path.lexists(target / name):
            fail(msg("there is a file of this name already"), file=talk.shown_path(target / name))
        answers = replace(answers, logo={"file": name})
        write_file(target / name, data)
    write_file(target / SCHEMA_FILE, schema.encode() + b"\n")
    # Last: a folder is a project when this file is there.
    write_file(target / FILE_NAME, config_text(answers, talk.say).encode(), durable=True)


def _tell(answers: Answers, target: Path, warnings: tuple[Problem, ...]) -> None:
    config = target / FILE_NAME
    if talk.wants_json():
        talk.out_json(
            {
                "ok": True,
                "exit_code": 0,
                "file": str(config),
                "problems": [talk.problem_json(warning) for warning in warnings],
            }
        )
        return
    if answers.color is not None and (color := hex_color(answers.color)) is not None:
        talk.wear(color)
    ink = talk.err_ink()
    for warning in warnings:
        talk.err(talk.problem_line(warning, ink))
    name = answers.name if isinstance(answers.name, str) else next(iter(answers.name.values()))
    talk.err()
    talk.err(f"  {ink.brand('●')} {ink.bold(talk.clean(name))}")
    talk.err(f"    {talk.shown_path(config)}")
    talk.err()
    talk.err("  " + talk.say(msg("Next:")))
    for rest in ("explore --open", "build --open", "studio"):
        talk.err(f"    {ink.brand(f'creativekit -C {quoted(talk.shown_path(target))} {rest}')}")
    talk.err()
