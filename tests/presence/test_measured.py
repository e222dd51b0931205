"""What a project shows of its own presence, and what it does not prove."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from instruments import small

from creativekit.identity.resolve import identity
from creativekit.presence.answers import Answer, Answers
from creativekit.presence.bands import Standing
from creativekit.presence.history import Run, run_of
from creativekit.presence.measured import Seen, readings
from creativekit.presence.plan import plan
from creativekit.presence.scoring import scores
from creativekit.project.loading import load, parse
from creativekit.project.model import Project

TODAY = datetime.date(2026, 11, 26)
BARE = '[project]\nname = "Саз"\n[brand]\ncolor = "#0a7e8c"\n'
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def project(text: str, about: str = "") -> Project:
    return parse(BARE.replace("[brand]", f"{about}\n[brand]") + text, Path("."))


def levels(text: str, about: str = "", **more: Any) -> dict[str, int]:
    found = readings(Seen(project(text, about), TODAY, **more))
    return {each.item: each.level for each in found}


def post(day: datetime.date, more: str = "") -> str:
    return f'[[post]]\ntemplate = "quote"\ndate = {day.isoformat()}\n{more}\n'


def posts(*days_ago: int, more: str = "") -> str:
    return "".join(post(TODAY - datetime.timedelta(days=ago), more) for ago in days_ago)


WEEKLY = tuple(range(0, 90, 7))  # 0, 7, … 84: a post in each of the thirteen weeks


def test_a_bare_project_proves_nothing() -> None:
    assert levels("") == {}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('audience = "a"\ncategory = "b"\nbenefit = "c"', {"1.1": 2, "8.1": 1}),
        ('audience = "a"\ncategory = "b"', {"8.1": 1}),
    ],
)
def test_the_offer(text: str, shown: dict[str, int]) -> None:
    assert levels(f"[positioning.statement]\n{text}\n") == shown


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ('instagram = "@saz.example"\ntelegram = "@saz_example"', 2),
        ('instagram = "@saz.example"\nsite = "https://www.SAZ.example/kk/"', 2),
        ('instagram = "https://instagram.com/saz/?hl=kk"\ntelegram = "t.me/saz"', 2),
        ('instagram = "@saz"\ntelegram = "@saz_studio"', 1),
        ('instagram = "@saz"\ntelegram = "@saz"\nsite = "saz-studio.kz"', 1),
        ('instagram = "@saz"', None),
        ('phone = "+7 700 000 00 00"\nemail = "a@b.kz"', None),
    ],
)
def test_handles(text: str, level: int | None) -> None:
    assert levels(f"[contact]\n{text}\n").get("1.2") == level


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('instagram = "@saz.kz"\ntelegram = "@saz_kz"', "the same but for dots"),
        ('instagram = "@Saz.kz"\nsite = "https://www.saz.kz/ru"', "are the same: "),
    ],
)
def test_handles_are_the_same_only_where_every_sign_is(text: str, told: str) -> None:
    found = next(
        each
        for each in readings(Seen(project(f"[contact]\n{text}\n"), TODAY))
        if each.item == "1.2"
    )
    assert told in str(found.seen[0])


@pytest.mark.parametrize(
    ("kit", "level"),
    [
        ((), None),
        (("social/a/story.png",), None),
        (("brand/logo/svg/a.svg",), 2),
        (("brand/logo/svg/a.svg", "brand/guide/guide.pdf"), 3),
    ],
)
def test_rules_of_the_brand(kit: tuple[str, ...], level: int | None) -> None:
    palette = identity(load(EXAMPLES / "saz-studio")).palette
    assert levels("", palette=palette, kit=kit).get("1.3") == level
    assert levels("", kit=kit).get("1.3") in (None, 2)  # contrast that was not seen is not kept


def test_the_audience() -> None:
    assert levels('[positioning.audience]\nwho = "a"\nsituation = "b"\n') == {"4.1": 2}
    assert levels('[positioning.audience]\nwho = "a"\n') == {}


@pytest.mark.parametrize(
    ("days_ago", "level"),
    [
        ((), None),
        ((90,), None),  # the ninety-first day back is not among the last ninety
        ((89,), 1),
        ((0, 1), 1),
        ((0, 1, 2), 2),
        ((0, 30, 60), 2),
        (WEEKLY, 3),
        (WEEKLY[:5] + WEEKLY[6:], 3),  # one week of thirteen may be missed
        (WEEKLY[:5] + WEEKLY[7:], 2),
        (tuple(range(30)), 2),  # every day of one month is no rhythm of three
        ((-1, -8, -15, -22), None),  # what is planned was not posted
        ((*WEEKLY, -1, -8, -15, -22), 4),
        ((*WEEKLY, -7, -14, -21, -28), 4),
        ((*WEEKLY, -1, -8, -15), 3),
        ((*WEEKLY, -1, -2, -3, -4), 3),
    ],
)
def test_rhythm(days_ago: tuple[int, ...], level: int | None) -> None:
    assert levels(posts(*days_ago)).get("4.2") == level


def test_a_post_with_a_time_counts_by_its_day() -> None:
    text = '[[post]]\ntemplate = "quote"\ndate = 2026-11-26T18:30:00\n'
    assert levels(text)["4.2"] == 1


@pytest.mark.parametrize(
    ("about", "level"),
    [
        ('tagline = { kk = "а", ru = "б" }', 3),
        ('tagline = { kk = "а", ru = "б", en = "c" }\ncity = { kk = "а", ru = "б" }', 3),
        ('tagline = { kk = "а", ru = "б" }\ncity = "Қызылорда"', 2),
        ('tagline = "а"\ncity = { kk = "а", en = "б" }', 1),
        ("", None),
    ],
)
def test_languages(about: str, level: int | None) -> None:
    assert levels("", about).get("8.1") == level


@pytest.mark.parametrize(
    ("text", "kit", "level"),
    [
        ("", (), None),
        (posts(1, 2), (), None),
        (posts(1, 2), ("social/captions.csv",), 2),
        (posts(1, more='alt = "б"') + posts(2), (), 2),
        (posts(1, 2, more='alt = "б"'), (), 3),
    ],
)
def test_accessibility(text: str, kit: tuple[str, ...], level: int | None) -> None:
    palette = identity(load(EXAMPLES / "saz-studio")).palette
    assert levels(text, palette=palette, kit=kit).get("8.2") == level
    assert levels(text, kit=kit).get("8.2") in (None, 2)


def kept(day: datetime.date) -> Run:
    answers = Answers.of("2026.1", "site", (), {"1.1": Answer(0), "3.2": Answer(0)}, 4, day)
    return run_of(
        answers, scores(answers, small()), Standing(None, None), plan(answers, small(), day)
    )


@pytest.mark.parametrize(("days_ago", "level"), [(0, 2), (89, 2), (90, None)])
def test_a_plan_that_is_not_over(days_ago: int, level: int | None) -> None:
    last = kept(TODAY - datetime.timedelta(days=days_ago))
    found = readings(Seen(project(""), TODAY, last=last, taken=("1.1",)))
    assert [each.level for each in found] == ([level] if level else [])
    if found:
        assert str(found[0].seen[0]) == "a plan of 2 steps with dates, 1 done"


@pytest.mark.parametrize("name", ["saz-studio", "aq-kiiz", "nukte-media"])
def test_examples(name: str) -> None:
    loaded = load(EXAMPLES / name)
    kit = ("brand/logo/a.svg", "brand/guide/guide.pdf", "social/captions.csv")
    found = readings(Seen(loaded, datetime.date(2026, 12, 31), identity(loaded).palette, kit))
    shown = {each.item: each.level for each in found}
    assert shown.items() >= {"1.1": 2, "1.2": 2, "1.3": 3, "4.1": 2, "8.1": 3}.items()
    assert all(each.basis == "file" and each.seen and not each.exact for each in found)
