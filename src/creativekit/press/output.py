"""Writing files so that a kill at any moment leaves the old file or the new one.

Bytes go to a temporary name in the target's own folder, which is then renamed over the target:
rename(2) is atomic within a file system, and os.replace gives the same on Windows. A process that
is killed leaves at most one temporary file, whose name says so, and a later run removes it: in a
kit, which one run has to itself, the next; elsewhere one that comes ten minutes later.

A kit never reaches outside its folder: names that lead out are refused, and so is a symbolic link
inside the kit that points elsewhere.
"""

from __future__ import annotations

import errno
import itertools
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from creativekit.errors import Message, OutputError, msg

_PREFIX = ".creativekit-"
_SUFFIX = ".tmp"
_ABANDONED = 600.0
"""Seconds: no file is written to so slowly."""
_number = itertools.count()

# Virus scanners and indexers on Windows hold a new file open for a moment.
_PATIENCE = (0.02, 0.05, 0.1, 0.2, 0.4) if os.name == "nt" else ()


def write_file(
    path: Path, data: bytes, *, durable: bool = False, mode: int | None = None, new: bool = False
) -> None:
    """Write `data` to `path` atomically, making its folder where it is missing.

    durable: also ask the disk to have it (fsync) before the rename, and clear away what killed runs
    left beside it; costs milliseconds a file.
    mode: its permissions; None for the usual ones. new: raise FileExistsError where something is
    already. Raises OutputError.
    """

    def fill(stream: BinaryIO) -> None:
        stream.write(data)

    write_stream(path, fill, durable=durable, mode=mode, new=new)


def write_stream(
    path: Path,
    fill: Callable[[BinaryIO], None],
    *,
    durable: bool = False,
    mode: int | None = None,
    new: bool = False,
) -> None:
    """The same, of what `fill` writes into a stream: a file that is too large to hold whole."""
    temporary = path.with_name(f"{_PREFIX}{os.getpid()}-{next(_number)}{_SUFFIX}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            # "x" never follows a link that somebody laid under the temporary name.
            with open(temporary, "xb") as stream:
                fill(stream)
                if durable:
                    stream.flush()
                    os.fsync(stream.fileno())
            if mode is not None:
                os.chmod(temporary, mode)
            if new:
                _lay(temporary, path)
            else:
                _replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        if durable:
            _sweep(path.parent)
    except OSError as error:
        if new and isinstance(error, FileExistsError) and os.path.lexists(path):
            raise
        raise output_error(error, path) from error


def _lay(temporary: Path, path: Path) -> None:
    """Give the file its name, unless that is taken: link(2) refuses what rename(2) replaces."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a file system without links
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        _replace(temporary, path)
    else:
        temporary.unlink()


def _replace(temporary: Path, path: Path) -> None:
    for pause in _PATIENCE:
        try:
            os.replace(temporary, path)
            return
        except PermissionError:
            time.sleep(pause)
    os.replace(temporary, path)


def _sweep(folder: Path) -> None:
    """Remove temporary files that nobody has written to for so long that their writer is gone."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _is_temporary(entry.name):
                with suppress(OSError):
                    if time.time() - entry.stat().st_mtime > _ABANDONED:
                        os.unlink(entry)


def _is_temporary(name: str) -> bool:
    return name.startswith(_PREFIX) and name.endswith(_SUFFIX)


def output_error(error: OSError, path: Path) -> OutputError:
    """What the system's refusal to write `path` means to a person."""
    return OutputError(_reason(error, path))


def _reason(error: OSError, path: Path) -> Message:
    shown = str(path)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return msg("the disk is full: '{path}' was not written", path=shown)
        case errno.EFBIG:
            return msg("'{path}' is larger than the system allows a file to be", path=shown)
        case errno.EROFS:
            return msg("'{path}' was not written: the disk is read-only", path=shown)
        case errno.ENAMETOOLONG:
            return msg("the path is too long for this system: '{path}'", path=shown)
        case errno.EISDIR:
            return msg("'{path}' is a folder; a file of this name has to be written", path=shown)
        case errno.ENOTDIR | errno.EEXIST:
            return msg("'{path}' was not written: a file is where a folder should be", path=shown)
        case errno.ENOENT if os.name == "nt":  # what Windows says of more than 260 characters
            return msg("the path is too long for this system: '{path}'", path=shown)
        case errno.EACCES | errno.EPERM if os.path.isdir(path):
            return msg("'{path}' is a folder; a file of this name has to be written", path=shown)
        case errno.EACCES | errno.EPERM:
            return msg(
                "'{path}' was not written: there is no permission, or another program has it open",
                path=shown,
            )
    reason = error.strerror or str(error)
    return msg("'{path}' was not written: {reason}", path=shown, reason=reason)


def is_safe(relative: str) -> bool:
    """Whether `relative` names a file below the kit's folder on every system."""
    parts = relative.split("/")
    return (
        all(part not in ("", ".", "..") for part in parts)
        and not PureWindowsPath(relative).drive
        and "\\" not in relative
        and relative.isprintable()
    )


class Folder:
    """A kit's folder: the names in it are relative, with `/`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._checked: set[Path] = set()

    def path(self, relative: str) -> Path:
        """Where `relative` is on this machine.

        Raises OutputError when it would lie outside the folder, by its name or through a link.
        """
        path = self.root / PurePosixPath(relative)
        if not is_safe(relative):
            raise OutputError(msg("'{path}' leads out of the folder", path=relative))
        if path.parent not in self._checked:
            real = Path(os.path.realpath(path.parent))
            if not real.is_relative_to(os.path.realpath(self.root)):
                raise OutputError(
                    msg(
                        "'{path}' is not written: a link leads out of the folder '{folder}'",
                        path=relative,
                        folder=str(self.root),
                    )
                )
            self._checked.add(path.parent)
        return path

    def write(self, relative: str, data: bytes) -> None:
        """Write atomically; raises OutputError."""
        write_file(self.path(relative), data)

    def remove(self, relative: str) -> None:
        """Remove the file, and the folders that it leaves empty; raises OutputError."""
        path = self.path(relative)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise output_error(error, path) from error
        for parent in itertools.takewhile(lambda each: each != self.root, path.parents):
            try:
                parent.rmdir()
            except OSError:
                break

    def clean(self) -> None:
        """Remove the temporary files that killed runs left."""
        for leftover in self._temporary():
            with suppress(OSError):
                leftover.unlink()

    def _temporary(self) -> Iterator[Path]:
        for here, _, names in os.walk(self.root):
            for name in names:
                if _is_temporary(name):
                    yield Path(here, name)
