"""What every style's hand owes a post, whatever the surface, the form and the colour."""

from __future__ import annotations

import pickle
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creativekit.artwork.arrangement import Arrangement, Frame
from creativekit.artwork.hands import HANDS, arrange
from creativekit.artwork.sheet import Room, Sheet
from creativekit.canvas.backends.raster import pixels
from creativekit.canvas.backends.svg import svg
from creativekit.canvas.path import Affine, Box, Path
from creativekit.canvas.scene import Scene
from creativekit.color.contrast import TEXT, ratio
from creativekit.color.tone import luminance
from styled_brands import SEEDS, styled

FORMS: dict[str, tuple[float, float, Box | None]] = {
    "tall": (1080, 1920, Box(0, 270, 1080, 1540)),
    "portrait": (1080, 1350, None),
    "square": (1080, 1080, None),
    "wide": (1600, 900, None),
    "link": (1200, 630, None),
    "banner": (1584, 396, Box(317, 0, 1267, 396)),
}
SURFACES = ("art", "quiet", "block", "pattern", "photo", "overlay")
COUNTS = (2, 3, 4, 5, 6)
ALL = tuple((surface, 0) for surface in SURFACES) + tuple(("gallery", n) for n in COUNTS)
STYLES = tuple(HANDS)
SCALE = 0.12


def arranged(
    style: str, form: str, surface: str, pictures: int = 0, variant: int = 0, seed: str = "teal"
) -> tuple[Sheet, Arrangement]:
    width, height, safe = FORMS[form]
    sheet = Sheet(styled(style, SEEDS[seed]), width, height, variant, safe)
    return sheet, arrange(sheet, surface, pictures)


