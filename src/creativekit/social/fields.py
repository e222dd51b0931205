"""From a post's raw values to what its template draws, in one language: typed, checked, loaded.

Everything a person can get wrong about a field is found here, with the place where it was written:
a field that the template does not have, one that is missing, a price that is no number, too many
rows, a picture that is not there, leads out of the project, is broken or is no picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from creativekit.canvas.photo.photograph import Photograph, photograph
from creativekit.canvas.pictures import MOST_BYTES
from creativekit.canvas.recent import Recent
from creativekit.errors import InputError, Message, Problem, fail, msg, nearest
from creativekit.project import references
from creativekit.project.graphemes import graphemes
from creativekit.project.localized import Localized
from creativekit.project.rejection import refusal
from creativekit.social.post import Post
from creativekit.social.sample_pictures import NAMES, PREFIX, sample_picture
from creativekit.social.template import Field, Template
from creativekit.social.template_keys import OF_A_POST
from creativekit.social.values import Rows, Value, written

_FOCAL = re.compile(r"(.+?)\s*@\s*(\d{1,3})\s*%?[\s,]+(\d{1,3})\s*%?")
_FILES: Recent[bytes] = Recent(24_000_000)
_NO_TITLE = Localized.of("")

# What Decimal would also take ("nan", "1e9") is no price as people write one.
_NUMBER = re.compile(r"[-−]?\d{1,15}(?:[.,]\d{1,6})?")


@dataclass(frozen=True, slots=True)
class Filled:
    """A post's values in one language, and what is wrong with them (placed)."""

    values: Mapping[str, Value]
    problems: tuple[Problem, ...]


def filled(template: Template, post: Post, language: str, folder: Path) -> Filled:
    """The values of `post` for `template`; pictures are looked for in the project's `folder`."""
    values: dict[str, Value] = {}
    problems: list[Problem] = []
    for name in post.fields:
        if name not in template.fields:
            problems.append(
                post.problem(
                    msg(
                        "the template '{template}' has no field '{name}'",
                        template=template.id,
                        name=name,
                    ),
                    name,
                    accepted=tuple(template.fields),
                    nearest=nearest(name, (*template.fields, *OF_A_POST)),
                )
            )
    for name, field in template.fields.items():
        raw = post.field(name, language)
        if raw is None:
            if field.required and field.default is None:
                problems.append(
                    post.problem(
                        msg(
                            "the field '{name}' of the template '{template}' is missing",
                            name=name,
                            template=template.id,
                        ),
                        name,
                    )
                )
            continue
        try:
            value = _value(field, raw, language, folder)
        except _Wrong as error:
            problems.append(post.problem(error.message, name, accepted=error.accepted))
            continue
        except InputError as error:
            problems.extend(_placed(post, name, each) for each in error.problems)
            continue
        problems.extend(_counts(post, field, value))
        values[name] = value
    return Filled(values, tuple(problems))


class _Wrong(Exception):
    def __init__(self, message: Message, accepted: tuple[str, ...] = ()) -> None:
        super().__init__(str(message))
        self.message = message
        self.accepted = accepted


def _placed(post: Post, name: str, problem: Problem) -> Problem:
    """A problem with a file, told where the file was named."""
    about = problem.message
    if problem.file is not None:
        about = msg("{file}: {problem}", file=problem.file, problem=about)
    here = post.problem(about, name, accepted=problem.accepted, nearest=problem.nearest)
    return replace(here, severity=problem.severity)


def _value(field: Field, raw: Any, language: str, folder: Path) -> Value:
    if field.type == "image":
        return _picture(raw, folder)
    if field.type == "images":
        many = raw if isinstance(raw, tuple) else _split(raw)
        return tuple(_picture(each, folder) for each in many)
    if field.type == "items":
        return Rows(tuple(_row(each, language) for each in _many(raw)))
    if field.type == "lines":
        return tuple(_text(each, language) for each in _many(raw))
    if isinstance(raw, (tuple, Mapping)):
        raise _Wrong(msg("this field holds one text, not a list"))
    if field.type == "price" and isinstance(raw, str):
        raw = _price(raw)
    if field.type in ("date", "time") and isinstance(raw, str):
        raw = raw.strip()
    return written(field, raw, language)


def _many(raw: Any) -> tuple[Any, ...]:
    if isinstance(raw, Mapping):
        return tuple(raw.items())
    if isinstance(raw, tuple):
        return raw
    return tuple(part.strip() for part in str(raw).splitlines() if part.strip())


def _split(raw: Any) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[\n;]", str(raw)) if part.strip())


def _text(raw: Any, language: str) -> str:
    return written(Field("", "text", _NO_TITLE), raw, language)


