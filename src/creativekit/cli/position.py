"""`creativekit position`: the positioning worksheets, filled or empty, and answers coming back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from creativekit.cli import run_report, talk, viewer
from creativekit.cli.command import Argument, Option, Settings, Whole, force_option, shared_options
from creativekit.cli.glance import glance
from creativekit.cli.group import Group
from creativekit.cli.kit_run import brought_up_to_date, tell
from creativekit.cli.registry import COMMANDS
from creativekit.errors import ExitCode, Message, msg
from creativekit.positioning.formats import FORMATS, Format
from creativekit.press import orders
from creativekit.press.plan import PAPERS, POSITIONING

if TYPE_CHECKING:
    pass

# What says how sheets are made has no meaning where questions are asked.
_NOT_WITH_FILL = ("blank", "papers", "formats", "force", "open_")

Word = TypeVar("Word", bound=str)


@click.pass_context
def _run(ctx: click.Context, /, fill: bool, **asked: Any) -> ExitCode | None:
    settings = ctx.ensure_object(Settings)
    if ctx.invoked_subcommand is not None:
        _refuse(ctx, ("fill", "only", *_NOT_WITH_FILL), msg("it does not go with a command"))
        return None
    if fill:
        from creativekit.cli.position_fill import fill_in

        _refuse(ctx, _NOT_WITH_FILL, msg("it does not go with --fill"))
        return fill_in(settings, asked["only"])
    return _make(settings, **asked)


def _refuse(ctx: click.Context, names: Sequence[str], why: Message) -> None:
    """Raise click's UsageError for the first of these options that was typed."""
    for param in ctx.command.params:
        typed = ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE
        if param.name in names and typed:
            raise click.UsageError(f"{param.opts[0]}: {talk.say(why)}", ctx)


command = Group(
    "position",
    COMMANDS["position"][1],
    msg(
        "Makes the worksheets in every language of the project: PDF for the table (A4) and for the"
        " wall (A3), a PDF and a Word document to fill in, a page for the browser, and a text. What"
        " stands under [positioning] in creativekit.toml is filled in, with what comes of it, and"
        " the statement, the map, the voice and the pitch come as pictures, too; --blank makes the"
        " sheets empty."
    ),
    examples=(
        "position --open",
        "position --blank --paper a4",
        "position --fill --lang kk",
        "position import worksheets-kk-form.pdf",
    ),
    invoke_without_command=True,
    callback=_run,
    params=[
        Option(["--blank"], msg("Print the sheets empty."), is_flag=True),
        Option(
            ["--fill"],
            msg("Ask for the answers here and write them into creativekit.toml."),
            is_flag=True,
        ),
        Option(
            ["--sheet", "only"],
            msg("Only this sheet, by its number."),
            msg("NUMBER"),
            type=Whole(1, 99),
        ),
        Option(
            ["--format", "formats"],
            msg(
                "What to make, separated by commas: {formats}.",
                formats=", ".join(FORMATS),
            ),
            msg("FORMATS"),
        ),
        Option(
            ["--paper", "papers"],
            msg("Sizes of paper, separated by commas: a4, a3."),
            msg("SIZES"),
        ),
        force_option(),
        Option(["--open", "open_"], msg("Open the worksheets when done."), is_flag=True),
        *shared_options("project", "out", "json", "lang"),
    ],
)


def _make(
    settings: Settings,
    blank: bool,
    only: int | None,
    formats: str | None,
    papers: str | None,
    force: bool,
    open_: bool,
) -> ExitCode:
    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    kit = settings.kit(config)
    sizes = _chosen(
        papers,
        PAPERS,
        lambda found: msg(
            "'{found}' is not a size of paper; there are {sizes}",
            found=found,
            sizes=", ".join(PAPERS),
        ),
    )
    kinds: tuple[Format, ...] = _chosen(
        formats,
        FORMATS,
        lambda found: msg(
            "'{found}' is not a format of worksheets; there are {formats}",
            found=found,
            formats=", ".join(FORMATS),
        ),
    )
    order = orders.position(config, blank=blank, papers=sizes, formats=kinds, sheet=only)
    report = brought_up_to_date(order, kit, force=force)
    code = run_report.exit_code(report)
    folder = kit / POSITIONING / "blank" if blank else kit / POSITIONING
    tell(report, kit, seen.name, folder, folder)
    if open_ and code == ExitCode.DONE:
        viewer.show(_first(folder) or folder)
    return code


def _chosen(
    said: str | None, words: tuple[Word, ...], wrong: Callable[[str], Message]
) -> tuple[Word, ...]:
    """Those of `words` that were named, all without a name; in their order."""
    named = tuple(dict.fromkeys((said or "").lower().replace(",", " ").split()))
    for each in named:
        if each not in words:
            raise click.UsageError(talk.say(wrong(each)))
    return tuple(word for word in words if not named or word in named)


def _first(folder: Path) -> Path | None:
    """The sheets in the spoken language, else any."""
    found = sorted(folder.glob("*.pdf"))
    spoken = [each for each in found if each.stem.endswith(f"-{talk.language()}")]
    return next(iter([*spoken, *found]), None)


@command.sub(
    "import",
    msg("Read a filled form back into creativekit.toml"),
    msg(
        "Takes a PDF form, a Word document or the answers that the page for the browser saves."
        " Shows what would change, sheet by sheet, and asks before anything is written."
        " The file as it was stays beside it as creativekit.toml.bak; comments stay where they"
        " are. Only answers in the form's own language change."
    ),
    examples=("position import worksheets-kk-form.pdf", "position import form.pdf --dry-run"),
    options=(
        Argument(["file"], msg("FILE")),
        Option(["--yes"], msg("Write without asking."), is_flag=True),
        Option(["--dry-run", "dry"], msg("Only show what would change."), is_flag=True),
    ),
)
def import_(settings: Settings, file: str, yes: bool, dry: bool) -> ExitCode:
    from creativekit.cli.position_import import import_form

    return import_form(settings, Path(file), yes=yes, dry=dry)
