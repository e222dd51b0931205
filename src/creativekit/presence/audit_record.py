"""An audit as it is kept: presence/history/<date>[-n].audit.json, beside the run it was made for.

What was found stays a message and not a sentence of one language, so that the page of the audit is
the same, in each language of the project, on a later day without a network. A project is a folder
that people pass on: what is read is held to what the checks themselves can say, and a message's
template may name its parameters and do nothing else (PEP 3101's fields reach into objects). Nothing
here writes.
"""

from __future__ import annotations

import datetime
import json
import math
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from creativekit.errors import Message, fail, msg
from creativekit.jobs import digest
from creativekit.presence.audit.health import Health
from creativekit.presence.audit.plain import plain
from creativekit.presence.audit.verdict import (
    FACT_KEPT,
    OUTCOMES,
    PLACES_KEPT,
    SHOWN,
    Ended,
    Verdict,
    checks,
)

if TYPE_CHECKING:
    from creativekit.presence.audit.audit import Audit

SCHEMA = 1
_ADDRESS = 2000
_TEMPLATE = 1000
_DEEP = 6
_MANY = 200
# A home page that was not even asked for: it is the network here.
_FROM_HERE = frozenset({"dns", "connect", "timeout", "private"})


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """An `audit.Audit` without the pages' bodies. pages: addresses of those that were read."""

    asked: str
    url: str
    day: datetime.date
    verdicts: tuple[Verdict, ...]
    pages: tuple[str, ...]
    own_domain: bool | None
    partial: bool
    vantage: Message
    health: Health
    ended: Ended = ""

    @property
    def is_unreached(self) -> bool:
        """Whether the network was not there: the home page could not even be asked for."""
        reach = next((each for each in self.verdicts if each.check == "transport.reach"), None)
        return not self.pages and reach is not None and reach.facts.get("code") in _FROM_HERE

    @classmethod
    def of(cls, audit: Audit) -> AuditRecord:
        return cls(
            plain(audit.asked, _ADDRESS),
            plain(audit.url, _ADDRESS),
            audit.day,
            audit.verdicts,
            tuple(plain(page.url, _ADDRESS) for page in audit.pages),
            audit.own_domain,
            audit.partial,
            audit.vantage,
            audit.health,
            audit.ended,
        )

    @property
    def digest(self) -> str:
        """Stands for the audit in Job keys."""
        return digest(write(self))


def write(audit: AuditRecord) -> bytes:
    """The record."""
    health = audit.health
    record = {
        "schema": SCHEMA,
        "asked": audit.asked,
        "url": audit.url,
        "date": audit.day.isoformat(),
        "pages": list(audit.pages),
        "own_domain": audit.own_domain,
        "partial": audit.partial,
        "ended": audit.ended,
        "vantage": _said(audit.vantage),
        "health": {
            "score": health.score,
            "coverage": health.coverage,
            "level": health.level,
            "stopped": list(health.stopped),
        },
        "checks": [
            {
                "id": each.check,
                "outcome": each.outcome,
                "seen": _said(each.seen),
                "facts": dict(each.facts),
                "places": list(each.places),
            }
            for each in audit.verdicts
        ],
    }
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _said(message: Message) -> dict[str, Any]:
    """The message's template and what fills it."""
    params = {key: _value(each) for key, each in message.params.items()}
    found: dict[str, Any] = {"text": message.text, "params": params}
    return found if message.plural is None else {**found, "plural": message.plural}


def _value(value: object) -> Any:
    if isinstance(value, Message):
        return _said(value)
    return value if isinstance(value, (bool, int, float)) else str(value)


def read(data: bytes, file: str) -> AuditRecord:
    """The audit in a record; what no check of today found is left out of it.

    Raises InputError for what is none.
    """
    try:
        record = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, RecursionError, ValueError):
        fail(msg("this is not JSON, or it is not complete"), file=file)
    schema = record.get("schema") if isinstance(record, dict) else None
    if isinstance(schema, int) and schema > SCHEMA:
        fail(msg("this audit was kept by a newer creativekit"), file=file)
    try:
        return _audit(record)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        fail(msg("this is not an audit that creativekit has kept, or it was changed"), file=file)


def _audit(record: dict[str, Any]) -> AuditRecord:
    if record["schema"] != SCHEMA:
        raise ValueError("another schema")
    ended, health = record["ended"], record["health"]
    if ended not in get_args(Ended):
        raise ValueError("no such end")
    score, level = health["score"], health["level"]
    known = {each.id for each in checks()}
    return AuditRecord(
        _line(record["asked"], _ADDRESS),
        _line(record["url"], _ADDRESS),
        datetime.date.fromisoformat(record["date"]),
        tuple(_verdict(each) for each in _list(record["checks"]) if each["id"] in known),
        tuple(_line(each, _ADDRESS) for each in _list(record["pages"])),
        None if record["own_domain"] is None else _bool(record["own_domain"]),
        _bool(record["partial"]),
        _message(record["vantage"]),
        Health(
            None if score is None else int(_number(score, 0, 100)),
            _number(health["coverage"], 0, 1),
            None if level is None else int(_number(level, 0, 4)),
            tuple(each for each in _list(health["stopped"]) if each in known),
        ),
        ended,
    )


def _verdict(record: dict[str, Any]) -> Verdict:
    if record["outcome"] not in OUTCOMES:
        raise ValueError("no outcome")
    facts = {_line(key, SHOWN): _line(each, FACT_KEPT) for key, each in record["facts"].items()}
    places = tuple(_line(each, SHOWN) for each in _list(record["places"], PLACES_KEPT))
    seen = _message(record["seen"])
    return Verdict(record["id"], record["outcome"], seen, facts, places)


def _message(record: dict[str, Any], deep: int = 0) -> Message:
    if deep > _DEEP:
        raise ValueError("too deep")
    params = {
        key: _message(each, deep + 1) if isinstance(each, dict) else _param(each)
        for key, each in record["params"].items()
    }
    plural = record.get("plural")
    for text in (record["text"], plural) if plural is not None else (record["text"],):
        _check_template(text, params)
    return Message(record["text"], params, plural)


def _check_template(text: object, params: dict[str, Any]) -> None:
    """Raises ValueError for a template that does more than name its parameters."""
    if not isinstance(text, str) or len(text) > _TEMPLATE or plain(text, _TEMPLATE) != text.strip():
        raise ValueError("no template")
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None and (name not in params or form or conversion):
            raise ValueError("no parameter")


def _param(value: object) -> bool | int | float | str:
    if isinstance(value, str):
        return _line(value, SHOWN)
    if isinstance(value, (bool, int)) and abs(value) < 10**15:
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise ValueError("no value")


def _list(value: object, most: int = _MANY) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise TypeError("no list")
    return value


def _line(value: object, most: int) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return plain(value, most)


def _bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither yes nor no")
    return value


def _number(value: object, least: float, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
        raise ValueError("no number")
    return value
