from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.errors import InputError
from creativekit.fonts import coverage, faces, metrics, shaping
from creativekit.fonts.faces import face, face_from_file, families, licence_text, restrictions
from creativekit.jobs import digest

MakeFont = Callable[..., Path]

FAMILIES = (
    "Comfortaa",
    "Cormorant",
    "Geologica",
    "IBM Plex Sans",
    "Inter",
    "Literata",
    "Lora",
    "Montserrat",
    "Noto Sans",
    "Noto Serif",
    "Nunito",
    "Onest",
    "Oswald",
    "Raleway",
    "Rubik",
)
UPRIGHT_ONLY = {"Comfortaa", "Geologica", "Onest", "Oswald"}


def problem(error: pytest.ExceptionInfo[InputError]) -> str:
    return str(error.value.problems[0])


def test_the_families_that_creativekit_is_built_on_are_installed() -> None:
    assert set(FAMILIES) <= set(families())
    assert list(families()) == sorted(families())


@pytest.mark.parametrize("family", FAMILIES)
def test_italics_exist_where_we_say(family: str) -> None:
    if family in UPRIGHT_ONLY:
        with pytest.raises(InputError, match="has no italic"):
            face(family, 400, italic=True)
    else:
        found = face(family, 400, italic=True)
        assert found.italic
        assert found.file != face(family, 400).file


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_carries_the_open_font_license(family: str) -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence_text(face(family))


@pytest.mark.parametrize(
    "typed", ["IBM Plex Sans", "ibm plex sans", "IBM-Plex_Sans", " Ibm  plex-sans "]
)
def test_a_name_is_found_however_it_is_spaced(typed: str) -> None:
    assert face(typed).family == "IBM Plex Sans"


def test_weight_pins_the_axis_and_counts_in_the_digest() -> None:
    light, heavy = face("Onest", 400), face("Onest", 800)
    assert light.axes == (("wght", 400.0),)
    assert heavy.weight == 800
    assert light.file == heavy.file
    assert light.digest != heavy.digest


def test_the_digest_is_of_the_content_and_of_nothing_else(tmp_path: Path) -> None:
    installed = face("Lora", 600)
    copy = tmp_path / "қаріп пен орын" / "my lora.ttf"
    copy.parent.mkdir()
    shutil.copy(installed.file, copy)
    brought = face_from_file(copy, 600)
    assert brought.digest == installed.digest
    content = hashlib.sha256(copy.read_bytes()).hexdigest()[:32]
    assert installed.digest == digest(content, (("wght", 600.0),))


def test_a_changed_file_has_another_digest(make_font: MakeFont) -> None:
    before = face_from_file(make_font("AH"))
    after = face_from_file(make_font("AHB"))
    assert before.digest != after.digest


def test_an_unknown_family_names_the_nearest_and_all() -> None:
    with pytest.raises(InputError) as error:
        face("lorra")
    found = error.value.problems[0]
    assert found.nearest == "Lora"
    assert set(FAMILIES) <= set(found.accepted)


def test_a_weight_beyond_the_axis_names_the_span() -> None:
    with pytest.raises(InputError) as error:
        face("Lora", 900)
    assert problem(error) == "Lora has no weight 900 (400–700)"


def test_asking_for_an_installed_face_does_not_load_the_shaper() -> None:
    code = (
        "import sys; from creativekit.fonts import faces; faces.face('Lora'); faces.families();"
        "print(sorted({'uharfbuzz','fontpkg','fontTools','PIL','importlib.metadata'}"
        " & set(sys.modules)))"
    )
    source = Path(faces.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(source)},
    )
    assert done.stdout.strip() == "[]"


# ---- a user's own file


def test_a_static_font_is_taken_at_its_own_weight(make_font: MakeFont) -> None:
    found = face_from_file(make_font(os2={"usWeightClass": 700}), 400)
    assert (found.family, found.weight, found.axes) == ("Own Face", 700, ())
    assert found.license_file is None


def test_a_variable_font_is_taken_at_the_weight_asked_for() -> None:
    file = face("Nunito").file
    assert face_from_file(file, 900).axes == (("wght", 900.0),)
    with pytest.raises(InputError, match="no weight 100"):
        face_from_file(file, 100)


def test_the_first_font_of_a_collection_is_taken(make_collection: Callable[[], Path]) -> None:
    found = face_from_file(make_collection())
    assert found.family == "First"
    assert shaping.width(found, "AA") == 1.0


def test_a_licence_beside_the_file_is_found(make_font: MakeFont) -> None:
    path = make_font()
    (path.parent / "OFL.txt").write_text("terms", encoding="utf-8")
    assert licence_text(face_from_file(path)) == "terms"


