"""Pages that are drawn and set: a drawing under words that stay words (templates/cohort/pack.typ).

Measures are px, ten a millimetre, as everywhere where paper is drawn. A drawing that many pages
show (the ground of sixty certificates) is the same Scene object each time, and is in the PDF once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from creativekit.artwork.lettering import SPARE
from creativekit.artwork.placed_words import PX_PER_MM, of_one_cut, run_values
from creativekit.canvas.backends.svg import svg
from creativekit.canvas.path import Affine, Box
from creativekit.canvas.scene import Group, Item, Scene, Solid, Text, Words
from creativekit.canvas.text.fit import Fitted, TooLong, fit
from creativekit.canvas.text.setting import Setting
from creativekit.canvas.text.words import Align, words
from creativekit.cohort.pack_words import PAGES
from creativekit.documents.typst import compile_pdf
from creativekit.fonts.faces import Face, face
from creativekit.identity.model import Identity
from creativekit.project import templates

PT = PX_PER_MM * 25.4 / 72
"""Px to the point."""

Steps = Sequence[tuple[int, float, float]]
"""Ways to set a text, tried in turn: most lines, the least size and the largest, px."""


_MOST_ENDS, _MOST_PARTS = 2, 8
"""Line ends and words of a name up to which every way to part it is tried."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing with its corner at (x, y)."""

    x: float
    y: float
    scene: Scene


@dataclass(frozen=True, slots=True)
class Page:
    art: tuple[Drawn, ...]
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a column as it is set; before: px between it and what stands above."""

    set: Fitted
    color: str
    role: str
    before: float = 0.0


def pdf(
    pages: Sequence[Page],
    width: float,
    height: float,
    identity: Identity,
    title: str,
    language: str,
) -> bytes:
    """The pages, each `width` × `height` px, as a tagged PDF.

    Raises InputError for a template of the project that is wrong.
    """
    folder = Path(identity.project_folder) if identity.project_folder else None
    runs = [[run for said in page.words for run in said.runs if _seen(run)] for page in pages]
    type_ = identity.type
    used: dict[Face, str] = {}
    for each in (type_.body, face(SPARE), *(run.line.face for part in runs for run in part)):
        used.setdefault(each, f"face-{len(used)}")
    files: dict[int, str] = {}
    pictures: dict[str, bytes] = {}
    for drawn in (each for page in pages for each in page.art):
        if id(drawn.scene) not in files:
            files[id(drawn.scene)] = name = f"drawing-{len(files)}.svg"
            pictures[name] = svg(drawn.scene).encode()
    data = {
        "width": width / PX_PER_MM,
        "height": height / PX_PER_MM,
        "name": identity.name.get(language),
        "pages": [
            {
                "art": [_placed(each, files[id(each.scene)]) for each in page.art],
                "runs": [{**run_values(run, used), "color": _color(run)} for run in part],
            }
            for page, part in zip(pages, runs, strict=True)
        ],
    }
    return compile_pdf(
        templates.read(PAGES, folder),
        data,
        pictures,
        {name: of_one_cut(each) for each, name in used.items()},
        title=title,
        language=language,
        name=f"{templates.FOLDER}/{PAGES}",
    )


def parted(items: Iterable[Item]) -> tuple[tuple[Item, ...], tuple[Words, ...]]:
    """Drawings and words of items apart. Words that are turned, cut or faded stay drawings."""
    art: list[Item] = []
    said: list[Words] = []
    for item in items:
        if isinstance(item, Words):
            said.append(item)
        elif isinstance(item, Group) and _keeps_upright(item):
            inner, inside = parted(item.items)
            if inner:
                art.append(Group(inner, item.transform))
            said += (_moved(each, item.transform) for each in inside)
        else:
            art.append(item)
    return tuple(art), tuple(said)


def largest(
    text: str,
    setting: Setting,
    width: float,
    height: float,
    steps: Steps,
) -> Fitted:
    """`text` by the first of `steps` by which it fits; by the last,
    whatever its height. Never cut: what is too wide is broken between letters."""
    found: Fitted | TooLong = TooLong(0)
    for lines, least, most in steps:
        found = fit(text, setting, width, height, (least, max(least, most)), most_lines=lines)
        if isinstance(found, Fitted):
            return found
    endless = fit(text, setting, width, 1e6, (least, least))
    assert isinstance(endless, Fitted)
    return endless


def largest_name(name: str, setting: Setting, width: float, height: float, steps: Steps) -> Fitted:
    """A person's name as `largest` sets it, but with lines that end between its words alone, not at
    the hyphen of Гүлсім-Айжан, as long as that leaves it at the least size or above."""
    parts = name.split()
    for lines, least, most in steps:
        best: Fitted | None = None
        for count in range(1, min(lines, len(parts), _MOST_ENDS + 1) + 1):
            for ends in combinations(range(1, min(len(parts), _MOST_PARTS)), count - 1):
                text = "\n".join(
                    " ".join(parts[start:end]) for start, end in pairwise((0, *ends, len(parts)))
                )
                found = fit(
                    text, setting, width, height, (least, max(least, most)), most_lines=count
                )
                if isinstance(found, Fitted) and (best is None or _reads(found) > _reads(best)):
                    best = found
        if best is not None:
            return best
        free = fit(name, setting, width, height, (least, max(least, most)), most_lines=lines)
        if isinstance(free, Fitted):
            return free
    return largest(name, setting, width, height, steps[-1:])


def _reads(found: Fitted) -> tuple[float, float]:
    """The larger of two sets, and of equal ones that with fewer lines, then the narrower."""
    return found.size * 0.97 ** len(found.lines), -found.width


def tall(parts: Sequence[Part]) -> float:
    """Px that a column takes."""
    return sum(each.set.height for each in parts) + sum(each.before for each in parts[1:])


def column(
    parts: Sequence[Part], x: float, top: float, width: float, align: Align
) -> tuple[Words, ...]:
    """The texts one under the other, the first from `top`."""
    found = []
    y = top
    for number, each in enumerate(parts):
        y += each.before if number else 0.0
        found.append(words(each.set, x, y, width, align, each.color, each.role))
        y += each.set.height
    return tuple(found)


def _placed(drawn: Drawn, file: str) -> dict[str, Any]:
    return {
        "file": file,
        "x": drawn.x / PX_PER_MM,
        "y": drawn.y / PX_PER_MM,
        "width": drawn.scene.width / PX_PER_MM,
        "height": drawn.scene.height / PX_PER_MM,
    }


def _seen(run: Text) -> bool:
    return bool(run.line.text.strip())


def _color(run: Text) -> str:
    assert isinstance(run.fill, Solid)
    return run.fill.color


def _keeps_upright(group: Group) -> bool:
    """Whether a group only moves what is in it, and makes it larger or smaller evenly."""
    place = group.transform
    return (
        group.opacity >= 1
        and group.clip is None
        and place.b == place.c == 0.0
        and place.a == place.d > 0
    )


def _moved(said: Words, by: Affine) -> Words:
    lines = tuple(
        tuple(
            replace(run, x=run.x * by.a + by.e, y=run.y * by.a + by.f, size=run.size * by.a)
            for run in line
        )
        for line in said.lines
    )
    box = said.box
    moved = Box(
        box.left * by.a + by.e,
        box.top * by.a + by.f,
        box.right * by.a + by.e,
        box.bottom * by.a + by.f,
    )
    return replace(said, lines=lines, box=moved)
