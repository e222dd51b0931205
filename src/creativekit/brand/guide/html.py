"""The guide as one HTML file that needs nothing else: pictures, faces, colours and script inside.

How such a file is made is `documents.web_page`; here is what the guide puts into it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from creativekit.brand.guide.desk import is_dark
from creativekit.brand.guide.looks import Ground
from creativekit.brand.guide.pages import Guide, guide
from creativekit.brand.guide.paths import file_name
from creativekit.brand.guide.position import Position
from creativekit.brand.guide.words import FOLDER, words
from creativekit.color.contrast import TEXT, readable
from creativekit.documents.web_page import (
    Pictures,
    css,
    data_uri,
    font_face,
    inside,
    letters,
    policy,
    rendered,
)
from creativekit.fonts.faces import Face
from creativekit.identity.model import Identity
from creativekit.jobs import digest

TEMPLATE = f"{FOLDER}/guide.html.j2"
STYLE = f"{FOLDER}/guide.css"
POSITION_STYLE = f"{FOLDER}/position.css"
SCRIPT = f"{FOLDER}/guide.js"

_MM_TO_PX = 3.5


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
        "variables": Markup(_variables(identity, made)),
        "other_variables": Markup(_other_variables(identity, made)),
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
    return page.replace("\0", _fonts(made, page)).encode("utf-8", "replace")


# ---- variables


def _ground_variables(prefix: str, ground: Ground) -> dict[str, str]:
    return {
        f"{prefix}ground": ground.ground,
        f"{prefix}ink": ground.ink,
        f"{prefix}muted": ground.muted,
        f"{prefix}strong": ground.strong,
        f"{prefix}line": ground.line,
        f"{prefix}panel": ground.panel,
        f"{prefix}on-panel": readable(ground.panel, (ground.strong, ground.ink), TEXT),
    }


def _variables(identity: Identity, made: Guide) -> str:
    look, type_ = made.look, identity.type
    base = look.grounds["base"]
    return css(
        {
            "color-scheme": "dark" if is_dark(base.ground) else "light",
            "--radius": f"{look.radius * _MM_TO_PX:g}px",
            "--heading": f"brand-heading, {type_.pairing.heading_fallback}",
            "--display": f"brand-display, {type_.pairing.heading_fallback}",
            "--body": f"brand-body, {type_.pairing.body_fallback}",
            "--bold": f"brand-bold, {type_.pairing.body_fallback}",
            "--heading-weight": str(type_.heading.weight),
            "--display-weight": str(display_face(made).weight),
            "--body-weight": str(type_.body.weight),
            "--bold-weight": str(type_.body_bold.weight),
            "--tracking": f"{type_.tracking:g}em",
            "--leading": f"{max(1.0, type_.leading):g}",
            **_scheme(identity, base),
            **{f"--{key}": value for key, value in _ground_variables("base-", base).items()},
            **{
                f"--{key}": value
                for key, value in _ground_variables("deep-", look.grounds["deep"]).items()
            },
            **{
                f"--{key}": value
                for key, value in _ground_variables(
                    "contents-", look.grounds[look.contents]
                ).items()
            },
            **{
                f"--{key}": value
                for key, value in _ground_variables("stage-", look.grounds["stage"]).items()
            },
        }
    )


def _scheme(identity: Identity, ground: Ground) -> dict[str, str]:
    danger = identity.palette.ramps["danger"]
    return {
        **{f"--{key}": value for key, value in _ground_variables("", ground).items()},
        "--wrong-text": readable(
            ground.ground, [danger[step] for step in (600, 500, 400, 300)], 3.0
        ),
        "--faint": f"{ground.line}55",
    }


def _other_variables(identity: Identity, made: Guide) -> str:
    """The page in the other scheme: the palette's own roles for it."""
    dark = not is_dark(made.look.grounds["base"].ground)
    roles = identity.palette.dark if dark else identity.palette.light
    ground = Ground(
        "other",
        roles["surface"],
        roles["ink"],
        roles["ink-muted"],
        readable(roles["surface"], (roles["accent-ink"] if dark else roles["primary-ink"],), TEXT),
        roles["outline"],
        roles["surface-raised"],
    )
    return css({"color-scheme": "dark" if dark else "light", **_scheme(identity, ground)})


# ---- faces


def display_face(made: Guide) -> Face:
    """The heading face at the weight of the look's largest words."""
    face, weight = made.faces["heading"], made.look.display
    if not weight or not any(tag == "wght" for tag, _ in face.axes):
        return face
    axes = tuple((tag, float(weight) if tag == "wght" else value) for tag, value in face.axes)
    return replace(face, weight=weight, axes=axes, digest=digest(face.digest, axes))


def _fonts(made: Guide, page: str) -> str:
    """@font-face rules with the letters of the page; capitals too where words are set in them."""
    shown = letters(page)
    shown += shown.upper() if made.look.upper else ""
    return "\n".join(
        font_face(name, face, shown)
        for name, face in (
            ("brand-heading", made.faces["heading"]),
            ("brand-display", display_face(made)),
            ("brand-body", made.faces["body"]),
            ("brand-bold", made.faces["bold"]),
        )
    )
