"""A post's fields as text that a person types, and typed text as what creativekit.toml holds.

What a field holds is what `social.fields` reads. A text is one for all languages until it is
changed in a language other than the main one; then it is a table by language. Rows keep what they
say in the other languages: typed rows are matched with those of before. No textual here.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal, cast

from pydantic_core import PydanticCustomError

from creativekit.errors import Message, msg
from creativekit.project import day_text
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.toml_values import Value
from creativekit.social.post import by_language, spoken
from creativekit.social.template import Field, FieldType, Template
from creativekit.social.values import written

LONG = 100
"""Characters from which a text gets several lines to be typed in."""

_ROWS = " | "
_NUMBER = re.compile(r"[-−]?\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|[-−]?\d{1,12}")
_SPOKEN: tuple[FieldType, ...] = ("text", "lines", "items", "price")

Kind = Literal["line", "lines", "picture"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to fill in.

    name: its key in the post. kind: what it is typed in. own: it is the post's and not its
    template's. note: how it is typed.
    """

    name: str
    title: Localized | Message
    field: Field
    kind: Kind
    required: bool = False
    own: bool = False
    note: Message | None = None

    @property
    def is_spoken(self) -> bool:
        """Whether it may differ by language."""
        return self.field.type in _SPOKEN and self.name not in ("id", "date", "time")


_NOTES: Mapping[FieldType, Message] = {
    "lines": msg("a line each"),
    "items": msg("a row a line: what | how much"),
    "price": msg("a number is written as tenge"),
    "date": msg("2026-12-05 or 05.12.2026"),
    "time": msg("18:30"),
    "image": msg("a file of the project"),
    "images": msg("files of the project, a line each"),
}
_OWN: tuple[tuple[str, FieldType, Kind, Message, Message | None], ...] = (
    ("caption", "text", "lines", msg("Caption"), msg("the text beside the picture")),
    ("date", "date", "line", msg("To be posted on"), msg("2026-12-05 or 05.12.2026 18:30")),
    ("id", "text", "line", msg("Name of its folder"), msg("from the headline when left empty")),
)


def entries(template: Template) -> tuple[Entry, ...]:
    """What is to be filled in: the template's fields in their order, then the post's own."""
    found = [
        Entry(
            field.name,
            field.title,
            field,
            _kind(field),
            field.required and field.default is None,
            note=_NOTES.get(field.type),
        )
        for field in template.fields.values()
    ]
    found += [
        Entry(name, title, Field(name, kind, Localized.of("")), box, own=True, note=note)
        for name, kind, box, title, note in _OWN
    ]
    return tuple(found)


def _kind(field: Field) -> Kind:
    if field.type == "image":
        return "picture"
    if field.type in ("lines", "items", "images"):
        return "lines"
    is_long = field.type == "text" and (field.most is None or field.most >= LONG)
    return "lines" if is_long and field.name not in ("label", "action") else "line"


def typed(entry: Entry, raw: Any, language: str) -> str:
    """What stands in the field in a language; "" where only another language has a text."""
    if by_language(raw):
        raw = raw.get(language)
    kind = entry.field.type
    if isinstance(raw, (list, tuple)):
        if kind == "items":
            return "\n".join(_row(each, language) for each in raw)
        return "\n".join(_plain(_own(each, language)) for each in raw)
    if kind == "items" and isinstance(raw, Mapping):
        return "\n".join(_row(pair, language) for pair in raw.items())
    if isinstance(raw, Mapping):
        return _focal(raw)
    return _plain(raw)


def languages(raw: Any) -> frozenset[str] | None:
    """The languages in which a field says something; None where it says one thing for all."""
    if by_language(raw):
        return frozenset(code for code, inner in raw.items() if spoken(inner, code) is not None)
    if isinstance(raw, (list, tuple)):
        found = [part for part in map(languages, _flat(raw)) if part is not None]
        return frozenset.union(*found) if found else None
    return None


def stored(entry: Entry, before: Any, text: str, language: str, main: str) -> Value | None:
    """What the post holds once `text` was typed in a language; None for nothing.

    before: what it holds now. main: the project's main language.
    """
    kind = entry.field.type
    text = text.strip("\n") if entry.kind == "lines" else text.strip()
    if kind in ("lines", "items", "images") and not by_language(before):
        return _rows(entry, before, text, language, main)
    value = _value(entry, text, language)
    if not entry.is_spoken:
        return value
    if kind == "price" and not by_language(before) and (isinstance(value, int) or value is None):
        return value  # a number is written in each language by its rules
    return _by_language(before, value, language, main)


def _by_language(before: Any, value: Value | None, language: str, main: str) -> Value | None:
    """`before` with another text in one language."""
    if by_language(before):
        table = dict(before)
    elif before in (None, "") or language == main:
        if language == main:
            return value
        table = {}
    else:
        table = {main: before}
    if value in (None, ""):
        table.pop(language, None)
    else:
        table[language] = value
    if set(table) <= {main}:
        return cast("Value | None", table.get(main))
    return {code: table[code] for code in LANGUAGES if code in table}


