"""Posts held by golden pictures: of each style one with a photograph, a list, a large figure."""

from __future__ import annotations

import pytest

from contact_posts import sample
from creativekit.artwork.sheet import Sheet
from creativekit.canvas.backends.raster import png
from creativekit.canvas.path import Affine, Path
from creativekit.canvas.scene import Group, Item, Scene
from creativekit.social.drawing import draw
from creativekit.social.template_store import template
from creativekit.social.treatment import treatment
from golden_pictures import check
from styled_brands import STYLES, styled

SHOWN = (("announcement", "kk"), ("price-list", "ru"), ("sale", "kk"))
SCALE = 0.2


@pytest.mark.parametrize("style", STYLES)
def test_posts_of_a_style(style: str) -> None:
    brand = styled(style)
    items: list[Item] = []
    for index, (name, language) in enumerate(SHOWN):
        own = template(name, None)
        sheet = Sheet(brand, 1080, 1350, index)
        drawn = draw(own, sample(own, language), sheet, language, treatment(None, brand))
        assert drawn.problems == ()
        place = Affine(SCALE, 0, 0, SCALE, index * 1080 * SCALE, 0)
        items.append(Group(drawn.scene.items, place, Path.rect(0, 0, 1080, 1350)))
    whole = Scene(3 * 1080 * SCALE, 1350 * SCALE, tuple(items))
    check(f"social/{style}", png(whole, background="#ffffff", effort="small"))
