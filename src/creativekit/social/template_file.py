"""Reading a post's template, strictly: everything wrong with the file in one pass, line by line.

A template comes from a person who edits TOML by hand, perhaps from a stranger who sent it. It holds
names of fields, words and numbers in stated ranges, and nothing in it can run, name a path or reach
anything outside. What would only fail when a post is drawn (a field that is never shown, a default
that needs itself) is found here, before there is a post.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from creativekit.errors import InputError, fail, msg, nearest
from creativekit.identity.template_table import Sheet, Table
from creativekit.jobs import digest
from creativekit.project import templates, text_rules, vocabulary
from creativekit.project.localized import Localized
from creativekit.project.rejection import shown
from creativekit.social import template_layers, template_samples
from creativekit.social.template import FIELD_TYPES, GIVEN, KINDS, SCHEMA, Field, Template
from creativekit.social.template_keys import (
    FIELD,
    FIELD_KEYS,
    ID,
    MIN_PX,
    MOST_BYTES,
    MOST_FIELDS,
    OF_A_POST,
    most,
)
from creativekit.social.template_references import References, names_in, title

PAGES = 3  # templates of a carousel: its first, middle and last page


def read(
    data: bytes,
    file_name: str,
    template_id: str,
    styles: Sequence[str] | None = None,
    known: Sequence[str] | None = None,
) -> Template:
    """The template whose file holds `data`. Raises InputError with every problem of it.

    file_name: its name for messages. template_id: what it must call itself, the file's own name.
    styles: names of styles it may differ in; None is ours. known: ids of all templates, among which
    a carousel's pages must be; None does not check that.
    """
    if len(data) > MOST_BYTES:
        fail(
            msg("the template is too large: at most {n} bytes", n=MOST_BYTES),
            file=file_name,
        )
    sheet = Sheet(templates.FOLDER, data, file_name)
    top = sheet.top
    _schema(top)
    own_id = _id(top, template_id)
    listed = top.flag("listed", True)
    pages = _pages(top, own_id, listed, known)
    table = top.table("fields")
    fields = _fields(table)
    references = References(fields, () if listed else GIVEN)
    fields = _with_defaults(table, fields, references)
    layers = template_layers.layers(top, references, required=pages is None)
    changes = template_layers.changes(
        top, layers, references, vocabulary.styles() if styles is None else styles
    )
    found = Template(
        id=own_id,
        title=title(top, "title", text_rules.NAME_LENGTH),
        about=title(top, "about", 2 * text_rules.LINE_LENGTH) if _has(top, "about") else None,
        made_for=_made_for(top),
        fields=fields,
        layers=layers,
        changes=changes,
        samples=template_samples.samples(top, fields),
        file=file_name,
        digest=digest(data),
        pages=pages,
        listed=listed,
    )
    if layers:
        _check_shown(top, fields, references)
    if pages is not None:
        _check_rows(top, fields)
    top.close()
    if sheet.problems.errors:
        raise InputError(sorted(sheet.problems, key=lambda problem: problem.line or 0))
    return found


def _has(table: Table, key: str) -> bool:
    """Whether `key` is there; one that is not is noted as known."""
    if key not in table:
        table.take(key)
    return key in table


def _schema(top: Table) -> None:
    value = top.take("schema")
    if isinstance(value, int) and not isinstance(value, bool) and value > SCHEMA:
        # Nothing else can be judged: its words may be new ones.
        top.report("schema", msg("this template needs a newer creativekit"))
        top.sheet.problems.raise_if_any()
    if value is None:
        top.report("schema", msg("this key is missing and has no default"), (str(SCHEMA),))
    elif value is True or value != SCHEMA:
        message = msg("'{found}' cannot be used here", found=shown(value))
        top.report("schema", message, (str(SCHEMA),))


def _id(top: Table, template_id: str) -> str:
    value = top.take("id")
    if value is None:
        top.report("id", msg("this key is missing and has no default"), (template_id,))
    elif value != template_id:
        message = msg("a template's id is the name of its file, not '{found}'", found=shown(value))
        top.report("id", message, (template_id,))
    elif not re.fullmatch(ID, template_id):
        message = msg(
            "'{found}' is no id: small English letters, digits and -, at most 48",
            found=shown(value),
        )
        top.report("id", message)
    return template_id


def _made_for(top: Table) -> tuple[str, ...]:
    value = top.take("made_for")
    if not top.is_list(value, "made_for", 1, len(KINDS)):
        return ()
    found = [top.word(kind, KINDS, "made_for", place) for place, kind in enumerate(value)]
    return tuple(dict.fromkeys(found))


def _pages(
    top: Table, own_id: str, listed: bool, known: Sequence[str] | None
) -> tuple[str, str, str] | None:
    value = top.take("pages")
    if value is None or not top.is_list(value, "pages", PAGES, PAGES):
        return None
    if not listed:
        top.report("pages", msg("a page of a carousel has no pages of its own"))
    for place, each in enumerate(value):
        if each == own_id:
            top.report("pages", msg("a carousel cannot be its own page"), (), None, place)
        elif not isinstance(each, str) or (known is not None and each not in known):
            message = msg("there is no template '{name}'", name=shown(each))
            near = nearest(each, known or ()) if isinstance(each, str) else None
            top.report("pages", message, tuple(known or ()), near, place)
    first, middle, last = (each if isinstance(each, str) else "" for each in value)
    return first, middle, last


def _fields(table: Table) -> dict[str, Field]:
    """The fields, still without their defaults."""
    if len(table.values) > MOST_FIELDS:
        message = msg("there are too many fields: at most {most}", most=MOST_FIELDS)
        table.sheet.report(table.key, message)
    found = {}
    for name in table.values:
        field = table.table(name)
        if not re.fullmatch(FIELD, name):
            message = msg(
                "'{found}' is no name of a field: small English letters, digits and _",
                found=shown(name),
            )
            table.report(name, message)
            continue
        if name in OF_A_POST:
            message = msg("'{name}' is a key of every post, not a field's name", name=name)
            table.report(name, message)
        found[name] = _field(field, name)
    return found


def _field(table: Table, name: str) -> Field:
    kind = table.choice("type", FIELD_TYPES)
    if table.values.get("type") != kind:
        # Of a type that is not known no other key can be judged.
        return Field(name, "text", Localized.of(name))
    keys = FIELD_KEYS[kind]
    values: dict[str, Any] = {}
    for key in ("most", "least", "min_px"):
        if key in keys and _has(table, key):
            low, high = MIN_PX if key == "min_px" else (1, most(kind))
            values[key] = table.whole(key, low, high, low)
    if "most" in values and values.get("least", 0) > values["most"]:
        table.report("least", msg("the least number is more than the most"))
        del values["least"]
    if "ellipsis" in keys:
        values["ellipsis"] = table.flag("ellipsis", False)
    if "default" in keys:
        table.take("default")  # it is read when all fields are known
    required = table.flag("required", False)
    named = title(table, "title", text_rules.NAME_LENGTH) if _has(table, "title") else None
    table.close()
    return Field(name, kind, named or Localized.of(name), required, **values)


def _with_defaults(
    table: Table, fields: Mapping[str, Field], references: References
) -> dict[str, Field]:
    found = dict(fields)
    for name, field in fields.items():
        values = table.values[name]
        if not isinstance(values, dict) or "default" not in values:
            continue
        if "default" in FIELD_KEYS[field.type]:
            own = Table(table.sheet, (*table.key, name), values)
            default = references.localized(own, "default", values["default"], shows=False)
            found[name] = replace(field, default=default)
    for name in found:
        if (circle := _circle(name, found)) and name == min(circle, key=list(found).index):
            message = msg(
                "this default needs itself: {path}", path=" → ".join((*circle, circle[0]))
            )
            table.sheet.report((*table.key, name, "default"), message)
    return found


def needed(field: Field) -> tuple[str, ...]:
    """The fields that a field's default is made of, in any language."""
    texts = field.default.texts if field.default is not None else ()
    return tuple(dict.fromkeys(name for _, text in texts for name in names_in(text)))


