"""Posts held against the list of what the brand never says (`[positioning.character] never`).

Each phrase that stands in a field of a post, in its caption or in the description of its picture is
a warning where it was written. A text by language is held against its own language's list; a text
that stands for all of them against that of the post's first language, which is the one that it is
taken to be in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from creativekit.errors import Problem, msg
from creativekit.positioning.never_say import Text, slips, texts_of
from creativekit.project.model import Project
from creativekit.project.positioning_section import Words
from creativekit.social import config_posts
from creativekit.social.post import Post, by_language


def never_said(project: Project, posts: Iterable[Post]) -> tuple[Problem, ...]:
    """A warning for each phrase of the list in each text, in the order of the posts."""
    never: Words = project.positioning.character.never
    if not any(phrases for _, phrases in never):
        return ()
    return tuple(problem for post in posts for problem in _of(post, never))


def in_config(project: Project) -> tuple[Problem, ...]:
    """The same of the posts of creativekit.toml; those that cannot be posted are left out.

    Raises InputError when the file of placements has problems.
    """
    if not project.posts or not any(phrases for _, phrases in project.positioning.character.never):
        return ()
    return never_said(project, config_posts.posts_of(project)[0])


def _of(post: Post, never: Words) -> Iterator[Problem]:
    told = set()
    for slip in slips(never, _texts(post)):
        if (slip.place, slip.language, slip.phrase) in told:
            continue
        told.add((slip.place, slip.language, slip.phrase))
        message = msg(
            "'{phrase}' is among the words that you never say ({language}); here: '{written}'",
            phrase=slip.phrase,
            language=slip.language,
            written=slip.written,
        )
        yield post.problem(message, slip.place, severity="warning")


def _texts(post: Post) -> Iterator[Text]:
    """Every text of a post; its place is a key of the post, with its language where it has one."""
    for name, value in post.fields.items():
        yield from _parts(name, value, post.languages[0], False)
    for name, answer in (("caption", post.caption), ("alt", post.alt)):
        for text in texts_of(name, answer):
            yield Text(f"{name}:{text.language}", text.language, text.text)


def _parts(name: str, value: Any, language: str, own: bool) -> Iterator[Text]:
    """own: `language` was written with the text and not only taken for it."""
    if isinstance(value, str):
        yield Text(f"{name}:{language}" if own else name, language, value)
    elif by_language(value):
        for code, inner in value.items():
            yield from _parts(name, inner, code, True)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _parts(name, inner, language, own)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from _parts(name, inner, language, own)
