"""Motifs are whole, exact, good when small and unlike each other; bad files are refused."""

from __future__ import annotations

import math
import tomllib
from functools import cache
from itertools import combinations
from pathlib import Path as Folder
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from creativekit.canvas import outline_ops
from creativekit.canvas.backends import raster
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import Scene, Shape, Solid
from creativekit.errors import InputError
from creativekit.identity.ink import mass, thinnest_stroke
from creativekit.identity.mark import Mark
from creativekit.identity.motif import HEIGHT, motif, motif_ids, motif_title
from creativekit.project import templates

IDS = motif_ids()
STEMS = (40.0, 70.0, 120.0)
NAMED = {
    "shanyraq", "qoshqar-muyiz", "tumar", "sun", "steppe-wave", "mountain", "felt-diamond",
    "feather", "dombra", "thread", "book", "lens", "spark", "leaf", "drop", "orbit",
}  # fmt: skip
DRAWN_IN_STROKES = ("shanyraq", "qoshqar-muyiz", "tumar", "felt-diamond")
GROWING = ("shanyraq", "tumar", "felt-diamond", "sound-wave", "thread")

Ink = NDArray[np.float64]


def ink(mark: Mark, px: int, only: Path | None = None, margin: int = 0) -> Ink:
    """Coverage 0–1 of the mark (or of one outline of it), `px` high."""
    k = px / HEIGHT
    fit = Affine(k, 0, 0, k, margin, margin)
    paths = [only] if only is not None else [layer.path for layer in mark.layers]
    scene = Scene(
        math.ceil(mark.box.width * k) + 2 * margin,
        px + 2 * margin,
        tuple(Shape(path.transform(fit), Solid("#000000")) for path in paths),
    )
    return raster.pixels(scene)[..., 3] / 255.0


@cache
def drawn(name: str, stem: float) -> Mark:
    return motif(name, stem)


def every_mark() -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        ("name", "stem"), [(name, stem) for name in IDS for stem in STEMS]
    )


def test_the_promised_motifs_are_there() -> None:
    assert set(IDS) >= NAMED
    assert len(IDS) >= 18


@pytest.mark.parametrize("name", IDS)
def test_each_has_a_title_in_three_languages(name: str) -> None:
    assert motif_title(name).languages == ("kk", "ru", "en")


@every_mark()
def test_contours_are_closed_and_no_crumbs_are_left(name: str, stem: float) -> None:
    for layer in drawn(name, stem).layers:
        for commands, closed in layer.path.contours():
            assert closed
            path = Path((*commands, ("Z",)))
            assert mass(path).area > 60, "a sliver that a boolean operation left behind"


@every_mark()
def test_ink_is_1000_high_and_the_box_is_the_ink(name: str, stem: float) -> None:
    mark = drawn(name, stem)
    box = Path.join(layer.path for layer in mark.layers).bounds
    assert (box.left, box.top) == pytest.approx((0, 0), abs=1e-6)
    assert (box.right, box.bottom) == pytest.approx((mark.box.width, HEIGHT), abs=1e-6)
    assert 500 < mark.box.width < 1400
    assert mark.box.left < mark.center[0] < mark.box.right


@every_mark()
def test_nothing_overlaps(name: str, stem: float) -> None:
    """A layer is the same area by either fill rule, and no two layers share ink."""
    layers = drawn(name, stem).layers
    for layer in layers:
        by_other_rule = outline_ops.simplify(layer.path, "evenodd")
        assert mass(by_other_rule).area == pytest.approx(mass(layer.path).area, rel=2e-3)
    for one, other in combinations(layers, 2):
        shared = outline_ops.intersect(one.path, other.path)
        assert not shared or mass(shared).area < 1


def table(name: str) -> dict[str, Any]:
    return tomllib.loads(templates.read(f"brand/motifs/{name}.toml").decode())


UPRIGHT = [name for name in IDS if "symmetry" in table(name) and "turn" not in table(name)]


