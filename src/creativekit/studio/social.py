"""Social: the project's posts, a form for each, and at once what its picture becomes.

Drawn is the newest state and nothing in between, as with the brand; what the preflight of all its
pictures says follows when nobody types. Posts are edited in the draft: undo takes back a letter, a
field, or a post that was removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from creativekit.errors import InputError, Message, msg
from creativekit.language.plain_text import clean
from creativekit.project.localized import LANGUAGES
from creativekit.project.model import Project, Setting
from creativekit.project.post_sections import PostTable
from creativekit.project.toml_values import Value
from creativekit.social.post import spoken
from creativekit.social.template import Template
from creativekit.social.template_store import template, template_ids
from creativekit.studio import brand_options, social_form, social_making
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.keys import key
from creativekit.studio.social_fields import FieldBox
from creativekit.studio.social_form import Entry
from creativekit.studio.social_look import Looker
from creativekit.studio.social_seeing import Seeing, Sight
from creativekit.studio.social_templates import TemplatesScreen, new_post
from creativekit.studio.speaking import studio, translator

_FIRST = "announcement"  # whose example invites to the first post
_HEADS = ("headline", "title", "name", "quote", "question", "label", "text")


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
        key("f7", "next_spoken", msg("Text language"), shown_as="F7"),
        key("f8", "safe_zones", msg("Safe zones"), shown_as="F8"),
        key("f9", "next_page", msg("Next page"), shown_as="F9"),
        key("escape", "to_posts", msg("To the posts")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._looker = Looker()
        self._sight = Sight()
        self._shown: tuple[int, str] | None = None  # whose form there is
        self._is_new = False  # a post that was just begun is typed in next

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
            yield Seeing(self._looker, self._sight, self._field_of)

    def _invitation(self) -> Content:
        rows = (
            ("n", msg("begin one: choose what it is about, fill in a few words")),
            ("t", msg("take many at once from a table: CSV, XLSX, ODS or JSON")),
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
        self._show()

    # ---- from the project to the screen

    def project_changed(self) -> None:
        self._list()
        self.run_worker(self._form(), exclusive=True, group="form", exit_on_error=False)
        self._show()

    @property
    def _posts(self) -> list[dict[str, Any]]:
        draft = self.session.draft
        found = draft.get("post") if draft is not None else None
        return list(found) if isinstance(found, list) else []

    @property
    def _raw(self) -> dict[str, Any] | None:
        posts = self._posts
        return posts[self._index] if 0 <= self._index < len(posts) else None

    @property
    def _index(self) -> int:
        return self._sight.index

    def _look_at(self, index: int) -> None:
        self._sight.index, self._sight.page = index, 1

    def _list(self) -> None:
        """Posts by their first words, and a line to begin another with."""
        posts, project = self._posts, self.session.project
        if project is None:
            return
        self._sight.index = max(0, min(self._index, len(posts) - 1))
        options = self.query_one("#posts", Posts)
        prompts = [
            self._title(each, project, place == self._index) for place, each in enumerate(posts)
        ]
        another = self.say(msg("new post"))
        prompts.append(Content.styled(f"+ {another}", "$key"))
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

    def _title(self, raw: dict[str, Any], project: Project, is_shown: bool) -> Content:
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
        mark = "▸ " if is_shown else "  "
        gap = "\n  " if self.has_class("-wide") else "  "
        return Content.assemble(
            (mark, "$key"), (first, "bold" if words else "$muted"), (f"{gap}{about}", "$muted")
        )

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
        if self._is_new:
            self._is_new = False
            self._focus_first()

    @property
    def _main(self) -> str:
        project = self.session.project
        return project.languages[0] if project is not None else LANGUAGES[0]

    @property
    def _writing_in(self) -> str:
        project = self.session.project
        return self._sight.spoken(project) if project is not None else self._main

    def _fill(self, box: FieldBox) -> None:
        entry, raw, chosen = box.entry, self._raw or {}, self._template()
        value, language = raw.get(entry.name), self._writing_in
        text = social_form.typed(entry, value, language)
        # What is being typed stays as it is typed: half a date may be another date already.
        typing = box.typing.has_focus and value == social_form.stored(
            entry, value, box.text, language, self._main
        )
        if not typing:
            box.put(text, "" if text else self._example(entry, value, chosen))
        self._tell(box, None)

    def _example(self, entry: Entry, value: Any, chosen: Template | None) -> str:
        """What an empty field is filled with: the text of another language, or an example."""
        language = self._writing_in
        for code in (self._main, *LANGUAGES) if value is not None else ():
            if words := social_form.typed(entry, value, code).split("\n")[0]:
                return f"({code}) {clean(words)}"
        samples = chosen.samples if chosen is not None else {}
        sample = samples.get(language) or next(iter(samples.values()), {})
        words = social_form.typed(entry, sample.get(entry.name), language).split("\n")[0]
        return self.say(msg("e.g. {text}", text=words)) if words else ""

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
            path = ("post", self._index, entry.name)
            self.change([(path, value)], merge=f"{self._index}.{entry.name}.{language}")
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
        self._focus_first()

    def _go_to(self, index: int) -> None:
        if index == self._index and self._shown is not None:
            return
        self._look_at(index)
        self._list()
        self.run_worker(self._form(), exclusive=True, group="form", exit_on_error=False)
        self._show()

    def on_seeing_spoken(self, message: Seeing.Spoken) -> None:
        for box in self.query(FieldBox):
            self._fill(box)

    def _show(self) -> None:
        project = self.session.project
        if project is not None:
            for seeing in self.query(Seeing):
                seeing.show(project, self._stand_in(project))

    def _stand_in(self, project: Project) -> str | None:
        """The template whose example is shown: there is no post yet, or no word in it."""
        if not project.posts:
            return _FIRST if _FIRST in template_ids(project.folder) else None
        raw = self._raw or {}
        is_empty = not set(raw) - {"template", "placements", "id"}
        return str(raw["template"]) if is_empty and self._template() is not None else None

    def _field_of(self, key: str) -> str:
        """What the field of a key such as "post[2].price.ru" is called."""
        name, _, language = key.partition("].")[2].partition(".")
        for box in self.query(FieldBox):
            if box.entry.name == name:
                return self.say(box.entry.title) + (f" ({clean(language)})" if language else "")
        return clean(name)

    def on_resize(self) -> None:
        if self.query("#posts"):
            self.call_after_refresh(self._list)

    # ---- actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if super().check_action(action, parameters) is False:
            return False
        ready = self.session.project is not None
        if action in ("duplicate", "remove", "export"):
            return ready and bool(self._posts)
        if action in ("new", "table"):
            return ready
        if action == "next_page":
            return bool(self._sight.seen and self._sight.seen.pages)
        if action == "to_posts":
            return ready and self.focused is not None and self.focused.id != "posts"
        if action == "next_spoken" and self.session.project is not None:
            return bool(self._posts) and len(self.session.project.languages) > 1
        if action in ("next_placement", "safe_zones", "next_spoken"):
            return ready
        return True

    def action_to_posts(self) -> None:
        self.query_one("#posts").focus()

    def action_next_placement(self) -> None:
        self.query_one(Seeing).choose("placement")

    def action_next_spoken(self) -> None:
        self.query_one(Seeing).choose("language")

    def action_next_page(self) -> None:
        self.query_one(Seeing).choose("page")

    def action_safe_zones(self) -> None:
        self.query_one(Seeing).choose("safe")

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
                post = new_post(found, frame.catalogue, frame.placements)
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
        self._look_at(index)
        self._shown = None
        self._is_new = True
        self.change([(("post", index), post)])

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
        self._look_at(len(self._posts))
        self._shown = None
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
        seen = self._sight.seen
        post = seen.post if seen is not None and self._posts else None
        social_making.ask_export(self, post.id if post is not None else None)

    def action_table(self) -> None:
        social_making.ask_table(self, self.session.folder)
