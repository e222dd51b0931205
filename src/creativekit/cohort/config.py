"""cohort.toml: one meeting, who convenes it, whom it invites and what they may answer.

Everything wrong in it is found in one pass, each with its line. What is said of answers (the lists)
is in vocabulary.py; the organiser's brand is either a creativekit project's or a name and a colour,
of which report and pack make an identity (`organiser_project`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

from creativekit.cohort import form_link, vocabulary
from creativekit.cohort.vocabulary import Vocabulary
from creativekit.errors import InputError, fail, msg, nearest
from creativekit.identity.template_table import Sheet, Table
from creativekit.jobs import digest
from creativekit.presence.instrument_texts import three
from creativekit.project.config_file import decoded, file_bytes
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.rejection import refusal, shown

if TYPE_CHECKING:
    from creativekit.project.model import Project

FILE_NAME = "cohort.toml"
STORE, INBOX, OUT, KEY = "cohort.sqlite", "inbox", "out", "cohort.key"
SCHEMA = 1
TITLE_LENGTH = 120
LEAST, LEAST_SENSITIVE = 5, 10
MOST_HOURS = 1000

QUESTIONS = (
    "group", "sector", "settlement", "age", "language",
    "needs", "barriers", "awareness", "proposals", "votes", "presence",
)  # fmt: skip
"""Ids of what is asked, as `[privacy] sensitive` names them."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """least: people that a shown cell stands for; least_sensitive: of a sensitive question, or in a
    report for the public. previous: the store of the last meeting, for change; None without."""

    least: int = LEAST
    least_sensitive: int = LEAST_SENSITIVE
    sensitive: tuple[str, ...] = ()
    previous: Path | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs certificates: what they are, and their name where it is given."""

    role: Localized
    name: Localized | None = None


@dataclass(frozen=True, slots=True)
class Organiser:
    """Who convenes. project: the folder of their creativekit project; else brand: the values of
    [brand] in a creativekit.toml (color, style, logo, …)."""

    name: Localized
    project: Path | None = None
    brand: Mapping[str, Any] = field(default_factory=dict)
    signatory: Signatory | None = None


@dataclass(frozen=True)
class Cohort:
    """A cohort.toml, checked.

    folder: where it lies. languages: of forms and reports, the main one first. invented: a
    rehearsal's, whose answers nobody gave; every text made of it says so. form_url: where the needs
    form is filled in. hours: how long it took, for certificates. Each None where it is not said.
    """

    folder: Path
    title: Localized
    region: Localized
    date: datetime.date
    languages: tuple[str, ...]
    organiser: Organiser
    words: Vocabulary
    privacy: Privacy
    invented: bool = False
    form_url: str | None = None
    hours: int | None = None
    text: str = field(default="", repr=False, compare=False)
    """The file's, for the lines of problems that are found later."""

    @cached_property
    def vocabulary_digest(self) -> str:
        """Changes when an answer could be read otherwise than before."""
        return digest(self.words)

    @property
    def invited(self) -> int | None:
        """People invited, of all groups; None where one group's number is not known."""
        return _sum(each.invited for each in self.words.groups)

    @property
    def present(self) -> int | None:
        """People who came, likewise."""
        return _sum(each.present for each in self.words.groups)

    @property
    def store(self) -> Path:
        return self.folder / STORE

    @property
    def inbox(self) -> Path:
        return self.folder / INBOX

    @property
    def out(self) -> Path:
        return self.folder / OUT


def _sum(counts: Iterable[int | None]) -> int | None:
    found = list(counts)
    known = [each for each in found if each is not None]
    return sum(known) if len(known) == len(found) else None


def find_cohort(start: Path) -> Path:
    """The nearest cohort.toml in `start` or a folder above it. Raises InputError without one."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    fail(
        msg(
            "there is no {file} in '{folder}' or above it; `creativekit cohort new` makes one",
            file=FILE_NAME,
            folder=str(start),
        )
    )


def load(path: Path | str) -> Cohort:
    """The cohort of a folder or of a cohort.toml. Raises InputError with all problems of it."""
    path = Path(path)
    file = path / FILE_NAME if path.is_dir() else path
    return parse(file_bytes(file), file.parent, file.name)


def parse(data: bytes, folder: Path, file: str = FILE_NAME) -> Cohort:
    """The cohort that a file's bytes describe, in `folder`; `file` is its name in problems."""
    sheet = Sheet(file, data, file)
    top = sheet.top
    top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    languages = _languages(top)
    title = _text(top, "title", languages)
    region = _text(top, "region", languages)
    day = _day(top)
    invented = top.flag("invented", False)
    organiser = _organiser(top.table("organiser"), folder, languages)
    privacy = _privacy(top.table("privacy"), folder)
    form = top.table("form")
    form_url = _address(form)
    form.close()
    certificate = top.table("certificate")
    hours = certificate.whole("hours", 1, MOST_HOURS, 1) if "hours" in certificate else None
    certificate.close()
    words = vocabulary.read(top, folder)
    top.close()
    if sheet.problems.errors:
        raise InputError(sorted(sheet.problems, key=lambda problem: problem.line or 0))
    text = decoded(data, file)
    return Cohort(
        folder, title, region, day, languages, organiser, words, privacy, invented,
        form_url, hours, text,
    )  # fmt: skip


