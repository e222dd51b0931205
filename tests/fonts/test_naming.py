from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from creativekit.fonts import sfnt
from creativekit.fonts.faces import face
from creativekit.fonts.naming import name_as, weight_name


def named(family: str, weight: int, italic: bool = False, instead: str | None = None) -> Any:
    chosen = face(family, weight, italic)
    parts = sfnt.tables(Path(chosen.file).read_bytes())
    return TTFont(io.BytesIO(sfnt.build(name_as(parts, chosen, instead))), checkChecksums=2)


def names(font: Any) -> dict[int, str]:
    return {each.nameID: str(each) for each in font["name"].names}


@pytest.mark.parametrize(
    ("weight", "italic", "legacy", "typographic", "postscript"),
    [
        (400, False, ("Lora", "Regular"), None, "Lora-Regular"),
        (700, False, ("Lora", "Bold"), None, "Lora-Bold"),
        (400, True, ("Lora", "Italic"), None, "Lora-Italic"),
        (700, True, ("Lora", "Bold Italic"), None, "Lora-BoldItalic"),
        (600, False, ("Lora SemiBold", "Regular"), ("Lora", "SemiBold"), "Lora-SemiBold"),
        (
            500,
            True,
            ("Lora Medium", "Italic"),
            ("Lora", "Medium Italic"),
            "Lora-MediumItalic",
        ),
        (450, False, ("Lora W450", "Regular"), ("Lora", "W450"), "Lora-W450"),
    ],
)
def test_a_weight_is_named_for_old_programs_and_new(
    weight: int,
    italic: bool,
    legacy: tuple[str, str],
    typographic: tuple[str, str] | None,
    postscript: str,
) -> None:
    font = named("Lora", weight, italic)
    found = names(font)
    assert (found[1], found[2]) == legacy
    assert ((found[16], found[17]) if 16 in found else None) == typographic
    assert found[6] == postscript
    style = font["OS/2"].fsSelection
    assert font["OS/2"].usWeightClass == weight
    assert bool(style & 1) == italic
    assert bool(style & 32) == (weight == 700)
    assert bool(style & 64) == (weight != 700 and not italic)
    assert font["head"].macStyle == (weight == 700) + 2 * italic


def test_the_makers_stay_named() -> None:
    found = names(named("Lora", 600))
    assert "Lora Project Authors" in found[0]
    assert "Open Font License" in found[13]


def test_another_family_name_leaves_no_trace_of_a_reserved_one() -> None:
    found = names(named("Lora", 600, instead="Part 1"))
    assert all("Lora" not in text for key, text in found.items() if key in (1, 2, 3, 4, 6, 16, 17))


def test_a_name_in_kazakh_has_a_plain_postscript_name() -> None:
    chosen = replace(face("Lora", 600), family="Дала қарпі")
    parts = name_as(sfnt.tables(Path(chosen.file).read_bytes()), chosen)
    found = names(TTFont(io.BytesIO(sfnt.build(parts))))
    assert found[16] == "Дала қарпі"
    assert found[6] == "Face-SemiBold"


def test_weights_have_their_usual_names() -> None:
    assert weight_name(800) == "ExtraBold"
    assert weight_name(1000) == "ExtraBlack"
    assert weight_name(437) == "W437"


def test_a_damaged_name_table_is_replaced() -> None:
    chosen = face("Lora", 600)
    parts = sfnt.tables(Path(chosen.file).read_bytes())
    for broken in (b"", b"\0\0\xff\xff\0\x06", parts["name"][:40]):
        parts["name"] = broken
        font = TTFont(io.BytesIO(sfnt.build(name_as(parts, chosen))))
        assert names(font)[16] == "Lora"
