"""`creativekit explore`: directions for the brand on one sheet, and the choice of one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from creativekit.cli import run_report, talk, viewer
from creativekit.cli.command import Option, Settings, Whole, as_command, force_option
from creativekit.cli.glance import glance
from creativekit.cli.progress import shown
from creativekit.errors import ExitCode, fail, msg, nmsg
from creativekit.press import fingerprint
from creativekit.press.plan import EXPLORE, explore_plan
from creativekit.press.run import run
from creativekit.project.color_text import hex_color
from creativekit.project.config_file import file_bytes

if TYPE_CHECKING:
    from creativekit.brand.explore import Direction

_MOST = 48


@as_command(
    "explore",
    msg(
        "Draws several ways the brand could look, far apart from each other, on one sheet. The"
        " first is the project as it is. --pick writes the one you like into creativekit.toml and"
        " keeps everything you wrote there."
    ),
    examples=("explore --open", "explore -n 24", "explore --pick 5"),
    shared=("project", "out", "json", "lang"),
    options=(
        Option(
            ["-n", "count"],
            msg("How many directions to show; by default 12."),
            msg("NUMBER"),
            type=Whole(1, _MOST),
            default=12,
        ),
        Option(
            ["--pick"],
            msg("Write direction NUMBER into creativekit.toml."),
            msg("NUMBER"),
            type=Whole(1, _MOST),
        ),
        force_option(),
        Option(["--open", "open_"], msg("Open the sheet when done."), is_flag=True),
    ),
)
def command(settings: Settings, count: int, pick: int | None, force: bool, open_: bool) -> ExitCode:
    from creativekit.brand.explore import directions
    from creativekit.project.loading import load

    config = settings.config()
    seen = glance(config)
    if seen.color is not None:
        talk.wear(seen.color)
    project = load(config)
    found = directions(project, max(count, pick or 0))
    if pick is not None:
        _pick(config, found, pick)
        return ExitCode.DONE
    kit = settings.kit(config)
    with shown() as progress:
        report = run(
            explore_plan(project, found).jobs,
            kit,
            EXPLORE,
            tool=fingerprint.tool(),
            force=force,
            progress=progress,
        )
    files = sorted((*report.made, *report.unchanged, *report.kept_edited))
    if talk.wants_json():
        talk.out_json(
            run_report.as_json(report, kit) | {"directions": [_json(each) for each in found]}
        )
    else:
        _list(found)
        for path in files:
            talk.err(f"    {talk.err_ink().brand(talk.shown_path(kit / path))}")
        talk.err()
        talk.err("  " + talk.say(msg("Take one with: creativekit explore --pick NUMBER")))
        run_report.tell_exceptions(report, kit)
    code = run_report.exit_code(report)
    if open_ and files and code == ExitCode.DONE:
        viewer.show(kit / next((path for path in files if path.endswith(".html")), files[0]))
    return code


def _json(direction: Direction) -> dict[str, Any]:
    return {
        "number": direction.number,
        "style": direction.style,
        "pairing": direction.pairing,
        "color": direction.color,
        "logo": direction.logo,
        "pattern": direction.pattern,
    }


def _list(found: tuple[Direction, ...]) -> None:
    """One line a direction, in columns; a block of its colour where the terminal has it."""
    ink = talk.out_ink()
    rows = [
        (each.style, each.pairing, " ".join((each.logo_kind, each.logo_form)), each.pattern)
        for each in found
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    now = talk.say(msg("as it is now"))
    for each, row in zip(found, rows, strict=True):
        color = hex_color(each.color) or each.color
        block = ink.colored("███", color) + " " if ink.depth in ("256", "full") else ""
        style, *rest = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        own = "  " + ink.dim(now) if each.number == 1 else ""
        line = f"{each.number:>3}  {block}{color}  {ink.bold(style)}  {'  '.join(rest)}"
        talk.out(line.rstrip() + own)
    talk.err()


def _pick(config: Path, found: tuple[Direction, ...], number: int) -> None:
    from creativekit.press.output import write_file
    from creativekit.project.loading import parse
    from creativekit.project.writing import Value, set_values

    if number > len(found):
        fail(
            nmsg(
                "there is only {n} direction for this project",
                "there are only {n} directions for this project",
                len(found),
            ),
            key="--pick",
        )
    chosen = found[number - 1]
    text = file_bytes(config).decode("utf-8")
    changed = set_values(text, cast("Mapping[str, Value]", chosen.settings))
    # Whatever a template calls its pattern or motif: a project that loads stays one that loads.
    parse(changed.removeprefix("\ufeff"), config.parent, config.name)
    if changed != text:
        write_file(config, changed.encode("utf-8"), durable=True)
    if talk.wants_json():
        talk.out_json({"ok": True, "exit_code": 0, "file": str(config), "picked": _json(chosen)})
        return
    ink = talk.err_ink()
    talk.wear(hex_color(chosen.color) or chosen.color)
    message = msg(
        "direction {number} is in {file}; now: creativekit brand",
        number=number,
        file=talk.shown_path(config),
    )
    talk.err(f"{ink.brand('●')} {talk.say(message)}")
