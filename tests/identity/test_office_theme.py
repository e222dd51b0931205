from __future__ import annotations

import pytest

from creativekit.color.contrast import TEXT, ratio
from creativekit.identity.office_theme import theme_of
from styled_brands import SEEDS, STYLES, styled


@pytest.mark.parametrize("style", STYLES)
def test_text_and_links_read_on_the_ground(style: str) -> None:
    for color in SEEDS.values():
        colors = theme_of(styled(style, color)).colors
        assert ratio(colors["dk1"], colors["lt1"]) >= TEXT
        for link in ("hlink", "folHlink"):
            assert ratio(colors[link], colors["lt1"]) >= TEXT
