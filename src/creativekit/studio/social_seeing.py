"""What is seen of a post: its picture in one placement, and what the preflight says in words.

Drawn is the newest state and nothing in between; the preflight of all the post's pictures follows
when nobody types. Both are done by workers, and what goes wrong there is said among the findings.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message as Posted
from textual.timer import Timer
from textual.worker import get_current_worker

from creativekit.errors import Message, Problem, msg, nmsg
from creativekit.language.plain_text import clean
from creativekit.project.model import Project
from creativekit.social.post import Post
from creativekit.social.preview import has_zones
from creativekit.social.template_store import template
from creativekit.studio.choice import Choice
from creativekit.studio.faults import problems_of
from creativekit.studio.picture import Picture
from creativekit.studio.problems import parts_of
from creativekit.studio.social_look import Looker, Seen, Wish, findings
from creativekit.studio.social_templates import example
from creativekit.studio.speaking import say, translator
from creativekit.studio.steady_text import SteadyText

_QUIET = 0.3  # seconds without a change, after which all pictures of the post are looked through
LANGUAGE_NAMES = {"kk": "қазақша", "ru": "русский", "en": "English"}


@dataclass
class Sight:
    """What a person looks at; it outlives the widgets. "" and 1 are for the first there is."""

    index: int = 0
    placement: str = ""
    language: str = ""
    page: int = 1
    safe: bool = False
    seen: Seen | None = None

    def spoken(self, project: Project, interface: str) -> str:
        """The language that is shown and typed in: the one that was chosen, else the interface's
        where the project speaks it."""
        known = (self.language, interface)
        return next((each for each in known if each in project.languages), project.languages[0])


class Seeing(Vertical):
    """Switches, the picture, the findings. `titled`: what the field of a key is called."""

    class Spoken(Posted):
        """Another language is shown and typed in."""

    class Drawn(Posted):
        def __init__(self, number: int, found: Seen | tuple[Problem, ...]) -> None:
            super().__init__()
            self.number, self.found = number, found

    class Found(Posted):
        def __init__(self, number: int, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.number, self.problems = number, problems

    def __init__(self, looker: Looker, sight: Sight, titled: Callable[[str], str]) -> None:
        super().__init__(id="seeing")
        self.looker, self.sight, self.titled = looker, sight, titled
        self._project: Project | None = None
        self._stand_in: str | None = None
        self._asked = self._drawn = self._checked = 0
        self._busy = self._checking = False
        self._drawn_for = Size(0, 0)
        self._since = 0.0
        self._quiet: Timer | None = None
        self.last_seconds = 0.0
        """From the last change to what is shown of it."""

    def compose(self) -> ComposeResult:
        yield Choice(msg("placement"), (), "", id="placement")
        yield Choice(msg("language"), (), "", id="language")
        yield Choice(msg("page"), (), "", id="page")
        yield Choice(msg("safe zone"), self._switch(), "", id="safe", is_named_whole=True)
        yield Picture(id="post")
        with VerticalScroll(id="found"):
            yield SteadyText(id="findings")

    def _switch(self) -> tuple[tuple[str, str], ...]:
        return (("", say(self, msg("hidden"))), ("yes", say(self, msg("shown"))))

    def choose(self, name: str) -> None:
        """The next one of a switch."""
        self.query_one(f"#{name}", Choice).action_go(1)

    def on_choice_made(self, message: Choice.Made) -> None:
        message.stop()
        name, value, sight = message.choice.id, message.value, self.sight
        if name == "placement":
            sight.placement = value
        elif name == "language":
            sight.language = value
            self.post_message(self.Spoken())
        elif name == "page":
            sight.page = int(value)
        elif name == "safe":
            sight.safe = bool(value)
        self._ask()

    # ---- drawing

    @property
    def wishes(self) -> tuple[int, int]:
        """How many changes were to be drawn, and which of them is shown."""
        return self._asked, self._drawn

    @property
    def is_settled(self) -> bool:
        """Whether the last change is drawn and looked through, where there is a post."""
        checked = self._checked if self._project and self._project.posts else self._drawn
        fits = not self._busy and self._drawn_for == self.query_one("#post").size
        return 0 < self._asked == self._drawn == checked and fits

    def show(self, project: Project, stand_in: str | None) -> None:
        """Draw the post of the sight. stand_in: the template whose example is shown in its place,
        because there is no post yet or no word in it."""
        self._project, self._stand_in = project, stand_in
        self._ask()

    def _ask(self) -> None:
        """Draw what is so now; while that is being done, only the newest wish waits."""
        self._asked += 1
        self._since = time.perf_counter()
        if self._quiet is not None:
            self._quiet.stop()
        self._quiet = self.set_timer(_QUIET, self._look_through)
        self._start()

    def _start(self) -> None:
        project, size, sight = self._project, self.query_one("#post").size, self.sight
        if self._busy or project is None:
            return
        if not (size.width and size.height):
            self.call_after_refresh(self._again)
            return
        self._busy, self._drawn_for = True, size
        wish = Wish(
            sight.index,
            sight.placement,
            sight.spoken(project, translator(self).language),
            sight.page,
            size.width,
            size.height,
            sight.safe,
        )
        self._draw(self._asked, project, wish, self._stand_in)

    def _again(self) -> None:
        if self.query_one("#post").size.width:
            self._start()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _draw(self, number: int, project: Project, wish: Wish, stand_in: str | None) -> None:
        found: Seen | tuple[Problem, ...]
        try:
            if stand_in is None:
                found = self.looker.look(project, wish)
            else:
                language = wish.language if project.posts else translator(self).language
                _, frame = self.looker.shared(project)
                shown = template(stand_in, project.folder)
                found = self.looker.sample(project, example(shown, frame.catalogue, language), wish)
                if project.posts:
                    found = found.standing_in(self.looker.look(project, wish))
        except Exception as error:
            found = problems_of(error)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Drawn(number, found))

    def on_seeing_drawn(self, message: Drawn) -> None:
        self._busy = False
        self._drawn = message.number
        if message.number < self._asked:
            self._start()
        found = message.found
        if isinstance(found, tuple):
            self._say(found)
            return
        self.sight.seen = found
        self.query_one("#post", Picture).show(found.pixels)
        self._show_switches(found)
        if self._checked < message.number:
            self._say(found.problems, looking=True)
        self.last_seconds = time.perf_counter() - self._since
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """What is said takes room from the picture, or leaves it more: it is drawn for that."""
        is_idle = not self._busy and 0 < self._asked == self._drawn
        if is_idle and self.query_one("#post").size != self._drawn_for:
            self._start()

    def _show_switches(self, seen: Seen) -> None:
        project = self._project
        if project is None or seen.placement is None:
            return
        language, known = translator(self).language, self.looker.shared(project)[1].catalogue
        self.query_one("#placement", Choice).set(
            seen.placement.id,
            [(name, clean(known.placements[name].title.get(language))) for name in seen.placements],
        )
        self.query_one("#language", Choice).set(
            self.sight.spoken(project, language),
            [(code, LANGUAGE_NAMES[code]) for code in project.languages],
        )
        self.query_one("#language").display = len(project.languages) > 1 and bool(project.posts)
        pages = [
            (str(number), say(self, msg("{n} of {total}", n=number, total=seen.pages)))
            for number in range(1, seen.pages + 1)
        ]
        self.query_one("#page", Choice).set(str(seen.page), pages)
        self.query_one("#page").display = bool(pages)
        safe = self.query_one("#safe", Choice)
        safe.set("yes" if self.sight.safe else "", self._switch())
        safe.display = has_zones(seen.placement)
        self.screen.refresh_bindings()

    def on_resize(self, _: events.Resize) -> None:
        self.call_after_refresh(self._ask)

    # ---- what the preflight says

    def _look_through(self) -> None:
        project, seen = self._project, self.sight.seen
        if project is None or not project.posts or self._checking:
            return
        if self._drawn < self._asked:
            self._quiet = self.set_timer(_QUIET, self._look_through)
        elif seen is not None and seen.post is not None:
            self._checking = True
            self._check(self._asked, project, seen.post, self.sight.index)

    @work(thread=True, exclusive=True, group="check", exit_on_error=False)
    def _check(self, number: int, project: Project, post: Post, index: int) -> None:
        try:
            problems = findings(project, post, index)
        except Exception as error:
            problems = problems_of(error)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Found(number, problems))

    def on_seeing_found(self, message: Found) -> None:
        self._checking = False
        if message.number == self._asked:
            self._checked = message.number
            self._say(message.problems)
            self.call_after_refresh(self._fit)
        else:
            self._quiet = self.set_timer(_QUIET, self._look_through)

    def _say(self, problems: tuple[Problem, ...], *, looking: bool = False) -> None:
        seen, project = self.sight.seen, self._project
        is_post = project is not None and bool(project.posts)
        lines: list[Content] = []
        if not is_post:
            lines.append(self._muted(msg("An example in your brand. Yours begins with n.")))
        elif self._stand_in is not None:
            lines.append(self._muted(msg("An example: your own words take its place.")))
        elif not problems and looking:
            lines.append(self._muted(msg("looking…")))
        elif not problems and seen is not None:
            count = len(seen.placements) * len(seen.languages) * max(1, seen.pages)
            good = nmsg("nothing to mend in {n} picture", "nothing to mend in {n} pictures", count)
            lines.append(Content.styled(f"✓ {say(self, good)}", "bold $success"))
        if is_post or seen is None:
            ordered = sorted(problems, key=lambda each: each.severity != "error")
            lines += [self._told(each) for each in ordered]
        if is_post and seen is not None and seen.alt and not self.screen.has_class("-low"):
            label = say(self, msg("read out"))
            lines.append(Content.styled(f"♪ {label}: {clean(seen.alt)}", "$muted"))
        self.query_one("#findings", SteadyText).tell(Content("\n").join(lines))

    def _muted(self, message: Message) -> Content:
        return Content.styled(say(self, message), "$muted")

    def _told(self, problem: Problem) -> Content:
        """A problem by the name of its field."""
        parts = parts_of(problem, translator(self))
        mark, color = ("▲", "$warning") if parts.is_warning else ("✗", "$error")
        pieces = [(f"{mark} ", f"bold {color}")]
        field = self.titled(problem.key or "")
        if field:
            pieces.append((f"{field}: ", "bold"))
        pieces.append((parts.text, ""))
        if parts.hint:
            pieces += [("; ", ""), (parts.hint, "bold")]
        return Content.assemble(*pieces)
