"""`creativekit serve`: the studio in a browser."""

from __future__ import annotations

from contextlib import ExitStack

from creativekit.cli import talk
from creativekit.cli.command import Argument, Option, Settings, Whole, as_command
from creativekit.cli.studio import opening
from creativekit.errors import ExitCode, OutputError, msg


@as_command(
    "serve",
    msg(
        "Shows the studio in a browser, on this computer and without the internet. The address is"
        " printed; Ctrl-C ends it. With --host others on your network can open it, too, and"
        " change the project."
    ),
    examples=("serve --open", "serve my-studio --trainer --open", "serve --host 0.0.0.0"),
    shared=("project", "out", "lang"),
    options=(
        Argument(["folder"], msg("DIR"), required=False),
        Option(
            ["--host"], msg("Address to listen at; by default only this computer."), msg("HOST")
        ),
        Option(
            ["--port"],
            msg("Port to listen at; by default the first that is free from 8000 on."),
            msg("N"),
            type=Whole(1, 65535),
        ),
        Option(["--trainer"], msg("Lead through a workshop, with a clock."), is_flag=True),
        Option(["--open"], msg("Open it in the browser."), is_flag=True),
    ),
)
def command(
    settings: Settings,
    folder: str | None,
    host: str | None,
    port: int | None,
    trainer: bool,
    open: bool,
) -> ExitCode:
    if folder is not None:
        settings.project = folder
    with ExitStack() as stack:
        how = opening(settings, trainer, stack)
        # Here, because it is larger than all of the other commands.
        from creativekit.studio import serving

        if trainer:
            how.app()  # an agenda that is wrong is told here, not on the page
        try:
            door = serving.open_door(host or serving.HOST, port)
        except OutputError as error:
            return talk.complain(error.message, (), ExitCode.USAGE)
        stack.callback(door.listening.close)
        if not door.is_private:
            talk.warn(
                msg(
                    "everyone on your network who knows the address can open the project and"
                    " change it; leave --host away for this computer alone"
                )
            )
        talk.out(door.address)
        talk.out_now()
        talk.err(talk.say(msg("Ctrl-C ends it.")))
        if open:
            from creativekit.cli import viewer

            viewer.browse(door.address)
        serving.StudioServer(how, door, talk.translator_now()).run()
    return ExitCode.DONE
