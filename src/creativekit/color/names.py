"""Names of colours that people can say: the nearest of a table, in Kazakh, Russian and English.

A name is a help to memory, not a measurement: it is the entry of templates/brand/color-names.toml
with the least ΔE2000. The colours of one palette are named together, each pair of colour and name
taken in order of nearness, so that two near colours do not end up with one name and neither gets
a far one while a near one is free.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from creativekit.color.difference import difference
from creativekit.errors import InputError, Message, Problem, Problems, msg
from creativekit.project import color_text, templates
from creativekit.project.localized import LANGUAGES, Localized

FILE = "brand/color-names.toml"


@dataclass(frozen=True, slots=True)
class Named:
    """A colour (hex) and what it is called."""

    hex: str
    name: Localized


def table(project_folder: Path | None = None) -> tuple[Named, ...]:
    """The named colours: the project's own file, else ours.

    Raises InputError with every entry that is not a hex and a name in each language.
    """
    where = f"{templates.FOLDER}/{FILE}"
    raw = templates.read(FILE, project_folder)
    try:
        entries = tomllib.loads(raw.decode("utf-8")).get("color")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(_problem(msg("not valid TOML: {reason}", reason=str(error)))) from None
    if not isinstance(entries, list) or not entries:
        raise InputError(
            Problem(
                msg("the table of colour names has no entries"),
                file=where,
                accepted=("[[color]]",),
            )
        )
    problems = Problems()
    found = []
    for position, entry in enumerate(entries, start=1):
        named = _named(entry)
        if named is None:
            problems.add(
                _problem(
                    msg(
                        "entry {position} needs a hex and a name in kk, ru and en",
                        position=position,
                    )
                )
            )
        else:
            found.append(named)
    problems.raise_if_any()
    return tuple(found)


def _problem(message: Message) -> Problem:
    return Problem(message, file=f"{templates.FOLDER}/{FILE}", key="color")


def _named(entry: object) -> Named | None:
    if not isinstance(entry, dict):
        return None
    typed = entry.get("hex")
    color = color_text.hex_color(typed) if isinstance(typed, str) else None
    texts = {code: entry.get(code) for code in LANGUAGES}
    if color is None or not all(isinstance(text, str) and text.strip() for text in texts.values()):
        return None
    return Named(color, Localized.of({code: str(text) for code, text in texts.items()}))


def names(colors: Sequence[str], known: Iterable[Named]) -> tuple[Localized, ...]:
    """A name for each hex, all different as long as the table has enough of them.

    Equal hexes share a name. Of two pairs as near as each other, the earlier colour chooses, and
    takes the earlier entry.
    """
    entries = tuple(known)
    wanted = list(dict.fromkeys(colors))
    pairs = sorted(
        (difference(color, entry.hex), first, second)
        for first, color in enumerate(wanted)
        for second, entry in enumerate(entries)
    )
    given: dict[str, Localized] = {}
    taken: set[int] = set()
    for _, first, second in pairs:
        if wanted[first] not in given and second not in taken:
            given[wanted[first]] = entries[second].name
            taken.add(second)
    for _, first, second in pairs:  # only a table smaller than the palette leaves any
        given.setdefault(wanted[first], entries[second].name)
    return tuple(given[color] for color in colors)
