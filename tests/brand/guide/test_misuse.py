from __future__ import annotations

import numpy as np
import pytest

from creativekit.brand.guide.looks import look
from creativekit.brand.guide.misuse import HEIGHT, MISUSES, behind, misuse
from creativekit.canvas.backends.raster import pixels
from creativekit.canvas.scene import Rect
from creativekit.color.contrast import ratio
from creativekit.identity.colorway import paints
from styled_brands import styled


def drawn(kind: str) -> np.ndarray:
    brand = styled("steppe")
    lockup = brand.logo.lockup(brand.logo.primary)
    ground = look(brand).grounds["base"]
    scene = misuse(brand, lockup, kind, paints(brand.palette, "color"), ground)
    return pixels(scene, 0.25, "#ffffff").astype(int)


def test_there_are_at_least_six_and_each_is_seen_to_be_wrong() -> None:
    pictures = {kind: drawn(kind) for kind in MISUSES}
    assert len(pictures) >= 6
    for first in MISUSES:
        for second in MISUSES:
            if first < second:
                difference = np.abs(pictures[first] - pictures[second]).mean()
                assert difference > 1.5, (first, second, difference)


def test_the_lost_logo_is_lost() -> None:
    ramp = styled("steppe").palette.ramps["primary"]
    assert ratio(ramp[500], ramp[600]) < 2


@pytest.mark.parametrize("kind", MISUSES)
@pytest.mark.parametrize("style", ["noir", "bold", "editorial"])
def test_every_kind_of_logo_can_be_misused(kind: str, style: str) -> None:
    brand = styled(style)
    lockup = brand.logo.lockup(brand.logo.primary)
    scene = misuse(brand, lockup, kind, paints(brand.palette, "color"), look(brand).grounds["base"])
    assert (scene.width, scene.height) == (840, 430)
    assert len(scene.items) >= 2


@pytest.mark.parametrize("name", ["Ұ", "Ұста", "Қызылордадағы шығармашылық үйі"])
@pytest.mark.parametrize("style", ["editorial", "steppe", "bold"])
def test_no_line_of_text_is_cut_by_the_tile(style: str, name: str) -> None:
    brand = styled(style, name=name)
    lockup = brand.logo.lockup(brand.logo.primary)
    ground = look(brand).grounds["base"]
    scene = misuse(brand, lockup, "crowd", paints(brand.palette, "color"), ground)
    behind_all, *pressing = [item for item in scene.items if isinstance(item, Rect)]
    assert (behind_all.width, behind_all.height) == (scene.width, scene.height)
    lines = [item for item in pressing if item.radius]
    assert lines
    assert all(item.y > 0 and item.y + item.height < HEIGHT for item in lines)


def test_a_misuse_stands_on_what_it_says() -> None:
    brand = styled("steppe")
    ground = look(brand).grounds["base"]
    assert behind(brand, "turn", ground) == ground.panel
    # The brand's own step, 600 for this teal; the logo on it is the next deeper one.
    assert behind(brand, "contrast", ground) == brand.palette.ramps["primary"][600]
