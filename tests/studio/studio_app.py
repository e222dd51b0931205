"""The studio for tests: without a terminal, on a project of its own, everything settled."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from creativekit.studio.app import Studio

CONFIG = """\
# Біздің бренд.
[project]
name = { kk = "Саз студиясы", ru = "Студия «Саз»", en = "Saz Studio" }
tagline = { kk = "Дыбыстан әлем құрамыз", ru = "Миры из звука", en = "Worlds out of sound" }
city = { kk = "Қызылорда", ru = "Кызылорда", en = "Kyzylorda" }

[brand]
color = "#0a7e8c"  # Арал
style = "steppe"
logo = { kind = "symbol", motif = "shanyraq" }
"""

SMALL, LARGE = (80, 24), (120, 36)

Steps = Callable[["Desk"], Awaitable[None]]


class Desk:
    """A person at the keyboard."""

    def __init__(self, app: Studio, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other and wait for what comes of them."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def settle(self) -> None:
        """Until no worker runs and no message waits."""
        for _ in range(200):
            await self.pilot.pause()
            running = [each for each in self.app.workers if not each.is_finished]
            if not running:
                break
            await asyncio.sleep(0.01)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        await self.pilot.press(*(_KEYS.get(char, char) for char in text))
        await self.settle()

    def shown(self) -> str:
        """Every word on the screen."""
        return "\n".join(
            "".join(segment.text for segment in strip)
            for strip in self.app.screen._compositor.render_strips()
        )

    @property
    def text(self) -> str:
        """The draft's text."""
        assert self.app.session.draft is not None
        return self.app.session.draft.text


_KEYS = {" ": "space", "#": "number_sign", "/": "slash", ".": "full_stop", "~": "tilde"}


def project(folder: Path, config: str = CONFIG) -> Path:
    """A project in `folder`; returns its creativekit.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "creativekit.toml"
    file.write_text(config, "utf-8")
    return file


def at_desk(
    config: Path,
    steps: Steps,
    *,
    size: tuple[int, int] = SMALL,
    language: str = "en",
    theme: str = "dark",
    notices: bool = False,
) -> Studio:
    """Open the studio on a project, do the steps, close it; returns the app as it was left.

    notices: those that pass are shown, too.
    """
    settings = config.parent.parent / "settings.json"
    if not settings.exists():
        settings.write_text(json.dumps({"theme": theme}), "utf-8")
    app = Studio(config, config.parent / "kit", language=language, settings=settings)
    app.animation_level = "none"  # what scrolls is where it will be

    async def run() -> None:
        async with app.run_test(size=size, notifications=notices) as pilot:
            desk = Desk(app, pilot)
            await desk.settle()
            await steps(desk)
            await desk.settle()

    asyncio.run(run())
    return app
