"""What lies in a kit, as the gallery shows it: read from the manifest and companions of files.

The manifest says which files are ours, the files beside pictures what they show and say, the
report of presence where the business stands. A file that is gone is left out, and one that the user
changed is shown as it is; a companion that cannot be understood only shows less.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from unicodedata import category
from urllib.parse import quote

from creativekit.press import manifest
from creativekit.press.plan import GALLERY
from creativekit.project.localized import LANGUAGES, Localized

PAGE = "index.html"
REPORT = "presence/report.json"
_LARGEST = 4_000_000  # bytes of a companion that is read
_STEPS = 3


@dataclass(frozen=True, slots=True)
class KitFile:
    """path: relative to the kit. size: bytes. edited: by the user, after it was made."""

    path: str
    size: int
    edited: bool = False

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def stem(self) -> str:
        return PurePosixPath(self.path).stem

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def ending(self) -> str:
        """In small letters, with its point."""
        return PurePosixPath(self.path).suffix.lower()

    @property
    def kind(self) -> str:
        """`PDF`."""
        return self.ending[1:].upper() or "—"

    @property
    def href(self) -> str:
        """Its address from the kit's folder; works for any name, from a memory stick too."""
        return quote(self.path)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of a post with what goes with it. page: of a carousel, from 1; else 0."""

    file: KitFile
    post: str
    placement: str
    language: str
    width: int
    height: int
    page: int
    alt: str
    caption: str
    date: str
    time: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The latest run of the self-assessment. dimensions: title and score, None where it is not
    known. steps: the first of the plan that are not taken, and when they are due."""

    date: str
    overall: float | None
    band: Localized | None
    dimensions: tuple[tuple[Localized, float | None], ...]
    steps: tuple[tuple[Localized, str], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    files: tuple[KitFile, ...]
    shots: tuple[Shot, ...] = ()
    standing: Standing | None = None

    def below(self, folder: str) -> tuple[KitFile, ...]:
        """The files in a folder and in those inside it."""
        return tuple(each for each in self.files if each.path.startswith(f"{folder}/"))


def contents(kit: Path, main_language: str) -> Contents:
    """What lies in the kit, sorted by path."""
    files = []
    for path, entry in sorted(manifest.read(kit).files.items()):
        if entry.capability == GALLERY:
            continue
        with suppress(OSError):
            size = (kit / path).stat().st_size
            files.append(KitFile(path, size, entry.edited is not None))
    by_path = {each.path: each for each in files}
    shots = tuple(_shots(kit, by_path))
    return Contents(tuple(files), shots, _standing(_json(kit / REPORT), main_language))


def _json(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= _LARGEST:
            found = json.loads(path.read_bytes())
            if isinstance(found, dict):
                return found
    return {}


def _shots(kit: Path, files: dict[str, KitFile]) -> Iterator[Shot]:
    for path in files:
        picture = files.get(path.removesuffix(".json"))
        if not path.startswith("social/") or not path.endswith(".json") or picture is None:
            continue
        about = _json(kit / path)
        width, height = about.get("width"), about.get("height")
        if not (isinstance(width, int) and isinstance(height, int) and width > 0 and height > 0):
            continue
        tags = about.get("hashtags")
        tagged = " ".join(f"#{_clean(str(tag))}" for tag in tags) if isinstance(tags, list) else ""
        language = _text(about, "language")
        number = picture.stem.rpartition("-")[2]
        yield Shot(
            picture,
            _text(about, "post") or PurePosixPath(path).parent.name,
            _text(about, "placement") or picture.stem,
            language if language in LANGUAGES else "",
            width,
            height,
            int(number) if len(number) == 2 and number.isascii() and number.isdigit() else 0,
            _text(about, "alt"),
            "\n\n".join(part for part in (_text(about, "caption"), tagged) if part),
            _day(_text(about, "date")),
            _text(about, "time"),
        )


def _text(about: dict[str, Any], key: str) -> str:
    found = about.get(key)
    return _clean(found) if isinstance(found, str) else ""


def _clean(text: str) -> str:
    """Without control characters, which no page may hold."""
    return "".join(char for char in text if char in "\n\t" or category(char) not in ("Cc", "Cs"))


def _day(text: str) -> str:
    """An ISO date, or nothing."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def _standing(report: dict[str, Any], main: str) -> Standing | None:
    try:
        dimensions = tuple(
            (_localized(each["title"], main), _score(each["score"]))
            for each in report["dimensions"]
        )
        steps = tuple(
            (_localized(each["action"], main), _day(each["due"]))
            for each in report["plan"]["steps"]
            if each["done"] is None
        )
        band = report["band"]
        return Standing(
            datetime.date.fromisoformat(report["date"]).isoformat(),
            _score(report["overall"]),
            None if band is None else _localized(band["name"], main),
            dimensions,
            steps[:_STEPS],
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _localized(value: Any, main: str) -> Localized:
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise TypeError("no text")
    return Localized.of({code: _clean(text) for code, text in value.items()}, main)


def _score(value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100:
        raise ValueError("no score")
    return float(value)
