"""The business card as Jobs: a PDF for the printing house, and both sides as pictures to look at.

The pictures are drawn from the same sides as the PDF, cut where the card will be, in the colours of
a screen. What makes the bytes is imported when they are made: planning a kit needs no typst.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creativekit.brand.stationery.card_sheet import WIDTH
from creativekit.brand.stationery.holder import BRAND, Holder
from creativekit.errors import Problems, msg
from creativekit.fonts import fallback
from creativekit.identity.model import Identity
from creativekit.jobs import Job, digest
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.model import FILE_NAME

if TYPE_CHECKING:
    from creativekit.brand.stationery.card_sheet import Side

FOLDER = "brand/stationery"
TEMPLATE = f"{FOLDER}/card.typ"
PREVIEW_PX = 1200


def jobs(
    identity: Identity, holder: Holder = BRAND, *, code: bool = False, marks: bool = False
) -> tuple[Job, ...]:
    """The card of `holder`, by default of the brand alone, under brand/stationery/.

    code: with a QR code that a telephone reads as a contact. marks: with crop marks, on a larger
    sheet. Raises InputError for a letter that no face has, and for a code that would be too fine.
    """
    languages = pair(identity)
    _require_letters(identity, holder, languages)
    if code:
        from creativekit.brand.stationery import qr
        from creativekit.brand.stationery.vcard import vcard

        qr.code(vcard(identity, holder, languages[0]))
    template = digest(templates.read(TEMPLATE, _folder(identity)))
    front = (identity, holder, languages, code)
    name = f"card-{'-'.join(languages)}.pdf"
    return (
        _job(name, make_pdf, (*front, marks, template), 2.0),
        _job("card-front.png", make_front_png, front, 1.0),
        _job("card-back.png", make_back_png, (identity, languages), 1.0),
    )


def pair(identity: Identity) -> tuple[str, ...]:
    """The card's languages: the project's first two in the order Kazakh, Russian, English."""
    return tuple(language for language in LANGUAGES if language in identity.languages)[:2]


def make_pdf(
    identity: Identity,
    holder: Holder,
    languages: tuple[str, ...],
    code: bool,
    marks: bool,
    template: str,
) -> bytes:
    """Front and back. `template` stands for the template, which is read from its file again."""
    from creativekit.brand.stationery.card_back import back
    from creativekit.brand.stationery.card_front import faces
    from creativekit.brand.stationery.press_pdf import press_pdf

    return press_pdf(
        (_front(identity, holder, languages, code), back(identity, languages[0])),
        faces(identity),
        templates.read(TEMPLATE, _folder(identity)),
        title=identity.name.get(languages[0]),
        language=languages[0],
        marks=marks,
        name=f"{templates.FOLDER}/{TEMPLATE}",
    )


def make_front_png(
    identity: Identity, holder: Holder, languages: tuple[str, ...], code: bool
) -> bytes:
    return _preview(_front(identity, holder, languages, code))


def make_back_png(identity: Identity, languages: tuple[str, ...]) -> bytes:
    from creativekit.brand.stationery.card_back import back

    return _preview(back(identity, languages[0]))


def _front(identity: Identity, holder: Holder, languages: tuple[str, ...], code: bool) -> Side:
    from creativekit.brand.stationery.card_front import front

    if not code:
        return front(identity, holder, languages)
    from creativekit.brand.stationery import qr
    from creativekit.brand.stationery.vcard import vcard

    return front(identity, holder, languages, qr.code(vcard(identity, holder, languages[0])))


def _preview(side: Side) -> bytes:
    from creativekit.canvas.backends.raster import png

    return png(side.scene, PREVIEW_PX / WIDTH, effort="small")


def _job(name: str, make: Callable[..., bytes], inputs: tuple[Any, ...], cost: float) -> Job:
    return Job(f"{FOLDER}/{name}", make, inputs, msg("business card {file}", file=name), cost)


def _folder(identity: Identity) -> Path | None:
    return Path(identity.project_folder) if identity.project_folder else None


def _require_letters(identity: Identity, holder: Holder, languages: Sequence[str]) -> None:
    """Raise InputError naming each character of the card's texts that no face has."""
    from creativekit.brand.stationery.card_front import faces

    own = faces(identity)
    problems = Problems()
    for key, text in _texts(identity, holder):
        shown = "".join(dict.fromkeys("".join(text.get(each) for each in languages)))
        for char in fallback.absent(shown, own):
            problem = fallback.unwritable(char, own, key)
            problems.add(problem if key is None else replace(problem, file=FILE_NAME))
    problems.raise_if_any()


def _texts(identity: Identity, holder: Holder) -> Iterator[tuple[str | None, Localized]]:
    """What a card may say, and the key of the config that it is from."""
    keyed = {
        "project.name": identity.name,
        "project.tagline": identity.tagline,
        "project.sector": identity.sector,
        **{f"contact.{kind}": text for kind, text in identity.contact.items()},
    }
    for key, text in keyed.items():
        if text is not None:
            yield key, text
    for own in (holder.name, holder.role):
        if own is not None:
            yield None, own
