"""Home: what is done, and making it, by the keyboard alone."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import snapshots
from studio_app import LARGE, SMALL, Desk, at_desk, project

from creativekit.errors import Message, Problem, msg
from creativekit.jobs import Job, digest
from creativekit.press import build as building
from creativekit.press import pool
from creativekit.press.build import Built, State
from creativekit.press.plan import Plan
from creativekit.press.report import Failure
from creativekit.studio.home import HomeScreen
from creativekit.studio.home_cards import Card
from creativekit.studio.problems import ProblemsScreen


def drawn(text: str) -> bytes:
    return text.encode()


def plan_of(*names: str) -> Plan:
    return Plan(
        tuple(Job(f"brand/{name}.txt", drawn, (name,), msg("{name}", name=name)) for name in names)
    )


@dataclass(frozen=True)
class QuickOrder:
    config: Path
    capability: str = "brand"
    partial: bool = False

    @property
    def mark(self) -> str:
        return digest(self.config.read_bytes())

    def plan(self, workers: Any = None, progress: Any = None) -> Plan:
        return plan_of("one", "two")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return project(tmp_path / "saz-studio")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The brand kit is two texts; everything else has nothing to make."""
    asked: list[str] = []

    def order(name: str, config: Path, files: Any) -> QuickOrder | None:
        return QuickOrder(config) if name == "brand" else None

    real = building.build

    def build(config: Path, kit: Path, **told: Any) -> Built:
        asked.extend(told["capabilities"] if "capabilities" in told else building.capabilities())
        return real(config, kit, **told)

    monkeypatch.setattr(building, "build", build)

    monkeypatch.setattr(building, "_order", order)
    # The page of the kit has tests of its own.
    monkeypatch.setattr(building._Building, "show", lambda self: None)
    # A worker that is spawned would not find the functions of a test.
    monkeypatch.setattr(pool, "cores", lambda: 1)
    return asked


def test_one_key_makes_everything(config: Path, quick: list[str]) -> None:
    async def steps(desk: Desk) -> None:
        assert desk.shown().count("○ not made yet") == 4
        await desk.press("b")
        assert "2 files made" in desk.shown()
        assert "no posts yet" in desk.shown()
        assert "✓ done · 2 files" in desk.shown()
        await desk.press("b")
        assert "2 unchanged" in desk.shown()

    at_desk(config, steps)
    assert sorted(each.name for each in (config.parent / "kit/brand").iterdir()) == [
        "one.txt",
        "two.txt",
    ]
    assert quick == [*building.capabilities(), *building.capabilities()]


