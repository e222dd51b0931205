"""A template for a new post: all of them by name, and at once how one looks in this brand."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message as Posted
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import Worker, WorkerState, get_current_worker

from creativekit.errors import msg
from creativekit.language.plain_text import clean
from creativekit.project.model import Project
from creativekit.project.toml_values import Value
from creativekit.social.placements import Catalogue
from creativekit.social.post import Post, Source
from creativekit.social.template import Template
from creativekit.studio.dialogs import Answers
from creativekit.studio.faults import problems_of
from creativekit.studio.half_blocks import Pixels
from creativekit.studio.keys import Foot, key
from creativekit.studio.picture import Picture
from creativekit.studio.social_look import Looker, Wish
from creativekit.studio.speaking import say, studio, translator


def example(template: Template, catalogue: Catalogue, language: str) -> Post:
    """A post that shows what the template is for, in a language it has an example in."""
    spoken = language if language in template.samples else next(iter(template.samples), language)
    return Post(
        id=template.id,
        template=template.id,
        languages=(spoken,),
        placements=places(template, catalogue, catalogue.default),
        source=Source("", key="post"),
        fields=template.samples.get(spoken, {}),
        main=spoken,
    )


def places(template: Template, catalogue: Catalogue, usual: tuple[str, ...]) -> tuple[str, ...]:
    """Of the usual placements those that the template is made for; else all it is made for."""
    known = catalogue.placements
    fit = [name for name in usual if known[name].kind in template.made_for]
    return tuple(fit or [name for name in known if known[name].kind in template.made_for])


def new_post(template: Template, catalogue: Catalogue, usual: tuple[str, ...]) -> dict[str, Value]:
    """What stands in creativekit.toml of a post that begins with a template."""
    made: dict[str, Value] = {"template": template.id}
    if not any(catalogue.placements[name].kind in template.made_for for name in usual):
        made["placements"] = list(places(template, catalogue, usual))
    return made


class TemplatesScreen(ModalScreen[Template | None]):
    """Dismissed with the template that was chosen, None for none."""

    CSS_PATH = "social.tcss"
    AUTO_FOCUS = "#templates"
    BINDINGS = [key("escape", "dismiss", msg("Back"))]

    class Drawn(Posted):
        def __init__(self, number: int, pixels: Pixels | None) -> None:
            super().__init__()
            self.number, self.pixels = number, pixels

    def __init__(
        self,
        project: Project,
        templates: tuple[Template, ...],
        catalogue: Catalogue,
        looker: Looker,
    ) -> None:
        super().__init__()
        self.project, self.templates, self.catalogue = project, templates, catalogue
        self.looker = looker
        self._asked = 0
        self._busy = False

    def compose(self) -> ComposeResult:
        language = translator(self).language
        with Horizontal(id="choosing"):
            with Vertical(id="named"):
                yield Static(
                    say(self, msg("What is the post about?")), markup=False, classes="heading"
                )
                yield Answers(
                    *(
                        Option(
                            Content.assemble(
                                (clean(each.title.get(language)), "bold"),
                                "\n",
                                (clean(each.about.get(language)) if each.about else "", "$muted"),
                            )
                        )
                        for each in self.templates
                    ),
                    markup=False,
                    id="templates",
                )
            yield Picture(id="example")
        yield Foot()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._ask()

    def on_resize(self) -> None:
        self.call_after_refresh(self._ask)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.templates[event.option_index])

    def _ask(self) -> None:
        self._asked += 1
        index, size = self.query_one(OptionList).highlighted, self.query_one("#example").size
        if not self._busy and index is not None and size.width and size.height:
            self._busy = True
            self._draw(self._asked, index, size.width, size.height)

    @work(thread=True, exclusive=True, group="example", exit_on_error=False)
    def _draw(self, number: int, index: int, columns: int, rows: int) -> None:
        post = example(self.templates[index], self.catalogue, translator(self).language)
        wish = Wish(0, columns=columns, rows=rows)
        pixels = None
        try:
            pixels = self.looker.sample(self.project, post, wish).pixels
        finally:
            if not get_current_worker().is_cancelled:
                self.post_message(self.Drawn(number, pixels))

    def on_templates_screen_drawn(self, message: Drawn) -> None:
        self._busy = False
        self.query_one("#example", Picture).show(message.pixels)
        if message.number < self._asked:
            self._asked -= 1
            self._ask()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            studio(self).show_problems(problems_of(event.worker.error))
