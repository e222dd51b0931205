"""Monograms: one or two initials, cut out of a shape, framed by one, or standing alone.

Letters sit by their weight more than by their box: from the middle of the box towards the centroid
of their ink, seven tenths of the way across and four tenths down are put on the centroid of the
shape, which is where the eye expects them (Г leans left, Ұ hangs low, Қ has a hook; but С pushed
all the way looks pushed, and Т, whose weight is its bar, looks as if it had slipped). How large
they are follows from the shape, and from the letters only when they would come near its edge.

A letter that is cut out must survive at 32 px: the face is taken bolder, as far as it goes, until
its stem is a tenth of the symbol; if its hairlines would still vanish, the outline is grown by what
they lack, as a punchcutter made small sizes sturdier.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from creativekit.canvas.lettering import text_path
from creativekit.canvas.outline_ops import intersect, stroke, subtract, union
from creativekit.canvas.path import Path
from creativekit.errors import InputError
from creativekit.fonts import faces, fallback
from creativekit.fonts.faces import Face
from creativekit.fonts.metrics import metrics
from creativekit.fonts.shaping import shape as shape_text
from creativekit.identity.enclosure import HEIGHT, Enclosure, clearance, enclosure, fit
from creativekit.identity.ink import mass, thinnest_stroke
from creativekit.identity.mark import Layer, Mark
from creativekit.identity.spacing import gap
from creativekit.project.graphemes import graphemes

# Letters are drawn at 1000 units per em, so that outline operations, exact to a thousandth, are.
_EM = 1000.0
_STEM = 0.1 * HEIGHT
_HAIRLINE = HEIGHT / 42
_BOLDEST = 900
# Letters inside a line are a little smaller than letters cut out: the line takes part of the room.
_FRAMED = 0.92
_FRAME_ROOM = 52.0
# How far from their weight towards the middle of their box letters stand, across and down.
_TO_THE_BOX = (0.3, 0.6)

# A pair must stay this tall to be worth more than its first letter alone.
_LEAST_PAIR = 380.0
# Two letters stand this far apart, as a part of the stem; a letter may slip under another (Г, А)
# by this part of the narrower one's width.
_PAIR_GAP = 0.42
_PAIR_TUCK = 0.12

# Legal forms and little words say nothing about a brand.
_LEGAL_FORMS = (
    "тоо жшс ип жк ао ақ ооо оао зао пао кх шқ фх нао кеақ чп оф ққ гккп мкқк кммп"
    " llp llc ltd inc co corp gmbh plc jsc"
)
_LITTLE_WORDS = (
    "the a an of and for at in on и в на из у с о по для от при или не және мен пен бен үшін"
)
_SKIPPED = frozenset(f"{_LEGAL_FORMS} {_LITTLE_WORDS}".split())
# Abbreviations are told from words by their capitals: «АҚ» is a company's form, «Ақ» is white.
_ALSO_WORDS = frozenset({"ақ"})


@dataclass(frozen=True, slots=True)
class Letters:
    """One or two letters as one outline at 1000 units per em, their first face, and cap height."""

    path: Path
    face: Face
    cap_height: float
    stem: float


def initials(name: str) -> str:
    """The first letters (or digits) of the first two words of `name` that mean something.

    Legal forms (ТОО, ЖШС, LLP …), articles, conjunctions and prepositions are passed over, unless
    there is nothing else. One capital letter for one word, and for two words that begin alike: a
    doubled letter says nothing more (and СС says something that nobody means). Empty when the name
    has neither letters nor digits.
    """
    words = [word for word in map(_letters_of, name.split()) if word]
    telling = [word for word in words if not _says_nothing("".join(word))] or words
    return "".join(dict.fromkeys(word[0].upper() for word in telling[:2]))


def _says_nothing(word: str) -> bool:
    folded = word.casefold()
    return folded in _SKIPPED and (folded not in _ALSO_WORDS or word.isupper())


def first(text: str) -> str:
    """The first letter of initials."""
    return graphemes(text)[0]


def _letters_of(word: str) -> list[str]:
    return [cluster for cluster in graphemes(word) if _is_letter(cluster)]


def _is_letter(cluster: str) -> bool:
    return unicodedata.category(cluster[0])[0] in "LN"


def monogram(
    text: str,
    written_in: Sequence[Face],
    shape: str,
    cut: bool = True,
    may_shorten: bool = False,
    key: str | None = None,
) -> Mark:
    """A symbol of one or two letters, 1000 units high.

    written_in: the heading face, and those that take its place for letters that it lacks.
    shape: circle, squircle, arch, diamond, shield or none. cut: the letters are holes in the
    filled shape; else they stand inside a line along its edge. may_shorten: of a pair that would
    be too small in the shape, only the first letter is kept.

    Raises InputError naming a letter that no face draws, and `key`; ValueError without letters.
    """
    if not text:
        raise ValueError("a monogram needs a letter")
    if shape == "none":
        return _bare(_grown(*_bold_enough(text, written_in, None, key)))
    room = enclosure(shape)
    if not cut:
        room = _inside_a_frame(room)
    letters, scale = _bold_enough(text, written_in, room, key)
    if may_shorten and len(graphemes(text)) > 1 and letters.cap_height * scale < _LEAST_PAIR:
        letters, scale = _bold_enough(first(text), written_in, room, key)
    path = _grown(letters, scale)
    x, y = _balance(path)
    path = path.translate(room.center[0] - x, room.center[1] - y)
    stem = thinnest_stroke(path)
    if cut:
        drawn = subtract(room.path, path)
        rim = min(clearance(room, _points(path)), stem)
        return replace(_mark(drawn, rim, "badge"), letters=path)
    line = _frame_width(letters, scale)
    ring = intersect(room.path, stroke(room.path, 2 * line, "butt", "miter"))
    return _mark(union(ring, path), min(line, stem))


def _mark(path: Path, stem: float, role: str = "primary") -> Mark:
    return Mark((Layer(path, role),), path.bounds, stem, mass(path).center)


def _bare(path: Path) -> Mark:
    box = path.bounds
    scale = HEIGHT / box.height
    fitted = path.translate(-box.left, -box.top).scale(scale)
    return replace(_mark(fitted, thinnest_stroke(fitted)), letters=fitted)


def _inside_a_frame(room: Enclosure) -> Enclosure:
    """The same shape with the room that a line of the common width leaves."""
    return replace(room, cap=room.cap * _FRAMED, margin=room.margin + _FRAME_ROOM)


def _frame_width(letters: Letters, scale: float) -> float:
    """The frame's line: between hairline and stem (their geometric mean), as drawn."""
    hairline = max(thinnest_stroke(letters.path), _HAIRLINE / scale)
    return scale * math.sqrt(hairline * letters.stem)


