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
from creativekit.brand.stationery.people import BRAND, people, placed, reached_by
from creativekit.errors import InputError, Problems, msg
from creativekit.fonts import fallback
from creativekit.fonts.faces import Face
from creativekit.identity.model import Identity
from creativekit.identity.stationery import Holder
from creativekit.jobs import Job, digest
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized
from creativekit.project.model import FILE_NAME

if TYPE_CHECKING:
    from creativekit.brand.stationery.card_sheet import Side

FOLDER = "brand/stationery"
TEMPLATE = f"{FOLDER}/card.typ"
BACK = "card-back.png"
PREVIEW_PX = 1200


def cards(identity: Identity) -> tuple[Job, ...]:
    """A card for each of the project's people, or the brand's own; the back is one for all.

    Raises InputError with the problems of all of them.
    """
    asked = identity.stationery
    problems = Problems()
    made: list[Job] = []
    for name, holder in people(identity):
        try:
            own = jobs(identity, holder, code=asked.qr, marks=asked.crop_marks, name=name)
        except InputError as error:
            problems.extend(error.problems)
        else:
            made = [*made[:-1], *own]  # the back of each is the same Job
    problems.raise_if_any()
    return tuple(made)


def jobs(
    identity: Identity,
    holder: Holder = BRAND,
    *,
    code: bool = False,
    marks: bool = False,
    name: str = "",
) -> tuple[Job, ...]:
    """The card of `holder`, by default of the brand alone, under brand/stationery/.

    code: with a QR code that a telephone reads as a contact. marks: with crop marks, on a larger
    sheet. name: what its files are called by. Raises InputError for a letter that no face has, and
    for a code that would be too fine.
    """
    languages = pair(identity)
    brand, identity = identity, reached_by(identity, holder)
    _require_letters(identity, holder, languages)
    if code:
        _require_code(identity, holder, languages[0])
    template = digest(templates.read(TEMPLATE, _folder(identity)))
    front = (identity, holder, languages, code)
    pdf = f"card{name}-{'-'.join(languages)}.pdf"
    return (
        _job(pdf, make_pdf, (*front, marks, template), 2.0, f"card{name}"),
        _job(f"card{name}-front.png", make_front_png, front, 1.0, f"card{name}"),
        _job(BACK, make_back_png, (brand, languages), 1.0),
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


def _job(
    name: str, make: Callable[..., bytes], inputs: tuple[Any, ...], cost: float, kin: str = ""
) -> Job:
    label = msg("business card {file}", file=name)
    return Job(f"{FOLDER}/{name}", make, inputs, label, cost, kin=kin)


def _folder(identity: Identity) -> Path | None:
    return Path(identity.project_folder) if identity.project_folder else None


def _require_code(identity: Identity, holder: Holder, language: str) -> None:
    from creativekit.brand.stationery import qr
    from creativekit.brand.stationery.vcard import vcard

    try:
        qr.require_room(vcard(identity, holder, language))
    except InputError as error:
        raise InputError([placed(each, holder) for each in error.problems]) from None


def _require_letters(identity: Identity, holder: Holder, languages: Sequence[str]) -> None:
    """Raise InputError naming each character of the card's texts that no face has."""
    from creativekit.brand.stationery.card_front import faces

    own = faces(identity)
    problems = Problems()
    for key, text in _texts(identity):
        for char in _absent(text, languages, own):
            problems.add(replace(fallback.unwritable(char, own, key), file=FILE_NAME))
    for name, said in (("name", holder.name), ("role", holder.role)):
        if said is not None:
            for char in _absent(said, languages, own):
                problems.add(placed(fallback.unwritable(char, own), holder, name))
    problems.raise_if_any()


def _absent(text: Localized, languages: Sequence[str], own: Sequence[Face]) -> Sequence[str]:
    shown = "".join(dict.fromkeys("".join(text.get(each) for each in languages)))
    return tuple(fallback.absent(shown, own))


def _texts(identity: Identity) -> Iterator[tuple[str, Localized]]:
    """What a card says of the brand, and the key of the config that it is from."""
    keyed = {
        "project.name": identity.name,
        "project.tagline": identity.tagline,
        "project.sector": identity.sector,
        **{f"contact.{kind}": text for kind, text in identity.contact.items()},
    }
    for key, text in keyed.items():
        if text is not None:
            yield key, text
