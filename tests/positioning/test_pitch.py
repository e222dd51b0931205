"""How long a pitch takes and where a bio fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.positioning.limits import FILE
from creativekit.positioning.pitch import findings, fits, seconds
from creativekit.project import templates
from creativekit.project.positioning_section import Pitch


@pytest.mark.parametrize(
    ("text", "language", "taken"),
    [
        ("сөз " * 55, "kk", 30),  # 55 / 110 of a minute
        ("сөз " * 56, "kk", 31),  # 30.5…, rounded up
        ("слово " * 60, "ru", 30),
        ("word " * 70, "en", 30),
        ("біз — киіз басамыз 🧶 !", "kk", 2),  # three words: 1.6…
        ("сән-салтанат", "kk", 1),
        ("…", "kk", 0),
        ("", "ru", 0),
    ],
)
def test_seconds(text: str, language: str, taken: int) -> None:
    assert seconds(text, language) == taken


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Қолөнер", 7),
        ("👩‍🎨🇰🇿", 2),
        ("е\u0308", 1),
        ("", 0),
    ],
)
def test_a_bio_is_counted_as_a_reader_sees_it(text: str, length: int) -> None:
    assert {fit.length for fit in fits(text)} == {length}


def test_a_bio_of_exactly_the_limit_fits() -> None:
    by_length = {
        length: [fit.platform.id for fit in fits("ә" * length) if not fit.fits]
        for length in (80, 81, 150, 151, 1001)
    }
    assert by_length[80] == []
    assert by_length[81] == ["tiktok"]
    assert by_length[150] == ["tiktok", "whatsapp"]
    assert by_length[151] == ["instagram", "tiktok", "threads", "whatsapp"]
    assert len(by_length[1001]) == 8


def test_findings_by_language() -> None:
    pitch = Pitch(
        pitch={"kk": "сөз " * 56, "ru": "слово " * 60},
        bio={"ru": "о" * 80, "en": "o" * 81},
    )
    slow, long = findings(pitch)
    assert (slow.key, slow.message.params) == (
        "positioning.pitch.pitch",
        {"seconds": 31, "language": "kk", "most": 30},
    )
    assert (long.key, long.message.params) == (
        "positioning.pitch.bio",
        {"count": 81, "language": "en", "platforms": "TikTok (80)"},
    )
    assert findings(Pitch()) == ()


def test_a_projects_own_pace_counts(tmp_path: Path) -> None:
    path = tmp_path / "templates" / FILE
    path.parent.mkdir(parents=True)
    text = templates.read(FILE).decode("utf-8").replace("words = 110", "words = 60")
    path.write_text(text, encoding="utf-8")
    assert seconds("сөз " * 10, "kk", tmp_path) == 10
