"""Texts and words of the instrument's files: every text in each of the three languages.

Elsewhere a template may leave a language out. Here it may not: a person who is asked in Kazakh and
reads one level of five in Russian answers another question than the one that was meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from creativekit.errors import msg, nearest
from creativekit.identity.template_table import Sheet, Table, Word
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.rejection import refusal, shown
from creativekit.project.text_rules import cleaned, find_fault

SCHEMA = 1
"""Of files of words."""


def lines_of(
    file: str, keys: tuple[str, ...], limit: int, folder: Path | None = None
) -> Mapping[str, Localized]:
    """The texts of a template file that holds these and no others; the folder's own file wins.

    Raises InputError with every problem of the file.
    """
    return _lines(file, keys, limit, templates.read(file, folder))


@lru_cache(maxsize=16)
def _lines(file: str, keys: tuple[str, ...], limit: int, data: bytes) -> Mapping[str, Localized]:
    sheet = Sheet(file, data)
    sheet.top.whole("schema", SCHEMA, SCHEMA, SCHEMA)
    table = {key: line(sheet.top, key, limit) for key in keys}
    sheet.top.close()
    sheet.problems.raise_if_any()
    return table


def line(keys: Table, name: str, limit: int) -> Localized:
    """A text on one line, at most `limit` characters long, in all three languages."""
    return three(keys, keys.take(name), name, limit)


def three(keys: Table, value: object, name: str, limit: int, *index: int) -> Localized:
    """The same, of a value that is already in hand; a wrong one comes back as its key's name."""
    texts = value if isinstance(value, dict) else {}
    if not set(LANGUAGES) <= set(texts) or not set(texts) <= set(LANGUAGES):
        message = msg("this must be a table of texts in kk, ru and en")
        keys.report(name, message, LANGUAGES, None, *index)
        return Localized.of(name)
    found: dict[str, str] = {}
    for language in LANGUAGES:
        text = texts[language]
        if not isinstance(text, str):
            message = msg("this must be text in quotes, not {found}", found=shown(text))
            keys.report(name, message, (), None, *index)
            continue
        found[language] = cleaned(text)
        fault = find_fault(found[language], limit)
        if fault is not None:
            said, _, _ = refusal(fault)
            message = msg("{language}: {fault}", language=language, fault=said)
            keys.report(name, message, (), None, *index)
    return Localized.of(found) if found else Localized.of(name)


def word(keys: Table, name: str, form: re.Pattern[str]) -> str:
    """A word of a given form; required."""
    value = keys.take(name)
    if isinstance(value, str) and form.fullmatch(value):
        return value
    if value is None:
        keys.report(name, msg("this key is missing and has no default"))
    else:
        keys.report(name, msg("'{found}' cannot be used here", found=shown(value)))
    return ""


def words(keys: Table, name: str, accepted: Sequence[Word], least: int) -> tuple[Word, ...]:
    """A list of accepted words, or one of them; each once, at least `least`."""
    value = keys.take(name)
    if isinstance(value, str):
        value = [value]
    if not keys.is_list(value, name, least, max(1, len(accepted))):
        return ()
    found = []
    for index, each in enumerate(value):
        if each not in accepted:
            near = nearest(each, accepted) if isinstance(each, str) else None
            message = msg("'{found}' cannot be used here", found=shown(each))
            keys.report(name, message, accepted, near, index)
        else:
            found.append(accepted[accepted.index(each)])
    return tuple(dict.fromkeys(found))
