"""The needs form on paper, in the organiser's brand: one sheet, two sides, black and white enough.

Whoever has no telephone, or no network, ticks with a pencil; the sheets are typed in with
`creativekit cohort collect --by-hand`, by the keys that stand in and beside the boxes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from creativekit.cohort.config import Cohort
from creativekit.cohort.needs_form import PROPOSALS, Words
from creativekit.cohort.typed import Question, questions
from creativekit.errors import msg
from creativekit.identity.model import Identity
from creativekit.jobs import Job
from creativekit.language import formats
from creativekit.project import templates

TEMPLATE = "cohort/needs.typ"
BAND_PX = 2100.0, 360.0
"""The picture over the first side, ten px a millimetre of A4."""
_PICTURE = 3
_BAND = "band.svg"
_WHITE = "#ffffff"
_LINES = 2


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
    from creativekit.artwork.lettering import SPARE
    from creativekit.artwork.sheet import Sheet
    from creativekit.canvas.path import Box
    from creativekit.color.contrast import TEXT, readable
    from creativekit.documents.typst import compile_pdf
    from creativekit.fonts.faces import face

    folder = Path(identity.project_folder) if identity.project_folder else None
    title, region, day, invented = head

    def said(key: str) -> str:
        return words[key].get(language)

    palette, type_ = identity.palette.light, identity.type
    safe = Box(150.0, 80.0, BAND_PX[0] - 150.0, BAND_PX[1] - 12.0)
    over = band(Sheet(identity, *BAND_PX, _PICTURE, safe), said("title"), language)
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
        "barriers": _choices(asked, "barriers", language),
        "proposals": _choices(asked, "votes", language),
        "levels": _choices(asked, "awareness", language),
        "initiatives": [
            {"title": each.text.get(language)} for each in asked if each.kind == "awareness"
        ],
        "lines": [said(f"proposal_{number}") for number in PROPOSALS],
        "written": _LINES,
        "band": {"file": _BAND, "height": BAND_PX[1] / 10, "room": over.room, "size": over.size},
        "heading_scale": type_.heading_scale,
        "tracking": type_.tracking,
        "upper": identity.style.cover == "bold",
        "radius": min(4.0, identity.style.corner * 40),
        "ink": palette["ink"],
        "muted": readable(_WHITE, (palette["ink-muted"], palette["ink"]), TEXT),
        "strong": readable(_WHITE, (palette["primary-ink"], palette["ink"]), TEXT),
        "line": palette["outline"],
    }
    return compile_pdf(
        templates.read(TEMPLATE, folder),
        data,
        {_BAND: over.svg},
        {
            "heading": type_.heading,
            "body": type_.body,
            "bold": type_.body_bold,
            "spare": face(SPARE),
        },
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
