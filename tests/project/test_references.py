"""Files that a config names are inside, of the right kind, and there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from creativekit.project.references import FONTS, LOGOS, PICTURES, checked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "Менің жобам"
    (inside / "fonts").mkdir(parents=True)
    for name in ("Logo.svg", "фото.jpg", "fonts/My.ttf"):
        (inside / name).write_bytes(b"x")
    (tmp_path / "secret.svg").write_bytes(b"x")
    return inside


def refusal(
    typed: str, folder: Path | None, extensions: tuple[str, ...] = LOGOS
) -> tuple[str, object]:
    with pytest.raises(PydanticCustomError) as caught:
        checked(typed, extensions, folder)
    context = caught.value.context
    assert context is not None
    return str(context["message"]), context["nearest"]


def test_what_is_there_is_taken(folder: Path) -> None:
    assert checked("Logo.svg", LOGOS, folder) == "Logo.svg"
    assert checked("./Logo.svg", LOGOS, folder) == "Logo.svg"
    assert checked("фото.jpg", PICTURES, folder) == "фото.jpg"
    assert checked(r"fonts\My.ttf", FONTS, folder) == "fonts/My.ttf"


def test_without_a_folder_only_the_name_counts() -> None:
    assert checked("nowhere.PNG", LOGOS, None) == "nowhere.PNG"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("../secret.svg", "leads out"),
        ("fonts/../../secret.svg", "leads out"),
        ("..\\secret.svg", "leads out"),
        ("a\0b.svg", "leads out"),
        ("/etc/logo.svg", "from the project's folder"),
        ("C:\\logo.svg", "from the project's folder"),
        ("C:logo.svg", "from the project's folder"),
        ("\\\\server\\logo.svg", "from the project's folder"),
        ("~/logo.svg", "from the project's folder"),
        ("https://example.com/logo.svg", "not an address"),
        ("file:///logo.svg", "not an address"),
        ("logo.exe", "not a kind of file"),
        ("logo", "not a kind of file"),
        ("nowhere.svg", "no file"),
        ("a" * 5000 + ".svg", "no file"),
    ],
)
def test_what_is_refused(typed: str, says: str, folder: Path) -> None:
    assert says in refusal(typed, folder)[0]


def test_a_folder_is_not_a_file(folder: Path) -> None:
    (folder / "folder.svg").mkdir()
    assert "no file" in refusal("folder.svg", folder)[0]


def test_the_nearest_file_is_named_as_it_is_spelt(folder: Path) -> None:
    assert refusal("lgo.svg", folder)[1] == "Logo.svg"
    assert refusal("fonts/Mi.ttf", folder, FONTS)[1] == "fonts/My.ttf"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_links(folder: Path) -> None:
    (folder / "out.svg").symlink_to(folder.parent / "secret.svg")
    (folder / "in.svg").symlink_to(folder / "Logo.svg")
    (folder / "round.svg").symlink_to(folder / "round.svg")
    assert "leads out" in refusal("out.svg", folder)[0]
    assert checked("in.svg", LOGOS, folder) == "in.svg"
    assert "no file" in refusal("round.svg", folder)[0]


@given(st.text(max_size=20).map(lambda text: text + ".svg"))
def test_no_name_is_a_traceback(typed: str) -> None:
    try:
        name = checked(typed, LOGOS, Path(__file__).parent)
    except PydanticCustomError:
        return
    assert (Path(__file__).parent / name).is_file()
