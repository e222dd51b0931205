"""Changing a file that a person wrote by hand: creativekit.toml as it was stays beside it.

The copy is made first and lies there whole before the file is touched, so a kill at any moment
leaves the old file, or the new one and the copy. A copy is never written over: the next one gets a
number. A file that its owner made read-only is left alone, though a rename would not ask.
"""

from __future__ import annotations

import errno
import itertools
import os
import stat
from pathlib import Path

from creativekit.errors import OutputError, msg
from creativekit.press.output import output_error, write_file

ENDING = ".bak"


def rewrite(path: Path, before: bytes, after: bytes, *, keep: bool = True) -> Path | None:
    """Put `after` in place of `before`; returns the copy that was kept, None without `keep`.

    A link is followed, permissions stay. Raises OutputError when the file cannot be written, or is
    not as it was read: then somebody else has changed it meanwhile.
    """
    real = Path(os.path.realpath(path))
    try:
        mode = stat.S_IMODE(real.stat().st_mode)
        present = real.read_bytes()
    except OSError as error:
        raise output_error(error, path) from error
    if present != before:
        raise OutputError(
            msg("'{path}' was changed meanwhile and is left as it is; try again", path=str(path))
        )
    if not mode & 0o222:
        raise output_error(PermissionError(errno.EACCES, ""), path)
    copy = _kept(path, before, mode) if keep else None
    write_file(real, after, durable=True, mode=mode)
    return copy


def _kept(path: Path, data: bytes, mode: int) -> Path:
    """A copy of the file beside it, under a name that is free or has the same bytes already."""
    for number in itertools.count(1):
        copy = path.with_name(f"{path.name}{ENDING}{'' if number == 1 else f'.{number}'}")
        try:
            write_file(copy, data, durable=True, mode=mode, new=True)
            return copy
        except FileExistsError:
            if copy.is_file() and copy.read_bytes() == data:
                return copy
    raise AssertionError  # numbers do not end
