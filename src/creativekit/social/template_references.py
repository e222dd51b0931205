"""References of a template to its fields: each is looked up, and remembered where it is shown.

A field is named by itself (`text = "headline"`) or in braces within words (`"{number} / {total}"`).
Only a field that can be written as words may stand in words; a table and a picture have parts of
their own. Who names a field that is not there is told the nearest one that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from creativekit.errors import msg, nearest
from creativekit.identity.template_table import Table
from creativekit.project import text_rules
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.rejection import shown, spelt
from creativekit.social.template import Field, FieldType
from creativekit.social.template_keys import FIELD, SPOKEN

_BRACED = re.compile(rf"\{{({FIELD})\}}")


def names_in(text: str) -> tuple[str, ...]:
    """The fields that stand in braces in a text, each once, in order."""
    return tuple(dict.fromkeys(_BRACED.findall(text)))


def loose_brace(text: str) -> bool:
    """Whether a brace is left that belongs to no {field}."""
    return any(brace in _BRACED.sub("", text) for brace in "{}")


class References:
    """The fields of one template, and those of them that a layer shows.

    types: every name that may be referred to, with its field's type. shown: those that are shown,
    or that a name which is not there was most likely meant to be.
    """

    def __init__(self, fields: Mapping[str, Field], given: Iterable[str] = ()) -> None:
        self.types: dict[str, FieldType] = dict.fromkeys(given, "text")
        self.types |= {name: field.type for name, field in fields.items()}
        self.shown: set[str] = set()
        self._accepted = (*fields, *(name for name in self.types if name not in fields))

    def field(
        self,
        table: Table,
        key: str,
        value: object,
        types: Sequence[FieldType] | None,
        *index: int,
        shows: bool = True,
    ) -> str:
        """The name of a field of one of `types` (None: of any), else a report and the value."""
        if not isinstance(value, str):
            message = msg("this must be the name of a field, not {found}", found=shown(value))
            table.report(key, message, self._accepted, None, *index)
            return ""
        if value not in self.types:
            self._unknown(table, (key, *index), value)
            return value
        if types is not None and self.types[value] not in types:
            message = msg(
                "'{name}' is a field of type {found}, which cannot be shown here",
                name=value,
                found=self.types[value],
            )
            table.report(key, message, types, None, *index)
        if shows:
            self.shown.add(value)
        return value

    def condition(self, table: Table, key: str) -> str | None:
        """The field of a `when` or an `unless`, or None."""
        value = table.take(key)
        return None if value is None else self.field(table, key, value, None, shows=False)

    def source(
        self, table: Table, key: str, value: object, types: Sequence[FieldType] = SPOKEN
    ) -> str:
        """What a part of words shows: a field, or a text with {fields} in it."""
        if isinstance(value, str) and any(brace in value for brace in "{}"):
            return self.words(table, key, value)
        if isinstance(value, str) and value not in self.types and not _is_name(value):
            message = msg(
                "words of the template's own stand in a table by language, a field by its name"
            )
            table.report(key, message, LANGUAGES)
            return value
        return self.field(table, key, value, types)

    def words(
        self, table: Table, key: str, value: object, *path: str | int, shows: bool = True
    ) -> str:
        """A text in which {fields} stand, with all of them looked up.

        path: keys below `key`, where the text is part of a table.
        """
        text = plain(table, key, value, text_rules.LINE_LENGTH, *path)
        place = (*table.key, key, *path)
        if loose_brace(text):
            message = msg("a brace stands only around the name of a field: {{name}}")
            table.sheet.report(place, message)
        for name in names_in(text):
            if name not in self.types:
                self._unknown(table, (key, *path), name)
            elif self.types[name] not in SPOKEN:
                message = msg(
                    "'{name}' is a field of type {found}, which cannot be shown here",
                    name=name,
                    found=self.types[name],
                )
                table.sheet.report(place, message, SPOKEN)
            elif shows:
                self.shown.add(name)
        return text

    def _unknown(self, table: Table, path: tuple[str | int, ...], name: str) -> None:
        near = nearest(name, self._accepted)
        if near is not None:
            self.shown.add(near)
        message = msg("there is no field '{name}'", name=shown(name))
        table.sheet.report((*table.key, *path), message, self._accepted, near)

    def localized(
        self, table: Table, key: str, value: object, *path: int, shows: bool = True
    ) -> Localized:
        """Words with {fields}: one text, or a table of texts by language."""
        return _localized(
            table,
            key,
            value,
            path,
            lambda text, *at: self.words(table, key, text, *at, shows=shows),
        )


def title(table: Table, key: str, limit: int) -> Localized:
    """A title: words without fields, required."""
    return _localized(
        table, key, table.take(key), (), lambda text, *at: plain(table, key, text, limit, *at)
    )


def _localized(
    table: Table, key: str, value: object, path: tuple[int, ...], read: Callable[..., str]
) -> Localized:
    """A text, or a table of texts by language; `read` takes a text and where it stands."""
    if isinstance(value, str):
        return Localized.of(read(value, *path) or key)
    if not isinstance(value, dict) or not value:
        message = msg("this must be a text, or a table of texts")
        if value is None:
            message = msg("this key is missing and has no default")
        table.sheet.report((*table.key, key, *path), message, LANGUAGES)
        return Localized.of(key)
    texts: dict[str, str] = {}
    for language, text in value.items():
        if language in LANGUAGES:
            texts[language] = read(text, *path, language) or key
        else:
            table.sheet.report(
                (*table.key, key, *path, language),
                msg("this key is not known here"),
                LANGUAGES,
                nearest(language, LANGUAGES),
            )
    return Localized.of(texts or key)


def plain(table: Table, key: str, value: Any, limit: int, *path: str | int) -> str:
    """One line of words, cleaned; "" with a report when it may not be used."""
    place = (*table.key, key, *path)
    if not isinstance(value, str):
        message = msg("this must be text in quotes, not {found}", found=spelt(value))
        table.sheet.report(place, message)
        return ""
    text = text_rules.cleaned(value)
    if (fault := text_rules.find_fault(text, limit)) is not None:
        table.sheet.report(place, (fault.context or {})["message"])
        return ""
    return text


def _is_name(text: str) -> bool:
    return re.fullmatch(FIELD, text) is not None
