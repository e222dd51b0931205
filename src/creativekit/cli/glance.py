"""What can be seen of a project without loading it: its name and colour, for the terminal.

Loading brings the whole schema; a run with nothing to do should not pay for that, and still be
addressed by name. Whatever is wrong with the file is somebody else's to tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from creativekit.cli import talk
from creativekit.errors import InputError
from creativekit.project.color_text import hex_color
from creativekit.project.config_file import decoded, file_bytes, values_of


@dataclass(frozen=True, slots=True)
class Glance:
    """name: in the spoken language where it has one, safe to print. color: `#rrggbb` or None."""

    name: str
    color: str | None


def glance(config: Path) -> Glance:
    """Look at creativekit.toml; an unreadable one is called by its folder."""
    try:
        values = values_of(decoded(file_bytes(config)))
    except InputError:
        values = {}
    about, brand = _table(values, "project"), _table(values, "brand")
    color = brand.get("color")
    return Glance(
        talk.clean(_name(about.get("name")) or config.parent.resolve().name),
        hex_color(color) if isinstance(color, str) else None,
    )


def _table(values: dict[str, Any], key: str) -> dict[str, Any]:
    found = values.get(key)
    return found if isinstance(found, dict) else {}


def _name(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get(talk.language()) or next(iter(value.values()), "")
    return value if isinstance(value, str) else ""
