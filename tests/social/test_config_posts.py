"""Posts of creativekit.toml: the same type as those of a table, with lines of their own."""

from __future__ import annotations

import datetime
import pickle

from creativekit.errors import msg
from creativekit.social.config_posts import posts_of
from creativekit.social.post import Post, localized_parts, spoken
from creativekit.social.table_file import table_of
from creativekit.social.table_posts import posts_of as table_posts_of
from example_posts import CONFIG, frame, project

TEXT = """\
[social]
placements = ["x-post"]
hashtags = ["саз"]
[[post]]
template = "event"
headline = { kk = "Ашылу салтанаты", ru = "Открытие" }
date = 2026-12-05T18:30:00
items = [
  { label = { kk = "Шай", ru = "Чай" }, value = 500 },
  { label = { kk = "Бауырсақ" } },
]
hashtags = ["Ашылу"]
caption = "Келіңіздер!"

[[post]]
template = "quote"
language = "ru"
placements = ["telegram"]
quote = { kk = "Ойлан" }
"""
FIRST = CONFIG.count("\n") + 4


def test_posts_and_their_lines() -> None:
    (first, second), problems = posts_of(project(TEXT))
    assert first.id == "ashylu-saltanaty"
    assert first.languages == ("kk", "ru")
    assert first.placements == ("x-post",)
    assert (first.date, first.time) == (datetime.date(2026, 12, 5), datetime.time(18, 30))
    assert first.tags("kk") == ("Ашылу", "саз")
    assert first.field("headline", "ru") == "Открытие"
    assert first.field("items", "ru") == (
        {"label": "Чай", "value": 500},
        {"label": "Бауырсақ"},
    )
    assert first.field("nothing", "kk") is None
    assert first.source.line == FIRST
    told = first.problem(msg("x"), "headline:ru")
    assert str(told) == f"creativekit.toml:{FIRST + 2} post[1].headline.ru: x"
    assert str(first.problem(msg("x"), "photo")).startswith(
        f"creativekit.toml:{FIRST} post[1].photo:"
    )
    assert str(second.problem(msg("x"))) == f"creativekit.toml:{FIRST + 11} post[2]: x"
    assert [str(problem) for problem in problems] == [
        f"creativekit.toml:{FIRST + 4} post[1].items: there is no text in ru;"
        " the text in another language is shown",
        f"creativekit.toml:{FIRST + 15} post[2].quote: there is no text in ru;"
        " the text in another language is shown",
    ]
    assert second.languages == ("ru",)
    assert second.placements == ("telegram-post",)


def test_the_same_id_twice() -> None:
    text = '[[post]]\ntemplate = "a"\nid = "x"\n' * 2
    _, (problem,) = posts_of(project(text))
    first = CONFIG.count("\n") + 1
    assert problem.line == first + 5
    assert f"the post in creativekit.toml:{first}" in str(problem)
    assert problem.key == "post[2].id"


def test_a_row_and_a_table_of_the_config_give_the_same_post() -> None:
    (ours,), _ = posts_of(
        project(
            '[[post]]\ntemplate = "quote"\nquote = { kk = "Ойлан", ru = "Думай" }\n'
            'date = "05.12.2026"\nplacements = ["x"]\n'
        )
    )
    table = table_of(
        "Үлгі;quote:kk;quote:ru;Күні;Орналасу\nquote;Ойлан;Думай;2026-12-05;x\n".encode(), "a.csv"
    )
    (theirs,), _ = table_posts_of(table, frame())
    assert ours == theirs
    assert ours.digest == theirs.digest


def test_a_post_travels_to_another_process_with_the_same_digest() -> None:
    (first, second), _ = posts_of(project(TEXT))
    again: Post = pickle.loads(pickle.dumps(first))
    assert again == first
    assert again.digest == first.digest != second.digest
    assert again.source == first.source


def test_posts_without_a_word_are_named_after_their_template() -> None:
    posts, problems = posts_of(project('[[post]]\ntemplate = "hours"\nheadline = " "\n' * 2))
    assert [post.id for post in posts] == ["hours", "hours-2"]
    assert posts[0].fields == {}
    assert problems == ()


def test_no_posts() -> None:
    assert posts_of(project()) == ((), ())


def test_values_in_one_language() -> None:
    value = {"kk": "", "ru": ("а", {"en": "b", "kk": "ә"}), "en": "x"}
    assert spoken(value, "kk") == ("а", "ә")
    assert spoken(value, "en") == "x"
    assert spoken({"kk": " ", "ru": ""}, "ru") == " "
    assert spoken({}, "kk") is None
    assert spoken(("", ()), "kk") is None
    assert spoken(0, "kk") == 0
    assert spoken(False, "kk") is False
    assert list(localized_parts({"a": {"kk": "x", "ru": ""}, "b": [{"en": "y"}]})) == [
        frozenset({"kk"}),
        frozenset({"en"}),
    ]
