"""Templates by id: the project's own before ours, and a carousel with its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from creativekit.errors import InputError
from creativekit.social import template_store

MINE = """\
schema = 1
id = "{id}"
title = "Менікі"
made_for = ["post"]
[fields]
headline = {{ type = "text", required = true }}
[[layer]]
name = "words"
column = [{{ text = "headline" }}]
"""
CAROUSEL = """\
schema = 1
id = "steps"
title = "Қадамдар"
made_for = ["post"]
pages = ["page", "page", "page"]
[fields]
steps = { type = "items", required = true }
"""


def put(folder: Path, template_id: str, text: str) -> None:
    posts = folder / "templates" / "social" / "posts"
    posts.mkdir(parents=True, exist_ok=True)
    (posts / f"{template_id}.toml").write_text(text, "utf-8")


def said(template_id: str, folder: Path | None = None) -> str:
    with pytest.raises(InputError) as caught:
        template_store.template(template_id, folder)
    return str(caught.value)


def test_ours_are_all_there_and_sorted() -> None:
    ids = template_store.template_ids()
    assert {"announcement", "event", "quote"} <= set(ids)
    assert list(ids) == sorted(ids)
    assert [each.id for each in template_store.templates()] == list(ids)


def test_the_projects_own_wins(tmp_path: Path) -> None:
    put(tmp_path, "event", MINE.format(id="event"))
    put(tmp_path, "mine", MINE.format(id="mine"))
    assert str(template_store.template("event", tmp_path).title) == "Менікі"
    assert str(template_store.template("event").title) == "Іс-шара"
    assert template_store.own_ids(tmp_path) == ("event", "mine")
    assert template_store.is_own("mine", tmp_path)
    assert not template_store.is_own("quote", tmp_path)
    assert "mine" not in template_store.template_ids()


def test_an_edited_file_is_read_anew_and_an_old_one_is_not(tmp_path: Path) -> None:
    put(tmp_path, "mine", MINE.format(id="mine"))
    first = template_store.template("mine", tmp_path)
    assert template_store.template("mine", tmp_path) is first
    put(tmp_path, "mine", MINE.format(id="mine").replace("Менікі", "Жаңа"))
    assert str(template_store.template("mine", tmp_path).title) == "Жаңа"


@pytest.mark.parametrize("name", ["evnt", "../social/dress", "/etc/passwd", ""])
def test_one_that_is_not_there(name: str) -> None:
    text = said(name)
    assert f"there is no template '{name}'" in text
    if name == "evnt":
        assert "did you mean 'event'?" in text


def test_a_file_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text(MINE.format(id="link"), "utf-8")
    project = tmp_path / "project"
    put(project, "mine", MINE.format(id="mine"))
    try:
        (project / "templates/social/posts/link.toml").symlink_to(outside)
    except OSError:
        pytest.skip("this system makes no links")
    assert "leads out of the folder of templates" in said("link", project)


def test_the_problems_of_all_files_are_told(tmp_path: Path) -> None:
    put(tmp_path, "one", MINE.format(id="other"))
    put(tmp_path, "two", MINE.format(id="two").replace('headline" }]', 'hedline" }]'))
    with pytest.raises(InputError) as caught:
        template_store.templates(tmp_path)
    assert [(problem.file, problem.line) for problem in caught.value.problems] == [
        ("templates/social/posts/one.toml", 2),
        ("templates/social/posts/two.toml", 9),
    ]


def test_a_style_of_the_project_may_be_named(tmp_path: Path) -> None:
    styles = tmp_path / "templates" / "brand" / "styles"
    styles.mkdir(parents=True)
    text = MINE.format(id="mine") + "[style.my-style.words]\ngap = 0.01\n"
    put(tmp_path, "mine", text)
    assert "'my-style' is not a style" in said("mine", tmp_path)
    (styles / "my-style.toml").write_text("")
    assert "style.my-style" in template_store.template("mine", tmp_path).changes


def test_a_carousel_and_its_pages(tmp_path: Path) -> None:
    page = MINE.format(id="page").replace("made_for", "listed = false\nmade_for")
    put(tmp_path, "steps", CAROUSEL)
    put(tmp_path, "page", page)
    assert "the page 'page' requires a field 'headline', which is not here" in said(
        "steps", tmp_path
    )
    put(tmp_path, "page", page.replace("headline", "title_"))
    put(tmp_path, "steps", CAROUSEL + 'title_ = { type = "text" }\n')
    assert template_store.template("steps", tmp_path).pages == ("page", "page", "page")
    put(tmp_path, "page", page.replace("listed = false\n", "").replace("headline", "title_"))
    assert "'page' is no page of a carousel: it lacks `listed = false`" in said("steps", tmp_path)


def test_a_carousel_of_carousels_is_refused_and_does_not_go_on_for_ever(tmp_path: Path) -> None:
    put(tmp_path, "steps", CAROUSEL.replace('"page"', '"other"'))
    put(
        tmp_path,
        "other",
        CAROUSEL.replace('id = "steps"', 'id = "other"').replace('page"', 'steps"'),
    )
    assert "'other' is no page of a carousel" in said("steps", tmp_path)
