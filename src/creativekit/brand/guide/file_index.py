"""What is in the kit and what each kind of file is for: the guide's last page.

A kit has a hundred files and a person needs one; so files are told together that serve the same
purpose, by their folder and ending.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from creativekit.brand.guide.words import Words

FOLDERS = ("logo", "color", "type", "pattern", "icons", "stationery", "guide")

# Ending, or form of the whole name, to purpose; "*" is any other file in that folder.
_PURPOSES = {
    "logo": {".svg": "logo-svg", ".png": "logo-png", ".pdf": "logo-pdf", "*": "other"},
    "color": {
        ".css": "color-css",
        ".scss": "color-scss",
        ".json": "color-json",
        ".ase": "color-ase",
        ".aco": "color-aco",
        ".gpl": "color-gpl",
        ".soc": "color-soc",
        ".yml": "color-yml",
        ".html": "color-html",
        ".svg": "color-sheet",
        ".png": "color-sheet",
        "*": "other",
    },
    "type": {
        ".ttf": "type-font",
        ".otf": "type-font",
        ".css": "type-css",
        ".txt": "type-licence",
        "*": "other",
    },
    "pattern": {".svg": "pattern-svg", ".png": "pattern-png", "*": "other"},
    "icons": {".ico": "icons-ico", ".svg": "icons-svg", ".png": "icons-png", "*": "icons-other"},
    "stationery": {
        "card*.pdf": "stationery-card",
        "card*.png": "stationery-preview",
        ".docx": "stationery-letterhead",
        ".html": "stationery-signature",
        "signature-logo.png": "stationery-signature-logo",
        "price-list*.pdf": "stationery-prices",
        "*": "other",
    },
    "guide": {".pdf": "guide-pdf", ".html": "guide-html", "*": "other"},
    "other": {".yml": "color-yml", "*": "other"},
}


@dataclass(frozen=True, slots=True)
class Row:
    """Files of one purpose: their endings with how many there are, and what they are for."""

    kind: str
    use: str


@dataclass(frozen=True, slots=True)
class FileGroup:
    """A folder of the kit."""

    title: str
    folder: str
    rows: tuple[Row, ...]


def file_groups(paths: Iterable[str], words: Words) -> tuple[FileGroup, ...]:
    """Groups in the order of the guide for files of the kit (relative paths with `/`)."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for text in sorted(set(paths)):
        path = PurePosixPath(text)
        parts = path.parts
        folder = parts[1] if len(parts) > 2 and parts[1] in FOLDERS else "other"
        purposes = _PURPOSES.get(folder, {"*": "other"})
        ending = path.suffix.lower()
        purpose = purposes.get(ending) or next(
            kind for form, kind in purposes.items() if fnmatchcase(path.name, form)
        )
        endings = found.setdefault(folder, {}).setdefault(purpose, {})
        endings[ending or path.name] = endings.get(ending or path.name, 0) + 1
    return tuple(
        FileGroup(
            title=words(f"files.folder_title.{folder}"),
            folder=f"brand/{folder}/" if folder != "other" else "",
            rows=tuple(
                Row(_kinds(endings), words(f"files.use.{purpose}"))
                for purpose, endings in found[folder].items()
            ),
        )
        for folder in (*FOLDERS, "other")
        if folder in found
    )


def _kinds(endings: dict[str, int]) -> str:
    return ", ".join(
        ending if count == 1 else f"{ending} × {count}" for ending, count in endings.items()
    )


def halves(groups: tuple[FileGroup, ...]) -> tuple[tuple[FileGroup, ...], tuple[FileGroup, ...]]:
    """The groups on two columns of about the same height, in order."""
    heights = [4.2 + len(group.rows) for group in groups]
    best = min(
        range(1, len(groups) + 1),
        key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])),
        default=0,
    )
    return groups[:best], groups[best:]
