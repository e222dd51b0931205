"""The social screen by keys alone: posts, their forms, what becomes of them; tables; files."""

from __future__ import annotations

import asyncio
import datetime
import json
import threading
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import snapshots
from rich.cells import cell_len
from studio_app import CONFIG, LARGE, SMALL, Desk, at_desk, project
from textual.app import App, ComposeResult
from textual.widgets import Input

from creativekit.errors import Message
from creativekit.language.catalogs import translator
from creativekit.press.orders import Posts
from creativekit.project.localized import Localized
from creativekit.social.template import Field, FieldType
from creativekit.social.template_store import template, template_ids
from creativekit.studio import social_export, social_form
from creativekit.studio.cells import shortened
from creativekit.studio.one_line import OneLine
from creativekit.studio.picture import Picture
from creativekit.studio.social import SocialScreen
from creativekit.studio.social_export import ExportScreen
from creativekit.studio.social_fields import FieldLabel, labelled
from creativekit.studio.social_form import Entry
from creativekit.studio.social_seeing import Seeing
from creativekit.studio.social_table import TableScreen

LANGUAGES = 'languages = ["kk", "ru"]\n\n[brand]'  # and so none is written in English
POSTS = (
    CONFIG.replace("[brand]", LANGUAGES, 1)
    + """
[social]
placements = ["instagram-portrait", "instagram-story"]

# Бірінші жазба
[[post]]
template = "announcement"
id = "news"
headline = { kk = "Жаңалық", ru = "Новость" }

[[post]]
template = "quote"
quote = "Өнер алды — қызыл тіл"
"""
)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return project(tmp_path / "saz-studio", POSTS)


def posts(desk: Desk) -> list[dict[str, Any]]:
    return list(tomllib.loads(desk.text).get("post", []))


async def looked(desk: Desk) -> None:
    """Wait until the last change is drawn and looked through, twice: a resize may come late."""
    for _ in range(2):
        for _ in range(200):
            await desk.pilot.pause(0.05)
            if desk.app.screen.query_one(Seeing).is_settled:
                break
        await desk.settle()


async def go_to(desk: Desk, control: str) -> None:
    for _ in range(40):
        if desk.app.focused is not None and desk.app.focused.id == control:
            return
        await desk.pilot.press("tab")
    pytest.fail(f"no way to {control}")


def entry(kind: FieldType, name: str = "x") -> Entry:
    box = "lines" if kind in ("lines", "items", "images") else "line"
    title = Localized.of("")
    return Entry(name, title, Field(name, kind, title), box)  # type: ignore[arg-type]


BOTH = {"kk": "Саз", "ru": "Глина"}


@pytest.mark.parametrize(
    ("kind", "before", "text", "language", "after"),
    [
        ("text", None, "Саз", "kk", "Саз"),
        ("text", "Саз", "Глина", "ru", BOTH),
        ("text", BOTH, "", "ru", "Саз"),
        ("text", None, "Глина", "ru", {"ru": "Глина"}),
        ("text", BOTH, "", "kk", {"ru": "Глина"}),
        ("text", "Саз", "", "kk", None),
        ("price", None, "12 500 ₸", "kk", 12500),
        ("price", 9500, "от 5 000", "ru", {"kk": 9500, "ru": "от 5 000"}),
        ("price", 9500, "10 000", "ru", 10000),
        ("date", None, "05.12.2026", "kk", datetime.date(2026, 12, 5)),
        ("date", None, "әр жұма", "kk", "әр жұма"),
        ("time", None, "9:05", "kk", datetime.time(9, 5)),
        ("lines", ["а", "б"], "а\nв", "kk", ["а", "в"]),
        ("items", None, "Саз | 9 500\nҚұм", "kk", [["Саз", 9500], ["Құм"]]),
        ("items", [["а", 1], [BOTH, 2]], "Саз | 2", "kk", [[BOTH, 2]]),
        ("items", [[BOTH, 2]], "Песок | 3", "ru", [[{"kk": "Саз", "ru": "Песок"}, 3]]),
        ("items", [[BOTH, 2]], "", "ru", None),
    ],
)
def test_what_is_typed_becomes_what_is_kept(
    kind: FieldType, before: Any, text: str, language: str, after: Any
) -> None:
    assert social_form.stored(entry(kind), before, text, language, "kk") == after


