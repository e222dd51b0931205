"""The contact sheet: a page that everybody can read and use offline, and a picture of all posts."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from accessibility import found
from creativekit.press.social_plan import social_plan
from creativekit.project.loading import load
from creativekit.social.contact import MOST_SHEETS, PER_SHEET
from creativekit.social.kit import Wanted
from social_projects import ANNOUNCED, project
from tools import require

HOSTILE = "<img src=x onerror=alert(1)> \"quotes\" 'and' & </script><script>alert(2)</script>"

POSTS = f"""
[[post]]
template = "announcement"
id = "a"
headline = "Ашық есік күні"
caption = {json.dumps(HOSTILE)}
alt = {json.dumps(HOSTILE)}
date = 2026-12-05

[[post]]
template = "quote"
id = "b"
quote = "Өнер алды қызыл тіл"
author = "Мақал"
placements = ["instagram-story", "x-post"]
languages = ["kk", "ru"]

[[post]]
template = "announcement"
id = "{"u" * 48}"
headline = "Word"
caption = "{"ұзын-сөз" * 40}"
"""


def files_of(folder: Path, posts: str, formats: tuple[str, ...] = ("auto",)) -> dict[str, bytes]:
    plan = social_plan(
        load(project(folder, posts) / "creativekit.toml"), Wanted(formats), workers=1
    )
    assert plan.errors == ()
    return {
        artifact.path: artifact.data
        for job in plan.jobs
        if job.path.count("/") == 1 or formats == ("auto",)
        for artifact in job.artifacts()
    }


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contact")
    for path, data in files_of(folder / "p", POSTS).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder / "social"


class Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_every_picture_is_there_with_its_texts(kit: Path) -> None:
    seen = Seen()
    text = (kit / "index.html").read_text("utf-8")
    seen.feed(text)
    pictures = [attrs for tag, attrs in seen.tags if tag == "img"]
    assert len(pictures) == 1 + 4 + 1
    for attrs in pictures:
        with Image.open(kit / str(attrs["src"])) as picture:
            assert (str(picture.width), str(picture.height)) == (attrs["width"], attrs["height"])
        assert attrs["alt"]
    assert "built-in" not in text
    assert "object at" not in text


def test_hostile_texts_are_text(kit: Path) -> None:
    seen = Seen()
    seen.feed((kit / "index.html").read_text("utf-8"))
    assert [tag for tag, _ in seen.tags].count("script") == 1
    assert not [attrs for _, attrs in seen.tags if any(name.startswith("on") for name in attrs)]
    copies = [attrs["data-copy"] for tag, attrs in seen.tags if tag == "button"]
    assert HOSTILE in copies
    assert HOSTILE in [attrs.get("alt") for tag, attrs in seen.tags if tag == "img"]


def test_the_picture_shows_every_post_with_its_name(kit: Path) -> None:
    with Image.open(kit / "contact.png") as sheet:
        assert sheet.width == 6 * 328 + 28
        row = sheet.convert("RGB").crop((0, 28, sheet.width, 28 + 375))
        for index in range(6):
            left = 28 + index * 328
            cell = row.crop((left, 0, left + 300, 375))
            assert len(cell.getcolors(300 * 375) or ()) > 5
        between = row.crop((28 + 302, 0, 28 + 326, 375))
        assert between.getcolors() == [(24 * 375, (236, 236, 234))]


def test_of_very_many_only_the_first_sheets_are_drawn(tmp_path: Path) -> None:
    count = PER_SHEET * MOST_SHEETS + 3
    posts = "".join(f'{ANNOUNCED}id = "p{index}"\nheadline = "А"\n' for index in range(count))
    folder = project(tmp_path / "p", posts)
    plan = social_plan(load(folder / "creativekit.toml"), Wanted(), workers=2)
    sheets = [job for job in plan.jobs if "contact" in job.path]
    assert [job.path for job in sheets] == [
        "social/contact.png", *(f"social/contact-{n}.png" for n in range(2, MOST_SHEETS + 1)),
    ]  # fmt: skip
    page = next(job for job in plan.jobs if job.path == "social/index.html").render().data
    assert page.count(b"<li>") == count
    with Image.open(io.BytesIO(sheets[-1].render().data)) as last:
        assert last.height == 4 * (375 + 34 + 28) + 28


# ---- in a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = require("chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with playwright.sync_playwright() as control:
        opened = control.chromium.launch(executable_path=program, args=arguments)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def axe() -> str:
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_and_nothing_sticks_out(
    browser: Any, axe: str, kit: Path, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, offline=True)
    page = context.new_page()
    page.goto((kit / "index.html").as_uri())
    bad = [
        (rule["id"], [node["target"] for node in rule["nodes"][:3]]) for rule in found(page, axe)
    ]
    across = page.evaluate("() => document.documentElement.scrollWidth")
    context.close()
    assert not bad, json.dumps(bad, ensure_ascii=False)
    assert across <= width


def test_it_works_without_a_network_and_runs_no_caption(browser: Any, kit: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url.partition(":")[0]))
    page.goto((kit / "index.html").as_uri())
    shown = page.evaluate(
        "async () => { for (const i of document.images) { i.loading = 'eager'; await i.decode(); }"
        " return document.images.length; }"
    )
    assert shown == 6
    assert complaints == []
    assert set(asked) == {"file"}
    button = page.locator("button[data-copy]").first
    label = button.text_content()
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('[role=status]').textContent")
    assert button.text_content() != label
    context.close()


def test_an_outlined_drawing_is_shown_and_a_document_is_a_link(tmp_path: Path) -> None:
    svg = files_of(tmp_path / "a", POSTS, ("svg",))["social/index.html"].decode("utf-8")
    assert 'img lang="kk" src="a/instagram-portrait.svg"' in svg
    pdf = files_of(tmp_path / "b", POSTS, ("pdf",))["social/index.html"].decode("utf-8")
    assert "<img" not in pdf
    assert '<a href="a/instagram-portrait.pdf">a/instagram-portrait.pdf</a>' in pdf
