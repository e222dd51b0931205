"""Template files: what creativekit ships and what a project puts in their place.

A project may keep its own `templates/` beside creativekit.toml; a file there wins over ours of the
same relative name, so a person changes one file by copying one file. Ours are package data in a
wheel (`creativekit/templates`) and the repository's `templates/` beside `src/` in an editable
install. Names are relative, with `/`, the same on every system: a config is shared between
machines. Standard library only, because nearly every command looks for a template.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path, PurePosixPath

from creativekit.errors import Message, fail, msg

FOLDER = "templates"


@cache
def ours() -> Path:
    """The folder of the templates that creativekit ships."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / FOLDER
    return packaged if packaged.is_dir() else package.parent.parent / FOLDER


def find(relative: str, project_folder: Path | None = None) -> Path:
    """The file `relative` (such as `brand/styles/steppe.toml`): the project's own, else ours.

    Raises InputError when there is none, or when the name leads out of the templates (`..`, an
    absolute path, a symbolic link out of the project's folder).
    """
    name = _safe(relative)
    if project_folder is not None:
        own = project_folder / FOLDER / name
        if own.is_file():
            _stay_inside(own, project_folder, relative)
            return own
    packaged = ours() / name
    if packaged.is_file():
        return packaged
    fail(msg("there is no template '{name}'", name=relative), file=f"{FOLDER}/{relative}")


def read(relative: str, project_folder: Path | None = None) -> bytes:
    """The bytes of `find(relative, project_folder)`; raises InputError as it does."""
    path = find(relative, project_folder)
    try:
        return path.read_bytes()
    except OSError as error:
        fail(
            msg("the template cannot be read: {reason}", reason=error.strerror or str(error)),
            file=f"{FOLDER}/{relative}",
        )


def listing(
    relative_dir: str, pattern: str = "*", project_folder: Path | None = None
) -> tuple[str, ...]:
    """Names that `find` takes, of the files in `relative_dir` that match `pattern` (`*.toml`).

    Ours and the project's own together, each name once, sorted by code point. Hidden files and
    folders inside `relative_dir` are left out. A folder that is not there is an empty one.
    Raises InputError when `relative_dir` leads out of the templates.
    """
    folder = _safe(relative_dir)
    places = [ours()]
    if project_folder is not None:
        own = project_folder / FOLDER
        if (own / folder).is_dir():
            _stay_inside(own / folder, project_folder, relative_dir)
        places.append(own)
    names = {
        (folder / entry.name).as_posix()
        for place in places
        if (place / folder).is_dir()
        for entry in (place / folder).iterdir()
        if not entry.name.startswith(".") and fnmatchcase(entry.name, pattern) and entry.is_file()
    }
    return tuple(sorted(names))


def _safe(relative: str) -> PurePosixPath:
    path = PurePosixPath(relative)
    # A backslash or a colon means nothing in our names and much to Windows (drives, streams).
    if (
        not relative
        or path.is_absolute()
        or ".." in path.parts
        or any(char in relative for char in "\\:\0")
    ):
        fail(_escapes(relative))
    return path


def _stay_inside(path: Path, folder: Path, relative: str) -> None:
    if not path.resolve().is_relative_to(folder.resolve()):
        fail(_escapes(relative), file=f"{FOLDER}/{relative}")


def _escapes(relative: str) -> Message:
    return msg("'{name}' leads out of the folder of templates", name=relative)
