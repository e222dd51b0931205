"""The guide as one HTML file that needs nothing else: pictures, faces, colours and script inside.

How such a file is made is `documents.web_page`; here is what the guide puts into it.
"""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from creativekit.brand.guide.desk import is_dark
from creativekit.brand.guide.pages import guide
from creativekit.brand.guide.paths import file_name
from creativekit.brand.guide.position import Position
from creativekit.brand.guide.web_dress import fonts, other_variables, variables
from creativekit.brand.guide.words import FOLDER, words
from creativekit.documents.web_page import (
    Pictures,
    data_uri,
    inside,
    letters,
    policy,
    rendered,
)
from creativekit.identity.model import Identity

TEMPLATE = f"{FOLDER}/guide.html.j2"
STYLE = f"{FOLDER}/guide.css"
POSITION_STYLE = f"{FOLDER}/position.css"
SCRIPT = f"{FOLDER}/guide.js"


def html(
    identity: Identity, language: str, files: tuple[str, ...], position: Position | None = None
) -> bytes:
    """The guide in one language. Raises InputError for a template that is wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    made = guide(identity, language, files, position)
    script = inside(SCRIPT, "script", folder)
    style = inside(STYLE, "style", folder)
    if "position" in made.sections:
        style += inside(POSITION_STYLE, "style", folder)
    pictures = Pictures(made.pictures)
    values = {
        **made.data,
        "title": made.title,
        "language": language,
        "policy": policy(script),
        "icon": data_uri(made.pictures["appicon.svg"]),
        "css": Markup(style),
        "script": Markup(script),
        "variables": Markup(variables(identity, made.look)),
        "other_variables": Markup(other_variables(identity, made.look)),
        "other_scheme": "light" if is_dark(made.look.grounds["base"].ground) else "dark",
        "picture": pictures.picture,
        "tile": pictures.tile,
        "copy_label": lambda value: made.words("guide.copy", value=value),
        "versions": [
            {
                "language": code,
                "name": words(code, folder)("guide.language"),
                "href": file_name(identity, code, "html"),
            }
            for code in identity.languages
        ],
    }
    # Which letters and outlines the page needs is known when it is written: then they are put in.
    values["fonts"], values["outlines"] = "\0", "\1"
    page = rendered(TEMPLATE, folder, values)
    page = page.replace("\1", pictures.outlines())
    return page.replace("\0", fonts(made.faces, made.look, letters(page))).encode(
        "utf-8", "replace"
    )
