"""kit/manifest.json: what creativekit wrote here, from what, and what the user changed since.

It makes a second run short (a file whose Job and bytes are unchanged is not made again), keeps the
user's hands-on edits (a file whose hash is not the one we wrote is theirs), and lets another
program see what is in a kit. Sorted, without times and machines: the same kit, the same bytes.

A run in progress keeps a journal beside it: one line for every file about to be put in place. When
a run is killed, the manifest is old, but the journal tells our new files from the user's edits.
The journal is also the lock that keeps two runs out of one kit. Standard library only, and no slow
part of it: a run with nothing to do reads this and ends.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from creativekit.errors import OutputError, msg
from creativekit.press.output import Folder, is_safe, output_error, write_file

NAME = "manifest.json"
JOURNAL = ".creativekit-journal"
_VERSION = 1


class KitBusy(OutputError):
    """Another run has the kit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the kit.

    sha256, size: of the bytes we wrote (hex; bytes); sha256 is None for a file that was there
        before us and was never ours.
    key: digest of the maker and of everything the bytes depend on.
    capability: whose plan it belongs to, such as "brand".
    edited: SHA-256 of the user's own version, when that is what lies there.
    """

    sha256: str | None
    size: int
    key: str
    capability: str
    edited: str | None = None

    @property
    def present(self) -> str | None:
        """SHA-256 of what lay there when this was written."""
        return self.edited or self.sha256


@dataclass(slots=True)
class Manifest:
    """plans: capability → fingerprint of its last complete run. files: path in the kit → Entry."""

    plans: dict[str, str] = field(default_factory=dict)
    files: dict[str, Entry] = field(default_factory=dict)

    def of(self, capability: str) -> dict[str, Entry]:
        """The files that belong to one capability's plan."""
        return {path: entry for path, entry in self.files.items() if entry.capability == capability}

    def enter(self, path: str, entry: Entry) -> None:
        """Write down what lies at `path` now.

        A file that another capability had made is no longer as that one's plan has it: the plan has
        to be looked at again, so its fingerprint goes.
        """
        before = self.files.get(path)
        if before is not None and before.capability != entry.capability:
            self.plans.pop(before.capability, None)
        self.files[path] = entry


def read(folder: Path) -> Manifest:
    """The manifest in `folder`; an empty one where there is none or it cannot be understood.

    Nothing is lost by starting from an empty one: files already there are compared with what the
    plan makes and kept when they differ.
    """
    try:
        found = json.loads((folder / NAME).read_bytes())
    except (OSError, ValueError, RecursionError):
        return Manifest()
    if not isinstance(found, dict) or found.get("manifest") != _VERSION:
        return Manifest()
    plans, files = found.get("plans"), found.get("files")
    manifest = Manifest()
    if isinstance(plans, dict):
        manifest.plans = {name: value for name, value in plans.items() if isinstance(value, str)}
    if isinstance(files, dict):
        for path, value in files.items():
            entry = _entry(value)
            # A manifest is a file that anybody may have changed: no name in it may lead out.
            if entry is not None and is_safe(path):
                manifest.files[path] = entry
    return manifest


def _entry(value: Any) -> Entry | None:
    if not isinstance(value, dict):
        return None
    sha256, size = value.get("sha256"), value.get("size")
    key, capability = value.get("key"), value.get("capability")
    edited = value.get("edited")
    if (
        isinstance(size, int)
        and isinstance(key, str)
        and isinstance(capability, str)
        and isinstance(sha256, str | None)
        and isinstance(edited, str | None)
        and (sha256 or edited)
    ):
        return Entry(sha256, size, key, capability, edited)
    return None


def text(manifest: Manifest) -> bytes:
    """The file's bytes: sorted, two spaces, a newline at the end."""
    content = {
        "manifest": _VERSION,
        "plans": manifest.plans,
        "files": {path: _plain(entry) for path, entry in manifest.files.items()},
    }
    shown = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    return shown.encode() + b"\n"


def _plain(entry: Entry) -> dict[str, str | int]:
    fields: Mapping[str, str | int | None] = {
        "sha256": entry.sha256,
        "size": entry.size,
        "key": entry.key,
        "capability": entry.capability,
        "edited": entry.edited,
    }
    return {name: value for name, value in fields.items() if value is not None}


