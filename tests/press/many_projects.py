"""Folders of small projects, and what their kits hold."""

from __future__ import annotations

from pathlib import Path

from creativekit.press.manifest import JOURNAL
from creativekit.press.project_run import Work, projects_below
from press import fake_build

REAL = """\
[project]
name = "Саз {n}"
languages = ["kk"]

[brand]
color = "{color}"
style = "{style}"
logo = {{ kind = "wordmark" }}

[[post]]
template = "announcement"
id = "open-day"
headline = "Ашық есік күні {n}"
placements = ["telegram-post"]
"""
_LOOKS = (("#0a7e8c", "steppe"), ("#7a1f2b", "bold"), ("#2f4b26", "craft"))


def real(folder: Path, count: int = 3) -> Path:
    """Projects of one post, of which a build of "social" makes a few files."""
    for number in range(count):
        color, style = _LOOKS[number % len(_LOOKS)]
        place = folder / f"жоба-{number}"
        place.mkdir(parents=True)
        text = REAL.format(n=number, color=color, style=style)
        (place / "creativekit.toml").write_text(text, "utf-8")
    return folder


def fake(folder: Path, count: int = 12, files: int = 6, pause: float = 0.0) -> Path:
    for number in range(count):
        fake_build.project(folder, f"{number:03}", files=files, pause=pause)
    return folder


def bad(folder: Path) -> Path:
    """One of each thing that can be wrong, between good ones."""
    for number, fault in enumerate(("", "input", "death", "fault", "file", "")):
        fake_build.project(folder, f"{number}-{fault or 'good'}", files=3, fault=fault)
    return folder


def works(folder: Path, out: Path | None = None) -> tuple[Work, ...]:
    return projects_below(folder, out)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below by its name there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def kits(folder: Path) -> dict[str, bytes]:
    """The same, of what lies in a kit."""
    return {name: data for name, data in contents(folder).items() if "/kit/" in name}


def left_open(folder: Path) -> list[Path]:
    """Journals of runs that have not ended, and half-written files."""
    return [*folder.rglob(JOURNAL), *folder.rglob(".creativekit-*.tmp")]
