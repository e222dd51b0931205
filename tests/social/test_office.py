"""A brand as an Office theme: every slot filled, its text readable on its ground."""

from __future__ import annotations

import pytest
from creativekit.social.office import theme_of

from creativekit.canvas.backends.pptx_theme import SLOTS
from creativekit.color.contrast import ratio
from styled_brands import STYLES, styled


@pytest.mark.parametrize("style", STYLES)
def test_a_theme_has_every_colour_and_its_text_reads(style: str) -> None:
    identity = styled(style)
    theme = theme_of(identity)
    assert set(theme.colors) == set(SLOTS)
    assert ratio(theme.colors["dk1"], theme.colors["lt1"]) >= 7
    assert ratio(theme.colors["dk2"], theme.colors["lt2"]) >= 4.5
    for link in ("hlink", "folHlink"):
        assert ratio(theme.colors[link], theme.colors["lt1"]) >= 4.5
    assert theme.colors["accent1"] == identity.palette.first["primary"]
    assert theme.name == identity.name.get(identity.main_language)
    assert theme.major
    assert theme.minor
