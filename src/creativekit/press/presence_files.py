"""What an assessment keeps in the project's folder, beside creativekit.toml.

`presence/draft.toml`: the answers of a run that is not finished, written anew after each of them.
`presence/history/`: every finished run, for ever; nothing here removes one. They are the project's
own, not the kit's: a kit can be made again, and what a person answered cannot.
"""

from __future__ import annotations

import datetime
import itertools
from contextlib import suppress
from pathlib import Path

from creativekit.errors import InputError, OutputError, msg
from creativekit.presence import answers_toml, history
from creativekit.presence.answers import Answers
from creativekit.presence.answers_toml import Given, Still
from creativekit.presence.history import Run
from creativekit.presence.instrument import Instrument
from creativekit.press.output import Folder, output_error, write_file
from creativekit.press.rewriting import ENDING, rewrite

DRAFT = "presence/draft.toml"


def draft(folder: Path, instrument: Instrument) -> Given | None:
    """The answers of the run that was not finished; None where there is none.

    Raises InputError for a draft that somebody changed so that it cannot be read.
    """
    try:
        data = (folder / DRAFT).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            msg("'{path}' cannot be read: {reason}", path=str(folder / DRAFT), reason=reason)
        ) from error
    return answers_toml.read(data, DRAFT, instrument)


def save_draft(folder: Path, answers: Answers, still: Still = "") -> None:
    """Put the answers on the disk, so that nothing that happens next loses one. still: what of who
    answers is asked next."""
    write_file(Folder(folder).path(DRAFT), answers_toml.write(answers, still), durable=True)


def remove_draft(folder: Path) -> None:
    """The run is finished, and kept in the history."""
    path = Folder(folder).path(DRAFT)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise output_error(error, path) from error


def set_draft_aside(folder: Path) -> Path | None:
    """Make room for a new run: the old draft becomes a copy beside it. None where there is none."""
    path = Folder(folder).path(DRAFT)
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise output_error(error, path) from error
    for number in itertools.count(1):
        copy = path.with_name(f"{path.name}{ENDING}{'' if number == 1 else f'.{number}'}")
        try:
            write_file(copy, data, durable=True, new=True)
        except FileExistsError:
            continue
        remove_draft(folder)
        return copy
    raise AssertionError  # numbers do not end


def keep(folder: Path, run: Run) -> Path:
    """Write a finished run into the history under a name of its own; returns where.

    The very same run, which somebody has made twice, is there already.
    """
    whole = Folder(folder)
    data = history.write(run)
    taken: set[str] = set()
    while True:
        name = history.file_name(run.date, taken)
        path = whole.path(f"{history.FOLDER}/{name}")
        try:
            write_file(path, data, durable=True, new=True)
            return path
        except FileExistsError:
            with suppress(OSError):
                if path.read_bytes() == data:
                    return path
            taken.add(name)


def records(folder: Path) -> tuple[tuple[str, bytes], ...]:
    """Every file of the history, by name, whatever is in it; those that cannot be read left out."""
    found: list[tuple[str, bytes]] = []
    with suppress(OSError):
        for entry in sorted((folder / history.FOLDER).iterdir()):
            if entry.suffix == ".json":
                with suppress(OSError):
                    found.append((entry.name, entry.read_bytes()))
    return tuple(found)


def mark(path: Path, before: bytes, run: Run) -> None:
    """Put the marks of steps that were taken into a record of the history."""
    rewrite(path, before, history.write(run), keep=False)


def last_record(folder: Path, until: datetime.date | None = None) -> tuple[Path, bytes, Run] | None:
    """The file, bytes and run of the latest record that can be read, of this day or before it."""
    kept = folder / history.FOLDER
    runs = history.of_project(folder).runs
    found = [run for run in runs if until is None or run.date <= until]
    if not found:
        return None
    wanted = history.write(found[-1])
    for path in sorted(kept.glob("*.json"), reverse=True):
        with suppress(OSError, InputError):
            data = path.read_bytes()
            if history.write(history.read(data, path.name)) == wanted:
                return path, data, found[-1]
    return None
