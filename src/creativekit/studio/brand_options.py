"""What the brand screen offers to choose from: names of templates and files, and their titles.

A project's own templates are among them. One that cannot be read is offered by its name: choosing
it tells what is wrong.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from creativekit.errors import InputError, Message, msg
from creativekit.fonts import pairings
from creativekit.identity import styles
from creativekit.identity.motif import motif_title
from creativekit.identity.pattern import pattern_title
from creativekit.language.catalogs import Translator
from creativekit.language.plain_text import clean
from creativekit.project import references, vocabulary
from creativekit.project.localized import Localized
from creativekit.project.model import Case, LogoKind, Shape

Options = tuple[tuple[str, str], ...]
"""(value, what is shown); the value "" takes the key out."""

LOGO_KINDS: dict[str, Message] = {
    "symbol": msg("symbol"),
    "monogram": msg("monogram"),
    "wordmark": msg("wordmark"),
}
SHAPES: dict[str, Message] = {
    "circle": msg("circle"),
    "squircle": msg("soft square"),
    "arch": msg("arch"),
    "diamond": msg("diamond"),
    "shield": msg("shield"),
    "none": msg("no shape"),
}
CASES: dict[str, Message] = {
    "as-typed": msg("as typed"),
    "upper": msg("CAPITALS"),
    "lower": msg("small letters"),
}
SWITCH: dict[str, Message] = {"yes": msg("yes"), "no": msg("no")}
BY_STYLE = msg("by the style")

_MOST_FILES = 200
_SKIPPED = {"kit", "__pycache__", "node_modules"}


def style_options(folder: Path, speak: Translator) -> Options:
    """Styles with their titles."""

    def title(name: str) -> Localized:
        return styles.style(name, folder).title

    return tuple((name, _titled(name, title, speak)) for name in vocabulary.styles(folder))


def style_idea(name: str, folder: Path, speak: Translator) -> str:
    try:
        return clean(styles.style(name, folder).idea.get(speak.language))
    except InputError:
        return ""


def pairing_options(folder: Path, speak: Translator) -> Options:
    """Pairs of typefaces with their families."""

    def title(name: str) -> Localized:
        return pairings.pairing(name, folder).title

    rows = [
        (name, f"{_titled(name, title, speak)} · {name}") for name in vocabulary.pairings(folder)
    ]
    return (("", speak.text(BY_STYLE)), *rows)


def pattern_options(folder: Path, speak: Translator) -> Options:
    return (
        ("", speak.text(BY_STYLE)),
        *(
            (name, _titled(name, lambda each: pattern_title(each, folder), speak))
            for name in vocabulary.patterns(folder)
        ),
    )


def motif_options(folder: Path, speak: Translator) -> Options:
    return (
        ("", speak.text(BY_STYLE)),
        *(
            (name, _titled(name, lambda each: motif_title(each, folder), speak))
            for name in vocabulary.motifs(folder)
        ),
    )


def logo_options(speak: Translator, file: str | None, files: tuple[str, ...]) -> Options:
    """Kinds of logo, and the files that could be one: their values begin with `file:`."""
    kinds = [(kind, speak.text(LOGO_KINDS[kind])) for kind in get_args(LogoKind)]
    names = dict.fromkeys((*([file] if file else []), *files))
    brought = [(f"file:{name}", clean(name)) for name in names]
    return (("", speak.text(BY_STYLE)), *kinds, *brought)


def shape_options(speak: Translator) -> Options:
    return _words(SHAPES, get_args(Shape), speak)


def case_options(speak: Translator) -> Options:
    return _words(CASES, get_args(Case), speak)


def switch_options(speak: Translator) -> Options:
    return _words(SWITCH, ("yes", "no"), speak)


def font_options(files: tuple[str, ...], now: str | None, speak: Translator) -> Options:
    names = dict.fromkeys((*([now] if now else []), *files))
    return (("", speak.text(msg("of the pairing"))), *((name, clean(name)) for name in names))


def _words(words: dict[str, Message], order: tuple[str, ...], speak: Translator) -> Options:
    return (("", speak.text(BY_STYLE)), *((each, speak.text(words[each])) for each in order))


def _titled(name: str, title: Callable[[str], Localized], speak: Translator) -> str:
    try:
        return clean(title(name).get(speak.language))
    except InputError:
        return name


def files_of(folder: Path, endings: tuple[str, ...]) -> tuple[str, ...]:
    """Files of these kinds in the project, by their names there; of the kit's own none."""
    found: list[str] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if name not in _SKIPPED and not name.startswith(".")
        )
        for name in sorted(names):
            if name.lower().endswith(endings):
                found.append(Path(here, name).relative_to(folder).as_posix())
                if len(found) >= _MOST_FILES:
                    return tuple(found)
    return tuple(found)


def pictures(folder: Path) -> tuple[str, ...]:
    return files_of(folder, references.PICTURES)


def logos(folder: Path) -> tuple[str, ...]:
    """Drawings that could be a logo. Photographs could, too, but are too many to offer."""
    return files_of(folder, (".svg",))


def fonts(folder: Path) -> tuple[str, ...]:
    return files_of(folder, references.FONTS)
