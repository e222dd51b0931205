"""A project's name and colour, seen without its schema and whatever is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.cli import talk
from creativekit.cli.glance import Glance, glance


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ('[project]\nname = "Аты"\n[brand]\ncolor = "#0A7E8C"', Glance("Аты", "#0a7e8c")),
        ('[project]\nname = {kk = "Аты", ru = "Имя"}', Glance("Имя", None)),
        ('[project]\nname = {kk = "Аты"}', Glance("Аты", None)),
        ('[project]\nname = "a\\u001b[31mb"', Glance("ab", None)),
        ("project = 1\nbrand = 2", Glance("folder", None)),
        ("[project]\nname = 3\n[brand]\ncolor = 4", Glance("folder", None)),
        ("[project]\nname = {}", Glance("folder", None)),
        ('[brand]\ncolor = "teal"', Glance("folder", None)),
        ("[broken", Glance("folder", None)),
        ("", Glance("folder", None)),
    ],
)
def test_what_is_seen(tmp_path: Path, text: str, seen: Glance) -> None:
    talk.begin(["--lang", "ru"], {})
    (tmp_path / "folder").mkdir()
    config = tmp_path / "folder" / "creativekit.toml"
    config.write_text(text, "utf-8")
    assert glance(config) == seen


def test_a_config_that_is_not_there(tmp_path: Path) -> None:
    assert glance(tmp_path / "creativekit.toml") == Glance(tmp_path.name, None)
