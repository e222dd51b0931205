"""The project that a trainer shows things on: invented, in a folder of its own, thrown away after.

It is made of answers (templates/workshop/) by what `creativekit new` makes a project with, so the
file that the hall sees is the file that everybody there gets. Starting anew makes it again beside
the last one, which some work may still be writing to.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from creativekit.errors import Message, OutputError, msg
from creativekit.press.output import write_file
from creativekit.project import templates
from creativekit.project.config_file import FILE_NAME
from creativekit.project.json_schema import json_schema
from creativekit.project.new_project import SCHEMA_FILE, Answers, config_text

ANSWERS = "workshop/business.toml"
MORE = "workshop/more.toml"
PRESENCE = "workshop/answers.toml"


class Sample:
    """root: the folder that the sample's projects are in, one a start."""

    def __init__(self, root: Path, say: Callable[[Message], str]) -> None:
        self.root = root
        self._say = say

    def config(self) -> Path:
        """The creativekit.toml of the last start; made when there is none yet."""
        made = self._made()
        return self._file(made[-1]) if made else self.renew()

    def renew(self) -> Path:
        """Make it as it was at first; returns the new creativekit.toml. Raises OutputError."""
        made = self._made()
        file = self._file(made[-1] + 1 if made else 1)
        folder = file.parent
        schema = json.dumps(json_schema(self._say), ensure_ascii=False, indent=2)
        write_file(folder / SCHEMA_FILE, schema.encode() + b"\n")
        write_file(folder / "presence" / "answers.toml", templates.read(PRESENCE))
        # Last: a folder is a project when this file is there.
        write_file(file, sample_text(self._say).encode())
        return file

    def _file(self, number: int) -> Path:
        return self.root / (f"sample-{number}" if number > 1 else "sample") / FILE_NAME

    def _made(self) -> list[int]:
        made: list[int] = []
        while self._file(len(made) + 1).is_file():
            made.append(len(made) + 1)
        return made


def sample_text(say: Callable[[Message], str]) -> str:
    """The sample's creativekit.toml, its comments in the language of `say`."""
    values = tomllib.loads(templates.read(ANSWERS).decode("utf-8"))
    del values["schema"]
    values["languages"] = tuple(values["languages"])
    return config_text(Answers(**values), say) + templates.read(MORE).decode("utf-8")


@contextmanager
def thrown_away() -> Iterator[Path]:
    """A folder for a Sample that is gone afterwards. Raises OutputError where none can be made."""
    try:
        root = Path(tempfile.mkdtemp(prefix="creativekit-"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            msg("no folder for the sample project can be made: {reason}", reason=reason)
        ) from error
    try:
        yield root
    finally:
        # What a program on Windows still has open is left to the system, which clears such folders.
        shutil.rmtree(root, ignore_errors=True)
