"""Sheet 5: the positioning statement, with labels and in sentences, from the same words.

The seven parts are those of Geoffrey Moore's statement ("Crossing the Chasm", 1991); the wording is
ours, because his has to be inflected in Kazakh and Russian. The version with labels always stands;
the one in sentences is for reading aloud, and leaves out what is not there yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from creativekit.errors import Problem, msg
from creativekit.positioning.frames import PARTS, Frames, ended, frames, one_line
from creativekit.project.localized import Localized
from creativekit.project.positioning_section import Statement


@dataclass(frozen=True, slots=True)
class Gap:
    """Parts that one language of the statement lacks and another has."""

    language: str
    parts: tuple[str, ...]


def labelled(
    statement: Statement, name: Localized, language: str, project_folder: Path | None = None
) -> tuple[tuple[str, str], ...]:
    """Pairs of a label (without a colon) and the words as written, of the parts that are there."""
    frame = frames(project_folder)
    words = _words(statement, name, language)
    return tuple((frame(f"label.{part}", language), words[part]) for part in PARTS if part in words)


def sentences(
    statement: Statement, name: Localized, language: str, project_folder: Path | None = None
) -> str | None:
    """One or two sentences, or None while the statement is empty."""
    words = _words(statement, name, language)
    if len(words) == 1:
        return None
    frame = frames(project_folder)
    return " ".join(
        ended(sentence)
        for sentence in (_first(frame, language, words), _second(frame, language, words))
        if sentence
    )


def parity(statement: Statement, languages: Iterable[str]) -> tuple[Gap, ...]:
    """Of `languages`, those in which a part is missing that is there in any other language."""
    written = {part: answer.languages for part in PARTS if (answer := _answer(statement, part))}
    gaps = (
        Gap(language, tuple(part for part, there in written.items() if language not in there))
        for language in languages
    )
    return tuple(gap for gap in gaps if gap.parts)


def findings(statement: Statement, languages: Iterable[str]) -> tuple[Problem, ...]:
    """A warning for each part that is missing in a language and there in another."""
    return tuple(
        Problem(
            msg("this part of the statement is missing in '{language}'", language=gap.language),
            key=f"positioning.statement.{part}",
            severity="warning",
        )
        for gap in parity(statement, languages)
        for part in gap.parts
    )


def _answer(statement: Statement, part: str) -> Localized | None:
    found: Localized | None = None if part == "name" else getattr(statement, part)
    return found


def _words(statement: Statement, name: Localized, language: str) -> dict[str, str]:
    words = {"name": name.get(language)}
    for part in PARTS:
        answer = _answer(statement, part)
        if answer is not None and (text := one_line(answer.get(language))):
            words[part] = text
    return words


def _first(frame: Frames, language: str, words: dict[str, str]) -> str:
    clauses = "; ".join(
        frame(f"sentence.{part}", language, **words)
        for part in ("need", "benefit")
        if part in words
    )
    if "audience" in words and "category" in words:
        head = frame("sentence.head", language, **words)
    elif "category" in words:
        head = frame("sentence.head_without_audience", language, **words)
    elif "audience" in words:
        head = frame("sentence.head_without_category", language, **words)
    elif clauses:
        head = words["name"]
    else:
        return ""
    # A brand may be written small on purpose.
    if not head.startswith(words["name"]):
        head = _capitalised(head)
    return f"{head}: {clauses}" if clauses else head


def _second(frame: Frames, language: str, words: dict[str, str]) -> str:
    if "alternative" in words and "difference" in words:
        return frame("sentence.contrast", language, **words)
    if "alternative" in words:
        return frame("sentence.contrast_without_difference", language, **words)
    if "difference" in words:
        return frame("sentence.contrast_without_alternative", language, **words)
    return ""


def _capitalised(text: str) -> str:
    """With a capital at its start, unless its first word has capitals of its own (eBay)."""
    first = text.split(maxsplit=1)[0]
    return text[0].upper() + text[1:] if first.islower() else text
