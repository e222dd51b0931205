"""SVG path data in templates: the part of it that a drawing needs.

M, L, H, V, C, S, Q and Z, absolute and relative, as in SVG 2 (w3.org/TR/SVG2/paths.html); arcs have
a shape of their own. A number may be an expression in braces, `{48 - s/2}`, so that a drawn outline
can follow the stroke too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from creativekit.canvas.path import Command, Path
from creativekit.errors import msg
from creativekit.identity.expressions import ExpressionError, Scope, evaluate

MOST_CHARACTERS = 4000
COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}

_TOKEN = re.compile(
    r"[\s,]*(?:([A-Za-z])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|\{([^{}]*)\})"
)
_SEPARATORS = " \t\r\n,"


def path_data(text: str, scope: Scope) -> Path:
    """The path that `text` draws. Raises ExpressionError for what is not path data of this kind."""
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(msg("path data has at most {n} characters", n=MOST_CHARACTERS))
    commands: list[Command] = []
    pen = start = 0j
    reflected: complex | None = None
    for letter, numbers in _segments(text, scope):
        upper = letter.upper()
        base = pen if letter.islower() else 0j
        if not commands and upper != "M":
            raise ExpressionError(msg("path data begins with M"))
        if upper == "Z":
            commands.append(("Z",))
            pen, reflected = start, None
            continue
        if upper in "HV":
            across, value = upper == "H", numbers[0]
            offset = (base.real if across else base.imag) + value
            points = [complex(offset, pen.imag) if across else complex(pen.real, offset)]
        else:
            points = [base + complex(x, y) for x, y in zip(*[iter(numbers)] * 2, strict=True)]
        if commands and commands[-1] == ("Z",) and upper != "M":
            commands.append(("M", pen.real, pen.imag))
        end = points[-1]
        if upper == "M":
            commands.append(("M", end.real, end.imag))
            start = end
        elif upper in "LHV":
            commands.append(("L", end.real, end.imag))
        else:
            if upper == "C":
                first, last = points[0], points[1]
            elif upper == "S":
                first = 2 * pen - reflected if reflected is not None else pen
                last = points[0]
            else:
                first, last = (each + 2 / 3 * (points[0] - each) for each in (pen, end))
            commands.append(("C", first.real, first.imag, last.real, last.imag, end.real, end.imag))
            reflected = last if upper in "CS" else None
        if upper not in "CS":
            reflected = None
        pen = end
    if not commands:
        raise ExpressionError(msg("path data begins with M"))
    return Path(tuple(commands))


def _segments(text: str, scope: Scope) -> Iterator[tuple[str, list[float]]]:
    """Letters with as many numbers as each takes; a repeated M goes on as L."""
    letter = ""
    numbers: list[float] = []
    for token in _tokens(text, scope):
        if isinstance(token, float):
            numbers.append(token)
            if not letter or letter in "Zz":
                raise ExpressionError(msg("a number stands where a letter of path data is due"))
            if len(numbers) == COUNTS[letter.upper()]:
                yield letter, numbers
                letter, numbers = {"M": "L", "m": "l"}.get(letter, letter), []
            continue
        if numbers:
            raise ExpressionError(
                msg(
                    "'{letter}' in path data takes {n} numbers",
                    letter=letter,
                    n=COUNTS[letter.upper()],
                )
            )
        letter = token
        if letter in "Zz":
            yield letter, []
    if numbers:
        raise ExpressionError(
            msg(
                "'{letter}' in path data takes {n} numbers", letter=letter, n=COUNTS[letter.upper()]
            )
        )


def _tokens(text: str, scope: Scope) -> Iterator[str | float]:
    at, text = 0, text.rstrip(_SEPARATORS)
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None or (found[1] and found[1].upper() not in COUNTS):
            raise ExpressionError(
                msg(
                    "'{found}' is not path data; it has the letters {letters}",
                    found=text[at : at + 12].strip(),
                    letters=" ".join(COUNTS),
                )
            )
        at = found.end()
        if found[1]:
            yield found[1]
        else:
            yield evaluate(found[2] or found[3], scope)
