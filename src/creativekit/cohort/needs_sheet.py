"""The needs form on paper, in the organiser's brand: one sheet, two sides, black and white enough.

Whoever has no telephone, or no network, ticks with a pencil; the sheets are typed in with
`creativekit cohort collect --by-hand`, by the keys in the boxes and, of needs, before their names.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from creativekit.canvas.path import Box
from creativekit.cohort.config import Cohort
from creativekit.cohort.needs_form import PROPOSALS, RANKS, Words
from creativekit.cohort.typed import Question, questions
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job
from creativekit.language import formats
from creativekit.project import templates

TEMPLATE = "cohort/needs.typ"
_LINES = 2
BAND_PX = 2100.0, 440.0
"""The picture over the first side, ten px a millimetre of A4."""
_SAFE = Box(140.0, 80.0, BAND_PX[0] - 140.0, BAND_PX[1] - 12.0)
# One in which every style's picture keeps off the title, and stands whole at the right.
_PICTURE = 4


def sheet_jobs(cohort: Cohort, identity: Identity, words: Words) -> tuple[Job, ...]:
    """form/needs.<language>.pdf, one a language of the cohort."""
    asked = questions(cohort, words)
    head = (cohort.title, cohort.region, cohort.date.isoformat(), cohort.invented)
    return tuple(
        Job(
            f"form/needs.{language}.pdf",
            sheet,
            (identity, asked, words, head, language),
            msg("needs form on paper"),
            4.0,
        )
        for language in cohort.languages
    )


def sheet(
    identity: Identity,
    asked: tuple[Question, ...],
    words: Words,
    head: tuple[Any, ...],
    language: str,
) -> bytes:
    """The PDF in one language. head: title, region, date, and whether all of it is invented.

    Raises InputError for a template that is wrong, or a letter that no face has.
    """
    import datetime

    from creativekit.artwork.band import band
    from creativekit.artwork.paper_dress import BAND, paper_dress, paper_faces
    from creativekit.artwork.sheet import Sheet
    from creativekit.documents.typst import compile_pdf

    folder = Path(identity.project_folder) if identity.project_folder else None
    title, region, day, invented = head

    def said(key: str) -> str:
        return words[key].get(language)

    over = band(Sheet(identity, *BAND_PX, _PICTURE, _SAFE), said("title"), language)
    date = formats.date(datetime.date.fromisoformat(day), language)
    data = {
        "name": identity.name.get(language),
        "heading": said("title"),
        "about": " · ".join((title.get(language), region.get(language), date)),
        "foot": date,
        "invented": said("invented") if invented else "",
        "w": {key: said(key) for key in words},
        "groups": _choices(asked, "group", language),
        "settlements": _choices(asked, "settlement", language),
        "sectors": _choices(asked, "sector", language),
        "languages": _choices(asked, "language", language),
        "needs": _choices(asked, "needs", language),
        "ranks": [str(rank) for rank in RANKS],
        "barriers": _choices(asked, "barriers", language),
        "proposals": _choices(asked, "votes", language),
        "levels": _choices(asked, "awareness", language),
        "initiatives": [
            {"title": each.text.get(language)} for each in asked if each.kind == "awareness"
        ],
        "lines": [said(f"proposal_{number}") for number in PROPOSALS],
        "written": _LINES,
        **paper_dress(identity, over, BAND_PX[1]),
    }
    return compile_pdf(
        templates.read(TEMPLATE, folder),
        data,
        {BAND: over.svg},
        paper_faces(identity),
        title=f"{said('title')} · {title.get(language)}",
        language=language,
        name=f"{templates.FOLDER}/{TEMPLATE}",
    )


def _choices(asked: tuple[Question, ...], kind: str, language: str) -> list[dict[str, str]]:
    """What the first question of a kind lets one choose, with what is typed for it."""
    for each in asked:
        if each.kind == kind:
            return [
                {"key": key, "title": text.get(language)}
                for key, (_, text) in zip(each.keys, each.choices, strict=True)
            ]
    return []
