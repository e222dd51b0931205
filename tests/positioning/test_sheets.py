"""The sheets as data: whole, in three languages, and strict about a copy of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.positioning.sheets import SECTIONS, Field, Grid, Worksheet, worksheets
from creativekit.project import templates
from creativekit.project.localized import LANGUAGES, Localized
from worksheet_answers import example_answers

OURS = worksheets()
IDS = [each.id for each in OURS]


def test_there_are_ten_in_their_order() -> None:
    assert [each.number for each in OURS] == list(range(1, 11))
    assert list(SECTIONS) == IDS


@pytest.mark.parametrize("sheet", OURS, ids=IDS)
def test_every_text_is_in_three_languages(sheet: Worksheet) -> None:
    texts = [sheet.title, sheet.lead, *sheet.look]
    for part in sheet.parts:
        texts += [part.label, part.hint]
        if isinstance(part, Grid):
            texts += [column.label for column in part.columns]
            texts += [cell for row in part.example for cell in row if isinstance(cell, Localized)]
        else:
            texts += [each for each in part.example if isinstance(each, Localized)]
    for slider in sheet.sliders:
        texts += [slider.low, slider.high]
    assert all(set(text.languages) == set(LANGUAGES) for text in texts)


@pytest.mark.parametrize("sheet", OURS, ids=IDS)
def test_every_answer_is_asked_for_once(sheet: Worksheet) -> None:
    asked = [part.key for part in sheet.parts]
    asked += ["sliders"] if sheet.sliders else []
    asked += ["x", "y", "ours"] if sheet.plot is not None else []
    assert sorted(asked) == sorted(SECTIONS[sheet.id].model_fields)


def test_the_examples_are_answers_that_a_project_may_have() -> None:
    answers = example_answers()
    assert answers.price.price is not None
    assert len(answers.character.sliders) == 6
    scored = answers.alternatives
    assert all(len(other.scores) == len(scored.attributes) for other in scored.others)


def test_a_sheet_may_be_copied_and_reworded(tmp_path: Path) -> None:
    target = tmp_path / "templates" / "positioning" / "sheets" / "01-audience.toml"
    target.parent.mkdir(parents=True)
    shutil.copy(templates.find("positioning/sheets/01-audience.toml"), target)
    text = target.read_text("utf-8").replace("minutes = 20", "minutes = 45")
    target.write_text(text, "utf-8")
    assert worksheets(tmp_path)[0].minutes == 45
    assert len(worksheets(tmp_path)) == 10


def test_all_that_is_wrong_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    target = tmp_path / "templates" / "positioning" / "sheets" / "01-audience.toml"
    target.parent.mkdir(parents=True)
    target.write_text(
        'schema = 1\nnumber = 1\nid = "audience"\ntitle = "Т"\nlead = "Л"\nminuts = 3\n'
        '[[field]]\nkey = "whoo"\nlabel = "Кім"\nhint = "Кім?"\nlines = 90\nexample = "А"\n',
        "utf-8",
    )
    with pytest.raises(InputError) as caught:
        worksheets(tmp_path)
    said = "\n".join(map(str, caught.value.problems))
    assert "01-audience.toml:8 field[1].key: this is not a key of the answers" in said
    assert "did you mean 'who'?" in said
    assert "field[1].lines" in said
    assert "minuts" in said


def test_fields_have_a_line_at_least() -> None:
    fields = [part for sheet in OURS for part in sheet.parts if isinstance(part, Field)]
    assert all(field.lines >= 1 for field in fields)
    assert {field.kind for field in fields} == {"text", "money", "number", "percent"}
