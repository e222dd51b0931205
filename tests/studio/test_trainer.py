"""A trainer in front of a hall, by keys alone and with a clock of the test's."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
import snapshots
from studio_app import LARGE, SMALL, Desk, Steps, project
from textual.widgets import Input, OptionList

from creativekit.language.catalogs import translator
from creativekit.positioning.sheets import worksheets
from creativekit.project.loading import parse
from creativekit.studio.agenda import agenda
from creativekit.studio.areas import AREAS
from creativekit.studio.dialogs import Pick
from creativekit.studio.keys import Foot
from creativekit.studio.sample import Sample, sample_text, thrown_away
from creativekit.studio.social_fields import Lines
from creativekit.studio.trainer import TrainerStudio
from creativekit.studio.trainer_bar import SayPanel, TrainerBar


class Time:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def in_the_hall(
    folder: Path,
    time: Time,
    steps: Steps,
    *,
    own: Path | None = None,
    size: tuple[int, int] = SMALL,
    language: str = "en",
    theme: str = "dark",
) -> TrainerStudio:
    """On a sample project, or on the trainer's own."""
    settings = folder / "settings.json"
    settings.write_text(json.dumps({"theme": theme}), "utf-8")
    (folder / "root").mkdir()
    sample = Sample(folder / "root", translator(language).text) if own is None else None
    config = sample.config() if sample is not None else own
    assert config is not None
    app = TrainerStudio(
        config,
        config.parent / "kit",
        agenda(),
        sample=sample,
        now=time,
        language=language,
        settings=settings,
    )

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await desk.settle()
            await steps(desk)
            await desk.settle()

    asyncio.run(run())
    return app


def test_steps_clock_and_screens_by_keys(tmp_path: Path) -> None:
    time = Time()

    async def steps(desk: Desk) -> None:
        assert "⇧F9 starts the clock" in desk.shown()
        await desk.press("shift+f7")  # there is none before the first
        assert "1/11  Welcome" in desk.shown()
        await desk.press("shift+f9")
        time.now = 754
        desk.app.tick()  # type: ignore[attr-defined]
        await desk.settle()
        assert "12:34 / 10:00  ▲ over by 2:34" in desk.shown()
        assert "in all 3 min behind" in desk.shown()
        await desk.press("shift+f8", "shift+f8")
        assert desk.app.current_mode == "positioning"
        assert "2  Compared with what" in desk.shown()  # the step's own sheet
        await desk.press("shift+f8")
        assert desk.app.current_mode == "brand"
        assert "4/11  Colour and style" in desk.shown()
        assert "15:00 left" in desk.shown()
        await desk.press("shift+f9")
        time.now += 100
        desk.app.tick()  # type: ignore[attr-defined]
        await desk.settle()
        assert "the clock is stopped" in desk.shown()
        await desk.press("shift+f7", "shift+f7", "shift+f7")
        assert desk.app.current_mode == "home"
        assert "12:34 / 10:00" in desk.shown()
        await desk.press("f2")
        assert "Танысу" in desk.shown()

    in_the_hall(tmp_path, time, steps, size=LARGE)


