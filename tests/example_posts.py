"""Projects, frames and posts that several tests share."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from creativekit.project.loading import parse
from creativekit.project.localized import Localized
from creativekit.project.model import Project
from creativekit.social.assembly import Frame
from creativekit.social.placements import catalogue
from creativekit.social.post import Post, Source

CONFIG = '[project]\nname = "Саз"\nlanguages = ["kk", "ru"]\n[brand]\ncolor = "#0a7e8c"\n'


def project(text: str = "") -> Project:
    return parse(CONFIG + text, Path("nowhere"))


def frame(text: str = "") -> Frame:
    return Frame.of(project(text))


def post(**changes: Any) -> Post:
    """A post of one language with a date, a caption and two hashtags."""
    values: dict[str, Any] = {
        "id": "opening",
        "template": "announcement",
        "languages": ("kk",),
        "placements": ("instagram-portrait", "x-post"),
        "source": Source("posts.csv", 5, "", {"date": (5, "Күні"), "caption": (5, "Жазба")}),
        "fields": {"headline": {"kk": "Ашылу салтанаты", "ru": "Открытие"}},
        "date": datetime.date(2026, 12, 5),
        "time": datetime.time(18, 30),
        "caption": Localized.of("Келіңіздер!"),
        "hashtags": (("kk", ("саз", "ашылу")), ("ru", ()), ("en", ())),
    }
    return Post(**values | changes)


PLACES = catalogue()
