"""The map: names on nothing, nobody hidden, numbers where names find no place."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from creativekit.artwork.dress import dress
from creativekit.artwork.label_places import meet
from creativekit.artwork.parts import Wearer
from creativekit.artwork.plot import Plot, Plotted, Spot, draw
from creativekit.artwork.sheet import Room, Sheet
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Shape, Words
from styled_brands import STYLES, styled

BOX = Box(0, 0, 1000, 600)
ROOM = Room(BOX, "#111111", "#555555", "#cc3300", "left", "top", "#ffffff")
ENDS = ("Фабрикада жасалған", "Қолдан жасалған", "Оюы дайын", "Оюы өзіңіздікі")
NAMES = ("Айна", "Береке базары", "Гүлдер әлемі", "Дала", "Елім студиясы", "Жібек", "Заман")
FAR = ((-0.8, 0.7), (-0.4, 0.3), (0.2, 0.4), (0.6, -0.3), (0.3, -0.8), (-0.5, -0.5), (-0.9, -0.9))


def plotted(
    spots: tuple[Spot, ...], style: str = "steppe", size: float = 24, lines: int = 3
) -> Plotted:
    brand = styled(style)
    wearer = Wearer(Sheet(brand, 1000, 600), dress(brand), "kk")
    found = draw(Plot(*ENDS, spots), BOX, ROOM, wearer, size, lines)
    assert found is not None
    return found


def market(places: tuple[tuple[float, float], ...] = FAR) -> tuple[Spot, ...]:
    rivals = [Spot(name, *at) for name, at in zip(NAMES, places, strict=False)]
    return (Spot("Саз студиясы", 0.8, 0.8, "ours"), *rivals)


def names(found: Plotted) -> list[Words]:
    return [item for item in found.items if isinstance(item, Words) and item.role == "name"]


def discs(found: Plotted) -> list[Box]:
    return [item.path.bounds for item in found.items if isinstance(item, Shape)]


@pytest.mark.parametrize("style", STYLES)
def test_names_stand_on_no_point_no_axis_and_no_other_name(style: str) -> None:
    found = plotted(market(), style)
    assert found.legend == ()
    boxes = [each.box for each in names(found)]
    assert len(boxes) == 8
    ink = [
        Box(
            each.box.left,
            min(run.y for run in each.runs) - 16,
            each.box.right,
            max(run.y for run in each.runs),
        )
        for each in names(found)
    ]
    assert not any(meet(one, other) for one, other in combinations(ink, 2))
    x, y = found.field.center
    for box in ink:
        assert not any(meet(box, disc) for disc in discs(found))
        assert not box.left < x < box.right
        assert not box.top < y < box.bottom


def test_ours_has_the_accent_and_the_nearest_a_ring() -> None:
    rivals = (Spot("Айна", 0.5, 0.5, "nearest"), Spot("Дала", -0.5, -0.5))
    found = plotted((*market()[:1], *rivals))
    fills = [item.fill.color for item in found.items if isinstance(item, Shape)]  # type: ignore[union-attr]
    assert fills.count(ROOM.accent) == 1
    assert fills.count(ROOM.ink) == 2


@pytest.mark.parametrize("name", NAMES[:2])
def test_seven_on_one_spot_are_all_seen_with_numbers_and_a_legend(name: str) -> None:
    spots = tuple(Spot(f"{name} {number}", 0.3, 0.3) for number in range(7))
    found = plotted((Spot("Саз", 0.3, 0.3, "ours"), *spots))
    assert [number for number, _ in found.legend] == list(range(1, 9))
    assert found.legend[0][1].kind == "ours"
    centers = [box.center for box in discs(found)]
    radius = discs(found)[0].width / 2
    assert len(centers) == 8
    for one, other in combinations(centers, 2):
        assert math.dist(one, other) >= 2 * radius - 0.01


@pytest.mark.parametrize("at", [(1, 1), (-1, 1), (1, -1), (-1, -1), (0, 0)])
def test_points_at_the_ends_of_the_axes_stay_inside(at: tuple[float, float]) -> None:
    spots = tuple(Spot(f"Айна {number}", *at) for number in range(7))
    found = plotted(spots)
    for box in discs(found):
        assert found.field.left <= box.left < box.right <= found.field.right
        assert found.field.top <= box.top < box.bottom <= found.field.bottom


def test_names_of_a_line_and_more_become_numbers() -> None:
    long = "Қызылордадағы шығармашылық кәсіпкерлерге арналған брендинг шеберханасы"
    found = plotted(tuple(Spot(f"{long} {at}", *at) for at in FAR))
    assert len(found.legend) == 7


def test_ends_that_leave_no_room_are_told() -> None:
    brand = styled("steppe")
    wearer = Wearer(Sheet(brand, 1000, 600), dress(brand), "kk")
    spots = (Spot("Айна", 0, 0),)
    assert draw(Plot(*ENDS, spots), Box(0, 0, 300, 200), ROOM, wearer, 24, 2) is None


def test_a_map_without_named_axes_is_a_map() -> None:
    brand = styled("noir")
    wearer = Wearer(Sheet(brand, 1000, 600), dress(brand), "kk")
    found = draw(Plot("", "", "", "", market()), BOX, ROOM, wearer, 24, 2)
    assert found is not None
    assert found.field == BOX
