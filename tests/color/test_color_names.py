from pathlib import Path

import pytest
from color_seeds import STYLES, seeds
from hypothesis import given, settings

from creativekit.color import names
from creativekit.color.difference import difference
from creativekit.color.palette import palette
from creativekit.errors import InputError

TABLE = names.table()
FIVE = ("primary", "surface", "accent", "ink", "secondary")


def test_the_table_is_large_and_every_name_in_it_is_its_own() -> None:
    assert len(TABLE) >= 60
    for language in ("kk", "ru", "en"):
        assert len({entry.name.get(language) for entry in TABLE}) == len(TABLE)
    assert len({entry.hex for entry in TABLE}) == len(TABLE)


def test_names_of_the_table_are_given_to_their_own_colors() -> None:
    given_names = names.names([entry.hex for entry in TABLE], TABLE)
    assert given_names == tuple(entry.name for entry in TABLE)


def test_a_brand_of_the_aral() -> None:
    made = palette("#0a7e8c", STYLES["steppe"]).light
    found = names.names([made[role] for role in FIVE[:4]], TABLE)
    assert [name.get("kk") for name in found] == ["Арал көгі", "Құм", "Күн", "Түн"]


@settings(max_examples=150, deadline=None)
@given(seeds)
def test_the_colors_of_one_palette_have_different_and_honest_names(seed: str) -> None:
    made = palette(seed, STYLES["craft"]).light
    colors = list(dict.fromkeys(made[role] for role in FIVE))
    found = names.names(colors, TABLE)
    assert len(set(found)) == len(colors)
    by_name = {entry.name: entry.hex for entry in TABLE}
    for color, name in zip(colors, found, strict=True):
        assert difference(color, by_name[name]) < 18


def test_equal_colors_share_a_name_and_a_small_table_is_shared_out() -> None:
    two = TABLE[:2]
    found = names.names(["#ffffff", "#ffffff", "#000000", "#ff0000"], two)
    assert found[0] == found[1]
    assert set(found) <= {entry.name for entry in two}


def test_the_projects_own_table_wins(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "brand" / "color-names.toml"
    own.parent.mkdir(parents=True)
    own.write_text(
        '[[color]]\nhex = "#0A7E8C"\nkk = "Біздің көк"\nru = "Наш синий"\nen = "Our Blue"\n',
        encoding="utf-8",
    )
    (only,) = names.table(tmp_path)
    assert (only.hex, only.name.get("kk")) == ("#0a7e8c", "Біздің көк")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "color = 3",
        "[[color",
        '[[color]]\nhex = "teal"\nkk = "а"\nru = "б"\nen = "c"\n',
        '[[color]]\nhex = "#0a7e8c"\nkk = "а"\nru = ""\nen = "c"\n',
        "color = [1]",
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, text: str) -> None:
    own = tmp_path / "templates" / "brand" / "color-names.toml"
    own.parent.mkdir(parents=True)
    own.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        names.table(tmp_path)
    assert caught.value.problems[0].file == "templates/brand/color-names.toml"
