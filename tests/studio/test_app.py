"""Going about in the studio with the keyboard alone; languages, themes, palette, help, saving."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import snapshots
from studio_app import CONFIG, Desk, at_desk, project

from creativekit.color.contrast import TEXT, ratio
from creativekit.color.palette import palette
from creativekit.language.catalogs import translator
from creativekit.studio import preferences, themes
from creativekit.studio.areas import AREAS
from creativekit.studio.dialogs import Pick
from creativekit.studio.help import HelpScreen
from creativekit.studio.problems import ProblemsPanel
from creativekit.studio.session import Session

HOSTILE = ("[/]{name}", "Ң" * 200, "\x1b[31mred\x1b[0m", "Қызғалдақ 🌷 ұя")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return project(tmp_path / "saz-studio")


def test_every_area_by_its_key_and_by_the_kazakh_keyboards(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        for area in reversed(AREAS):
            await desk.press("escape", area.key)
            assert desk.app.current_mode == area.name
        await desk.press("escape", "ә")  # the key of 2 on a Kazakh keyboard
        assert desk.app.current_mode == "brand"
        await desk.press("escape", "quotation_mark")
        assert desk.app.current_mode == "home"

    at_desk(config, steps)


def test_three_languages_live(config: Path) -> None:
    seen = {}

    async def steps(desk: Desk) -> None:
        for _ in range(3):
            await desk.press("f2")
            seen[desk.app.translator.language] = desk.shown()
        await desk.press("2")
        assert "colour" in desk.shown().lower()

    at_desk(config, steps)
    assert set(seen) == {"kk", "ru", "en"}
    assert "Дыбыстан әлем құрамыз" in seen["kk"]
    assert "Миры из звука" in seen["ru"]
    assert "Worlds out of sound" in seen["en"]


def test_an_area_that_was_not_shown_speaks_the_new_language_too(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("2", "1", "f2", "2")
        language = desk.app.translator.language
        assert language == "kk"
        assert "Дала" in desk.shown()  # the style's own title

    at_desk(config, steps)


def test_language_and_theme_are_remembered(config: Path) -> None:
    async def change(desk: Desk) -> None:
        await desk.press("f2", "f3")

    app = at_desk(config, change)
    kept = json.loads((config.parent.parent / "settings.json").read_text())
    assert kept == {"theme": app.theme, "language": "kk"}

    async def nothing(desk: Desk) -> None:
        pass

    app = at_desk(config, nothing, language="")
    assert app.theme == "brand"
    assert app.translator.language == "kk"


def test_damaged_settings_are_no_settings(config: Path) -> None:
    file = config.parent.parent / "settings.json"
    for text in ("[", "[1]", '{"theme": 4}', ""):
        file.write_text(text)
        assert preferences.remembered(file) == preferences.Preferences()
    file.write_text('{"theme": "pink", "language": "xx"}')

    async def nothing(desk: Desk) -> None:
        pass

    app = at_desk(config, nothing, language="")
    assert app.theme == "dark"
    assert app.translator.language == "en"


def test_three_themes_by_one_key(config: Path) -> None:
    seen = []

    async def steps(desk: Desk) -> None:
        for _ in range(3):
            await desk.press("f3")
            seen.append(desk.app.theme)

    at_desk(config, steps)
    assert sorted(seen) == ["brand", "dark", "light"]


@pytest.mark.parametrize(
    "color", ["#0a7e8c", "#f2c200", "#101010", "#fafafa", "#ff0000", "#ffd6e0", "#808080"]
)
def test_every_theme_reads(color: str) -> None:
    made = themes.brand(palette(color))
    for theme in (made, themes.light(), themes.dark()):
        assert themes.is_readable(theme)
        for status in (theme.success, theme.warning, theme.error):
            assert status is not None
            for ground in (theme.background, theme.surface, theme.panel):
                assert ground is not None
                assert ratio(status, ground) >= TEXT


def test_a_theme_that_does_not_read_is_refused() -> None:
    theme = themes.dark()
    theme.variables["muted"] = "#202020"
    assert not themes.is_readable(theme)


def test_the_palette_names_area_and_action(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("ctrl+p")
        await desk.type("brand: show")
        await desk.pilot.pause(0.3)
        assert "Brand: show" in desk.shown()
        await desk.press("enter")
        await desk.settle()
        assert desk.app.current_mode == "brand"

    at_desk(config, steps)


def test_the_palette_does_an_action_of_another_area(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        brand = next(each for each in AREAS if each.name == "brand")
        view = next(each for each in brand.commands if each.action == "next_view")
        await desk.app.do_in_area("brand", view)
        assert desk.app.current_mode == "brand"

    at_desk(config, steps)


def test_help_shows_the_keys_of_the_screen(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("f1")
        assert isinstance(desk.app.screen, HelpScreen)
        assert "Make what is not done" in desk.shown()
        snapshots.check("help-80x24", desk)
        await desk.press("escape")
        assert not isinstance(desk.app.screen, HelpScreen)

    at_desk(config, steps)


def test_undo_redo_and_save_by_keys(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        desk.app.session.change({"brand.style": "bold"})
        desk.app.changed()
        await desk.settle()
        assert "✱" in desk.shown()
        await desk.press("ctrl+z")
        assert '"steppe"' in desk.text
        assert "✱" not in desk.shown()
        await desk.press("ctrl+y")
        await desk.press("2")  # a screen with more keys of its own than there is room for
        foot = desk.shown().rstrip().splitlines()[-1]
        assert "^S Save" in foot
        assert "F1 Help" in foot
        await desk.press("ctrl+s")
        assert "✱" not in desk.shown()

    at_desk(config, steps)
    assert config.read_text("utf-8") == CONFIG.replace('"steppe"', '"bold"')


@pytest.mark.parametrize(("answer", "expected"), [(0, "bold"), (1, "noir"), (2, "noir")])
def test_a_file_changed_meanwhile_is_asked_about(config: Path, answer: int, expected: str) -> None:
    async def steps(desk: Desk) -> None:
        desk.app.session.change({"brand.style": "bold"})
        desk.app.changed()
        config.write_text(CONFIG.replace("steppe", "noir"), "utf-8")
        await desk.press("ctrl+s")
        assert isinstance(desk.app.screen, Pick)
        await desk.press(*["down"] * answer, "enter")
        assert not isinstance(desk.app.screen, Pick)

    app = at_desk(config, steps)
    assert f'"{expected}"' in config.read_text("utf-8")
    copies = list(config.parent.glob("*.bak"))
    assert len(copies) == (answer == 0)
    assert app.session.dirty == (answer == 2)


@pytest.mark.parametrize(("answer", "left", "saved"), [(0, True, True), (1, True, False)])
def test_leaving_with_changes_asks(config: Path, answer: int, left: bool, saved: bool) -> None:
    async def steps(desk: Desk) -> None:
        desk.app.session.change({"brand.style": "bold"})
        await desk.pilot.press("ctrl+q")
        await desk.pilot.pause()
        assert isinstance(desk.app.screen, Pick)
        await desk.pilot.press(*["down"] * answer, "enter")

    app = at_desk(config, steps)
    assert app._exit is left
    assert ('"bold"' in config.read_text("utf-8")) is saved


BROKEN = CONFIG.replace('"steppe"', '"stepe"').replace("#0a7e8c", "teel")


def test_a_project_that_does_not_load_shows_its_problems_and_is_read_again(config: Path) -> None:
    config.write_text(BROKEN, "utf-8")

    async def steps(desk: Desk) -> None:
        for part in ("creativekit.toml:9 brand.style", "did you mean ‘steppe’?", "‘teel’"):
            assert part in desk.shown()
        snapshots.check("problems-80x24", desk)
        await desk.press("2")
        assert desk.app.screen.query(ProblemsPanel)
        config.write_text(CONFIG, "utf-8")
        await desk.press("f5")
        assert not desk.app.screen.query(ProblemsPanel)
        await desk.press("escape", "1")
        assert "Worlds out of sound" in desk.shown()

    at_desk(config, steps)


@pytest.mark.parametrize("text", ["[brand"])
def test_what_is_no_project_at_all_is_told(config: Path, text: str) -> None:
    config.write_text(text, "utf-8")

    async def steps(desk: Desk) -> None:
        assert desk.app.screen.query(ProblemsPanel)
        await desk.press("b", "ctrl+s", "ctrl+z", "2", "v", "e", "1")
        config.write_text(CONFIG, "utf-8")
        await desk.press("f5")
        assert "Worlds out of sound" in desk.shown()

    at_desk(config, steps)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_shown_as_it_is(tmp_path: Path, name: str) -> None:
    written = json.dumps(name, ensure_ascii=False).replace("\x1b", "\\u001b")
    config = project(tmp_path / "p", f'[project]\nname = {written}\n[brand]\ncolor = "#0a7e8c"\n')

    async def steps(desk: Desk) -> None:
        assert "\x1b" not in desk.shown()
        start = name.removeprefix("\x1b[31m")[:4]
        if desk.app.session.project is not None:
            assert start in desk.shown()
        if name == HOSTILE[0]:
            await desk.press("2")

    at_desk(config, steps)


def test_a_workers_fault_is_shown(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from creativekit.press import build as building

    def broken(*_: object) -> dict[str, building.State]:
        raise RuntimeError("the disk [/] is on fire")

    monkeypatch.setattr(building, "state", broken)

    async def steps(desk: Desk) -> None:
        assert "the disk [/] is on fire" in desk.shown()
        await desk.press("escape")
        assert "Worlds out of sound" in desk.shown()

    at_desk(config, steps)


def test_no_color_tells_everything_still(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(desk: Desk) -> None:
        assert "○ not made yet" in desk.shown()
        assert "● Home" in desk.shown()
        await desk.press("2")
        assert "● Brand" in desk.shown()

    assert at_desk(config, steps).no_color


def test_everything_can_be_reached_by_tab(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        for area in AREAS:
            await desk.press("escape", area.key)
            wanted = {each for each in desk.app.screen.focus_chain if each.display}
            seen = set()
            for _ in range(len(wanted) + 1):
                if desk.app.focused is not None:
                    seen.add(desk.app.focused)
                await desk.pilot.press("tab")
            assert wanted <= seen

    at_desk(config, steps)


def test_the_session_validates_a_brand_as_the_whole_file_is(config: Path) -> None:
    session = Session(config, config.parent / "kit")
    session.change({"brand.style": "stepe"})
    assert session.project is None
    assert session.problems[0].line == 9
    assert session.undo()
    assert session.project is not None
    session.change({"brand.style": "bold"})
    quick = session.project
    assert session.draft is not None
    session.draft.save()
    session.open()
    assert session.project == quick


def test_areas_have_names_keys_and_titles_of_their_own() -> None:
    for values in (
        [each.name for each in AREAS],
        [each.key for each in AREAS],
        [translator("en").text(each.title) for each in AREAS],
    ):
        assert len(set(values)) == len(AREAS)
