"""A secret that is drawn by chance once and lies in a file that its owner alone can read.

It is 32 bytes as hexadecimal digits on one line. Whoever finds one that is damaged is told, and
nothing is drawn in its place: what hangs on the old one would be lost without a word.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from creativekit.errors import Message, OutputError, fail, msg
from creativekit.press.output import write_file

BYTES = 32
_OWNER_ONLY = 0o600


def drawn() -> bytes:
    """A new one, by chance."""
    return secrets.token_bytes(BYTES)


def read(path: Path, damaged: Message, name: str | None = None) -> bytes | None:
    """The secret of a file; None where there is no file.

    Raises InputError with `damaged` for one that is not whole (name: what it calls the file), and
    OutputError where it cannot be read.
    """
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            msg("'{path}' cannot be read: {reason}", path=str(path), reason=reason)
        ) from error
    try:
        found = bytes.fromhex(data.decode("ascii").strip())
    except ValueError:
        found = b""
    if len(found) != BYTES:
        fail(damaged, file=name or str(path))
    return found


def keep(path: Path, secret: bytes) -> None:
    """Write it. Raises FileExistsError where another process has drawn one meanwhile, and
    OutputError where it cannot be written."""
    write_file(path, (secret.hex() + "\n").encode(), durable=True, mode=_OWNER_ONLY, new=True)
