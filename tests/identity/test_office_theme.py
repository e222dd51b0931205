from __future__ import annotations

import pytest

from creativekit.canvas.backends.pptx_theme import SLOTS
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


@pytest.mark.parametrize("style", STYLES)
def test_a_theme_has_every_colour_and_the_brands_faces(style: str) -> None:
    identity = styled(style)
    theme = theme_of(identity)
    assert set(theme.colors) == set(SLOTS)
    assert ratio(theme.colors["dk2"], theme.colors["lt2"]) >= TEXT
    assert theme.colors["accent1"] == identity.palette.first["primary"]
    assert theme.name == identity.name.get(identity.main_language)
    assert theme.major
    assert theme.minor
