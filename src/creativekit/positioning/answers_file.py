"""The file of answers that the worksheets' page saves: JSON with the text of each blank by name.

    {"creativekit": "worksheets", "version": 1, "language": "kk", "sheets": [1, 2],
     "values": {"audience.who": "…"}}

It comes from a browser and through other people's hands, so nothing in it is trusted: it is read
strictly (RFC 8259, a key once), of a bounded size, and what is wrong is told all at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from creativekit.documents.filled_form import FilledForm
from creativekit.errors import Message, Problem, Problems, fail, msg, nearest, nmsg
from creativekit.project.localized import LANGUAGES
from creativekit.project.positioning_section import Positioning
from creativekit.project.rejection import shown

FORMAT = "worksheets"
VERSION = 1
MOST_BYTES = 2_000_000
MOST_VALUES = 5_000
MOST_CHARACTERS = 100_000
_MOST_SHEETS = 99

_SECTIONS = tuple(Positioning.model_fields)
_KEYS = ("creativekit", "version", "language", "sheets", "values")
_NAME = re.compile(r"[a-z_]{1,40}(?:\.(?:[a-z_]{1,40}|[0-9]{1,3})){1,5}")
# Told by name; of a file that is all wrong, the rest is a number.
_MOST_TOLD = 20


class _Twice(ValueError):
    """A key that is in an object twice."""


def read_answers(path: Path) -> FilledForm:
    """The answers in a file.

    Raises InputError for a file that cannot be read, is too large, damaged, of another program, or
    of a newer version; with every problem of the file.
    """
    top = _top(path)
    _check_format(path, top)
    problems = Problems()
    for key in top:
        if key not in _KEYS:
            _report(problems, path, msg("this key is not known here"), key, _KEYS, key)
    language = top.get("language")
    if language not in LANGUAGES:
        message = msg("'{found}' is not a language of creativekit", found=shown(language))
        _report(problems, path, message, "language", LANGUAGES, language)
    sheets = _sheets(path, top.get("sheets", []), problems)
    values = _values(path, top.get("values"), problems)
    problems.raise_if_any()
    return FilledForm(values, str(language), VERSION, sheets)


def _top(path: Path) -> dict[str, Any]:
    file = str(path)
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        fail(msg("there is no such file"), file=file)
    except OSError as error:
        fail(
            msg("the file cannot be read: {reason}", reason=error.strerror or str(error)),
            file=file,
        )
    if len(data) > MOST_BYTES:
        fail(
            msg("the file is too large: at most {limit} MB", limit=MOST_BYTES // 1_000_000),
            file=file,
        )
    try:
        text = data.decode("utf-8-sig")
        top = json.loads(text, object_pairs_hook=_once, parse_constant=_constant)
    except UnicodeDecodeError:
        fail(msg("the file is damaged: it is not text in UTF-8"), file=file)
    except json.JSONDecodeError as error:
        fail(
            msg("the file is damaged or was cut off: it is not JSON"),
            file=file,
            line=error.lineno,
            column=error.colno,
        )
    except _Twice as error:
        fail(msg("'{key}' stands in the file twice", key=shown(str(error))), file=file)
    except (ValueError, RecursionError):
        fail(msg("the file is damaged or was cut off: it is not JSON"), file=file)
    if not isinstance(top, dict):
        fail(_other_file(), file=file)
    return top


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _Twice(key)
            seen.add(key)
    return found


def _constant(name: str) -> None:
    raise ValueError(name)


def _check_format(path: Path, top: Mapping[str, Any]) -> None:
    """Whether the file is ours and of a version that we know; nothing else of it is read before."""
    if top.get("creativekit") != FORMAT:
        fail(_other_file(), file=str(path), key="creativekit", accepted=(FORMAT,))
    version = top.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        message = msg("'{found}' is not a version of this file", found=shown(version))
        fail(message, file=str(path), key="version", accepted=(str(VERSION),))
    if version > VERSION:
        message = msg(
            "the file is of version {found}, newer than this creativekit reads; update creativekit",
            found=version,
        )
        fail(message, file=str(path), key="version", accepted=(str(VERSION),))


def _other_file() -> Message:
    return msg("this is not a file of answers that the worksheets' page has saved")


def _sheets(path: Path, value: object, problems: Problems) -> tuple[int, ...]:
    numbers = value if isinstance(value, list) and len(value) <= _MOST_SHEETS else [None]
    if all(type(each) is int and 1 <= each <= _MOST_SHEETS for each in numbers):
        return tuple(sorted(set(numbers)))
    message = msg("this must be a list of the sheets' numbers")
    _report(problems, path, message, "sheets", (f"1 … {_MOST_SHEETS}",))
    return ()


def _values(path: Path, value: object, problems: Problems) -> dict[str, str]:
    if not isinstance(value, dict):
        _report(problems, path, msg("this must be the answers by their names"), "values")
        return {}
    if len(value) > MOST_VALUES:
        message = msg("there are more than {limit} answers in the file", limit=MOST_VALUES)
        _report(problems, path, message, "values")
        return {}
    found: dict[str, str] = {}
    wrong: list[tuple[str, Message, tuple[str, ...]]] = []
    for name, text in value.items():
        section = name.partition(".")[0]
        if section not in _SECTIONS:
            wrong.append((name, msg("this is not the name of an answer"), _SECTIONS))
        elif not _NAME.fullmatch(name):
            wrong.append((name, msg("this is not the name of an answer"), ()))
        elif (fault := _fault(text)) is not None:
            wrong.append((name, fault, ()))
        else:
            found[name] = text.replace("\r\n", "\n").replace("\r", "\n")
    for name, message, accepted in wrong[:_MOST_TOLD]:
        _report(problems, path, message, f"values.{name}", accepted, name.partition(".")[0])
    if len(wrong) > _MOST_TOLD:
        more = len(wrong) - _MOST_TOLD
        message = nmsg("{n} more answer is wrong", "{n} more answers are wrong", more)
        _report(problems, path, message, "values")
    return found


def _fault(text: object) -> Message | None:
    """What is wrong with an answer, whichever it is."""
    if not isinstance(text, str):
        return msg("an answer must be text in quotes")
    if len(text) > MOST_CHARACTERS:
        return msg("an answer has at most {limit} characters here", limit=MOST_CHARACTERS)
    if any("\ud800" <= char <= "\udfff" for char in text):
        return msg("the text is damaged: half of a character is missing")
    return None


def _report(
    problems: Problems,
    path: Path,
    message: Message,
    key: str,
    accepted: tuple[str, ...] = (),
    found: object = None,
) -> None:
    near = nearest(found[:80], accepted) if isinstance(found, str) and accepted else None
    problems.add(Problem(message, file=str(path), key=shown(key), accepted=accepted, nearest=near))
