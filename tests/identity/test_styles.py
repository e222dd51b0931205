"""Styles are read strictly: all eight of ours are right, a wrong one tells all its faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.identity.styles import COVERS, style
from creativekit.project import templates, vocabulary
from creativekit.project.localized import LANGUAGES


@pytest.mark.parametrize("name", vocabulary.styles())
def test_every_style_of_ours_is_complete(name: str) -> None:
    found = style(name)
    assert found.id == name
    assert found.title.languages == LANGUAGES
    assert found.idea.languages == LANGUAGES
    assert set(found.pairings) <= set(vocabulary.pairings())
    assert found.pairing not in found.alternatives


def test_the_eight_art_directions_are_there() -> None:
    assert vocabulary.styles() == tuple(sorted(COVERS))


def _own(folder: Path, text: str) -> Path:
    place = folder / "templates/brand/styles"
    place.mkdir(parents=True)
    (place / "own.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_projects_own_style_is_read(tmp_path: Path) -> None:
    ours = templates.read("brand/styles/steppe.toml").decode("utf-8")
    folder = _own(tmp_path, ours.replace("corner = 0.0", "corner = 0.25"))
    assert style("own", folder).corner == 0.25


def test_every_fault_of_a_style_is_told_at_once(tmp_path: Path) -> None:
    ours = templates.read("brand/styles/steppe.toml").decode("utf-8")
    wrong = (
        ours.replace('pairing = "lora-onest"', 'pairing = "lora-onst"')
        .replace("corner = 0.0", "corner = 7")
        .replace('case = "as-typed"', 'caze = "as-typed"')
        .replace("surface = { tone = 94.5", "surface = { tone = 4.5")
        .replace("title = {", "title = { de = 'Steppe',")
    )
    with pytest.raises(InputError) as caught:
        style("own", _own(tmp_path, wrong))
    told = {problem.key: problem for problem in caught.value.problems}
    assert set(told) == {"pairing", "corner", "caze", "case", "scheme", "title"}
    assert told["pairing"].nearest == "lora-onest"
    assert told["caze"].nearest == "case"
    assert all(problem.file == "templates/brand/styles/own.toml" for problem in told.values())


@pytest.mark.parametrize("text", ["title = ", "\x00", "scheme = 3\n"])
def test_a_file_that_is_no_style_is_told_plainly(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        style("own", _own(tmp_path, text))