def _row(raw: Any, language: str) -> tuple[str, str]:
    """A row of a table: [what, how much], { label, value }, or "what | how much"."""
    if isinstance(raw, Mapping):
        known = {"label": raw.get("label"), "value": raw.get("value")}
        if set(raw) <= set(known) and known["label"] is not None:
            return _text(known["label"], language), _amount(known["value"], language)
        if len(raw) == 1:
            ((label, amount),) = raw.items()
            return _text(label, language), _amount(amount, language)
        raise _Wrong(msg("a row is a pair: what, and how much"))
    if isinstance(raw, tuple):
        if len(raw) == 2:
            return _text(raw[0], language), _amount(raw[1], language)
        if len(raw) == 1:
            return _text(raw[0], language), ""
        raise _Wrong(msg("a row is a pair: what, and how much"))
    label, _, amount = str(raw).partition("|")
    return label.strip(), _amount(amount.strip(), language)


def _amount(raw: Any, language: str) -> str:
    if isinstance(raw, int | float | Decimal) and not isinstance(raw, bool):
        return written(Field("", "price", _NO_TITLE), raw, language)
    return _text(raw, language)


def _price(raw: str) -> Any:
    """A number of tenge where the text is one; "from 5 000 ₸" stays as it was written."""
    plain = re.sub(r"[\s\u00a0\u202f₸]|тг\.?|тенге|теңге|kzt", "", raw, flags=re.IGNORECASE)
    if not _NUMBER.fullmatch(plain):
        return raw.strip()
    return Decimal(plain.replace("−", "-").replace(",", "."))


def _counts(post: Post, field: Field, value: Value) -> tuple[Problem, ...]:
    """Too many or too few: rows, pictures, characters."""
    if isinstance(value, Rows):
        count, unit = len(value.rows), msg("rows")
    elif isinstance(value, tuple):
        count, unit = len(value), msg("entries")
    elif isinstance(value, str):
        count, unit = len(graphemes(value)), msg("characters")
    else:
        return ()
    if field.most is not None and count > field.most:
        return (
            post.problem(
                msg(
                    "{count} {unit} are too many; at most {most}",
                    count=count,
                    unit=unit,
                    most=field.most,
                ),
                field.name,
                severity="warning" if isinstance(value, str) else "error",
            ),
        )
    if field.least is not None and count < field.least:
        return (
            post.problem(
                msg(
                    "{count} {unit} are too few; at least {least}",
                    count=count,
                    unit=unit,
                    least=field.least,
                ),
                field.name,
            ),
        )
    return ()


# ---- pictures


def _picture(raw: Any, folder: Path) -> Photograph:
    """A picture by its path in the project, with a focal point: "photo.jpg @ 30% 40%"."""
    focal: tuple[float, float] | None = None
    if isinstance(raw, tuple):
        raise _Wrong(msg("this field holds one picture, not a list"))
    if isinstance(raw, Mapping):
        if "file" not in raw or not set(raw) <= {"file", "focal"}:
            raise _Wrong(msg("a picture is the name of its file, or a table of file and focal"))
        point = raw.get("focal")
        if point is not None:
            try:
                x, y = (float(each) for each in point)
            except (TypeError, ValueError):
                raise _Wrong(msg("a focal point is two numbers from 0 to 1: [0.5, 0.3]")) from None
            focal = x, y
        raw = raw["file"]
    name = str(raw).strip()
    found = _FOCAL.fullmatch(name)
    if found is not None:
        name = found[1]
        focal = min(1.0, int(found[2]) / 100), min(1.0, int(found[3]) / 100)
    if name.startswith(PREFIX):
        return _sample(name, focal)
    try:
        relative = references.checked(name, references.PICTURES, folder)
    except PydanticCustomError as error:
        message, accepted, near = refusal(error)
        raise InputError(Problem(message, accepted=accepted, nearest=near)) from None
    return read_picture(folder, relative, focal)


def _sample(name: str, focal: tuple[float, float] | None) -> Photograph:
    if name.removeprefix(PREFIX) not in NAMES:
        fail(
            msg("'{found}' is not a sample picture", found=name),
            accepted=tuple(f"{PREFIX}{each}" for each in NAMES),
        )
    return photograph(sample_picture(name), name, focal)


def read_picture(folder: Path, relative: str, focal: tuple[float, float] | None) -> Photograph:
    """A photograph of the project; the bytes of the last few are kept, since placements share them.

    Raises InputError when it cannot be read or is no picture that is accepted.
    """
    path = folder / relative
    try:
        state = path.stat()
        # Before reading: what is called a picture may be a film of gigabytes.
        if state.st_size > MOST_BYTES:
            fail(
                msg(
                    "the picture is {found} MB; at most {most} MB are accepted",
                    found=-(-state.st_size // 1_000_000),
                    most=MOST_BYTES // 1_000_000,
                ),
                file=relative,
            )
        data = _FILES.get((path, state.st_size, state.st_mtime_ns), path.read_bytes, len)
    except OSError as error:
        fail(
            msg("the picture cannot be read: {reason}", reason=error.strerror or str(error)),
            file=relative,
        )
    return photograph(data, relative, focal)
