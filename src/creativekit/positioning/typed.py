"""What a person typed into a blank, as the answer it means: a text in order, or a number.

The same reading for a form, a Word file and the terminal. A text is kept as it was written but for
what no one sees: composed letters, blank space around it, line ends where there is one line only.
A number may have its unit behind it. What cannot be read is refused with what is accepted.
"""

from __future__ import annotations

import unicodedata

from pydantic_core import PydanticCustomError

from creativekit.errors import msg
from creativekit.positioning.blanks import Blank
from creativekit.positioning.words import Words
from creativekit.project import number_text, rejection, text_rules
from creativekit.project.number_text import Unit
from creativekit.project.rejection import refusal, reject

# By the last key of a blank's name, what may stand behind its number.
_UNITS: dict[str, Unit] = {
    "fee": "percent",
    "tax": "percent",
    "hours": "hours",
    "materials": "money",
    "rate": "money",
    "overhead": "money",
    "price": "money",
}


def answer(typed: str, blank: Blank) -> str | int | float | None:
    """The text or number that was meant: "" or None for nothing but blank space.

    Raises the refusal (`rejection.reject`) of what may not stand there.
    """
    if blank.kind != "text":
        return number(typed, blank)
    found = text(typed, blank)
    if found:
        text_rules.fault(found, blank.length, several_lines=blank.lines > 1)
    return found


def shown(answer: str | int | float | None) -> str:
    """An answer as it is written into a blank."""
    if answer is None:
        return ""
    return f"{answer:.15g}" if isinstance(answer, float) else str(answer)


def text(typed: str, blank: Blank) -> str:
    """The text that was meant: "" for nothing but blank space."""
    composed = unicodedata.normalize("NFC", typed)
    lines = composed.replace("\r\n", "\n").splitlines()
    if blank.lines > 1:
        return "\n".join(
            line.replace("\t", " ").replace("\u00a0", " ").rstrip() for line in lines
        ).strip()
    return " ".join(" ".join(lines).split())


def number(typed: str, blank: Blank) -> int | float | None:
    """The number that was meant, a whole one as int; None for nothing but blank space.

    Raises the refusal (`rejection.reject`) of what is no number, or not one that is asked for.
    """
    typed = typed.strip()
    if not typed:
        return None
    scale = (f"{blank.low:g} … {blank.high:g}",)
    not_whole = reject(
        msg(
            "'{found}' is not a whole number from {least} to {most}",
            found=rejection.shown(typed),
            least=int(blank.low),
            most=int(blank.high),
        )
    )
    unit = _UNITS.get(str(blank.path[-1]), "none")
    try:
        found = number_text.number(typed, unit=unit)
    except PydanticCustomError as error:
        if blank.kind == "whole":
            raise not_whole from None
        message, accepted, _ = refusal(error)
        raise reject(message, accepted if unit == "money" else scale) from None
    is_whole = found == found.to_integral_value()
    if blank.kind == "whole" and not (is_whole and blank.low <= found <= blank.high):
        raise not_whole
    found_and_limit: dict[str, str] = {"found": rejection.shown(typed)}
    if found < blank.low:
        found_and_limit["limit"] = f"{blank.low:g}"
        raise reject(msg("{found} is too small: at least {limit}", **found_and_limit))
    if found > blank.high:
        found_and_limit["limit"] = f"{blank.high:.12g}"
        raise reject(msg("{found} is too large: at most {limit}", **found_and_limit))
    return int(found) if is_whole else float(found)


def question(blank: Blank, said: Words) -> str:
    """What is asked, with what it belongs to: `На карте: Справа 2`."""
    language = said.language
    label, path = blank.label.get(language), blank.path
    if path[:2] == ("map", "ours"):
        label = f"{said('ours')} {label}"
    if len(path) > 4 and isinstance(path[4], int):
        label = f"{label}, {path[4] + 1}"
    part = blank.part.get(language) if blank.part is not None else ""
    return f"{part}: {label}" if part and not label.startswith(part) else label
