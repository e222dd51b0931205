"""Posts and a project's folder for tests of the social room."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image

from creativekit.social.post import Post, Source


def post(
    template: str = "announcement",
    *,
    id: str = "news",
    languages: tuple[str, ...] = ("kk",),
    placements: tuple[str, ...] = ("instagram-portrait",),
    line: int = 7,
    **fields: Any,
) -> Post:
    """A post as if written in creativekit.toml, each field on a line of its own."""
    places: dict[str, tuple[int | None, str]] = {
        name: (line + place + 1, f"post[1].{name}") for place, name in enumerate(fields)
    }
    source = Source("creativekit.toml", line, "post[1]", places)
    return Post(id, template, languages, placements, source, fields)


def picture(
    folder: Path,
    name: str = "photo.jpg",
    size: tuple[int, int] = (1200, 1500),
    color: tuple[int, int, int] = (120, 90, 70),
) -> str:
    """Saves a plain photograph in the project; its name."""
    data = io.BytesIO()
    Image.new("RGB", size, color).save(data, "JPEG" if name.endswith("jpg") else "PNG")
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data.getvalue())
    return name
