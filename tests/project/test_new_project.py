"""A fresh config is valid, says what was answered, and shows what else can be said."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creativekit.project import vocabulary
from creativekit.project.loading import parse
from creativekit.project.new_project import Answers, config_text

FULL = Answers(
    name={"kk": "Саз студиясы", "en": "Saz Studio"},
    languages=("ru", "kk"),
    tagline="Строим миры",
    sector="music",
    city="Қызылорда",
    color="#0a7e8c",
    style="steppe",
    pairing="lora-onest",
    logo={"kind": "monogram", "shape": "arch"},
    we_are=("жылы", {"kk": "нақты", "ru": "точный"}),
    we_are_not=("паңқ",),
    contact={"phone": "+7 724 200 00 00", "address": {"kk": "Абай, 1"}},
)


def test_the_answers_are_in_it() -> None:
    text = config_text(FULL, str)
    assert text.startswith("#:schema ./creativekit.schema.json\n")
    project = parse(text, Path("nowhere"))
    assert project.warnings == ()
    assert project.name.get("en") == "Saz Studio"
    assert project.languages == ("ru", "kk")
    assert str(project.tagline) == "Строим миры"
    assert str(project.city) == "Қызылорда"
    assert project.brand.color == "#0a7e8c"
    assert project.brand.style == "steppe"
    assert project.brand.pairing == "lora-onest"
    assert project.brand.logo is not None
    assert project.brand.logo.shape == "arch"
    assert [each.get("ru") for each in project.voice.we_are] == ["жылы", "точный"]
    assert project.contact.phone == "+7 724 200 00 00"


def test_what_was_not_answered_can_be_uncommented() -> None:
    text = config_text(Answers("Саз", color="#0a7e8c"), str)
    assert set(tomllib.loads(text)) == {"project", "brand", "voice", "contact"}
    # Every commented key, uncommented, is still a right config (but for templates to come).
    offered = re.sub(r"(?m)^# (\w+ = )", r"\1", text)
    values = tomllib.loads(offered)
    assert set(values["brand"]) == {"color", "style", "pairing", "logo", "pattern"}
    assert set(values["contact"]) >= {"phone", "email", "address"}
    if "ram-horn" not in vocabulary.patterns():
        offered = offered.replace('pattern = "ram-horn"\n', "")
    assert parse(offered, Path("nowhere")).warnings == ()


def test_a_picture_instead_of_a_colour(tmp_path: Path) -> None:
    (tmp_path / "фото.jpg").write_bytes(b"x")
    text = config_text(Answers("Саз", picture="фото.jpg"), str)
    assert parse(text, tmp_path).brand.picture == "фото.jpg"
    assert "color =" not in text


def test_without_a_colour_the_check_asks_for_one() -> None:
    with pytest.raises(Exception, match="needs a colour"):
        parse(config_text(Answers("Саз"), str), Path("nowhere"))


def test_comments_are_said_in_the_language_of_the_caller_and_stay_comments() -> None:
    text = config_text(FULL, lambda message: "түсініктеме\n[brand]\nсөз " * 40)
    assert "# түсініктеме [brand] сөз" in text
    assert tomllib.loads(text) == tomllib.loads(config_text(FULL, str))
    assert max(len(line) for line in text.splitlines() if line.startswith("#")) <= 100


def test_the_choices_are_shown() -> None:
    text = config_text(FULL, str)
    for style in vocabulary.styles():
        assert re.search(rf"(?m)^# .*\b{style}\b", text)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(TEXTS, TEXTS, TEXTS, st.dictionaries(st.sampled_from(["kk", "ru", "en"]), TEXTS, min_size=1))
def test_hostile_answers_stay_values(
    name: str, color: str, phone: str, city: dict[str, str]
) -> None:
    answers = Answers(name, color=color, city=city, contact={"phone": phone}, we_are=(name,))
    values = tomllib.loads(config_text(answers, str))
    assert values["project"]["name"] == name
    assert values["project"]["city"] == city
    assert values["brand"]["color"] == color
    assert values["contact"]["phone"] == phone
    assert values["voice"]["we_are"] == [name]
