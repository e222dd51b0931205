"""The job story takes words as they are; "everybody" is noticed, and only that."""

from __future__ import annotations

import pytest

from creativekit.positioning.audience import job_story, too_broad
from creativekit.project.positioning_section import Audience

MOMENT = Audience(
    situation={"kk": "Құда түсуге үш күн қалды.", "ru": "до сватовства\nтри дня"},
    progress={"kk": "ұмытылмайтын сыйлық", "ru": "подарок, который не передарят"},
    obstacle={"kk": "бәрі бірдей!", "ru": "в магазинах всё одинаковое…"},
)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "kk",
            "Жағдай: Құда түсуге үш күн қалды. Керегі: ұмытылмайтын сыйлық. Кедергі: бәрі бірдей!",
        ),
        (
            "ru",
            "Ситуация: до сватовства три дня. Нужно: подарок, который не передарят."
            " Мешает: в магазинах всё одинаковое…",
        ),
        (  # Not written in English: the words of the main language, in English frames.
            "en",
            "The moment: Құда түсуге үш күн қалды. The aim: ұмытылмайтын сыйлық."
            " In the way: бәрі бірдей!",
        ),
    ],
)
def test_a_job_story(language: str, told: str) -> None:
    assert job_story(MOMENT, language) == told


def test_without_an_obstacle_it_is_two_sentences() -> None:
    story = job_story(Audience(situation="қыс", progress="жылы үй, т.б."), "kk")
    assert story == "Жағдай: қыс. Керегі: жылы үй, т.б."


@pytest.mark.parametrize("answers", [{}, {"situation": "қыс"}, {"progress": "жылу", "who": "ана"}])
def test_no_story_without_a_situation_and_a_progress(answers: dict[str, str]) -> None:
    assert job_story(Audience(**answers), "kk") is None


def test_braces_in_an_answer_mean_nothing() -> None:
    story = job_story(Audience(situation="{words} {x}", progress="{"), "en")
    assert story == "The moment: {words} {x}. The aim: {."


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("Everyone who likes felt", ["everyone"]),
        ("for anybody", ["anybody"]),
        ("all  people", ["all people"]),
        ("Все", ["все"]),
        ("Для ВСЕХ", ["всех"]),
        ("любой человек, каждый житель", ["любой", "каждый"]),
        ("Барлығына", ["барлығына"]),
        ("бәрі үшін", ["бәрі"]),
        ("барша жұрт", ["барша"]),
        ("кез-келген адам", ["кез-келген"]),
        ("Кез келген жанға", ["кез келген"]),
        ("мамы, которые всё успевают", []),
        ("те, кого мы любим", []),
        ("мама, которая каждый день готовит", []),
        ("кез келген уақытта асығыс ана", []),
        ("someone with everyday worries", []),
        ("не для всех, а для молодых мам", []),
        ("бәріне емес, жас аналарға", []),
        ("весёлые всеведущие", []),
        ("", []),
    ],
)
def test_everybody(who: str, words: list[str]) -> None:
    found = too_broad(Audience(who=who))
    assert [problem.message.params["found"] for problem in found] == words
    assert {problem.severity for problem in found} <= {"warning"}
    assert {problem.key for problem in found} <= {"positioning.audience.who"}


def test_every_language_of_an_answer_is_looked_at() -> None:
    found = too_broad(Audience(who={"kk": "жас аналар", "ru": "все мамы", "en": "everyone"}))
    assert [problem.message.params["found"] for problem in found] == ["все", "everyone"]
