from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from creativekit.artwork.compositions import COMPOSITIONS, compose
from creativekit.artwork.sheet import Room
from creativekit.canvas.backends.raster import pixels
from creativekit.canvas.backends.svg import svg
from creativekit.color.contrast import TEXT
from creativekit.color.tone import luminance
from creativekit.identity.styles import COVERS
from styled_brands import LONG, SEEDS, STYLES, styled

WIDE, TALL, CARD = (1600, 900), (1080, 1350), (900, 500)
SCALE = 0.12


def luminances(style: str, color: str, size: tuple[int, int], variant: int) -> np.ndarray:
    scene = compose(styled(style, color), *size, variant).scene
    channels = pixels(scene, SCALE, "#ffffff")[..., :3] / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def lost_share(ground: np.ndarray, room: Room, ink: str) -> float:
    """The part of a room in which an ink would not read."""
    box = room.box
    inside = ground[
        int(box.top * SCALE) : int(box.bottom * SCALE) + 1,
        int(box.left * SCALE) : int(box.right * SCALE) + 1,
    ]
    own = luminance(ink)
    ratios = (np.maximum(inside, own) + 0.05) / (np.minimum(inside, own) + 0.05)
    return float((ratios < TEXT).mean())


def test_every_cover_a_style_may_name_is_drawn() -> None:
    assert set(COMPOSITIONS) == set(COVERS)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_words_read_wherever_a_picture_keeps_room_for_them(style: str, seed: str) -> None:
    turn = list(SEEDS).index(seed) + STYLES.index(style)
    # In each colour half of them, by turns: each meets three colours in every style.
    for size, variants in ((WIDE, (0, 1, 2, 3, 6)), (TALL, (0, 2, 5)), (CARD, (0,))):
        for place, variant in enumerate(variants):
            if (turn + place) % 2:
                continue
            ground = luminances(style, SEEDS[seed], size, variant)
            picture = compose(styled(style, SEEDS[seed]), *size, variant)
            for room in (picture.title, picture.foot):
                for ink in (room.ink, room.muted):
                    # A hundredth: soft edges of what stands beside the room.
                    assert lost_share(ground, room, ink) <= 0.01, (size, variant, room)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("size", [WIDE, TALL, CARD, (1080, 1080)])
def test_rooms_are_on_the_sheet_and_apart(style: str, size: tuple[int, int]) -> None:
    for variant in range(7):
        picture = compose(styled(style), *size, variant)
        title, foot = picture.title.box, picture.foot.box
        for box in (title, foot):
            assert 0 < box.left < box.right < size[0]
            assert 0 < box.top < box.bottom <= size[1]
        assert title.height > 0.1 * size[1]
        assert title.width > 0.3 * size[0]


@pytest.mark.parametrize("style", STYLES)
def test_a_picture_is_the_same_every_time(style: str) -> None:
    brand = styled(style)
    assert svg(compose(brand, *WIDE, 3).scene) == svg(compose(brand, *WIDE, 3).scene)


@pytest.mark.parametrize("style", STYLES)
def test_pictures_of_one_brand_are_relatives_not_copies(style: str) -> None:
    brand = styled(style)
    drawn = {svg(compose(brand, *WIDE, variant).scene) for variant in range(7)}
    assert len(drawn) == 7


def test_styles_are_far_from_each_other() -> None:
    """In one colour, without words: the composition alone tells the styles apart."""
    drawn = {style: luminances(style, "#0a7e8c", WIDE, 0) for style in STYLES}
    for first, second in combinations(STYLES, 2):
        difference = np.abs(drawn[first] - drawn[second]).mean()
        assert difference > 0.06, (first, second, difference)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", [LONG, "Ұ", "Ә" * 60, "A & B <i>"])
def test_any_name_can_be_drawn(style: str, name: str) -> None:
    for size in (WIDE, TALL):
        assert compose(styled(style, name=name), *size).scene.items
