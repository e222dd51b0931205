"""A command of commands: `creativekit templates list`, told in our own words like any other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from creativekit.cli import talk
from creativekit.cli.command import Command, shared_options
from creativekit.errors import Message, msg, nearest


class Group(Command, click.Group):
    """Commands under one name; `sub` makes a function one of them."""

    def sub(
        self,
        name: str,
        summary: Message,
        details: Message | None = None,
        *,
        examples: Sequence[str] = (),
        options: Sequence[click.Parameter] = (),
    ) -> Callable[[Callable[..., Any]], Command]:
        """Make the function a command; it is called with the Settings and the options' values."""

        def wrap(function: Callable[..., Any]) -> Command:
            made = Command(
                name,
                summary,
                details,
                examples,
                callback=click.pass_obj(function),
                params=[*options, *shared_options("project", "json", "lang")],
            )
            self.add_command(made)
            return made

        return wrap

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        # One that does something by itself, too, has options of its own for that.
        alone = self.invoke_without_command
        return [talk.say(msg("[options] [command …]") if alone else msg("command …"))]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_heading(talk.say(msg("Commands:")))
        with formatter.indentation():
            formatter.write_dl(
                [(name, each.get_short_help_str()) for name, each in self.commands.items()]
            )
        Command.format_options(self, ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if not (name in self.commands or name.startswith("-") or ctx.resilient_parsing):
            message = talk.say(msg("there is no command '{name}'", name=name))
            if (close := nearest(name, self.commands)) is not None:
                message += "; " + talk.say(msg("did you mean '{word}'?", word=close))
            ctx.fail(message)
        return super().resolve_command(ctx, args)
