"""The region of a meeting, named once and written in three languages."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pytest

from creativekit.cohort.new_cohort import CohortAnswers, cohort_text
from creativekit.cohort.regions import FILE, region
from creativekit.errors import InputError
from creativekit.presence import places
from creativekit.project import templates
from creativekit.project.localized import Localized

TABLE = tomllib.loads(templates.read(FILE).decode())["region"]
KYZYLORDA = {"kk": "Қызылорда облысы", "ru": "Кызылординская область", "en": "Kyzylorda Region"}


def fresh(name: str) -> str:
    day = datetime.date(2026, 11, 25)
    return cohort_text(CohortAnswers("Кездесу", name, day, organiser="Хаб"), str)


@pytest.mark.parametrize("name", [*KYZYLORDA.values(), "  қызылорда   ОБЛЫСЫ ", "Kyzylorda Oblast"])
def test_any_name_of_a_region_is_written_in_three_languages(name: str) -> None:
    text = fresh(name)
    assert tomllib.loads(text)["region"] == KYZYLORDA
    assert "translate it" not in text


def test_a_city_is_not_its_oblast() -> None:
    found = region("г. Алматы"), region("Алматы облысы"), region("алматы")
    assert [each.get("ru") for each in found if each] == ["Алматы", "Алматинская область", "Алматы"]


@pytest.mark.parametrize("name", ["Орта Азия", "Қызылорда облысында", "'\"; x = 1 #"])
def test_another_name_stays_as_it_is_and_asks_to_be_translated(name: str) -> None:
    text = fresh(name)
    assert tomllib.loads(text)["region"] == dict.fromkeys(KYZYLORDA, name)
    assert "translate it" in text.split("region =")[0]


def test_all_seventeen_oblasts_and_three_cities_are_there_and_no_name_is_of_two() -> None:
    assert len(TABLE) == 20
    said = [
        " ".join(name.casefold().split())
        for each in TABLE
        for name in {*each["title"].values(), *each["also"]}
    ]
    assert len(said) == len(set(said))
    known = {places.place(Localized.of(each["title"]["kk"])).region for each in TABLE}
    assert known == places.regions()


def test_a_list_of_ones_own_wins_and_is_read_strictly(tmp_path: Path) -> None:
    own = tmp_path / "templates" / FILE
    own.parent.mkdir(parents=True)
    own.write_text('schema = 1\n[[region]]\ntitle = { kk = "А", ru = "Б", en = "C" }\n', "utf-8")
    assert region("б", tmp_path) == Localized.of({"kk": "А", "ru": "Б", "en": "C"})
    assert region("Астана", tmp_path) is None
    own.write_text('schema = 1\n[[region]]\ntitle = "А"\n', "utf-8")
    with pytest.raises(InputError, match="kk, ru and en"):
        region("А", tmp_path)