def test_without_a_licence_the_font_speaks_for_itself(make_font: MakeFont, tmp_path: Path) -> None:
    assert licence_text(face_from_file(make_font())) == ""
    copy = tmp_path / "lora.ttf"
    shutil.copy(face("Lora").file, copy)
    assert "SIL Open Font License" in licence_text(face_from_file(copy))


def test_a_hostile_family_name_is_one_clean_line(make_font: MakeFont) -> None:
    found = face_from_file(make_font(family="Evil\x1b[31m\n#set " + "x" * 500))
    assert found.family.isprintable()
    assert len(found.family) == 100


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"wOF2" + bytes(100), "WOFF2 is a font for web pages"),
        (b"wOFF" + bytes(100), "WOFF is a font for web pages"),
        (b"\x89PNG\r\n\x1a\n", "not a TTF or OTF"),
        (b"<html>", "not a TTF or OTF"),
        (b"\x00\x01\x00\x00", "damaged"),
        (b"\x00\x01\x00\x00\xff\xff" + bytes(60), "damaged"),
        (b"ttcf" + b"\xff" * 40, "damaged"),
        (b"OTTO\x00\x00" + bytes(30), "the table 'head' is missing"),
    ],
)
def test_what_is_not_a_usable_font_is_said(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.ttf"
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        face_from_file(path)
    assert message in problem(error)
    assert problem(error).startswith(str(path))


def test_a_font_of_blank_letters_is_damaged(make_font: MakeFont) -> None:
    with pytest.raises(InputError, match="no letter of it can be drawn"):
        face_from_file(make_font(letters="", blank="ABC"))


def test_a_font_of_pictures_has_no_outlines(make_font: MakeFont) -> None:
    from creativekit.fonts import sfnt

    path = make_font()
    parts = sfnt.tables(path.read_bytes())
    del parts["glyf"], parts["loca"]
    path.write_bytes(sfnt.build(parts))
    with pytest.raises(InputError, match="only pictures of letters"):
        face_from_file(path)


def test_a_font_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.ttf"
    with path.open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    with pytest.raises(InputError, match="101 MB large; at most 100 MB"):
        face_from_file(path)


@pytest.mark.parametrize("name", ["absent.ttf", ".", "", "  ", "a\0b.ttf"])
def test_a_name_of_no_file_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        face_from_file(name, project_folder=tmp_path)


def test_a_relative_path_stays_inside_the_project(make_font: MakeFont, tmp_path: Path) -> None:
    outside = make_font()
    project = tmp_path / "project"
    (project / "fonts").mkdir(parents=True)
    shutil.copy(outside, project / "fonts" / "own.ttf")
    (project / "link.ttf").symlink_to(outside)
    (project / "inner.ttf").symlink_to(project / "fonts" / "own.ttf")
    assert face_from_file("fonts/own.ttf", project_folder=project).family == "Own Face"
    assert face_from_file("inner.ttf", project_folder=project).family == "Own Face"
    for typed in ("../own.ttf", "link.ttf"):
        with pytest.raises(InputError, match="outside the project's folder"):
            face_from_file(typed, project_folder=project)
    assert face_from_file(str(outside), project_folder=project).family == "Own Face"


@pytest.mark.parametrize(
    ("bits", "words"),
    [
        (0x0000, []),
        (0x0008, []),
        (0x0002, ["does not allow it inside documents"]),
        (0x0004, ["viewing and printing only"]),
        (0x000C, []),
        (0x0102, ["does not allow it inside documents", "parts of it"]),
        (0x0200, ["its outlines"]),
    ],
)
def test_embedding_bits_are_warnings(make_font: MakeFont, bits: int, words: list[str]) -> None:
    found = restrictions(face_from_file(make_font(os2={"fsType": bits})))
    assert [each.severity for each in found] == ["warning"] * len(words)
    assert all(word in str(each) for word, each in zip(words, found, strict=True))


@pytest.mark.parametrize("family", FAMILIES)
def test_our_own_families_restrict_nothing(family: str) -> None:
    assert restrictions(face(family)) == ()


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_damage_anywhere_is_an_error_or_does_no_harm(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    whole = bytearray(Path(face("Onest").file).read_bytes())
    for _ in range(data.draw(st.integers(0, 8))):
        # Half of the hits go to the directory and the short tables, where they hurt most.
        end = data.draw(st.sampled_from([400, len(whole) - 1]))
        whole[data.draw(st.integers(0, end))] = data.draw(st.integers(0, 255))
    del whole[data.draw(st.integers(len(whole) // 2, len(whole))) :]
    path = tmp_path_factory.mktemp("damaged") / "font.ttf"
    path.write_bytes(whole)
    try:
        found = face_from_file(path)
    except InputError:
        return
    coverage.missing(found, ("kk",))
    shaping.shape(found, "Қызылорда 12 ₸")
    metrics.metrics(found)
