"""`creativekit assess`: the self-assessment of digital presence, and the plan that comes of it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import click
from click.core import ParameterSource

from creativekit.cli import talk
from creativekit.cli.command import Command, Option, Settings, force_option, shared_options
from creativekit.cli.glance import glance
from creativekit.cli.registry import COMMANDS
from creativekit.errors import ExitCode, Message, msg

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_OF_THE_PLAN = ("plan", "done", "undo")
# What has no meaning where nothing is answered, and where nothing is asked.
_NOT_WITH_PLAN = ("answers", "row", "profile", "hours", "audit", "restart")
_NOT_WITH_ANSWERS = ("restart",)
# What has no meaning where empty sheets are made.
_NOT_WITH_BLANK = ("answers", "row", "hours", "date", "audit", "restart", "report", *_OF_THE_PLAN)
# What has no meaning where a finished run is shown again.
_NOT_WITH_REPORT = ("answers", "row", "profile", "hours", "audit", "restart", *_OF_THE_PLAN)


class Day(click.ParamType[datetime.date]):
    """A day of this century, as 2026-12-05."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            day = datetime.date.fromisoformat(str(value))
        except ValueError:
            day = None
        if day is None or not _FIRST_YEAR <= day.year < _LAST_YEAR:
            message = msg("'{found}' is not a date such as 2026-12-05", found=str(value))
            self.fail(talk.say(message), param, ctx)
        return day


@click.pass_context
def _run(ctx: click.Context, /, **asked: Any) -> ExitCode | None:
    settings = ctx.ensure_object(Settings)
    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    if asked.pop("blank"):
        from creativekit.cli.assess_blank import make

        _refuse(ctx, _NOT_WITH_BLANK, msg("it does not go with --blank"))
        return make(settings, config, asked["profile"], asked["force"])
    if asked.pop("report"):
        from creativekit.cli.assess_run import show_again

        _refuse(ctx, _NOT_WITH_REPORT, msg("it does not go with --report"))
        return show_again(settings, config, asked["date"], asked["force"])
    if any(asked[name] for name in _OF_THE_PLAN):
        from creativekit.cli.assess_run import work_off

        _refuse(ctx, _NOT_WITH_PLAN, msg("it does not go with --plan, --done and --undo"))
        return work_off(
            settings, config, asked["done"], asked["undo"], asked["date"], asked["force"]
        )
    for name in _OF_THE_PLAN:
        asked.pop(name)
    if asked["answers"] is not None:
        _refuse(ctx, _NOT_WITH_ANSWERS, msg("it does not go with --answers"))
    elif asked["row"] is not None:
        raise click.UsageError(talk.say(msg("--row says whose answers of --answers FILE")), ctx)
    from creativekit.cli.assess_run import assess

    return assess(settings, config, **asked)


def _refuse(ctx: click.Context, names: Sequence[str], why: Message) -> None:
    """Raise click's UsageError for the first of these options that was typed."""
    for param in ctx.command.params:
        typed = ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE
        if param.name in names and typed:
            raise click.UsageError(f"{param.opts[0]}: {talk.say(why)}", ctx)


command = Command(
    "assess",
    COMMANDS["assess"][1],
    msg(
        "Asks about 27 questions, which takes some 15 minutes, and tells where you stand, what can"
        " be seen of it already and what to do in the next 90 days. Every answer is kept at once:"
        " stop at any moment, and go on where you stopped by the same command. Each finished run"
        " stays in presence/history/, so that the next one shows what has changed. --blank makes"
        " the questions as sheets to print and as a PDF to fill in, which --answers takes back."
        " Only --audit uses the network."
    ),
    examples=(
        "assess",
        "assess --answers answers.toml",
        "assess --blank --profile studio",
        "assess --answers questions-kk-form.pdf",
        "assess --audit https://saz.example",
        "assess --report",
        "assess --plan",
        "assess --done 1.1",
    ),
    callback=_run,
    params=[
        Option(
            ["--answers"],
            msg("Take the answers from a file: toml, csv, xlsx or a filled pdf."),
            msg("FILE"),
        ),
        Option(
            ["--row"],
            msg("Whose answers, in a table of several people: a number or a name in its row."),
            msg("NAME"),
        ),
        Option(["--profile"], msg("Who answers, such as studio or no-site."), msg("PROFILE")),
        Option(["--hours"], msg("Hours a week for the plan."), msg("NUMBER")),
        Option(
            ["--date"],
            msg("The day of the run, to enter one that was on paper; today otherwise."),
            msg("DATE"),
            type=Day(),
        ),
        Option(["--audit"], msg("Look at a website, too. This uses the network."), msg("URL")),
        Option(
            ["--restart"],
            msg("Begin anew; what was answered and not finished is set aside."),
            is_flag=True,
        ),
        Option(
            ["--blank"],
            msg("Print the questions empty: everybody's, or with --profile that one's."),
            is_flag=True,
        ),
        Option(
            ["--report"],
            msg("Show the last finished run again and bring its files up to date."),
            is_flag=True,
        ),
        Option(["--plan"], msg("Show the plan of the last run as a list."), is_flag=True),
        Option(
            ["--done"],
            msg("Mark the step of a question as taken; may be repeated."),
            msg("ID"),
            multiple=True,
        ),
        Option(
            ["--undo"],
            msg("Take such a mark back; may be repeated."),
            msg("ID"),
            multiple=True,
        ),
        force_option(),
        *shared_options("project", "out", "json", "lang"),
    ],
)
