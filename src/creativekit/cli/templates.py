"""`creativekit templates`: what posts can be made from, and making one's own of them."""

from __future__ import annotations

import json
import os
import re
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from creativekit.cli import talk
from creativekit.cli.command import Argument, Option, Settings, shared_options
from creativekit.cli.group import Group
from creativekit.cli.registry import COMMANDS
from creativekit.errors import ExitCode, InputError, Problem, Problems, fail, msg, nmsg

if TYPE_CHECKING:
    from creativekit.social.template import Template

SCHEMA_FILE = "templates/social/template.schema.json"

command = Group(
    "templates",
    COMMANDS["templates"][1],
    msg(
        "A template says what a post asks for and how it is laid out, in every size and every"
        " style. A copy in your project's templates/social/posts/ is used instead of ours, and is"
        " yours to change."
    ),
    examples=("templates list", "templates show event", "templates copy event --as concert"),
    no_args_is_help=True,
    params=shared_options("project", "json", "lang"),
)


def _folder(settings: Settings) -> Path | None:
    """The project's folder; without -C and far from any project, None."""
    folder = None
    with suppress(InputError) if settings.project is None else nullcontext():
        folder = settings.config().parent
    return folder


@command.sub(
    "list",
    msg("Name every template, with what it asks for"),
    msg("A field with * must be filled in. Templates of your project come before ours."),
    examples=("templates list", "templates list --json"),
)
def list_(settings: Settings) -> ExitCode:
    from creativekit.cli import template_view
    from creativekit.social import template_store

    folder = _folder(settings)
    found: list[Template] = []
    problems = Problems()
    for each in template_store.template_ids(folder):
        # One that is broken does not hide the others.
        try:
            found.append(template_store.template(each, folder))
        except InputError as error:
            problems.extend(error.problems)
    own = [each.id for each in found if template_store.is_own(each.id, folder)]
    listed = [each for each in found if each.listed]
    code = ExitCode.INPUT if problems.errors else ExitCode.DONE
    if talk.wants_json():
        talk.out_json(
            {
                "ok": not problems.errors,
                "exit_code": int(code),
                "templates": [template_view.entry(each, each.id in own) for each in listed],
                "problems": [talk.problem_json(problem) for problem in problems],
            }
        )
        return code
    for line in template_view.list_lines(listed, own, talk.out_ink()):
        talk.out(line)
    for problem in problems:
        talk.err(talk.problem_line(problem, talk.err_ink()))
    return code


@command.sub(
    "show",
    msg("Say what one template asks for, holds and shows"),
    examples=("templates show event", "templates show event --lang kk"),
    options=(Argument(["template_id"], msg("NAME")),),
)
def show(settings: Settings, template_id: str) -> None:
    from creativekit.cli import template_view
    from creativekit.social import template_store

    folder = _folder(settings)
    found = template_store.template(template_id, folder)
    own = template_store.is_own(template_id, folder)
    if talk.wants_json():
        talk.out_json({"ok": True, "template": template_view.whole(found, own)})
        return
    for line in template_view.lines(found, own, talk.out_ink()):
        talk.out(line)


@command.sub(
    "copy",
    msg("Copy a template into the project, to change it there"),
    msg(
        "Writes it to templates/social/posts/ of the project, beside a schema that lets an editor"
        " complete and check what you type. Under its own name the copy stands in for ours; with"
        " --as it is a new template."
    ),
    examples=("templates copy event", "templates copy event --as concert"),
    options=(
        Argument(["template_id"], msg("NAME")),
        Option(["--as", "new_id"], msg("Name of the copy, such as concert."), msg("NAME")),
        Option(["--force"], msg("Replace a template of this name."), is_flag=True),
    ),
)
def copy(settings: Settings, template_id: str, new_id: str | None, force: bool) -> None:
    from creativekit.press.output import Folder
    from creativekit.social import template_keys, template_schema, template_store

    folder = settings.config().parent
    name = new_id if new_id is not None else template_id
    if new_id is not None and not re.fullmatch(template_keys.ID, name):
        fail(
            msg("'{found}' is no id: small English letters, digits and -, at most 48", found=name),
            key="--as",
        )
    ours = template_store.template_ids()
    if name == template_id and name not in ours and template_store.is_own(name, folder):
        fail(msg("this template is your project's already; name the copy with --as"))
    # Under its own name a copy is always of ours: of what it stands in for.
    source = template_store.template(template_id, None if name == template_id else folder)
    text = _text_of(source, folder, name)
    target = f"templates/{template_store.relative(name)}"
    path = folder / target
    if os.path.lexists(path) and not force:
        fail(
            msg("there is a template of this name already; --force replaces it"),
            file=talk.shown_path(path),
        )
    schema = json.dumps(template_schema.json_schema(talk.say, folder), ensure_ascii=False, indent=2)
    kept = Folder(folder)
    kept.write(SCHEMA_FILE, schema.encode() + b"\n")
    kept.write(target, text.encode())
    if talk.wants_json():
        talk.out_json({"ok": True, "exit_code": 0, "file": str(path), "id": name})
        return
    talk.err(talk.say(msg("written: {path}", path=talk.shown_path(path))))
    talk.err(talk.say(msg("After a change: `creativekit templates check`.")))


