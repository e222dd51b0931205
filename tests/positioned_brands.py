"""What the guide is told of the worksheets' own example, for any brand."""

from __future__ import annotations

from types import SimpleNamespace

from creativekit.brand.guide.position import Position
from creativekit.identity.model import Identity
from creativekit.press.position import position_of
from creativekit.project.positioning_section import Positioning
from worksheet_answers import example_answers


def positioned(brand: Identity, answers: Positioning | None = None) -> Position:
    project = SimpleNamespace(positioning=answers or example_answers())
    found = position_of(project, brand)  # type: ignore[arg-type]
    assert found is not None
    return found
