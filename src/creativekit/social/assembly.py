"""From what was written to Posts: what is not said is filled in the same way for every source.

Names: a post's id is what its author called it, else its headline; the second of the same headline
gets a 2, so that inserting a row does not rename all rows after it. Languages: those that were
named, else those the texts are written in, else the main one: the same words in three folders help
nobody. Placements: the post's, else the project's, else those of the file of placements.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from creativekit.errors import Problem, msg
from creativekit.language.slugs import slug
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.model import Project
from creativekit.project.rejection import shown
from creativekit.social.placements import Catalogue, catalogue
from creativekit.social.post import Post, Source, localized_parts, spoken

MOST_ID = 48
_FIRST_TEXTS = ("headline", "title", "name", "quote", "question", "label")

Hashtags = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Frame:
    """What holds for all posts of a project: languages (the main one first), placements, hashtags.

    catalogue: what placements there are. placements: of a post that names none.
    """

    languages: tuple[str, ...]
    catalogue: Catalogue
    placements: tuple[str, ...]
    hashtags: Hashtags

    @classmethod
    def of(cls, project: Project) -> Frame:
        """Raises InputError when the file of placements has problems."""
        known = catalogue(project.folder)
        words = project.social.placements
        return cls(
            project.languages,
            known,
            known.chosen(words) if words else known.default,
            dict(project.social.hashtags),
        )

    @property
    def main(self) -> str:
        return self.languages[0]


@dataclass(frozen=True)
class Draft:
    """What was written of one post, each value already of its type; empty where nothing was.

    placements: ids or groups. languages: as named.
    """

    template: str
    source: Source
    id: str | None = None
    placements: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    date: datetime.date | None = None
    time: datetime.time | None = None
    caption: Localized | None = None
    hashtags: Hashtags = field(default_factory=dict)
    alt: Localized | None = None
    variant: int | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)


def assembled(
    drafts: Sequence[Draft], frame: Frame
) -> tuple[tuple[Post, ...], tuple[Problem, ...]]:
    """A Post for each draft, and what is wrong (ids given twice) or doubtful (no translation).

    A draft whose id is wrong, or was given before, gives no post.
    """
    problems: list[Problem] = []
    ids = _ids(drafts, frame.main, problems)
    named = ((draft, name) for draft, name in zip(drafts, ids, strict=True) if name)
    posts = tuple(_post(draft, name, frame) for draft, name in named)
    for post in posts:
        problems.extend(untranslated(post))
    return posts, tuple(problems)


def untranslated(post: Post) -> Iterable[Problem]:
    """A warning for each text that is not there in a language of the post but in another."""
    texts: list[tuple[str, Any]] = [*post.fields.items()]
    texts += [("caption", post.caption), ("alt", post.alt)]
    for name, value in texts:
        if isinstance(value, Localized):
            parts = [frozenset(value.languages)] if len(value.languages) > 1 else []
        else:
            parts = list(localized_parts(value))
        missing = [
            code for code in post.languages if any(part and code not in part for part in parts)
        ]
        if missing:
            yield post.problem(
                msg(
                    "there is no text in {languages}; the text in another language is shown",
                    languages=", ".join(missing),
                ),
                f"{name}:{missing[0]}",
                severity="warning",
            )


def _post(draft: Draft, name: str, frame: Frame) -> Post:
    day, clock = draft.date, draft.time
    if isinstance(draft.date, datetime.datetime):
        day, clock = draft.date.date(), draft.date.time()
    return Post(
        id=name,
        template=draft.template,
        languages=_languages(draft, frame),
        placements=frame.catalogue.chosen(draft.placements) or frame.placements,
        source=draft.source,
        fields=draft.fields,
        date=day,
        time=clock,
        caption=draft.caption,
        hashtags=tuple(
            (code, _once(draft.hashtags.get(code, ()), frame.hashtags.get(code, ())))
            for code in LANGUAGES
        ),
        alt=draft.alt,
        variant=draft.variant,
        main=frame.main,
    )


def _once(*tags: tuple[str, ...]) -> tuple[str, ...]:
    """Each hashtag once; platforms do not tell capitals from small letters."""
    found: dict[str, str] = {}
    for each in (tag for part in tags for tag in part):
        found.setdefault(each.casefold(), each)
    return tuple(found.values())


def _languages(draft: Draft, frame: Frame) -> tuple[str, ...]:
    if draft.languages:
        return draft.languages
    written = set().union(*localized_parts(tuple(draft.fields.values())))
    for text in (draft.caption, draft.alt):
        if text is not None and len(text.languages) > 1:
            written |= set(text.languages)
    return tuple(code for code in frame.languages if code in written) or (frame.main,)


def _ids(drafts: Sequence[Draft], main: str, problems: list[Problem]) -> list[str]:
    """An id for each draft; "" where the one it was given is wrong."""
    given: dict[str, Draft] = {}
    for draft in drafts:
        if draft.id is None:
            continue
        name = slug(draft.id, "")
        if not name:
            message = msg("an id needs letters or digits, not '{found}'", found=shown(draft.id))
            problems.append(draft.source.problem(message, "id"))
        elif name in given:
            problems.append(_twice(name, given[name], draft))
        else:
            given[name] = draft
    taken = set(given)
    found = []
    for draft in drafts:
        if draft.id is not None:
            name = slug(draft.id, "")
            found.append(name if given.get(name) is draft else "")
            continue
        name = _free(_first_words(draft, main), taken)
        taken.add(name)
        found.append(name)
    return found


def _twice(name: str, first: Draft, second: Draft) -> Problem:
    return second.source.problem(
        msg(
            "the id '{found}' is already that of the post in {place}",
            found=shown(name),
            place=f"{first.source.file}:{first.source.line}",
        ),
        "id",
    )


def _first_words(draft: Draft, main: str) -> str:
    """The slug of the headline, or of the first text, cut between words; else the template's."""
    names = [name for name in _FIRST_TEXTS if name in draft.fields] + list(draft.fields)
    for name in names:
        text = spoken(draft.fields[name], main, main)
        if isinstance(text, str) and (made := slug(text, "")):
            if len(made) > MOST_ID:
                made = made[: MOST_ID + 1].rpartition("-")[0] or made[:MOST_ID]
            return made
    return slug(draft.template, "post")


def _free(name: str, taken: set[str]) -> str:
    number = 1
    while (tried := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return tried