def test_what_to_say_stays_while_moving_on(tmp_path: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("shift+f6")
        assert isinstance(desk.app.focused, SayPanel)
        assert "three hours" in desk.shown()
        assert "creativekit new my-studio" in desk.shown()
        await desk.press("pagedown", "shift+f8", "shift+f8")  # a clicker's key, and ours
        assert desk.app.current_mode == "brand"
        assert "favourite colour" in desk.shown()
        assert "creativekit explore" in desk.shown()
        # Nobody does with a key what cannot be seen, and none is shown for it.
        assert "Directions" not in desk.shown()
        await desk.press("e", "p")
        assert len(desk.app.screen_stack) == 1
        await desk.press("f2")
        assert "Ұнайтын түсті емес" in desk.shown()
        await desk.press("escape")
        assert "Ұнайтын түсті емес" not in desk.shown()
        assert desk.app.focused is not None
        assert desk.app.focused.id == "tone"  # where the screen begins

    in_the_hall(tmp_path, Time(), steps)


def test_a_screen_first_seen_under_the_panel_has_a_place_for_the_keys(tmp_path: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press(
            "shift+f6", "shift+f8", "shift+f8", "shift+f8", "shift+f8", "shift+f8"
        )  # screens come up behind what to say
        await desk.press("shift+f6")
        for _ in range(6):
            await desk.press("shift+f7")
            assert desk.app.focused is not None, desk.app.screen

    in_the_hall(tmp_path, Time(), steps)


def test_starting_over_asks_and_makes_the_sample_anew(tmp_path: Path) -> None:
    async def steps(desk: Desk) -> None:
        desk.app.session.change({"brand.color": "#0000ff"})
        desk.app.changed()
        await desk.press("ctrl+s", "shift+f8", "shift+f4")
        assert isinstance(desk.app.screen, Pick)
        await desk.press("escape")
        assert "2/11" in desk.shown()
        assert "#0000ff" in desk.text
        await desk.press("shift+f4", "enter")  # what is marked at first does nothing
        assert "2/11" in desk.shown()
        assert "#0000ff" in desk.text
        await desk.press("f16", "home", "enter")  # as a terminal sends Shift with F4
        assert "1/11" in desk.shown()
        assert "⇧F9 starts the clock" in desk.shown()
        assert "#a8641e" in desk.text
        assert not desk.app.session.dirty

    app = in_the_hall(tmp_path, Time(), steps)
    assert app.session.kit.parent == app.session.folder


def test_no_key_has_two_meanings_on_any_screen(tmp_path: Path) -> None:
    trainers = {name for binding in TrainerStudio.BINDINGS for name in binding.key.split(",")}

    async def steps(desk: Desk) -> None:
        def look() -> list[str]:
            screen = desk.app.screen
            foot = [each.key_display or each.key for each in screen.query_one(Foot).shown()]
            bar = [name for name, *_ in screen.query_one(TrainerBar).keys]
            assert len({*foot, *bar}) == len(foot) + len(bar), (screen, foot, bar)
            for node, found in screen._modal_binding_chain:
                if node is not desk.app:
                    assert not trainers & {*found.key_to_bindings}, node
            return foot

        for area in AREAS:
            await desk.press("escape", area.key)
            assert desk.app.current_mode == area.name
            look()
            seen = set()
            for _ in range(3):
                await desk.press("tab")
                if id(desk.app.focused) in seen:
                    break
                seen.add(id(desk.app.focused))
                foot = look()
                if area.name == "social" and isinstance(desk.app.focused, Lines | Input):
                    assert {"F6", "F8"} <= {*foot}  # a form shows its own beside the workshop's

    in_the_hall(tmp_path, Time(), steps, size=LARGE)


def test_two_times_never_stand_on_one_screen(tmp_path: Path) -> None:
    """The clock says how long a step may take, so the sheet under it does not."""

    async def steps(desk: Desk) -> None:
        await desk.press("shift+f8", "shift+f8")
        assert "2  Compared with what" in desk.shown()
        assert "0:00 / 30:00" in desk.shown()
        for place in range(len(worksheets())):
            desk.app.screen.query_one("#sheets", OptionList).highlighted = place
            await desk.settle()
            assert " minutes" not in desk.shown()

    in_the_hall(tmp_path, Time(), steps)


def test_a_step_has_the_time_that_its_sheet_asks_for() -> None:
    asked = {sheet.id: sheet.minutes for sheet in worksheets()}
    steps = [step for step in agenda().steps if step.sheet]
    assert steps
    for step in steps:
        assert step.minutes == asked[step.sheet], step.id


@pytest.mark.parametrize(("size", "is_said"), [(SMALL, False), (LARGE, True)])
def test_the_workshops_keys_are_told_from_the_screens(
    tmp_path: Path, size: tuple[int, int], is_said: bool
) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("shift+f8")
        line = next(each for each in desk.shown().split("\n") if "⇧F8" in each)
        assert ("Workshop" in line) == is_said
        assert "⇧F4 Start over" in line
        bar = desk.app.screen.query_one(TrainerBar)
        keys = bar.render().plain.split("\n")[1]
        for start, end, action in bar._places:  # a click does what stands under it
            name = next(each for each, what, _ in bar.keys if what == action)
            assert keys[start:end].startswith(name)

    in_the_hall(tmp_path, Time(), steps, size=size)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_workshops_keys_stay_where_they_are(tmp_path: Path, language: str) -> None:
    time = Time()

    async def steps(desk: Desk) -> None:
        desk.app.speak(language)
        await desk.settle()
        bar = desk.app.screen.query_one(TrainerBar)
        places = []
        for now in (0, 5, 40 * 60):
            time.now = now
            bar.render()
            places.append(list(bar._places))
            if not now:
                await desk.press("shift+f9")
        assert places[0] == places[1] == places[2]

    in_the_hall(tmp_path, time, steps, size=LARGE)


def test_a_pace_is_rounded(tmp_path: Path) -> None:
    time = Time()

    async def steps(desk: Desk) -> None:
        await desk.press("shift+f9")
        time.now = 2  # of ten minutes
        await desk.press("shift+f8")
        assert "in all 10 min ahead" in desk.shown()

    in_the_hall(tmp_path, time, steps, size=LARGE)


def test_ones_own_project_is_never_made_anew(tmp_path: Path) -> None:
    own = project(tmp_path / "saz-studio")
    before = own.read_bytes()

    async def steps(desk: Desk) -> None:
        await desk.press("shift+f8", "shift+f4")
        assert "sample" not in desk.shown()
        await desk.press("home", "enter")
        assert "1/11" in desk.shown()

    in_the_hall(tmp_path, Time(), steps, own=own)
    assert own.read_bytes() == before


def test_a_sample_is_left_without_a_question(tmp_path: Path) -> None:
    async def steps(desk: Desk) -> None:
        desk.app.session.change({"brand.color": "#0000ff"})
        await desk.pilot.press("ctrl+q")
        await desk.pilot.pause()

    assert in_the_hall(tmp_path, Time(), steps)._exit


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_sample_is_a_project_without_a_problem(tmp_path: Path, language: str) -> None:
    made = parse(sample_text(translator(language).text), tmp_path)
    assert len(made.posts) == 2


def test_the_samples_folder_is_gone_afterwards() -> None:
    with thrown_away() as root:
        config = Sample(root, translator("kk").text).config()
        assert config.is_file()
        assert Sample(root, translator("kk").text).config() == config
    assert not root.exists()


@pytest.mark.parametrize(("size", "theme"), [(SMALL, "brand"), (LARGE, "dark")])
def test_it_looks_as_it_did(tmp_path: Path, size: tuple[int, int], theme: str) -> None:
    time = Time()

    async def steps(desk: Desk) -> None:
        name = f"{size[0]}x{size[1]}"
        await desk.press("shift+f9")
        time.now = 754
        desk.app.tick()  # type: ignore[attr-defined]
        await desk.settle()
        snapshots.check(f"trainer-{name}", desk)
        await desk.press("shift+f8", "shift+f8", "shift+f8", "shift+f6")
        snapshots.check(f"trainer-say-{name}", desk)

    in_the_hall(tmp_path, time, steps, size=size, theme=theme)
