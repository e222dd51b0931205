"""An invented business dressed in any style and colour, worked out once a session."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from creativekit.identity.model import Identity
from creativekit.identity.resolve import identity
from creativekit.project.loading import parse

STYLES = ("steppe", "ornament", "editorial", "bold", "craft", "tech", "playful", "noir")
SEEDS = {
    "teal": "#0a7e8c",
    "tenge yellow": "#ffd800",
    "near black": "#0b0b0d",
    "near white": "#fafaf7",
    "pure red": "#ff0000",
    "pale pink": "#fde2ea",
}
LONG = "Қызылорда шығармашылық кәсіпкерлер үйі"

FULL = """
[voice]
we_are = ["жылы", "дәл"]
we_are_not = ["асқақ"]
[contact]
phone = "+7 700 000 00 00"
email = "salem@usta.example"
site = "usta.example"
instagram = "@usta.example"
"""


@cache
def styled(
    style: str,
    color: str = "#0a7e8c",
    name: str = "Саз студиясы",
    languages: tuple[str, ...] = ("kk", "ru", "en"),
    more: str = FULL,
    about: str = 'tagline = "Қолдан шыққан дүние"\nsector = "шеберхана"\ncity = "Семей"\n',
    folder: Path = Path("/nowhere"),
) -> Identity:
    """`name` as it stands in TOML's quotes; more and about: further lines of the config."""
    wanted = ", ".join(f'"{language}"' for language in languages)
    text = (
        f'[project]\nname = "{name}"\nlanguages = [{wanted}]\n{about}'
        f'[brand]\ncolor = "{color}"\nstyle = "{style}"\n{more}'
    )
    return identity(parse(text, folder))
