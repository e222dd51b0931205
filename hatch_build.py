"""What a build adds to the package: compiled message catalogs, and in a wheel the templates.

An editable install finds templates/ in the checkout; a copy of them in site-packages would only
grow old there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALES = Path("src", "creativekit", "language", "locales")


class CatalogHook(BuildHookInterface[Any]):
    """Hatchling calls `initialize` before it collects the files of a build."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in sorted(Path(self.root, LOCALES).glob("*/LC_MESSAGES/*.po")):
            with source.open("rb") as text:
                catalog = read_po(text)
            with source.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, catalog)
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"][str(Path(self.root, "templates"))] = "creativekit/templates"
