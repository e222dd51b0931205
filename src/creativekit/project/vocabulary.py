"""The words that creativekit.toml may use: they are the names of the templates that are there.

A style, a motif, a pattern is a file of templates/brand/, ours or the project's own, and its name
in the config is the file's stem; pairings are the tables of one file. So a new template is a new
accepted word, with no list to keep in step.
"""

from __future__ import annotations

import tomllib
from pathlib import Path, PurePosixPath
from typing import Any

from creativekit.errors import fail, msg
from creativekit.project import templates
from creativekit.project.config_file import decoded, values_of

PAIRINGS = "brand/pairings.toml"
PLACEMENTS = "social/placements.toml"

# All placements of one kind at once; "all" and the platforms' names are words too.
KINDS = {
    "posts": "post",
    "stories": "story",
    "links": "link",
    "thumbnails": "thumbnail",
    "covers": "cover",
    "avatars": "avatar",
    "highlights": "highlight",
}
ALL = "all"


def styles(project_folder: Path | None = None) -> tuple[str, ...]:
    """Names of the art directions, sorted."""
    return _stems("brand/styles", project_folder)


def motifs(project_folder: Path | None = None) -> tuple[str, ...]:
    """Names of the parametric symbols, sorted."""
    return _stems("brand/motifs", project_folder)


def patterns(project_folder: Path | None = None) -> tuple[str, ...]:
    """Names of the seamless patterns, sorted."""
    return _stems("brand/patterns", project_folder)


def pairings(project_folder: Path | None = None) -> tuple[str, ...]:
    """Names of the pairs of typefaces, sorted.

    Raises InputError when the project's own file of pairings is not TOML.
    """
    try:
        text = templates.read(PAIRINGS, project_folder).decode("utf-8")
        table = tomllib.loads(text)
    except ValueError as error:
        fail(
            msg("the file of pairings is not valid TOML: {reason}", reason=str(error)),
            file=f"{templates.FOLDER}/{PAIRINGS}",
        )
    return tuple(sorted(key for key, value in table.items() if isinstance(value, dict)))


def placements(project_folder: Path | None = None) -> tuple[str, ...]:
    """Where a post may go: `all`, kinds, platforms, then single placements in the file's order.

    Raises InputError when the project's own file of placements is not TOML.
    """
    table = _toml(PLACEMENTS, project_folder)
    single = table.get("placement")
    ids = [
        entry["id"]
        for entry in (single if isinstance(single, list) else ())
        if isinstance(entry, dict) and isinstance(entry.get("id"), str)
    ]
    return (*placement_groups(project_folder), *ids)


def placement_groups(project_folder: Path | None = None) -> tuple[str, ...]:
    """The words that stand for several placements. Raises InputError as `placements` does."""
    platforms = _toml(PLACEMENTS, project_folder).get("platforms")
    return (ALL, *KINDS, *(platforms if isinstance(platforms, dict) else ()))


def _toml(relative: str, project_folder: Path | None) -> dict[str, Any]:
    name = f"{templates.FOLDER}/{relative}"
    return values_of(decoded(templates.read(relative, project_folder), name), name)


def _stems(folder: str, project_folder: Path | None) -> tuple[str, ...]:
    names = templates.listing(folder, "*.toml", project_folder)
    return tuple(sorted(PurePosixPath(name).stem for name in names))
