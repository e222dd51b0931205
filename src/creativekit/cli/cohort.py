"""`creativekit cohort`: for trainers and those who convene a meeting. Each command is a module of
its own, `cohort_<name>`, and is imported when it is asked for by name."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from creativekit.cli import talk
from creativekit.cli.command import Command, Settings, shared_options
from creativekit.cli.group import Group
from creativekit.cli.registry import COMMANDS
from creativekit.errors import Message, msg, nearest

SUBCOMMANDS: dict[str, Message] = {
    "new": msg("Start a cohort: a folder with a cohort.toml"),
    "form": msg("Make the needs form, for telephones and on paper"),
    "collect": msg("Put answers into the store, whatever file they are in"),
    "report": msg("Make the report of what a cohort answered"),
    "build": msg("Make the kits of all projects under a folder"),
    "pack": msg("Make what is printed for a meeting: worksheets, badges, certificates"),
}


class Cohort(Group):
    """The group; a command that is not installed is not named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in SUBCOMMANDS if find_spec(_module(name)) is not None]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found = import_module(_module(cmd_name)).command
        assert isinstance(found, click.Command)
        return found

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_heading(talk.say(msg("Commands:")))
        with formatter.indentation():
            formatter.write_dl(
                [(name, talk.say(SUBCOMMANDS[name])) for name in self.list_commands(ctx)]
            )
        Command.format_options(self, ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, known = args[0], self.list_commands(ctx)
        if not (name in known or name.startswith("-") or ctx.resilient_parsing):
            message = talk.say(msg("there is no command '{name}'", name=name))
            if (close := nearest(name, known)) is not None:
                message += "; " + talk.say(msg("did you mean '{word}'?", word=close))
            ctx.fail(message)
        return click.Group.resolve_command(self, ctx, args)


def cohort_file(settings: Settings) -> Path:
    """The cohort.toml of -C, else the nearest one upwards. Raises InputError without one."""
    from creativekit.cohort.config import FILE_NAME, find_cohort
    from creativekit.errors import fail

    if settings.project is None:
        return find_cohort(Path.cwd())
    path = Path(settings.project)
    file = path if path.is_file() else path / FILE_NAME
    if not file.is_file():
        fail(msg("there is no such file; `creativekit cohort new` makes one"), file=str(file))
    return file


def _module(name: str) -> str:
    return f"creativekit.cli.cohort_{name}"


command = Cohort(
    "cohort",
    COMMANDS["cohort"][1],
    msg(
        "A cohort is a meeting or a course: whom it invites and what they are asked stands in its"
        " cohort.toml, what they answered in its cohort.sqlite, without names."
    ),
    examples=("cohort new kyzylorda", "-C kyzylorda cohort collect", "-C kyzylorda cohort report"),
    no_args_is_help=True,
    params=shared_options("project", "json", "lang"),
)
