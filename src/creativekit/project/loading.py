"""creativekit.toml from the disk to a Project, with every problem found in one pass.

The text is checked in three steps, each only after the one before: it is UTF-8, it is TOML, its
values fit the schema. A person sees every problem of the first step that finds any.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from creativekit.errors import InputError, Problem, Problems
from creativekit.project import doubts, wording
from creativekit.project.config_file import (
    FILE_NAME,
    decoded,
    file_bytes,
    find_project,
    values_of,
)
from creativekit.project.localized import LANGUAGES
from creativekit.project.model import Project, Setting
from creativekit.project.toml_positions import Key, Position, position_of, positions

# Sections whose problems may show only when it is known what they are printed or posted with.
_CHECKED_LATER = ("social", "post", "person", "price_list")

__all__ = ["decoded", "find_project", "load", "parse", "values_of"]


def load(path: Path | str) -> Project:
    """The project of a folder or of a config file.

    Raises InputError with all problems (and the warnings) of the file.
    """
    path = Path(path)
    file = path / FILE_NAME if path.is_dir() else path
    return parse(decoded(file_bytes(file), file.name), file.parent, file.name)


def parse(text: str, folder: Path, file: str = FILE_NAME) -> Project:
    """The project that `text` describes, in `folder`; `file` is its name in problems.

    Raises InputError with all problems (and the warnings) of the text.
    """
    values = values_of(text, file)
    places = positions(text)
    found = Problems()
    found.extend(_warnings(values, file, places))
    try:
        project = Project.model_validate(values, context=Setting(folder, _main_language(values)))
    except ValidationError as error:
        found.extend(wording.problems(error, Project, file, places))
        raise InputError(sorted(found, key=lambda problem: problem.line or 0)) from None
    project._warnings = tuple(found)
    project._config = file
    project._places = {key: place for key, place in places.items() if key[0] in _CHECKED_LATER}
    return project


def _warnings(
    values: Mapping[str, object], file: str, places: dict[Key, Position]
) -> list[Problem]:
    return [
        Problem(
            message,
            file=file,
            line=place.line if (place := position_of(key, places)) else None,
            key=wording.dotted(key),
            severity="warning",
        )
        for key, message in doubts.doubts(values)
    ]


def _main_language(values: Mapping[str, object]) -> str:
    about = values.get("project")
    languages = about.get("languages") if isinstance(about, dict) else None
    if isinstance(languages, list) and languages and languages[0] in LANGUAGES:
        return str(languages[0])
    return LANGUAGES[0]
