"""The program `creativekit`: finds the command, loads only that one, and runs it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from creativekit import __version__
from creativekit.cli import click_words, talk
from creativekit.cli.command import Command, Option, Settings, shared_options
from creativekit.cli.registry import COMMANDS
from creativekit.errors import msg, nearest

NAME = "creativekit"


class Program(Command, click.Group):
    """The group of all commands; each is imported when it is asked for by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found = import_module(COMMANDS[cmd_name][0]).command
        assert isinstance(found, click.Command)
        return found

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [talk.say(msg("[options] command …"))]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_heading(talk.say(msg("Commands:")))
        with formatter.indentation():
            formatter.write_dl(
                [(name, talk.say(summary)) for name, (_, summary) in COMMANDS.items()]
            )
        Command.format_options(self, ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not (name in COMMANDS or name.startswith("-") or ctx.resilient_parsing):
            message = talk.say(msg("there is no command '{name}'", name=name))
            if (close := nearest(name, COMMANDS)) is not None:
                message += "; " + talk.say(msg("did you mean '{word}'?", word=close))
            ctx.fail(message)
        return super().resolve_command(ctx, args)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Run one invocation and leave with its exit code."""

        def work() -> object:
            return click.Group.main(
                self,
                args,
                NAME,
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                obj=Settings(),
                **extra,
            )

        click_words.learn()
        sys.exit(talk.run(sys.argv[1:] if args is None else args, work))


def _show_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        if talk.wants_json():
            talk.out_json({"ok": True, "version": __version__})
        else:
            talk.out(f"{NAME} {__version__}")
        ctx.exit()


program = Program(
    NAME,
    msg("A brand kit from one file, on your own computer"),
    msg(
        "Write your name, a colour and a feeling into creativekit.toml, and get the logo, colours,"
        " typefaces, patterns and the brand guide, in Kazakh, Russian and English."
    ),
    examples=(
        'new my-studio --name "Саз студиясы" --color "#0a7e8c" --style steppe',
        "-C my-studio brand --open",
    ),
    no_args_is_help=True,
    params=[
        *shared_options("project", "out", "json", "lang"),
        Option(
            ["--version"],
            msg("Show the version."),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
        ),
    ],
)