def _text_of(source: Template, folder: Path, name: str) -> str:
    """The text of the copy of `source` under `name`; one of ours gets a head that says so."""
    from creativekit.project import templates, writing
    from creativekit.project.config_file import decoded
    from creativekit.social import template_store

    own = name != source.id and template_store.is_own(source.id, folder)
    relative = template_store.relative(source.id)
    text = decoded(templates.read(relative, folder if own else None), source.file)
    if name != source.id:
        text = writing.set_value(text, "id", name)
    if own:
        return text
    lines = text.split("\n")
    # The head of ours says what it is and how to copy it.
    while lines and (lines[0].startswith("#") or not lines[0].strip()):
        lines.pop(0)
    copied = msg("A copy of the template '{name}', to be changed as you like.", name=source.id)
    after = msg("After a change: `creativekit templates check`.")
    head = [f"#:schema ../{Path(SCHEMA_FILE).name}"]
    head += [f"# {talk.say(each)}" for each in (copied, after)]
    return "\n".join([*head, *lines])


@command.sub(
    "check",
    msg("Find every mistake of templates at once"),
    msg(
        "Without a file it checks all templates of the project. Each mistake is told with its line"
        " and the nearest word that would do. Writes nothing."
    ),
    examples=("templates check", "templates check templates/social/posts/concert.toml"),
    options=(Argument(["files"], msg("FILE …"), nargs=-1),),
)
def check(settings: Settings, files: tuple[str, ...]) -> ExitCode:
    folder = _folder(settings) if files else settings.config().parent
    paths = [Path(file) for file in files] if folder is None or files else _own_files(folder)
    problems: list[Problem] = []
    wrong = 0
    for path in paths:
        found = _problems(path, folder)
        wrong += bool(found)
        problems += [problem for problem in found if problem not in problems]
    code = ExitCode.INPUT if problems else ExitCode.DONE
    if talk.wants_json():
        talk.out_json(
            {
                "ok": not problems,
                "exit_code": int(code),
                "files": [str(path) for path in paths],
                "problems": [talk.problem_json(problem) for problem in problems],
            }
        )
        return code
    for problem in problems:
        talk.out(talk.problem_line(problem, talk.out_ink()))
    _sum_up(len(paths), wrong)
    return code


def _own_files(folder: Path) -> list[Path]:
    from creativekit.social import template_store

    own = template_store.own_ids(folder)
    return [folder / "templates" / template_store.relative(each) for each in own]


def _problems(path: Path, folder: Path | None) -> tuple[Problem, ...]:
    from creativekit.social import template_store
    from creativekit.social.template_keys import MOST_BYTES

    shown = talk.shown_path(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return (Problem(msg("there is no such file"), file=shown),)
    except OSError as error:
        reason = error.strerror or str(error)
        return (Problem(msg("the file cannot be read: {reason}", reason=reason), file=shown),)
    try:
        template_store.read(data, shown, path.stem, folder)
    except InputError as error:
        return error.problems
    return ()


def _sum_up(files: int, wrong: int) -> None:
    ink = talk.err_ink()
    if not files:
        talk.err(talk.say(msg("the project has no templates of its own")))
    elif wrong:
        said = nmsg("{n} template has mistakes", "{n} templates have mistakes", wrong)
        talk.err()
        talk.err(ink.bad(talk.say(said)))
    else:
        said = nmsg("{n} template, no mistakes", "{n} templates, no mistakes", files)
        talk.err(ink.good(talk.say(said)))
