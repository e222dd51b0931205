from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import typst
from PIL import ImageFont

from creativekit.errors import OutputError
from creativekit.fonts.coverage import required
from creativekit.fonts.faces import face, face_from_file, families
from creativekit.fonts.harfbuzz import font
from creativekit.fonts.instances import static_instance
from creativekit.fonts.outlines import outline
from creativekit.fonts.shaping import width

MakeFont = Callable[..., Path]


@pytest.mark.parametrize("family", families())
@pytest.mark.parametrize("weight", [400, 650])
def test_an_instance_draws_what_the_face_draws(
    family: str, weight: int, cache_folder: Path
) -> None:
    chosen = face(family, weight)
    made = face_from_file(static_instance(chosen))
    assert (made.family, made.weight, made.axes) == (family, weight, ())
    assert not font(made).face.has_var_data
    unit = 1 / font(chosen).face.upem
    for char in required(("kk", "ru", "en")):
        glyph = font(chosen).get_nominal_glyph(ord(char))
        assert font(made).get_nominal_glyph(ord(char)) == glyph
        ours, theirs = outline(chosen, glyph), outline(made, glyph)
        assert [command[0] for command in ours] == [command[0] for command in theirs]
        for one, other in zip(ours, theirs, strict=True):
            # A static font has whole units; a part of an accented letter may be half off twice.
            assert one[1:] == pytest.approx(other[1:], abs=1.01 * unit)
    text = "Қызылорда AVATO шеберхана"
    assert width(made, text) == pytest.approx(width(chosen, text), abs=2 * unit)


def test_it_is_made_once_and_kept_in_the_cache(cache_folder: Path) -> None:
    path = static_instance(face("Oswald", 600))
    assert Path(path).parent == cache_folder
    before = os.stat(path)
    assert static_instance(face("Oswald", 600)) == path
    assert os.stat(path).st_mtime_ns == before.st_mtime_ns
    assert os.listdir(cache_folder) == [Path(path).name]


def test_the_same_bytes_whoever_makes_it(cache_folder: Path) -> None:
    first = Path(static_instance(face("Oswald", 600)))
    data = first.read_bytes()
    first.unlink()
    assert Path(static_instance(face("Oswald", 600))).read_bytes() == data


def test_programs_find_it_as_that_weight(cache_folder: Path) -> None:
    expected = {("Lora", weight) for weight in (400, 600, 700)}
    for family, weight in expected:
        static_instance(face(family, weight))
    italic = static_instance(face("Lora", 600, italic=True))
    found = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(cache_folder)]
    ).fonts()
    assert {(each.family, each.weight) for each in found if each.style == "normal"} == expected
    assert [(each.family, each.weight) for each in found if each.style == "italic"] == [
        ("Lora", 600)
    ]
    assert ImageFont.truetype(italic, 20).getname() == ("Lora", "SemiBold Italic")


def test_a_broken_file_in_the_cache_is_made_again(cache_folder: Path) -> None:
    path = Path(static_instance(face("Oswald", 600)))
    whole = path.read_bytes()
    for broken in (b"", whole[:1000], b"not a font"):
        path.write_bytes(broken)
        assert Path(static_instance(face("Oswald", 600))).read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_no_trouble(cache_folder: Path) -> None:
    cache_folder.parent.mkdir(parents=True)
    cache_folder.write_text("a file where the folder should be", encoding="utf-8")
    path = Path(static_instance(face("Oswald", 600)))
    assert path.is_file()
    assert cache_folder not in path.parents
    assert static_instance(face("Oswald", 600)) == str(path)


def test_nowhere_to_write_is_an_error_and_leaves_nothing(
    cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OutputError, match="No space left on device"):
        static_instance(face("Oswald", 611))
    assert os.listdir(cache_folder) == []


def test_several_at_once_make_one_file(cache_folder: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        paths = set(pool.map(static_instance, [face("Nunito", 600)] * 8))
    assert len(paths) == 1
    assert os.listdir(cache_folder) == [Path(paths.pop()).name]


def test_a_font_without_axes_is_its_own_instance(make_font: MakeFont, cache_folder: Path) -> None:
    own = face_from_file(make_font())
    assert static_instance(own) == own.file
    assert not cache_folder.exists()
