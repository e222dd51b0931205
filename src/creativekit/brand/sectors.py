"""The line of business that a project's own words mean: a name of templates/brand/sectors.toml.

A sector is written freely, in any of the languages; what it comes down to is found by the
beginnings of its words, the longest that fits winning.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from creativekit.project import templates
from creativekit.project.localized import Localized

FILE = "brand/sectors.toml"


def sector(said: Localized | None, project_folder: Path | None = None) -> str | None:
    """The name of the sector; None when nothing is said, or nothing that is known."""
    if said is None:
        return None
    words = " ".join(text.lower() for _, text in said.texts).replace("-", " ").split()
    fits = [
        (len(beginning), name)
        for name, each in table(project_folder).items()
        for beginning in each["words"]
        if any(word.startswith(beginning) for word in words)
    ]
    return max(fits)[1] if fits else None


def table(project_folder: Path | None = None) -> Mapping[str, Any]:
    """The sectors by name: their `words`, and the `motifs` and `styles` that suit them."""
    return tomllib.loads(templates.read(FILE, project_folder).decode("utf-8"))
