"""What was written into a form, whatever it was filled in with: a PDF viewer, a word processor, a
browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from creativekit.errors import Problem


@dataclass(frozen=True, slots=True)
class FilledForm:
    """values: by full name of a field, "" where nothing is written, in the form's order. sheets:
    numbers of those that are in the form, none where it does not say. notes: warnings about what
    was left out. edition: of what is asked, where that has editions."""

    values: Mapping[str, str]
    language: str
    version: int
    sheets: tuple[int, ...] = ()
    notes: tuple[Problem, ...] = ()
    edition: str = ""
