"""A post of the project as it stands: its picture for one placement, and what its preflight says.

The same drawing that `creativekit social` makes, small: a terminal has few half cells. What all
posts share (identity, dress, placements) is kept while the brand stays what it is. No textual here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from creativekit.errors import InputError, Problem
from creativekit.project.model import Project
from creativekit.social.assembly import Frame
from creativekit.social.placements import Placement
from creativekit.social.post import Post
from creativekit.social.targets import Setup, Target, targets
from creativekit.studio.half_blocks import Pixels

_FINER = 2.5  # pixels drawn for one that is shown, each way


@dataclass(frozen=True, eq=False)
class Seen:
    """placement, language, page: what is shown; placements, languages, pages: what there is.

    pixels: None where it cannot be drawn. problems: of this picture. alt: what is read out.
    """

    pixels: Pixels | None
    problems: tuple[Problem, ...]
    alt: str = ""
    post: Post | None = None
    placement: Placement | None = None
    language: str = ""
    page: int = 0
    placements: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    pages: int = 0

    def standing_in(self, real: Seen) -> Seen:
        """This picture in the place of one that says nothing yet."""
        return replace(self, problems=real.problems, alt="", post=real.post)


@dataclass(frozen=True, slots=True)
class Wish:
    """Which picture: the post by its place in the file; "" and 0 for the first there is.

    columns, rows: cells there are for it. safe: with what the platform covers and cuts.
    """

    index: int
    placement: str = ""
    language: str = ""
    page: int = 0
    columns: int = 40
    rows: int = 20
    safe: bool = False


class Looker:
    """Looks at posts, one at a time; a worker's own."""

    def __init__(self) -> None:
        self._for: object = None
        self._kept: tuple[Setup, Frame] | None = None

    def shared(self, project: Project) -> tuple[Setup, Frame]:
        """What holds for all posts. Raises InputError."""
        from creativekit.artwork.dress import dress
        from creativekit.identity.resolve import identity
        from creativekit.social.treatment import treatment

        what = (project.about, project.brand, project.contact, project.social, project.folder)
        if self._kept is None or self._for != what:
            brand = identity(project)
            photos = treatment(project.social.treatment, brand)
            setup = Setup(brand, Path(project.folder), photos, False, dress(brand))
            self._kept, self._for = (setup, Frame.of(project)), what
        return self._kept

    def look(self, project: Project, wish: Wish) -> Seen:
        """The picture of a post. Raises InputError for a brand that cannot be made."""
        from creativekit.social import config_posts

        setup, frame = self.shared(project)
        posts, problems = config_posts.posts_of(project, frame)
        key = f"post[{wish.index + 1}]"
        own = tuple(each for each in problems if is_of(each, wish.index))
        post = next((each for each in posts if each.source.key == key), None)
        if post is None:
            return Seen(None, own)
        return self._of(setup, frame, post, wish, own)

    def sample(self, project: Project, post: Post, wish: Wish) -> Seen:
        """The picture of a post that is not in the project."""
        setup, frame = self.shared(project)
        return self._of(setup, frame, post, wish, ())

    def _of(
        self, setup: Setup, frame: Frame, post: Post, wish: Wish, own: tuple[Problem, ...]
    ) -> Seen:
        from creativekit.canvas.backends import raster
        from creativekit.social import preview, rendering

        known: Mapping[str, Placement] = frame.catalogue.placements
        name = wish.placement if wish.placement in post.placements else post.placements[0]
        language = wish.language if wish.language in post.languages else post.languages[0]
        found, wrong = targets((post,), {**known, name: known[name]}, setup.folder)
        problems = (*own, *(each for each in wrong if each.severity == "error"))
        mine = [each for each in found if each.placement.id == name and each.language == language]
        about = {
            "post": post,
            "placement": known[name],
            "language": language,
            "placements": post.placements,
            "languages": post.languages,
        }
        if not mine:
            return Seen(None, problems, **about)  # type: ignore[arg-type]
        page = min(max(wish.page, 1), len(mine)) if mine[0].page else 0
        target: Target = mine[max(0, page - 1)]
        scene, finding = rendering.glimpse(setup, target)
        pixels = None
        if scene is not None:
            shown = min(wish.columns / scene.width, 2 * wish.rows / scene.height)
            if wish.safe:
                scene = preview.preview(scene, target.placement, 1 / shown)
            scale = min(1.0, shown * _FINER)
            pixels = np.ascontiguousarray(raster.opaque_pixels(scene, scale))
        return Seen(
            pixels,
            (*problems, *finding.problems),
            finding.alt,
            page=page,
            pages=target.pages,
            **about,  # type: ignore[arg-type]
        )


def findings(project: Project, post: Post, index: int) -> tuple[Problem, ...]:
    """Everything that the preflight of `creativekit social` says of one post, in all its places."""
    from creativekit.press.social_plan import social_plan
    from creativekit.social.kit import Wanted

    try:
        plan = social_plan(project, Wanted(("auto",), False, True), only=(post.id,), workers=1)
    except InputError as error:
        return error.problems
    return tuple(each for each in plan.problems if is_of(each, index))


def is_of(problem: Problem, index: int) -> bool:
    """Whether a problem is one of this post of creativekit.toml."""
    key, own = problem.key or "", f"post[{index + 1}]"
    return key == own or key.startswith(f"{own}.")
