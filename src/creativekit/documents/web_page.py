"""One HTML file that needs nothing else: a template in a sandbox, faces, script and policy inside.

It opens from a memory stick, so there is no address in it that is fetched: a content security
policy says so, and lets in the one script by its digest (CSP Level 3, w3.org/TR/CSP3). The template
runs in Jinja's sandbox, because a project is a folder that people pass on.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from creativekit.errors import fail, msg
from creativekit.fonts.faces import Face
from creativekit.fonts.subset import web_font
from creativekit.project import templates

_ROOT = re.compile(r"<svg[^>]*?viewBox=\"([^\"]+)\"[^>]*>")
_SHARED = re.compile(r' *<path id="(shared-[0-9a-f]+)" d="[^"]*"/>\n')
_UNSEEN = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)


def text(relative: str, folder: Path | None) -> str:
    """The template file as text. Raises InputError when it is not UTF-8 or not there."""
    try:
        return templates.read(relative, folder).decode("utf-8")
    except UnicodeDecodeError:
        fail(msg("the template is not text in UTF-8"), file=f"{templates.FOLDER}/{relative}")


def inside(relative: str, tag: str, folder: Path | None) -> str:
    """A file that stands between `<tag>` and `</tag>`. Raises InputError where it would end it."""
    found = text(relative, folder)
    if f"</{tag}" in found.lower():
        fail(
            msg("this file may not hold '{tag}'", tag=f"</{tag}"),
            file=f"{templates.FOLDER}/{relative}",
        )
    return found


def rendered(relative: str, folder: Path | None, values: Mapping[str, Any]) -> str:
    """The Jinja template with everything escaped. Raises InputError for one that is wrong."""
    name = f"{templates.FOLDER}/{relative}"
    try:
        return _compiled(text(relative, folder)).render(values)
    except TemplateSyntaxError as error:
        fail(
            msg("the template cannot be used: {reason}", reason=error.message or ""),
            file=name,
            line=error.lineno,
        )
    except TemplateError as error:
        fail(msg("the template cannot be used: {reason}", reason=error.message or ""), file=name)


@lru_cache(maxsize=4)
def _compiled(template: str) -> Template:
    return SandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    ).from_string(template)


def policy(script: str, pictures: str = "data:") -> str:
    """The content security policy of a page with this one script. pictures: where they may be from;
    without it, from the page itself alone."""
    seal = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode()
    return (
        f"default-src 'none'; img-src {pictures}; font-src data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'"
    )


class Pictures:
    """SVG drawings (`canvas.backends.svg`, "shared") put into the page itself, each time with ids
    of their own; what they share is kept for `outlines`."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.used: dict[str, int] = {}
        self.shared: dict[str, str] = {}

    def picture(self, name: str, alt: str) -> Markup:
        """The drawing; with an empty `alt`, one that is only decoration."""
        found = _SHARED.sub(self._take, self.files[name].decode("utf-8"))
        count = self.used[name] = self.used.get(name, 0) + 1
        if count > 1:
            prefix = "".join(char for char in name.removesuffix(".svg") if char.isalnum())
            for before in ('id="', "url(#"):
                found = found.replace(before + prefix, f"{before}again{count}{prefix}")
        meaning = f'role="img" aria-label="{escape(alt)}"' if alt else 'aria-hidden="true"'
        root = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="\\1" {meaning} focusable="false">'
        return Markup(_ROOT.sub(lambda each: root.replace("\\1", each[1]), found, count=1).strip())

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
        return f'url("{data_uri(self.files[name])}")'


def data_uri(picture: bytes) -> str:
    """An SVG drawing as an address that holds it."""
    return "data:image/svg+xml;base64," + base64.b64encode(picture).decode()


def css(values: Mapping[str, str]) -> str:
    """Declarations, one after the other."""
    return " ".join(f"{key}: {value};" for key, value in values.items())


def letters(page: str) -> str:
    """Every character that the page shows, each once, in order."""
    return "".join(sorted(set(_UNSEEN.sub(" ", page))))


def font_face(name: str, face: Face, characters: str) -> str:
    """A rule with the glyphs of these characters inside."""
    data = base64.b64encode(web_font(face, characters)).decode()
    return (
        f"@font-face {{ font-family: {name}; font-weight: {face.weight}; "
        f"font-style: {'italic' if face.italic else 'normal'}; "
        f'src: url("data:font/woff;base64,{data}") format("woff"); }}'
    )
