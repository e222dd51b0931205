"""Social: the project's posts, a form for each, and at once what its picture becomes.

Drawn is the newest state and nothing in between, as with the brand; what the preflight of all its
pictures says follows when nobody types. Posts are edited in the draft: undo takes back a letter, a
field, or a post that was removed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message as Posted
from textual.timer import Timer
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from creativekit.errors import InputError, Message, Problem, msg, nmsg
from creativekit.language.plain_text import clean
from creativekit.language.told_problem import told
from creativekit.press.social_run import Order
from creativekit.project.localized import LANGUAGES
from creativekit.project.model import Project, Setting
from creativekit.project.post_sections import PostTable
from creativekit.project.toml_values import Value
from creativekit.social.post import Post, spoken
from creativekit.social.template import Template
from creativekit.social.template_store import template, template_ids
from creativekit.studio import brand_options, social_form, social_templates
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.choice import Choice
from creativekit.studio.dialogs import Pick
from creativekit.studio.faults import problems_of
from creativekit.studio.keys import key
from creativekit.studio.picture import Picture
from creativekit.studio.social_export import ExportScreen
from creativekit.studio.social_fields import FieldBox
from creativekit.studio.social_form import Entry
from creativekit.studio.social_look import Looker, Seen, Wish, findings
from creativekit.studio.social_table import TablePathScreen, TableScreen
from creativekit.studio.social_templates import TemplatesScreen, example
from creativekit.studio.speaking import studio, translator

_QUIET = 0.3  # seconds without a change, after which all pictures of the post are looked through
_OTHER = "\0other"
_HEADS = ("headline", "title", "name", "quote", "question", "label", "text")
LANGUAGE_NAMES = {"kk": "қазақша", "ru": "русский", "en": "English"}


class Posts(OptionList):
    """The posts by their first words; what is done with a whole post is done from here."""

    BINDINGS = [
        key("n", "screen.new", msg("New post")),
        key("d", "screen.duplicate", msg("Copy it")),
        key("delete,x", "screen.remove", msg("Remove"), shown_as="Del"),
        key("e", "screen.export", msg("Make files")),
        key("t", "screen.table", msg("From a table")),
    ]


class SocialScreen(AreaScreen):
    """Posts on the left, the form of one, its picture and what is said of it on the right."""

    NAME = "social"
    CSS_PATH = "social.tcss"
    AUTO_FOCUS = "#posts"
    BINDINGS = [
        key("f6", "next_placement", msg("Placement"), shown_as="F6"),
        key("f7", "next_language", msg("Language"), shown_as="F7"),
        key("f8", "safe_zones", msg("Safe zones"), shown_as="F8"),
        key("f9", "next_page", msg("Next page"), shown_as="F9"),
        key("escape", "to_posts", msg("To the posts")),
    ]

    class Drawn(Posted):
        def __init__(self, number: int, found: Seen | tuple[Problem, ...]) -> None:
            super().__init__()
            self.number, self.found = number, found

    class Found(Posted):
        def __init__(self, number: int, problems: tuple[Problem, ...]) -> None:
            super().__init__()
            self.number, self.problems = number, problems

    def __init__(self) -> None:
        super().__init__()
        self._looker = Looker()
        self._index = 0
        self._placement = self._language = ""
        self._page = 1
        self._safe = False
        self._shown: tuple[int, str] | None = None  # whose form there is
        self._asked = self._drawn = self._checked = 0
        self._busy = self._checking = False
        self._since = 0.0
        self._seen: Seen | None = None
        self._quiet: Timer | None = None
        self._mine = ""  # the field that is being typed in
        self.last_seconds = 0.0
        """From the last change to what is shown of it."""

    # ---- what is on it

    def body(self) -> ComposeResult:
        project = self.session.project
        assert project is not None
        self._shown = None
        with Horizontal(id="social"):
            with Vertical(id="writing"):
                yield Posts(id="posts", markup=False)
                yield VerticalScroll(id="form", can_focus=False)
                with Vertical(id="inviting"):
                    yield Static(self.say(msg("No posts yet")), markup=False, classes="heading")
                    yield Static(self._invitation(), markup=False)
            with Vertical(id="seeing"):
                yield Choice(msg("placement"), (), "", id="placement")
                yield Choice(msg("language"), (), "", id="language")
                yield Choice(msg("page"), (), "", id="page")
                yield Choice(msg("safe zones"), self._switch(), "", id="safe")
                yield Picture(id="post")
                with VerticalScroll(id="found", can_focus=False):
                    yield Static(id="findings", markup=False)

    def _switch(self) -> tuple[tuple[str, str], ...]:
        return (("", self.say(msg("hidden"))), ("yes", self.say(msg("shown"))))

    def _invitation(self) -> Content:
        rows = (
            ("N", msg("begin one: choose what it is about, fill in a few words")),
            ("T", msg("take many at once from a table: CSV, XLSX, ODS or JSON")),
        )
        lines = [
            Content.assemble((f"{name}  ", "bold $key"), self.say(about)) for name, about in rows
        ]
        first = self.say(
            msg("A post becomes a picture for every platform, in every language you write it in.")
        )
        return Content("\n\n").join([Content(first), *lines])

    def on_mount(self) -> None:
        self.call_later(self._begin)

    async def say_anew(self) -> None:
        self._shown = None
        focused = self.focused.id if self.focused is not None else None
        await super().say_anew()
        await self._begin()
        if focused is not None:
            for widget in self.query(f"#{focused}"):
                widget.focus()

    async def _begin(self) -> None:
        if self.session.project is None:
            return
        self._list()
        await self._form()
        self._ask()

    # ---- from the project to the screen

    def project_changed(self) -> None:
        self._list()
        self.run_worker(self._form(), exclusive=True, group="form", exit_on_error=False)
        self._ask()

    @property
    def _posts(self) -> list[dict[str, Any]]:
        draft = self.session.draft
        found = draft.get("post") if draft is not None else None
        return list(found) if isinstance(found, list) else []

    @property
    def _raw(self) -> dict[str, Any] | None:
        posts = self._posts
        return posts[self._index] if 0 <= self._index < len(posts) else None

    def _list(self) -> None:
        """Posts by their first words, and a line to begin another with."""
        posts, project = self._posts, self.session.project
        if project is None:
            return
        self._index = max(0, min(self._index, len(posts) - 1))
        options = self.query_one("#posts", Posts)
        prompts = [self._title(each, project) for each in posts]
        prompts.append(Content.styled(f"+ {self.say(msg('new post'))}", "$key"))
        with self.prevent(OptionList.OptionHighlighted):
            if options.option_count == len(prompts):
                for place, prompt in enumerate(prompts):
                    if options.get_option_at_index(place).prompt != prompt:
                        options.replace_option_prompt_at_index(place, prompt)
            else:
                options.clear_options()
                options.add_options([Option(prompt) for prompt in prompts])
            if options.highlighted is None or not (
                options.highlighted == len(posts) and options.has_focus and posts
            ):
                options.highlighted = self._index
        self.set_class(not posts, "-empty")

    def _title(self, raw: dict[str, Any], project: Project) -> Content:
        language = translator(self).language
        about = self._named(str(raw.get("template", "")))
        words = next(
            (
                text
                for name in _HEADS
                if isinstance(text := spoken(raw.get(name), language, project.languages[0]), str)
                and text.strip()
            ),
            "",
        )
        first = clean(" ".join(words.split())) or self.say(msg("no words yet"))
        return Content.assemble((first, "bold" if words else "$muted"), (f"  {about}", "$muted"))

    def _named(self, name: str) -> str:
        with suppress(InputError):
            found = template(name, self.session.folder)
            return clean(found.title.get(translator(self).language))
        return clean(name)

    def _template(self) -> Template | None:
        raw = self._raw
        if raw is None:
            return None
        try:
            return template(str(raw.get("template", "")), self.session.folder)
        except InputError:
            return None  # the findings say so

    async def _form(self) -> None:
        """The fields of the post; those of the same template keep their boxes, and the focus."""
        if not self.query("#form"):
            return
        raw, chosen = self._raw, self._template()
        whose = None if raw is None else (self._index, str(raw.get("template", "")))
        form = self.query_one("#form", VerticalScroll)
        if self._shown is None or whose is None or self._shown[1] != whose[1]:
            await form.remove_children()
            if chosen is not None:
                files = brand_options.pictures(self.session.folder)
                await form.mount(*(FieldBox(entry, files) for entry in social_form.entries(chosen)))
        if self._shown is None or whose is None or self._shown[0] != whose[0]:
            form.scroll_home(animate=False)
        self._shown = whose
        for box in self.query(FieldBox):
            self._fill(box)

    @property
    def _main(self) -> str:
        project = self.session.project
        return project.languages[0] if project is not None else LANGUAGES[0]

    @property
    def _writing_in(self) -> str:
        """The language that is typed in: the one that is shown, else the main one."""
        project = self.session.project
        known = project.languages if project is not None else LANGUAGES
        return self._language if self._language in known else self._main

    def _fill(self, box: FieldBox) -> None:
        entry, raw, chosen = box.entry, self._raw or {}, self._template()
        value, language = raw.get(entry.name), self._writing_in
        text = social_form.typed(entry, value, language)
        if entry.name != self._mine:
            other = spoken(value, language, self._main) if value is not None else None
            shown = clean(str(other)) if isinstance(other, str) else ""
            if not shown and value is None and chosen is not None:
                samples = chosen.samples
                sample = samples.get(language) or next(iter(samples.values()), {})
                held = sample.get(entry.name)
                shown = social_form.typed(entry, held, language).split("\n")[0]
            box.put(text, "" if text else shown)
        self._tell(box, None)

    def _tell(self, box: FieldBox, wrong: Message | None) -> None:
        project = self.session.project
        entry, value = box.entry, (self._raw or {}).get(box.entry.name)
        there = social_form.languages(value)
        marks: list[tuple[str, bool]] = []
        if project is not None and there is not None and len(project.languages) > 1:
            marks = [(code, code in there) for code in project.languages]
        read_as = social_form.read_as(entry, value, self._writing_in, self._main)
        box.tell(marks, read_as, wrong)

    # ---- from the screen to the project

    def on_field_box_typed(self, message: FieldBox.Typed) -> None:
        entry, raw, project = message.box.entry, self._raw, self.session.project
        if raw is None or project is None:
            return
        before, language = raw.get(entry.name), self._writing_in
        if message.text == social_form.typed(entry, before, language):
            self._tell(message.box, None)
            return
        value = social_form.stored(entry, before, message.text, language, self._main)
        wrong = self._refusal({**raw, entry.name: value} if value is not None else
                              {name: each for name, each in raw.items() if name != entry.name},
                              project)  # fmt: skip
        if wrong is None:
            self._mine = entry.name
            try:
                path = ("post", self._index, entry.name)
                self.change([(path, value)], merge=f"{self._index}.{entry.name}.{language}")
            finally:
                self._mine = ""
        self._tell(message.box, wrong)

    def _refusal(self, raw: dict[str, Any], project: Project) -> Message | None:
        """Why creativekit.toml could not hold such a post."""
        try:
            PostTable.model_validate(raw, context=Setting(project.folder, project.languages[0]))
        except ValidationError as error:
            said = error.errors(include_url=False)[0].get("ctx", {}).get("message")
            return said if isinstance(said, Message) else msg("this cannot be used here")
        return None

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_list.id == "posts" and event.option_index < len(self._posts):
            self._go_to(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_list.id != "posts":
            return
        if event.option_index >= len(self._posts):
            self.action_new()
            return
        self._go_to(event.option_index)
        for box in self.query(FieldBox).results(FieldBox):
            box.typing.focus()
            break

    def _go_to(self, index: int) -> None:
        if index == self._index and self._shown is not None:
            return
        self._index, self._page = index, 1
        self.run_worker(self._form(), exclusive=True, group="form", exit_on_error=False)
        self._ask()

    def on_choice_made(self, message: Choice.Made) -> None:
        name, value = message.choice.id, message.value
        if name == "placement":
            self._placement = value
        elif name == "language":
            self._speak(value)
        elif name == "page":
            self._page = int(value)
        elif name == "safe":
            self._safe = bool(value)
        self._ask()

    def _speak(self, language: str) -> None:
        self._language = language
        for box in self.query(FieldBox):
            self._fill(box)

    # ---- drawing

    @property
    def wishes(self) -> tuple[int, int]:
        """How many changes were to be drawn, and which of them is shown."""
        return self._asked, self._drawn

    def _ask(self) -> None:
        """Draw what is so now; while that is being done, only the newest wish waits."""
        self._asked += 1
        self._since = time.perf_counter()
        if self._quiet is not None:
            self._quiet.stop()
        self._quiet = self.set_timer(_QUIET, self._look_through)
        self._start()

    def _start(self) -> None:
        project = self.session.project
        if self._busy or project is None or not self.query("#post"):
            return
        size = self.query_one("#post").size
        if not (size.width and size.height):
            self.call_after_refresh(self._start)
            return
        self._busy = True
        wish = Wish(
            self._index,
            self._placement,
            self._writing_in,
            self._page,
            size.width,
            size.height,
            self._safe,
        )
        self._draw(self._asked, project, wish, self._stand_in(project))

    def _stand_in(self, project: Project) -> str | None:
        """The template whose example is shown: there is no post yet, or no word in it."""
        if not project.posts:
            return "announcement" if "announcement" in template_ids(project.folder) else None
        raw = self._raw or {}
        return str(raw["template"]) if not set(raw) - {"template", "placements", "id"} else None

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _draw(self, number: int, project: Project, wish: Wish, stand_in: str | None) -> None:
        found: Seen | tuple[Problem, ...]
        try:
            if stand_in is not None:
                _, frame = self._looker.shared(project)
                shown = template(stand_in, project.folder)
                language = wish.language if project.posts else translator(self).language
                post = example(shown, frame.catalogue, language)
                found = self._looker.sample(project, post, wish)
                if project.posts:
                    real = self._looker.look(project, wish)
                    found = Seen(found.pixels, real.problems, "", real.post, found.placement,
                                 found.language, found.page, found.placements, found.languages,
                                 found.pages)  # fmt: skip
            else:
                found = self._looker.look(project, wish)
        except Exception as error:
            found = problems_of(error)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Drawn(number, found))

    def on_social_screen_drawn(self, message: Drawn) -> None:
        self._busy = False
        self._drawn = message.number
        if message.number < self._asked:
            self._start()
        if not self.query("#seeing") or self.session.project is None:
            return
        found = message.found
        if isinstance(found, tuple):
            self._say_findings(found)
            return
        self._seen = found
        self.query_one("#post", Picture).show(found.pixels)
        self._show_switches(found)
        if self._checked < message.number:
            self._say_findings(found.problems, looking=True)
        self.last_seconds = time.perf_counter() - self._since

    def _show_switches(self, seen: Seen) -> None:
        _, frame = self._looker.shared(self.session.project) if self.session.project else (0, None)
        if frame is None or seen.placement is None:
            return
        language = translator(self).language
        known = frame.catalogue.placements
        self.query_one("#placement", Choice).set(
            seen.placement.id,
            [(name, clean(known[name].title.get(language))) for name in seen.placements],
        )
        assert self.session.project is not None
        spoken_here = self.session.project.languages
        self.query_one("#language", Choice).set(
            self._writing_in, [(code, LANGUAGE_NAMES[code]) for code in spoken_here]
        )
        self.query_one("#language").display = len(spoken_here) > 1
        pages = [
            (str(number), self.say(msg("{n} of {total}", n=number, total=seen.pages)))
            for number in range(1, seen.pages + 1)
        ]
        self.query_one("#page", Choice).set(str(seen.page), pages)
        self.query_one("#page").display = bool(pages)
        self.query_one("#safe", Choice).set("yes" if self._safe else "", self._switch())
        self.refresh_bindings()

    # ---- what the preflight says

    def _look_through(self) -> None:
        project, post = self.session.project, self._seen.post if self._seen else None
        if project is None or post is None or not project.posts or self._checking:
            return
        if self._drawn < self._asked:
            self._quiet = self.set_timer(_QUIET, self._look_through)
            return
        self._checking = True
        self._check(self._asked, project, post, self._index)

    @work(thread=True, exclusive=True, group="check", exit_on_error=False)
    def _check(self, number: int, project: Project, post: Post, index: int) -> None:
        try:
            problems = findings(project, post, index)
        except Exception as error:
            problems = problems_of(error)
        self.post_message(self.Found(number, problems))

    def on_social_screen_found(self, message: Found) -> None:
        self._checking = False
        if message.number < self._asked:
            if self._quiet is not None:
                self._quiet.stop()
            self._quiet = self.set_timer(_QUIET, self._look_through)
            return
        self._checked = message.number
        if self.query("#findings"):
            self._say_findings(message.problems)

    def _say_findings(self, problems: tuple[Problem, ...], *, looking: bool = False) -> None:
        seen = self._seen
        lines: list[Content] = []
        if not self._posts:
            note = msg("An example in your brand. Yours begins with N.")
            lines.append(Content.styled(self.say(note), "$muted"))
        elif self.session.project is not None and self._stand_in(self.session.project):
            note = msg("An example: your own words take its place.")
            lines.append(Content.styled(self.say(note), "$muted"))
        elif not problems and not looking and seen is not None:
            count = len(seen.placements) * len(seen.languages) * max(1, seen.pages)
            good = nmsg("nothing to mend in {n} picture", "nothing to mend in {n} pictures", count)
            lines.append(Content.styled(f"✓ {self.say(good)}", "$success"))
        if self._posts:
            ordered = sorted(problems, key=lambda each: each.severity != "error")
            lines += [self._said(each) for each in ordered]
        if seen is not None and seen.alt and self._posts:
            label = self.say(msg("read out"))
            lines.append(Content.styled(f"♪ {label}: {clean(seen.alt)}", "$muted"))
        self.query_one("#findings", Static).update(Content("\n").join(lines))

    def _said(self, problem: Problem) -> Content:
        """A problem by the name of its field."""
        parts = told(problem, translator(self))
        mark, color = ("▲", "$warning") if parts.is_warning else ("✗", "$error")
        pieces = [(f"{mark} ", f"bold {color}")]
        field = self._field_of(problem.key or "")
        if field:
            pieces.append((f"{field}: ", "bold"))
        pieces.append((parts.text, ""))
        if parts.hint:
            pieces += [("; ", ""), (parts.hint, "bold")]
        return Content.assemble(*pieces)

    def _field_of(self, key: str) -> str:
        _, _, rest = key.partition("].")
        name, _, language = rest.partition(".")
        for box in self.query(FieldBox):
            if box.entry.name == name:
                return self.say(box.entry.title) + (f" ({clean(language)})" if language else "")
        return clean(rest)

    def on_resize(self) -> None:
        if self.query("#post"):
            self.call_after_refresh(self._ask)

    # ---- actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        ready = self.session.project is not None
        if action in ("duplicate", "remove", "export"):
            return ready and bool(self._posts)
        if action in ("new", "table"):
            return ready
        if action == "next_page":
            return bool(self._seen and self._seen.pages)
        if action == "to_posts":
            return ready and self.focused is not None and self.focused.id != "posts"
        if action == "next_language" and self.session.project is not None:
            return len(self.session.project.languages) > 1
        if action in ("next_placement", "safe_zones", "next_language"):
            return ready
        return super().check_action(action, parameters)

    def action_to_posts(self) -> None:
        self.query_one("#posts").focus()

    def action_next_placement(self) -> None:
        self.query_one("#placement", Choice).action_go(1)

    def action_next_language(self) -> None:
        self.query_one("#language", Choice).action_go(1)

    def action_next_page(self) -> None:
        self.query_one("#page", Choice).action_go(1)

    def action_safe_zones(self) -> None:
        self.query_one("#safe", Choice).action_go(1)

    def action_new(self) -> None:
        project = self.session.project
        if project is None:
            return
        try:
            _, frame = self._looker.shared(project)
            known = tuple(self._listed(project.folder))
        except InputError as error:
            studio(self).show_problems(error.problems)
            return

        def chosen(found: Template | None) -> None:
            if found is not None:
                post = social_templates.new_post(found, frame.catalogue, frame.placements)
                self._add(post)

        self.app.push_screen(TemplatesScreen(project, known, frame.catalogue, self._looker), chosen)

    def _listed(self, folder: Path) -> Iterator[Template]:
        """Templates that one posts; the most said ones first. One that is broken is left out."""
        found: list[Template] = []
        for name in template_ids(folder):
            with suppress(InputError):
                found.append(template(name, folder))
        posted = [each for each in found if each.listed]
        yield from (each for each in posted if "post" in each.made_for)
        yield from (each for each in posted if "post" not in each.made_for)

    def _add(self, post: dict[str, Value]) -> None:
        index = len(self._posts)
        self._index, self._page, self._shown = index, 1, None
        if self.change([(("post", index), post)]):
            self.call_after_refresh(self._focus_first)

    def _focus_first(self) -> None:
        for box in self.query(FieldBox).results(FieldBox):
            box.typing.focus()
            break

    def action_duplicate(self) -> None:
        raw = self._raw
        if raw is None:
            return
        copy: dict[str, Value] = deepcopy(raw)
        taken = {str(each.get("id")) for each in self._posts}
        if "id" in copy:
            number = 2
            while f"{copy['id']}-{number}" in taken:
                number += 1
            copy["id"] = f"{copy['id']}-{number}"
        self._index, self._page, self._shown = len(self._posts), 1, None
        self.change([(("post", self._index), copy)])

    def action_remove(self) -> None:
        if self._raw is None:
            return
        index, last = self._index, len(self._posts) == 1
        self._shown = None
        self.change([(("post",) if last else ("post", index), None)])
        self.notify(self.say(msg("removed; ^Z brings it back")), markup=False)

    # ---- making files

    def action_export(self) -> None:
        seen = self._seen
        name = seen.post.id if seen is not None and seen.post is not None else None

        def decided(answer: str | None) -> None:
            if answer == "all":
                self._saved_first(partial(self._export, Order(), msg("All posts")))
            elif answer is not None and name is not None:
                order = Order(only=name)
                self._saved_first(partial(self._export, order, msg("One post: {name}", name=name)))

        options = [("all", self.say(msg("All posts")))]
        if name is not None:
            options.insert(0, ("one", self.say(msg("This post: {name}", name=name))))
        self.app.push_screen(Pick(msg("Make files of"), options), decided)

    def _export(self, order: Order, title: Message) -> None:
        self.app.push_screen(ExportScreen(order, self.say(title)))

    def _saved_first(self, then: Callable[[], None]) -> None:
        """Files are made of what is saved, so it asks when something is not."""
        if not self.session.dirty:
            then()
            return

        def decided(answer: str | None) -> None:
            if answer == "save":
                studio(self).save(partial(then))
            elif answer == "before":
                then()

        self.app.push_screen(
            Pick(
                msg("There are changes that are not saved"),
                (
                    ("save", self.say(msg("Save, then make the files"))),
                    ("before", self.say(msg("Make them of what was saved before"))),
                    ("", self.say(msg("Do nothing now"))),
                ),
            ),
            decided,
        )

    def _show_table(self, path: Path) -> None:
        self.app.push_screen(TableScreen(path))

    def action_table(self) -> None:
        from creativekit.social.table_file import SUFFIXES

        folder = self.session.folder
        names = brand_options.files_of(folder, SUFFIXES)
        other = self.say(msg("another file…"))

        def show(path: Path) -> None:
            self._saved_first(partial(self._show_table, path))

        def typed(path: str | None) -> None:
            if path is not None:
                show(Path(path).expanduser())

        def picked(name: str | None) -> None:
            if name == _OTHER:
                self.app.push_screen(TablePathScreen(), typed)
            elif name is not None:
                show(folder / name)

        if not names:
            self.app.push_screen(TablePathScreen(), typed)
            return
        options = [*((name, clean(name)) for name in names), (_OTHER, other)]
        self.app.push_screen(Pick(msg("Which table?"), options), picked)


__all__ = ["Entry", "SocialScreen"]