def test_most_motifs_declare_a_symmetry() -> None:
    assert len(UPRIGHT) >= 10


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("name", UPRIGHT)
def test_declared_symmetry_is_exact(name: str, stem: float) -> None:
    declared = table(name)["symmetry"]
    mark = drawn(name, stem)
    center = mark.box.center
    images = [Affine.rotation(360 / declared.get("fold", 1), *center)]
    if declared.get("mirror"):
        images.append(Affine(a=-1, e=mark.box.width))
    for layer in mark.layers:
        nodes = np.array([c[-2:] for c in layer.path.commands if len(c) > 1], float)
        for image in images:
            moved = np.array([image.apply(*node) for node in nodes])
            gaps = np.hypot(*(nodes[:, None] - moved[None]).transpose(2, 0, 1)).min(axis=0)
            assert gaps.max() < 1e-6


@pytest.mark.parametrize("name", DRAWN_IN_STROKES)
def test_the_stem_is_the_thinnest_stroke(name: str) -> None:
    for stem in STEMS:
        mark = drawn(name, stem)
        measured = min(thinnest_stroke(layer.path) for layer in mark.layers)
        assert mark.stem == pytest.approx(measured, rel=0.06)


@every_mark()
def test_no_part_is_thinner_than_the_stem_says(name: str, stem: float) -> None:
    """A disc a little smaller than the stem passes through nearly all of the ink."""
    mark = drawn(name, stem)
    px = 260
    solid = ink(mark, px, margin=6) > 0.5
    disc = _disc(0.86 * mark.stem / 2 * px / HEIGHT)
    opened = ~_eroded(~_eroded(solid, disc), disc)
    assert (solid & ~opened).sum() / solid.sum() < 0.055


def _disc(radius: float) -> list[tuple[int, int]]:
    reach = int(radius)
    steps = range(-reach, reach + 1)
    return [(x, y) for x in steps for y in steps if x * x + y * y <= radius * radius]


def _eroded(solid: NDArray[np.bool_], disc: list[tuple[int, int]]) -> NDArray[np.bool_]:
    out = solid.copy()
    for x, y in disc:
        out &= np.roll(solid, (x, y), axis=(0, 1))
    return out


@every_mark()
def test_enough_ink_and_enough_ground(name: str, stem: float) -> None:
    mark = drawn(name, stem)
    share = sum(mass(layer.path).area for layer in mark.layers) / (mark.box.width * HEIGHT)
    assert 0.16 < share < 0.78


@every_mark()
def test_at_32_px_every_piece_and_every_opening_is_there(name: str, stem: float) -> None:
    mark = drawn(name, stem)
    everything = ink(mark, 32)
    assert everything.max() > 0.9
    for layer in mark.layers:
        for commands, _ in layer.path.contours():
            piece = Path((*commands, ("Z",)))
            inside = ink(mark, 32, piece)
            if inside.max() < 0.5:
                continue  # an opening of less than a pixel, counted below
            shown = everything[inside > 0.5 * inside.max()]
            assert shown.max() > 0.5 or shown.min() < 0.65
    for layer in mark.layers:
        for piece in _pieces(layer.path):
            assert ink(mark, 32, piece).max() > 0.5


def _pieces(path: Path) -> list[Path]:
    """The outer contours: those that wind the way the largest one does."""
    contours = [Path((*commands, ("Z",))) for commands, _ in path.contours()]
    areas = [_signed(each) for each in contours]
    way = math.copysign(1, max(areas, key=abs))
    return [each for each, area in zip(contours, areas, strict=True) if area * way > 0]


def _signed(path: Path) -> float:
    points = np.array(path.flatten(1.0)[0])
    x, y = points.T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2)


def test_silhouettes_are_unlike_each_other() -> None:
    side = 96
    shapes = {}
    for name in IDS:
        cover = ink(drawn(name, 70.0), 64) > 0.5
        sheet = np.zeros((side, side), bool)
        height, width = cover.shape
        top, left = (side - height) // 2, (side - width) // 2
        sheet[top : top + height, left : left + width] = cover
        shapes[name] = sheet
    for (one, a), (other, b) in combinations(shapes.items(), 2):
        overlap = (a & b).sum() / (a | b).sum()
        assert overlap < 0.72, f"{one} and {other} are too much alike"