def _value(entry: Entry, text: str, language: str) -> Value | None:
    if not text.strip():
        return None
    kind = entry.field.type
    try:
        # tomlkit writes days and times as TOML's own; `Value` has no word for them.
        if kind == "date":
            return cast("Value", day_text.moment(text))
        if kind == "time":
            return cast("Value", day_text.clock(text))
    except PydanticCustomError:
        return text  # "every Friday" is a date, too, in a template
    if kind == "price":
        return _number(text)
    if kind in ("lines", "images"):
        return [line.strip() for line in text.splitlines() if line.strip()]
    if kind == "items":
        return [_pair(line) for line in text.splitlines() if line.strip()]
    return text


def _number(text: str) -> Value:
    plain = re.sub(r"\s*(?:₸|тг\.?|тенге|теңге)\s*$", "", text.strip(), flags=re.IGNORECASE)
    if _NUMBER.fullmatch(plain):
        return int(re.sub(r"[\s\u00a0\u202f]", "", plain.replace("−", "-")))
    return text.strip()


def _pair(line: str) -> list[Value]:
    label, bar, amount = line.partition("|")
    return [label.strip(), _number(amount)] if bar and amount.strip() else [label.strip()]


def _rows(entry: Entry, before: Any, text: str, language: str, main: str) -> Value | None:
    """Rows as they were typed; one that was there before keeps its other languages."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return None
    is_items = entry.field.type == "items"
    if isinstance(before, Mapping):
        before = [list(pair) for pair in before.items()]
    old: Sequence[Any] = before if isinstance(before, (list, tuple)) else ()
    if isinstance(before, str) and before:
        old = before.splitlines()
    shown = [
        (_row(each, language) if is_items else _plain(_own(each, language))).strip() for each in old
    ]

    def row(line: str, beside: Any) -> Value:
        if not is_items:
            if entry.field.type == "images":
                return line
            return cast("Value", _by_language(beside, line, language, main))
        label, *amount = _pair(line)
        parts = _parts(beside)
        made = [_by_language(parts[0], label, language, main)]
        if amount:
            was = parts[1]
            is_one = isinstance(amount[0], int) and not by_language(was)
            made.append(amount[0] if is_one else _by_language(was, amount[0], language, main))
        return cast("Value", made)

    found: list[Value] = []
    for what, a, b, c, d in SequenceMatcher(None, shown, lines, autojunk=False).get_opcodes():
        if what == "equal":
            found += [_listed(each) for each in old[a:b]]
            continue
        beside = list(old[a:b]) if what == "replace" else []
        for place, line in enumerate(lines[c:d]):
            found.append(row(line, beside[place] if place < len(beside) else None))
    return found


def _listed(value: Any) -> Value:
    """Tuples as lists, which TOML can write."""
    if isinstance(value, Mapping):
        return {key: _listed(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_listed(inner) for inner in value]
    return cast("Value", value)


def _flat(raw: Any) -> list[Any]:
    if by_language(raw) or not isinstance(raw, (list, tuple)):
        return [raw]
    return [each for inner in raw for each in _flat(inner)]


def _parts(row: Any) -> tuple[Any, Any]:
    """Label and amount of a row, whatever it was written as."""
    if isinstance(row, Mapping) and not by_language(row):
        if "label" in row:
            return row.get("label"), row.get("value")
        return next(iter(row.items()), (None, None))
    if isinstance(row, (list, tuple)):
        return (row[0] if row else None), (row[1] if len(row) > 1 else None)
    if isinstance(row, str):
        label, _, amount = row.partition("|")
        return label.strip(), amount.strip() or None
    return row, None


def _row(row: Any, language: str) -> str:
    label, amount = (_plain(_own(each, language)) for each in _parts(row))
    return f"{label}{_ROWS}{amount}" if amount else label


def _own(value: Any, language: str) -> Any:
    """In the language, or in none: what another language says is not typed into this one."""
    return value.get(language) if by_language(value) else value


def _plain(value: Any) -> str:
    """As it was typed."""
    if value is None or isinstance(value, Mapping):
        return "" if value is None else _focal(value)
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, datetime.time):
        return f"{value:%H:%M}"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 10_000:
        return f"{value:,}".replace(",", " ")
    return str(value)


def _focal(raw: Mapping[str, Any]) -> str:
    """A picture with its focal point, on one line."""
    name, point = raw.get("file"), raw.get("focal")
    if not name or not isinstance(point, (list, tuple)) or len(point) != 2:
        return str(name or "")
    try:
        x, y = (round(float(each) * 100) for each in point)
    except (TypeError, ValueError):
        return str(name)
    return f"{name} @ {x}% {y}%"


def read_as(entry: Entry, raw: Any, language: str, main: str) -> str:
    """How a price, day or time will be written; "" for what is shown as it was typed."""
    if entry.field.type not in ("price", "date", "time"):
        return ""
    value = spoken(raw, language, main)
    return "" if value is None or isinstance(value, str) else written(entry.field, value, language)