def _circle(start: str, fields: Mapping[str, Field]) -> tuple[str, ...]:
    """Fields whose defaults lead from `start` back to it, or none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop(0)
        for each in needed(fields[name]) if name in fields else ():
            if each == start:
                path = [name]
                while path[-1] != start:
                    path.append(came_from[path[-1]])
                return tuple(reversed(path))
            if each not in came_from:
                came_from[each] = name
                waiting.append(each)
    return ()


def _check_shown(top: Table, fields: Mapping[str, Field], references: References) -> None:
    """A required field has to be seen, itself or in the default of one that is."""
    waiting = sorted(references.shown)
    seen = set(waiting)
    while waiting:
        name = waiting.pop()
        for each in needed(fields[name]) if name in fields else ():
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    for name, field in fields.items():
        if field.required and name not in seen:
            message = msg("this field is required, and no layer shows it")
            top.sheet.report(("fields", name), message)


def _check_rows(top: Table, fields: Mapping[str, Field]) -> None:
    """A carousel's middle pages come from the rows of one field."""
    rows = [name for name, field in fields.items() if field.type == "items"]
    if len(rows) != 1:
        message = msg(
            'a carousel has one field of type "items", a row for each middle page; here are {n}',
            n=len(rows),
        )
        top.report("pages", message)
