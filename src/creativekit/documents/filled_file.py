"""The bytes of a file that somebody filled in and gave back, of whatever format."""

from __future__ import annotations

from pathlib import Path

from creativekit.errors import fail, msg


def contents(source: bytes | Path, name: str, most: int) -> bytes:
    """The whole file, `most` bytes at the most. name: what errors call it.

    Raises InputError for one that is not there, cannot be read, is empty or larger.
    """
    if isinstance(source, Path):
        try:
            if not source.is_file():
                fail(msg("there is no such file"), file=name)
            size = source.stat().st_size
            data = source.read_bytes() if size <= most else b""
        except OSError as error:
            reason = error.strerror or str(error)
            fail(msg("the file cannot be read: {reason}", reason=reason), file=name)
    else:
        data, size = source, len(source)
    if size > most:
        fail(
            msg(
                "the file is {size} MB large; a filled form of at most {most} MB is read",
                size=size // 1024**2,
                most=most // 1024**2,
            ),
            file=name,
        )
    if not data:
        fail(msg("the file is empty (0 bytes)"), file=name)
    return data
