"""The guide as one HTML file that needs nothing else: pictures, faces, colours and script inside.

It opens from a memory stick, so there is no address in it that is fetched: a content security
policy says so, and lets in the one script by its digest. The template runs in a sandbox, because a
project is a folder that people pass on.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from creativekit.brand.guide.desk import is_dark
from creativekit.brand.guide.looks import Ground
from creativekit.brand.guide.pages import Guide, guide
from creativekit.brand.guide.paths import file_name
from creativekit.brand.guide.position import Position
from creativekit.brand.guide.words import FOLDER, words
from creativekit.canvas.backends.svg import escape
from creativekit.color.contrast import TEXT, readable
from creativekit.errors import fail, msg
from creativekit.fonts.faces import Face
from creativekit.fonts.subset import web_font
from creativekit.identity.model import Identity
from creativekit.jobs import digest
from creativekit.project import templates

TEMPLATE = f"{FOLDER}/guide.html.j2"
STYLE = f"{FOLDER}/guide.css"
POSITION_STYLE = f"{FOLDER}/position.css"
SCRIPT = f"{FOLDER}/guide.js"

_ROOT = re.compile(r"<svg[^>]*?viewBox=\"([^\"]+)\"[^>]*>")
_SHARED = re.compile(r' *<path id="(shared-[0-9a-f]+)" d="[^"]*"/>\n')
_MM_TO_PX = 3.5


def html(
    identity: Identity, language: str, files: tuple[str, ...], position: Position | None = None
) -> bytes:
    """The guide in one language. Raises InputError for a template that is wrong."""
    folder = Path(identity.project_folder) if identity.project_folder else None
    made = guide(identity, language, files, position)
    script = _text(SCRIPT, folder)
    style = _text(STYLE, folder)
    if "position" in made.sections:
        style += _text(POSITION_STYLE, folder)
    _closed(script, "</script", SCRIPT)
    _closed(style, "</style", STYLE)
    pictures = _Pictures(made.pictures)
    values = {
        **made.data,
        "title": made.title,
        "language": language,
        "policy": _policy(script),
        "icon": _data_uri(made.pictures["appicon.svg"]),
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
    page = _render(_text(TEMPLATE, folder), values)
    page = page.replace("\1", pictures.outlines())
    return page.replace("\0", _fonts(made, page)).encode("utf-8", "replace")


def _text(relative: str, folder: Path | None) -> str:
    try:
        return templates.read(relative, folder).decode("utf-8")
    except UnicodeDecodeError:
        fail(msg("the template is not text in UTF-8"), file=f"{templates.FOLDER}/{relative}")


def _closed(text: str, tag: str, relative: str) -> None:
    if tag in text.lower():
        fail(msg("this file may not hold '{tag}'", tag=tag), file=f"{templates.FOLDER}/{relative}")


def _render(template: str, values: Mapping[str, Any]) -> str:
    name = f"{templates.FOLDER}/{TEMPLATE}"
    try:
        return _compiled(template).render(values)
    except TemplateSyntaxError as error:
        fail(
            msg("the template cannot be used: {reason}", reason=error.message or ""),
            file=name,
            line=error.lineno,
        )
    except TemplateError as error:
        fail(msg("the template cannot be used: {reason}", reason=error.message or ""), file=name)


@lru_cache(maxsize=2)
def _compiled(template: str) -> Template:
    return SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    ).from_string(template)


def _policy(script: str) -> str:
    seal = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode()
    return (
        "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'"
    )


class _Pictures:
    """Drawings put into the page itself, each time with ids of their own."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.used: dict[str, int] = {}
        self.shared: dict[str, str] = {}

    def picture(self, name: str, alt: str) -> Markup:
        """The drawing; with an empty `alt`, one that is only decoration."""
        text = _SHARED.sub(self._take, self.files[name].decode("utf-8"))
        count = self.used[name] = self.used.get(name, 0) + 1
        if count > 1:
            prefix = "".join(char for char in name.removesuffix(".svg") if char.isalnum())
            for before in ('id="', "url(#"):
                text = text.replace(before + prefix, f"{before}again{count}{prefix}")
        meaning = f'role="img" aria-label="{escape(alt)}"' if alt else 'aria-hidden="true"'
        root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="\\1" {meaning} focusable="false">'
        return Markup(_ROOT.sub(lambda found: root.replace("\\1", found[1]), text, count=1).strip())

    def _take(self, found: re.Match[str]) -> str:
        self.shared[found[1]] = found[0].strip()
        return ""

    def outlines(self) -> str:
        """What the drawings share, each outline once, in a drawing that takes no room."""
        if not self.shared:
            return ""
        defs = "\n".join(self.shared.values())
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" class="outlines" width="0" height="0" '
            f'aria-hidden="true" focusable="false"><defs>\n{defs}\n</defs></svg>'
        )

    def tile(self, name: str) -> str:
        """The drawing as a CSS image."""
        return f'url("{_data_uri(self.files[name])}")'


def _data_uri(picture: bytes) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(picture).decode()


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
    return _css(
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
    return _css({"color-scheme": "dark" if dark else "light", **_scheme(identity, ground)})


def _css(values: Mapping[str, str]) -> str:
    return " ".join(f"{key}: {value};" for key, value in values.items())


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
    shown = re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", " ", page, flags=re.DOTALL)
    letters = "".join(sorted(set(shown) | set(shown.upper()) if made.look.upper else set(shown)))
    rules = []
    for name, face in (
        ("brand-heading", made.faces["heading"]),
        ("brand-display", display_face(made)),
        ("brand-body", made.faces["body"]),
        ("brand-bold", made.faces["bold"]),
    ):
        data = base64.b64encode(web_font(face, letters)).decode()
        rules.append(
            f"@font-face {{ font-family: {name}; font-weight: {face.weight}; "
            f"font-style: {'italic' if face.italic else 'normal'}; "
            f'src: url("data:font/woff;base64,{data}") format("woff"); }}'
        )
    return "\n".join(rules)
