"""`creativekit share`: the kit in one file for somebody else, or results without a name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from creativekit.cli import talk
from creativekit.cli.command import KIT, Command, Option, Settings, shared_options
from creativekit.cli.glance import glance
from creativekit.cli.registry import COMMANDS
from creativekit.errors import ExitCode, Message, fail, msg, nmsg

if TYPE_CHECKING:
    from creativekit.press.share import Selection

_MOST_NAMED = 8
_MAIL = 25_000_000
"""Bytes that common mail services take as an attachment."""

# What belongs to the one and has no meaning for the other.
_OF_THE_KIT = ("only", "kit", "force")
_OF_RESULTS = ("yes",)


@click.pass_context
def _run(ctx: click.Context, /, anonymous: bool, **asked: Any) -> ExitCode:
    settings = ctx.ensure_object(Settings)
    for param in ctx.command.params:
        typed = ctx.get_parameter_source(param.name or "") is ParameterSource.COMMANDLINE
        if typed and param.name in (_OF_THE_KIT if anonymous else _OF_RESULTS):
            why = (
                msg("it does not go with --anonymous")
                if anonymous
                else msg("it goes with --anonymous only")
            )
            raise click.UsageError(f"{param.opts[0]}: {talk.say(why)}", ctx)
    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    if anonymous:
        from creativekit.cli.share_results import share_results

        return share_results(settings, config, yes=asked["yes"])
    return _share_kit(settings, config, asked["only"], asked["kit"], asked["force"])


def _share_kit(
    settings: Settings, config: Path, only: str | None, kit: str | None, force: bool
) -> ExitCode:
    from creativekit.identity.resolve import identity
    from creativekit.language.slugs import slug
    from creativekit.press import share
    from creativekit.press.share_readme import page
    from creativekit.project.loading import load

    project = load(config)
    brand = identity(project)
    name = brand.name.get(brand.main_language)
    target = place(settings, config, f"{slug(name, 'brand')}-kit.zip")
    if target.exists() and not force and not share.is_ours(target):
        fail(
            msg("this file is there already and is no kit of ours; --force replaces it"),
            file=talk.shown_path(target),
        )
    folder = Path(kit) if kit is not None else config.parent / KIT
    parts = tuple(dict.fromkeys((only or "").replace(",", " ").split()))
    found = share.selection(folder, parts, target)
    size = share.write(found, share.folder_name(name), page(brand, found), target)
    if talk.wants_json():
        talk.out_json(
            {
                "ok": True,
                "exit_code": 0,
                "file": str(target),
                "bytes": size,
                "bytes_unpacked": found.size,
                "files": len(found.files) + 1,
                "parts": dict(found.parts),
                "held_back": list(found.held_back),
                "left_out": [
                    {"path": path, "reason": talk.say(reason)} for path, reason in found.left_out
                ],
            }
        )
    else:
        _tell(found, size, target, glance(config).name)
    return ExitCode.DONE


def place(settings: Settings, config: Path, name: str) -> Path:
    """Where the file goes: as -o says, a folder or a name; else beside the config."""
    if settings.out is None:
        return config.parent / name
    said = Path(settings.out)
    return said / name if said.is_dir() else said


def _tell(found: Selection, size: int, target: Path, name: str) -> None:
    ink = talk.err_ink()
    talk.err()
    talk.err(f"  {ink.brand('●')} {ink.bold(name)}")
    talk.err()
    titles = {
        "": msg("own files"),
        "brand": msg("brand kit"),
        "social": msg("posts"),
        "positioning": msg("worksheets"),
        "presence": msg("self-assessment"),
        "explore": msg("directions"),
    }
    rows = [(talk.say(titles.get(part, part)), count) for part, count in found.parts.items()]
    width = max(len(title) for title, _ in rows)
    for title, count in rows:
        talk.err(f"    {title:<{width}}  {count:>5}")
    talk.err()
    files = nmsg("{n} file", "{n} files", len(found.files) + 1)
    talk.err(f"  {talk.say(files)} · {talk.say(megabytes(size))}")
    talk.err(f"  {ink.brand(talk.shown_path(target))}")
    talk.err()
    if size > _MAIL:
        talk.warn(
            msg("most mail takes no more than {limit}: send it by another way, or use --only",
                limit=megabytes(_MAIL, 0))
        )  # fmt: skip
    if found.held_back:
        message = msg(
            "{parts} stays here, it is about you; --only {part} shares it",
            parts=", ".join(found.held_back),
            part=found.held_back[0],
        )
        talk.err(f"  {ink.dim(talk.say(message))}")
    for path, reason in found.left_out[:_MOST_NAMED]:
        talk.warn(msg("'{path}' is left out: {reason}", path=path, reason=reason))
    if len(found.left_out) > _MOST_NAMED:
        talk.err("  " + talk.say(msg("… and {n} more", n=len(found.left_out) - _MOST_NAMED)))


def megabytes(size: int, decimals: int = 1) -> Message:
    """Bytes as a person reads them: `11.9 MB`, and never 0."""
    from creativekit.language.formats import number

    value = max(size / 1_000_000, 0.1)
    return msg("{number} MB", number=number(round(value, decimals), talk.language(), decimals))


command = Command(
    "share",
    COMMANDS["share"][1],
    msg(
        "Packs the kit into one zip file, with a page for whoever receives it: which file of the"
        " logo to take, what is in which folder, what may be done with the typefaces, how to reach"
        " you. What lies in the kit goes as it is, your own files too; the self-assessment goes"
        " only when --only names it. --anonymous writes the results of your self-assessments"
        " instead, for the organiser of a workshop, without names, contacts or remarks, and shows"
        " them before it writes."
    ),
    examples=("share", "share --only brand,social -o kit.zip", "share --anonymous"),
    callback=_run,
    params=[
        Option(
            ["--only"],
            msg("Only these folders of the kit, separated by commas."),
            msg("FOLDERS"),
        ),
        Option(["--kit"], msg("The kit to pack; by default the project's kit/."), msg("DIR")),
        Option(["--force"], msg("Replace a file that is no kit of ours, too."), is_flag=True),
        Option(
            ["--anonymous"],
            msg("Results of the self-assessments, without names, instead of the kit."),
            is_flag=True,
        ),
        Option(["--yes"], msg("Write the results without asking."), is_flag=True),
        Option(
            ["-o", "out"],
            msg("Write to this file."),
            msg("FILE"),
            expose_value=False,
            callback=lambda ctx, param, value: _out(ctx, value),
        ),
        *shared_options("project", "json", "lang"),
    ],
)


def _out(ctx: click.Context, value: str | None) -> None:
    if value is not None:
        ctx.ensure_object(Settings).out = value
