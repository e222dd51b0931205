from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from canvas.sample_scenes import photo, scenes
from creativekit.canvas.backends import raster
from creativekit.canvas.backends.compositing import Layer
from creativekit.canvas.backends.paints import sample
from creativekit.canvas.backends.raster import forget_grounds, opaque_pixels, pixels, png, render
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import (
    Group,
    Item,
    Line,
    LinearGradient,
    Picture,
    RadialGradient,
    Rect,
    Scene,
    Shape,
    Solid,
    Stop,
)

SQUARE = Path.rect(20, 20, 60, 60)
TWO = (Stop(0, "#ff0000"), Stop(1, "#0000ff"))


def drawn(*items: Item, scale: float = 1.0, background: str | None = None) -> np.ndarray:
    return pixels(Scene(100, 100, items), scale, background)


colors = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@given(colors, colors)
def test_colours_are_exactly_those_given(color: str, ground: str) -> None:
    found = drawn(Shape(SQUARE, Solid(color)), background=ground)
    assert bytes(found[50, 50]).hex() == color[1:] + "ff"
    assert bytes(found[5, 5]).hex() == ground[1:] + "ff"


@given(colors)
def test_soft_edges_have_the_colour_undiluted(color: str) -> None:
    found = drawn(Shape(Path.ellipse(50, 50, 33), Solid(color)))
    assert {bytes(pixel).hex() for pixel in found[..., :3].reshape(-1, 3)} == {color[1:]}
    assert len(np.unique(found[..., 3])) > 30


@pytest.mark.parametrize("scale", [0.5, 1, 2, 3.3])
def test_size_follows_the_scale(scale: float) -> None:
    image = render(Scene(100, 40, (Rect(0, 0, 50, 40, Solid("#000000")),)), scale)
    assert image.size == (round(100 * scale), round(40 * scale))
    assert image.getbbox() == (0, 0, round(50 * scale), round(40 * scale))


def test_modes() -> None:
    scene = Scene(10, 10)
    assert render(scene).mode == "RGBA"
    assert render(scene, background="#ffffff").mode == "RGB"
    assert render(Scene(0.2, 0.2)).size == (1, 1)


def test_the_png_is_the_picture_and_the_same_each_time() -> None:
    for scene in scenes().values():
        data = png(scene)
        shown = Image.open(io.BytesIO(data)).convert("RGBA")
        assert np.array_equal(np.asarray(shown), np.asarray(render(scene)))
        assert png(scene) == data


def test_rectangles_that_touch_leave_no_seam() -> None:
    left, right = Rect(0, 0, 37, 100, Solid("#0a7e8c")), Rect(37, 0, 63, 100, Solid("#0a7e8c"))
    assert set(drawn(left, right)[..., 3].ravel()) == {255}


def test_thin_lines_on_pixel_borders_are_crisp() -> None:
    line = Line(Path.polygon(((10, 50.5), (90, 50.5)), closed=False), Solid("#000000"), 1)
    found = drawn(line)[..., 3]
    assert set(np.unique(found)) == {0, 255}
    assert found.sum() == 80 * 255


def test_strokes_and_dashes() -> None:
    line = Line(Path.polygon(((0, 50), (100, 50)), False), Solid("#000000"), 4, dash=(10, 10))
    row = drawn(line)[50, :, 3]
    assert [int(row[x]) for x in (5, 15, 25, 35)] == [255, 0, 255, 0]


def test_the_evenodd_rule() -> None:
    both = Path.rect(10, 10, 80, 80) + Path.rect(30, 30, 40, 40)
    assert drawn(Shape(both, Solid("#000000")))[50, 50, 3] == 255
    assert drawn(Shape(both, Solid("#000000"), "evenodd"))[50, 50, 3] == 0


