from __future__ import annotations

import math
from itertools import pairwise

import pytest

from creativekit.artwork import playful
from creativekit.artwork.playful import _height, _reach, _under
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.scene import Item
from creativekit.color.contrast import ratio
from styled_brands import SEEDS, styled

CREST = [(0.0, 100.0), (100.0, 60.0), (200.0, 100.0)]
LAND = [(CREST, "#222222")]


def test_the_crest_is_as_high_as_it_is_drawn() -> None:
    assert _height(CREST, 50) == pytest.approx(80)
    assert _height(CREST, 100) == pytest.approx(60)
    assert _height(CREST, -1) == math.inf
    assert _height(CREST, 201) == math.inf


def test_a_piece_lies_on_one_colour_or_nowhere() -> None:
    assert _under(100, 20, 10, "#ffffff", LAND) == "#ffffff"
    assert _under(100, 120, 10, "#ffffff", LAND) == "#222222"
    assert _under(100, 62, 10, "#ffffff", LAND) is None


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("size", [(1600, 900), (1080, 1350)])
def test_confetti_is_whole_and_seen(
    monkeypatch: pytest.MonkeyPatch, seed: str, size: tuple[int, int]
) -> None:
    unders: list[str | None] = []
    pieces: list[tuple[float, float, float, str, str]] = []
    real_under, real_piece = playful._under, playful._piece

    def under(*args: object) -> str | None:
        unders.append(real_under(*args))  # type: ignore[arg-type]
        return unders[-1]

    def piece(
        sheet: Sheet, x: float, y: float, unit: float, kind: float, turn: float, color: str
    ) -> Item:
        on = unders[-1]
        assert on is not None
        pieces.append((x, y, unit * _reach(kind), color, on))
        return real_piece(sheet, x, y, unit, kind, turn, color)

    monkeypatch.setattr(playful, "_under", under)
    monkeypatch.setattr(playful, "_piece", piece)
    for variant in range(3):
        pieces.clear()
        playful.compose(Sheet(styled("playful", SEEDS[seed]), *size, variant))
        assert len(pieces) >= 4
        for x, y, reach, color, on in pieces:
            assert reach < x < size[0] - reach
            assert reach < y < size[1] - reach
            assert ratio(color, on) >= 1.7
        for index, (x, y, reach, _, _) in enumerate(pieces):
            for a, b, other, _, _ in pieces[:index]:
                assert math.hypot(x - a, y - b) > reach + other


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("variant", range(3))
def test_a_round_friend_has_an_edge_on_all_it_touches(
    monkeypatch: pytest.MonkeyPatch, seed: str, variant: int
) -> None:
    around: list[tuple[str, ...]] = []
    faces: list[str] = []
    real = playful._face

    def face(sheet: Sheet, wanted: str, grounds: tuple[str, ...]) -> str:
        around.append(grounds)
        faces.append(real(sheet, wanted, grounds))
        return faces[-1]

    monkeypatch.setattr(playful, "_face", face)
    playful.compose(Sheet(styled("playful", SEEDS[seed]), 1600, 900, variant))
    assert min(ratio(faces[0], ground) for ground in around[0]) >= 1.3


@pytest.mark.parametrize("size", [(1600, 900), (900, 500), (1080, 1350), (1080, 1080)])
def test_friends_stand_apart(size: tuple[int, int]) -> None:
    family = playful._friends(Sheet(styled("playful"), *size, 2))
    assert len(family) == 3
    for (x, y, r), (a, b, other) in pairwise(family):
        assert math.hypot(x - a, y - b) > r + other


@pytest.mark.parametrize("variant", range(7))
def test_land_has_no_corners(variant: int) -> None:
    sheet = Sheet(styled("playful"), 1600, 900, variant)
    for path in (
        playful._wave(sheet, 700, sheet.chance("blobs")),
        playful._hill(sheet, 600, 500, sheet.chance("blobs")),
    ):
        curves = [command for command in path.commands if command[0] == "C"]
        for before, after in pairwise(curves):
            _, _, _, px, py, x, y = before
            _, nx, ny, *_ = after
            turn = math.atan2(ny - y, nx - x) - math.atan2(y - py, x - px)
            assert abs(turn) < 0.02
