"""The plan of posts: read, looked through on all cores, and turned into Jobs.

Preflight comes first and is whole: every row and every placement is looked at before a picture is
made, so that a person mends a table once. What has errors is left out of the Jobs; whether the rest
is made all the same is the caller's decision.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from creativekit.artwork.dress import dress
from creativekit.errors import Problem, Problems, msg, nearest
from creativekit.identity.resolve import identity
from creativekit.jobs import Job
from creativekit.press.never_said import never_said
from creativekit.press.preflight import findings
from creativekit.press.run import Progress
from creativekit.project.model import Project
from creativekit.social import config_posts, table_posts
from creativekit.social.assembly import Frame
from creativekit.social.captions import doubts
from creativekit.social.holidays import on_holidays
from creativekit.social.kit import Wanted, jobs
from creativekit.social.post import Post
from creativekit.social.rendering import Finding
from creativekit.social.targets import Setup, Target, targets
from creativekit.social.template_store import templates
from creativekit.social.treatment import treatment
from creativekit.tables.table import Table


@dataclass(frozen=True, slots=True)
class SocialPlan:
    """What posts become, and everything their preflight found.

    jobs: of the posts without errors. posts, pictures: how many there are of them; skipped: posts
    left out because they have errors. problems: errors and warnings, in the order of the posts.
    """

    jobs: tuple[Job, ...]
    posts: int
    pictures: int
    skipped: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def complete(self) -> bool:
        """What has errors now may have been made before: without all of it nothing is removed."""
        return not self.errors

    @property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "warning")

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == "error")


def social_plan(
    project: Project,
    wanted: Wanted,
    table: Table | None = None,
    *,
    placements: Sequence[str] = (),
    only: Sequence[str] = (),
    small: bool = False,
    workers: int | None = None,
    progress: Progress | None = None,
) -> SocialPlan:
    """The posts of creativekit.toml, or of `table`, looked through and planned.

    placements: words for placements that replace the posts' own. only: ids of posts; none is all.
    Nothing is written. Raises InputError for a project that has no brand, or an unknown placement.
    """
    brand = identity(project)
    frame = Frame.of(project)
    problems = Problems()
    problems.extend((*project.warnings, *brand.notes))
    posts = _read(project, table, frame, problems)
    if placements:
        chosen = frame.catalogue.chosen(placements)
        posts = tuple(replace(post, placements=chosen) for post in posts)
    if only:
        posts = _only(posts, only, problems)
    setup = Setup(
        brand, Path(project.folder), treatment(project.social.treatment, brand), small, dress(brand)
    )
    all_targets, wrong = targets(posts, frame.catalogue.placements, setup.folder)
    problems.extend(wrong)
    looked = findings(setup, all_targets, workers, progress)
    pairs = tuple(zip(all_targets, looked, strict=True))
    bad = _told(pairs, problems) | {post.id for post in posts} - {
        each.post.id for each in all_targets
    }
    kept = tuple(pair for pair in pairs if pair[0].post.id not in bad)
    good = tuple(post for post in posts if post.id not in bad)
    for post in good:
        problems.extend(doubts(post, frame.catalogue))
    problems.extend(on_holidays(good, brand.main_language))
    problems.extend(never_said(project, good))
    made = jobs(
        setup,
        tuple(target for target, _ in kept),
        tuple(finding for _, finding in kept),
        wanted,
    )
    skipped = tuple(post.id for post in posts if post.id in bad)
    return SocialPlan(made, len(good), len(kept), skipped, tuple(problems))


def _read(
    project: Project, table: Table | None, frame: Frame, problems: Problems
) -> tuple[Post, ...]:
    if table is None:
        posts, found = config_posts.posts_of(project, frame)
    else:
        fields = {
            each.id: {name: field.type for name, field in each.fields.items()}
            for each in templates(project.folder)
        }
        posts, found = table_posts.posts_of(table, frame, fields)
    problems.extend(found)
    return posts


def _only(posts: tuple[Post, ...], only: Sequence[str], problems: Problems) -> tuple[Post, ...]:
    # Beside what was found in reading: a row with an error is no post, and that is why it is not
    # there.
    ids = sorted(post.id for post in posts)
    for name in only:
        if name not in ids:
            message = msg("there is no post '{found}'", found=name)
            problems.add(Problem(message, nearest=nearest(name, ids)))
    return tuple(post for post in posts if post.id in only)


def _told(pairs: Sequence[tuple[Target, Finding]], problems: Problems) -> set[str]:
    """Adds every finding's problems, each once; the ids of the posts that have errors."""
    seen: set[str] = set()
    bad: set[str] = set()
    for target, finding in pairs:
        for problem in finding.problems:
            if problem.severity == "error":
                bad.add(target.post.id)
            if (key := str(problem)) not in seen:
                seen.add(key)
                problems.add(problem)
    return bad