def test_a_change_that_is_saved_makes_it_stale(config: Path, quick: list[str]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("b")
        desk.app.session.change({"brand.style": "bold"})
        desk.app.changed()
        await desk.settle()
        assert "✓ done" in desk.shown()
        await desk.press("ctrl+s")
        assert "↻ out of date" in desk.shown()

    at_desk(config, steps)


def test_the_page_of_the_kit_is_opened(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    page = config.parent / "kit" / "index.html"

    def open_(place: str) -> bool:
        opened.append(place)
        return len(opened) == 1

    monkeypatch.setattr("creativekit.press.desktop.opened", open_)

    async def steps(desk: Desk) -> None:
        await desk.press("o")
        assert not opened  # there is none yet
        page.parent.mkdir()
        page.write_text("a page")
        desk.app.screen.refresh_bindings()
        await desk.press("o")
        assert opened == [str(page)]
        await desk.press("o")
        said = [each.message for each in desk.app._notifications]
        assert any("index.html" in each and "open it yourself" in each for each in said)

    at_desk(config, steps)


def test_no_posts_are_not_called_done(config: Path, quick: list[str]) -> None:
    async def steps(desk: Desk) -> None:
        card = desk.app.screen.query_one("#card-social", Card)
        card.show(State("done", 0))
        await desk.settle()
        assert "○ no posts yet" in desk.shown()

    at_desk(config, steps)


def test_only_one_card(config: Path, quick: list[str]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("m")
        assert quick == ["brand"]
        await desk.press("right", "ь")  # the key of m on a Russian or Kazakh keyboard
        assert quick == ["brand", "social"]

    at_desk(config, steps)


def test_arrows_go_through_the_cards_and_enter_leads_to_the_area(config: Path) -> None:
    async def steps(desk: Desk) -> None:
        seen = []
        for key in ("right", "down", "left", "up", "left"):
            await desk.press(key)
            assert isinstance(desk.app.focused, Card)
            seen.append(desk.app.focused.capability)
        assert seen == ["social", "presence", "positioning", "brand", "brand"]
        await desk.press("enter")
        assert desk.app.current_mode == "brand"

    at_desk(config, steps)


def test_a_build_with_unsaved_changes_asks(config: Path, quick: list[str]) -> None:
    async def steps(desk: Desk) -> None:
        desk.app.session.change({"brand.style": "bold"})
        await desk.press("b", "escape")
        assert quick == []
        await desk.press("b", "enter")
        assert "brand" in quick

    app = at_desk(config, steps)
    assert not app.session.dirty
    assert '"bold"' in config.read_text("utf-8")


def test_it_can_be_stopped_between_files(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def build(*_: object, progress: Any, cancelled: Any, **__: object) -> Built:
        progress(1, 9, msg("logo"))
        begun.set()
        go_on.wait(5)
        return Built(cancelled=cancelled())

    monkeypatch.setattr(building, "build", build)

    async def steps(desk: Desk) -> None:
        await desk.pilot.press("b")
        while not begun.is_set():
            await desk.pilot.pause(0.01)
        await desk.pilot.pause(0.05)
        assert "logo  1 / 9" in desk.shown()
        assert "Make this one" not in desk.shown()
        await desk.pilot.press("escape")
        await desk.pilot.pause(0.05)
        assert "stopping" in desk.shown()
        await desk.pilot.press("b")  # not twice at a time
        go_on.set()
        await desk.settle()
        assert "stopped; what was finished stays" in desk.shown()
        assert isinstance(desk.app.screen, HomeScreen)
        assert not desk.app.screen.is_running_build
        assert "Make this one" in desk.shown()

    at_desk(config, steps)


def test_a_stopped_build_leaves_a_whole_kit(config: Path, quick: list[str]) -> None:
    seen: list[int] = []

    def progress(done: int, total: int, label: Message) -> None:
        seen.append(done)

    kit = config.parent / "kit"
    built = building.build(config, kit, progress=progress, cancelled=lambda: 1 in seen, workers=1)
    assert built.cancelled
    assert (kit / "brand/one.txt").exists() != (kit / "brand/two.txt").exists()
    again = building.build(config, kit, workers=1)
    assert len(again.reports["brand"].made) == 1
    assert len(again.reports["brand"].unchanged) == 1
    assert again.absent == ("social", "positioning", "presence")


def test_what_cannot_be_made_is_told_and_the_rest_is_made(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem(msg("'{found}' is not a post", found="x"), file="creativekit.toml", line=3)

    def build(*_: object, **__: object) -> Built:
        return Built(refused={"social": Failure("social", msg("no"), (problem,))})

    monkeypatch.setattr(building, "build", build)

    async def steps(desk: Desk) -> None:
        await desk.press("b")
        assert isinstance(desk.app.screen, ProblemsScreen)
        assert "creativekit.toml:3" in desk.shown()
        assert "‘x’ is not a post" in desk.shown()
        await desk.press("escape")
        assert "not everything could be made" in desk.shown()

    at_desk(config, steps)


def test_states_are_those_of_the_commands(config: Path) -> None:
    kit = config.parent / "kit"
    assert building.state(config, kit) == dict.fromkeys(building.capabilities(), State("missing"))
    from cli.running import invoke

    result = invoke("-C", str(config.parent), "position", "--format", "md")
    assert result.exit_code == 0, result.stderr
    assert building.state(config, kit)["positioning"].status == "stale"


@pytest.mark.parametrize(("size", "theme"), [(SMALL, "brand"), (LARGE, "dark")])
def test_home_looks_as_it_did(config: Path, size: tuple[int, int], theme: str) -> None:
    async def steps(desk: Desk) -> None:
        snapshots.check(f"home-{size[0]}x{size[1]}", desk)

    at_desk(config, steps, size=size, theme=theme)
