"""The project that the studio has open: its draft, what it is when validated, or what is wrong.

One thread uses it. Screens are told of a change by the app's signal and read here what is so now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from creativekit.errors import CreativekitError, InputError, Problem
from creativekit.project.loading import parse
from creativekit.project.model import Brand, Project, Setting
from creativekit.project.positioning_section import Positioning
from creativekit.project.post_sections import Posts
from creativekit.project.toml_values import Value
from creativekit.studio.draft import Draft, Edit

# Sections that are right or wrong by themselves, whatever the others say.
# By key of the file: the project's attribute, what it is, and what it is without an entry.
_ALONE: dict[str, tuple[str, TypeAdapter[Any], Any]] = {
    "brand": ("brand", TypeAdapter(Brand), {}),
    "positioning": ("positioning", TypeAdapter(Positioning), {}),
    "post": ("posts", TypeAdapter(Posts), []),
}


class Session:
    """config: the creativekit.toml; kit: the folder that its files go to.

    draft: None while the file cannot be read or is no TOML. project: None while it is wrong; then
    `problems` says how.
    """

    def __init__(self, config: Path, kit: Path) -> None:
        self.config = config
        self.kit = kit
        self.draft: Draft | None = None
        self.project: Project | None = None
        self.problems: tuple[Problem, ...] = ()
        self.open()

    @property
    def folder(self) -> Path:
        return self.config.parent

    @property
    def dirty(self) -> bool:
        return self.draft is not None and self.draft.dirty

    def open(self) -> None:
        """Read the file; edits that were not saved are gone."""
        try:
            self.draft = Draft.open(self.config)
        except InputError as error:
            self.draft, self.project, self.problems = None, None, error.problems
            return
        self._validate()

    def reload(self) -> None:
        """Take what is on the disk now; edits can be had back with undo."""
        if self.draft is None:
            self.open()
            return
        try:
            self.draft.reload()
        except InputError as error:
            self.project, self.problems = None, error.problems
            return
        self._validate()

    def change(self, edits: Iterable[Edit] | Mapping[str, Value | None], merge: str = "") -> bool:
        """Edit the draft; whether anything is different. What follows from it is in `project`."""
        if self.draft is None:
            return False
        listed = list(edits.items()) if isinstance(edits, Mapping) else list(edits)
        paths = [tuple(path.split(".")) if isinstance(path, str) else path for path, _ in listed]
        if not self.draft.change(edits, merge):
            return False
        sections = {str(path[0]) for path in paths}
        if self.project is None or not sections <= _ALONE.keys():
            self._validate()
        else:
            self._validate_sections(self.project, sections)
        return True

    def undo(self) -> bool:
        moved = self.draft is not None and self.draft.undo()
        if moved:
            self._validate()
        return moved

    def redo(self) -> bool:
        moved = self.draft is not None and self.draft.redo()
        if moved:
            self._validate()
        return moved

    def _validate(self) -> None:
        assert self.draft is not None
        try:
            self.project = parse(
                self.draft.text.removeprefix("\ufeff"), self.folder, self.config.name
            )
            self.problems = ()
        except InputError as error:
            self.project, self.problems = None, error.problems
        except CreativekitError as error:
            self.project, self.problems = None, (Problem(error.message, file=self.config.name),)

    def _validate_sections(self, project: Project, names: Iterable[str]) -> None:
        """Only what changed: all of a large file takes longer than a slider or a letter may. Lines
        in messages are those of the file as it was read last."""
        assert self.draft is not None
        context = Setting(self.folder, project.languages[0])
        made: dict[str, Any] = {}
        try:
            for name in names:
                attribute, kind, empty = _ALONE[name]
                given = self.draft.values.get(name, empty)
                made[attribute] = kind.validate_python(given, context=context)
        except ValueError:
            self._validate()  # which knows the lines
            return
        self.project = project.model_copy(update=made)
        self.problems = ()
