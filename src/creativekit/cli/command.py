"""Commands and options that speak three languages: click's classes with our messages in them.

Texts are Messages and are said when help is shown, in the language of that moment. The options
that every command understands (-C, -o, --json, --lang) are understood before its name and behind
it; what was typed last wins.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from creativekit.cli import talk
from creativekit.cli.registry import COMMANDS
from creativekit.errors import Message, fail, msg
from creativekit.project.localized import LANGUAGES

KIT = "kit"

_UNBROKEN = "\u2011"


@dataclass(slots=True)
class Settings:
    """What the shared options said. project: -C; out: -o."""

    project: str | None = None
    out: str | None = None

    def config(self) -> Path:
        """The project's creativekit.toml: of -C, else the nearest one upwards.

        Raises InputError when there is none.
        """
        # Here, because reading TOML is more than help needs.
        from creativekit.project.config_file import FILE_NAME, find_project

        if self.project is None:
            return find_project(Path.cwd())
        path = Path(self.project)
        if not os.path.isfile(path):
            path /= FILE_NAME
        if not os.path.isfile(path):
            fail(msg("there is no such file; `creativekit new` makes one"), file=str(path))
        return path

    def kit(self, config: Path) -> Path:
        """The folder that the kit goes to."""
        return Path(self.out) if self.out is not None else config.parent / KIT


def quoted(path: str) -> str:
    """A path as it is typed behind a command in this system's shell."""
    if sys.platform == "win32":
        return f'"{path}"' if " " in path else path
    return shlex.quote(path)


class Option(click.Option):
    """An option whose help is a Message; `metavar` may be one, too."""

    def __init__(
        self, names: Sequence[str], about: Message, value: Message | str | None = None, **rest: Any
    ) -> None:
        super().__init__(names, help=about.text, **rest)
        self.about = about
        self.value = value

    def make_metavar(self, ctx: click.Context) -> str:
        return super().make_metavar(ctx) if self.value is None else talk.say(self.value)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        names = ", ".join(sorted(self.opts, key=len))
        return (names if self.is_flag else f"{names} {self.make_metavar(ctx)}"), talk.say(
            self.about
        )


class Argument(click.Argument):
    """An argument whose name in the usage line is a Message."""

    def __init__(self, names: Sequence[str], value: Message, **rest: Any) -> None:
        super().__init__(names, **rest)
        self.value = value

    def make_metavar(self, ctx: click.Context) -> str:
        name = talk.say(self.value)
        return name if self.required else f"[{name}]"


class Formatter(click.HelpFormatter):
    """click's layout with quiet headings."""

    def write_heading(self, heading: str) -> None:
        self.write(f"{talk.out_ink().bold(heading)}\n")

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        with self.indentation():
            self.write_text(f"{prog} {args}")

    def write_text(self, text: str) -> None:
        """Text in lines of which none ends inside an option's name: --keep-going stays whole."""
        start = len(self.buffer)
        super().write_text(text.replace("-", _UNBROKEN))
        self.buffer[start:] = [part.replace(_UNBROKEN, "-") for part in self.buffer[start:]]


class Context(click.Context):
    formatter_class = Formatter


class Command(click.Command):
    """A command with a summary, a text and examples, all Messages.

    examples: what may be typed after `creativekit`; the same in every language.
    """

    context_class = Context

    def __init__(
        self,
        name: str,
        summary: Message,
        details: Message | None = None,
        examples: Sequence[str] = (),
        **rest: Any,
    ) -> None:
        rest.setdefault("context_settings", {"help_option_names": ["-h", "--help"]})
        super().__init__(name, **rest)
        self.summary = summary
        self.details = details
        self.examples = examples
        self._own_help_option = Option(
            ["-h", "--help"],
            msg("Show this help."),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
        )

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return self._own_help_option

    def get_short_help_str(self, limit: int = 45) -> str:
        return talk.say(self.summary)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = [piece for param in self.params for piece in param.get_usage_pieces(ctx)]
        return [*pieces, talk.say(msg("[options]"))]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_text(f"{talk.say(self.summary)}.")
        if self.details is not None:
            formatter.write_paragraph()
            formatter.write_text(talk.say(self.details))
        formatter.write_paragraph()
        formatter.write_heading(talk.say(msg("Usage:")))
        self.format_usage(ctx, formatter)
        self.format_options(ctx, formatter)
        if self.examples:
            formatter.write_paragraph()
            formatter.write_heading(talk.say(msg("Examples:")))
            for example in self.examples:
                formatter.write(f"  creativekit {example}\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [
            record
            for param in self.get_params(ctx)
            if isinstance(param, Option) and (record := param.get_help_record(ctx))
        ]
        formatter.write_paragraph()
        formatter.write_heading(talk.say(msg("Options:")))
        with formatter.indentation():
            formatter.write_dl(records)


def _show_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        talk.out(ctx.get_help())
        ctx.exit()


def _settle(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value is not None and param.name is not None:
        setattr(ctx.ensure_object(Settings), param.name, value)


def force_option() -> Option:
    """--force, of every command that writes into a kit."""
    return Option(["--force"], msg("Replace files that you edited, too."), is_flag=True)


def jobs_option() -> Option:
    """--jobs, of every command that makes many files."""
    return Option(
        ["--jobs"],
        msg("How many files to make at the same time; by default one a core."),
        msg("NUMBER"),
        type=Whole(1, 64),
    )


def shared_options(*names: str) -> list[click.Parameter]:
    """Of -C ("project"), -o ("out"), --json ("json") and --lang ("lang"), those named."""
    options = {
        "project": Option(
            ["-C", "project"],
            msg("The project's folder; by default the nearest one upwards."),
            msg("DIR"),
            expose_value=False,
            callback=_settle,
        ),
        "out": Option(
            ["-o", "out"],
            msg("Write to this folder instead of the project's kit/."),
            msg("DIR"),
            expose_value=False,
            callback=_settle,
        ),
        # talk has read these two before parsing began; here they are only accepted.
        "json": Option(
            ["--json"],
            msg("Print one JSON object for programs on standard output."),
            is_flag=True,
            expose_value=False,
        ),
        "lang": Option(
            ["--lang"],
            msg("Language of what is said here: kk, ru or en."),
            "kk|ru|en",
            type=click.Choice(LANGUAGES),
            expose_value=False,
        ),
    }
    return [options[name] for name in names]


def as_command(
    name: str,
    details: Message | None = None,
    *,
    examples: Sequence[str] = (),
    shared: Sequence[str] = ("project", "json", "lang"),
    options: Sequence[click.Parameter] = (),
) -> Callable[[Callable[..., Any]], Command]:
    """Make the function a command; it is called with the Settings and the options' values."""

    def wrap(function: Callable[..., Any]) -> Command:
        return Command(
            name,
            COMMANDS[name][1],
            details,
            examples,
            callback=click.pass_obj(function),
            params=[*options, *shared_options(*shared)],
        )

    return wrap


class Whole(click.ParamType[int]):
    """A whole number of at least `least` and at most `most`."""

    name = "number"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            number = int(value)
        except ValueError:
            number = None
        if number is None or not self.least <= number <= self.most:
            self.fail(
                talk.say(
                    msg(
                        "'{found}' is not a whole number from {least} to {most}",
                        found=value,
                        least=self.least,
                        most=self.most,
                    )
                ),
                param,
                ctx,
            )
        return number
