"""What is seen and read here: the terminal, and the languages that are spoken in it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

from creativekit.cli import ink
from creativekit.cli.command import Settings
from creativekit.cli.finding import REINSTALL, Finding
from creativekit.errors import Message, msg

LETTERS = "әғқңөұүһі·—●"
LEAST_COLUMNS, LEAST_LINES = 80, 24


def terminal(settings: Settings) -> Iterator[Finding]:
    """Colours, letters and size; of a pipe, what can be known of it."""
    names = {
        "none": msg("no colours"),
        "16": msg("16 colours"),
        "256": msg("256 colours"),
        "full": msg("all colours"),
    }
    stream = sys.stdout
    encoding = getattr(stream, "encoding", None) or "?"
    colors = names[ink.depth(stream)]
    found: Message = msg("{colors}, {encoding}", colors=colors, encoding=encoding.upper())
    columns, lines = shutil.get_terminal_size()
    seen = ink.is_terminal(stream)
    if seen:
        found = msg("{found}, {columns}×{lines}", found=found, columns=columns, lines=lines)
    if not _says(encoding, LETTERS):
        yield Finding(
            msg("Terminal"),
            found,
            "doubtful",
            msg("this encoding has no Kazakh letters; set PYTHONUTF8=1 for UTF-8"),
        )
    elif seen and (columns < LEAST_COLUMNS or lines < LEAST_LINES):
        yield Finding(
            msg("Terminal"),
            found,
            "doubtful",
            msg("make the window larger: {columns}×{lines} is comfortable",
                columns=LEAST_COLUMNS, lines=LEAST_LINES),
        )  # fmt: skip
    else:
        yield Finding(msg("Terminal"), found)


def _says(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (LookupError, UnicodeError):
        return False
    return True


def languages(settings: Settings) -> Iterator[Finding]:
    """Whether each language has its texts, and whether they are compiled, which is quicker."""
    from creativekit.language import catalogs
    from creativekit.project.localized import LANGUAGES

    lacking: list[str] = []
    slow: list[str] = []
    spoken = [code for code in LANGUAGES if code != catalogs.SOURCE_LANGUAGE]
    for code in spoken:
        compiled = catalogs.LOCALES / code / "LC_MESSAGES" / f"{catalogs.DOMAIN}.mo"
        if not compiled.is_file():
            (slow if compiled.with_suffix(".po").is_file() else lacking).append(code)
    if lacking:
        yield Finding(
            msg("Languages"),
            msg("no texts in: {languages}", languages=", ".join(lacking)),
            "bad",
            REINSTALL,
        )
    elif slow:
        yield Finding(
            msg("Languages"),
            msg("texts are not compiled: {languages}", languages=", ".join(slow)),
            "doubtful",
            msg("every start is slower for it; in a checkout, pip install -e . compiles them"),
        )
    else:
        yield Finding(msg("Languages"), ", ".join((*spoken, catalogs.SOURCE_LANGUAGE)))