@pytest.mark.parametrize(
    ("kind", "raw", "shown"),
    [
        ("text", BOTH, "Глина"),
        ("text", {"kk": "Саз"}, ""),
        ("price", 12500, "12 500"),
        ("date", datetime.datetime(2026, 12, 5, 10), "2026-12-05 10:00"),
        ("items", [[BOTH, 12500], ["а"]], "Глина | 12 500\nа"),
        ("image", {"file": "a.jpg", "focal": [0.5, 0.25]}, "a.jpg @ 50% 25%"),
    ],
)
def test_what_is_kept_is_typed_again(kind: FieldType, raw: Any, shown: str) -> None:
    assert social_form.typed(entry(kind), raw, "ru") == shown


def test_typing_draws_merges_and_is_taken_back(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("3")
        before = desk.app.screen.query_one("#post", Picture).shown
        await desk.press("enter", "end")
        await desk.type(" бар")
        assert posts(desk)[0]["headline"] == {"kk": "Жаңалық бар", "ru": "Новость"}
        after = desk.app.screen.query_one("#post", Picture).shown
        assert before is not None
        assert after is not None
        assert not np.array_equal(before, after)
        seeing = desk.app.screen.query_one(Seeing)
        assert seeing.wishes[0] == seeing.wishes[1]
        await desk.press("ctrl+z")
        assert desk.text == POSTS
        assert "Жаңалық" in desk.shown()
        await desk.press("f7", "end")
        await desk.type("!")
        assert posts(desk)[0]["headline"] == {"kk": "Жаңалық", "ru": "Новость!"}
        assert "# Бірінші жазба" in desk.text

    at_desk(config, steps)
    assert config.read_text("utf-8") == POSTS


def test_a_post_opens_in_the_language_that_is_spoken(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        def written() -> str:
            return desk.app.screen.query_one("#field-headline", Input).value

        await desk.press("3")
        await looked(desk)
        seen = desk.app.screen.query_one(Seeing).sight
        assert written() == "Новость"
        assert seen.seen is not None
        assert seen.seen.language == "ru"
        desk.app.speak("kk")  # while it is open
        await looked(desk)
        assert written() == "Жаңалық"
        assert seen.seen.language == "kk"
        desk.app.speak("en")  # which the project does not: its main one
        await looked(desk)
        assert written() == "Жаңалық"
        await desk.press("f7")  # a choice of one's own outlives what the studio speaks
        desk.app.speak("kk")
        await looked(desk)
        assert written() == "Новость"

    at_desk(config, steps, language="ru")


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_a_fields_marks_are_all_seen(tmp_path: Path, size: tuple[int, int]) -> None:
    """Of every template that there is, in every language, in the room that a form has."""
    config = project(tmp_path / "saz-studio", POSTS.replace('["kk", "ru"]', '["kk", "ru", "en"]'))
    rooms: set[int] = set()

    async def steps(desk: Desk) -> None:
        await desk.press("3")
        await looked(desk)
        rooms.update(each.content_size.width for each in desk.app.screen.query(FieldLabel))
        assert "Headline *  ✓kk  ✓ru  –en" in desk.shown()

    at_desk(config, steps, size=size)
    room = min(rooms)
    assert room > 20
    marks = (("kk", True), ("ru", False), ("en", True))
    for name in template_ids(tmp_path):
        for entry in social_form.entries(template(name, tmp_path)):
            for language in ("kk", "ru", "en"):
                title = entry.title
                speak = translator(language)
                said = title.get(language) if isinstance(title, Localized) else speak.text(title)
                line = labelled(said, entry.required, marks, "a note", room).plain
                assert cell_len(line) <= room, line
                assert all(mark in line for mark in ("✓kk", "–ru", "✓en")), line
                assert line.startswith(said[:20])
                assert (" *" in line) == entry.required


def test_a_star_is_explained_and_a_sample_has_words(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("3", "enter")
        assert "* required" in desk.shown()
        await go_to(desk, "field-photo")
        await desk.type("sample:dark")
        assert "a drawn sample: dark" in desk.shown()
        assert posts(desk)[0]["photo"] == "sample:dark"

    at_desk(config, steps, size=LARGE)


@pytest.mark.parametrize(
    ("text", "room", "beside", "shown"),
    [
        ("Шаңырақ", 7, "", "Шаңырақ"),
        ("Instagram: вертикальный пост 4:5", 21, "", "Instagram: верти… 4:5"),
        ("Кошкар муйиз (бараний рог)", 15, "знак", "Кошкар муйиз"),
        ("шрифтовой логотип", 15, "логотип", "шрифтовой"),
        ("Қошқар мүйіз өрнегі", 10, "", "Қошқар мү…"),
        ("1000000000000 7", 8, "", "10000… 7"),
    ],
)
def test_a_value_is_cut_where_least_is_missed(
    text: str, room: int, beside: str, shown: str
) -> None:
    assert shortened(text, room, beside).rstrip() == shown


def test_a_post_has_its_title_where_files_are_made_of_it(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("3")
        await looked(desk)
        await desk.press("e")
        assert "This post: Новость" in desk.shown() or "This post: Жаңалық" in desk.shown()
        assert "news" not in desk.shown()

    at_desk(config, steps)


def test_a_day_that_is_none_is_refused_where_it_is_typed(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("3", "enter")
        await go_to(desk, "field-date")
        await desk.type("31.02.2026")
        assert "date" not in posts(desk)[0]
        assert "31.02.2026" in desk.shown()
        assert desk.app.session.project is not None
        await desk.press(*["backspace"] * 10)
        await desk.type("05.12.2026 10.30")
        assert posts(desk)[0]["date"] == datetime.datetime(2026, 12, 5, 10, 30)

    at_desk(config, steps, size=LARGE)


def test_new_copied_removed_and_back(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("3", "n", "enter")
        await desk.type("Қош")
        assert posts(desk)[2] == {"template": "announcement", "headline": "Қош"}
        await desk.press("escape", "home", "d")
        assert posts(desk)[3] == {**posts(desk)[0], "id": "news-2"}
        await desk.press("delete")
        assert len(posts(desk)) == 3
        await desk.press("ctrl+z")
        assert len(posts(desk)) == 4
        await desk.press("ctrl+s")

    at_desk(config, steps)
    saved = config.read_text("utf-8")
    assert saved.startswith(POSTS.rstrip())
    assert [each.get("id") for each in tomllib.loads(saved)["post"]] == [
        "news",
        None,
        None,
        "news-2",
    ]


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_no_post_yet_invites_and_the_first_is_begun(tmp_path: Path, size: tuple[int, int]) -> None:
    config = project(tmp_path / "saz-studio", CONFIG.replace("[brand]", LANGUAGES, 1))

    async def steps(desk: Desk) -> None:
        await desk.press("3")
        assert "No posts yet" in desk.shown()
        await looked(desk)
        snapshots.check(f"social-empty-{size[0]}x{size[1]}", desk)
        await desk.press("n", "enter")
        await desk.type("Сәлем")
        assert posts(desk) == [{"template": "announcement", "headline": "Сәлем"}]
        await desk.press("escape", "delete")
        assert "No posts yet" in desk.shown()
        await desk.press("ctrl+z")
        assert "Сәлем" in desk.shown()

    at_desk(config, steps, size=size)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_placement_safe_zones_and_findings(config: Path, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("3")
        screen = desk.app.screen
        assert isinstance(screen, SocialScreen)
        await looked(desk)
        snapshots.check(f"social-{size[0]}x{size[1]}", desk)
        await desk.press("f6")
        plain = screen.query_one("#post", Picture).shown
        await desk.press("f8")
        zones = screen.query_one("#post", Picture).shown
        assert plain is not None
        assert zones is not None
        assert plain.shape == zones.shape
        assert not np.array_equal(plain, zones)
        await desk.press("enter", "end")
        await desk.type("🚀")
        await looked(desk)
        assert "U+1F680" in desk.shown()

    at_desk(config, steps, size=size)


TABLE = "template;headline;photo\nannouncement;Жаңалық;\nannouncement;Суретсіз;жоқ.jpg\n"


def test_a_table_row_by_row_then_what_is_right(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (config.parent / "posts.csv").write_text(TABLE, "utf-8")
    monkeypatch.setattr("creativekit.press.pool.cores", lambda: 1)

    async def steps(desk: Desk) -> None:
        await desk.press("3", "t", "enter")
        table = desk.app.screen
        assert isinstance(table, TableScreen)
        assert [row.state for row in table.rows] == ["good", "error"]
        assert "1 row to mend" in desk.shown()
        assert "жоқ.jpg" in desk.shown()
        assert "photo (Photograph): " in desk.shown()  # as the form has it
        await desk.press("e")
        assert isinstance(desk.app.screen, ExportScreen)
        assert desk.app.screen.is_over
        await desk.press("escape", "escape")
        assert isinstance(desk.app.screen, SocialScreen)

    at_desk(config, steps)
    made = json.loads((config.parent / "kit/.creativekit.json").read_text("utf-8")) if (
        config.parent / "kit/.creativekit.json").is_file() else None  # fmt: skip
    assert made is None or "posts.csv" in json.dumps(made)
    assert list((config.parent / "kit/social").rglob("instagram-story.*"))
    assert config.read_text("utf-8") == POSTS


def test_an_export_that_is_stopped_leaves_whole_files_only(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("creativekit.press.pool.cores", lambda: 1)
    text = POSTS.replace('["instagram-portrait", "instagram-story"]', '["instagram-square"]')
    config.write_text(text.replace("quote = ", 'author = "Халық"\nquote = '), "utf-8")
    begun, go_on = threading.Event(), threading.Event()
    real = social_export.stopping

    def stopping(progress: Any, cancelled: Any) -> Any:
        told = real(progress, cancelled)

        def waits(done: int, total: int, label: Message) -> None:
            # The first file lies there; the person presses Esc while the next one waits.
            if list(kit.rglob("*.png")) or list(kit.rglob("*.jpg")):
                begun.set()
                go_on.wait(10)
            told(done, total, label)

        return waits

    monkeypatch.setattr(social_export, "stopping", stopping)
    kit = config.parent / "kit"

    async def steps(desk: Desk) -> None:
        await desk.press("3", "e", "down")
        await desk.pilot.press("enter")
        for _ in range(1000):
            if begun.is_set():
                break
            await desk.pilot.pause(0.01)
        assert begun.is_set()
        await desk.pilot.press("escape")
        go_on.set()
        await desk.settle()
        assert "stopped; what was finished stays" in desk.shown()

    at_desk(config, steps)
    monkeypatch.undo()
    left = {each.relative_to(kit): each.read_bytes() for each in kit.rglob("*") if each.is_file()}
    whole = config.parent / "whole"
    posts_of = Posts()
    done = social_export.export(posts_of, config, whole, lambda *_: None, workers=1)
    assert done.report is not None
    pictures = [name for name in left if name.suffix in (".png", ".jpg")]
    assert 0 < len(pictures) < len(done.report.made)
    for name in pictures:
        assert left[name] == (whole / name).read_bytes()
    # Nothing but files of the kit: no half of one under a name of its own.
    made = {each.relative_to(whole) for each in whole.rglob("*") if each.is_file()}
    assert set(left) <= made
    again = social_export.export(posts_of, config, kit, lambda *_: None, workers=1)
    assert again.report is not None
    assert len(again.report.unchanged) >= len(pictures)


def test_a_table_that_is_none_is_told(config: Path) -> None:
    (config.parent / "posts.csv").write_text("", "utf-8")

    async def steps(desk: Desk) -> None:
        await desk.press("3", "t", "enter", "e", "w")
        assert "cannot be read" in desk.shown()

    at_desk(config, steps)


def test_a_field_says_where_its_text_goes_on(tmp_path: Path) -> None:
    """Only while nobody types in it."""

    class Fields(App[None]):
        def compose(self) -> ComposeResult:
            yield Input()
            yield OneLine("Студия есігі ашық", id="long")
            yield OneLine("Студия", id="short")

        CSS = "Input { width: 10; border: none; padding: 0; }"

    def line(app: App[None], name: str) -> str:
        return app.query_one(name, OneLine).render_line(0).text

    async def look() -> None:
        app = Fields()
        async with app.run_test() as pilot:
            assert line(app, "#long") == "Студия ес…"
            assert line(app, "#short").rstrip() == "Студия"
            app.query_one("#long").focus()
            await pilot.press("end")
            assert "…" not in line(app, "#long")
            await pilot.press("tab")
            assert line(app, "#long")[0] == "…"

    asyncio.run(look())
