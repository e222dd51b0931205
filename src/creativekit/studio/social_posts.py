"""The posts by their first words, and a line to begin another with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from textual.content import Content
from textual.dom import DOMNode
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from creativekit.errors import InputError, msg
from creativekit.language.plain_text import clean
from creativekit.project.model import Project
from creativekit.social.post import spoken
from creativekit.social.template_store import template
from creativekit.studio.keys import key
from creativekit.studio.marked_list import MarkedList
from creativekit.studio.speaking import say, translator

_HEADS = ("headline", "title", "name", "quote", "question", "label", "text")


class Posts(MarkedList):
    """The posts by their first words; what is done with a whole post is done from here."""

    BINDINGS = [
        key("n", "screen.new", msg("New post")),
        key("d", "screen.duplicate", msg("Copy it")),
        key("delete,x", "screen.remove", msg("Remove"), shown_as="Del"),
        key("e", "screen.export", msg("Make files")),
        key("t", "screen.table", msg("From a table")),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._titled: dict[int, tuple[dict[str, Any], object, Content]] = {}

    def show(self, posts: Sequence[dict[str, Any]], project: Project, at: int) -> None:
        """posts: as they stand in the file. at: the place of the one whose form is shown."""
        wide, language = self.screen.has_class("-wide"), translator(self).language
        prompts: list[Content] = []
        for place, each in enumerate(posts):
            how = (place == at, wide, language)
            # Of what is typed into one post the titles of the others are the same.
            known = self._titled.get(place)
            if known is None or known[0] is not each or known[1] != how:
                known = (each, how, self._title(each, project, place == at))
                self._titled[place] = known
            prompts.append(known[2])
        another = say(self, msg("new post"))
        prompts.append(Content.styled(f"+ {another}", "$key"))
        with self.prevent(OptionList.OptionHighlighted):
            if self.option_count == len(prompts):
                for place, prompt in enumerate(prompts):
                    if self.get_option_at_index(place).prompt != prompt:
                        self.replace_option_prompt_at_index(place, prompt)
            else:
                self.clear_options()
                self.add_options([Option(prompt) for prompt in prompts])
            on_new = self.highlighted == len(posts) and self.has_focus and posts
            if self.highlighted is None or not on_new:
                self.highlighted = at

    def _title(self, raw: dict[str, Any], project: Project, is_shown: bool) -> Content:
        about = named(self, raw, project)
        words = first_words(raw, translator(self).language, project)
        first = words or say(self, msg("no words yet"))
        mark = "▸ " if is_shown else "  "
        gap = "\n  " if self.screen.has_class("-wide") else "  "
        return Content.assemble(
            (mark, "$key"), (first, "bold" if words else "$muted"), (f"{gap}{about}", "$muted")
        )


def first_words(raw: Mapping[str, Any], language: str, project: Project) -> str:
    """What a post is known by: the words that it begins with, "" while it has none."""
    for name in _HEADS:
        text = spoken(raw.get(name), language, project.languages[0])
        if isinstance(text, str) and text.strip():
            return clean(" ".join(text.split()))
    return ""


def named(node: DOMNode, raw: Mapping[str, Any], project: Project) -> str:
    """What its template is called."""
    name = str(raw.get("template", ""))
    with suppress(InputError):
        return clean(template(name, project.folder).title.get(translator(node).language))
    return clean(name)
