"""The report's own words: templates/cohort/report.toml."""

from __future__ import annotations

from pathlib import Path

from creativekit.cohort.report_files import FILE
from creativekit.presence.report_words import Words, words_of

WORDS = (
    "title", "language", "languages", "skip", "invented", "who", "hidden", "hidden_why", "stays",
    "stays_row", "uninvited", "range", "range_group",
    "no_group",
    "nothing", "invited", "present", "answered", "forms", "results", "question",
    "rest", "rest_of", "all_hidden", "all_gone", "star", "not_said", "all", "n", "quartile_1",
    "question_needs", "question_first", "questions", "part_of_answered", "part_of_column",
    "part_of_need", "more_hidden", "few_proposals",
    "median", "quartile_3", "heard", "know", "applied", "received", "steps", "unaware", "overall",
    "source", "decoy", "top",
    "chapter_people", "chapter_needs", "chapter_support", "chapter_presence", "chapter_proposals",
    "people_group", "people_sector", "people_settlement", "people_age", "people_language",
    "people_sector-group", "needs", "needs_first", "barriers", "votes", "awareness", "gap",
    "presence", "presence_group", "change", "presence_asked", "scale", "scale_change",
    "proposals", "order", "continued", "left_out", "few", "hands",
)  # fmt: skip


def words(language: str, folder: Path | None = None) -> Words:
    """The report's own words. Raises InputError for a file of them that is wrong."""
    return words_of(FILE, WORDS, language, folder)
