"""A brand without drawing: stands for the rooms below while the command line is tested."""

from __future__ import annotations

import sys
import types
from dataclasses import dataclass
from typing import Any

from press.fake_jobs import job

from creativekit.jobs import Job

PARTS = {"logo": 6, "color": 4, "type": 2, "guide": 3}


def kit(project: Any) -> tuple[Job, ...]:
    """A few small files that depend on the project's name and colour."""
    return tuple(
        job(f"brand/{part}/{number}.html", f"{project.name} {project.brand.color} {number}")
        for part, count in PARTS.items()
        for number in range(count)
    )


@dataclass(frozen=True)
class Direction:
    """As `creativekit.brand.explore` has it."""

    number: int
    style: str
    pairing: str
    color: str
    logo_kind: str
    logo_form: str
    pattern: str

    @property
    def logo(self) -> dict[str, str]:
        return {"kind": self.logo_kind, "motif": self.logo_form}

    @property
    def settings(self) -> dict[str, object]:
        return {
            "brand.color": self.color,
            "brand.style": self.style,
            "brand.pairing": self.pairing,
            "brand.logo": self.logo,
        }


FOUND = (
    Direction(1, "steppe", "lora-onest", "#0a7e8c", "symbol", "steppe-wave", "ram-horn"),
    Direction(2, "noir", "raleway-literata", "#8c180a", "monogram", "circle", "dots"),
    Direction(3, "bold", "oswald-noto-sans", "#f2b705", "wordmark", "", "motif"),
)


def explore_module() -> types.ModuleType:
    module = types.ModuleType("creativekit.brand.explore")
    module.directions = lambda project, count: FOUND[:count]  # type: ignore[attr-defined]
    module.contact_sheet_jobs = lambda project, found: (  # type: ignore[attr-defined]
        job("explore/sheet.html", "".join(each.style for each in found)),
        job("explore/sheet.png", "".join(each.color for each in found)),
    )
    return module


def resolve_module() -> types.ModuleType:
    module = types.ModuleType("creativekit.identity.resolve")
    module.identity = lambda project: project  # type: ignore[attr-defined]
    return module


def install() -> None:
    """For a process of its own; tests in this one use monkeypatch."""
    from creativekit.press import plan

    plan.brand_plan = kit
    sys.modules["creativekit.brand.explore"] = explore_module()
    sys.modules["creativekit.identity.resolve"] = resolve_module()


if __name__ == "__main__":
    from creativekit.cli.main import run

    install()
    run()
