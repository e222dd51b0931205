"""Targets: every picture that posts become, one for each placement, language and page.

Names are what a person looks for: the post's folder, the placement, then the language where there
are several and the number of the page in a carousel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from creativekit.canvas.scene import Treatment
from creativekit.errors import InputError, Problem, msg, nearest
from creativekit.identity.model import Identity
from creativekit.jobs import digest
from creativekit.social.placements import Placement
from creativekit.social.post import Post
from creativekit.social.template import Template
from creativekit.social.template_store import template, template_ids

FOLDER = "social"
LEAST_PAGES, MOST_PAGES = 3, 10


@dataclass(frozen=True)
class Setup:
    """What holds for all pictures of a run.

    folder: the project's. treatment: of every photograph. small: spend time for fewer bytes.
    dress: stands for the style's dress, which a project may change. digest: of all that can change
    a picture, free of this machine's paths.
    """

    identity: Identity
    folder: Path
    treatment: Treatment | None = None
    small: bool = False
    dress: object = None

    @cached_property
    def digest(self) -> str:
        return digest(self.identity.digest, self.treatment, self.small, self.dress)


@dataclass(frozen=True)
class Target:
    """One picture. page, pages: of a carousel, from 1; 0 for a single picture.

    templates: the post's own and, for a carousel, those of its first, middle and last page.
    """

    post: Post
    templates: tuple[Template, ...]
    placement: Placement
    language: str
    page: int = 0
    pages: int = 0

    @property
    def template(self) -> Template:
        """The template that draws it."""
        if not self.page:
            return self.templates[0]
        _, first, middle, last = self.templates
        return first if self.page == 1 else last if self.page == self.pages else middle

    @property
    def group(self) -> str:
        """Path of the post in this placement and language, without an ending."""
        language = f"-{self.language}" if len(self.post.languages) > 1 else ""
        return f"{FOLDER}/{self.post.id}/{self.placement.id}{language}"

    @property
    def stem(self) -> str:
        return f"{self.group}-{self.page:02}" if self.page else self.group

    @cached_property
    def digest(self) -> str:
        """Of what is drawn: not of the other placements and languages of the post."""
        return digest(
            self.post.template,
            self.post.pictured,
            tuple(each.digest for each in self.templates),
            self.placement,
            self.language,
            self.page,
            self.pages,
        )


def targets(
    posts: Iterable[Post], placements: Mapping[str, Placement], folder: Path
) -> tuple[tuple[Target, ...], tuple[Problem, ...]]:
    """All pictures of the posts, and what is wrong with what they name (templates, placements)."""
    found: list[Target] = []
    problems: list[Problem] = []
    known: dict[str, Template | None] = {}
    for post in posts:
        try:
            used = _templates(post, folder, known)
        except InputError as error:
            problems.extend(error.problems)
            continue
        if used is None:
            continue
        count = _pages(post, used[0], problems)
        if count is None:
            continue
        for name in post.placements:
            placement = placements[name]
            if placement.kind not in used[0].made_for:
                problems.append(
                    post.problem(
                        msg(
                            "the template '{template}' is not made for {placement}",
                            template=used[0].id,
                            placement=name,
                        ),
                        "placements",
                        accepted=used[0].made_for,
                        severity="warning",
                    )
                )
            for language in post.languages:
                found.extend(_of(post, used, placement, language, count))
    return tuple(found), tuple(problems)


def _of(
    post: Post, used: tuple[Template, ...], placement: Placement, language: str, count: int
) -> Iterator[Target]:
    if not count:
        yield Target(post, used, placement, language)
        return
    for page in range(1, count + 1):
        yield Target(post, used, placement, language, page, count)


def _templates(
    post: Post, folder: Path, known: dict[str, Template | None]
) -> tuple[Template, ...] | None:
    """The post's template and its pages'; None when it was already told to be broken."""
    if post.template not in known:
        known[post.template] = None
        ids = template_ids(folder)
        if post.template not in ids:
            del known[post.template]
            raise InputError(
                post.problem(
                    msg("there is no template '{name}'", name=post.template),
                    "template",
                    accepted=ids,
                    nearest=nearest(post.template, ids),
                )
            )
        known[post.template] = template(post.template, folder)
    own = known[post.template]
    if own is None:
        return None
    if own.pages is None:
        return (own,)
    return (own, *(template(page, folder) for page in own.pages))


def _pages(post: Post, own: Template, problems: list[Problem]) -> int | None:
    """How many pages: 0 when it is no carousel; None when there are too few or too many."""
    if own.pages is None:
        return 0
    field = next((each for each in own.fields.values() if each.type == "items"), None)
    if field is None:
        return None
    raw = post.field(field.name, post.languages[0])
    rows = raw if isinstance(raw, tuple) else tuple(str(raw or "").splitlines())
    count = sum(1 for row in rows if row) + 2
    if not LEAST_PAGES <= count <= MOST_PAGES:
        problems.append(
            post.problem(
                msg(
                    "a carousel has {least} to {most} pages; this has {count}",
                    least=LEAST_PAGES,
                    most=MOST_PAGES,
                    count=count,
                ),
                field.name,
            )
        )
        return None
    return count
