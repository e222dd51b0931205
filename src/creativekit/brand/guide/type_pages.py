"""Pages about type: both faces by the letters that matter here, the scale, three languages."""

from __future__ import annotations

from pathlib import Path

from creativekit.brand.guide.desk import Desk, Page, sizes_text
from creativekit.brand.guide.words import words
from creativekit.fonts.coverage import ENGLISH, KAZAKH, RUSSIAN, missing_in_text
from creativekit.fonts.faces import Face

_WEIGHTS = {
    100: "Thin",
    200: "ExtraLight",
    300: "Light",
    400: "Regular",
    500: "Medium",
    600: "SemiBold",
    700: "Bold",
    800: "ExtraBold",
    900: "Black",
}
_ALPHABETS = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}
_ROLES = ("display", "h1", "h2", "h3", "lead", "body", "small", "caption")
_POINTS_PER_PX = 0.75


def pages(desk: Desk) -> list[Page]:
    made = [_specimen(desk, "heading"), _specimen(desk, "body"), _scale(desk)]
    if len(desk.identity.languages) > 1:
        made.append(_languages(desk))
    return made


def _specimen(desk: Desk, role: str) -> Page:
    type_ = desk.identity.type
    face = type_.heading if role == "heading" else type_.body
    plain = "" if "kk" in desk.identity.languages else "_without_kazakh"
    key = "big" if role == "heading" else "body_big"
    return {
        "kind": "specimen",
        "role": role,
        "title": desk.words(f"specimen.{role}"),
        "big": _drawable(desk.words(f"specimen.{key}{plain}"), face),
        "family": face.family,
        "weight": " · ".join(
            f"{_WEIGHTS.get(weight, '')} {weight}".strip() for weight in _weights(desk, role, face)
        ),
        "use": desk.words(f"specimen.{role}_use"),
        "alphabet": alphabet(desk.language, desk.identity.languages),
        "figures": _drawable(desk.words("specimen.figures"), face),
        "headline": desk.words("sample.headline"),
        "text": desk.words("sample.text"),
        "price": desk.words("sample.price"),
    }


def _weights(desk: Desk, role: str, face: Face) -> tuple[int, ...]:
    """The face's weight, and that of the guide's largest words where it is another."""
    largest = desk.look.display
    if role != "heading" or not largest or not any(tag == "wght" for tag, _ in face.axes):
        return (face.weight,)
    return tuple(dict.fromkeys((face.weight, largest)))


def alphabet(language: str, languages: tuple[str, ...]) -> str:
    """Capitals with their small letters; after them what Kazakh adds, in a Kazakh project."""
    letters = _ALPHABETS[language]
    if language != "kk" and "kk" in languages:
        letters += "".join(letter for letter in KAZAKH if letter not in RUSSIAN)
    return " ".join(letter + letter.lower() for letter in letters)


def _drawable(text: str, face: Face) -> str:
    """`text` without the signs that the face does not have (a specimen shows what there is)."""
    missing = missing_in_text(face, text)
    return " ".join("".join(char for char in text if char not in missing).split())


def _scale(desk: Desk) -> Page:
    type_ = desk.identity.type
    rows = []
    for role in _ROLES:
        if role not in type_.scale:
            continue
        px = type_.scale[role]
        heading = role in ("display", "h1", "h2", "h3")
        rows.append(
            {
                "name": desk.words(f"scale.{role}"),
                "size": f"{sizes_text(px, desk.language)} px",
                "pt": px * _POINTS_PER_PX,
                "leading": 1.06 if heading else 1.3,
                "heading": heading,
                "sample": desk.words("sample.headline" if heading else "sample.text"),
            }
        )
    return {"kind": "scale", "title": desk.words("scale.title"), "rows": rows}


def _languages(desk: Desk) -> Page:
    folder = Path(desk.identity.project_folder) if desk.identity.project_folder else None
    columns = []
    for language in desk.identity.languages:
        own = desk.words if language == desk.language else words(language, folder)
        columns.append(
            {
                "language": language,
                "name": desk.words(f"languages.{language}"),
                "headline": own("sample.headline"),
                "text": own("sample.text"),
                "price": own("sample.price"),
            }
        )
    return {"kind": "languages", "title": desk.words("languages.title"), "columns": columns}
