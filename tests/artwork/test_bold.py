from __future__ import annotations

import pytest

from creativekit.artwork import bold
from creativekit.artwork.sheet import Sheet
from creativekit.color.contrast import LARGE_TEXT, ratio
from styled_brands import LONG, SEEDS, styled

MORE_SEEDS = (*SEEDS.values(), "#808080", "#ffffff", "#000000", "#e0002b", "#2f45ff", "#5f3817")


@pytest.mark.parametrize("seed", MORE_SEEDS)
@pytest.mark.parametrize("variant", range(7))
def test_the_strip_is_told_from_all_that_it_crosses(seed: str, variant: int) -> None:
    colors = bold._colors(Sheet(styled("bold", seed), 1600, 900, variant))
    assert ratio(colors.strip, colors.letters) >= 1.8
    assert ratio(colors.strip, colors.ground) >= 1.8
    assert ratio(colors.letters, colors.ground) >= 1.8
    assert ratio(colors.above, colors.ground) >= 1.8
    assert ratio(colors.on_strip, colors.strip) >= LARGE_TEXT


@pytest.mark.parametrize("seed", SEEDS.values())
@pytest.mark.parametrize("variant", range(7))
def test_every_poster_wears_the_brand_colour(seed: str, variant: int) -> None:
    brand = styled("bold", seed)
    colors = bold._colors(Sheet(brand, 1600, 900, variant))
    base = brand.palette.seed
    assert base in (colors.ground, colors.letters, colors.above, colors.strip) or (
        ratio(base, colors.ground) < 1.8
    )


NAMES = ("Не только кофе", "Ұста", "Ұ", "Саз студиясы", "Өнер & Code", LONG)
CUTS = {(1600, 900): 450.0, (1080, 1350): 783.0}


def set_name(name: str, size: tuple[int, int], variant: int) -> tuple[Sheet, bold._Setting]:
    sheet = Sheet(styled("bold", name=name), *size, variant)
    return sheet, bold._setting(sheet, CUTS[size])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", CUTS)
@pytest.mark.parametrize("variant", range(7))
def test_the_name_is_read_in_its_order_and_to_its_end(
    name: str, size: tuple[int, int], variant: int
) -> None:
    _, setting = set_name(name, size, variant)
    said = [word.text for row in setting.rows for word in row]
    words = name.upper().split()
    assert said == words * (len(said) // len(words))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", CUTS)
@pytest.mark.parametrize("variant", range(7))
def test_only_a_word_alone_in_its_row_is_cut_and_most_of_it_is_seen(
    name: str, size: tuple[int, int], variant: int
) -> None:
    sheet, setting = set_name(name, size, variant)
    for row in setting.rows:
        x = setting.left
        for word in row:
            seen = sum(
                x + (glyph.x + glyph.advance) * setting.size <= sheet.width for glyph in word.glyphs
            )
            assert seen == len(word.glyphs) or (row == (word,) and seen >= 0.6 * len(word.glyphs))
            x += (word.width + bold._SPACE) * setting.size


def test_rows_break_between_words() -> None:
    _, setting = set_name("Не только кофе", (1080, 1350), 0)
    assert [[word.text for word in row] for row in setting.rows] == [["НЕ"], ["ТОЛЬКО"], ["КОФЕ"]]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", CUTS)
@pytest.mark.parametrize("variant", range(7))
def test_the_strip_leaves_the_letters_their_feet(
    name: str, size: tuple[int, int], variant: int
) -> None:
    sheet, setting = set_name(name, size, variant)
    slope, cap = bold._slope(sheet), bold.metrics(sheet.identity.type.heading).cap_height
    for row, baseline in zip(setting.rows, setting.baselines, strict=True):
        end = min(setting.left + bold._wide(row) * setting.size, sheet.width)
        for x in (setting.left, end):
            upper = CUTS[size] + slope * (x - sheet.width / 2) - sheet.short * bold._THICK / 2
            assert baseline - upper <= 0.09 * setting.size * cap


def test_of_a_word_without_end_the_beginning_is_set() -> None:
    _, setting = set_name("Ә" * 60, (1600, 900), 0)
    assert setting.cut
    assert setting.rows
