"""The files of posts as Jobs: names, what each depends on, and what is not made anew."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from creativekit.jobs import Job
from creativekit.project.localized import Localized
from creativekit.social.kit import Wanted, jobs
from creativekit.social.placements import catalogue
from creativekit.social.post import Post
from creativekit.social.rendering import check
from creativekit.social.targets import Setup, targets
from social.post_examples import picture, post
from styled_brands import styled

PLACES = catalogue().placements
IDENTITY = styled("steppe")


def made(
    folder: Path, posts: Sequence[Post], formats: tuple[str, ...] = ("auto",), **more: Any
) -> dict[str, Job]:
    setup = Setup(more.pop("identity", IDENTITY), folder)
    found, _ = targets(posts, PLACES, folder)
    findings = [check(setup, each) for each in found]
    assert not [each.problems for each in findings if each.problems]
    return {job.path: job for job in jobs(setup, found, findings, Wanted(formats, **more))}


def keys(jobs_: dict[str, Job]) -> dict[str, str]:
    return {path: job.key for path, job in jobs_.items()}


LISTS = {"social/captions.csv", "social/index.html", "social/contact.png"}


def test_a_post_gives_its_picture_with_a_sidecar_and_the_lists(tmp_path: Path) -> None:
    found = made(tmp_path, [post(headline="А")])
    assert set(found) == {"social/news/instagram-portrait.png", *LISTS}
    job = found["social/news/instagram-portrait.png"]
    assert job.paths == (job.path, f"{job.path}.json")
    own, beside = job.artifacts()
    about = json.loads(beside.data)
    assert about["bytes"] == len(own.data)
    assert about["file"] == "instagram-portrait.png"
    assert set(about["sources"]) == {"post", "template", "identity"}


def test_jobs_travel_to_other_processes(tmp_path: Path) -> None:
    found = made(tmp_path, [post(headline="А")], ("png", "svg", "pptx", "pdf"))
    copied = pickle.loads(pickle.dumps(tuple(found.values())))
    assert [job.key for job in copied] == [job.key for job in found.values()]


def test_a_photograph_makes_a_jpeg_and_is_in_the_key(tmp_path: Path) -> None:
    sold = post("product", headline="А", price=1, photo=picture(tmp_path))
    before = made(tmp_path, [sold])
    assert "social/news/instagram-portrait.jpg" in before
    assert keys(made(tmp_path, [sold])) == keys(before)
    picture(tmp_path, color=(9, 99, 9))
    after = made(tmp_path, [sold])
    assert {path for path in after if after[path].key == before[path].key} == {
        "social/captions.csv", "social/index.html",
    }  # fmt: skip


def test_a_caption_changes_no_picture(tmp_path: Path) -> None:
    plain = post(headline="А")
    said = replace(plain, caption=Localized.of("Келіңіздер"))
    one = made(tmp_path, [plain])["social/news/instagram-portrait.png"]
    other = made(tmp_path, [said])["social/news/instagram-portrait.png"]
    assert one.key != other.key  # the sidecar tells it
    assert one.render() == other.render()


def test_another_brand_makes_every_picture_anew(tmp_path: Path) -> None:
    before = made(tmp_path, [post(headline="А")])
    after = made(tmp_path, [post(headline="А")], identity=styled("bold"))
    assert [path for path in before if before[path].key == after[path].key] == [
        "social/captions.csv"
    ]


def test_the_folder_of_the_project_is_in_no_key(tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    for folder in (tmp_path, other):
        picture(folder)
    sold = post("product", headline="А", price=1, photo="photo.jpg")
    assert keys(made(tmp_path, [sold])) == keys(made(other, [sold]))


def test_dates_give_a_calendar(tmp_path: Path) -> None:
    import datetime

    dated = replace(post(headline="А"), date=datetime.date(2026, 12, 5))
    assert "social/calendar.ics" in made(tmp_path, [dated])
    assert "social/calendar.ics" not in made(tmp_path, [post(headline="А")])


def test_a_selection_has_lists_of_its_own(tmp_path: Path) -> None:
    found = made(tmp_path, [post(headline="А")], selection=True)
    assert set(found) == {
        "social/news/instagram-portrait.png",
        *(path.replace("social/", "social/selection-") for path in LISTS),
    }


def test_several_kinds_of_file_are_listed_once(tmp_path: Path) -> None:
    found = made(tmp_path, [post(headline="А")], ("webp", "png", "svg", "pdf"))
    lines = found["social/captions.csv"].render().data.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert ";news/instagram-portrait.webp;" in lines[1]


@pytest.mark.parametrize("kind", ["pdf", "pptx"])
def test_documents_alone_are_listed_once_for_all_pages(tmp_path: Path, kind: str) -> None:
    steps = post("carousel", headline="А", pages=(("a", "b"), ("c", "d")))
    found = made(tmp_path, [steps], (kind,))
    assert set(found) == {f"social/news/instagram-portrait.{kind}", *LISTS}
    lines = found["social/captions.csv"].render().data.decode("utf-8-sig").splitlines()
    assert len(lines) == 2


def test_a_carousel_on_linkedin_is_also_a_document(tmp_path: Path) -> None:
    pages = (("a", "b"), ("c", "d"))
    places = ("instagram-portrait", "linkedin-post")
    found = made(tmp_path, [post("carousel", headline="А", pages=pages, placements=places)])
    assert {path for path in found if path.endswith(".pdf")} == {"social/news/linkedin-post.pdf"}
    single = made(tmp_path, [post(headline="А", placements=("linkedin-post",))])
    assert not [path for path in single if path.endswith(".pdf")]


def test_fonts_lie_beside_live_drawings_with_names_for_every_system(tmp_path: Path) -> None:
    found = made(tmp_path, [post(headline="А")], ("svg",))
    fonts = [path for path in found if path.startswith("social/fonts/")]
    assert [path for path in fonts if path.endswith((".ttf", ".otf"))]
    assert [path for path in fonts if path.endswith("-LICENSE.txt")]
    assert not [path for path in fonts if any(mark in path for mark in "[],")]
    assert not [path for path in made(tmp_path, [post(headline="А")]) if "fonts" in path]


def test_nothing_of_nothing(tmp_path: Path) -> None:
    assert made(tmp_path, []) == {}
