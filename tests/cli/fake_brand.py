"""A brand without drawing: stands for the rooms below while the command line is tested."""

from __future__ import annotations

import os
import sys
import types
from dataclasses import dataclass
from typing import Any

from creativekit.jobs import Job
from creativekit.press.plan import Plan
from press.fake_jobs import broken_job, job

PARTS = {"logo": 6, "color": 4, "type": 2, "guide": 3}


def kit(project: Any) -> Plan:
    """A few small files that depend on the project's name and colour.

    FAKE_PAUSE: seconds that each takes. FAKE_FAULT: one more file, that cannot be made.
    """
    pause = float(os.environ.get("FAKE_PAUSE", "0"))
    jobs = [
        job(f"brand/{part}/{number}.html", f"{project.name} {project.brand.color} {number}", pause)
        for part, count in PARTS.items()
        for number in range(count)
    ]
    fault = os.environ.get("FAKE_FAULT")
    if fault is not None:
        jobs.append(broken_job("brand/guide/b.pdf", fault))
    return Plan(tuple(jobs), project.warnings)


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
        form = {"symbol": "motif", "monogram": "shape"}.get(self.logo_kind)
        return {"kind": self.logo_kind} | ({form: self.logo_form} if form else {})

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


def sheet(project: Any, found: tuple[Direction, ...]) -> tuple[Job, ...]:
    return (
        job("explore/sheet.html", "".join(each.style for each in found)),
        job("explore/sheet.png", "".join(each.color for each in found)),
    )


def module(name: str, **content: Any) -> types.ModuleType:
    made = types.ModuleType(name)
    vars(made).update(content)
    return made


MODULES = {
    found.__name__: found
    for found in (
        module("creativekit.brand.explore", directions=lambda project, count: FOUND[:count]),
        module("creativekit.brand.explore_sheet", contact_sheet_jobs=sheet),
        module(
            "creativekit.identity.resolve", identity=lambda project: types.SimpleNamespace(notes=())
        ),
    )
}


def install() -> None:
    """For a process of its own; tests in this one use monkeypatch."""
    from creativekit.press import plan

    plan.brand_plan = kit
    sys.modules.update(MODULES)


if __name__ == "__main__":
    from creativekit.cli.main import run

    install()
    run()
