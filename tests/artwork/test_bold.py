from __future__ import annotations

from itertools import pairwise

import pytest

from creativekit.artwork import bold
from creativekit.artwork.sheet import Sheet
from creativekit.color.contrast import LARGE_TEXT, ratio
from creativekit.fonts.faces import Face
from creativekit.fonts.shaping import ShapedLine, shape
from styled_brands import SEEDS, styled

SIZES = ((1600, 900), (1080, 1350))
MORE_SEEDS = (*SEEDS.values(), "#808080", "#ffffff", "#000000", "#e0002b", "#2f45ff")


@pytest.mark.parametrize("seed", MORE_SEEDS)
@pytest.mark.parametrize("variant", range(7))
def test_the_strip_is_told_from_all_that_it_crosses(seed: str, variant: int) -> None:
    colors = bold._colors(Sheet(styled("bold", seed), 1600, 900, variant))
    assert ratio(colors.strip, colors.letters) >= 1.8
    assert ratio(colors.strip, colors.ground) >= 1.8
    assert ratio(colors.letters, colors.ground) >= 1.8
    assert ratio(colors.above, colors.ground) >= 1.8
    assert ratio(colors.on_strip, colors.strip) >= LARGE_TEXT


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("variant", range(7))
def test_the_name_is_read_in_its_order(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], variant: int
) -> None:
    said: list[str] = []

    def listening(face: Face, text: str, *more: str) -> ShapedLine:
        said.append(text)
        return shape(face, text, *more)

    monkeypatch.setattr(bold, "shape", listening)
    sheet = Sheet(styled("bold", name="Не только кофе"), *size, variant)
    bold._letters(sheet, size[1] * 0.5, bold._colors(sheet))
    words = ["НЕ", "ТОЛЬКО", "КОФЕ"]
    assert said[0] == words[0]
    for one, following in pairwise(said):
        expected = words[(words.index(one) + 1) % 3]
        # The last word may be said again at the start of a row, when the edge cut it.
        assert following == expected or (one == following == words[-1])
