"""The words that creativekit.toml may use: they are the names of the templates that are there.

A style, a motif, a pattern is a file of templates/brand/, ours or the project's own, and its name
in the config is the file's stem; pairings are the tables of one file. So a new template is a new
accepted word, with no list to keep in step.
"""

from __future__ import annotations

import tomllib
from pathlib import Path, PurePosixPath

from creativekit.errors import fail, msg
from creativekit.project import templates

PAIRINGS = "brand/pairings.toml"


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


def _stems(folder: str, project_folder: Path | None) -> tuple[str, ...]:
    names = templates.listing(folder, "*.toml", project_folder)
    return tuple(sorted(PurePosixPath(name).stem for name in names))