def covers(outer: Box, inner: Box, slack: float = 0.5) -> bool:
    return (
        outer.left - slack <= inner.left
        and outer.top - slack <= inner.top
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def overlap(one: Box, other: Box) -> float:
    """Area that two boxes share, px²."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, across) * max(0.0, down)


def shown(frame: Frame) -> Box:
    """Around a frame's picture as it lies on the sheet, turned."""
    box = frame.box
    path = Path.rect(box.left, box.top, box.width, box.height)
    turned = path.transform(Affine.rotation(frame.turn, *box.center))
    points = [command[-2:] for command in turned.commands if len(command) > 1]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def lost_share(ground: np.ndarray, box: Box, ink: str) -> float:
    """The part of a box in which an ink would not read."""
    inside = ground[
        int(box.top * SCALE) : int(np.ceil(box.bottom * SCALE)),
        int(box.left * SCALE) : int(np.ceil(box.right * SCALE)),
    ]
    own = luminance(ink)
    ratios = (np.maximum(inside, own) + 0.05) / (np.minimum(inside, own) + 0.05)
    return float((ratios < TEXT).mean())


def luminances(sheet: Sheet, made: Arrangement) -> np.ndarray:
    """Relative luminance of what a hand drew, without the pictures."""
    scene = Scene(sheet.width, sheet.height, (*made.under, *made.over))
    channels = pixels(scene, SCALE, "#ffffff")[..., :3] / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    light: np.ndarray = linear @ np.array([0.2126, 0.7152, 0.0722])
    return light


def hidden(sheet: Sheet, made: Arrangement) -> bool:
    """Whether what lies over the pictures leaves nothing open under the signature."""
    opacity = pixels(Scene(sheet.width, sheet.height, made.over), SCALE)[..., 3]
    box = made.foot.box
    inside = opacity[
        int(box.top * SCALE) + 1 : int(box.bottom * SCALE),
        int(box.left * SCALE) + 1 : int(box.right * SCALE),
    ]
    return bool((inside >= 250).all())


def rooms(made: Arrangement) -> tuple[Room, Room]:
    return made.words, made.foot


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", STYLES)
def test_rooms_and_frames_have_their_places(style: str, form: str) -> None:
    """Rooms are inside, apart and of useful size; frames on the sheet and not over words."""
    for surface, pictures in ALL:
        for variant in range(7):
            sheet, made = arranged(style, form, surface, pictures, variant)
            where = (surface, pictures, variant)
            inner = sheet.inner
            for room in rooms(made):
                assert covers(inner, room.box), where
                assert room.box.height > 0, where
            assert overlap(made.words.box, made.foot.box) == 0, where
            assert made.words.box.bottom <= made.foot.box.top, where
            share = made.words.box.width * made.words.box.height / (inner.width * inner.height)
            assert share >= (0.22 if surface == "quiet" else 0.14), (*where, share)
            # A logo has to be read there.
            assert made.foot.box.height >= 0.04 * sheet.unit, where
            assert made.foot.box.width >= 0.24 * sheet.unit, where
            check_frames(sheet, made, surface, pictures)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("style", STYLES)
def test_inks_read_on_what_lies_in_their_rooms(style: str, seed: str) -> None:
    turn = list(SEEDS).index(seed)
    # In each colour half of them, by turns: each surface of each form meets three colours.
    for index, form in enumerate(("tall", "portrait", "wide", "banner")):
        for place, (surface, pictures) in enumerate((*ALL[:5], ("gallery", 3))):
            if (turn + index + place) % 2:
                continue
            sheet, made = arranged(style, form, surface, pictures, (turn + index) % 7, seed)
            ground = luminances(sheet, made)
            for room in rooms(made):
                for ink in (room.ink, room.muted):
                    lost = lost_share(ground, room.box, ink)
                    assert lost <= 0.01, (form, surface, sheet.variant, room, lost)
                assert room.ground
                assert ratio(room.ink, room.ground) >= TEXT


def check_frames(sheet: Sheet, made: Arrangement, surface: str, pictures: int) -> None:
    where = (surface, pictures, sheet.variant)
    whole = Box(0, 0, sheet.width, sheet.height)
    wanted = pictures or (1 if surface in ("photo", "overlay") else 0)
    assert len(made.frames) == wanted, where
    assert made.on_picture == (surface == "overlay"), where
    for frame in made.frames:
        box = shown(frame)
        assert covers(whole, box), (*where, box)
        if not made.on_picture:
            assert overlap(box, made.words.box) == 0, where
            # The signature may stand on what lies over a picture, as on steppe's land.
            assert overlap(box, made.foot.box) == 0 or hidden(sheet, made), where
        if frame.label is not None:
            # On the picture or below it, never wider than it.
            caption = frame.label.box
            assert covers(whole, caption), where
            assert frame.box.left - 0.5 <= caption.left < caption.right, where
            assert caption.right <= frame.box.right + 0.5, where
            if not made.on_picture:
                assert all(overlap(caption, room.box) == 0 for room in rooms(made)), where
    for one, other in pairwise(made.frames):
        smaller = min(one.box.width * one.box.height, other.box.width * other.box.height)
        assert overlap(one.box, other.box) < 0.2 * smaller, where


@pytest.mark.parametrize("style", STYLES)
def test_the_pictures_of_a_gallery_are_worth_looking_at(style: str) -> None:
    for form in FORMS:
        for count in COUNTS:
            sheet, made = arranged(style, form, "gallery", count)
            area = sum(frame.box.width * frame.box.height for frame in made.frames)
            assert area >= 0.10 * sheet.area.width * sheet.area.height, (form, count)
            for frame in made.frames:
                assert 0.3 <= frame.box.width / frame.box.height <= 3.6, (form, count, frame.box)


@pytest.mark.parametrize("style", STYLES)
def test_the_signature_keeps_its_corner(style: str) -> None:
    """Looks, rule 8: on an upright sheet it is at one height and one side on every surface."""
    for form in ("tall", "portrait", "square"):
        arrangements = [arranged(style, form, *each) for each in ALL]
        sheet = arrangements[0][0]
        feet = [made.foot for _, made in arrangements]
        assert len({foot.align for foot in feet}) == 1, form
        assert len({round(foot.box.height) for foot in feet}) == 1, form
        # On a plate it is as far from the plate's edge as elsewhere from the sheet's.
        bottoms = [foot.box.bottom for foot in feet]
        assert max(bottoms) - min(bottoms) <= sheet.margin, (form, bottoms)


@pytest.mark.parametrize("style", STYLES)
def test_the_same_sheet_gives_the_same_object_and_the_same_drawing(style: str) -> None:
    for surface, pictures in (("art", 0), ("pattern", 0), ("gallery", 4)):
        sheet, made = arranged(style, "portrait", surface, pictures, 3)
        again = Sheet(sheet.identity, sheet.width, sheet.height, 3, sheet.safe)
        assert arrange(again, surface, pictures) is made
        fresh = pickle.loads(pickle.dumps(made))
        drawn = Scene(sheet.width, sheet.height, (*made.under, *made.over))
        assert svg(drawn) == svg(Scene(sheet.width, sheet.height, (*fresh.under, *fresh.over)))


@pytest.mark.parametrize("style", STYLES)
def test_variants_are_relatives_and_not_copies(style: str) -> None:
    drawn = set()
    for variant in range(7):
        sheet, made = arranged(style, "portrait", "art", 0, variant)
        drawn.add(svg(Scene(sheet.width, sheet.height, made.under)))
    assert len(drawn) >= 5


def test_styles_are_far_from_each_other() -> None:
    """In one colour, without words: the ground alone tells the styles apart."""
    drawn = {style: luminances(*arranged(style, "portrait", "art")) for style in STYLES}
    for first, second in combinations(STYLES, 2):
        difference = float(np.abs(drawn[first] - drawn[second]).mean())
        assert difference > 0.04, (first, second, difference)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    style=st.sampled_from(STYLES),
    surface=st.sampled_from(ALL),
    width=st.integers(600, 2400),
    height=st.integers(400, 2400),
    variant=st.integers(0, 12),
)
def test_any_size_is_arranged(
    style: str, surface: tuple[str, int], width: int, height: int, variant: int
) -> None:
    sheet = Sheet(styled(style), width, height, variant)
    made = arrange(sheet, *surface)
    for room in rooms(made):
        assert covers(sheet.inner, room.box)
        assert room.box.width > 0.15 * sheet.inner.width
        assert room.box.height > 0
    assert overlap(made.words.box, made.foot.box) == 0