def organiser_project(cohort: Cohort) -> Project:
    """The organiser as a creativekit Project, of which an identity can be made.

    Raises InputError for a project, or a brand, with problems.
    """
    from pydantic import ValidationError

    from creativekit.project import loading, wording
    from creativekit.project.model import Project
    from creativekit.project.toml_positions import positions
    from creativekit.project.values import Setting

    organiser = cohort.organiser
    if organiser.project is not None:
        return loading.load(organiser.project)
    values = {
        "project": {
            "name": dict(organiser.name.texts),
            "languages": list(cohort.languages),
        },
        "brand": dict(organiser.brand),
    }
    places = {
        ("brand", *key[1:]): place
        for key, place in positions(cohort.text).items()
        if key[:1] == ("organiser",)
    }
    try:
        return Project.model_validate(values, context=Setting(cohort.folder, cohort.languages[0]))
    except ValidationError as error:
        raise InputError(
            [
                type(each)(
                    each.message, FILE_NAME, each.line,
                    (each.key or "").replace("brand", "organiser", 1), each.accepted, each.nearest,
                )
                for each in wording.problems(error, Project, FILE_NAME, places)
            ]
        ) from None  # fmt: skip


def _text(keys: Table, name: str, languages: tuple[str, ...]) -> Localized:
    found = three(keys, keys.take(name), name, TITLE_LENGTH)
    return Localized(found.texts, languages[0])


def _languages(top: Table) -> tuple[str, ...]:
    value = top.take("languages")
    if value is None:
        return LANGUAGES
    if not top.is_list(value, "languages", 1, len(LANGUAGES)):
        return LANGUAGES
    found = [top.word(each, LANGUAGES, "languages", at) for at, each in enumerate(value)]
    return tuple(dict.fromkeys(found))


def _day(top: Table) -> datetime.date:
    value = top.take("date")
    if type(value) is datetime.date:
        return value
    if value is None:
        top.report("date", msg("this key is missing and has no default"), ("2026-11-25",))
    else:
        message = msg("'{found}' is not a date", found=shown(value))
        top.report("date", message, ("2026-11-25",))
    return datetime.date(2026, 1, 1)


def _organiser(keys: Table, folder: Path, languages: tuple[str, ...]) -> Organiser:
    name = _text(keys, "name", languages)
    reference = keys.take("project")
    signatory = _signatory(keys.table("signatory")) if "signatory" in keys else None
    own = ("name", "project", "signatory")
    brand = {key: keys.take(key) for key in tuple(keys.values) if key not in own}
    project = None
    if reference is not None:
        project = _path(keys, "project", reference, folder)
        if brand:
            keys.report(
                "project",
                msg(
                    "an organiser with a project takes no other keys, but has: {keys}",
                    keys=", ".join(brand),
                ),
            )
    elif "color" not in brand and "from" not in brand:
        keys.report(
            "color", msg("the organiser needs a colour, or a project"), ('color = "#0a7e8c"',)
        )
    return Organiser(name, project, brand, signatory)


def _signatory(keys: Table) -> Signatory:
    role = _one_or_three(keys, "role")
    name = _one_or_three(keys, "name") if "name" in keys else None
    keys.close()
    return Signatory(role, name)


def _one_or_three(keys: Table, name: str) -> Localized:
    """A text for all languages, or one for each."""
    value = keys.take(name)
    texts = dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value
    return three(keys, texts, name, TITLE_LENGTH)


def _address(keys: Table) -> str | None:
    value = keys.take("url")
    if value is None:
        return None
    try:
        return form_link.address(value)
    except PydanticCustomError as error:
        message, accepted, _ = refusal(error)
        keys.report("url", message, accepted)
        return None


def _path(keys: Table, name: str, value: object, folder: Path) -> Path | None:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        message = msg("this must be text in quotes, not {found}", found=shown(value))
        keys.report(name, message)
        return None
    return folder / value


def _privacy(keys: Table, folder: Path) -> Privacy:
    least = keys.whole("least", 3, 1000, LEAST)
    sensitive_least = keys.whole("least_sensitive", 3, 1000, max(LEAST_SENSITIVE, least))
    if sensitive_least < least:
        keys.report(
            "least_sensitive", msg("this may not be less than 'least', {least}", least=least)
        )
    value = keys.take("sensitive")
    sensitive: list[str] = []
    if value is not None and keys.is_list(value, "sensitive", 0, len(QUESTIONS)):
        for index, each in enumerate(value):
            if each in QUESTIONS:
                sensitive.append(each)
            else:
                near = nearest(each, QUESTIONS) if isinstance(each, str) else None
                message = msg("'{found}' cannot be used here", found=shown(each))
                keys.report("sensitive", message, QUESTIONS, near, index)
    reference = keys.take("previous")
    previous = None if reference is None else _path(keys, "previous", reference, folder)
    keys.close()
    return Privacy(least, sensitive_least, tuple(dict.fromkeys(sensitive)), previous)
