"""Complaints of the schema in our own words, also those that nobody foresaw."""

from __future__ import annotations

import datetime

import pytest
from pydantic import BaseModel, ValidationError

from creativekit.project.model import Project
from creativekit.project.toml_positions import positions
from creativekit.project.wording import dotted, problems


class Foreign(BaseModel):
    """A schema with kinds of complaints that ours does not have."""

    day: datetime.date
    inner: list[dict[str, int]] = []


def test_keys_are_spelt_as_a_person_looks_for_them() -> None:
    assert dotted(("voice", "we_are", 1, "kk")) == "voice.we_are[2].kk"
    assert dotted(("a\x1bb",)) == "aU+001Bb"


def test_an_unforeseen_complaint_is_still_in_our_words() -> None:
    with pytest.raises(ValidationError) as caught:
        Foreign.model_validate({"day": "some day"})
    (problem,) = problems(caught.value, Foreign, "creativekit.toml", {})
    assert str(problem) == "creativekit.toml day: 'some day' cannot be used here"


def test_problems_come_in_the_order_of_the_lines() -> None:
    text = '[brand]\ncolour = 1\n[project]\nname = 5\nlanguages = "kk"\n'
    with pytest.raises(ValidationError) as caught:
        Project.model_validate({"brand": {"colour": 1}, "project": {"name": 5, "languages": "kk"}})
    found = problems(caught.value, Project, "x.toml", positions(text))
    assert [(problem.line, problem.key) for problem in found] == [
        (1, "brand.color"),
        (2, "brand.colour"),
        (4, "project.name"),
        (5, "project.languages"),
    ]


def test_an_unknown_key_is_answered_with_the_keys_of_its_table() -> None:
    values = {
        "project": {"name": "x"},
        "brand": {"color": "#fff", "logo": {"kind": "symbol", "motiv": "sun"}},
    }
    with pytest.raises(ValidationError) as caught:
        Project.model_validate(values)
    (problem,) = problems(caught.value, Project, "x.toml", {})
    assert problem.key == "brand.logo.motiv"
    assert problem.nearest == "motif"
    assert "tracking" in problem.accepted
