"""Everything the worksheets make one think of, sheet by sheet and then across the sheets.

Each is a warning with its place in creativekit.toml: a thought to follow, never a grade.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from creativekit.errors import Problem, msg
from creativekit.positioning import (
    alternatives,
    audience,
    cross_checks,
    ladder,
    perceptual_map,
    pitch,
    price,
    statement,
)
from creativekit.project.model import FILE_NAME, Project


def findings(project: Project) -> tuple[Problem, ...]:
    """All of them, with file and line where the answer stands."""
    answers = project.positioning
    folder: Path = project.folder
    found = (
        *audience.too_broad(answers.audience),
        *alternatives.findings(answers.alternatives),
        *ladder.findings(answers.ladder),
        *statement.findings(answers.statement, project.languages),
        *perceptual_map.findings(answers.map),
        *price.findings(answers.price),
        *pitch.findings(answers.pitch, folder),
        *(
            Problem(
                msg("{finding} (see {place})", finding=each.message, place=each.places[1]),
                key=each.places[0],
                severity="warning",
            )
            for each in cross_checks.findings(answers)
        ),
    )
    return tuple(replace(each, file=FILE_NAME, severity="warning") for each in found)


def concerns(finding: Problem, sheets: Iterable[str]) -> bool:
    """Whether a finding is about one of these sheets (ids): either of its places counts."""
    places = (finding.key or "", str(finding.message.params.get("place", "")))
    sections = tuple(f"positioning.{each}" for each in sheets)
    return bool(sections) and any(place.startswith(sections) for place in places)
