"""`creativekit studio`: the app in which a project is looked at, changed and made."""

from __future__ import annotations

import sys

from creativekit.cli import talk
from creativekit.cli.command import Argument, Settings, as_command
from creativekit.cli.ink import is_terminal
from creativekit.errors import ExitCode, msg


@as_command(
    "studio",
    msg(
        "Opens the project in the terminal: what is done, colours and style with a preview that"
        " follows every change, and one key that makes everything. Nothing is written until you"
        " save, and your comments in creativekit.toml stay. F1 shows the keys, F2 changes the"
        " language."
    ),
    examples=("studio", "studio my-studio --lang kk"),
    shared=("project", "out", "lang"),
    options=(Argument(["folder"], msg("DIR"), required=False),),
)
def command(settings: Settings, folder: str | None) -> ExitCode:
    if folder is not None:
        settings.project = folder
    config = settings.config()
    if not (is_terminal(sys.stdout) and is_terminal(sys.stdin)):
        return talk.complain(
            msg("the studio needs a terminal: standard input or output is a file or a pipe"),
            (),
            ExitCode.USAGE,
        )
    # Here, because it is the largest thing that any command loads.
    from creativekit.studio.app import Studio

    app = Studio(
        config.absolute(),
        settings.kit(config).absolute(),
        language=talk.language() if talk.was_told_a_language() else "",
        spoken=talk.language(),
    )
    app.run()
    return ExitCode(app.return_code or 0)
