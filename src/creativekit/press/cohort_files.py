"""What a cohort keeps beside its store: cohort.toml, the key of its people's ids, files to collect.

`cohort.key` is drawn by chance when the cohort is made or first collects, and never again. A cohort
that names the store of the last meeting takes over the key that lies beside it, without which
nobody could be paired with who they were then.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from creativekit.cohort.config import FILE_NAME, INBOX, KEY, Cohort
from creativekit.errors import OutputError, fail, msg
from creativekit.press import secret_file
from creativekit.press.output import Folder, write_file


def key(cohort: Cohort) -> bytes:
    """The cohort's key, drawn and written where there is none yet.

    Raises InputError for a key that is damaged, OutputError where none can be written.
    """
    path = cohort.folder / KEY
    found = _read(path)
    if found is not None:
        return found
    made = None
    if cohort.privacy.previous is not None:
        made = _read(cohort.privacy.previous.parent / KEY)
    made = made or secret_file.drawn()
    try:
        secret_file.keep(path, made)
    except FileExistsError:  # another process has drawn one meanwhile
        return _read(path) or made
    return made


def start(folder: Path, text: str, files: Iterable[tuple[str, bytes]] = ()) -> int:
    """Make a cohort's folder; returns how many files were put beside the cohort.toml.

    Raises OutputError where something cannot be written; cohort.toml is the last, and is never
    overwritten.
    """
    whole = Folder(folder)
    try:
        (folder / INBOX).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            msg("'{path}' cannot be written: {reason}", path=str(folder), reason=str(error))
        ) from error
    count = 0
    for name, data in files:
        write_file(whole.path(name), data)
        count += 1
    try:
        write_file(folder / FILE_NAME, text.encode(), durable=True, new=True)
    except FileExistsError:
        fail(msg("there is a cohort already; nothing was changed"), file=str(folder / FILE_NAME))
    return count


def _read(path: Path) -> bytes | None:
    return secret_file.read(
        path,
        msg("this key is damaged; without it, people cannot be told to be the same as before"),
    )
