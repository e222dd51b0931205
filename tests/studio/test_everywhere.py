"""What holds on every screen: the mouse is enough, colours are not needed, a language is whole, and
the screens and dialogs that no other test keeps look as they did."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import snapshots
from studio_app import CONFIG, LARGE, SMALL, Desk, at_desk, project
from textual.types import IgnoreReturnCallbackType
from textual.widgets import Input, OptionList

from creativekit.color.contrast import ratio
from creativekit.errors import Problem, msg
from creativekit.positioning.sheets import worksheets
from creativekit.studio.area_screen import Tab
from creativekit.studio.areas import AREAS
from creativekit.studio.brand import BrandScreen
from creativekit.studio.dialogs import Pick
from creativekit.studio.keys import Foot
from creativekit.studio.palette import StudioCommands
from creativekit.studio.social_seeing import Seeing

POST = """
[[post]]
template = "quote"
quote = "Өнер алды — қызыл тіл"
author = "Қазақ мақалы"
placements = ["instagram-portrait"]
"""
ONE_LANGUAGE = CONFIG.replace("[brand]", 'languages = ["kk"]\n\n[brand]') + POST
TABLE = "template;headline;photo\nannouncement;Жаңалық;\nannouncement;Суретсіз;жоқ.jpg\n"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return project(tmp_path / "saz-studio", CONFIG + POST)


async def looked(desk: Desk) -> None:
    """Until the posts are drawn and looked through."""
    for _ in range(200):
        await desk.settle()
        if all(each.is_settled for each in desk.app.screen.query(Seeing)):
            break
        await desk.pilot.pause(0.05)
    await desk.settle()


def test_the_mouse_is_enough(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        async def click(widget: object, x: int = 1, y: int = 0) -> None:
            assert await desk.pilot.click(widget, offset=(x, y))  # type: ignore[arg-type]
            await desk.settle()

        await click(list(desk.app.screen.query(Tab))[1])
        assert isinstance(desk.app.screen, BrandScreen)
        await click(desk.app.screen.query_one("#hue"), 14)
        assert "#0a7e8c" not in desk.text
        await click(desk.app.screen.query_one("#style"), 14)
        assert isinstance(desk.app.screen, Pick)
        await click(desk.app.screen.query_one(OptionList), 2, 0)
        assert 'style = "bold"' in desk.text
        foot = desk.app.screen.query_one(Foot)
        start = next(start for start, _, name in foot._places if name == "ctrl+s")
        await click(foot, start + 3)
        assert not desk.app.session.dirty

    at_desk(config, steps)
    assert 'style = "bold"' in config.read_text("utf-8")


def test_without_colours_everything_is_told_in_signs(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(desk: Desk) -> None:
        await desk.press("2")
        for strip in desk.app.screen._compositor.render_strips():
            for segment in strip:
                for color in (segment.style and segment.style.color, segment.style
                              and segment.style.bgcolor):  # fmt: skip
                    red, green, blue = color.get_truecolor() if color else (0, 0, 0)
                    assert red == green == blue
        shown = desk.shown()
        assert "● Brand" in shown  # where one is
        assert "▸tone" in shown  # what has the focus
        assert "○ Ramps" in shown
        snapshots.check("brand-nocolor-80x24", desk)

    at_desk(config, steps)


def test_the_marked_line_of_a_list_has_a_bar(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(desk: Desk) -> None:
        def marked() -> list[str]:
            return [line.split("▌")[1].strip() for line in desk.shown().split("\n") if "▌" in line]

        await desk.press("4")
        assert [each[:6] for each in marked()] == ["○  1 O", "moment"]  # all of its name
        await desk.press("down")
        assert [each[:6] for each in marked()] == ["○  2 C", "what  "]
        await desk.press("2", "ctrl+p")
        await desk.pilot.pause(0.3)
        await desk.settle()
        assert marked()[0].startswith("Home: show")
        foot = [each.key_display for each in desk.app.screen.query_one(Foot).shown()]
        assert foot[:2] == ["↵", "Esc"]  # its own, and not those of the screen behind it

    at_desk(config, steps)


def test_a_window_says_with_which_key_one_chooses(config: Path) -> None:
    (config.parent / "posts.csv").write_text(TABLE, "utf-8")

    async def steps(desk: Desk) -> None:
        async def look(*keys: str) -> None:
            await desk.press(*keys)
            await looked(desk)
            last = desk.shown().split("\n")[-1]
            assert last.split() == ["↵", "Choose", "Esc", "Back"], keys
            await desk.press("escape")

        await desk.press("3")
        for name in "n", "t", "e":  # templates, tables, files
            await look(name)
        await look("4", "x")

    at_desk(config, steps)


def test_what_cannot_be_done_is_not_offered_or_says_why(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        def offered(wanted: str) -> list[IgnoreReturnCallbackType]:
            found = StudioCommands(desk.app.screen)._entries()
            return [callback for name, callback in found if name == wanted]

        await desk.press("2")
        assert offered("Home: make what is not done")
        assert not offered("Home: stop making")
        assert not any(offered(f"Studio: {what}") for what in ("save", "undo", "redo"))
        desk.app.session.change({"brand.style": "bold"})
        desk.app.changed()
        assert offered("Studio: undo")
        assert offered("Studio: save")
        await desk.press("ctrl+p")
        assert offered("Studio: undo")  # the palette is over the screen that it is about
        await desk.press("escape", "escape")
        # Nobody has seen that screen yet, so it says it itself.
        (report,) = offered("Presence: make the report")
        await report()  # type: ignore[misc]
        await desk.settle()
        assert desk.app.current_mode == "presence"
        said = [each.message for each in desk.app._notifications]
        assert said == ["no finished self-assessment to make it of"]
        assert not offered("Presence: make the report")

    at_desk(config, steps)


@pytest.mark.parametrize("color", [True, False])
def test_a_notice_is_told_from_the_page(
    config: Path, color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not color:
        monkeypatch.setenv("NO_COLOR", "1")

    async def steps(desk: Desk) -> None:
        desk.app.notify("saved", timeout=60)
        for theme in "light", "dark", "brand":
            desk.app.theme = theme
            await desk.settle()
            strips = desk.app.screen._compositor.render_strips()
            line = next(strip for strip in strips if "saved" in strip.text)
            edge = next(each for each in line if "█" in each.text)
            assert edge.style is not None
            inks = edge.style.color, edge.style.bgcolor
            ink, ground = (each.get_truecolor().hex for each in inks if each is not None)
            assert ratio(ink, ground) >= 3, theme
            assert "saved" in desk.shown()

    at_desk(config, steps, notices=True)


def test_a_notice_is_gone_when_a_window_opens(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        desk.app.notify("said before", timeout=60)
        await desk.settle()
        assert "said before" in desk.shown().split("\n")[1]  # where no other text is
        await desk.press("f1")
        assert "said before" not in desk.shown()

    at_desk(config, steps, notices=True)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_way_out_of_a_form_is_on_the_foot(tmp_path: Path, language: str) -> None:
    config = project(tmp_path / "saz-studio", CONFIG + '\n[[post]]\ntemplate = "announcement"\n')

    async def steps(desk: Desk) -> None:
        await desk.press("3", "enter", "tab")
        assert "Esc " in desk.shown().split("\n")[-1]

    at_desk(config, steps, language=language)


def test_a_problem_is_placed_by_the_names_of_the_screens(config: Path) -> None:
    found = msg("'{found}' is not a colour", found="'te'el'")
    keys = {
        "positioning.ladder.needs[3]": "Sheet 3 · Value ladder",
        "post[2].headline": "Posts · 2  creativekit.toml",
        "brand.color": "Brand  creativekit.toml",
        "project.name": "creativekit.toml project.name",
    }

    async def steps(desk: Desk) -> None:
        for name, shown in keys.items():
            desk.app.show_problems((Problem(found, file="creativekit.toml", key=name),))
            await desk.settle()
            assert shown in desk.shown()
            assert name in desk.shown()
            assert "‘'te'el'’ is not a colour" in desk.shown()  # as it was typed
            assert "1 error" in desk.shown()
            await desk.press("escape")

    at_desk(config, steps, size=LARGE)


def test_a_language_that_is_changed_live_is_whole(tmp_path: Path) -> None:
    config = project(tmp_path / "saz-studio", ONE_LANGUAGE)
    fresh: dict[str, str] = {}
    live: dict[str, str] = {}

    async def in_kazakh(desk: Desk) -> None:
        for area in AREAS:
            await desk.press(area.key)
            await looked(desk)
            fresh[area.name] = desk.shown()

    async def from_russian(desk: Desk) -> None:
        for area in AREAS:
            await desk.press(area.key)
            await looked(desk)
            desk.app.speak("kk")
            await looked(desk)
            live[area.name] = desk.shown()
            desk.app.speak("ru")

    at_desk(config, in_kazakh, language="kk")
    at_desk(config, from_russian, language="ru")
    assert live == fresh


@pytest.mark.parametrize(("size", "theme"), [(SMALL, "dark"), (LARGE, "brand")])
def test_what_else_there_is_looks_as_it_did(
    config: Path, size: tuple[int, int], theme: str
) -> None:
    folder, name = config.parent, f"{size[0]}x{size[1]}"
    (folder / "posts.csv").write_text(TABLE, "utf-8")
    form = {"creativekit": "worksheets", "version": 1, "language": "kk"}
    values = {"audience.who": "Айша, әнші", "ladder.needs.0": "үнсіздік"}
    (folder / "answers.json").write_text(json.dumps({**form, "values": values}), "utf-8")

    async def steps(desk: Desk) -> None:
        def check(screen: str) -> None:
            snapshots.check(f"{screen}-{name}", desk)

        await desk.press("2")
        if size == SMALL:
            await desk.press("e")
            check("explore")
            await desk.press("escape")
        await desk.press("p")
        for field in desk.app.screen.query(Input):
            field.cursor_blink = False
        check("picture-path")
        await desk.press("escape", "3")
        await looked(desk)
        await desk.press("n")
        check("templates")
        await desk.press("escape", "t", "enter")
        check("table")
        await desk.press("escape", "4", "i", "enter")
        check("difference")
        await desk.press("escape")
        sheets = {sheet.id: sheet.number for sheet in worksheets()}
        desk.app.screen.query_one("#sheets", OptionList).highlighted = sheets["price"] - 1
        await desk.settle()
        desk.app.screen.query_one("#in-price-fee").focus()
        await desk.settle()
        check("positioning-scrolled")
        await desk.press("escape", "5", "enter")
        check("presence-profile")
        await desk.press("2")
        check("presence-features")
        await desk.press("enter")
        check("presence-hours")
        await desk.press("escape", "1", "f1")
        if size == LARGE:
            check("help")
        await desk.press("escape")
        desk.app.session.change({"brand.pattern": "waves"})
        desk.app.changed()
        await desk.press("ctrl+q")
        check("unsaved")

    at_desk(config, steps, size=size, theme=theme, language="kk" if size == SMALL else "ru")
