"""Collecting for a cohort: what lies under the paths that were named, in order, one after another.

Files, folders of files, and projects, whose kept self-assessments are taken as if they had been
shared without a name. A project is only read: one that has never shared anything is known by its
folder's name until it does. One broken project is told and stops no other.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from creativekit.cohort import person_id
from creativekit.cohort.collect import PROJECT, TABLE, Collector, FileReport, refused
from creativekit.cohort.config import FILE_NAME as COHORT_FILE
from creativekit.errors import CreativekitError, OutputError, fail, msg
from creativekit.project.config_file import FILE_NAME

DEEPEST = 4
_PASSED_OVER = {"kit", "templates", "__pycache__", "node_modules"}
_NO_ANSWERS = {".md", ".pdf", ".docx", ".png", ".jpg", ".key", ".sqlite", ".toml"}


class Found(NamedTuple):
    """A file, or a project's folder. name: to show. group: of people who do not say theirs, from
    the folder's name."""

    path: Path
    name: str
    is_project: bool
    group: str | None


@dataclass(slots=True)
class Collected:
    """files: reports, in the order in which they were read."""

    files: list[FileReport] = field(default_factory=list)

    @property
    def refused(self) -> int:
        return sum(each.refused for each in self.files)


def found_below(paths: Sequence[Path], groups: Sequence[str]) -> tuple[Found, ...]:
    """What there is to collect, each once, sorted within each path.

    groups: ids; a folder of such a name holds the files of that group. Raises InputError for a
    path that is not there.
    """
    found: dict[Path, Found] = {}
    for path in paths:
        if not path.exists():
            fail(msg("there is no such file or folder"), file=str(path))
        for each in _below(path, path.name, groups):
            found.setdefault(Path(os.path.realpath(each.path)), each)
    return tuple(found.values())


def collect(
    collector: Collector,
    found: Sequence[Found],
    done: Callable[[FileReport], None] = lambda report: None,
) -> Collected:
    """Everything found into the store. done: called with each report.

    Raises OutputError where the store cannot be written; what was collected before stays in it.
    """
    result = Collected()
    for each in found:
        report = _project(collector, each) if each.is_project else _file(collector, each)
        result.files.append(report)
        done(report)
    return result


def _below(
    path: Path, name: str, groups: Sequence[str], group: str | None = None, depth: int = 0
) -> Iterator[Found]:
    if path.is_file():
        yield Found(path, name, False, group)
        return
    if (path / FILE_NAME).is_file():
        yield Found(path, name, True, group)
        return
    if not path.is_dir() or depth > DEEPEST:
        return
    if path.name in groups:
        group = path.name
    try:
        entries = sorted(path.iterdir(), key=lambda entry: entry.name)
    except OSError:
        # Told when it is read, with the reason.
        yield Found(path, name, False, group)
        return
    for entry in entries:
        # A folder's own lock files (~$…) and what systems leave behind are nobody's answers.
        if entry.name.startswith((".", "~$")) or entry.name == COHORT_FILE:
            continue
        if entry.is_file() and entry.suffix.lower() in _NO_ANSWERS:
            continue
        if entry.is_dir() and (entry.is_symlink() or entry.name in _PASSED_OVER):
            continue
        shown = entry.name if depth == 0 else f"{name}/{entry.name}"
        yield from _below(entry, shown, groups, group, depth + 1)


def _file(collector: Collector, each: Found) -> FileReport:
    try:
        return collector.file(each.path, each.name, each.group)
    except OutputError:
        raise
    except CreativekitError as error:
        return refused(each.name, TABLE, error)


def _project(collector: Collector, each: Found) -> FileReport:
    # Here, because they bring the whole schema with them.
    from creativekit.press.share_results import results
    from creativekit.project.loading import load

    try:
        made = results(load(each.path))
    except (CreativekitError, OSError) as error:
        return refused(each.name, PROJECT, error)
    values = dict(made.values)
    if made.is_new:
        values["participant"] = person_id.from_folder(collector.key, each.path.name)
    report = collector.results(values, each.name, each.group)
    report.warnings += made.warnings
    return report
