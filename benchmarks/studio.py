"""From a change on the studio's brand screen to what is shown of it: 100 ms are promised.

Measured as a person feels it, in the app at 120 × 36: a key is pressed, the draft changes, a worker
makes the identity and a post, the post, the ramps, the contrast and what other eyes see are on the
screen. The first picture of a style also reads its files and measures its faces; it is shown apart.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from creativekit.project.loading import load
from creativekit.project.vocabulary import styles
from creativekit.studio.app import Studio
from creativekit.studio.brand import BrandScreen
from creativekit.studio.look import look

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
        await pilot.press("2")
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, BrandScreen)
        for control, key in (("tone", "right"), ("hue", "right"), ("style", "right")):
            screen.query_one(f"#{control}").focus()
            await pilot.pause()
            times = []
            for _ in range(CHANGES):
                before, _ = screen.wishes
                begun = time.perf_counter()
                app.simulate_key(key)
                while screen.wishes != (before + 1, before + 1):
                    await asyncio.sleep(0.001)
                times.append((time.perf_counter() - begun) * 1000)
                await asyncio.sleep(0.1)
            print(
                f"{control:<10} median {statistics.median(times):4.0f} ms,"
                f" longest {max(times):4.0f} ms"
            )


if __name__ == "__main__":
    main()
