"""Files that the config names: inside the project's folder, of a kind we can use, and there.

A project is shared as one folder and its config may come from a stranger, so a reference may not
lead out of the folder: not by `..`, not by an absolute path, not through a symbolic link.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from creativekit.errors import msg, nearest
from creativekit.project.rejection import reject, shown

PICTURES = (".png", ".jpg", ".jpeg", ".webp")
LOGOS = (".svg", *PICTURES)
FONTS = (".ttf", ".otf")

_DRIVE = re.compile(r"[A-Za-z]:")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def checked(typed: str, extensions: tuple[str, ...], folder: Path | None) -> str:
    """The reference with `/` between its parts; raises the refusal when it may not be used.

    `folder`: the project's; when None, only the reference's own text is looked at.
    """
    if _ADDRESS.match(typed):
        raise reject(msg("this must be a file in the project's folder, not an address"))
    # Windows' own separator, as its file manager copies it.
    name = typed.strip().replace("\\", "/")
    path = PurePosixPath(name)
    if path.is_absolute() or _DRIVE.match(name) or name.startswith("~"):
        raise reject(
            msg("give the file's path from the project's folder, not '{found}'", found=shown(typed))
        )
    if ".." in path.parts or "\0" in name:
        raise reject(msg("'{found}' leads out of the project's folder", found=shown(typed)))
    if path.suffix.lower() not in extensions:
        raise reject(
            msg("'{found}' is not a kind of file that can be used here", found=shown(typed)),
            extensions,
        )
    if folder is not None:
        _look(path, folder, typed)
    return path.as_posix()


def _look(path: PurePosixPath, folder: Path, typed: str) -> None:
    target = folder / path
    try:
        inside = target.resolve().is_relative_to(folder.resolve())
        there = target.is_file()
    except (OSError, RuntimeError):
        # A name too long for the system, or links that go in a circle.
        inside, there = True, False
    if not inside:
        raise reject(msg("'{found}' leads out of the project's folder", found=shown(typed)))
    if not there:
        raise reject(
            msg("there is no file '{found}' in the project's folder", found=shown(typed)),
            nearest=_nearest_file(path, folder),
        )


def _nearest_file(path: PurePosixPath, folder: Path) -> str | None:
    try:
        names = {
            entry.name.lower(): entry.name
            for entry in sorted((folder / path.parent).iterdir())
            if entry.is_file()
        }
    except OSError:
        return None
    found = nearest(path.name, names)
    return (path.parent / names[found]).as_posix() if found is not None else None
