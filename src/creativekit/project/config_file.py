"""The file creativekit.toml itself: where it is, its bytes, its text and its values, unchecked.

Apart from `loading`, because none of this needs the schema, and a run that finds nothing to do
should not pay for loading it. Standard library only.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from creativekit.errors import InputError, fail, msg
from creativekit.project import toml_syntax

FILE_NAME = "creativekit.toml"
MOST_BYTES = 1_000_000


def find_project(start: Path) -> Path:
    """The nearest creativekit.toml in `start` or a folder above it.

    Raises InputError when there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    fail(
        msg(
            "there is no {file} in '{folder}' or above it; `creativekit new` makes one",
            file=FILE_NAME,
            folder=str(start),
        )
    )


def values_of(text: str, file: str = FILE_NAME) -> dict[str, Any]:
    """The values of a TOML text, unvalidated. Raises InputError when it is not TOML."""
    try:
        return tomllib.loads(text)
    except ValueError as error:
        # ValueError itself too: Python refuses to read integers of thousands of digits.
        raise InputError(toml_syntax.problem(error, text, file)) from None
    except RecursionError:
        fail(msg("lists or tables are nested too deeply"), file=file)


def decoded(data: bytes, file: str = FILE_NAME) -> str:
    """The text of a config's bytes: UTF-8, with or without a byte order mark.

    Raises InputError for another encoding or an unreasonable size.
    """
    if len(data) > MOST_BYTES:
        fail(msg("the file is too large for a config: at most {n} bytes", n=MOST_BYTES), file=file)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
        fail(msg("the file is saved as UTF-16; please save it as UTF-8 in your editor"), file=file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fail(
            msg(
                "the file is not saved as UTF-8 (perhaps as Windows-1251);"
                " please save it as UTF-8 in your editor"
            ),
            file=file,
            line=data.count(b"\n", 0, error.start) + 1,
        )


def file_bytes(file: Path) -> bytes:
    """The bytes of a config. Raises InputError when it is not there or cannot be read."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        fail(
            msg("there is no such file; `creativekit new` makes one"),
            file=str(file),
        )
    except OSError as error:
        fail(
            msg("the file cannot be read: {reason}", reason=error.strerror or str(error)),
            file=str(file),
        )
