"""The words around a person's own words: templates/positioning/frames.toml.

Suffix rules fail on possessives, loanwords and names ("Kaspi", "Ботагөз және Ко"), so nothing here
inflects: a frame takes the words as they were written, in the form a dictionary has, and joins them
with dashes, colons and words that ask for that form. The frames are data, because a native ear
improves them without a release; a project's own file is read as strictly as ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from creativekit.errors import msg
from creativekit.identity.template_table import Sheet, Table
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized

FILE = "positioning/frames.toml"

STORY = ("situation", "progress", "obstacle")
PARTS = ("audience", "need", "name", "category", "benefit", "alternative", "difference")
"""Of a statement, in the order of the version with labels."""

# By section, the frames of the file and the names that each has in braces.
_FRAMES: dict[str, dict[str, tuple[str, ...]]] = {
    "job_story": dict.fromkeys(STORY, ("words",)),
    "label": dict.fromkeys(PARTS, ()),
    "sentence": {
        "head": ("name", "audience", "category"),
        "head_without_audience": ("name", "category"),
        "head_without_category": ("name", "audience"),
        "need": ("need",),
        "benefit": ("benefit",),
        "contrast": ("alternative", "difference"),
        "contrast_without_difference": ("alternative",),
        "contrast_without_alternative": ("difference",),
    },
}
_NAMED = re.compile(r"\{(\w*)\}")
_ENDED = re.compile(r"[.!?…][\s»”\")]*$")
_ABBREVIATED = re.compile(r"(?:^|[\s.])\w\.$|\.\.$")


@dataclass(frozen=True)
class Frames:
    """The frames by dotted key, such as `sentence.need`; a call fills one in."""

    texts: Mapping[str, Localized]

    def __call__(self, key: str, language: str, **words: str) -> str:
        """The frame in a language. Words are put in as they are: braces in them mean nothing."""
        return _NAMED.sub(lambda found: words[found[1]], self.texts[key].get(language))


def frames(project_folder: Path | None = None) -> Frames:
    """The project's own frames, else ours. Raises InputError with all their problems."""
    return _frames(templates.read(FILE, project_folder))


def one_line(text: str) -> str:
    """An answer as a part of a sentence: without line breaks, and without a full stop at its end.

    The stop of a letter ("т.б.", "и т. д.") and dots that trail off stay.
    """
    text = " ".join(text.split())
    if text.endswith(".") and not _ABBREVIATED.search(text):
        text = text[:-1].rstrip()
    return text


def ended(text: str) -> str:
    """A sentence with its full stop, unless it ends in a mark that closes one."""
    return text if _ENDED.search(text) else text + "."


@lru_cache(maxsize=4)
def _frames(data: bytes) -> Frames:
    sheet = Sheet(FILE, data)
    sheet.top.whole("schema", 1, 1, 1)
    texts = {}
    for section, named in _FRAMES.items():
        table = sheet.top.table(section)
        for key, names in named.items():
            texts[f"{section}.{key}"] = _frame(table, key, names)
        table.close()
    sheet.top.close()
    sheet.problems.raise_if_any()
    return Frames(texts)


def _frame(table: Table, key: str, names: tuple[str, ...]) -> Localized:
    before = len(table.sheet.problems)
    frame = table.localized(key)
    if len(table.sheet.problems) > before:
        return frame
    for language in LANGUAGES:
        if language not in frame.languages:
            message = msg("this frame is missing in '{language}'", language=language)
            table.report(key, message, LANGUAGES)
        elif sorted(_NAMED.findall(frame.get(language))) != sorted(names):
            table.report(
                key,
                msg(
                    "this frame must have each of these names in braces once, and no others"
                    " ({language})",
                    language=language,
                ),
                names,
            )
    return frame