def write(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest, unless it says the same already; raises OutputError."""
    data = text(manifest)
    path = folder / NAME
    with suppress(OSError):
        if path.read_bytes() == data:
            return
    write_file(path, data, durable=True)


def hash_of(path: Path) -> str | None:
    """SHA-256 of a file's bytes; None where there is no file, or an empty one.

    A power cut can leave a renamed file empty; nobody edits a file into nothing, so it counts as
    missing. Raises OutputError when the file is there and cannot be read.
    """
    try:
        with open(path, "rb") as stream:
            if os.fstat(stream.fileno()).st_size == 0:
                return None
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except PermissionError as error:
        # Windows answers so for a folder, too.
        if os.path.isdir(path):
            return None
        raise OutputError(msg("'{path}' cannot be read", path=str(path))) from error
    except OSError as error:
        raise OutputError(msg("'{path}' cannot be read", path=str(path))) from error


class Journal:
    """The open journal of a run: a lock on the kit, and what was put in place so far."""

    def __init__(self, folder: Path) -> None:
        """Take the lock; raises OutputError (`KitBusy` when another run has it)."""
        self._path = folder / JOURNAL
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise output_error(error, folder) from error
        try:
            self._stream = _locked(self._path)
        except OSError as error:
            raise output_error(error, self._path) from error
        if self._stream is None:
            raise KitBusy(
                msg("another creativekit is at work in '{folder}'; wait for it", folder=str(folder))
            )
        self._stream.seek(0)
        left = self._stream.read()
        self.interrupted = bool(left)
        self._written = _lines(left)

    @property
    def stream(self) -> BinaryIO:
        assert self._stream is not None
        return self._stream

    def begin(self) -> None:
        """Mark that a run is under way, so that the next one looks for what it left."""
        self._append(b"[]\n")

    def add(self, path: str, entry: Entry) -> None:
        """Note that `entry` is about to be put at `path`; call before the file is replaced."""
        self._written.append((path, entry))
        line = json.dumps([path, entry.sha256, entry.size, entry.key, entry.capability])
        self._append(line.encode() + b"\n")

    def _append(self, line: bytes) -> None:
        try:
            self.stream.seek(0, os.SEEK_END)
            self.stream.write(line)
            self.stream.flush()
        except OSError as error:
            raise output_error(error, self._path) from error

    def settle(self, manifest: Manifest, folder: Folder) -> None:
        """Enter into `manifest` every file of the journal that really came to lie there.

        Of two runs that were cut off, the second may have been about to replace what the first put
        in place: so every entry counts, not only a path's last one.
        """
        for path, entry in self._written:
            if manifest.files.get(path) != entry and hash_of(folder.path(path)) == entry.sha256:
                manifest.enter(path, entry)

    def close(self, *, done: bool) -> None:
        """Let go of the lock; the journal is removed unless the next run has to read it.

        done: the manifest now says it all.
        """
        done = done or not (self.interrupted or self._written)
        # Windows cannot remove an open file, others must not let a second run lock a removed one.
        if done and os.name != "nt":
            with suppress(OSError):
                self._path.unlink()
        with suppress(OSError):
            self.stream.close()
        if done and os.name == "nt":
            with suppress(OSError):
                self._path.unlink()


def _lines(left: bytes) -> list[tuple[str, Entry]]:
    """The journal's entries, later ones last; a line cut short by a kill is passed over."""
    found = []
    for line in left.splitlines():
        try:
            path, sha256, size, key, capability = json.loads(line)
        except (ValueError, TypeError, RecursionError):
            continue
        entry = _entry({"sha256": sha256, "size": size, "key": key, "capability": capability})
        if entry is not None and isinstance(path, str) and is_safe(path):
            found.append((path, entry))
    return found


def _locked(path: Path) -> BinaryIO | None:
    """The file opened for appending and locked; None when another process holds the lock."""
    while True:
        stream = open(path, "a+b", buffering=0)  # noqa: SIM115 - the Journal closes it
        try:
            if not _lock(stream):
                stream.close()
                return None
            # The run before may have removed the file between our opening and our locking it.
            if os.name == "nt" or os.path.samestat(os.stat(path), os.fstat(stream.fileno())):
                return stream
        except FileNotFoundError:
            pass
        except BaseException:
            stream.close()
            raise
        stream.close()


def _lock(stream: Any) -> bool:
    # Record locks, unlike flock, are not inherited by forked workers, and end with the process.
    try:
        if os.name == "nt":
            import msvcrt

            # Beyond any content: Windows locks are mandatory and would bar our own reading.
            stream.seek(1 << 30)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        # A network file system without locks: two runs at once are the user's to avoid.
        return True
    return True