def test_linear_gradients() -> None:
    across = drawn(Rect(0, 0, 100, 100, LinearGradient(0, 0, 100, 0, TWO)))
    assert abs(int(across[50, 50, 0]) - 127) <= 2
    assert (across == across[:1]).all()
    assert (np.diff(across[0, :, 0].astype(int)) <= 0).all()
    down = drawn(Rect(0, 0, 100, 100, LinearGradient(0, 25, 0, 75, TWO)))
    assert bytes(down[10, 10]).hex() == "ff0000ff"
    assert bytes(down[90, 10]).hex() == "0000ffff"
    tilted = drawn(Rect(0, 0, 100, 100, LinearGradient(0, 0, 100, 100, TWO)))
    assert np.array_equal(tilted, tilted.transpose(1, 0, 2))


def test_radial_gradients() -> None:
    found = drawn(Rect(0, 0, 100, 100, RadialGradient(50, 50, 40, TWO)))
    assert bytes(found[0, 0]).hex() == "0000ffff"
    assert int(found[50, 50, 0]) > 245
    assert np.array_equal(found, found[::-1])


def test_gradients_move_with_their_group() -> None:
    still = Rect(0, 0, 50, 50, LinearGradient(0, 0, 50, 0, TWO))
    turned = drawn(Group((still,), Affine.rotation(90, 50, 50)))
    assert int(turned[2, 75, 0]) > 240
    assert int(turned[47, 75, 2]) > 240


def test_gradients_of_no_length_are_their_last_colour() -> None:
    for paint in (LinearGradient(5, 5, 5, 5, TWO), RadialGradient(5, 5, 0, TWO)):
        assert bytes(drawn(Rect(0, 0, 100, 100, paint))[3, 3]).hex() == "0000ffff"


def test_a_group_fades_as_one() -> None:
    items = (Rect(0, 0, 60, 100, Solid("#ff0000")), Rect(40, 0, 60, 100, Solid("#0000ff")))
    found = drawn(Group(items, opacity=0.5))
    assert bytes(found[50, 50]).hex() == "0000ff80"
    assert bytes(found[50, 10]).hex() == "ff000080"
    assert not drawn(Group(items, opacity=0))[..., 3].any()


def test_clips() -> None:
    fill = (Rect(0, 0, 100, 100, Solid("#0a7e8c")),)
    round_clip = drawn(Group(fill, clip=Path.ellipse(50, 50, 30)))[..., 3]
    assert round_clip.sum() / 255 == pytest.approx(np.pi * 900, rel=2e-3)
    upright = drawn(Group(fill, Affine.translation(5, 0), clip=Path.rect(10, 10, 20, 20)))[..., 3]
    assert upright.sum() == 400 * 255
    assert upright[10, 15] == 255
    bow = Path.polygon(((10, 10), (30, 30), (30, 10), (10, 30)))
    assert drawn(Group(fill, clip=bow))[..., 3].sum() / 255 == pytest.approx(200, rel=0.05)
    assert not drawn(Group(fill, clip=Path.rect(200, 200, 5, 5)))[..., 3].any()
    assert not drawn(Group(fill, clip=Path()))[..., 3].any()


def test_pictures_are_stretched_onto_their_box() -> None:
    found = drawn(Picture(photo(), 10, 20, 60, 45))
    assert Image.fromarray(found).getbbox() == (10, 20, 70, 65)
    assert found[22, 12, 2] > 240
    assert found[63, 68, 0] > 220


def test_pictures_with_corners_and_transparency() -> None:
    rounded = drawn(Picture(photo(), 0, 0, 100, 100, radius=50))
    assert rounded[2, 2, 3] == 0
    assert rounded[50, 50, 3] == 255
    hollow = drawn(Picture(photo(alpha=True), 0, 0, 100, 100))
    assert hollow[50, 50, 3] == 0


def test_pictures_turn_and_are_cut_off() -> None:
    turned = drawn(Group((Picture(photo(), 0, 0, 80, 60),), Affine.rotation(180, 50, 50)))
    assert Image.fromarray(turned).getbbox() == (20, 40, 100, 100)
    assert turned[98, 98, 2] > 240
    outside = drawn(Picture(photo(), -50, -50, 100, 100))
    assert Image.fromarray(outside).getbbox() == (0, 0, 50, 50)


