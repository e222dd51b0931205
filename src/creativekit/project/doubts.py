"""What is doubtful in a config but not wrong: warnings, never errors.

Addresses and handles change their rules more often than we are released, so these checks only ask
the person to look again. They read the values as they were typed, so that warnings are there beside
errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from creativekit.errors import Message, msg
from creativekit.project.rejection import shown
from creativekit.project.toml_positions import Key

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_SITE = re.compile(r"(https?://)?([\w-]+\.)+[\w-]{2,}(:\d+)?([/?#]\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?[\d\s().-]+")
# Instagram: letters, digits, points and underscores, at most 30. Telegram: 5 to 32, no points.
_INSTAGRAM = re.compile(r"@?[A-Za-z0-9._]{1,30}")
_TELEGRAM = re.compile(r"@?[A-Za-z][A-Za-z0-9_]{4,31}")
_PROFILE = re.compile(r"(https?://)?(www\.)?(instagram\.com|t\.me)/\S+", re.IGNORECASE)


def doubts(values: Mapping[str, object]) -> Iterator[tuple[Key, Message]]:
    """Pairs of key and message for the config's `values`, as `tomllib` read them."""
    brand = values.get("brand")
    if isinstance(brand, dict) and "color" in brand and "from" in brand:
        yield ("brand", "from"), msg("this picture is not used, because a colour is given")
    yield from _unlikely(values.get("contact"), ("contact",))
    people = values.get("person")
    for index, person in enumerate(people if isinstance(people, list) else ()):
        yield from _unlikely(person, ("person", index))


def _unlikely(table: object, key: Key) -> Iterator[tuple[Key, Message]]:
    if not isinstance(table, dict):
        return
    for name, (is_likely, message) in _CONTACT.items():
        value = table.get(name)
        if isinstance(value, str) and value.strip() and not is_likely(value.strip()):
            yield (*key, name), Message(message.text, {"found": shown(value)})


def _is_phone(value: str) -> bool:
    return bool(_PHONE.fullmatch(value)) and 5 <= sum(map(str.isdigit, value)) <= 15


def _matches(*patterns: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda value: any(pattern.fullmatch(value) for pattern in patterns)


_CONTACT: dict[str, tuple[Callable[[str], bool], Message]] = {
    "phone": (_is_phone, msg("'{found}' does not look like a telephone number")),
    "whatsapp": (_is_phone, msg("'{found}' does not look like a telephone number")),
    "email": (_matches(_EMAIL), msg("'{found}' does not look like an e-mail address")),
    "site": (_matches(_SITE), msg("'{found}' does not look like the address of a site")),
    "instagram": (
        _matches(_INSTAGRAM, _PROFILE),
        msg("'{found}' does not look like a name on Instagram"),
    ),
    "telegram": (
        _matches(_TELEGRAM, _PROFILE),
        msg("'{found}' does not look like a name on Telegram"),
    ),
}
