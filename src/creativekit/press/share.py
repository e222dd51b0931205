"""What of a kit is passed on, and the archive it travels in.

Passed on is what a person sees in the folder: what creativekit made, as it lies there now, edited
or not, and what the owner put beside it. Not passed on: hidden files and those that systems and
offices leave (`Thumbs.db`, `~$…`), the manifest and the page over the kit (a list of everything
that is not there any more), and links, which could lead anywhere. kit/presence/ holds what somebody
said of their own business, and goes only when it is named.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from creativekit.errors import Message, OutputError, fail, msg, nearest
from creativekit.language.file_names import safe_name
from creativekit.press import manifest
from creativekit.press.archive import MOST_BYTES, Archive
from creativekit.press.output import is_safe, write_stream

PRIVATE = ("presence",)
README = "README.html"
MARK = b"creativekit share"
"""The archive's comment: by it, one of ours is known from a file that is somebody's own."""

_OURS_AT_THE_TOP = (manifest.NAME, "index.html", README)
_LITTER = ("thumbs.db", "desktop.ini")
_MOST_NAME = 120


@dataclass(frozen=True, slots=True)
class Shared:
    """A file that is passed on. path: on this machine. name: in the archive, relative, with `/`.
    size: bytes."""

    path: Path
    name: str
    size: int

    @property
    def part(self) -> str:
        """The folder of the kit it is in; empty for one at the top."""
        parts = PurePosixPath(self.name).parts
        return parts[0] if len(parts) > 1 else ""


@dataclass(frozen=True, slots=True)
class Selection:
    """files: by name. held_back: parts that are there and private. left_out: names of files that
    cannot be passed on, each with the reason."""

    files: tuple[Shared, ...]
    held_back: tuple[str, ...] = ()
    left_out: tuple[tuple[str, Message], ...] = ()

    @property
    def size(self) -> int:
        """Bytes, before they are packed."""
        return sum(each.size for each in self.files)

    @property
    def parts(self) -> Mapping[str, int]:
        """How many files each part has, in order."""
        found: dict[str, int] = {}
        for each in self.files:
            found[each.part] = found.get(each.part, 0) + 1
        return found


def selection(kit: Path, only: Sequence[str] = (), target: Path | None = None) -> Selection:
    """What is passed on of a kit. only: parts by the names of their folders; all but the private
    ones without a name. target: the archive, which may lie in the kit and never holds itself.

    Raises InputError for a kit that is not there or empty, and for a part that there is not.
    """
    found: list[Shared] = []
    left_out: list[tuple[str, Message]] = []
    if kit.is_dir():
        own = None if target is None else os.path.realpath(target)
        for each in _walk(kit, "", left_out):
            if own is None or os.path.realpath(each.path) != own:
                found.append(each)
    there = sorted({each.part for each in found} - {""})
    for part in only:
        if part not in there:
            fail(
                msg("there is nothing of '{part}' in the kit", part=part),
                key="--only",
                accepted=tuple(there),
                nearest=nearest(part, there),
            )
    wanted = set(only) or {"", *there} - set(PRIVATE)
    files = tuple(sorted((each for each in found if each.part in wanted), key=lambda e: e.name))
    if not files:
        fail(msg("there is nothing to share yet; `creativekit brand` makes a kit"), file=str(kit))
    held = () if only else tuple(part for part in there if part in PRIVATE)
    return Selection(files, held, tuple(sorted(left_out, key=lambda each: each[0])))


def _walk(folder: Path, before: str, left_out: list[tuple[str, Message]]) -> Iterator[Shared]:
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda each: each.name)
    except OSError as error:
        raise _unread(folder, error) from error
    names: set[str] = set()
    for entry in entries:
        name = unicodedata.normalize("NFC", entry.name)
        relative = before + name
        if name.startswith((".", "~$")) or name.lower() in _LITTER:
            continue
        if not before and name in _OURS_AT_THE_TOP:
            continue
        if _leads_away(entry):
            left_out.append((relative, msg("a link is not followed")))
        elif name != _portable(name) or not is_safe(relative) or name.casefold() in names:
            left_out.append((relative, msg("Windows could not unpack a file of this name")))
        elif entry.is_dir(follow_symlinks=False):
            names.add(name.casefold())
            yield from _walk(Path(entry.path), f"{relative}/", left_out)
        elif entry.is_file(follow_symlinks=False):
            names.add(name.casefold())
            size = entry.stat(follow_symlinks=False).st_size
            if size >= MOST_BYTES:
                left_out.append((relative, msg("it is larger than {size} GB", size=4)))
            else:
                yield Shared(Path(entry.path), relative, size)


def _portable(name: str) -> str:
    """The name as every system takes it."""
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 16:
        return safe_name(name)
    return safe_name(stem, dot + ending) if safe_name(ending) == ending else ""


def _leads_away(entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink():
        return True
    # A junction of Windows is a folder that lies elsewhere, and no symbolic link.
    return os.name == "nt" and os.path.realpath(entry.path) != os.path.join(
        os.path.realpath(os.path.dirname(entry.path)), entry.name
    )


def is_ours(path: Path) -> bool:
    """Whether the file at `path` is an archive that this made, which a new one may replace."""
    try:
        with open(path, "rb") as stream:
            stream.seek(-len(MARK), os.SEEK_END)
            return stream.read() == MARK
    except OSError:
        return False


def write(found: Selection, folder: str, readme: bytes, target: Path) -> int:
    """Write the archive, atomically; returns its size in bytes.

    folder: what it unpacks to: without one, three hundred files would land among somebody's own.
    Raises OutputError.
    """
    size = 0

    def fill(stream: BinaryIO) -> None:
        nonlocal size
        archive = Archive(stream, MARK)
        archive.add(f"{folder}/{README}", readme)
        for each in found.files:
            archive.add(f"{folder}/{each.name}", _read(each.path))
        archive.close()
        size = stream.tell()

    write_stream(target, fill, durable=True)
    return size


def folder_name(name: str) -> str:
    """The archive's folder: the brand's own name, which every system takes."""
    return safe_name(name[:_MOST_NAME], fallback="kit")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unread(path, error) from error


def _unread(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(msg("'{path}' cannot be read: {reason}", path=str(path), reason=reason))
