"""The file of limits: each number with its origin, and a project's own read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.positioning.limits import FILE, limits
from creativekit.project import templates

OURS = templates.read(FILE).decode("utf-8")


def own(folder: Path, text: str) -> Path:
    path = folder / "templates" / FILE
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_ours() -> None:
    found = limits()
    assert {each.id: each.limit for each in found.platforms} == {
        "instagram": 150,
        "tiktok": 80,
        "threads": 150,
        "x": 160,
        "telegram": 255,
        "whatsapp": 139,
        "youtube": 1000,
        "linkedin": 220,
    }
    assert {language: pace.words for language, pace in found.paces.items()} == {
        "kk": 110,
        "ru": 120,
        "en": 140,
    }
    assert found.seconds == 30
    origins = [each.origin for each in (*found.platforms, *found.paces.values())]
    assert {origin.as_of for origin in origins} == {"2026"}
    assert all(origin.source for origin in origins)


def test_a_projects_own_file_wins(tmp_path: Path) -> None:
    found = limits(own(tmp_path, OURS.replace("limit = 80", "limit = 160")))
    assert {each.id: each.limit for each in found.platforms}["tiktok"] == 160


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("limit = 80\n", "", "platforms.tiktok.limit"),
        ("limit = 80\n", 'limit = "80"\n', "platforms.tiktok.limit"),
        ("limit = 80\n", "limit = 0\n", "platforms.tiktok.limit"),
        ('title = "TikTok"\n', "", "platforms.tiktok.title"),
        ('title = "TikTok"\n', "title = 5\n", "platforms.tiktok.title"),
        ("[pace.ru]", "[pace.de]", "pace.de"),
        ("words = 110\n", "", "pace.kk.words"),
        ('confidence = "medium-low"', 'confidence = "sure"', "pace.kk.confidence"),
        ("seconds = 30\n", "", "pitch.seconds"),
        ("[pitch]", "[pitch]\nwords = 60", "pitch.words"),
        ("schema = 1", "schema = 2", "schema"),
    ],
)
def test_a_wrong_file_is_told_by_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in OURS
    with pytest.raises(InputError) as error:
        limits(own(tmp_path, OURS.replace(old, new, 1)))
    assert key in {problem.key for problem in error.value.problems}
