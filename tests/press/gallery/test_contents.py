"""What the gallery reads of a kit: never more than lies there, and nothing that breaks it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from creativekit.press import manifest
from creativekit.press.gallery.contents import REPORT, Contents, KitFile, contents
from creativekit.press.manifest import Entry, Manifest

SIDECAR: dict[str, Any] = {
    "post": "open-day", "placement": "instagram-story", "language": "kk", "width": 1080,
    "height": 1920, "alt": "Сурет", "caption": "Келіңіз", "hashtags": ["Саз"],
    "date": "2026-12-05", "time": "10:00",
}  # fmt: skip
STANDING: dict[str, Any] = {
    "date": "2026-11-25",
    "overall": 57.9,
    "band": {"name": {"kk": "Жұмыс"}},
    "dimensions": [
        {"title": {"kk": "Келбет"}, "score": 40.0},
        {"title": {"kk": "Сату"}, "score": None},
    ],
    "plan": {
        "steps": [
            {
                "action": {"kk": f"{n}-қадам"},
                "due": "2026-12-01",
                "done": None if n else "2026-11-30",
            }
            for n in range(6)
        ]
    },
}  # fmt: skip


def kit_of(kit: Path, files: dict[str, bytes], edited: str = "") -> Contents:
    listed = Manifest()
    for path, data in files.items():
        (kit / path).parent.mkdir(parents=True, exist_ok=True)
        (kit / path).write_bytes(data)
        own = "e" if path == edited else None
        listed.files[path] = Entry("s", 1, "k", path.partition("/")[0], own)
    listed.files["brand/gone.svg"] = Entry("s", 1, "k", "brand")
    listed.files["index.html"] = Entry("s", 1, "k", "gallery")
    manifest.write(kit, listed)
    return contents(kit, "kk")


def test_files_are_those_that_lie_there(tmp_path: Path) -> None:
    found = kit_of(tmp_path, {"brand/b.svg": b"1234", "brand/a.svg": b""}, "brand/b.svg")
    assert found.files == (KitFile("brand/a.svg", 0), KitFile("brand/b.svg", 4, True))
    assert found.standing is None


@pytest.mark.parametrize(
    "path", ["brand/Қаз ұя (1)'s #2?.svg", "brand/100%.png", "a:b/javascript:x.html", "é/ё@2x.png"]
)
def test_an_address_leads_back_to_its_file(path: str) -> None:
    href = KitFile(path, 1).href
    assert unquote(href) == path
    assert href.isascii()
    assert not set(href) & set("\"'()<>#?: ")


def test_a_picture_has_what_lies_beside_it(tmp_path: Path) -> None:
    about = json.dumps(SIDECAR).encode()
    found = kit_of(
        tmp_path,
        {
            "social/open-day/story-kk.png": b"p",
            "social/open-day/story-kk.png.json": about,
            "social/open-day/portrait-kk-02.png": b"p",
            "social/open-day/portrait-kk-02.png.json": about,
            "social/alone.png.json": about,
        },
    )
    second, first = found.shots
    assert (first.post, first.page, second.page) == ("open-day", 0, 2)
    assert first.caption == "Келіңіз\n\n#Саз"
    assert first.date == "2026-12-05"


@pytest.mark.parametrize(
    "about",
    [
        b"", b"{", b"[]", b"null", b"[" * 100_000,
        *(json.dumps({**SIDECAR, "width": each}).encode() for each in (0, -1, None, "9")),
    ],
)  # fmt: skip
def test_a_broken_companion_shows_less(tmp_path: Path, about: bytes) -> None:
    found = kit_of(tmp_path, {"social/a/b.png": b"p", "social/a/b.png.json": about})
    assert len(found.files) == 2
    assert found.shots == ()


def test_no_control_character_comes_onto_the_page(tmp_path: Path) -> None:
    about = {key: f"{each}\0\1\2\x1b\ud800" if isinstance(each, str) else each
             for key, each in SIDECAR.items()}  # fmt: skip
    data = json.dumps({**about, "hashtags": ["a\1"]}).encode()
    (found,) = kit_of(tmp_path, {"social/a/b.png": b"p", "social/a/b.png.json": data}).shots
    assert found.alt == SIDECAR["alt"]
    assert found.caption == "Келіңіз\n\n#a"


@pytest.mark.parametrize("key", ["alt", "caption", "hashtags", "language", "date", "time", "post"])
def test_a_companion_with_something_wrong_is_still_one(tmp_path: Path, key: str) -> None:
    about = json.dumps({**SIDECAR, key: {"x": [1]}}).encode()
    found = kit_of(tmp_path, {"social/a/b.png": b"p", "social/a/b.png.json": about})
    assert len(found.shots) == 1


def test_the_standing(tmp_path: Path) -> None:
    standing = kit_of(tmp_path, {REPORT: json.dumps(STANDING).encode()}).standing
    assert standing is not None
    assert standing.overall == 57.9
    assert str(standing.band) == "Жұмыс"
    assert [(str(title), score) for title, score in standing.dimensions] == [
        ("Келбет", 40.0),
        ("Сату", None),
    ]
    # Those that were taken are left out, and three are enough.
    assert [str(action) for action, _ in standing.steps] == ["1-қадам", "2-қадам", "3-қадам"]


@pytest.mark.parametrize("key", [*STANDING])
@pytest.mark.parametrize("value", [[1], "x", {"a": 1}, True])
def test_a_report_that_somebody_changed_shows_no_score(
    tmp_path: Path, key: str, value: object
) -> None:
    report = json.dumps({**STANDING, key: value}).encode()
    assert kit_of(tmp_path, {REPORT: report}).standing is None
