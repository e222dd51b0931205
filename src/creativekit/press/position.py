"""What the brand guide says about positioning and voice, worked out from the worksheets' answers.

The guide and the worksheets do not know each other; here the words of the one become the other's.
"""

from __future__ import annotations

from pathlib import Path

from creativekit.brand.guide.position import Position, Stand
from creativekit.identity.model import Identity
from creativekit.positioning.pictures import said
from creativekit.project.model import Project
from creativekit.project.positioning_section import Positioning


def position_of(project: Project, brand: Identity) -> Position | None:
    """None while the answers say nothing that the guide shows.

    Raises InputError for sheets or frames of the project that are wrong.
    """
    answers: Positioning = project.positioning
    stands = ((language, _stand(answers, brand, language)) for language in brand.languages)
    found = tuple((language, stand) for language, stand in stands if stand != Stand())
    return Position(found) if found else None


def _stand(answers: Positioning, brand: Identity, language: str) -> Stand:
    folder = Path(brand.project_folder) if brand.project_folder else None
    statement = said.statement(answers, brand.name, language, folder)
    market = said.map_(answers, brand.name, language, folder)
    voice = said.voice(answers, language, folder)
    return Stand(
        statement=statement.sentence if statement else "",
        parts=statement.parts if statement else (),
        plot=market.plot if market else None,
        nearest=market.note if market else "",
        scales=voice.scales if voice else (),
        say=voice.say if voice else (),
        never=voice.never if voice else (),
    )