def test_a_bolder_stem_gives_a_bolder_mark() -> None:
    for name in GROWING:
        areas = [sum(mass(layer.path).area for layer in drawn(name, stem).layers) for stem in STEMS]
        assert areas == sorted(areas)
        assert areas[-1] > 1.2 * areas[0]


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(IDS), stem=st.floats(1, 500))
def test_any_stem_gives_a_whole_mark(name: str, stem: float) -> None:
    mark = motif(name, stem)
    box = Path.join(layer.path for layer in mark.layers).bounds
    assert box.height == pytest.approx(HEIGHT, abs=1e-6)
    assert 20 < mark.stem < 240
    assert all(math.isfinite(v) for v in (*mark.center, mark.stem, mark.box.width))


def test_the_same_file_gives_the_same_mark(tmp_path: Folder) -> None:
    copied(tmp_path, "sun", templates.read("brand/motifs/sun.toml").decode())
    assert motif("sun", 70, tmp_path) == motif("sun", 70)


def test_a_project_may_change_a_motif(tmp_path: Folder) -> None:
    text = templates.read("brand/motifs/sun.toml").decode()
    halved = text.replace("repeat = 16", "repeat = 8").replace("fold = 16", "fold = 8")
    copied(tmp_path, "sun", halved)
    own, ours = motif("sun", 70, tmp_path), motif("sun", 70)
    assert len(list(own.layers[0].path.contours())) == 8
    assert len(list(ours.layers[0].path.contours())) == 16


def copied(folder: Folder, name: str, text: str) -> None:
    file = folder / "templates" / "brand" / "motifs" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


HEAD = 'title = "Тест"\n'
CIRCLE = '[[part]]\nshape = [ { kind = "circle", r = 40 } ]\n'
HALF_ANGLE = "points = [[48, 48], [90, 40], [90, 56]]"


def one(shape: str, part: str = "") -> str:
    """A motif of one shape."""
    return f"{HEAD}[[part]]\n{part}shape = [ {{ {shape} }} ]\n"


def circle(more: str) -> str:
    return one(f'kind = "circle", r = 4, {more}')


