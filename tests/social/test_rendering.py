"""A preflight says what rendering would run into, of everything at once and with its place."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creativekit.errors import CreativekitError, Problem
from creativekit.project import text_rules
from creativekit.social import rendering
from creativekit.social.placements import catalogue
from creativekit.social.rendering import Finding, check, check_many, scene, sheet_of
from creativekit.social.targets import Setup, Target, targets
from creativekit.social.template import Template
from creativekit.social.template_store import templates
from social.post_examples import picture, post
from styled_brands import styled

PLACES = catalogue().placements
IDENTITY = styled("steppe")
LONG = "Қызылордадағы шығармашылық кәсіпкерлерге арналған шеберхана " * 12


def target(folder: Path, template: str = "announcement", **fields: Any) -> Target:
    made, problems = targets([post(template, **fields)], PLACES, folder)
    assert problems == ()
    return made[0]


def looked(folder: Path, template: str = "announcement", **fields: Any) -> Finding:
    return check(Setup(IDENTITY, folder), target(folder, template, **fields))


def errors(finding: Finding) -> list[str]:
    return [str(problem) for problem in finding.problems if problem.severity == "error"]


def test_a_post_that_is_right(tmp_path: Path) -> None:
    found = looked(tmp_path, headline="Ашық есік күні", lead="Күтеміз")
    assert errors(found) == []
    assert found.alt.startswith("Ашық есік күні")
    assert found.pictures == ()
    assert scene(Setup(IDENTITY, tmp_path), target(tmp_path, headline="А")).items


def test_letters_and_lengths_are_found_in_one_look(tmp_path: Path) -> None:
    found = errors(looked(tmp_path, headline=f"🚀 {LONG}", lead="Саз \U0001f3b5", label="Жаңа"))
    assert len(found) == 3
    assert any("post[1].headline" in said and "U+1F680" in said for said in found)
    assert any("post[1].lead" in said and "U+1F3B5" in said for said in found)
    assert any("too long" in said and "instagram-portrait, kk" in said for said in found)


def test_letters_are_looked_at_even_where_a_field_is_missing(tmp_path: Path) -> None:
    found = errors(looked(tmp_path, lead="🚀"))
    assert len(found) == 2
    assert "'headline'" in found[0]
    assert "U+1F680" in found[1]


def test_an_alternative_text_may_have_any_character(tmp_path: Path) -> None:
    found = looked(tmp_path, headline="Саз", alt="Саз 🚀")
    assert errors(found) == []
    assert found.alt == "Саз 🚀"


def test_rows_and_lines_are_read_too(tmp_path: Path) -> None:
    rows = (("Киіз", "100"), ("Саз 🚀", "200"))
    (said,) = errors(looked(tmp_path, "price-list", headline="Баға", prices=rows))
    assert "post[1].prices" in said


def test_what_does_not_fit_on_a_page_of_a_carousel(tmp_path: Path) -> None:
    setup = Setup(IDENTITY, tmp_path)
    pages = (("Бір", "Қысқа"), ("Екі", LONG * 3))
    made, _ = targets([post("carousel", headline="А", pages=pages)], PLACES, tmp_path)
    found = [errors(check(setup, each)) for each in made]
    assert found[0] == found[1] == found[3] == []
    (said,) = found[2]
    assert "creativekit.toml:9 post[1].pages" in said
    assert "(instagram-portrait, kk, 03)" in said


def test_pages_see_their_numbers_and_their_row(tmp_path: Path) -> None:
    setup = Setup(IDENTITY, tmp_path)
    pages = (("Бірінші", "бір"), ("Екінші", "екі"))
    made, _ = targets([post("carousel", headline="А", pages=pages)], PLACES, tmp_path)
    alts = [check(setup, each).alt for each in made]
    assert "Екінші" in alts[2]
    assert "Бірінші" not in alts[2]


def test_photographs_are_named_by_their_bytes(tmp_path: Path) -> None:
    one = looked(tmp_path, "product", headline="А", price=1, photo=picture(tmp_path, "a.jpg"))
    same = looked(tmp_path, "product", headline="Б", price=1, photo=picture(tmp_path, "b.jpg"))
    other = looked(
        tmp_path, "product", headline="А", price=1,
        photo=picture(tmp_path, "c.jpg", color=(1, 2, 3)),
    )  # fmt: skip
    assert one.pictures == same.pictures != other.pictures
    assert len(one.pictures) == 1


def test_a_small_photograph_is_told_with_its_size(tmp_path: Path) -> None:
    photo = picture(tmp_path, "small.jpg", (300, 200))
    (said,) = errors(looked(tmp_path, "product", headline="А", price=1, photo=photo))
    assert "post[1].photo" in said
    assert "300×200" in said


def test_findings_come_back_in_their_order(tmp_path: Path) -> None:
    setup = Setup(IDENTITY, tmp_path)
    made = tuple(target(tmp_path, headline=text) for text in ("Бір", "Екі 🚀", "Үш"))
    found = pickle.loads(check_many(setup, made))
    assert [bool(each.problems) for each in found] == [False, True, False]
    assert all(isinstance(problem, Problem) for each in found for problem in each.problems)


def test_a_fault_of_ours_names_the_post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr(rendering, "draw", broken)
    with pytest.raises(CreativekitError, match=r"social/news/instagram-portrait: .*ZeroDivision"):
        check_many(Setup(IDENTITY, tmp_path), (target(tmp_path, headline="А"),))


def test_posts_take_turns_with_the_relatives_of_a_picture(tmp_path: Path) -> None:
    setup = Setup(IDENTITY, tmp_path)

    def variant(**more: Any) -> int:
        fields: Mapping[str, Any] = {"headline": "А"} | more
        return sheet_of(setup, target(tmp_path, **fields)).variant

    turns = {variant(id=f"post-{index}") for index in range(30)}
    assert turns == set(range(rendering.VARIANTS))
    assert variant(id="a") == variant(id="a", headline="Б")


TEMPLATES = [each for each in templates(None) if each.listed]

# What a person may paste: any script, signs that join, spaces that are none, line breaks.
anything = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\nҚғңәі ́‍🇰🇿‏אب"),
    min_size=1,
    max_size=60,
)


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(TEMPLATES),
    st.dictionaries(st.integers(0, 12), anything, min_size=1),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(("kk", "ru", "en")),
)
def test_any_text_gives_a_drawing_or_problems(
    chosen: Template, values: dict[int, str], place: str, language: str
) -> None:
    fields: dict[str, Any] = {}
    for index, name in enumerate(chosen.fields):
        text = text_rules.cleaned(values.get(index % 13, ""))
        if text and text_rules.find_fault(text, 2000, several_lines=True) is None:
            fields[name] = text
    made, _ = targets(
        [post(chosen.id, languages=(language,), placements=(place,), **fields)], PLACES, Path()
    )
    for each in made:
        found = check(Setup(IDENTITY, Path("nowhere")), each)
        if not errors(found):
            assert scene(Setup(IDENTITY, Path("nowhere")), each).items
