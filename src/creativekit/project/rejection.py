"""How a validator of the schema refuses a value: with one of our own messages.

pydantic carries the message, what is accepted and the nearest match to `wording`, which turns
every refusal, ours and pydantic's own, into a Problem.
"""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from creativekit.errors import Message
from creativekit.project.localized import Localized

TYPE = "creativekit"
SHOWN_LENGTH = 60


def reject(
    message: Message, accepted: Iterable[str] = (), nearest: str | None = None
) -> PydanticCustomError:
    """The exception to raise for a value that is refused as a whole."""
    return PydanticCustomError(
        TYPE, TYPE, {"message": message, "accepted": tuple(accepted), "nearest": nearest}
    )


def refusal(error: PydanticCustomError) -> tuple[Message, tuple[str, ...], str | None]:
    """What a `reject(...)` says: the message, what is accepted, the nearest match."""
    said = error.context or {}
    return said["message"], said["accepted"], said["nearest"]


def reject_parts(
    parts: Iterable[tuple[str | tuple[str | int, ...], PydanticCustomError]],
) -> ValidationError:
    """The exception to raise for refused parts of a table: pairs of key and `reject(...)`.

    A part deeper inside is named by its path: keys, and positions in lists.
    """
    details: list[InitErrorDetails] = [
        {"type": error, "loc": (key,) if isinstance(key, str) else key, "input": None}
        for key, error in parts
    ]
    return ValidationError.from_exception_data(TYPE, details)


def shown(value: object) -> str:
    """`value` for a message: short, its invisible characters made visible."""
    if isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, dict):
        text = "{…}" if value else "{}"
    elif isinstance(value, (list, tuple)):
        text = "[…]" if value else "[]"
    else:
        text = str(value)
    text = "".join(visible(char) for char in text[: SHOWN_LENGTH + 1])
    return text if len(text) <= SHOWN_LENGTH else text[:SHOWN_LENGTH] + "…"


def shown_text(text: Localized) -> Localized:
    """Like `shown`, of a text in several languages: which of them is said is for the reader."""
    return Localized(tuple((code, shown(each)) for code, each in text.texts), text.main)


def spelt(value: object) -> str:
    """Like `shown`, with text in quotes: for messages where 5 and "5" are different things."""
    return f'"{shown(value)}"' if isinstance(value, str) else shown(value)


def visible(char: str) -> str:
    """The character, or its code point when it would not be seen or would disturb the line."""
    return char if char.isprintable() else f"U+{ord(char):04X}"