def test_nothing_is_drawn_outside_and_nothing_raises() -> None:
    far = Affine.translation(5000, 5000)
    flat = Affine.scaling(1, 0)
    for by in (far, flat):
        items = (
            Rect(0, 0, 50, 50, Solid("#000000")),
            Shape(SQUARE, LinearGradient(0, 0, 50, 50, TWO)),
            Picture(photo(), 0, 0, 50, 50),
        )
        assert not drawn(Group(items, by))[..., 3].any()
    assert not drawn(
        Rect(0, 0, 0, 10, Solid("#000000")),
        Shape(Path(), Solid("#000000")),
        Line(SQUARE, Solid("#000000"), 0),
        Rect(10, 10, 10, 10, Solid("#000000", 0)),
    )[..., 3].any()


def test_a_colour_must_be_one() -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        drawn(Rect(0, 0, 1, 1, Solid("red")))


# ---- opaque drawings


@pytest.mark.parametrize("name", sorted(scenes()))
def test_an_opaque_drawing_is_what_it_would_be_on_a_layer(name: str) -> None:
    scene = scenes()[name]
    box = (0, 0, 480, 320)
    layer = Layer(box)
    layer.fill((250, 240, 220))
    raster._draw(layer, scene.items, Affine.scaling(2), box)
    found = opaque_pixels(scene, 2, "#faf0dc").astype(np.int64)
    assert np.abs(found - layer.pixels[..., :3]).max() <= 3


def test_all_ways_out_agree() -> None:
    scene = scenes()["layers"]
    fast = np.asarray(Image.open(io.BytesIO(png(scene, background="#ffffff"))))
    small = Image.open(io.BytesIO(png(scene, background="#ffffff", effort="smallest"))).convert(
        "RGB"
    )
    assert fast.shape == (160, 240, 3)
    assert np.array_equal(fast, np.asarray(small))
    assert np.array_equal(fast, np.asarray(render(scene, background="#ffffff")))
    assert np.array_equal(fast, pixels(scene)[..., :3])


@pytest.mark.parametrize(
    ("item", "covers"),
    [
        (Rect(0, 0, 100, 100, Solid("#123456")), True),
        (Rect(-5, -5, 120, 110, LinearGradient(0, 0, 9, 9, TWO)), True),
        (Shape(Path.rect(0, 0, 100, 100), Solid("#123456")), True),
        (Group((Rect(0, 0, 50, 50, Solid("#123456")),), Affine.scaling(2)), True),
        (Picture(photo(kind="JPEG"), 0, 0, 100, 100), True),
        (Rect(0, 0, 100, 99.5, Solid("#123456")), False),
        (Rect(0, 0, 100, 100, Solid("#123456", 0.99)), False),
        (Rect(0, 0, 100, 100, Solid("#123456"), radius=3), False),
        (Group((Rect(0, 0, 100, 100, Solid("#123456")),), opacity=0.9), False),
        (Group((Rect(0, 0, 100, 100, Solid("#123456")),), clip=Path.ellipse(50, 50, 60)), False),
        (Group((Rect(0, 0, 100, 100, Solid("#123456")),), Affine.rotation(9)), False),
        (Picture(photo(alpha=True), 0, 0, 100, 100), False),
        (Group(()), False),
    ],
)
def test_a_ground_that_covers_is_known(item: Item, covers: bool) -> None:
    file = Image.open(io.BytesIO(png(Scene(100, 100, (item,)))))
    assert raster._covers(item, Affine(), (0, 0, 100, 100)) is covers
    if covers:
        assert file.mode == "RGB"
    assert bool(pixels(Scene(100, 100, (item,)))[..., 3].min() == 255) is covers


def ground(color: str = "#0a7e8c") -> Group:
    return Group((Rect(0, 0, 100, 100, Solid(color)), Rect(10, 10, 30, 30, Solid("#ffffff"))))


def post(group: Group, color: str = "#c8102e") -> Scene:
    return Scene(100, 100, (group, Rect(50, 50, 20, 20, Solid(color))))


