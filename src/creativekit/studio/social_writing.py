"""The part of a screen that is written on: the fields of one post, and what is kept of them.

A field is kept as soon as creativekit.toml could hold it; until then it says what is wrong.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from textual.containers import VerticalScroll

from creativekit.errors import InputError, Message, msg
from creativekit.language.plain_text import clean
from creativekit.project.localized import LANGUAGES
from creativekit.project.model import Project, Setting
from creativekit.project.post_sections import PostTable
from creativekit.social.sample_pictures import PREFIX
from creativekit.social.template import Template
from creativekit.social.template_store import template
from creativekit.studio import brand_options, social_form
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.in_turn import in_turn
from creativekit.studio.social_fields import FieldBox
from creativekit.studio.social_form import Entry
from creativekit.studio.social_seeing import Sight
from creativekit.studio.speaking import translator

_PICTURE = "photo.jpg"


class WritesPosts(AreaScreen):
    """The screen has a `#form`, and says when another post is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._sight = Sight()
        self._shown: tuple[int, str] | None = None  # whose form there is
        self._is_new = False  # a post that was just begun is typed in next

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

    def _template(self) -> Template | None:
        raw = self._raw
        if raw is None:
            return None
        try:
            return template(str(raw.get("template", "")), self.session.folder)
        except InputError:
            return None  # the findings say so

    @in_turn
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
        self._fill_in(chosen)
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
        if project is None:
            return self._main
        return self._sight.spoken(project, translator(self).language)

    def _fill_in(self, chosen: Template | None) -> None:
        """Put what the post says into its fields. chosen: its template."""
        for box in self.query(FieldBox):
            self._fill(box, chosen)

    def _fill(self, box: FieldBox, chosen: Template | None) -> None:
        entry, raw = box.entry, self._raw or {}
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
        """What an empty field is filled with: the text of another language, or an example. It is in
        the language that is written; the word before it in the interface's."""
        language = self._writing_in
        for code in (self._main, *LANGUAGES) if value is not None else ():
            if words := social_form.typed(entry, value, code).split("\n")[0]:
                return f"({code}) {clean(words)}"
        samples = chosen.samples if chosen is not None else {}
        sample = samples.get(language) or next(iter(samples.values()), {})
        words = social_form.typed(entry, sample.get(entry.name), language).split("\n")[0]
        if words.startswith(PREFIX):
            words = _PICTURE  # what is drawn for an example says nothing to who has a file to name
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

    def _focus_first(self) -> None:
        for box in self.query(FieldBox).results(FieldBox):
            box.typing.focus()
            break

    def _field_of(self, key: str) -> str:
        """What the field of a key such as "post[2].price.ru" is called."""
        name, _, language = key.partition("].")[2].partition(".")
        for box in self.query(FieldBox):
            if box.entry.name == name:
                return self.say(box.entry.title) + (f" ({clean(language)})" if language else "")
        return clean(name)
