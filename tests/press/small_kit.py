"""A small project of everything a build makes, and its kit, built once a session."""

from __future__ import annotations

import shutil
from pathlib import Path

from creativekit.press.build import Built, build
from example_brands import EXAMPLES

CONFIG = """\
[project]
name = { kk = "Саз студиясы", ru = "Студия «Саз»" }
tagline = "Дыбыстан әлем құрамыз"
languages = ["kk", "ru"]

[brand]
color = "#0a7e8c"
style = "steppe"
logo = { kind = "wordmark" }

[social]
hashtags = ["Саз"]

[[post]]
template = "announcement"
id = "open-day"
headline = { kk = "Ашық есік күні", ru = "День открытых дверей" }
caption = { kk = "Сенбіде күтеміз", ru = "Ждём в субботу" }
date = 2026-12-05
placements = ["instagram-story", "telegram-post"]
"""


def project(folder: Path) -> Path:
    """The project in `folder`, with two runs of a self-assessment; its creativekit.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "creativekit.toml").write_text(CONFIG, "utf-8")
    shutil.copytree(EXAMPLES / "saz-studio" / "presence", folder / "presence")
    return folder / "creativekit.toml"


def built(folder: Path) -> tuple[Path, Built]:
    """creativekit.toml of the project in `folder` whose kit is in `folder`/kit, and the report."""
    config = project(folder)
    return config, build(config, folder / "kit")
