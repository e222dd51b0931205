"""A field of a post on the form: its name, the languages it speaks, what it is typed in, a note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message as Posted
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from creativekit.errors import Message, msg
from creativekit.social.sample_pictures import PREFIX
from creativekit.studio.cells import fitted
from creativekit.studio.dialogs import Pick
from creativekit.studio.keys import key
from creativekit.studio.one_line import OneLine
from creativekit.studio.social_form import Entry
from creativekit.studio.speaking import say
from creativekit.studio.text_end import to_the_end

_MOST = 5000
_LEAST_NOTE = 8  # columns
STAR = "*"  # beside the name of what is required
SAMPLES: Mapping[str, Message] = {
    "product": msg("a drawn sample: a product"),
    "light": msg("a drawn sample: light"),
    "dark": msg("a drawn sample: dark"),
    "portrait": msg("a drawn sample: a portrait"),
    "hands": msg("a drawn sample: hands at work"),
    "place": msg("a drawn sample: a place"),
}


class Lines(TextArea):
    """Several lines; undo and the keys of the screen are the screen's here, too."""

    BINDINGS = [
        key("ctrl+z", "app.undo", msg("Undo"), show=False),
        key("ctrl+y", "app.redo", msg("Redo"), show=False),
        key("f6", "screen.next_placement", msg("Placement")),
        key("f7", "screen.next_spoken", msg("Text language")),
    ]

    def on_mount(self) -> None:
        self.show_line_numbers = False
        self.highlight_cursor_line = False

    def on_focus(self) -> None:
        to_the_end(self)


class Path(OneLine):
    """A picture's path: completed while it is typed; the arrow down shows what there is."""

    BINDINGS = [key("down", "pick", msg("Pictures"), shown_as="↓")]

    def __init__(self, text: str, files: tuple[str, ...], *, id: str) -> None:
        super().__init__(
            text,
            suggester=SuggestFromList(files, case_sensitive=False),
            select_on_focus=False,
            id=id,
        )
        self.files = files

    def action_pick(self) -> None:
        def picked(name: str | None) -> None:
            if name is not None:
                self.value = name
                self.cursor_position = len(name)

        options = [(name, name) for name in self.files]
        self.app.push_screen(
            Pick(msg("Which picture?"), [*options, ("", say(self, msg("no picture")))]), picked
        )


class FieldLabel(Widget, can_focus=False):
    """What a field is called, and which languages say something there.

    One line: of a long name the end gives way, never a mark.
    """

    def __init__(self, title: str, required: bool) -> None:
        super().__init__(classes="label")
        self.title, self.required = title, required
        self._marks: tuple[tuple[str, bool], ...] = ()
        self._note = ""

    def tell(self, spoken: Iterable[tuple[str, bool]], note: str = "") -> None:
        """spoken: languages and whether it says something there. note: what else is said."""
        self._marks, self._note = tuple(spoken), note
        self.refresh()

    def render(self) -> Content:
        return labelled(self.title, self.required, self._marks, self._note, self.content_size.width)


def labelled(
    title: str, required: bool, marks: tuple[tuple[str, bool], ...], note: str, width: int
) -> Content:
    """The line over a field in `width` columns."""
    star = f" {STAR}" if required else ""
    each = [f"✓{code}" if there else f"–{code}" for code, there in marks]
    behind = "".join(f"  {mark}" for mark in each)
    if cell_len(title) + cell_len(star) + cell_len(behind) > width:
        behind = "".join(f" {mark}" for mark in each)
    room = max(1, width - cell_len(star) - cell_len(behind))
    name = title if cell_len(title) <= room else fitted(title, room)
    rest = width - cell_len(name) - cell_len(star) - cell_len(behind)
    said = f"  {note}"
    if note and cell_len(said) > rest:
        said = fitted(said, rest) if rest > _LEAST_NOTE else ""
    return Content.assemble(
        (name, "bold"), (star, "bold $key"), (behind, "$muted"), (said if note else "", "$muted")
    )


class FieldBox(Vertical):
    """entry: what it is. files: of the project, to complete a path with."""

    class Typed(Posted):
        def __init__(self, box: FieldBox, text: str) -> None:
            super().__init__()
            self.box, self.text = box, text

    def __init__(self, entry: Entry, files: tuple[str, ...]) -> None:
        super().__init__(id=f"box-{entry.name}", classes=f"field -{entry.kind}")
        self.entry = entry
        self.files = files
        self._about: Content = Content("")
        self._wrong: Message | None = None
        self._read_as = ""

    def compose(self) -> ComposeResult:
        name = f"field-{self.entry.name}"
        yield FieldLabel(say(self, self.entry.title), self.entry.required)
        if self.entry.kind == "lines":
            yield Lines(id=name, tab_behavior="focus", compact=True)
        elif self.entry.kind == "picture":
            yield Path("", self.files, id=name)
        else:
            yield OneLine(id=name, max_length=_MOST, select_on_focus=False)
        yield Static(classes="hint", markup=False)

    @property
    def typing(self) -> Input | Lines:
        found = self.query_one(f"#field-{self.entry.name}", Widget)
        assert isinstance(found, (Input, Lines))
        return found

    @property
    def text(self) -> str:
        box = self.typing
        return box.value if isinstance(box, Input) else box.text

    def put(self, text: str, example: str = "") -> None:
        """Show another text, without a message. example: seen while there is none."""
        box = self.typing
        if self.text != text:
            with self.prevent(Input.Changed, TextArea.Changed):
                if isinstance(box, Input):
                    box.value = text
                else:
                    box.load_text(text)
        box.placeholder = example

    def tell(
        self, spoken: Iterable[tuple[str, bool]], read_as: str, wrong: Message | None = None
    ) -> None:
        """spoken: languages and whether it says something there. read_as: how it is written out.

        wrong: why what is typed was not taken.
        """
        self.query_one(FieldLabel).tell(spoken, self._sampled())
        self.typing.set_class(wrong is not None, "-wrong")
        self.set_class(wrong is not None, "-refused")
        if wrong is not None:
            hint = Content.styled(f"✗ {say(self, wrong)}", "$error")
        else:
            hint = Content.styled(f"→ {read_as}" if read_as else self._note(), "$muted")
        self.query_one(".hint", Static).update(hint)
        self.set_class(not hint.plain, "-silent")

    def _note(self) -> str:
        """How it is typed, and what the star beside its name means."""
        parts = []
        if self.entry.required:
            required = msg("required")
            parts.append(f"{STAR} {say(self, required)}")
        most = self.entry.field.most
        if most and self.entry.field.type == "text":
            parts.append(f"{len(self.text)} / {most}")
        if self.entry.note:
            parts.append(say(self, self.entry.note))
        return " · ".join(parts)

    def _sampled(self) -> str:
        """What a drawn sample shows that stands in for a photograph."""
        names = self.text.split("\n")
        if self.entry.field.type not in ("image", "images") or not names[0].startswith(PREFIX):
            return ""
        name = names[0].removeprefix(PREFIX).partition("@")[0].strip()
        return say(self, SAMPLES.get(name, msg("a drawn sample")))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self, event.value))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self, event.text_area.text))

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        self.call_after_refresh(self.scroll_visible, animate=False)
