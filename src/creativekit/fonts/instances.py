"""Static instances: one weight of a variable font as a file of its own, made once a machine.

For programs that cannot move along an axis, or cannot be told to (Office, some PDF makers). An
instance is a derived file in the user's cache, never a part of a kit: the kit carries the font as
its maker published it. It is named by the face's digest and by what made it, so a stale one is
never found; it is replaced into place whole, so several processes may make the same one at once.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import cache, lru_cache
from pathlib import Path

from creativekit.errors import OutputError, msg
from creativekit.fonts import sfnt
from creativekit.fonts.faces import Face
from creativekit.jobs import digest

_RECIPE = 1


def static_instance(face: Face) -> str:
    """Path of a static font that is the face: its own file when that has no axes.

    Made in the user's cache folder, or, where that cannot be written, in a folder of this process
    that is removed when it ends. Raises InputError when the font cannot be read or instanced,
    OutputError when there is nowhere to write.
    """
    from creativekit.fonts.harfbuzz import file

    if not file(face).has_var_data:
        return face.file
    name = _name(face)
    for folder in (_cache_folder, _process_folder):
        try:
            return _made(face, folder() / name)
        except OSError as error:
            reason = error.strerror or str(error)
    raise OutputError(
        msg("the font {family} cannot be prepared: {reason}", family=face.family, reason=reason)
    )


def _made(face: Face, path: Path) -> str:
    from creativekit.fonts.subset import instance

    if not _is_whole(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".ttf")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(instance(face))
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    return str(path)


def _is_whole(path: Path) -> bool:
    """Whether the file is there with all its tables: a power cut may leave an empty one."""
    try:
        about = path.stat()
    except OSError:
        return False
    return _is_font(str(path), about.st_size, about.st_mtime_ns)


@lru_cache(maxsize=256)
def _is_font(path: str, size: int, changed: int) -> bool:
    try:
        return bool(sfnt.tables(Path(path).read_bytes()))
    except (OSError, sfnt.Damaged):
        return False


def _name(face: Face) -> str:
    import uharfbuzz as hb

    family = "".join(char if char.isalnum() else "-" for char in face.family.lower())[:40]
    style = "-italic" if face.italic else ""
    made_by = digest(face.digest, _RECIPE, hb.version_string())
    return f"{family}-{face.weight}{style}-{made_by[:16]}.ttf"


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("creativekit", appauthor=False) / "fonts"


@cache
def _process_folder() -> Path:
    folder = tempfile.mkdtemp(prefix="creativekit-fonts-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