def test_a_shared_ground_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_grounds()
    drawn: list[Group] = []
    real = raster._draw_group

    def counting(target: object, group: Group, *more: object) -> None:
        drawn.append(group)
        real(target, group, *more)

    monkeypatch.setattr(raster, "_draw_group", counting)
    first = ground()
    expected = pixels(post(first, "#111111"))
    for number in range(5):
        found = pixels(post(first, f"#{number:06x}"))
        assert bytes(found[55, 55])[:3].hex() == f"{number:06x}"
        found[55, 55] = expected[55, 55]
        assert np.array_equal(found[:50], expected[:50])
    assert np.array_equal(pixels(post(ground(), "#111111")), expected)  # an equal one
    assert len(drawn) == 1
    pixels(post(ground("#0a7e8d")))
    assert len(drawn) == 2


def test_what_stands_before_the_first_words_is_a_ground() -> None:
    forget_grounds()
    shapes = (Rect(0, 0, 100, 100, Solid("#0a7e8c")), Shape(SQUARE, Solid("#ffffff")))
    picture = Picture(photo(kind="JPEG"), 30, 30, 20, 20)
    once = pixels(Scene(100, 100, (*shapes, picture)))
    assert [item.items for item in raster._grounds] == [shapes]
    assert np.array_equal(pixels(Scene(100, 100, (*shapes, picture))), once)
    assert len(raster._grounds) == 1
    pixels(Scene(100, 100, (shapes[0], picture)))  # one rectangle alone is not worth it
    assert len(raster._grounds) == 1


def test_a_ground_is_kept_for_one_size_and_what_is_kept_is_not_painted_on() -> None:
    forget_grounds()
    group = ground()
    once = pixels(post(group))
    assert pixels(post(group), 2).shape == (200, 200, 4)
    assert np.array_equal(pixels(post(group), 2), pixels(post(ground()), 2))
    assert np.array_equal(pixels(post(group)), once)
    assert np.array_equal(pixels(Scene(100, 100, (group,)))[50:70, 50:70, 0], np.full((20, 20), 10))


def test_what_is_kept_of_grounds_is_bounded() -> None:
    forget_grounds()
    for number in range(9):
        pixels(post(ground(f"#0000{number:02x}")))
    assert len(raster._grounds) == 4
    for number in range(4):
        pixels(post(ground(f"#0000{number:02x}")), 20)
    assert sum(item.rows.nbytes for item in raster._grounds) <= 40_000_000
    forget_grounds()
    assert raster._grounds == []


@pytest.mark.parametrize(
    "ends", [(3, 90, 97, 5), (0, 0, 100, 100), (90, 12, -40, 60), (10, 10, 20, 99)]
)
@pytest.mark.parametrize("channels", [3, 4])
def test_slanted_gradients_are_what_they_are_pixel_by_pixel(
    ends: tuple[float, float, float, float], channels: int
) -> None:
    paint = LinearGradient(*ends, TWO)
    box = (-7, 4, 120, 88)
    found = sample(paint, Affine(), box, channels).astype(np.int64)
    x = np.arange(box[0], box[2]) + 0.5
    y = np.arange(box[1], box[3])[:, None] + 0.5
    vx, vy = ends[2] - ends[0], ends[3] - ends[1]
    at = np.clip(((x - ends[0]) * vx + (y - ends[1]) * vy) / (vx * vx + vy * vy), 0, 1)
    assert found.shape == (*at.shape, channels)
    steepest = 255 / np.hypot(vx, vy)
    assert np.abs(found[..., 0] - 255 * (1 - at)).max() <= 0.7 + steepest / 16
    assert np.abs(found[..., 2] - 255 * at).max() <= 0.7 + steepest / 16


def test_a_gradient_of_one_colour_fades() -> None:
    fading = (Stop(0, "#c8102e", 1.0), Stop(1, "#c8102e", 0.0))
    found = drawn(Rect(0, 0, 100, 100, LinearGradient(0, 0, 0, 100, fading)), background="#ffffff")
    share = (np.arange(100) + 0.5) / 100
    expected = np.stack([200 + 55 * share, 16 + 239 * share, 46 + 209 * share], axis=-1)
    assert np.abs(found[:, 50, :3] - expected).max() <= 1
