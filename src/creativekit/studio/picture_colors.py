"""A colour for the brand from a picture: which file, then which of its colours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from creativekit.color import picture
from creativekit.color.picture import PictureColor
from creativekit.errors import InputError, msg
from creativekit.language.plain_text import clean
from creativekit.project.toml_values import Value
from creativekit.studio import brand_options, color_views
from creativekit.studio.dialogs import FilePath, Pick
from creativekit.studio.faults import problems_of
from creativekit.studio.keys import Foot, key
from creativekit.studio.speaking import say, studio

_OTHER = "\0other"
_WHOLE = "\0whole"
Taken = Callable[[dict[str, Value | None]], None]


class PathScreen(ModalScreen[str | None]):
    """Asks for the path of a file that is not in the project."""

    BINDINGS = [key("escape", "dismiss", msg("Back"))]

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(say(self, msg("Which picture?")), markup=False, classes="heading")
            yield Static(
                say(self, msg("a JPG, PNG or WebP file; of its colours you choose one")),
                markup=False,
                classes="note",
            )
            yield FilePath(placeholder="~/photo.jpg", id="path")
        yield Foot()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip() or None)


def ask(node: DOMNode, folder: Path, taken: Taken) -> None:
    """Ask for a picture and a colour of it; `taken` gets the edits of the project.

    node: any node of the app. folder: the project's.
    """
    app = studio(node)
    names = brand_options.pictures(folder)

    def file_picked(name: str | None) -> None:
        if name == _OTHER:
            app.push_screen(PathScreen(), path_typed)
        elif name is not None:
            show(folder / name, name)

    def path_typed(path: str | None) -> None:
        if path is not None:
            show(Path(path).expanduser(), None)

    def show(path: Path, name: str | None) -> None:
        try:
            found = picture.measured(path)
        except InputError as error:
            app.show_problems(problems_of(error))
            return
        options = [(each.hex, _row(each)) for each in found]
        if name is not None:
            whole = app.say(msg("the picture itself: its best colour, also when it changes"))
            options.append((_WHOLE, Content(whole)))

        def color_picked(color: str | None) -> None:
            if color == _WHOLE and name is not None:
                taken({"brand.from": name, "brand.color": None})
            elif color is not None:
                taken({"brand.color": color})

        app.push_screen(Pick(clean(path.name), options), color_picked)

    if not names:
        app.push_screen(PathScreen(), path_typed)
        return
    other = app.say(msg("another file…"))
    app.push_screen(
        Pick(msg("Which picture?"), [*((name, clean(name)) for name in names), (_OTHER, other)]),
        file_picked,
    )


def _row(found: PictureColor) -> Content:
    return Content.assemble(
        color_views.swatch(found.hex, "        "), f"  {found.hex}   {found.share:>4.0%}"
    )
