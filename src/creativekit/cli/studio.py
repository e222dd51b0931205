"""`creativekit studio`: the app in which a project is looked at, changed and made."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from creativekit.cli import talk
from creativekit.cli.command import Argument, Option, Settings, as_command
from creativekit.cli.ink import is_terminal
from creativekit.errors import ExitCode, msg

if TYPE_CHECKING:
    from creativekit.studio.opening import Opening


@as_command(
    "studio",
    msg(
        "Opens the project in the terminal: what is done, colours and style with a preview that"
        " follows every change, and one key that makes everything. Nothing is written until you"
        " save, and your comments in creativekit.toml stay. F1 shows the keys, F2 changes the"
        " language. With --trainer it leads through a workshop; without DIR on a sample project"
        " that is thrown away afterwards."
    ),
    examples=("studio", "studio my-studio --lang kk", "studio --trainer"),
    shared=("project", "out", "lang"),
    options=(
        Argument(["folder"], msg("DIR"), required=False),
        Option(["--trainer"], msg("Lead through a workshop, with a clock."), is_flag=True),
    ),
)
def command(settings: Settings, folder: str | None, trainer: bool) -> ExitCode:
    if folder is not None:
        settings.project = folder
    with ExitStack() as stack:
        if not (trainer and settings.project is None):
            settings.config()  # no project is worse than no terminal
        if not (is_terminal(sys.stdout) and is_terminal(sys.stdin)):
            return talk.complain(
                msg("the studio needs a terminal: standard input or output is a file or a pipe"),
                (),
                ExitCode.USAGE,
            )
        app = opening(settings, trainer, stack).app()
        app.run()
        return ExitCode(app.return_code or 0)


def opening(settings: Settings, trainer: bool, stack: ExitStack) -> Opening:
    """How the studio is to be opened; what is thrown away afterwards goes with `stack`."""
    # Here, because it is the largest thing that any command loads.
    from creativekit.studio.opening import Opening, agenda_folder

    language = talk.language() if talk.was_told_a_language() else ""
    spoken = talk.language()
    if trainer and settings.project is None:
        from creativekit.studio.sample import thrown_away

        root = stack.enter_context(thrown_away())
        return Opening("", "", language, spoken, True, agenda_folder(Path.cwd(), None), str(root))
    config = settings.config().absolute()
    kit = settings.kit(config).absolute()
    agenda = agenda_folder(Path.cwd(), config.parent) if trainer else ""
    return Opening(str(config), str(kit), language, spoken, trainer, agenda)
