"""What is typed at a question of the self-assessment, and what is meant by it.

Who answers in Kazakh or Russian has that keyboard on: where a key gives another letter there, the
letter means the key. On the Kazakh one (standard of Kazakhstan, as in Windows and CLDR's kk) the
row of digits has letters of its own, and a digit takes Shift.
"""

from __future__ import annotations

from typing import Literal

from pydantic_core import PydanticCustomError

from creativekit.errors import Message, msg
from creativekit.presence import answer_words
from creativekit.presence.answers import Said
from creativekit.presence.instrument import Item
from creativekit.project.rejection import refusal

Key = Literal["keep", "stop", "back", "help"]

LEGEND = msg(
    "Type one and press Enter: 0–4 answers, n means it is not for us, d means we do not know,"
    " ? tells what is meant, < goes back, . stops. Enter alone keeps what is marked. Every answer"
    " is kept at once."
)
ACCEPTED = msg("0 to 4, n, d or ?")
_KEYS: dict[str, Key] = {
    "": "keep", ".": "stop", "<": "back", "?": "help", "ю": "stop", "б": "back", "/": "help",
}  # fmt: skip
_TWINS: dict[str, Said] = {
    "n": "na", "т": "na", "d": "dk", "в": "dk",
    '"': 1, "ә": 2, "і": 3, "ң": 4, "қ": 0,
}  # fmt: skip


def key(typed: str) -> Key | None:
    """The key that moves between questions, or None when something was answered."""
    return _KEYS.get(typed.strip().casefold())


def said(typed: str, item: Item) -> Said | Message:
    """The answer, or what is wrong with it."""
    text = typed.strip().casefold()
    if text in _TWINS:
        return _TWINS[text]
    try:
        found = answer_words.said(typed, item)
    except PydanticCustomError as error:
        return refusal(error)[0]
    assert found is not None  # an empty one is a key
    return found
