"""Art directions: templates/brand/styles/<id>.toml, read strictly.

A style is data so that a person can copy one into the project and change it; so every key is
checked, and everything wrong in the file is reported at once, with the nearest accepted word.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from creativekit.color.scheme import Scheme, SchemeError
from creativekit.errors import InputError, Message, Problem, Problems, msg, nearest
from creativekit.identity.model import Style
from creativekit.project import templates, vocabulary
from creativekit.project.localized import LANGUAGES, Localized

SHAPES = ("circle", "squircle", "arch", "diamond", "shield", "none")
LOGO_KINDS = ("symbol", "monogram", "wordmark")
CASES = ("as-typed", "upper", "lower")
ALIGNS = ("left", "center")
COVERS = ("steppe", "ornament", "editorial", "bold", "craft", "tech", "playful", "noir")


def style(style_id: str, project_folder: Path | None = None) -> Style:
    """Read a style. Raises InputError with every problem of its file."""
    relative = f"brand/styles/{style_id}.toml"
    name = f"{templates.FOLDER}/{relative}"
    raw = templates.read(relative, project_folder)
    try:
        table = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(
            Problem(msg("the style is not valid TOML: {reason}", reason=str(error)), file=name)
        ) from None
    return _Reader(name, table, project_folder).style(style_id)


class _Reader:
    """Takes keys out of one file's table and notes what is wrong with each."""

    def __init__(self, file: str, table: dict[str, Any], project_folder: Path | None) -> None:
        self.file = file
        self.table = table
        self.folder = project_folder
        self.problems = Problems()

    def style(self, style_id: str) -> Style:
        known = {item.name for item in fields(Style)} - {"id"}
        self.unknown(self.table, known, "")
        values: dict[str, Any] = {
            "title": self.localized("title"),
            "idea": self.localized("idea"),
            "pairing": self.choice("pairing", vocabulary.pairings(self.folder)),
            "alternatives": self.choices("alternatives", vocabulary.pairings(self.folder)),
            "motif": self.choice("motif", vocabulary.motifs(self.folder)),
            "pattern": self.choice("pattern", vocabulary.patterns(self.folder)),
            "shape": self.choice("shape", SHAPES),
            "logo": self.choice("logo", LOGO_KINDS),
            "case": self.choice("case", CASES),
            "align": self.choice("align", ALIGNS),
            "cover": self.choice("cover", COVERS),
            "tracking": self.number("tracking", -0.1, 0.3),
            "corner": self.number("corner", 0.0, 0.5),
            "scheme": self.scheme(),
        }
        self.problems.raise_if_any()
        return Style(id=style_id, **values)

    def scheme(self) -> Scheme:
        table = self.table.get("scheme", {})
        if not isinstance(table, dict):
            self.wrong("scheme", table, "a table")
            return Scheme()
        names = {item.name: item for item in fields(Scheme)}
        self.unknown(table, set(names), "scheme.")
        kept = {key: value for key, value in table.items() if key in names}
        try:
            return Scheme(**kept)
        except SchemeError as error:
            self.add(error.message, "scheme")
        except TypeError:
            self.wrong("scheme", "…", "tables of tone, chroma and hue")
        return Scheme()

    def localized(self, key: str) -> Localized:
        value = self.table.get(key)
        if isinstance(value, str) and value:
            return Localized.of(value)
        if (
            isinstance(value, Mapping)
            and value
            and set(value) <= set(LANGUAGES)
            and all(isinstance(text, str) and text for text in value.values())
        ):
            return Localized.of(dict(value))
        self.wrong(key, value, "a text, or a table of kk, ru, en")
        return Localized.of(key)

    def choice(self, key: str, accepted: tuple[str, ...]) -> str:
        return self._accepted(key, self.table.get(key), accepted)

    def _accepted(self, key: str, value: object, accepted: tuple[str, ...]) -> str:
        if isinstance(value, str) and value in accepted:
            return value
        self.problems.add(
            Problem(
                msg("{found} is not accepted here", found=repr(value)),
                file=self.file,
                key=key,
                accepted=accepted,
                nearest=nearest(value, accepted) if isinstance(value, str) else None,
            )
        )
        return accepted[0] if accepted else ""

    def choices(self, key: str, accepted: tuple[str, ...]) -> tuple[str, ...]:
        """A list of accepted words; an absent one is empty."""
        values = self.table.get(key, [])
        if not isinstance(values, list):
            self.wrong(key, values, "a list")
            return ()
        return tuple(self._accepted(key, value, accepted) for value in values)

    def number(self, key: str, low: float, high: float) -> float:
        value = self.table.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        self.wrong(key, value, f"{low} … {high}")
        return low

    def unknown(self, table: Mapping[str, Any], known: set[str], prefix: str) -> None:
        for key in sorted(set(table) - known):
            accepted = tuple(sorted(known))
            self.problems.add(
                Problem(
                    msg("unknown key"),
                    file=self.file,
                    key=prefix + key,
                    accepted=accepted,
                    nearest=nearest(key, accepted),
                )
            )

    def wrong(self, key: str, found: object, accepted: str) -> None:
        self.problems.add(
            Problem(
                msg("{found} is not accepted here", found=repr(found)),
                file=self.file,
                key=key,
                accepted=(accepted,),
            )
        )

    def add(self, message: Message, key: str) -> None:
        self.problems.add(Problem(message, file=self.file, key=key))
