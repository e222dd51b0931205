"""From a change on one of the studio's screens to what is shown of it: 100 ms are promised.

Measured as a person feels it, in the app at 120 × 36. Brand: a key is pressed, the draft changes, a
worker makes the identity, a post of 1080 × 1350 px and the logo; they are on the screen with the
ramps, the contrast and what other eyes see. The first picture of a style also reads its files
and measures its faces; it is shown apart. Posts: a letter is typed into the headline, and the post
is drawn with it. Worksheets: a letter of the statement is typed, and a point of the map is moved;
the sentence, the map and what is said of them are on the screen.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from creativekit.positioning.sheets import worksheets
from creativekit.project.loading import load
from creativekit.project.vocabulary import styles
from creativekit.studio.app import Studio
from creativekit.studio.brand import BrandScreen
from creativekit.studio.look import look
from creativekit.studio.map_view import MapView
from creativekit.studio.social_seeing import Seeing

EXAMPLE = Path(__file__).parent.parent / "examples" / "saz-studio"
CHANGES = 12


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(shutil.copytree(EXAMPLE, Path(folder, "saz"), ignore=_no_kit))
        _looks(project)
        asyncio.run(_changes(project))


def _no_kit(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name == "kit"}


def _looks(folder: Path) -> None:
    """What the worker alone takes, in a fresh process the first time."""
    project = load(folder)
    for name in styles(folder):
        brand = project.brand.model_copy(update={"style": name, "logo": None})
        wanted = project.model_copy(update={"brand": brand})
        times = []
        for number in range(6):
            color = f"#{40 + 30 * number:02x}7e8c"
            colored = wanted.brand.model_copy(update={"color": color})
            begun = time.perf_counter()
            look(wanted.model_copy(update={"brand": colored}))
            times.append((time.perf_counter() - begun) * 1000)
        print(f"{name:<10} first {times[0]:4.0f} ms, then {statistics.median(times[1:]):4.0f} ms")


async def _changes(folder: Path) -> None:
    settings = folder.parent / "settings.json"
    settings.write_text(json.dumps({"theme": "dark"}), "utf-8")
    app = Studio(folder / "creativekit.toml", folder / "kit", language="kk", settings=settings)
    async with app.run_test(size=(120, 36)) as pilot:
        await _brand(app, pilot)
        await pilot.press("3")
        await _settled(app, pilot)
        await _posts(app, pilot)
        await pilot.press("escape", "4")
        await _settled(app, pilot)
        await _sheets(app, pilot)


async def _settled(app: Studio, pilot: Pilot[None]) -> None:
    for _ in range(3):
        await app.workers.wait_for_complete()
        await pilot.pause(0.2)


async def _brand(app: Studio, pilot: Pilot[None]) -> None:
    await pilot.press("2")
    await _settled(app, pilot)
    screen = app.screen
    assert isinstance(screen, BrandScreen)
    for control, key in (("tone", "right"), ("hue", "right"), ("style", "right")):
        screen.query_one(f"#{control}").focus()
        await pilot.pause()

        async def drawn(key: str = key) -> None:
            before, _ = screen.wishes
            app.simulate_key(key)
            while screen.wishes != (before + 1, before + 1):
                await asyncio.sleep(0.001)

        await _timed(f"brand: {control}", drawn)


async def _posts(app: Studio, pilot: Pilot[None]) -> None:
    seeing = app.screen.query_one(Seeing)
    app.screen.query_one("#field-headline").focus()
    await pilot.press("end")

    async def drawn() -> None:
        before, _ = seeing.wishes
        app.simulate_key("a")
        while seeing.wishes != (before + 1, before + 1):
            await asyncio.sleep(0.001)

    await _timed("posts: a letter", drawn)


async def _sheets(app: Studio, pilot: Pilot[None]) -> None:
    places = {sheet.id: place for place, sheet in enumerate(worksheets())}
    said = app.screen.query_one("#said", Static)
    shown = asyncio.Event()

    async def seen(key: str, changed: Callable[[], object]) -> None:
        before = changed()
        app.simulate_key(key)
        while changed() == before:
            await asyncio.sleep(0.001)
        shown.clear()
        app.screen.call_after_refresh(shown.set)
        await shown.wait()

    await _open(app, pilot, places["statement"])
    app.screen.query_one("#in-statement-audience").focus()
    await pilot.press("end")
    await _timed("sheets: a letter", lambda: seen("a", lambda: str(said.render())))
    await _open(app, pilot, places["map"])
    view = app.screen.query_one(MapView)
    view.focus()
    await pilot.pause()
    turns = iter(["left"] * 8 + ["right"] * (CHANGES + 8))
    await _timed("sheets: the map", lambda: seen(next(turns), lambda: view.plot))


async def _open(app: Studio, pilot: Pilot[None], place: int) -> None:
    app.screen.query_one("#sheets", OptionList).highlighted = place
    await _settled(app, pilot)


async def _timed(name: str, change: Callable[[], Awaitable[None]]) -> None:
    times = []
    for _ in range(CHANGES):
        begun = time.perf_counter()
        await change()
        times.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(0.1)
    print(f"{name:<18} median {statistics.median(times):4.0f} ms, longest {max(times):4.0f} ms")


if __name__ == "__main__":
    main()
