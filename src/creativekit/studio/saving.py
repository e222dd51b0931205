"""Files are made of what is saved: the question before they are, when something is not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.dom import DOMNode

from creativekit.errors import msg
from creativekit.studio.dialogs import Pick
from creativekit.studio.speaking import studio


def saved_first(node: DOMNode, then: Callable[[], None]) -> None:
    """Do it of what is saved; asks when something is not. node: any node of the app."""
    app = studio(node)
    if not app.session.dirty:
        then()
        return

    def decided(answer: str | None) -> None:
        if answer == "save":
            app.save(partial(then))
        elif answer == "before":
            then()

    app.push_screen(
        Pick(
            msg("There are changes that are not saved"),
            (
                ("save", app.say(msg("Save, then make the files"))),
                ("before", app.say(msg("Make them of what was saved before"))),
                ("", app.say(msg("Do nothing now"))),
            ),
        ),
        decided,
    )
