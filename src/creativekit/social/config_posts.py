"""The posts of creativekit.toml: its `[[post]]` tables as Posts that know their lines."""

from __future__ import annotations

from creativekit.errors import Problem
from creativekit.project.model import Project
from creativekit.project.post_sections import PostTable
from creativekit.social.assembly import Draft, Frame, assembled
from creativekit.social.post import Post, Source, by_language


def posts_of(
    project: Project, frame: Frame | None = None
) -> tuple[tuple[Post, ...], tuple[Problem, ...]]:
    """The posts, in the file's order, and what is wrong or doubtful about them.

    Raises InputError when the file of placements has problems.
    """
    drafts = [_draft(project, index, table) for index, table in enumerate(project.posts)]
    return assembled(drafts, frame or Frame.of(project))


def _draft(project: Project, index: int, table: PostTable) -> Draft:
    key = f"post[{index + 1}]"
    places = {
        name: (project.line(("post", index, name)), f"{key}.{name}")
        for name in (*sorted(table.model_fields_set), *table.fields)
    }
    for name, value in table.fields.items():
        for code in value if by_language(value) else ():
            line = project.line(("post", index, name, code))
            places[f"{name}:{code}"] = (line, f"{key}.{name}.{code}")
    return Draft(
        template=table.template,
        source=Source(project.config, project.line(("post", index)), key, places),
        id=table.id,
        placements=table.placements,
        languages=(table.language,) if table.language else table.languages,
        date=table.date,
        time=table.time,
        caption=table.caption,
        hashtags=dict(table.hashtags),
        alt=table.alt,
        variant=table.variant,
        fields={name: value for name, value in table.fields.items() if value != ""},
    )
