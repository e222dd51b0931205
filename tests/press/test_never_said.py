"""Words never to say, found in posts: where they stand, as what, and quickly."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from cli.running import invoke
from creativekit.press.never_said import in_config, never_said
from creativekit.press.social_plan import social_plan
from creativekit.project.loading import load
from creativekit.social.kit import Wanted
from creativekit.social.table_file import table_of
from social_projects import CONFIG, rows

NEVER = (
    '\n[positioning.character]\nnever = { kk = ["ең арзан", "эксклюзив"], ru = ["уникальный"] }\n'
)
POSTS = """
[[post]]
template = "announcement"
id = "one"
headline = { kk = "Бізде ең арзандар емес", ru = "Уникальная запись" }
lead = { kk = "Тыныш", ru = "Ең арзан" }
caption = { kk = "Эксклюзивті күй", ru = "Просто" }

[[post]]
template = "price-list"
id = "two"
headline = "Бағасы"
prices = [["Ең арзан сабақ", 100], ["Қымбаты", 200]]
"""


def project(folder: Path, never: str = NEVER, posts: str = POSTS) -> Any:
    text = CONFIG.format(style="steppe").replace('["kk"]', '["kk", "ru"]') + never + posts
    (folder / "creativekit.toml").write_text(text, "utf-8")
    return load(folder / "creativekit.toml")


def line_of(folder: Path, text: str) -> int:
    written = (folder / "creativekit.toml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(written, 1) if text in line)


def test_each_phrase_is_told_where_it_stands_and_how_it_is_written(tmp_path: Path) -> None:
    found = [str(problem) for problem in in_config(project(tmp_path))]
    head, caption, prices = (
        line_of(tmp_path, text) for text in ("headline = {", "caption", "prices")
    )
    said = "is among the words that you never say"
    assert found == [
        f"creativekit.toml:{head} post[1].headline.kk: 'ең арзан' {said} (kk); here: 'ең арзандар'",
        f"creativekit.toml:{head} post[1].headline.ru: 'уникальный' {said} (ru);"
        " here: 'Уникальная'",
        f"creativekit.toml:{caption} post[1].caption: 'эксклюзив' {said} (kk); here: 'Эксклюзивті'",
        f"creativekit.toml:{prices} post[2].prices: 'ең арзан' {said} (kk); here: 'Ең арзан'",
    ]


@pytest.mark.parametrize(("never", "posts"), [("", POSTS), (NEVER, "")])
def test_without_a_list_or_posts_there_is_nothing(tmp_path: Path, never: str, posts: str) -> None:
    assert in_config(project(tmp_path, never, posts)) == ()


def test_a_plan_warns_and_makes_the_posts_all_the_same(tmp_path: Path) -> None:
    found = social_plan(project(tmp_path), Wanted(), workers=1)
    assert found.posts == 2
    assert not found.errors
    warned = [each for each in found.problems if "never say" in str(each)]
    assert len(warned) == 4
    assert all(each.severity == "warning" for each in warned)


def test_rows_of_a_table_are_told_by_row_and_column(tmp_path: Path) -> None:
    config = project(tmp_path, posts="")
    data = rows(
        ("template", "headline:kk", "headline:ru", "caption:ru"),
        ("announcement", "Тыныш", "Тихо", "Тихо"),
        ("announcement", "Эксклюзив", "Тихо", "Это уникальное"),
    ).encode()
    found = social_plan(config, Wanted(), table_of(data, "posts.csv"), workers=1)
    warned = [str(each) for each in found.problems if "never say" in str(each)]
    assert len(warned) == 2
    assert warned[0].startswith("posts.csv:3 headline:kk: 'эксклюзив'")
    assert warned[1].startswith("posts.csv:3 caption:ru: 'уникальный'")


def test_check_lists_them_among_its_warnings(tmp_path: Path) -> None:
    project(tmp_path)
    result = invoke("-C", str(tmp_path), "check")
    assert result.exit_code == 0
    assert result.stdout.count("never say") == 4


def test_the_longest_list_against_a_thousand_posts_takes_no_time(tmp_path: Path) -> None:
    phrases = ", ".join(f'"сөз{chr(0x430 + at)}{chr(0x431 + at)} тіркесі"' for at in range(24))
    config = project(tmp_path, f"\n[positioning.character]\nnever = [{phrases}]\n")
    posts = social_plan(config, Wanted(), workers=1)
    assert posts.posts == 2
    from creativekit.social import config_posts

    many = config_posts.posts_of(config)[0] * 500
    started = time.process_time()
    assert never_said(config, many) == ()
    assert time.process_time() - started < 1.0
