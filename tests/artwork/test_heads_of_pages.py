"""Over a page the signature and the title keep off lines and pictures, in every style."""

from __future__ import annotations

import numpy as np
import pytest

from creativekit.artwork.band import Band, band
from creativekit.artwork.hands import arrange
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.backends.raster import pixels
from creativekit.canvas.path import Box
from creativekit.canvas.scene import Scene
from creativekit.cohort.needs_sheet import _PICTURE, _SAFE, BAND_PX
from creativekit.presence.page_frame import narrow_band, page_band
from styled_brands import STYLES, styled

MM = 10
TITLE = "Қажеттіліктер сауалнамасы"


def under_signature(made: Band) -> tuple[float, float]:
    """Px from the signature's lowest ink to the sheet's edge, and the signature's height."""
    scene = Scene(made.width, made.height, made.signature)
    shown = pixels(scene)[..., 3] > 128
    # The mark and the name, not the address at the far end.
    left = shown[:, : int(made.words.box.left + made.words.box.width * 0.6)]
    rows = np.nonzero(left.any(axis=1))[0]
    return made.height - 1 - float(rows[-1]), float(rows[-1] - rows[0] + 1)


@pytest.mark.parametrize("style", STYLES)
def test_half_a_marks_height_is_free_under_the_signature(style: str) -> None:
    brand = styled(style)
    for made in (
        page_band(brand, TITLE, "kk"),
        narrow_band(brand, TITLE, "kk"),
        band(Sheet(brand, *BAND_PX, _PICTURE, _SAFE), TITLE, "kk"),
    ):
        free, tall = under_signature(made)
        assert free >= tall / 2 - 1


def test_half_a_marks_height_is_free_over_the_seam_of_craft() -> None:
    sheet = Sheet(styled("craft"), *BAND_PX, _PICTURE, _SAFE)
    free, tall = under_signature(band(sheet, TITLE, "kk"))
    floor = arrange(sheet, "art").floor
    assert floor is not None
    assert free - (sheet.height - floor) >= tall / 2 - 1


@pytest.mark.parametrize("style", ["noir", "ornament", "editorial"])
def test_six_millimetres_are_free_beside_the_title_of_a_paper_form(style: str) -> None:
    made = band(Sheet(styled(style), *BAND_PX, _PICTURE, _SAFE), TITLE, "kk")
    box = made.words.box
    shown = pixels(Scene(made.width, made.height, made.picture))[..., :3].astype(int)
    ground = shown[int(box.center[1]), int(box.center[0])]
    reach = Box(box.left, box.top, box.right + 6 * MM, box.bottom - 30)
    part = shown[int(reach.top) : int(reach.bottom), int(reach.left) : int(reach.right)]
    assert np.abs(part - ground).max() < 40
