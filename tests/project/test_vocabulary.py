"""A new template is a new accepted word."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.project import vocabulary


def test_the_eight_art_directions_are_words() -> None:
    assert set(vocabulary.styles()) >= {
        "steppe", "ornament", "editorial", "bold", "craft", "tech", "playful", "noir",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("styles", vocabulary.styles),
        ("motifs", vocabulary.motifs),
        ("patterns", vocabulary.patterns),
    ],
)
def test_a_projects_template_is_a_word(folder: str, words: object, tmp_path: Path) -> None:
    own = tmp_path / "templates/brand" / folder / "my-own.toml"
    own.parent.mkdir(parents=True)
    own.write_text("")
    assert callable(words)
    assert set(words(tmp_path)) == {*words(), "my-own"}


def test_pairings_are_the_tables_of_their_file(tmp_path: Path) -> None:
    assert "lora-onest" in vocabulary.pairings()
    own = tmp_path / "templates" / vocabulary.PAIRINGS
    own.parent.mkdir(parents=True)
    own.write_text("version = 1\n[b-b]\n[a-a]\n")
    assert vocabulary.pairings(tmp_path) == ("a-a", "b-b")


@pytest.mark.parametrize("data", [b"[", b"\xff\xfe\x00"])
def test_a_broken_file_of_pairings_is_an_input_error(data: bytes, tmp_path: Path) -> None:
    own = tmp_path / "templates" / vocabulary.PAIRINGS
    own.parent.mkdir(parents=True)
    own.write_bytes(data)
    with pytest.raises(InputError, match=r"pairings\.toml"):
        vocabulary.pairings(tmp_path)


def test_placements_are_groups_and_the_entries_of_their_file(tmp_path: Path) -> None:
    words = vocabulary.placements()
    assert words[0] == vocabulary.ALL
    assert {"instagram", "stories", "instagram-story"} <= set(words)
    assert "instagram-story" not in vocabulary.placement_groups()
    own = tmp_path / "templates" / vocabulary.PLACEMENTS
    own.parent.mkdir(parents=True)
    own.write_text('[platforms.b]\n[[placement]]\nid = "b-z"\n[[placement]]\nid = 5\n')
    assert vocabulary.placements(tmp_path)[-2:] == ("b", "b-z")
    own.write_text("placement = 5\nplatforms = 5\n")
    assert vocabulary.placements(tmp_path) == (vocabulary.ALL, *vocabulary.KINDS)


@pytest.mark.parametrize("data", [b"[", b"\xff\xfe\x00"])
def test_a_broken_file_of_placements_is_an_input_error(data: bytes, tmp_path: Path) -> None:
    own = tmp_path / "templates" / vocabulary.PLACEMENTS
    own.parent.mkdir(parents=True)
    own.write_bytes(data)
    with pytest.raises(InputError, match=r"placements\.toml"):
        vocabulary.placements(tmp_path)
