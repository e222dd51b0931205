"""Builds of projects that draw nothing, in `press.build.build`'s place; their creativekit.toml says
what becomes of them. The kits, manifests and journals are the press's own."""

from __future__ import annotations

import os
import time
import tomllib
from pathlib import Path
from typing import Any

from creativekit.errors import InputError, Problem, msg
from creativekit.jobs import digest
from creativekit.press.build import Built
from creativekit.press.run import Cancelled, Part, Stopped, run_all, up_to_date
from press.fake_jobs import broken_job, job


def project(folder: Path, name: str, **values: object) -> Path:
    """A project: `files` of them, `pause` seconds each, or a `fault` of a kind."""
    place = folder / name
    place.mkdir(parents=True)
    lines = [f'{key} = "{value}"' if isinstance(value, str) else f"{key} = {value}"
             for key, value in {"name": name, **values}.items()]  # fmt: skip
    (place / "creativekit.toml").write_text("\n".join(lines), "utf-8")
    return place


def build(
    config: Path, kit: Path, *, cancelled: Cancelled | None = None, workers: int, **asked: Any
) -> Built:
    assert workers == 1
    said = tomllib.loads(config.read_text("utf-8"))
    match said.get("fault"):
        case "input":
            raise InputError(Problem(msg("the colour is not one"), "creativekit.toml", 4, "brand"))
        case "fault":
            raise ZeroDivisionError("oh")
        case "death":
            os._exit(7)
    pause = said.pop("pause", 0.0)
    mark = digest(said)
    found = up_to_date(kit, "brand", mark)
    if found is not None:
        return Built({"brand": found})
    jobs = [job(f"brand/{n}.txt", f"{said['name']} {n}\n" * 50) for n in range(said["files"])]
    if said.get("fault") == "file":
        jobs.append(broken_job("brand/broken.txt", "zero"))

    def watch(done: int, total: int, label: object) -> None:
        if done:
            time.sleep(pause)

    try:
        part = Part("brand", jobs, mark)
        reports = run_all([part], kit, workers=1, progress=watch, cancelled=cancelled)
    except Stopped as stop:
        return Built(stop.reports, cancelled=True)
    return Built(reports)