def problems(folder: Folder, text: str) -> list[str]:
    copied(folder, "own", text)
    with pytest.raises(InputError) as caught:
        motif("own", 70, folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CIRCLE, "title"),
        (HEAD, "part"),
        (HEAD + "part = 4\n", "part"),
        (HEAD + "part = [4]\n", "part[1]"),
        (HEAD + "[[part]]\nshape = []\n", "shape"),
        (HEAD + "gird = 96\n" + CIRCLE, "own.toml:2 gird"),
        (HEAD + "gird = 96\n" + CIRCLE, "did you mean 'grid'?"),
        (HEAD + "grid = 1e9\n" + CIRCLE, "out of range"),
        (HEAD + "grid = 9\ngrid = 3\n" + CIRCLE, "second time"),
        (HEAD + "grid = nan\n" + CIRCLE, "out of range"),
        (HEAD + "turn = true\n" + CIRCLE, "must be a number"),
        (one('kind = "cirle", r = 4'), "did you mean 'circle'?"),
        (one("r = 4"), "part[1].shape[1].kind"),
        (one('kind = "circle", radius = 4'), "radius"),
        (one('kind = "circle", r = "48 - x"'), "no name 'x'"),
        (one('kind = "circle", r = "__import__"'), "__import__"),
        (one('kind = "circle", r = 1e12'), "out of range"),
        (circle("at = [1, 2, 3]"), "[x, y]"),
        (circle('fill = "yes"'), "true or false"),
        (circle("repeat = 4.5"), "whole number"),
        (circle("repeat = 999999"), "whole number"),
        (circle('repeat = 48, mirror = "xy"'), "at most 48 copies"),
        (one('kind = "circle", r = 4', 'role = "primry"\n'), "'primary'?"),
        (one('kind = "path", d = "M0 0 X"'), "not path data"),
        (one('kind = "path", d = 5'), "path data"),
        (one('kind = "path", d = "M0 0 L9e5 0 L0 9 Z"'), "too far"),
        (one('kind = "polygon", points = [[0, 0]]'), "3 to 200"),
        (one('kind = "spiral", at = [0, 0], heading = 0, steps = [[1, 2]]'), "a step is"),
        (
            one('kind = "polyline", points = [[0, 0], [9, 0], [9, 9]], taper = [1, 2]'),
            "cannot taper",
        ),
        (HEAD + "[stroke]\nmin = 90\nmax = 50\n" + CIRCLE, "out of range"),
        (HEAD + '[let]\na = "b"\nb = 1\n' + CIRCLE, "no name 'b'"),
        (
            HEAD + CIRCLE + '[[part]]\nop = "cut"\nshape = [ { kind = "circle", r = 60 } ]\n',
            "left to see",
        ),
        (
            one(f'kind = "polygon", {HALF_ANGLE}').replace(HEAD, HEAD + "symmetry.fold = 3\n"),
            "symmetry",
        ),
        ('title = { kz = "Тест" }\n' + CIRCLE, "title"),
        ('title = "a\n', "quote"),
        ("[[part]\n", "own.toml:1"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(tmp_path: Folder, text: str, said: str) -> None:
    found = problems(tmp_path, text)
    assert any(said in each for each in found), found
    assert all("own.toml" in each for each in found)


def test_all_problems_are_told_at_once(tmp_path: Folder) -> None:
    text = HEAD + 'gird = 9\n[[part]]\nrole = 1\nshape = [ { kind = "circle", q = 1 } ]\n'
    found = problems(tmp_path, text)
    assert len(found) == 4  # gird; role; r is missing; q
    assert [":2 " in each or ":4 " in each or ":5 " in each for each in found] == [True] * 4


def test_a_drawing_has_a_budget(tmp_path: Folder) -> None:
    shape = '{ kind = "circle", r = 1, row = { count = 48, by = [1, 1] } }'
    part = "[[part]]\nshape = [" + ", ".join([shape] * 48) + "]\n"
    found = problems(tmp_path, HEAD + part * 24)
    assert any("too many" in each for each in found)


@pytest.mark.parametrize("name", ["../../creativekit", "/etc/passwd", "sun/../sun", "no-such"])
def test_a_name_that_is_no_motif_is_refused(name: str) -> None:
    with pytest.raises(InputError):
        motif(name)


PLACE = st.lists(st.integers(0, 96), min_size=2, max_size=2)
SHAPES = st.fixed_dictionaries(
    {"kind": st.sampled_from(["circle", "rect", "line", "arc", "spiral", "polygon", "path"])},
    optional={
        "at": st.lists(st.integers(-50, 150), min_size=1, max_size=3),
        "r": st.integers(-5, 90),
        "width": st.integers(-5, 90),
        "height": st.integers(0, 90),
        "from": st.just([10, 10]),
        "to": PLACE,
        "through": st.lists(PLACE, min_size=3, max_size=3),
        "points": st.lists(PLACE, max_size=6),
        "heading": st.integers(-90, 90),
        "steps": st.lists(st.lists(st.integers(0, 40), min_size=1, max_size=3), max_size=4),
        "d": st.text("MLCZ 0123456789,-", max_size=30),
        "stroke": st.floats(0, 3),
        "fill": st.booleans(),
        "repeat": st.integers(0, 8),
        "mirror": st.sampled_from(["x", "y", "xy", "z"]),
        "turn": st.integers(-90, 90),
        "op": st.sampled_from(["add", "cut", "keep"]),
        "radius": st.integers(0, 20),
    },
)


@settings(max_examples=60, deadline=None)
@given(shapes=st.lists(SHAPES, min_size=1, max_size=4))
def test_any_drawing_is_a_mark_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, shapes: list[dict[str, object]]
) -> None:
    folder = tmp_path_factory.mktemp("project", numbered=True)
    lines = [
        "{ " + ", ".join(f"{key} = {_toml(value)}" for key, value in each.items()) + " }"
        for each in shapes
    ]
    copied(folder, "own", HEAD + "[[part]]\nshape = [" + ", ".join(lines) + "]\n")
    try:
        mark = motif("own", 70, folder)
    except InputError:
        return
    assert mark.box.height == HEIGHT
    assert all(math.isfinite(value) for value in (mark.box.width, mark.stem, *mark.center))


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return repr(value)
