"""Targets: a picture for each placement, language and page, and their names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from creativekit.canvas.scene import Grain
from creativekit.social.placements import catalogue
from creativekit.social.post import Post
from creativekit.social.targets import Setup, Target, targets
from social.post_examples import post
from styled_brands import styled

PLACES = catalogue().placements


def found(*posts: Post, folder: Path = Path("nowhere")) -> tuple[list[Target], list[str]]:
    made, problems = targets(posts, PLACES, folder)
    return list(made), [str(problem) for problem in problems]


def test_one_for_each_placement_and_language() -> None:
    made, problems = found(
        post(
            headline="А", languages=("kk", "ru"), placements=("instagram-portrait", "telegram-post")
        )
    )
    assert problems == []
    assert [each.stem for each in made] == [
        "social/news/instagram-portrait-kk",
        "social/news/instagram-portrait-ru",
        "social/news/telegram-post-kk",
        "social/news/telegram-post-ru",
    ]


def test_one_language_is_not_in_the_name() -> None:
    ((only,), _) = found(post(headline="А"))
    assert only.stem == only.group == "social/news/instagram-portrait"
    assert only.template.id == "announcement"


def test_a_carousel_has_a_first_page_its_rows_and_a_last() -> None:
    made, problems = found(post("carousel", headline="А", pages=(("a", "b"), ("c", "d"))))
    assert problems == []
    assert [each.stem[-3:] for each in made] == ["-01", "-02", "-03", "-04"]
    assert {each.group for each in made} == {"social/news/instagram-portrait"}
    assert [each.template.id for each in made] == [
        "carousel-cover", "carousel-body", "carousel-body", "carousel-end",
    ]  # fmt: skip
    assert {each.pages for each in made} == {4}


@pytest.mark.parametrize("rows", [0, 9, 30])
def test_a_carousel_of_too_few_or_too_many_pages(rows: int) -> None:
    pages = (("a", "b"),) * rows or None
    fields: dict[str, Any] = {"headline": "А"} | ({"pages": pages} if pages else {})
    made, problems = found(post("carousel", **fields))
    assert made == []
    (said,) = problems
    assert f"this has {rows + 2}" in said


def test_an_unknown_template_is_told_for_each_post_that_names_it() -> None:
    made, problems = found(
        post("anouncement", line=3), post("announcement", id="b", headline="А"),
        post("anouncement", id="c", line=9),
    )  # fmt: skip
    assert [each.post.id for each in made] == ["b"]
    assert [said.partition(" ")[0] for said in problems] == [
        "creativekit.toml:3",
        "creativekit.toml:9",
    ]
    assert all("did you mean 'announcement'" in said for said in problems)


def test_a_broken_template_of_the_project_is_told_once(tmp_path: Path) -> None:
    own = tmp_path / "templates/social/posts/mine.toml"
    own.parent.mkdir(parents=True)
    own.write_text("schema = 1\nid = 3\n", "utf-8")
    made, problems = found(post("mine", id="a"), post("mine", id="b"), folder=tmp_path)
    assert made == []
    assert problems
    assert len(problems) == len(set(problems))
    assert all("mine.toml" in said for said in problems)


def test_a_template_in_a_placement_it_is_not_made_for_is_a_warning() -> None:
    made, problems = targets(
        [post("announcement", headline="А", placements=("instagram-avatar",))], PLACES, Path()
    )
    assert len(made) == 1
    assert [problem.severity for problem in problems] == ["warning"]


def test_the_digest_is_of_what_is_drawn() -> None:
    def digest(**changes: object) -> str:
        values = {"headline": "А", "placements": ("instagram-portrait", "x-post")} | changes
        ((first, *_), _) = found(post(**values))  # type: ignore[arg-type]
        return first.digest

    assert digest() == digest()
    assert digest(headline="Б") != digest()
    # Another placement of the post, its line in the file: this picture is the same.
    assert digest(placements=("instagram-portrait",)) == digest()
    assert digest(line=30) == digest()


def test_the_setups_digest_has_no_path_in_it(tmp_path: Path) -> None:
    setup = Setup(styled("steppe"), tmp_path)
    assert replace(setup, folder=tmp_path / "other").digest == setup.digest
    assert replace(setup, treatment=Grain(0.1)).digest != setup.digest
    assert replace(setup, small=True).digest != setup.digest
