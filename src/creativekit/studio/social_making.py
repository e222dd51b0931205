"""Asking what to make files of: one post, all of them, or a table's; saved first where need be."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from rich.cells import cell_len
from textual.dom import DOMNode

from creativekit.errors import msg
from creativekit.language.plain_text import clean
from creativekit.press.orders import Posts, Selection
from creativekit.studio import brand_options
from creativekit.studio.cells import fitted
from creativekit.studio.dialogs import Pick
from creativekit.studio.saving import saved_first
from creativekit.studio.social_export import ExportScreen
from creativekit.studio.social_table import TablePathScreen, TableScreen
from creativekit.studio.speaking import studio

_OTHER = "\0other"
_LONGEST = 44  # columns of a post's title


def ask_export(node: DOMNode, name: str | None, title: str = "") -> None:
    """Ask which posts to make files of, and make them.

    name: the id of the post that is shown, None for none; title: what it is called in the list.
    """
    app = studio(node)
    if cell_len(title) > _LONGEST:
        title = fitted(title, _LONGEST).rstrip()
    this = app.say(msg("This post: {name}", name=title or name or ""))

    def show(posts: Posts, title: str) -> None:
        app.push_screen(ExportScreen(posts, title))

    def decided(answer: str | None) -> None:
        if answer == "all":
            saved_first(node, partial(show, Posts(), app.say(msg("All posts"))))
        elif answer == "one" and name is not None:
            saved_first(node, partial(show, Posts(Selection(only=(name,))), this))

    options = [("all", app.say(msg("All posts")))]
    if name is not None:
        options.insert(0, ("one", this))
    app.push_screen(Pick(msg("Make files of"), options), decided)


def ask_table(node: DOMNode, folder: Path) -> None:
    """Ask for a table, and show its preflight. folder: the project's."""
    from creativekit.social.table_file import SUFFIXES

    app = studio(node)
    names = brand_options.files_of(folder, SUFFIXES)

    def open_table(path: Path) -> None:
        app.push_screen(TableScreen(path))

    def typed(path: str | None) -> None:
        if path is not None:
            saved_first(node, partial(open_table, Path(path).expanduser()))

    def picked(name: str | None) -> None:
        if name == _OTHER:
            app.push_screen(TablePathScreen(), typed)
        elif name is not None:
            saved_first(node, partial(open_table, folder / name))

    if not names:
        app.push_screen(TablePathScreen(), typed)
        return
    other = app.say(msg("another file…"))
    options = [*((name, clean(name)) for name in names), (_OTHER, other)]
    app.push_screen(Pick(msg("Which table?"), options), picked)
