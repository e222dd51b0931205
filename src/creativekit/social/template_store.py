"""Where templates are: `templates/social/posts/<id>.toml`, the project's own before ours.

One read and checked is kept by its bytes, so a long run of posts reads each template once, and an
edited file is never taken for the old one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath

from creativekit.errors import InputError, Problem, Problems, fail, msg, nearest
from creativekit.project import templates as store
from creativekit.project import vocabulary
from creativekit.social import template_file
from creativekit.social.template import GIVEN, Template

FOLDER = "social/posts"


def relative(template_id: str) -> str:
    """A template's file, as `project.templates` names it."""
    return f"{FOLDER}/{template_id}.toml"


def template_ids(project_folder: Path | None = None) -> tuple[str, ...]:
    """Ids of all templates, ours and the project's own, sorted by code point."""
    names = store.listing(FOLDER, "*.toml", project_folder)
    return tuple(sorted(PurePosixPath(name).stem for name in names))


def own_ids(project_folder: Path) -> tuple[str, ...]:
    """Ids of the templates that stand in the project's folder."""
    return tuple(each for each in template_ids(project_folder) if is_own(each, project_folder))


def is_own(template_id: str, project_folder: Path | None) -> bool:
    """Whether the project has a template of this id itself."""
    if project_folder is None:
        return False
    return (project_folder / store.FOLDER / relative(template_id)).is_file()


def template(template_id: str, project_folder: Path | None = None) -> Template:
    """The template of this id.

    Raises InputError when there is none, with the nearest id, or with every problem of its file.
    """
    known = template_ids(project_folder)
    if template_id not in known:
        fail(
            msg("there is no template '{name}'", name=template_id),
            accepted=known,
            nearest=nearest(template_id, known),
        )
    name = relative(template_id)
    data = store.read(name, project_folder)
    return read(data, f"{store.FOLDER}/{name}", template_id, project_folder)


def templates(project_folder: Path | None = None) -> tuple[Template, ...]:
    """All templates, sorted by id. Raises InputError with the problems of all their files."""
    problems = Problems()
    found = []
    for template_id in template_ids(project_folder):
        try:
            found.append(template(template_id, project_folder))
        except InputError as error:
            problems.extend(error.problems)
    problems.raise_if_any()
    return tuple(found)


def read(
    data: bytes, file_name: str, template_id: str, project_folder: Path | None = None
) -> Template:
    """A template from the bytes of any file, judged among the styles and templates of a project.

    Raises InputError with every problem of it.
    """
    found = _read(data, file_name, template_id, project_folder)
    problems = tuple(_unfilled(found, project_folder))
    if problems:
        raise InputError(problems)
    return found


_kept = lru_cache(maxsize=256)(template_file.read)


def _read(data: bytes, file_name: str, template_id: str, folder: Path | None) -> Template:
    styles = vocabulary.styles(folder)
    return _kept(data, file_name, template_id, styles, template_ids(folder))


def _unfilled(carousel: Template, project_folder: Path | None) -> Iterator[Problem]:
    """What the pages of a carousel require and it cannot give them."""
    for name in dict.fromkeys(carousel.pages or ()):
        # Not by `template`: a page that is a carousel would be read for ever.
        file = relative(name)
        data = store.read(file, project_folder)
        page = _read(data, f"{store.FOLDER}/{file}", name, project_folder)
        if page.listed:
            yield Problem(
                msg("'{name}' is no page of a carousel: it lacks `listed = false`", name=name),
                file=carousel.file,
                key="pages",
            )
        for field in page.fields.values():
            if field.required and field.name not in (*carousel.fields, *GIVEN):
                yield Problem(
                    msg(
                        "the page '{page}' requires a field '{name}', which is not here",
                        page=name,
                        name=field.name,
                    ),
                    file=carousel.file,
                    key="pages",
                )
