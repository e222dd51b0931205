"""The plan of posts: everything found before anything is made, and what is left of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from creativekit.errors import InputError
from creativekit.press.social_plan import SocialPlan, social_plan
from creativekit.project.loading import load
from creativekit.social.kit import Wanted
from creativekit.social.table_file import table_of
from social_projects import ANNOUNCED, photo, project, rows

THREE = "".join(
    f'{ANNOUNCED}id = "{name}"\nheadline = "{text}"\n'
    for name, text in (("a", "Бірінші"), ("b", "Екінші 🚀"), ("c", "Үшінші"))
)


def plan(folder: Path, posts: str = "", **options: Any) -> SocialPlan:
    wanted = options.pop("wanted", Wanted())
    config = project(folder, posts) / "creativekit.toml"
    return social_plan(load(config), wanted, workers=1, **options)


def paths(found: SocialPlan) -> set[str]:
    return {path for job in found.jobs for path in job.paths if path.count("/") == 2}


def errors(found: SocialPlan) -> list[str]:
    return [str(problem) for problem in found.errors]


def table(*lines: Sequence[str]) -> Any:
    return table_of(rows(*map(tuple, lines)).encode("utf-8"), "posts.csv")


def test_what_is_right_is_planned_and_the_rest_is_told(tmp_path: Path) -> None:
    found = plan(tmp_path, THREE)
    assert (found.posts, found.pictures, found.skipped) == (2, 2, ("b",))
    (said,) = errors(found)
    assert "post[2].headline" in said
    assert paths(found) == {
        f"social/{name}/instagram-portrait.png{end}" for name in "ac" for end in ("", ".json")
    }
    assert not (tmp_path / "kit").exists()


def test_a_fault_in_one_placement_leaves_the_whole_post_out(tmp_path: Path) -> None:
    long = "Қызылордадағы шығармашылық кәсіпкерлерге арналған шеберхана " * 3
    post = (
        f'{ANNOUNCED}id = "a"\nheadline = "{long}"\nplacements = ["instagram-portrait", "{{}}"]\n'
    )
    narrow = next(
        name
        for name in ("x-header", "linkedin-banner", "instagram-highlight", "telegram-avatar")
        if errors(plan(tmp_path / name, post.replace("{}", name)))
    )
    found = plan(tmp_path / "p", post.replace("{}", narrow))
    assert found.jobs == ()
    assert found.skipped == ("a",)
    assert all(narrow in said for said in errors(found))


def test_the_same_problem_in_many_placements_is_told_once(tmp_path: Path) -> None:
    post = f'{ANNOUNCED}placements = ["instagram-portrait", "telegram-post"]\nlead = "А"\n'
    assert len(errors(plan(tmp_path, post))) == 1


def test_placements_that_are_asked_for_replace_the_posts_own(tmp_path: Path) -> None:
    found = plan(tmp_path, THREE, placements=["telegram"], only=["a"])
    assert found.posts == 1
    assert {path.split("/")[2].partition(".")[0] for path in paths(found)} <= {
        "telegram-post", "telegram-avatar", "telegram-story", "telegram-link",
    }  # fmt: skip


def test_a_placement_that_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="did you mean 'telegram'"):
        plan(tmp_path, THREE, placements=["telegrm"])


def test_only_some_posts_and_one_that_there_is_not(tmp_path: Path) -> None:
    found = plan(tmp_path, THREE, only=["c", "d"])
    assert (found.posts, found.skipped) == (1, ())
    assert errors(found) == ["there is no post 'd'"]
    assert {path.split("/")[1] for path in paths(found)} == {"c"}


def test_rows_of_a_table_take_the_place_of_the_configs_posts(tmp_path: Path) -> None:
    found = plan(
        tmp_path, THREE,
        table=table(("template", "id", "headline"), ("announcement", "x", "Жаңа"),
                    ("announcement", "y", "🚀"), ("anouncement", "z", "А")),
    )  # fmt: skip
    assert {path.split("/")[1] for path in paths(found)} == {"x"}
    said = errors(found)
    assert len(said) == 2
    assert any(each.startswith("posts.csv:3 headline") for each in said)
    assert any(each.startswith("posts.csv:4 template") for each in said)


def test_warnings_do_not_keep_a_post_back(tmp_path: Path) -> None:
    long = "#" + "ұ" * 2300
    found = plan(tmp_path, f'{ANNOUNCED}id = "a"\nheadline = "А"\ncaption = "{long}"\n')
    assert found.errors == ()
    assert any("takes 2200" in str(problem) for problem in found.problems)
    assert found.posts == 1


def test_a_day_that_is_a_holiday_is_doubtful(tmp_path: Path) -> None:
    found = plan(tmp_path, f'{ANNOUNCED}headline = "А"\ndate = 2026-12-16\n')
    assert found.errors == ()
    assert any(problem.severity == "warning" for problem in found.problems)


def test_two_posts_of_one_name_do_not_meet_in_one_folder(tmp_path: Path) -> None:
    found = plan(tmp_path, f'{ANNOUNCED}headline = "Саз"\n' * 3)
    assert {path.split("/")[1] for path in paths(found)} == {"saz", "saz-2", "saz-3"}
    twice = plan(tmp_path, f'{ANNOUNCED}id = "a"\nheadline = "Саз"\n' * 2)
    assert len(errors(twice)) == 1
    assert twice.posts == 1


def test_the_brands_treatment_of_photographs_is_in_the_keys(tmp_path: Path) -> None:
    post = '\n[[post]]\ntemplate = "product"\nheadline = "А"\nprice = 1\nphoto = "a.jpg"\n'
    (tmp_path / "a.jpg").write_bytes(photo())
    plain = plan(tmp_path, post)
    config = tmp_path / "creativekit.toml"
    text = config.read_text("utf-8").replace("[social]", '[social]\ntreatment = "duotone"')
    config.write_text(text, "utf-8")
    toned = social_plan(load(config), Wanted(), workers=1)
    first, other = (
        next(job for job in each.jobs if job.path.endswith(".jpg")) for each in (plain, toned)
    )
    assert first.key != other.key
    assert first.render() != other.render()


def test_workers_change_nothing(tmp_path: Path) -> None:
    posts = "".join(f'{ANNOUNCED}id = "p{n}"\nheadline = "А {n}"\n' for n in range(30))
    config = project(tmp_path, posts) / "creativekit.toml"
    one, two = (social_plan(load(config), Wanted(), workers=count) for count in (1, 2))
    assert [job.key for job in one.jobs] == [job.key for job in two.jobs]
