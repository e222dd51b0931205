"""The presence screen by keys: questions, drafts shared with the terminal, what comes of it."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime
import json
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import snapshots
from assessments import answers, ours
from studio_app import LARGE, SMALL, Desk, at_desk, project

from cli.running import invoke
from creativekit.cli import assess_session
from creativekit.errors import Message, Problem, msg
from creativekit.presence import history
from creativekit.presence.answers import Answers
from creativekit.presence.history import Run
from creativekit.press import build as building
from creativekit.press import pool
from creativekit.press import presence_files as files
from creativekit.press.presence_sitting import Sitting
from creativekit.press.report import RunReport
from creativekit.studio import presence_answering, presence_making, presence_report
from creativekit.studio.presence import PresenceScreen
from creativekit.studio.presence_report import Made

OURS = ours()
DAY = datetime.date(2026, 11, 26)
EARLIER = datetime.date(2026, 5, 20)
ITEMS = [item.id for item in OURS.asked("site")]
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE])


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(presence_answering, "today", lambda: DAY)
    return project(tmp_path / "saz-studio")


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The report costs nothing; the kits that it was asked for."""
    asked: list[Path] = []

    def make(config: Path, kit: Path, *_: object) -> Made:
        asked.append(kit)
        return Made(RunReport(made=("presence/report.txt",)))

    monkeypatch.setattr(presence_report, "make", make)
    return asked


def part(count: int) -> Answers:
    """The answers to the first so many questions."""
    whole = dataclasses.replace(answers(), date=None)
    return dataclasses.replace(whole, given=whole.given[:count])


def draft(config: Path) -> Any:
    return tomllib.loads((config.parent / files.DRAFT).read_text("utf-8"))


def runs(config: Path) -> tuple[Run, ...]:
    return history.of_project(config.parent).runs


def kept(config: Path, *shifts: tuple[datetime.date, int]) -> None:
    for day, shift in shifts:
        Sitting(config, config.parent / "kit", day).conclude(answers(shift, day))


def terminal(config: Path, typed: Sequence[str]) -> str:
    """What the terminal's `assess` says to somebody who types this and then closes it."""
    waiting = list(typed)

    def answer(prompt: str) -> str:
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assess_session, "is_terminal", lambda stream: True)
        patch.setattr("builtins.input", answer)
        return invoke("-C", str(config.parent), "assess", COLUMNS="90").output


