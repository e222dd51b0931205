"""The project's own templates win, and no name leads out of the folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.errors import InputError
from creativekit.project import templates

PAIRINGS = "brand/pairings.toml"


def write(folder: Path, relative: str, text: str) -> Path:
    path = folder / "templates" / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_ours_are_found_without_a_project() -> None:
    assert templates.find(PAIRINGS).is_file()
    assert b"[" in templates.read(PAIRINGS)


def test_a_project_without_templates_uses_ours(tmp_path: Path) -> None:
    assert templates.find(PAIRINGS, tmp_path) == templates.find(PAIRINGS)


def test_the_projects_own_wins(tmp_path: Path) -> None:
    own = write(tmp_path, PAIRINGS, "own = true")
    assert templates.find(PAIRINGS, tmp_path) == own
    assert templates.read(PAIRINGS, tmp_path) == b"own = true"


def test_listing_merges_ours_and_the_projects_own(tmp_path: Path) -> None:
    write(tmp_path, "brand/styles/steppe.toml", "")
    write(tmp_path, "brand/styles/алтын.toml", "")
    write(tmp_path, "brand/styles/.hidden.toml", "")
    write(tmp_path, "brand/styles/notes.txt", "")
    ours = templates.listing("brand/styles", "*.toml")
    assert "brand/styles/steppe.toml" in ours
    merged = templates.listing("brand/styles", "*.toml", tmp_path)
    assert merged == tuple(sorted({*ours, "brand/styles/алтын.toml"}))
    for name in merged:
        assert templates.find(name, tmp_path).is_file()


def test_a_folder_that_is_not_there_lists_nothing(tmp_path: Path) -> None:
    assert templates.listing("brand/nowhere", "*", tmp_path) == ()


def test_an_absent_template_is_named() -> None:
    with pytest.raises(InputError, match=r"brand/styles/nowhere\.toml"):
        templates.find("brand/styles/nowhere.toml")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "../secret.toml",
        "brand/../../secret.toml",
        "/etc/passwd",
        "C:/secret.toml",
        "..\\secret.toml",
        "brand\\styles\\steppe.toml",
        "a\0b",
    ],
)
def test_no_name_leads_out(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text("x")
    for folder in (None, tmp_path):
        with pytest.raises(InputError):
            templates.find(name, folder)
        with pytest.raises(InputError):
            templates.listing(name, "*", folder)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_no_link_leads_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.toml").write_text("x")
    folder = tmp_path / "project"
    write(folder, "brand/x.toml", "")
    (folder / "templates/brand/link.toml").symlink_to(outside / "secret.toml")
    (folder / "templates/away").symlink_to(outside)
    for name in ("brand/link.toml", "away/secret.toml"):
        with pytest.raises(InputError, match="leads out"):
            templates.read(name, folder)
    with pytest.raises(InputError, match="leads out"):
        templates.listing("away", "*", folder)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_inside_the_project_is_followed(tmp_path: Path) -> None:
    (tmp_path / "shared.toml").write_text("x")
    write(tmp_path, "brand/x.toml", "")
    (tmp_path / "templates/brand/link.toml").symlink_to(tmp_path / "shared.toml")
    assert templates.read("brand/link.toml", tmp_path) == b"x"


@given(st.text(max_size=30))
def test_whatever_the_name_nothing_else_is_raised(name: str) -> None:
    try:
        found = templates.find(name)
    except InputError:
        return
    assert found.is_relative_to(templates.ours())
