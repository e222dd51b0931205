"""Asking which worksheets to make, and making them; saved first where need be."""

from __future__ import annotations

from functools import partial

from textual.dom import DOMNode

from creativekit.errors import msg
from creativekit.positioning.sheets import Worksheet
from creativekit.studio.dialogs import Pick
from creativekit.studio.positioning_files import ExportScreen
from creativekit.studio.saving import saved_first
from creativekit.studio.speaking import say, studio


def ask_export(node: DOMNode, sheet: Worksheet) -> None:
    """sheet: the one that is open."""
    app = studio(node)

    def start(wanted: str) -> None:
        only = sheet.number if wanted == "one" else None
        session = app.session
        app.push_screen(
            ExportScreen(session.config, session.kit, blank=wanted == "blank", only=only)
        )

    def decided(wanted: str | None) -> None:
        if wanted == "blank":
            start(wanted)
        elif wanted is not None:
            saved_first(node, partial(start, wanted))

    title = say(node, sheet.title)
    options = (
        ("all", app.say(msg("All, filled in, in every format and language"))),
        ("one", app.say(msg("Only this one: {title}", title=title))),
        ("blank", app.say(msg("All, empty, for the room"))),
    )
    app.push_screen(Pick(msg("Which worksheets?"), options), decided)
