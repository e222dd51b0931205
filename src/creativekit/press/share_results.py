"""The results of a project without its name, and the secret by which they are paired.

`presence/participant.key` is drawn by chance when results are first shared, and never again: it is
what makes two files of one participant known as such, so it belongs to the project as its history
does. Nobody else needs it; who deletes it is a new participant from then on.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from creativekit.brand import sectors
from creativekit.errors import OutputError, Problem, fail, msg
from creativekit.presence import anonymous, history
from creativekit.presence.anonymous import Participant
from creativekit.presence.instrument_file import instrument
from creativekit.presence.places import place
from creativekit.press import secret_file
from creativekit.press.output import Folder, write_file
from creativekit.project.model import Project

KEY = "presence/participant.key"


@dataclass(frozen=True, slots=True)
class Results:
    """values: the file's. secret: of the participant; is_new: it is not on the disk yet.
    warnings: of records that could not be read and are not in it."""

    values: dict[str, Any]
    secret: bytes
    is_new: bool
    warnings: tuple[Problem, ...] = ()

    @property
    def data(self) -> bytes:
        return anonymous.write(self.values)


def results(project: Project) -> Results:
    """What would be passed on; nothing is written.

    Raises InputError when no run was finished, and for a key that was changed.
    """
    folder = project.folder
    kept = history.of_project(folder)
    if not kept.runs:
        fail(
            msg("no self-assessment has been finished yet; `creativekit assess` makes one"),
            file=history.FOLDER,
        )
    known = _secret(folder)
    secret = known or secret_file.drawn()
    who = Participant(
        anonymous.participant_id(secret),
        tuple(project.languages),
        sectors.sector(project.sector),
        place(project.city),
    )
    values = anonymous.results(who, kept.runs, instrument(folder))
    return Results(values, secret, known is None, kept.warnings)


def write(found: Results, folder: Path, target: Path) -> None:
    """Keep the secret, then write the file. Raises OutputError."""
    if found.is_new:
        try:
            secret_file.keep(Folder(folder).path(KEY), found.secret)
        except FileExistsError as error:
            raise OutputError(
                msg("another creativekit shares results just now; try again")
            ) from error
    write_file(target, found.data, durable=True)


def is_ours(path: Path, participant: str) -> bool:
    """Whether the file is of this participant, so that newer results may replace it."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return (
        isinstance(found, dict)
        and found.get("format") == anonymous.FORMAT
        and found.get("participant") == participant
    )


def _secret(folder: Path) -> bytes | None:
    """The secret that is there. Raises InputError for one that is not whole."""
    return secret_file.read(
        folder / KEY,
        msg("this key is damaged; without it, earlier results cannot be told to be yours"),
        KEY.replace("/", os.sep),
    )
