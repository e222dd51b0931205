"""The project that the studio has open: its draft, what it is when validated, or what is wrong.

One thread uses it. Screens are told of a change by the app's signal and read here what is so now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import TypeAdapter

from creativekit.errors import CreativekitError, InputError, Problem
from creativekit.project.loading import parse
from creativekit.project.model import Brand, Project, Setting
from creativekit.project.post_sections import Posts
from creativekit.project.toml_values import Value
from creativekit.studio.draft import Draft, Edit


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
        parts = {path[0] for path in paths}
        if self.project is not None and parts == {"brand"}:
            self._validate_brand(self.project)
        elif self.project is not None and parts == {"post"}:
            self._validate_posts(self.project)
        else:
            self._validate()
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

    def _validate_brand(self, project: Project) -> None:
        """Only the section that changed: all of a large file takes longer than a slider may."""
        assert self.draft is not None
        try:
            brand = Brand.model_validate(
                self.draft.values.get("brand"),
                context=Setting(self.folder, project.languages[0]),
            )
        except ValueError:
            self._validate()  # which knows the lines
            return
        self.project = project.model_copy(update={"brand": brand})
        self.problems = ()

    def _validate_posts(self, project: Project) -> None:
        """As with the brand. Lines of posts are those of the file as it was read last."""
        assert self.draft is not None
        try:
            posts = _POSTS.validate_python(
                self.draft.values.get("post", []),
                context=Setting(self.folder, project.languages[0]),
            )
        except ValueError:
            self._validate()
            return
        self.project = project.model_copy(update={"posts": posts})
        self.problems = ()


_POSTS: TypeAdapter[Posts] = TypeAdapter(Posts)
