"""A pattern's tile has no seam, to the pixel; its rhythms close; bad files are refused."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path as Folder

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from creativekit.canvas.backends import raster
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import Item, Rect, Scene, Shape, Solid
from creativekit.errors import InputError
from creativekit.identity.ink import mass
from creativekit.identity.motif import motif, motif_ids
from creativekit.identity.pattern import ROLES, Pattern, border, pattern, pattern_ids, tile_scene

IDS = pattern_ids()
COLORS = {"ground": "#f6ebd9", "primary": "#0a7e8c", "accent": "#e4572e", "quiet": "#cfe0d8"}
MARK = motif("shanyraq", 70)

Pixels = NDArray[np.uint8]


def rendered(found: Pattern, px: int) -> Pixels:
    return raster.pixels(tile_scene(found, COLORS, px), background="#ffffff")


def rendered_together(found: Pattern, px: int, across: int, down: int) -> Pixels:
    """Several tiles drawn as one picture, nothing cut: each outline of the plane once.

    An outline that crosses an edge is there in two tiles; drawn twice its soft edge would be too
    hard, so copies in the same place count once.
    """
    tile = tile_scene(found, COLORS, px)
    k, kk = px / found.width, tile.height / found.height
    items: list[Item] = [
        Rect(0, 0, across * tile.width, down * tile.height, Solid(COLORS["ground"]))
    ]
    for layer in found.layers:
        plane: dict[tuple[float, ...], Path] = {}
        for commands, _ in layer.path.contours():
            contour = Path((*commands, ("Z",)))
            for x in range(-1, across + 1):
                for y in range(-1, down + 1):
                    moved = contour.translate(x * found.width, y * found.height)
                    box = moved.bounds
                    corners = (box.left, box.top, box.right, box.bottom)
                    plane.setdefault(tuple(round(value / 2 + 0.37) for value in corners), moved)
        joined = Path.join(plane.values()).transform(Affine.scaling(k, kk))
        items.append(Shape(joined, Solid(COLORS[layer.role])))
    scene = Scene(across * tile.width, down * tile.height, tuple(items))
    return raster.pixels(scene, background="#ffffff")


def difference(one: Pixels, other: Pixels) -> int:
    return int(np.abs(one.astype(int) - other.astype(int)).max())


def test_the_promised_patterns_are_there() -> None:
    assert set(IDS) >= {"motif", "ram-horn", "felt-diamonds", "waves", "dots", "weave", "quiet"}


@pytest.mark.parametrize("px", [64, 97, 230])
@pytest.mark.parametrize("name", IDS)
def test_tiles_side_by_side_are_the_pattern(name: str, px: int) -> None:
    found = pattern(name, MARK)
    together = rendered_together(found, px, 2, 2)
    # A copy's coordinates may differ in their last rounded digit.
    assert difference(np.tile(rendered(found, px), (2, 2, 1)), together) <= 2


@pytest.mark.parametrize("mark", ["dombra", "bird"])
def test_symbols_of_any_shape_leave_no_seam(mark: str) -> None:
    found = pattern("motif", motif(mark, 90))
    together = rendered_together(found, 151, 2, 2)
    assert difference(np.tile(rendered(found, 151), (2, 2, 1)), together) <= 2


def test_a_seam_would_be_seen() -> None:
    found = pattern("motif", MARK)
    cut = Pattern(
        found.id,
        found.width,
        found.height,
        tuple(
            replace(layer, path=Path.join(
                Path((*commands, ("Z",)))
                for commands, _ in layer.path.contours()
                if Path(commands).bounds.right < found.width
            ))
            for layer in found.layers
        ),
    )  # fmt: skip
    together = rendered_together(found, 97, 2, 2)
    assert difference(np.tile(rendered(cut, 97), (2, 2, 1)), together) > 20


@pytest.mark.parametrize("name", IDS)
@pytest.mark.parametrize("mark", ["shanyraq", "dombra", "bird", "qoshqar-muyiz"])
def test_a_pattern_takes_any_symbol(name: str, mark: str) -> None:
    found = pattern(name, motif(mark, 70))
    assert found.width > 300
    assert found.height > 300
    assert {layer.role for layer in found.layers} <= set(ROLES)
    assert all(closed for layer in found.layers for _, closed in layer.path.contours())


@pytest.mark.parametrize("name", IDS)
def test_figure_and_ground_are_in_balance(name: str) -> None:
    pixels = rendered(pattern(name, MARK), 256)
    ground = np.array([0xF6, 0xEB, 0xD9, 255], np.uint8)
    share = (pixels != ground).any(axis=2).mean()
    assert (0.02 if name == "quiet" else 0.15) < share < 0.75


def test_the_quiet_texture_is_quiet() -> None:
    assert {layer.role for layer in pattern("quiet", MARK).layers} == {"quiet"}


@pytest.mark.parametrize("name", IDS)
def test_a_border_repeats_along_its_length(name: str) -> None:
    found = border(name, MARK)
    one = rendered(found, 150)
    assert difference(np.tile(one, (1, 3, 1)), rendered_together(found, 150, 3, 1)) <= 2
    assert np.array_equal(one[0], np.broadcast_to(one[0, 0], one[0].shape)), "cut at its top"
    assert np.array_equal(one[-1], np.broadcast_to(one[-1, 0], one[-1].shape)), "cut at its foot"


def test_the_horn_pattern_has_its_own_border() -> None:
    assert border("ram-horn", MARK).id == "ram-horn"
    assert border("dots", MARK).id == "motif"


def test_strokes_follow_the_brand() -> None:
    thin = pattern("waves", motif("shanyraq", 40))
    bold = pattern("waves", motif("shanyraq", 90))
    quiet = [
        sum(mass(layer.path).area for layer in each.layers if layer.role == "quiet")
        for each in (thin, bold)
    ]
    assert quiet[1] > 1.5 * quiet[0]


def test_the_same_file_gives_the_same_pattern() -> None:
    for name in IDS:
        assert pattern(name, MARK) == pattern(name, MARK)


@settings(max_examples=30, deadline=None)
@given(name=st.sampled_from(IDS), mark=st.sampled_from(motif_ids()), stem=st.floats(10, 200))
def test_any_symbol_of_any_weight(name: str, mark: str, stem: float) -> None:
    found = pattern(name, motif(mark, stem))
    for layer in found.layers:
        box = layer.path.bounds
        # Everything that is there touches the tile.
        assert box.right > 0
        assert box.left < found.width
        assert all(math.isfinite(v) for v in (box.left, box.top, box.right, box.bottom))


HEAD = """title = "Тест"
[lattice]
kind = "brick"
cell = [50, 40]
[[figure]]
name = "dot"
[[figure.part]]
shape = [ { kind = "circle", r = 10 } ]
"""


def own(folder: Folder, text: str) -> Pattern:
    file = folder / "templates" / "brand" / "patterns" / "own.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return pattern("own", MARK, folder)


def test_the_tile_is_as_large_as_its_rhythms_need(tmp_path: Folder) -> None:
    text = HEAD + "[[layer]]\nsize = [[1, 0.5, 1]]\nturn = [[0], [90], [0]]\n"
    found = own(tmp_path, text)
    k = 1000 / 96
    assert found.width == pytest.approx(3 * 50 * k)
    assert found.height == pytest.approx(6 * 40 * k)  # three rows, and two of the bricks


def test_two_layers_close_together(tmp_path: Folder) -> None:
    text = HEAD + "[[layer]]\nsize = [1, 0.5]\n[[layer]]\nsize = [1, 0.5, 0.2]\noffset = [25, 20]\n"
    assert own(tmp_path, text).width == pytest.approx(6 * 50 * 1000 / 96)


def test_overlapping_figures_are_one_outline(tmp_path: Folder) -> None:
    found = own(tmp_path, HEAD.replace("r = 10", "r = 30") + "[[layer]]\nmirror = [[0, 1]]\n")
    covered = rendered(found, 100)
    assert (covered[..., :3] != [0xF6, 0xEB, 0xD9]).any(axis=2).mean() > 0.9


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[layer]]\n", "title"),
        (HEAD, "layer"),
        (HEAD + '[[layer]]\nfigure = "dott"\n', "did you mean 'dot'?"),
        (HEAD + '[[layer]]\nrole = [["primary"], ["acent"]]\n', "layer[1].role[2][1]"),
        (HEAD + "[[layer]]\nturns = 4\n", "did you mean 'turn'?"),
        (HEAD + "[[layer]]\nsize = [[]]\n", "1 to 16"),
        (HEAD + "[[layer]]\nsize = [[1], 2]\n", "size[2]"),
        (HEAD + "[[layer]]\nsize = -1\n", "out of range"),
        (HEAD.replace('"brick"', '"bric"') + "[[layer]]\n", "did you mean 'brick'?"),
        (HEAD.replace("[50, 40]", "[0, 40]") + "[[layer]]\n", "width and a height"),
        (HEAD.replace("[50, 40]", "[50]") + "[[layer]]\n", "[x, y]"),
        (HEAD.replace("cell = [50, 40]", "") + "[[layer]]\n", "lattice.cell"),
        (HEAD.replace("circle", "circel") + "[[layer]]\n", "did you mean 'circle'?"),
        (HEAD.replace('name = "dot"', "name = 3") + "[[layer]]\n", "name of its own"),
        (HEAD + '[[figure]]\nname = "dot"\nmotif = "sun"\nheight = 9\n[[layer]]\n', "of its own"),
        (HEAD + '[[figure]]\nname = "m"\nmotif = "sunn"\nheight = 9\n[[layer]]\n', "'sun'?"),
        (HEAD + '[[figure]]\nname = "m"\nmotif = "sun"\n[[layer]]\n', "height"),
        ('border = "x"\n' + HEAD + "[[layer]]\n", "border"),
        (
            HEAD + "".join(f"[[layer]]\nsize = {[1] * period}\n" for period in (7, 11, 13)),
            "close only after",
        ),
        ("title = 4 4\n", "own.toml:1"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(tmp_path: Folder, text: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        own(tmp_path, text)
    found = [str(problem) for problem in caught.value.problems]
    assert any(said in each for each in found), found
    assert all("own.toml" in each for each in found)


def test_a_tile_has_a_budget(tmp_path: Folder) -> None:
    shape = '{ kind = "circle", r = 1, row = { count = 48, by = [3, 0] } }'
    many = HEAD.replace('{ kind = "circle", r = 10 }', ", ".join([shape] * 10))
    rhythm = f"[[layer]]\nsize = {[[1] * 16] * 16}\n"
    with pytest.raises(InputError, match="intricate"):
        own(tmp_path, many + rhythm)


@pytest.mark.parametrize("name", ["../motifs/sun", "no-such", "/etc/passwd"])
def test_a_name_that_is_no_pattern_is_refused(name: str) -> None:
    with pytest.raises(InputError):
        pattern(name, MARK)
