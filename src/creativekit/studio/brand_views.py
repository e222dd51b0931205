"""What a change of the brand makes: a post, ramps, contrast, what other eyes see.

On a wide screen all of them are there; on a narrow one the tables come one at a time over the post.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from creativekit.errors import Message, msg
from creativekit.studio import color_views
from creativekit.studio.look import Look
from creativekit.studio.picture import Picture
from creativekit.studio.speaking import say, translator

VIEWS: tuple[tuple[str, Message], ...] = (
    ("post", msg("Post")),
    ("ramps", msg("Ramps")),
    ("contrast", msg("Contrast")),
    ("vision", msg("Colour vision")),
)


class Views(Vertical):
    """view: the place among VIEWS of the one that is shown first."""

    def __init__(self, view: int, *, id: str) -> None:
        super().__init__(id=id)
        self._view = view
        self._is_laid_out = False

    def compose(self) -> ComposeResult:
        yield Static(id="view-names", markup=False)
        with Container(id="all-views"):
            with VerticalScroll(id="tables", can_focus=False):
                for name, title in VIEWS[1:]:
                    with Vertical(id=f"{name}-part", classes="table"):
                        yield Static(say(self, title), classes="part", markup=False)
                        yield Static(id=name, markup=False)
            yield Picture(id="post")

    def on_mount(self) -> None:
        self.choose(self._view)

    def choose(self, view: int) -> None:
        """Show this one; the names above say which."""
        self._view = view
        shown = VIEWS[view][0]
        pieces: list[tuple[str, str]] = []
        for name, title in VIEWS:
            own = name == shown
            pieces += [
                (("● " if own else "○ ") + say(self, title), "bold $key" if own else "$muted"),
                (" ", ""),
            ]
        self.query_one("#view-names", Static).update(Content.assemble(*pieces))
        self.query_one("#tables").set_class(shown == "post", "-elsewhere")
        for name, _ in VIEWS[1:]:
            self.query_one(f"#{name}-part").set_class(name != shown, "-elsewhere")

    def show(self, seen: Look) -> None:
        speak, palette = translator(self), seen.identity.palette
        self.query_one("#post", Picture).show(seen.post)
        tables = {
            "ramps": color_views.ramps(palette, speak),
            "contrast": color_views.contrast(palette, speak),
            "vision": color_views.vision(palette, speak),
        }
        for name, content in tables.items():
            table = self.query_one(f"#{name}", Static)
            # As high as before, but for the first time: a new layout costs more than the picture.
            table.update(content, layout=not self._is_laid_out)
        self._is_laid_out = True
