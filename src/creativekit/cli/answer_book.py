"""The answers of a project as they come in, and their one road into creativekit.toml.

A form and the questions in the terminal go the same way: what changes is worked out against the
file as it is at that moment, the text that results is read once more as a whole project, and only
then is it put in place, with the file as it was beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from creativekit.errors import OutputError, msg
from creativekit.positioning.blanks import Blank
from creativekit.positioning.changes import SECTION, Changes, changes
from creativekit.positioning.words import Words
from creativekit.press.rewriting import rewrite
from creativekit.project.config_file import decoded, file_bytes, values_of
from creativekit.project.loading import parse
from creativekit.project.model import Project
from creativekit.project.writing import change


class AnswerBook:
    """creativekit.toml, open for answers. backup: the copy of this run, when there is one yet."""

    def __init__(self, config: Path) -> None:
        """Raises InputError for a config that is not there or not right."""
        self.config = config
        self.backup: Path | None = None
        self.read()

    def read(self) -> None:
        """Take in the file as it is now."""
        self._data = file_bytes(self.config)
        text = decoded(self._data, self.config.name)
        self.project: Project = parse(text, self.config.parent, self.config.name)
        self._table: Mapping[str, Any] = values_of(text).get(SECTION, {})
        # With its byte order mark, which `decoded` takes off.
        self._text = self._data.decode("utf-8")

    @property
    def folder(self) -> Path:
        return self.config.parent

    def judge(
        self, asked: Sequence[Blank], given: Mapping[str, str], said: Words, file: str | None = None
    ) -> Changes:
        """What the texts `given` by names of blanks would change: see `positioning.changes`."""
        return changes(
            self.project.positioning, self._table, asked, given, said, self.project.languages, file
        )

    def write(self, found: Changes) -> None:
        """Put the changes into the file. Raises OutputError, with the file left as it was."""
        after = change(self._text, found.edits)
        project = parse(after.removeprefix("\ufeff"), self.folder, self.config.name)
        if project.positioning != found.answers:
            raise OutputError(
                msg("this change cannot be written into the config safely; please make it by hand")
            )
        kept = rewrite(self.config, self._data, after.encode("utf-8"), keep=self.backup is None)
        self.backup = self.backup or kept
        self.read()
