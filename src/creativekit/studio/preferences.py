"""What the studio remembers of a person from one day to the next: the theme and the language.

A small JSON file in the system's folder for settings, apart from any project. Nothing depends on
it: one that is missing, damaged or cannot be written is as if nothing had been remembered.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from platformdirs import user_config_path

from creativekit.errors import OutputError
from creativekit.press.output import write_file


@dataclass(frozen=True, slots=True)
class Preferences:
    """theme: "light", "dark" or "brand"; language: "kk", "ru" or "en"; "" is not chosen yet."""

    theme: str = ""
    language: str = ""


def place() -> Path:
    return user_config_path("creativekit", appauthor=False) / "studio.json"


def remembered(file: Path) -> Preferences:
    try:
        read = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(read, dict):
        return Preferences()
    names = {each.name for each in fields(Preferences)}
    return Preferences(**{k: v for k, v in read.items() if k in names and isinstance(v, str)})


def remember(file: Path, what: Preferences) -> None:
    with suppress(OutputError):
        write_file(file, (json.dumps(asdict(what), indent=2) + "\n").encode())
