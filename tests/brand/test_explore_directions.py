"""Directions are far apart, stable for a project, possible, and what is picked is what was seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.brand.explore import directions, resolved
from creativekit.brand.explore_sheet import card, contact_sheet_jobs
from creativekit.project.loading import load, parse
from creativekit.project.writing import set_values
from example_brands import EXAMPLES, NAMES


@pytest.mark.parametrize("name", NAMES)
def test_eight_directions_show_eight_styles(name: str) -> None:
    found = directions(load(EXAMPLES / name), 12)
    assert len({each.style for each in found[:8]}) == 8
    assert len({each.logo_kind for each in found}) == 3
    assert len({each.color for each in found}) >= 4
    assert len(set(found)) == 12


def test_the_first_direction_is_the_project_as_it_is() -> None:
    project = load(EXAMPLES / "saz-studio")
    (own,) = directions(project, 1)
    assert own.settings == {
        "brand.color": "#0a7e8c",
        "brand.style": "steppe",
        "brand.pairing": "lora-onest",
        "brand.logo": {"kind": "symbol", "motif": "shanyraq"},
        "brand.pattern": "ram-horn",
    }


def test_a_logo_that_was_brought_stays_whichever_direction_is_taken(tmp_path: Path) -> None:
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'
    (tmp_path / "logo.svg").write_text(square)
    text = (
        '[project]\nname = "Саз"\n[brand]\ncolor = "#0a7e8c"\n'
        'logo = { file = "logo.svg" }  # біздікі\n'
    )
    for direction in directions(parse(text, tmp_path), 3):
        taken = set_values(text, direction.settings)  # type: ignore[arg-type]
        logo = parse(taken, tmp_path).brand.logo
        assert logo is not None
        assert (logo.kind, logo.file) == (None, "logo.svg")
        assert "# біздікі" in taken


def test_the_same_project_sees_the_same_and_more_only_adds() -> None:
    project = load(EXAMPLES / "aq-kiiz")
    assert directions(project, 12) == directions(project, 12)
    assert directions(project, 24)[:12] == directions(project, 12)


def test_another_name_sees_other_directions(tmp_path: Path) -> None:
    texts = (
        f'[project]\nname = "{name}"\n[brand]\ncolor = "#0a7e8c"\n' for name in ("Саз", "Қобыз")
    )
    one, other = (directions(parse(text, tmp_path), 12) for text in texts)
    assert one[1:] != other[1:]


def test_a_picked_direction_is_what_the_project_then_is() -> None:
    project = load(EXAMPLES / "nukte-media")
    text = (EXAMPLES / "nukte-media" / "creativekit.toml").read_text(encoding="utf-8")
    chosen = directions(project, 6)[-1]
    changed = set_values(text, chosen.settings)  # type: ignore[arg-type]
    again = parse(changed, EXAMPLES / "nukte-media")
    picked = directions(again, 1)[0]
    assert (picked.style, picked.color, picked.logo) == (chosen.style, chosen.color, chosen.logo)
    assert "# Ойдан шығарылған кәсіп" in changed


def test_a_brought_logo_stays_in_every_direction(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        '<path fill="#0a7e8c" d="M4 4h32v32h-32z"/></svg>'
    )
    project = parse(
        '[project]\nname = "Саз"\n[brand]\ncolor = "#0a7e8c"\nlogo = { file = "logo.svg" }\n',
        tmp_path,
    )
    found = directions(project, 4)
    assert {each.logo_kind for each in found} == {"file"}
    assert resolved(project, found[2]).logo.kind == "brought"


def test_the_sheet_is_a_picture_and_a_page_with_every_command() -> None:
    project = load(EXAMPLES / "saz-studio")
    found = directions(project, 3)
    jobs = contact_sheet_jobs(project, found)
    assert [job.path for job in jobs] == ["explore/directions.png", "explore/index.html"]
    page = jobs[1].render().data.decode("utf-8")
    assert all(f"creativekit explore --pick {each.number}" in page for each in found)
    assert "http" not in page.replace("http://www.w3.org/", "")
    picture = jobs[0].render().data
    assert picture.startswith(b"\x89PNG")
    assert jobs[0].render().data == picture


def test_hostile_names_stay_text_on_the_page(tmp_path: Path) -> None:
    project = parse(
        '[project]\nname = "<script>alert(1)</script>"\n[brand]\ncolor = "#0a7e8c"\n', tmp_path
    )
    page = contact_sheet_jobs(project, directions(project, 1))[1].render().data.decode("utf-8")
    assert "<script>alert" not in page
    assert card(1, resolved(project, directions(project, 1)[0])).width == 480
