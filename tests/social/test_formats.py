"""Which kinds of file: what suits a picture, and what its placement takes."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from creativekit.canvas.scene import Rect, Scene, Solid
from creativekit.cli.social import FORMATS as SAID
from creativekit.project.post_sections import Format
from creativekit.social.formats import AUTO, FORMATS, chosen, encode
from creativekit.social.placements import catalogue

PLACES = catalogue().placements
PORTRAIT = PLACES["instagram-portrait"]


@pytest.mark.parametrize(
    ("wanted", "photographs", "found"),
    [
        (("auto",), False, ("png",)),
        (("auto",), True, ("jpeg",)),
        (("auto", "png"), False, ("png",)),
        (("auto", "jpeg"), False, ("png", "jpeg")),
        (("svg",), False, ("svg", "svg-live")),
        (("pptx", "auto"), True, ("pptx", "jpeg")),
    ],
)
def test_auto_is_what_suits(
    wanted: tuple[str, ...], photographs: bool, found: tuple[str, ...]
) -> None:
    both = replace(PORTRAIT, formats=("jpeg", "png"))
    assert chosen(wanted, both, photographs) == found


def test_a_placement_that_takes_one_kind_gets_that() -> None:
    assert chosen((AUTO,), replace(PORTRAIT, formats=("png",)), True) == ("png",)
    assert chosen((AUTO,), replace(PORTRAIT, formats=("jpeg",)), False) == ("jpeg",)
    assert chosen((AUTO,), replace(PORTRAIT, formats=()), True) == ("jpeg",)


def test_every_placement_gets_a_picture() -> None:
    for placement in PLACES.values():
        for photographs in (False, True):
            assert set(chosen((AUTO,), placement, photographs)) <= {"png", "jpeg"}


def test_the_command_and_the_config_know_the_same_kinds() -> None:
    from typing import get_args

    assert set(SAID) == set(get_args(Format)) == {AUTO, *FORMATS} - {"svg-live"}


@pytest.mark.parametrize(("name", "kind"), [("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WEBP")])
@pytest.mark.parametrize("small", [False, True])
def test_a_scene_is_encoded(name: str, kind: str, small: bool) -> None:
    drawn = Scene(40, 30, (Rect(0, 0, 20, 30, Solid("#0a7e8c")),))
    with Image.open(io.BytesIO(encode(drawn, name, small))) as made:
        assert made.format == kind
        assert made.size == (40, 30)
        shown = made.convert("RGB")
        # What nothing is drawn on is white, not see-through.
        assert shown.getpixel((35, 15)) == pytest.approx((255, 255, 255), abs=3)
        assert shown.getpixel((10, 15)) == pytest.approx((10, 126, 140), abs=6)
