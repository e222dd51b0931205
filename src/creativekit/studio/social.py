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

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from creativekit.errors import InputError, msg
from creativekit.project.model import Project
from creativekit.project.toml_values import Value
from creativekit.social.preview import has_zones
from creativekit.social.template import Template
from creativekit.social.template_store import template, template_ids
from creativekit.studio import social_making
from creativekit.studio.keys import key
from creativekit.studio.social_look import Looker
from creativekit.studio.social_posts import Posts, first_words, named
from creativekit.studio.social_seeing import Seeing
from creativekit.studio.social_templates import TemplatesScreen, new_post
from creativekit.studio.social_writing import WritesPosts
from creativekit.studio.speaking import studio, translator

_FIRST = "announcement"  # whose example invites to the first post


class SocialScreen(WritesPosts):
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

    # ---- what is on it

    def body(self) -> ComposeResult:
        project = self.session.project
        assert project is not None
        self._shown = None
        with Horizontal(id="social"):
            with Vertical(id="writing"):
                yield Posts(id="posts")
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

    def _look_at(self, index: int) -> None:
        self._sight.index, self._sight.page = index, 1

    def _list(self) -> None:
        posts, project = self._posts, self.session.project
        if project is None:
            return
        self._sight.index = max(0, min(self._index, len(posts) - 1))
        self.query_one(Posts).show(posts, project, self._index)
        self.set_class(not posts, "-empty")

    # ---- from the screen to the project

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
        self._fill_in(self._template())

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
        if action == "safe_zones":
            seen = self._sight.seen
            return seen is not None and seen.placement is not None and has_zones(seen.placement)
        if action in ("next_placement", "next_spoken"):
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
        raw, project = self._raw, self.session.project
        if post is None or raw is None or project is None:
            social_making.ask_export(self, None)
            return
        words = first_words(raw, translator(self).language, project)
        social_making.ask_export(self, post.id, words or named(self, raw, project))

    def action_table(self) -> None:
        social_making.ask_table(self, self.session.folder)
