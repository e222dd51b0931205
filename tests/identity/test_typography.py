"""Faces are chosen by the project, else by the style, and refused by name of what they lack."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from creativekit.errors import InputError
from creativekit.fonts.faces import face
from creativekit.fonts.subset import subset
from creativekit.identity.styles import style
from creativekit.identity.typography import own_font_notes, pairing_notes, typography
from creativekit.project.loading import parse


def _project(folder: Path, brand: str = ""):  # type: ignore[no-untyped-def]
    return parse(f'[project]\nname = "Саз"\n[brand]\ncolor = "#0a7e8c"\n{brand}\n', folder)


def test_the_style_chooses_where_the_project_does_not(tmp_path: Path) -> None:
    found = typography(_project(tmp_path), style("noir"))
    assert (found.heading.family, found.body.family) == ("Raleway", "Literata")
    assert found.heading_features == ("lnum",)
    found = typography(_project(tmp_path, 'pairing = "oswald-noto-sans"'), style("noir"))
    assert found.heading.family == "Oswald"


def test_a_style_passes_over_a_face_that_draws_a_letter_wrongly(tmp_path: Path) -> None:
    playful = style("playful")
    assert typography(_project(tmp_path), playful).heading.family == "Nunito"
    russian = parse(
        '[project]\nname = "Саз"\nlanguages = ["ru", "en"]\n[brand]\ncolor = "#0a7e8c"\n', tmp_path
    )
    found = typography(russian, playful)
    assert found.heading.family == "Comfortaa"
    assert pairing_notes(russian, found) == ()


def test_a_pair_that_the_project_names_is_kept_with_a_warning(tmp_path: Path) -> None:
    project = _project(tmp_path, 'pairing = "comfortaa-nunito"')
    found = typography(project, style("steppe"))
    assert found.heading.family == "Comfortaa"
    (note,) = pairing_notes(project, found)
    assert (note.severity, note.key, note.accepted) == ("warning", "brand.pairing", ("ru", "en"))
    assert "some letters of kk" in str(note)


def test_sizes_grow_and_the_largest_leads(tmp_path: Path) -> None:
    sizes = list(typography(_project(tmp_path), style("steppe")).scale.values())
    assert sizes == sorted(sizes)
    assert sizes[-1] >= 1.7 * sizes[-2]


def test_a_projects_own_fonts_take_their_places(tmp_path: Path) -> None:
    shutil.copy(face("Rubik").file, tmp_path / "Own.ttf")
    found = typography(_project(tmp_path, 'fonts = { heading = "Own.ttf" }'), style("steppe"))
    assert found.heading.family == "Rubik"
    assert found.body.family == "Onest"


def test_what_the_maker_of_an_own_font_forbids_is_a_warning(tmp_path: Path) -> None:
    with TTFont(face("Rubik").file) as font:
        font["OS/2"].fsType = 0x0102
        font.save(tmp_path / "Own.ttf")
    project = _project(tmp_path, 'fonts = { heading = "Own.ttf", body = "Own.ttf" }')
    notes = own_font_notes(project, typography(project, style("steppe")))
    assert [(note.file, note.severity) for note in notes] == [("Own.ttf", "warning")] * 2
    assert "does not allow it inside documents" in str(notes[0])


def test_a_font_without_the_letters_is_refused_by_their_names(tmp_path: Path) -> None:
    (tmp_path / "Own.ttf").write_bytes(subset(face("Rubik"), "абвгдABC 0123"))
    with pytest.raises(InputError) as caught:
        typography(_project(tmp_path, 'fonts = { heading = "Own.ttf" }'), style("steppe"))
    (problem,) = caught.value.problems
    assert problem.key == "brand.fonts.heading"
    assert "Қ" in str(problem)
    assert "ә" in str(problem)
