"""The part of a screen that takes a filled form in: which file, what it would change, whether."""

from __future__ import annotations

from pathlib import Path

from textual import work
from textual.message import Message as Posted

from creativekit.documents.filled_form import FilledForm
from creativekit.errors import InputError, msg
from creativekit.language.plain_text import clean
from creativekit.positioning.blanks import blanks
from creativekit.positioning.changes import SECTION, changes
from creativekit.positioning.filled import check_language, left_out, read
from creativekit.positioning.sheets import Worksheet
from creativekit.positioning.words import words
from creativekit.studio import positioning_files as files
from creativekit.studio.area_screen import AreaScreen
from creativekit.studio.dialogs import Pick
from creativekit.studio.draft import Edit
from creativekit.studio.speaking import studio

_OTHER = "\0other"


class ReadsForms(AreaScreen):
    """sheets: those that a form may have answers to; the screen fills them in."""

    class Read(Posted):
        """A filled form was read."""

        def __init__(self, form: FilledForm, file: Path) -> None:
            super().__init__()
            self.form, self.file = form, file

    def __init__(self) -> None:
        super().__init__()
        self.sheets: tuple[Worksheet, ...] = ()

    def take(self, edits: tuple[Edit, ...], language: str) -> None:
        """Put the answers of a form into the draft, and show them in its language."""
        raise NotImplementedError

    def action_import_form(self) -> None:
        names = files.forms(self.session.folder)

        def picked(name: str | None) -> None:
            if name == _OTHER:
                self.app.push_screen(files.FormPath(), named)
            elif name is not None:
                self._read(self.session.folder / name)

        def named(path: str | None) -> None:
            if path is not None:
                self._read(Path(path).expanduser())

        if not names:
            self.app.push_screen(files.FormPath(), named)
            return
        options = [(name, clean(name)) for name in names]
        options.append((_OTHER, self.say(msg("another file…"))))
        self.app.push_screen(Pick(msg("Which filled form?"), options), picked)

    @work(thread=True, exclusive=True, group="form", exit_on_error=False)
    def _read(self, file: Path) -> None:
        files.refuse_what_is_no_file(file)
        self.post_message(self.Read(read(file), file))

    def on_reads_forms_read(self, message: Read) -> None:
        project, draft = self.session.project, self.session.draft
        if project is None or draft is None:
            return
        form, name = message.form, message.file.name
        try:
            check_language(form, project.languages, name)
            asked = blanks(self.sheets, project.positioning, form.values)
            found = changes(
                project.positioning,
                draft.values.get(SECTION, {}),
                asked,
                form.values,
                words(form.language, self.session.folder),
                project.languages,
                name,
            )
            found.raise_if_wrong()
        except InputError as error:
            studio(self).show_problems(error.problems)
            return
        notes = (*form.notes, *left_out(found, name))
        if not found.changes:
            if notes:
                studio(self).show_problems(notes)
            nothing = msg("nothing new: these answers are there already")
            self.app.notify(self.say(nothing), markup=False)
            return

        def decided(taken: bool | None) -> None:
            if taken:
                self.take(found.edits, form.language)

        self.app.push_screen(
            files.Difference(found, self.sheets, form.language, name, notes), decided
        )