@SIZES
def test_begin_and_the_first_question(config: Path, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("5")
        snapshots.check(f"presence-start-{size[0]}x{size[1]}", desk)
        await desk.press("enter", "2", "enter", "enter")
        assert draft(config)["profile"] == "site"
        snapshots.check(f"presence-question-{size[0]}x{size[1]}", desk)

    at_desk(config, steps, size=size)
    assert not runs(config)


def test_who_answers_then_answers_and_back(config: Path, stub: list[Path]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("5", "enter", "2", "1", "enter")
        await desk.press("0", "enter")
        assert "✗" in desk.shown()  # no hours are no answer
        await desk.press("3", "enter")
        assert draft(config)["hours"] == 3
        assert len(draft(config)["features"]) == 1
        await desk.press("3", "n", "в")  # the key of d on a Russian or Kazakh keyboard
        assert draft(config)["answers"] == {ITEMS[0]: 3, ITEMS[1]: "na", ITEMS[2]: "dk"}
        await desk.press("b", "b", "1")
        assert draft(config)["answers"] == {ITEMS[0]: 3, ITEMS[1]: 1, ITEMS[2]: "dk"}

    at_desk(config, steps)
    assert stub == []


def test_who_answers_is_kept_when_one_leaves_before_the_first_question(config: Path) -> None:
    """Every screen of it, and the programme's end: one comes back to what was asked."""
    kept(config, (EARLIER, 0))

    async def at_features(desk: Desk) -> None:
        await desk.press("5", "a")
        assert "Esc Break off" in desk.shown()
        assert "it is kept" not in desk.shown()  # there is nothing yet
        await desk.press("2")
        assert "Break off; it is kept" in desk.shown()
        await desk.press("escape")
        assert draft(config)["profile"] == "site"
        await desk.press("a", "enter")
        assert "What else is true of you?" in desk.shown()

    async def at_hours(desk: Desk) -> None:
        await desk.press("5", "a", "enter")
        assert "What else is true of you?" in desk.shown()
        await desk.press("enter")  # none of them, which is an answer
        assert draft(config)["features"] == []
        await desk.press("escape", "a")
        await desk.press("enter")
        assert "How many hours a week" in desk.shown()

    async def at_last(desk: Desk) -> None:
        await desk.press("5", "a", "enter")
        assert "How many hours a week" in desk.shown()
        await desk.press("b", "b", "down")
        assert "Without a website" in desk.shown()
        await desk.press("2", "enter", "enter")
        assert draft(config)["hours"] == 4  # those of the run before were offered

    for steps in (at_features, at_hours, at_last):
        at_desk(config, steps)


def test_what_was_begun_here_is_offered_by_the_terminal(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("5", "enter", "2", "1", "enter", "escape")

    at_desk(config, steps)
    assert draft(config)["features"] == ["premises"]
    terminal(config, ["", "", "3", "2", "."])
    assert draft(config)["profile"] == "site"
    assert draft(config)["features"] == ["premises"]
    assert (draft(config)["hours"], draft(config)["answers"]) == (3, {ITEMS[0]: 2})


def test_who_has_a_website_is_not_asked_whether_there_is_none(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("5", "enter", "2")
        assert "You have a place people come to" in desk.shown()
        assert "no website" not in desk.shown()
        await desk.press("b", "4")
        assert "You have a website" in desk.shown()

    at_desk(config, steps)


def test_a_digit_that_is_an_answer_is_not_shown_as_the_key_of_an_area(config: Path) -> None:
    files.save_draft(config.parent, part(3))

    async def steps(desk: Desk) -> None:
        await desk.press("5")
        assert "4 Positioning" in desk.shown()
        await desk.press("enter")
        assert "4 Positioning" not in desk.shown()
        assert "Positioning" in desk.shown()
        await desk.press("f2")
        assert "4 Позиц" not in desk.shown()
        await desk.press("escape")
        assert "4 Позиц" in desk.shown()

    at_desk(config, steps)


def test_the_hours_by_mouse_with_their_unit(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("5", "enter", "2", "enter")
        assert "2  hours" not in desk.shown()
        assert "hours" in desk.shown().split("The plan takes")[1].split("a week:")[0]
        more, less = (f"Turn.{name}" for name in ("-more", "-less"))
        await desk.pilot.click(more)
        await desk.pilot.click(more)
        await desk.pilot.click(less)
        await desk.press("enter")
        assert draft(config)["hours"] == 3

    at_desk(config, steps)


def test_one_level_apart_is_called_close_and_not_the_same(config: Path) -> None:
    config.write_text(
        config.read_text("utf-8")
        + '[contact]\ninstagram = "@saz.kz"\ntelegram = "@saz_kz"\n'
        + '[positioning.statement]\naudience = "a"\ncategory = "b"\nbenefit = "c"\n',
        "utf-8",
    )
    kept(config, (DAY, 0))  # 1.1 is said to be 2, 1.2 to be 1

    async def steps(desk: Desk) -> None:
        await desk.press("5", "right", "right")
        shown = " ".join(desk.shown().split())
        assert "one level apart at most" in shown
        assert "≈ 1.2" in shown
        assert "you say level 1, and level 2 can be seen already: you may well go one up" in shown
        assert "the same but for dots, dashes and underscores: @saz.kz, @saz_kz" in shown
        assert "✓ 1.1" in shown
        assert "you say level 2, and that much can be seen" in shown
        assert "worksheet 5" in shown

    at_desk(config, steps, size=LARGE)


def test_what_is_marked_because_it_was_seen_is_said_to_be(config: Path) -> None:
    statement = '[positioning.statement]\naudience = "a"\ncategory = "b"\nbenefit = "c"\n'
    config.write_text(config.read_text("utf-8") + statement, "utf-8")

    async def steps(desk: Desk) -> None:
        await desk.press("5", "enter", "2", "enter", "enter")
        shown = " ".join(desk.shown().split())
        assert "○ Seen: level 2 at least" in shown
        assert "marked; Enter takes it" in shown
        await desk.press("enter")
        assert draft(config)["answers"] == {ITEMS[0]: {"level": 2, "basis": "file"}}
        await desk.press("b")
        assert "Enter takes it" not in desk.shown()

    at_desk(config, steps)


def test_every_answer_that_changed_can_be_reached(config: Path) -> None:
    kept(config, (EARLIER, -1), (DAY, 0))

    async def steps(desk: Desk) -> None:
        await desk.press("5", "left")
        assert ITEMS[0] in desk.shown()
        await desk.press("end")
        assert f"↑ {ITEMS[-1]}" in desk.shown()
        assert (
            "steps planned then are done"
            in desk.app.screen.query_one("#view").query(".note").first().render().plain
        )  # type: ignore[attr-defined]

    at_desk(config, steps)


def test_what_is_meant_is_shown_and_hidden_and_other_digits_do_nothing(config: Path) -> None:
    files.save_draft(config.parent, part(3))
    item = OURS.by_id[ITEMS[3]]
    words = item.help.get("en").split()[:3]

    async def steps(desk: Desk) -> None:
        await desk.press("5", "enter")
        assert " ".join(words) not in desk.shown()
        await desk.press("question_mark")
        assert " ".join(words) in desk.shown()
        await desk.press("question_mark", "7", "9", "enter")
        assert " ".join(words) not in desk.shown()

    at_desk(config, steps)
    assert len(draft(config)["answers"]) == 3


def test_a_run_to_its_end_makes_the_report(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "cores", lambda: 1)
    # The page of the kit has tests of its own.
    monkeypatch.setattr(building._Building, "show", lambda self: None)
    config.write_text(
        '[project]\nname = "Saz"\nlanguages = ["en"]\n\n[brand]\ncolor = "#0a7e8c"\n'
        'style = "steppe"\n',
        "utf-8",
    )
    files.save_draft(config.parent, part(len(ITEMS) - 1))

    async def steps(desk: Desk) -> None:
        await desk.press("5")
        assert f"{len(ITEMS) - 1} answers are kept" in desk.shown()
        await desk.press("enter", "4")
        assert "That was all" in desk.shown()
        await desk.press("enter")
        assert "overall, of 100" in desk.shown()
        assert "files made" in desk.shown()

    at_desk(config, steps)
    assert not (config.parent / files.DRAFT).exists()
    (run,) = runs(config)
    assert run.date == DAY
    assert run.answers.by_id[ITEMS[-1]].said == 4
    assert len(run.answers.given) == len(ITEMS)
    kit = config.parent / "kit"
    assert list((kit / "presence").rglob("*.pdf"))
    # What the studio made is what a build finds up to date.
    assert building.state(config, kit)["presence"].status == "done"


def test_a_draft_of_the_terminal_goes_on_here_and_the_other_way_round(
    config: Path, stub: list[Path]
) -> None:
    said = terminal(config, ["2", "", "4", "3", "1"])
    assert "Traceback" not in said
    assert draft(config)["answers"] == {ITEMS[0]: 3, ITEMS[1]: 1}

    async def steps(desk: Desk) -> None:
        await desk.press("5")
        assert "2 answers are kept" in desk.shown()
        await desk.press("enter")
        assert OURS.by_id[ITEMS[2]].question.get("en")[:30] in desk.shown()
        await desk.press("4", "escape")
        assert "3 answers are kept" in desk.shown()

    at_desk(config, steps)
    assert draft(config)["answers"] == {ITEMS[0]: 3, ITEMS[1]: 1, ITEMS[2]: 4}
    said = terminal(config, ["0"])
    assert "3 answers are kept" in said
    assert draft(config)["answers"][ITEMS[3]] == 0


def test_begun_anew_sets_the_draft_aside(config: Path) -> None:
    files.save_draft(config.parent, part(5))

    async def steps(desk: Desk) -> None:
        await desk.press("5", "down", "enter")
        assert "Which of these is most like you?" in desk.shown()

    at_desk(config, steps)
    assert not (config.parent / files.DRAFT).exists()
    assert len(list((config.parent / "presence").glob("draft.toml?*"))) == 1


def test_a_spoilt_draft_is_told_left_as_it_is_and_set_aside(config: Path) -> None:
    file = config.parent / files.DRAFT
    file.parent.mkdir()
    file.write_text("profile = [", "utf-8")

    async def steps(desk: Desk) -> None:
        await desk.press("5")
        assert "draft.toml" in desk.shown()
        assert file.read_text("utf-8") == "profile = ["
        await desk.press("enter")
        assert "Which of these is most like you?" in desk.shown()

    at_desk(config, steps)
    assert [each.read_text("utf-8") for each in file.parent.glob("draft.toml?*")] == ["profile = ["]


@SIZES
def test_where_one_stands_and_the_plan(
    config: Path, size: tuple[int, int], stub: list[Path]
) -> None:
    kept(config, (EARLIER, -1), (DAY, 0))

    async def steps(desk: Desk) -> None:
        await desk.press("5")
        snapshots.check(f"presence-result-{size[0]}x{size[1]}", desk)
        await desk.press("right")
        snapshots.check(f"presence-plan-{size[0]}x{size[1]}", desk)
        if size == SMALL:
            return
        await desk.press("right", "right")
        assert "Since 20 May 2026" in desk.shown()
        await desk.press("right")
        assert "overall, of 100" in desk.shown()
        await desk.press("r", "down", "enter")
        assert "20 May 2026" in desk.shown()
        assert "26 November 2026" not in desk.shown()

    at_desk(config, steps, size=size)


def test_a_key_in_the_moment_in_which_the_result_comes(config: Path) -> None:
    """A key is the app's task, what was found the screen's: both turn the screen to its result."""
    kept(config, (EARLIER, -1), (DAY, 0))

    async def steps(desk: Desk) -> None:
        await desk.press("5")
        screen = desk.app.screen
        assert isinstance(screen, PresenceScreen)
        await asyncio.gather(*(screen.turn("result") for _ in range(4)))
        await desk.settle()
        assert len(screen.query("#view-tabs")) == 1

    at_desk(config, steps)


def test_a_step_is_ticked_and_unticked_and_the_kit_follows(
    config: Path, stub: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence_making, "_QUIET", 0.05)
    kept(config, (DAY, 0))
    first, second = (step.item for step in runs(config)[0].plan[:2])

    async def steps(desk: Desk) -> None:
        await desk.press("5", "right", "space", "down", "space")
        assert dict(runs(config)[0].answers.done) == {first: DAY, second: DAY}
        assert desk.shown().count("✓") == 2
        await desk.press("up", "space")
        assert dict(runs(config)[0].answers.done) == {second: DAY}
        await desk.pilot.pause(0.2)
        await desk.settle()

    at_desk(config, steps)
    assert stub
    assert not (config.parent / files.DRAFT).exists()


def test_a_damaged_record_is_told_and_the_others_shown(config: Path, stub: list[Path]) -> None:
    kept(config, (EARLIER, 0))
    damaged = config.parent / history.FOLDER / "2026-06-01.json"
    damaged.write_text("{", "utf-8")

    async def steps(desk: Desk) -> None:
        await desk.press("5")
        assert "2026-06-01.json" in desk.shown()
        assert "20 May 2026" in desk.shown()
        await desk.press("right", "left")
        assert "overall, of 100" in desk.shown()

    at_desk(config, steps, size=LARGE)
    assert damaged.read_text("utf-8") == "{"


def test_nothing_but_damaged_records_is_a_beginning(config: Path) -> None:
    damaged = config.parent / history.FOLDER / f"{EARLIER}.json"
    damaged.parent.mkdir(parents=True)
    damaged.write_bytes(b"\0\xff")

    async def steps(desk: Desk) -> None:
        await desk.press("5")
        assert f"{EARLIER}.json" in desk.shown()
        assert "Begin" in desk.shown()

    at_desk(config, steps)


def test_another_language_in_the_middle_loses_nothing(config: Path, stub: list[Path]) -> None:
    files.save_draft(config.parent, part(2))

    async def steps(desk: Desk) -> None:
        await desk.press("5", "enter", "4")
        await desk.press("f2")
        language = desk.app.translator.language
        assert language != "en"
        assert OURS.by_id[ITEMS[3]].question.get(language)[:20] in desk.shown()
        await desk.press("3")
        assert OURS.by_id[ITEMS[4]].question.get(language)[:20] in desk.shown()

    at_desk(config, steps)
    assert [draft(config)["answers"][item] for item in ITEMS[2:4]] == [4, 3]


def test_making_is_stopped_and_its_run_stays(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Event()

    def make(
        config: Path, kit: Path, progress: Callable[..., None], cancelled: Callable[[], bool]
    ) -> Made:
        progress(1, 9, msg("report"))
        begun.set()
        waiting = Event()
        for _ in range(500):
            if cancelled():
                return Made(None)
            waiting.wait(0.01)
        return Made(RunReport())

    monkeypatch.setattr(presence_report, "make", make)
    kept(config, (EARLIER, -1))
    files.save_draft(config.parent, part(len(ITEMS) - 1))

    async def steps(desk: Desk) -> None:
        await desk.press("5")
        assert "a goes on" in desk.shown()
        for key in ("a", "enter", "4"):
            await desk.press(key)
        await desk.pilot.press("enter")
        for _ in range(100):
            await desk.pilot.pause(0.01)
            if begun.is_set():
                break
        await desk.pilot.pause(0.05)
        assert "1 / 9" in desk.shown()
        await desk.press("escape")
        assert "stopped; what was finished stays" in desk.shown()
        assert "overall, of 100" in desk.shown()

    at_desk(config, steps)
    assert [run.date for run in runs(config)] == [EARLIER, DAY]


def test_what_cannot_be_made_is_told(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Problem(Message("the words are wrong"), file="report.toml")
    monkeypatch.setattr(presence_report, "make", lambda *_: Made(None, (wrong,), failed=True))
    kept(config, (DAY, 0))

    async def steps(desk: Desk) -> None:
        await desk.press("5", "e")
        assert "the words are wrong" in desk.shown()
        await desk.press("escape")
        assert "not everything could be made" in desk.shown()

    at_desk(config, steps)


def test_a_full_disk_keeps_the_question_where_it_is(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.save_draft(config.parent, part(2))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async def steps(desk: Desk) -> None:
        await desk.press("5", "enter")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("os.replace", full)
            await desk.press("4")
            assert "the disk is full" in desk.shown()
            await desk.press("escape")
        assert len(draft(config)["answers"]) == 2
        await desk.press("4")
        assert len(draft(config)["answers"]) == 3

    at_desk(config, steps)


def test_a_run_of_other_questions_is_shown_and_not_made_anew(
    config: Path, stub: list[Path]
) -> None:
    kept(config, (DAY, 0))
    record = config.parent / history.FOLDER / f"{DAY}.json"
    told = json.loads(record.read_text("utf-8"))
    assert f'"{OURS.version}"' in json.dumps(told)
    record.write_text(record.read_text("utf-8").replace(f'"{OURS.version}"', '"0.1"'), "utf-8")

    async def steps(desk: Desk) -> None:
        await desk.press("5", "e")
        assert "These were the questions of another version." in desk.shown()

    at_desk(config, steps, size=LARGE)
    assert stub == []