def _bold_enough(
    text: str, written_in: Sequence[Face], room: Enclosure | None, key: str | None
) -> tuple[Letters, float]:
    """The letters in the lightest weight whose stem carries in this room, and their scale."""
    best: tuple[Letters, float] | None = None
    for first in _weights(written_in[0]):
        letters = _letters(text, (first, *written_in[1:]), key)
        scale = _scale(letters, room)
        best = letters, scale
        if letters.stem * scale >= _STEM:
            break
    assert best is not None  # there is always the face itself
    return best


def _weights(face: Face) -> list[Face]:
    """The face, then the bolder weights of the same file."""
    found = [face]
    for weight in range(face.weight // 100 * 100 + 100, _BOLDEST + 1, 100):
        try:
            bolder = faces.face(face.family, weight, face.italic)
        except InputError:
            break
        if bolder.file != face.file:
            break
        found.append(bolder)
    return found


def _scale(letters: Letters, room: Enclosure | None) -> float:
    if room is None:
        return HEIGHT / letters.path.bounds.height
    x, y = _balance(letters.path)
    points = [(px - x, py - y) for px, py in _points(letters.path)]
    return min(room.cap / letters.cap_height, fit(room, points, room.margin))


def _balance(path: Path) -> tuple[float, float]:
    """Where the eye finds the middle of letters: near their weight, drawn a little to their box."""
    x, y = mass(path).center
    middle_x, middle_y = path.bounds.center
    across, down = _TO_THE_BOX
    return x + (middle_x - x) * across, y + (middle_y - y) * down


def _points(path: Path) -> list[tuple[float, float]]:
    return [point for line in path.flatten(1.0) for point in line]


def _grown(letters: Letters, scale: float) -> Path:
    """The letters at `scale`, their hairlines brought up to what survives at 32 px."""
    path = letters.path.scale(scale)
    lacking = _HAIRLINE - thinnest_stroke(path)
    if lacking <= 0:
        return path
    return union(path, stroke(path, lacking, "butt", "miter"))


def _letters(text: str, written_in: Sequence[Face], key: str | None) -> Letters:
    """One or two letters, joined by eye: an even gap between their nearest points."""
    parts = [
        (cluster, face)
        for run, face in fallback.runs(text, written_in, key)
        for cluster in graphemes(run)
    ]
    drawn = [union(text_path(shape_text(face, cluster), _EM)) for cluster, face in parts]
    first = parts[0][1]
    about = metrics(first)
    stem = about.stem * _EM
    path = drawn[0]
    for letter in drawn[1:]:
        path = path + letter.translate(_beside(path, letter, stem * _PAIR_GAP), 0.0)
    return Letters(path, first, about.cap_height * _EM, stem)


def _beside(left: Path, right: Path, wanted: float) -> float:
    """How far to move `right` so that it stands `wanted` from `left`, tucked under it a little."""
    tuck = _PAIR_TUCK * min(left.bounds.width, right.bounds.width)
    edge_to_edge = left.bounds.right - right.bounds.left
    return max(wanted - gap(left, right, wanted), edge_to_edge - tuck)
