"""The fonts that a Scene's words are set in: what has to travel with a drawing of live text.

An SVG that keeps words as words looks right where its fonts are installed, or where it says which
files to take (CSS Fonts 4, § 4.1). A variable file serves all its weights: the rule of each face
names one weight, and a browser sets the axis to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from urllib.parse import quote

from creativekit.canvas.scene import Group, Item, Scene, Text, Words
from creativekit.fonts.faces import Face

_FORMATS = {".otf": "opentype", ".woff": "woff", ".woff2": "woff2"}


def fonts_of(scene: Scene) -> tuple[Face, ...]:
    """The faces of all words in the Scene, each once, in painting order."""
    return tuple(dict.fromkeys(run.line.face for run in _runs(scene.items)))


def font_rules(faces: Iterable[Face], hrefs: Mapping[str, str]) -> tuple[str, ...]:
    """An `@font-face` rule for every face whose `digest` has a file in `hrefs`.

    hrefs: paths relative to the drawing, with "/" between folders; not yet percent-encoded.
    """
    return tuple(_rule(face, hrefs[face.digest]) for face in faces if face.digest in hrefs)


def family_name(face: Face) -> str:
    """The family as CSS quotes it: a font's own name is text that we did not write."""
    safe = "".join(char for char in face.family if char.isprintable())
    return "'" + safe.replace("\\", "\\\\").replace("'", "\\'") + "'"


def axes_setting(face: Face) -> str:
    """Axes besides the weight, which CSS has no other property for; empty when there are none."""
    axes = (f"'{tag}' {value:g}" for tag, value in face.axes if tag != "wght")
    return ",".join(axes)


def _rule(face: Face, href: str) -> str:
    kind = _FORMATS.get(PurePath(href).suffix.lower(), "truetype")
    style = "italic" if face.italic else "normal"
    return (
        f"@font-face{{font-family:{family_name(face)};font-weight:{face.weight};"
        f"font-style:{style};src:url('{quote(href)}') format('{kind}')}}"
    )


def _runs(items: Iterable[Item]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Group):
            yield from _runs(item.items)
        elif isinstance(item, Words):
            yield from item.runs
        elif isinstance(item, Text):
            yield item
